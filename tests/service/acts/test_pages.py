"""The date and the reach of a page: logged, refused where a rule is broken, and felt by clocks and queue at once."""

import pytest
from sqlmodel import select

from citations.models import Event, Flag, Page, Subject
from jobs.refused import RefusedError, UnknownError
from service.acts.pages import set_published, set_reach
from service.db import Sessions
from tests.factories import EDITOR, bring_in, moment


def test_a_date_closes_what_its_lack_had_opened(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        undated = select(Flag).where(Flag.reason == "reference_incomplete", Flag.citation_key == 0)
        assert session.exec(undated).one().closed_at is None
        set_published(session, moment(), EDITOR, page_id, "2026-05", "steht im Fuß der Seite")
        assert session.exec(undated).one().closed_at is not None
        event = session.exec(select(Event).where(Event.act == "set_published")).one()
        assert (event.before, event.after["because"]) == ({"published": ""}, "steht im Fuß der Seite")


@pytest.mark.parametrize(
    "published,because,key",
    [
        ("2026-13", "x", "refused.no_date"),
        ("2027", "x", "refused.date_ahead"),
        ("2026", " ", "refused.change_needs_reason"),
    ],
)
def test_a_date_that_breaks_a_rule_is_refused(sessions: Sessions, published: str, because: str, key: str) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        with pytest.raises(RefusedError) as error:
            set_published(session, moment(), EDITOR, page_id, published, because)
        assert error.value.key == key
        assert session.get_one(Page, page_id).published == ""


def test_a_widely_read_page_moves_up_in_the_queue(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        of_page = select(Subject.id, Subject.points).where(Subject.page_id == page_id)
        before = {number: points for number, points in session.exec(of_page) if points is not None}
        set_reach(session, moment(), EDITOR, page_id, "high")
        after = {number: points for number, points in session.exec(of_page) if points is not None}
        assert before
        assert after == {number: points + 2 for number, points in before.items()}


def test_a_reach_nobody_knows_is_refused(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        with pytest.raises(RefusedError):
            set_reach(session, moment(), EDITOR, page_id, "riesig")
        with pytest.raises(UnknownError):
            set_reach(session, moment(), EDITOR, 4711, "high")
