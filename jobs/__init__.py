"""What runs by the clock: the timetable, the wire, the watchers, the ledger. Imports citations, never service."""
