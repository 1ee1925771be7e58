"""An act may touch more rows than a database takes bound values; what is not there does no harm."""

from sqlmodel import col, select

from citations.models import Flag
from jobs.ledger import Touched, record, settle
from service.db import Sessions
from tests.factories import EDITOR, bound, bring_in, moment
from tests.jobs.test_standing import counted, tallied

MANY = set(range(1, 70_001))
"""More than SQLite (32,766) and PostgreSQL (65,535) take in one statement."""


def test_an_act_may_touch_more_than_a_statement_takes_values(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        bound(session, "Doxorubicin")
        flags = select(Flag.id, Flag.closed_at).order_by(col(Flag.id))
        before = session.exec(flags).all()
        event = record(session, moment(), EDITOR, "test", "ledger")
        touched = Touched(versions=set(MANY), citations=set(MANY), statements=set(MANY), pages=set(MANY))
        settle(session, event, moment(), touched)
        assert session.exec(flags).all() == before
        assert tallied(session) == counted(session)
