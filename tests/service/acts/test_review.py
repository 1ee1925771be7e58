"""Two editors at one item: exactly one decides, the other learns who was faster; on both databases."""

from collections.abc import Callable, Sequence
from threading import Barrier, Thread

from sqlmodel import col, func, select

from citations.kinds import Decision
from citations.models import Citation, Flag, Review
from jobs.refused import ConflictError
from service.acts.cite import Binding, bind
from service.acts.review import Verdict, review
from service.db import Sessions
from tests.factories import EDITOR, bound, bring_in, flag_ids, moment, statement_with, version_of
from tests.flows.deciding import S3


def at_once(work: Sequence[Callable[[], None]]) -> list[ConflictError | None]:
    """Run callables in threads that start together and return what each raised, None for nothing."""
    gate = Barrier(len(work))
    ends: list[ConflictError | None] = []

    def run(one: Callable[[], None]) -> None:
        gate.wait(10)
        try:
            one()
        except ConflictError as conflict:
            ends.append(conflict)
        else:
            ends.append(None)

    threads = [Thread(target=run, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return ends


def test_two_who_decide_at_once_are_one_decision_and_one_conflict(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        _, subject = bound(session, "Doxorubicin")
        number, seen = subject.id or 0, flag_ids(session, subject)

    def decide(who: str) -> None:
        with sessions.write() as session:
            review(session, moment(hour=10), who, number, Verdict(Decision.CONFIRMED, "gelesen", seen, 0))

    ends = at_once([lambda: decide("Erste"), lambda: decide("Zweite")])
    conflicts = [end for end in ends if end is not None]
    assert len(conflicts) == 1
    with sessions.read() as session:
        rows = session.exec(select(Review)).all()
        assert len(rows) == 1
        assert conflicts[0].facts["who"] == rows[0].by


def test_two_who_bind_the_same_source_at_once_bind_it_once(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        statement = statement_with(session, "Doxorubicin").id or 0
        version = version_of(session, S3).id or 0

    def tie() -> None:
        with sessions.write() as session:
            bind(session, moment(), EDITOR, statement, Binding(version))

    ends = at_once([tie, tie])
    assert sum(end is None for end in ends) == 1
    with sessions.read() as session:
        assert session.exec(select(func.count()).where(Citation.statement_id == statement)).one() == 1
        flags = session.exec(select(Flag).where(col(Flag.closed_at).is_(None))).all()
        assert len({(flag.subject_id, flag.reason, flag.trigger_day, flag.citation_key) for flag in flags}) == len(
            flags
        )
