"""What an import set aside comes back by a person's word, and a later import keeps it there."""

import pytest
from sqlmodel import Session, col, select

from citations.models import Event, SetAsideText, Statement, Subject
from jobs.refused import ConflictError, UnknownError
from service.acts.import_page import Upload, import_page
from service.acts.take_back import take_back
from service.db import Sessions
from tests.factories import EDITOR, URL, moment

HTML = (
    "<html><body><nav><a href='/a'>Start</a> <a href='/b'>Knochen</a></nav><main><h1>Knochen</h1>"
    "<p>Eine Operation wird im Zentrum geplant. {more}</p></main>"
    "<footer><p>Doxorubicin kann das Herz belasten. Fragen Sie Ihr Team.</p></footer></body></html>"
)


def _bring_in(session: Session, more: str = "") -> None:
    import_page(session, moment(), EDITOR, Upload(URL, HTML.format(more=more), format="html"))


def _footer(session: Session) -> SetAsideText:
    found = select(SetAsideText).where(col(SetAsideText.text).contains("Doxorubicin")).order_by(col(SetAsideText.id))
    return session.exec(found).one()


def _texts(session: Session) -> list[str]:
    rows = select(Statement.exact).where(Statement.state == "active").order_by(col(Statement.position))
    return list(session.exec(rows))


def test_the_sentences_stand_at_the_end_of_the_page(sessions: Sessions) -> None:
    with sessions.write() as session:
        _bring_in(session)
        before = _texts(session)
        ids = take_back(session, moment(), EDITOR, _footer(session).id or 0)
        assert _texts(session) == [*before, "Doxorubicin kann das Herz belasten.", "Fragen Sie Ihr Team."]
        subjects = session.exec(select(Subject).where(col(Subject.statement_id).in_(ids))).all()
        assert len(subjects) == 2
        assert session.exec(select(Event.by).where(Event.act == "take_back")).one() == EDITOR


def test_a_later_import_keeps_them_and_their_history(sessions: Sessions) -> None:
    with sessions.write() as session:
        _bring_in(session)
        ids = take_back(session, moment(), EDITOR, _footer(session).id or 0)
        _bring_in(session, "Danach folgt die Nachsorge.")
        kept = session.exec(select(Statement).where(col(Statement.id).in_(ids))).all()
        assert {statement.state for statement in kept} == {"active"}
        assert _texts(session).count("Doxorubicin kann das Herz belasten.") == 1
        assert "Danach folgt die Nachsorge." in _texts(session)
        again = select(SetAsideText).where(col(SetAsideText.text).contains("Doxorubicin"))
        assert [row.taken_back_by for row in session.exec(again)] == [EDITOR]


def test_nothing_comes_back_twice(sessions: Sessions) -> None:
    with sessions.write() as session:
        _bring_in(session)
        number = _footer(session).id or 0
        take_back(session, moment(), EDITOR, number)
        with pytest.raises(ConflictError):
            take_back(session, moment(), EDITOR, number)


def test_what_was_never_set_aside_is_unknown(sessions: Sessions) -> None:
    with sessions.write() as session, pytest.raises(UnknownError):
        take_back(session, moment(), EDITOR, 4711)
