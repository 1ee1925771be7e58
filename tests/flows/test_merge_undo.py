"""A merge undone gives back the same rows, whatever happened before; what a merge leaves is what the rules give."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session, SQLModel
from sqlmodel import select as sql

from citations.kinds import CitationState
from citations.models import Citation, Merge, Source
from jobs.refused import RefusedError
from service.acts.merge import Merging, merge
from service.acts.unmerge import undo_merge, what_forbids
from service.db import Sessions
from tests.factories import EDITOR, moment
from tests.flows.test_any_order import Office
from tests.recomputing import assert_in_step

_LOG = ("event", "merge", "watch")  # when to look next is a plan, made anew from what is stored
_DRAWN = {"deadline": ("id", "fired_on"), "likely_double": (), "tally": ()}
"""Columns that say when the ledger wrote a row, not what it says."""
_FOLLOWS = frozenset({"deadline", "flag", "likely_double", "search_text", "subject", "tally", "title_mark"})
"""Tables that follow from the others: what they say after other work is for the recomputation to judge."""
_ORDERED = frozenset({"superseded_by_id", "consensus_as_of", "valid_until", "valid_until_origin"})

Picture = dict[str, dict[Any, Any]]


def picture(session: Session) -> Picture:
    """Return every row of every table that is no log, by what it is known by."""
    session.flush()
    found: Picture = {}
    live = session.exec(sql(Citation).where(Citation.state == CitationState.CONFIRMED)).all()
    for table in SQLModel.metadata.sorted_tables:
        if table.name in _LOG:
            continue
        rows = [dict(row) for row in session.connection().execute(select(table)).mappings()]
        left_out = _DRAWN.get(table.name, ())
        kept = [{name: value for name, value in row.items() if name not in left_out} for row in rows]
        if table.name == "tally":
            found[table.name] = {(row["dimension"], row["key"], row["label"]): row["n"] for row in kept if row["n"]}
        elif table.name == "deadline":
            counting = [row for row in kept if _counts(row, live)]
            found[table.name] = {(row["scope"], row["clock"], row["reason"], row["evidence"]): row for row in counting}
        else:
            found[table.name] = {row.get("id", str(row)): row for row in kept}
    return found


def _counts(deadline: dict[str, Any], live: Sequence[Citation]) -> bool:
    """Say whether a deadline is one of a subject, or reaches a citation that counts; others are left as they were."""
    if deadline["subject_id"] is not None:
        return True
    own = (deadline["citation_id"], deadline["version_id"], deadline["page_id"])
    scopes = ((one.id, one.version_id, one.page_id) for one in live)
    return any(own in ((number, None, None), (None, on, None), (None, on, page)) for number, on, page in scopes)


def assert_same(before: Picture, after: Picture, done: list[str]) -> None:
    """Check that all rows are back; a flag that the merge opened stays as a closed one, for nothing is deleted."""
    for name, rows in before.items():
        differing = {key: (row, after[name].get(key)) for key, row in rows.items() if after[name].get(key) != row}
        assert differing == {}, (name, done)
        added = [row for key, row in after[name].items() if key not in rows]
        assert name == "flag" or added == [], (name, done)
        assert all(row["closed_at"] is not None for row in added), (name, done)


def assert_kept(before: Picture, mid: Picture, late: Picture, after: Picture, done: list[str]) -> None:
    """Check that every value is what it was before the merge, or what somebody made of it after the merge.

    ``mid`` is the picture right after the merge, ``late`` the one right before its undo. Where a version was added or
    named since, the order of versions and what a minor one keeps of the older follow from it (invariants 4 and 6).
    """
    follows = _ORDERED if mid["source_version"] != late["source_version"] else frozenset()
    for name in before.keys() - _FOLLOWS:
        assert after[name].keys() == late[name].keys(), (name, done)
        for key, now in after[name].items():
            was, merged, then = (some[name].get(key) or late[name][key] for some in (before, mid, late))
            wanted = {column: was[column] if then[column] == merged[column] else then[column] for column in now}
            differing = {column for column in now if now[column] != wanted[column]} - follows
            assert differing == set(), (name, key, now, wanted, done)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_a_merge_undone_gives_back_every_row_whatever_happened_before(sessions: Sessions, seed: int) -> None:
    with sessions.write() as session:
        undo_at_once(session, seed, merges=3)
        session.rollback()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_an_undo_after_other_work_keeps_that_work_or_is_refused_whole(sessions: Sessions, seed: int) -> None:
    with sessions.write() as session:
        undo_later(session, seed, merges=3)
        session.rollback()


def undo_at_once(session: Session, seed: int, merges: int) -> None:
    """Walk, merge, undo, again and again: each time all is as it was."""
    office, done = _office(session, 100 + seed)
    for _ in range(merges):
        before, made = _merge_in(office, done)
        assert_in_step(session, office.day, done)
        assert _undone(office, made, done)
        assert_in_step(session, office.day, done)
        assert_same(before, picture(session), done)


def undo_later(session: Session, seed: int, merges: int) -> None:
    """Walk, merge, walk on, undo: what was done in between is kept, or the undo is refused and nothing is changed."""
    office, done = _office(session, 500 + seed)
    for _ in range(merges):
        before, made = _merge_in(office, done)
        mid = picture(session)
        done += [office.act() for _ in range(3)]
        if session.get_one(Merge, made).undone_at is not None:
            continue
        late, forbidden = picture(session), what_forbids(session, session.get_one(Merge, made))
        undone = _undone(office, made, done)
        assert undone is (forbidden is None), done
        assert_in_step(session, office.day, done)
        if undone:
            assert_kept(before, mid, late, picture(session), done)
        else:
            assert picture(session) == late, done


def _office(session: Session, seed: int) -> tuple[Office, list[str]]:
    """Return somebody with two sources at least, and the empty list of what she has done."""
    office = Office(session, seed)
    while len(session.exec(sql(Source.id)).all()) < 2:
        office.import_page()
    return office, []


def _merge_in(office: Office, done: list[str]) -> tuple[Picture, int]:
    """Walk until two sources could be merged; return how everything looked before, and the number of the merge."""
    while True:
        done += [office.act() for _ in range(5)]
        for _ in range(5):
            pair = (office.one(Source), office.one(Source))
            before, made = picture(office.session), _merged(office.session, office.day, pair)
            if made is not None:
                done.append(f"merge {pair}")
                return before, made


def _undone(office: Office, made: int, done: list[str]) -> bool:
    """Undo a merge if the rules let it."""
    try:
        with office.session.begin_nested():
            undo_merge(office.session, moment(office.day, 10), EDITOR, made)
    except RefusedError as refused:
        office.session.expire_all()
        done.append(f"undo: {refused.key}")
        return False
    done.append("undo")
    return True


def _merged(session: Session, day: date, pair: tuple[int, int]) -> int | None:
    """Merge two sources if the rules let them; return the number of the merge."""
    try:
        with session.begin_nested():
            return merge(session, moment(day), EDITOR, Merging(*pair)).id
    except RefusedError:
        session.expire_all()
        return None
