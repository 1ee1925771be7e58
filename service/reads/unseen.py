"""Looks that saw nothing: those that got no answer, and those that were answered with "not known here"."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import case, func, literal, union_all
from sqlalchemy import select as plain_select
from sqlmodel import Session, col

from citations.kinds import LookOutcome
from citations.models import Visit
from jobs.watchers import WATCHERS

_SEEN = (LookOutcome.OK, LookOutcome.NOT_MODIFIED, LookOutcome.MOVED)
_UNKNOWN_THERE = (LookOutcome.NOT_FOUND, LookOutcome.GONE)
"""Answers all the same: a number that somebody mistyped is a fault of one source, not of its registry."""
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Unseen:
    """Looks that saw nothing since the last good one, the first at ``quiet_since``; ``n`` of them got no answer."""

    quiet_since: datetime
    answers: int
    n: int
    since: datetime | None
    last_id: int | None


def unseen_since(session: Session, goods: Mapping[str, datetime | None]) -> dict[str, Unseen]:
    """Return what each registry left unseen since its last good look; looks that were put off are none of it.

    One question for all registries there are, so that their number never changes it.
    """
    answered = col(Visit.outcome).in_(_UNKNOWN_THERE)
    parts = [
        plain_select(
            literal(slug),
            func.min(col(Visit.at)),
            func.sum(case((answered, 1), else_=0)),
            func.sum(case((answered, 0), else_=1)),
            func.min(case((~answered, col(Visit.at)))),
            func.max(case((~answered, col(Visit.id)))),
        ).where(
            col(Visit.watcher) == slug,
            col(Visit.key) != "",
            col(Visit.at) > (goods.get(slug) or _LONG_AGO),
            col(Visit.outcome).not_in([*_SEEN, LookOutcome.SKIPPED]),
        )
        for slug in WATCHERS
    ]
    rows = session.execute(union_all(*parts))
    return {
        slug: Unseen(first, int(answers), int(n), since, last_id)
        for slug, first, answers, n, since, last_id in rows
        if first is not None
    }
