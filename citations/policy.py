"""The tables of domain sections 0, 6 and 7: dotted keys to numbers, with what an administrator changed.

Months for clocks, days for lead times, points for the score. None means: this clock does not run for this kind.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from citations.kinds import Clock, Harm, Reason, SourceKind

_INTERVALS: dict[SourceKind, tuple[int | None, int | None, int | None]] = {
    SourceKind.AWMF_GUIDELINE: (60, 36, 12),
    SourceKind.AWMF_LIVING: (12, 12, 6),
    SourceKind.AWMF_PATIENT_GUIDELINE: (None, None, 12),
    SourceKind.ONKOPEDIA: (None, 24, 6),
    SourceKind.ESMO_CPG: (None, 36, 12),
    SourceKind.ESMO_LIVING: (12, 12, 3),
    SourceKind.NCCN: (12, 12, 3),
    SourceKind.NICE_GUIDELINE: (None, 36, 12),
    SourceKind.COCHRANE_REVIEW: (None, 24, 12),
    SourceKind.SYSTEMATIC_REVIEW: (None, 36, 24),
    SourceKind.JOURNAL_ARTICLE: (None, 60, None),
    SourceKind.WHO_BOOK: (None, 60, 24),
    SourceKind.BOOK: (None, 60, 24),
    SourceKind.DRUG_LABEL: (None, 12, 6),
    SourceKind.SAFETY_NOTICE: (None, None, 6),
    SourceKind.APPROVAL_DECISION: (None, None, 6),
    SourceKind.GBA_DECISION: (None, 36, 12),
    SourceKind.IQWIG_REPORT: (None, 36, 12),
    SourceKind.PORTAL: (None, None, 12),
    SourceKind.ORGANISATION: (None, None, 12),
    SourceKind.WEB_PAGE: (None, None, 12),
    SourceKind.NEWS_TEXT: (None, 12, None),
}
"""Months of (longest validity if none is printed, re-assessment, access) per kind: domain section 0."""

_SEVERITY: dict[Reason, int] = {
    Reason.RETRACTED: 50,
    Reason.WITHDRAWN: 46,
    Reason.CONTRADICTED: 44,
    Reason.CLAIM_LAPSED: 40,
    Reason.SUPERSEDED_MAJOR: 38,
    Reason.EXPIRED: 32,
    Reason.CORRECTED: 28,
    Reason.SUPERSEDED_MINOR: 24,
    Reason.UNSOURCED: 20,
    Reason.REASSESS_DUE: 18,
    Reason.CONTENT_CHANGED: 16,
    Reason.ACCESS_STALE: 12,
    Reason.REVIEW_DUE: 12,
    Reason.REFERENCE_INCOMPLETE: 8,
    Reason.QUOTE_LOST: 8,
    Reason.LINK_DEAD: 6,
    Reason.UNDER_REVISION: 2,
}


def _defaults() -> dict[str, int | None]:
    """Return every number of the domain sheet under its key."""
    values: dict[str, int | None] = {}
    for kind, months in _INTERVALS.items():
        for clock, number in zip((Clock.VALIDITY, Clock.REASSESS, Clock.ACCESS), months, strict=True):
            values[f"{clock}.{kind}"] = number
    values |= {f"severity.{reason}": points for reason, points in _SEVERITY.items()}
    values |= {f"statement.{harm}": months for harm, months in zip(Harm, (12, 36, 24, 12), strict=True)}
    values |= {f"harm.{harm}": points for harm, points in zip(Harm, (2, 8, 20, 30), strict=True)}
    values |= {f"reach.{reach}": points for reach, points in (("high", 4), ("middle", 2), ("unknown", 2), ("low", 0))}
    values |= {"band.A": 70, "band.B": 50, "band.C": 30}
    values |= {"lead.validity": 60, "lead.other": 30}
    values |= {
        "access.drug_label.dose": 3,
        "page.review": 36,
        "reassess.again": 12,
        "expired.kept": 6,
        "deferred.days": 90,
        "overdue.step": 60,
        "overdue.most": 8,
        "only_support": 6,
        "time_word": 2,
        "looks.raw_days": 180,
    }
    return values


DEFAULTS: Mapping[str, int | None] = _defaults()


@dataclass(frozen=True, slots=True)
class Policy:
    """The numbers in force. ``rows`` names the stored row behind a changed number, for the deadlines it produces."""

    values: Mapping[str, int | None] = field(default_factory=lambda: DEFAULTS)
    rows: Mapping[str, int] = field(default_factory=dict)

    def __hash__(self) -> int:
        """Return the hash of the numbers: statements prepared for one policy serve every equal one."""
        return hash(tuple(self.values.items()))

    def number(self, key: str) -> int:
        """Return a number that must be there; KeyError names an unknown key."""
        value = self.values[key]
        if value is None:
            raise KeyError(key)
        return value

    def interval(self, clock: Clock, kind: SourceKind, source_key: str = "") -> tuple[int | None, int | None]:
        """Return (months, policy row) of a clock, an override for the source before that of its kind (domain 2)."""
        override = f"{clock}.source:{source_key}"
        key = override if override in self.values else f"{clock}.{kind}"
        return self.values[key], self.rows.get(key)

    def statement_months(self, harm: Harm, statement_id: int | None = None) -> tuple[int, int | None]:
        """Return (months, policy row) of the statement clock, an override for one statement first."""
        override = f"statement.statement:{statement_id}"
        key = override if override in self.values else f"statement.{harm}"
        return self.number(key), self.rows.get(key)

    def severity(self, reason: Reason) -> int:
        """Return the points of a reason, 0 to 50 (domain 6, reason taxonomy)."""
        return self.number(f"severity.{reason}")
