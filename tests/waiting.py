"""Waiting for something to become true, with an end: looked at again and again, never slept for a guessed time."""

import time
from collections.abc import Callable
from threading import Event

PATIENCE = 30.0
_STEP = 0.01


def until(holds: Callable[[], object], what: str = "it") -> None:
    """Return as soon as ``holds`` is true; fail after half a minute, with ``what`` was waited for."""
    end = time.monotonic() + PATIENCE
    pause = Event()
    while not holds():
        assert time.monotonic() < end, f"{what} did not come"
        pause.wait(_STEP)
