"""Measurements, side by side in one run: ``make bench``. No test, and no timing in a test."""
