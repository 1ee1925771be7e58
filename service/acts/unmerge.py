"""A merge is undone in one step: every row back as it was, the ledger in step, or nothing at all.

What was added to the kept source since stays with it. Where a row that the merge moved has been changed since, exactly
that way back is gone: the undo is refused whole.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from textwrap import shorten
from typing import Any, cast

from sqlmodel import Session, col, select

from citations.kinds import CitationState
from citations.models import Citation, ListedSource, Merge, Page, Source, Statement
from citations.queries.among import among
from jobs.carrying import Asked, close_unasked
from jobs.ledger import Moment, load_policy, record
from jobs.refused import ConflictError, RefusedError, UnknownError
from jobs.standing import restand
from jobs.succession import put_source_in_order
from service.acts.merge import settle_merged
from service.acts.merge_reach import ORDERED, order_of, reach_of, subjects_within
from service.acts.moved_rows import Rows, put_back, rows_of, stands, table_named

_DRAWN = frozenset({"flag", "subject", "deadline", "title_mark", "search_text"})
"""What is drawn from other rows: put back where nobody touched it, left to the rules where somebody did."""

_NAMED = {
    "source": "title",
    "source_version": "cite_key",
    "identifier": "value",
    "access": "on",
    "recommendation_mark": "locator",
    "finding": "label",
    "imported_entry": "raw",
}
"""By which column a person knows a row that has been changed since."""

_LONGEST = 80

Moved = Sequence[Mapping[str, Any]]


def undo_merge(session: Session, moment: Moment, by: str, merge_id: int) -> None:
    """Undo a merge. ConflictError if somebody did so already; RefusedError names what has changed since."""
    row = session.exec(select(Merge).where(Merge.id == merge_id).with_for_update()).first()
    if row is None:
        raise UnknownError("refused.unknown_merge", number=merge_id)
    if row.undone_at is not None:
        raise ConflictError("conflict.merge_undone", who=row.undone_by)
    kept, gone = session.get_one(Source, row.kept_id), session.get_one(Source, row.gone_id)
    moved = cast("Moved", row.moved)
    told, moved = moved[0], moved[1:]
    now = _now(session, moved)
    _refuse_changed(session, kept, moved, now)
    reach = reach_of(session, row.kept_id, row.gone_id)
    both = (row.kept_id, row.gone_id)
    reordered = told["after"]["order"] != order_of(session, both)
    after: dict[str, object] = {"kept": kept.key, "merged": gone.key}
    event = record(session, moment, by, "unmerge", f"source:{kept.key}", after=after)
    record(session, moment, by, "unmerge", f"source:{gone.key}", after=after)
    row.undone_at, row.undone_by = moment.now, by
    session.flush()
    _put_back(session, moved, now)
    again = _open_again(session, moved, now)
    session.expire_all()
    if reordered:
        _place(session, both)
    settle_merged(session, event, moment, reach)
    close_unasked(session, event, reach.citations, again, since=int(told["id"]))
    restand(session, subjects_within(session, reach), moment.today, load_policy(session))
    session.expire_all()


def what_forbids(session: Session, row: Merge) -> RefusedError | None:
    """Return why a merge can no longer be undone exactly, None where it can: said before anybody tries."""
    moved = cast("Moved", row.moved)[1:]
    try:
        _refuse_changed(session, session.get_one(Source, row.kept_id), moved, _now(session, moved))
    except RefusedError as refused:
        return refused
    return None


def _now(session: Session, moved: Moved) -> Rows:
    """Return the moved rows as they are now."""
    found: Rows = {}
    for name in sorted({change["table"] for change in moved}):
        ids = [int(change["id"]) for change in moved if change["table"] == name]
        found |= rows_of(session, table_named(name), ids)
    return found


def _refuse_changed(session: Session, kept: Source, moved: Moved, now: Rows) -> None:
    """Refuse the undo whole where a row no longer has what the merge gave it, and say which one that is."""
    if kept.merged_into_id is not None:
        into = session.get_one(Source, kept.merged_into_id)
        raise RefusedError("refused.undo_merged_since", title=kept.title, into=into.title)
    for change in moved:
        names = [name for name in change["after"] if name != ORDERED]
        if change["table"] not in _DRAWN and names and not stands(now, change, names):
            raise _changed(session, change["table"], now.get((change["table"], change["id"]), {}))
    revived = [
        int(change["id"])
        for change in moved
        if change["table"] == "citation" and change["before"].get("state") in ("confirmed", "proposed")
    ]
    _refuse_retired(session, revived)


def _changed(session: Session, table: str, row: Mapping[str, Any]) -> RefusedError:
    """Return the refusal that names the row which has been changed since."""
    name = row.get(_NAMED.get(table, ""), "")
    if table == "citation":
        statement = session.get(Statement, row["statement_id"]) if row["statement_id"] is not None else None
        name = statement.exact if statement is not None else row["mention"]
    return RefusedError("refused.undo_changed", row=table, name=shorten(str(name or "–"), _LONGEST, placeholder=" …"))


def _refuse_retired(session: Session, citation_ids: Sequence[int]) -> None:
    """Refuse to bring a citation back to life on what has been retired meanwhile."""
    rows = session.exec(
        select(Citation, Page, Statement.state, ListedSource.state)
        .select_from(Citation)
        .join(Page, col(Page.id) == col(Citation.page_id))
        .join(Statement, col(Statement.id) == col(Citation.statement_id), isouter=True)
        .join(ListedSource, col(ListedSource.id) == col(Citation.listed_id), isouter=True)
        .where(among(col(Citation.id), citation_ids))
        .order_by(col(Citation.id))
    )
    for citation, page, statement, line in rows:
        if page.retired_on is not None or "retired" in (statement, line):
            raise _changed(session, "citation", citation.model_dump())


def _put_back(session: Session, moved: Moved, now: Rows) -> None:
    """Give moved rows what they had; what is drawn only if nobody touched it."""
    for change in moved:
        if change["table"] != "flag" and (change["table"] not in _DRAWN or stands(now, change)):
            put_back(session, change)


def _open_again(session: Session, moved: Moved, now: Rows) -> Asked:
    """Give flags what they had, and return what the ones ask that are open again; an ended citation's stay closed."""
    cited = {now["flag", change["id"]]["citation_key"] for change in moved if change["table"] == "flag"}
    live = set(
        session.exec(
            select(Citation.id).where(among(col(Citation.id), sorted(cited)), Citation.state == CitationState.CONFIRMED)
        )
    )
    again: Asked = set()
    for change in moved:
        if change["table"] != "flag" or not stands(now, change):
            continue
        row = now["flag", change["id"]]
        opens = "closed_at" in change["before"] and change["before"]["closed_at"] is None
        if opens and row["citation_key"] not in live:
            continue
        put_back(session, change)
        if opens:
            about = change["before"].get("about_key", row["about_key"])
            day = date.fromisoformat(row["trigger_day"])
            again.add((row["citation_key"], row["reason"], about, day, row["evidence"]))
    return again


def _place(session: Session, source_ids: Sequence[int]) -> None:
    """Put the versions of both sources in order again."""
    for source_id in source_ids:
        put_source_in_order(session, source_id)
    session.flush()
