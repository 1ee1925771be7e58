"""Two sources become one: everything that hangs on the other goes over, the ledger follows, all of it can be undone.

The source that goes keeps its row and its key and points at the kept one, so that every old name still finds it (16).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from citations.kinds import CitationState
from citations.models import Citation, Event, Merge
from citations.queries.among import among
from jobs.carrying import asked_of, close_unasked, keep_decided, repoint
from jobs.entries import stand_behind
from jobs.flags import close_of_citations
from jobs.ledger import Moment, Touched, load_policy, record, settle
from jobs.refused import ConflictError
from jobs.standing import restand
from jobs.succession import put_source_in_order
from service.acts.merge_hands import hand_over
from service.acts.merge_plan import plan_merge
from service.acts.merge_reach import Reach, order_of, reach_of, rows_within, subjects_within, waiting_again
from service.acts.moved_rows import changes


@dataclass(frozen=True, slots=True)
class Merging:
    """Which source stays, which goes, whose value wins where (``Plan.fields``), and what the preview showed."""

    keep_id: int
    gone_id: int
    choices: Mapping[str, str] = field(default_factory=dict)
    stamp: str = ""


def merge(session: Session, moment: Moment, by: str, merging: Merging) -> Merge:
    """Merge one source into another and return the row from which it can be undone.

    Raises RefusedError for two that can never be one, ConflictError where one has changed since it was previewed.
    """
    plan = plan_merge(session, merging.keep_id, merging.gone_id)
    if merging.stamp and merging.stamp != plan.stamp:
        raise ConflictError("conflict.merge_changed", title=plan.keep.title, other=plan.gone.title)
    reach = reach_of(session, merging.keep_id, merging.gone_id)
    before = rows_within(session, reach)
    taken = plan.taken
    fired = asked_of(session, reach.citations)
    asked = {(one, why, taken.get(on, on), day, told) for one, why, on, day, told in fired}
    after: dict[str, object] = {"kept": plan.keep.key, "merged": plan.gone.key}
    event = record(session, moment, by, "merge", f"source:{plan.keep.key}", after=after)
    record(session, moment, by, "merge", f"source:{plan.gone.key}", after=after)
    ended = hand_over(session, moment, event, plan, merging.choices)
    _place(session, merging.keep_id)
    repoint(session, reach.citations, taken)
    close_of_citations(session, event, ended)
    settle_merged(session, event, moment, reach)
    close_unasked(session, event, reach.citations, asked)
    keep_decided(session, event, reach.citations)
    waiting_again(session, event, before)
    restand(session, subjects_within(session, reach), moment.today, load_policy(session))
    told: dict[str, object] = {
        "table": "event",
        "id": event.id or 0,
        "before": {},
        "after": {"order": order_of(session, (merging.keep_id, merging.gone_id))},
    }
    row = Merge(kept_id=merging.keep_id, gone_id=merging.gone_id, by=by, at=moment.now)
    row.moved = [told, *changes(before, rows_within(session, reach))]
    session.add(row)
    session.flush()
    return row


def _place(session: Session, source_id: int) -> None:
    """Put the versions of the kept source in order."""
    session.expire_all()
    put_source_in_order(session, source_id)
    session.flush()


def settle_merged(session: Session, event: Event, moment: Moment, reach: Reach) -> None:
    """Bring entries, deadlines and flags of all that two sources reach in step."""
    pages, statements = set(), set()
    rows = session.exec(select(Citation).where(among(col(Citation.id), reach.citations))).all()
    live = {row.id or 0 for row in rows if row.state is CitationState.CONFIRMED}
    for row in rows:
        pages.add(row.page_id)
        statements |= {row.statement_id} if row.statement_id is not None else set()
    subjects = {number for page_id in sorted(pages) for number in stand_behind(session, page_id)}
    touched = Touched(
        versions=set(reach.versions),
        entries={(row.page_id, row.version_id) for row in rows if row.id in live},
        citations={row.id or 0 for row in rows},
        fresh=live,
        statements=statements,
        subjects=subjects | {row.subject_id for row in rows},
    )
    settle(session, event, moment, touched)
