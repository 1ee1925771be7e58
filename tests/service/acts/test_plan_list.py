"""A list is planned beside everybody else: what others save meanwhile is seen, and nothing comes twice by it."""

import pytest
from sqlmodel import Session, col, func, select

from citations.models import Deadline, LikelyDouble, Source, SourceVersion, Watch
from jobs.ledger import Touched, record, settle
from jobs.refused import RefusedError
from service.acts.import_sources import import_sources, store_list
from service.acts.plan_list import ListPlan, plan_list, read_entries
from service.acts.read_list import ListFile
from service.acts.still_true import ChangedMeanwhileError
from service.db import Sessions
from service.listing import planned, store_planned
from tests.factories import EDITOR, GUIDELINE, REVIEW, moment

ONE = "TY  - JOUR\nAU  - Meier, A\nTI  - Nachsorge bei Sarkomen des Rumpfes\nPY  - 2019\nDO  - 10.1000/a\nER  - \n"
TWO = "TY  - JOUR\nAU  - Huber, B\nTI  - Bildgebung vor der Operation\nPY  - 2020\nDO  - 10.1000/b\nER  - \n"
LIKE_ONE = ONE.replace("DO  - 10.1000/a\n", "ID  - zwilling\n").replace("des Rumpfes", "des Rumpfs")


def _file(text: str) -> ListFile:
    return ListFile("liste.ris", text.encode())


def _plan(session: Session, text: str) -> ListPlan:
    return plan_list(session, moment().today, read_entries(_file(text), moment().today))


def _store(session: Session, plan: ListPlan) -> int:
    return store_list(session, moment(), EDITOR, plan).kept


def _titles(sessions: Sessions) -> list[str]:
    with sessions.read() as session:
        return sorted(session.exec(select(Source.title)))


def test_headings_of_a_pasted_list_are_no_entries(sessions: Sessions) -> None:
    text = f"Literatur\n\n1. {GUIDELINE}\n\nFachartikel (Auswahl)\n\n1. {REVIEW}\n\nReferences:\n\nGekritzel\n"
    read = read_entries(ListFile("liste.txt", text.encode()), moment().today)
    assert [one.line for one, _ in read.entries] == [3, 7, 11]
    with sessions.read() as session:
        result = plan_list(session, moment().today, read).result
    assert (result.kept, [one.raw for one in result.problems]) == (2, ["Gekritzel"])


def test_a_list_of_headings_alone_has_no_entry() -> None:
    with pytest.raises(RefusedError, match=r"refused\.list_without_entry"):
        read_entries(ListFile("liste.txt", b"Literatur\n\nQuellen\n"), moment().today)


def test_a_source_without_any_name_is_called_by_its_address(sessions: Sessions) -> None:
    read = read_entries(ListFile("liste.txt", b"https://www.example.org/krebs\n", "text"), moment().today)
    with sessions.write() as session:
        plan = plan_list(session, moment().today, read)
        assert plan.rows[0]["facts"] == {"title": "www.example.org/krebs", "key": "url:example.org/krebs"}


def test_a_plan_that_somebody_overtook_is_made_anew_and_nothing_comes_twice(sessions: Sessions) -> None:
    made: list[int] = []

    def plan(session: Session) -> ListPlan:
        found = _plan(session, ONE + TWO)
        if not made:
            with sessions.write() as other:
                import_sources(other, moment(), EDITOR, _file(ONE))
        made.append(found.result.new)
        return found

    assert store_planned(sessions, plan, _store) == 2
    assert made == [2, 1]
    assert _titles(sessions) == ["Bildgebung vor der Operation", "Nachsorge bei Sarkomen des Rumpfes"]


def test_what_others_saved_about_other_sources_does_not_disturb_a_plan(sessions: Sessions) -> None:
    plan = planned(sessions, lambda session: _plan(session, ONE))
    with sessions.write() as session:
        import_sources(session, moment(), EDITOR, _file(TWO))
    with sessions.write() as session:
        assert _store(session, plan) == 1
    assert len(_titles(sessions)) == 2


def test_a_likely_double_that_came_meanwhile_is_noticed_all_the_same(sessions: Sessions) -> None:
    plan = planned(sessions, lambda session: _plan(session, ONE))
    with sessions.write() as session:
        import_sources(session, moment(), EDITOR, _file(LIKE_ONE))
    with sessions.write() as session:
        _store(session, plan)
        assert session.exec(select(func.count()).select_from(LikelyDouble)).one() == 1


def test_a_plan_that_no_longer_holds_stores_nothing(sessions: Sessions) -> None:
    plan = planned(sessions, lambda session: _plan(session, ONE))
    with sessions.write() as session:
        import_sources(session, moment(), EDITOR, _file(ONE))
    with pytest.raises(ChangedMeanwhileError), sessions.write() as session:
        _store(session, plan)
    assert len(_titles(sessions)) == 1


def test_new_sources_of_a_list_have_the_deadlines_and_looks_that_the_ledger_gives_any_other(sessions: Sessions) -> None:
    from_list = ONE + TWO.replace("PY  - 2020", "PY  - 2010")
    with sessions.write() as session:
        import_sources(session, moment(), EDITOR, _file(from_list))
        drawn = _drawn(session)
        assert {name for name, *_ in drawn[0]} != set()
        _settle_all(session)
        assert _drawn(session) == drawn


def _drawn(session: Session) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    dues = session.exec(select(col(Deadline.scope), col(Deadline.reason), col(Deadline.due_on), col(Deadline.fired_on)))
    looks = session.exec(select(col(Watch.source_id), col(Watch.watcher), col(Watch.key), col(Watch.next_look_at)))
    return {tuple(row) for row in dues}, {tuple(row) for row in looks}


def _settle_all(session: Session) -> None:
    from_ledger = {number or 0 for number in session.exec(select(SourceVersion.id))}
    settle(session, record(session, moment(), EDITOR, "test", "test"), moment(), Touched(versions=from_ledger))
