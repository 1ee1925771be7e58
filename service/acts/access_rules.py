"""The rules that Stand and access date must keep (invariants 1 and 2), for what people type and what pages print."""

from datetime import date

from citations.dates import BadDateError, read_iso


def access_fault(accessed: str, as_of: str, today: date) -> str:
    """Return the catalogue key of the rule an access date breaks, "" if it keeps them all.

    A partial date is judged by its earliest day, so that 06/2022 is a legal access to Stand 06/2022 (1.10).
    """
    try:
        day = read_iso(accessed).earliest()
    except BadDateError:
        return "refused.no_date"
    if day > today:
        return "refused.access_ahead"
    try:
        too_early = bool(as_of) and read_iso(accessed).latest() < read_iso(as_of).earliest()
    except BadDateError:
        return ""
    return "refused.access_before_stand" if too_early else ""


def stand_fault(stand: str, today: date) -> str:
    """Return the catalogue key of the rule a Stand breaks: no date of the calendar, or ahead of today; "" for none."""
    try:
        return "refused.stand_ahead" if stand and read_iso(stand).earliest() > today else ""
    except BadDateError:
        return "refused.no_date"
