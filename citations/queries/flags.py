"""Which flags open, as statements over sets: the heart of the sweep (domain 6, Flag; invariants 12 and 13)."""

from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, bindparam, case, func, literal_column, select, union_all

from citations.clocks import PARENT
from citations.kinds import CitationState, Reason
from citations.policy import Policy
from citations.queries.standing import points_of, reaches
from citations.queries.tables import CITATION, DEADLINE, FLAG, SUBJECT

COLUMNS = (
    "subject_id",
    "citation_key",
    "about_key",
    "reason",
    "clock",
    "severity",
    "trigger_day",
    "evidence",
    "facts",
    "opened_at",
    "opened_event_id",
)
UNIQUE = ("subject_id", "citation_key", "reason", "about_key", "trigger_day", "evidence")


def opening(
    policy: Policy,
    which: ColumnElement[bool],
    *,
    wide: bool = False,
) -> Select[Any] | CompoundSelect[Any]:
    """Return the rows of the flags that the deadlines ``which`` describes give, in the order of COLUMNS.

    Deadlines of a version reach every live citation of it; those of one citation or one subject only that. ``wide``
    leaves it at the former, whose condition may then speak of citations. The values ``event_`` and ``at_`` say who
    opened them, and when.
    """
    live = CITATION.c.state == CitationState.CONFIRMED.value
    cited = (CITATION.c.subject_id, CITATION.c.id)
    reached = _row(*cited, policy).select_from(DEADLINE.join(CITATION, reaches(DEADLINE)))
    if wide:
        return reached.where(which, live)
    narrow = _row(*cited, policy).select_from(DEADLINE.join(CITATION, DEADLINE.c.citation_id == CITATION.c.id))
    itself = _row(DEADLINE.c.subject_id, literal_column("0"), policy).select_from(
        DEADLINE.join(SUBJECT, SUBJECT.c.id == DEADLINE.c.subject_id)
    )
    return union_all(reached.where(which, live), narrow.where(which, live), itself.where(which, SUBJECT.c.active))


def evidence_key() -> ColumnElement[str]:
    """Return what tells the flags of two deadlines of one day apart, as ``clocks.told_apart`` does."""
    return case((DEADLINE.c.evidence == PARENT, ""), else_=DEADLINE.c.evidence)


def _row(subject: ColumnElement[Any], citation: ColumnElement[Any], policy: Policy) -> Select[Any]:
    """Return one flag row for a deadline."""
    about = func.coalesce(DEADLINE.c.about_version_id, DEADLINE.c.version_id, literal_column("0"))
    return select(
        subject,
        citation,
        about,
        DEADLINE.c.reason,
        DEADLINE.c.clock,
        points_of("severity", DEADLINE.c.reason, policy, list(Reason)),
        DEADLINE.c.due_on,
        evidence_key(),
        DEADLINE.c.facts,
        bindparam("at_", type_=FLAG.c.opened_at.type),
        bindparam("event_", type_=FLAG.c.opened_event_id.type),
    )
