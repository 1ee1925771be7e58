"""The handing over of a merge: chosen values, versions, and every row that names the source or version that goes."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Table, UniqueConstraint, exists, literal, or_, select, update
from sqlmodel import Session, col
from sqlmodel import select as rows

from citations.kinds import CitationState, Role
from citations.models import Citation, Event, LikelyDouble, Source, SourceVersion
from citations.queries.among import among
from citations.queries.tables import SEARCH, SOURCE, VERSION
from jobs.ledger import Moment
from service.acts.cite import end
from service.acts.merge_plan import SOURCE_FIELDS, TOGETHER, VERSION_FIELDS, Plan
from service.acts.merge_reach import followers

_GRAVER = (Role.SEE_ALSO, Role.BACKGROUND, Role.CONTRADICTS, Role.SUPPORTS)


def hand_over(session: Session, moment: Moment, event: Event, plan: Plan, choices: Mapping[str, str]) -> list[int]:
    """Give the kept source everything of the other one; return the citations that ended because both stood there."""
    _take_values(plan, choices)
    keep, gone = plan.keep, plan.gone
    keep.parent_id = keep.parent_id or gone.parent_id
    keep_id, gone_id = keep.id or 0, gone.id or 0
    for one in plan.moving:
        one.source_id = keep_id
    for kept, same in plan.pairs:
        same.merged_into_id = kept.id
        kept.first_seen_on = min(kept.first_seen_on, same.first_seen_on)
    gone.merged_into_id = keep_id
    session.flush()
    _move(session, plan.taken, keep_id, gone_id)
    _pairs_follow(session, moment, event.by, keep_id, gone_id)
    _findable(session, keep_id, gone_id)
    session.expire_all()
    return _end_twins(session, moment, event.by, [*plan.taken.values()])


def _take_values(plan: Plan, choices: Mapping[str, str]) -> None:
    """Write the values that win; a person's choice, or the other's where the kept one says nothing."""
    wins = {pair.name for pair in plan.fields(choices) if pair.wins == "gone"}
    sides: list[tuple[str, Source | SourceVersion, Source | SourceVersion, tuple[str, ...]]] = [
        ("source", plan.keep, plan.gone, SOURCE_FIELDS)
    ]
    sides += [(str(gone.id), keep, gone, VERSION_FIELDS) for keep, gone in plan.pairs]
    for part, keep, gone, names in sides:
        for name in names:
            if f"{part}.{name}" in wins:
                beside = TOGETHER.get(name, ()) if part != "source" else ()
                for column in (name, *beside):
                    setattr(keep, column, getattr(gone, column))


def _move(session: Session, taken: Mapping[int, int], keep_id: int, gone_id: int) -> None:
    """Point every row that names the other source, or one of its versions, at what took its place."""
    connection = session.connection()
    for table in followers(SOURCE, "source_id"):
        _follow(session, table, "source_id", gone_id, keep_id)
    connection.execute(
        update(SOURCE).where(SOURCE.c.parent_id == gone_id, SOURCE.c.id != keep_id).values(parent_id=keep_id)
    )
    connection.execute(update(SOURCE).where(SOURCE.c.merged_into_id == gone_id).values(merged_into_id=keep_id))
    for old, new in taken.items():
        for table in followers(VERSION, "version_id"):
            _follow(session, table, "version_id", old, new)
        for column in ("superseded_by_id", "merged_into_id"):
            points = (VERSION.c[column] == old, VERSION.c.id != new)
            connection.execute(update(VERSION).where(*points).values({column: new}))


def _follow(session: Session, table: Table, column: str, old: int, new: int) -> None:
    """Point the rows of a table at another source or version; one that is there already for both stays where it was."""
    free = [table.c[column] == old]
    for rule in table.constraints:
        if isinstance(rule, UniqueConstraint) and column in rule.columns:
            twin = table.alias("twin")
            same = [twin.c[one.name] == table.c[one.name] for one in rule.columns if one.name != column]
            free.append(~exists().where(twin.c[column] == new, *same))
    session.connection().execute(update(table).where(*free).values({column: new}))


def _pairs_follow(session: Session, moment: Moment, by: str, keep_id: int, gone_id: int) -> None:
    """Close the proposal that the two are one; those about the other source and a third speak of the kept one now."""
    own = or_(col(LikelyDouble.one_id).in_([keep_id, gone_id]), col(LikelyDouble.other_id).in_([keep_id, gone_id]))
    several = session.exec(rows(LikelyDouble).where(own)).all()
    there = {(row.one_id, row.other_id) for row in several}
    for row in several:
        if {row.one_id, row.other_id} == {keep_id, gone_id}:
            row.state, row.decided_at, row.decided_by = "merged", moment.now, by
        elif gone_id in (row.one_id, row.other_id):
            third = row.one_id if row.other_id == gone_id else row.other_id
            pair = (min(keep_id, third), max(keep_id, third))
            if pair not in there:
                there.add(pair)
                row.one_id, row.other_id = pair
    session.flush()


def _findable(session: Session, keep_id: int, gone_id: int) -> None:
    """Let the words of both find the kept source, and no words the other one."""
    texts = select(SEARCH.c.ref_id, SEARCH.c.folded).where(
        SEARCH.c.kind == "source", SEARCH.c.ref_id.in_([keep_id, gone_id])
    )
    folded: dict[int, str] = {int(number): text for number, text in session.connection().execute(texts)}
    both = " ".join(dict.fromkeys(f"{folded.get(keep_id, '')} {folded.get(gone_id, '')}".split()))
    for number, text in ((keep_id, both), (gone_id, "")):
        which = (SEARCH.c.kind == "source", SEARCH.c.ref_id == number)
        session.connection().execute(update(SEARCH).where(*which).values(folded=literal(text)))


def _end_twins(session: Session, moment: Moment, by: str, version_ids: list[int]) -> list[int]:
    """Leave one citation where a sentence, or a page's list, now names one version twice; return those that ended."""
    live = (among(col(Citation.version_id), version_ids), col(Citation.state).in_([*_LIVE]))
    groups: dict[tuple[int, int | None, int], list[Citation]] = {}
    for row in session.exec(rows(Citation).where(*live).order_by(col(Citation.id))):
        groups.setdefault((row.page_id, row.statement_id, row.version_id), []).append(row)
    ended: list[int] = []
    for several in groups.values():
        best = max(several, key=_weight)
        for row in several:
            if row is not best:
                best.locator = best.locator or row.locator
                best.quote = best.quote or row.quote
                best.listed_id = best.listed_id or row.listed_id
                best.reviewed_on = _later(best.reviewed_on, row.reviewed_on)
                best.kept_on = _later(best.kept_on, row.kept_on)
                end(row, moment, by)
                ended.append(row.id or 0)
    session.flush()
    return ended


_LIVE = (CitationState.CONFIRMED, CitationState.PROPOSED)


def _weight(citation: Citation) -> tuple[bool, int, int]:
    """Return what decides which of two citations stays: a person's word, the graver role, the older one."""
    return citation.state is CitationState.CONFIRMED, _GRAVER.index(citation.role), -(citation.id or 0)


def _later(one: date | None, other: date | None) -> date | None:
    """Return the later of two days of review."""
    return max((day for day in (one, other) if day is not None), default=None)
