"""Onkopedia lines of the house style: "Society (DGHO): Onkopedia-Leitlinie Topic (Stand 04/2019, ...)" (domain 4.1)."""

from citations.records import Reference
from citations.references.house_brackets import organisations, split_dates

_LABEL = "Onkopedia-Leitlinie "


def read(line: str) -> Reference | None:
    """Return the Onkopedia guideline of a line in the house style, None for any other line."""
    dates = split_dates(line)
    if dates is None or not (dates[1] or dates[2]):
        return None
    body, stand, accessed = dates
    head, label, topic = body.partition(_LABEL)
    if not label or (head and not head.endswith(": ")):
        return None
    return Reference(
        kind="guideline",
        container="Onkopedia",
        organisations=organisations(head.removesuffix(": ")),
        title=topic,
        stand=stand,
        accessed=accessed,
        style="guideline",
    )
