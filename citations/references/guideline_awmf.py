"""The house style's guideline line: "Orgs: S3-Leitlinie Topic, Langversion, 1.1, 2022, AWMF-Registernummer: ..." (4.1).

Only lines that follow the grammar; every other spelling of a guideline belongs to ``guideline.py``.
"""

import re

from citations.records import Reference
from citations.references.house_brackets import organisations, split_dates

_LABEL = re.compile(r"(?:^|: )(S1|S2e|S2k|S3)-Leitlinie ")
_FORMS = ("Langversion", "Kurzversion", "Patientenleitlinie", "Leitlinienreport")
_VERSION = re.compile(r"\d+(?:\.\d+)?")
_NUMBER = re.compile(r"AWMF-Registernummer: ((?:\d{3}|nvl)/\d{3}[A-Z]{0,3})")
_YEAR = re.compile(r"(?:19|20)\d\d")


def read(line: str) -> Reference | None:
    """Return the guideline of a line in the house style (domain 4.1, ``guideline``), None for any other line."""
    dates = split_dates(line)
    if dates is None:
        return None
    body, stand, accessed = dates
    label = _LABEL.search(body)
    if label is None:
        return None
    parts = body[label.end() :].rsplit(", ", 4)
    if len(parts) != 5 or not _fits(parts):  # noqa: PLR2004 - topic, form, version, year, number
        return None
    topic, form, version, year, number = parts
    return Reference(
        kind="patient-guideline" if form == "Patientenleitlinie" else "guideline",
        guideline_class=label.group(1),
        organisations=organisations(body[: label.start()]),
        title=topic,
        edition_form=form,
        version=version,
        year=int(year),
        awmf_number=number.removeprefix("AWMF-Registernummer: "),
        stand=stand,
        accessed=accessed,
        style="guideline",
    )


def _fits(parts: list[str]) -> bool:
    _, form, version, year, number = parts
    patterns = ((_VERSION, version), (_YEAR, year), (_NUMBER, number))
    return form in _FORMS and all(pattern.fullmatch(text) for pattern, text in patterns)
