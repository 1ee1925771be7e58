"""The clocks of domain section 0: which days a set of dates and a policy give. Pure; no clock of its own."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from citations.dates import PartialDate, add_months, derived_end, read_iso
from citations.kinds import Clock, Harm, Origin, Reason, SourceKind
from citations.policy import Policy

PRINTS_ACCESS = frozenset(
    {SourceKind.AWMF_GUIDELINE, SourceKind.AWMF_LIVING, SourceKind.AWMF_PATIENT_GUIDELINE, SourceKind.ONKOPEDIA},
)
"""Kinds whose house style prints an access date: where it is missing it is unknown, not inferred (domain 4.1, 8)."""


PARENT = "parent"
"""The evidence of what a patient version takes over from its guideline, unless the guideline's has evidence itself."""


@dataclass(frozen=True, slots=True)
class Due:
    """One deadline: the day on which ``reason`` becomes true, and what its sentence needs to say why."""

    clock: Clock
    reason: Reason
    on: date
    facts: dict[str, str] = field(default_factory=dict)
    policy_id: int | None = None
    evidence: str = ""
    about_version_id: int | None = None


def told_apart(evidence: str) -> str:
    """Return what tells the flags of two deadlines of one day apart: that one comes from a guideline alone does not."""
    return "" if evidence == PARENT else evidence


@dataclass(frozen=True, slots=True)
class VersionDates:
    """What the clocks of a version need. ``issued`` is year or month of publication where no Stand exists."""

    kind: SourceKind
    key: str = ""
    as_of: str = ""
    consensus_as_of: str = ""
    issued: str = ""
    valid_until: date | None = None
    valid_until_origin: Origin | None = None
    superseded: bool = False

    def start(self) -> PartialDate | None:
        """Return the date that validity and re-assessment count from: last full consensus before Stand before year."""
        text = self.consensus_as_of or self.as_of or self.issued
        return read_iso(text) if text else None


def valid_until(version: VersionDates, policy: Policy) -> tuple[date, Origin, int | None] | None:
    """Return (last valid day, its origin, policy row); a printed or registered end is never derived over (1.1)."""
    if version.valid_until is not None:
        return version.valid_until, version.valid_until_origin or Origin.PRINTED, None
    months, row = policy.interval(Clock.VALIDITY, version.kind, version.key)
    start = version.start()
    if months is None or start is None:
        return None
    return derived_end(start, months), Origin.DERIVED, row


def validity(version: VersionDates, policy: Policy) -> Due | None:
    """Return when ``expired`` becomes true: the day after the last valid day (0, validity clock).

    An end on the last day of the calendar ("9999-12-31") says that there is none.
    """
    end = valid_until(version, policy)
    if end is None or end[0] == date.max:
        return None
    last, origin, row = end
    facts = {"valid_until": last.isoformat(), "origin": origin.value}
    return Due(Clock.VALIDITY, Reason.EXPIRED, last + timedelta(days=1), facts, row)


def reassess(version: VersionDates, policy: Policy, reviewed_on: date | None = None) -> Due | None:
    """Return when the content is to be assessed again: version date or last review + interval (0).

    A review after the mark had passed sets the next one ``reassess.again`` months later (6, reason taxonomy). A
    superseded version has no such clock: the newer version is what must be read (8, supportive care).
    """
    months, row = policy.interval(Clock.REASSESS, version.kind, version.key)
    start = version.start()
    if months is None or start is None or version.superseded:
        return None
    mark, since = add_months(start.earliest(), months), str(start)
    if reviewed_on is not None and reviewed_on >= start.earliest():
        late = reviewed_on >= mark
        months = min(months, policy.number("reassess.again")) if late else months
        mark, since = add_months(reviewed_on, months), reviewed_on.isoformat()
    return Due(Clock.REASSESS, Reason.REASSESS_DUE, mark, {"since": since, "months": str(months)}, row)


def access(
    version: VersionDates, policy: Policy, last: str, *, inferred: bool = False, dose: bool = False
) -> Due | None:
    """Return when the version must be opened again: last human access + interval (0, access clock).

    ``last`` is a partial ISO date, "" for unknown; ``inferred`` says that it is the page's latest one (8, "from
    page"); ``dose`` that the sentence states a dose or a warning, which halves the time for a label.
    """
    months, row = policy.interval(Clock.ACCESS, version.kind, version.key)
    if months is None or not last:
        return None
    if dose and version.kind is SourceKind.DRUG_LABEL:
        months = min(months, policy.number("access.drug_label.dose"))
    facts = {"accessed": last, "months": str(months)} | ({"inferred": "1"} if inferred else {})
    return Due(Clock.ACCESS, Reason.ACCESS_STALE, add_months(read_iso(last).earliest(), months), facts, row)


def kept(on: date, policy: Policy) -> Due:
    """Return when a version that was kept although expired comes back: six months later (invariant 9)."""
    facts = {"kept_on": on.isoformat()}
    return Due(Clock.VALIDITY, Reason.EXPIRED, add_months(on, policy.number("expired.kept")), facts)


def statement(harm: Harm, since: date, policy: Policy, *, volatile: bool, statement_id: int | None = None) -> Due:
    """Return when a sentence is due by its own clock, halved for a time-bound word (0, statement intervals)."""
    months, row = policy.statement_months(harm, statement_id)
    months = max(1, months // 2) if volatile else months
    facts = {"reviewed_on": since.isoformat(), "months": str(months), "harm": harm.value}
    return Due(Clock.STATEMENT, Reason.REVIEW_DUE, add_months(since, months), facts, row)


def page(since: date, policy: Policy) -> Due:
    """Return when the whole page is due: 36 months after the last whole-page review (0, whole page)."""
    months = policy.number("page.review")
    facts = {"reviewed_on": since.isoformat(), "months": str(months)}
    return Due(Clock.PAGE, Reason.REVIEW_DUE, add_months(since, months), facts, policy.rows.get("page.review"))


def lead_days(clock: Clock, policy: Policy) -> int:
    """Return how many days ahead a clock counts as due soon: 60 for validity, 30 for the others (8, lead time)."""
    return policy.number("lead.validity" if clock is Clock.VALIDITY else "lead.other")
