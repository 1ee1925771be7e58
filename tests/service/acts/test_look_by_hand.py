"""A person looks where no program can."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from citations.models import Watch
from jobs.refused import UnknownError
from service.acts.look_by_hand import look_by_hand
from service.db import Sessions
from tests.factories import EDITOR, bring_in, moment
from tests.looking import reasons_of, visits

DAY = date(2026, 11, 20)
KEY = "awmf:032-044OL"


@pytest.mark.parametrize("changed", [False, True])
def test_a_look_by_hand_is_a_visit_and_opens_a_flag_only_for_a_change(sessions: Sessions, changed: bool) -> None:
    with sessions.write() as session:
        bring_in(session)
        watch = session.exec(select(Watch).where(Watch.watcher == "awmf")).one()
        look_by_hand(session, moment(DAY), EDITOR, watch.id or 0, changed=changed, note="neue Datei" if changed else "")
        due = session.get_one(Watch, watch.id).next_look_at
    (visit,) = visits(sessions)
    assert (visit.by, visit.watcher, due) == (EDITOR, "awmf", moment(DAY).now + timedelta(days=91))
    assert ("content_changed" in reasons_of(sessions, KEY)) is changed


def test_a_look_that_nobody_planned_is_refused(sessions: Sessions) -> None:
    with sessions.write() as session, pytest.raises(UnknownError):
        look_by_hand(session, moment(DAY), EDITOR, 4711, changed=False)
