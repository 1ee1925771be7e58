"""Citation keys: free, plain, in order, however many are asked for at once."""

from sqlmodel import Session

from citations.kinds import SourceKind
from citations.models import Source, SourceVersion
from jobs.cite_keys import KeyAsked, new_keys
from service.db import Sessions
from tests.factories import moment


def _take(session: Session, *keys: str) -> None:
    source = Source(key="title:x", kind=SourceKind.BOOK, title="x")
    session.add(source)
    session.flush()
    today = moment().today
    session.add_all(SourceVersion(source_id=source.id or 0, cite_key=key, first_seen_on=today) for key in keys)
    session.flush()


def test_a_stem_gets_letters_and_then_numbers(sessions: Sessions) -> None:
    with sessions.write() as session:
        _take(session, "meier2020", "meier2020b", "meier2020-3")
        keys = new_keys(session, [KeyAsked("meier2020")] * 28)
    assert keys[:3] == ["meier2020a", "meier2020c", "meier2020d"]
    assert keys[24:] == ["meier2020z", "meier2020-2", "meier2020-4", "meier2020-5"][-len(keys[24:]) :]
    assert len(set(keys)) == 28


def test_a_key_that_a_file_brings_goes_before_one_that_is_made_up(sessions: Sessions) -> None:
    with sessions.write() as session:
        keys = new_keys(
            session, [KeyAsked("meier2020"), KeyAsked("huber", "meier2020"), KeyAsked("huber", "meier2020")]
        )
    assert keys == ["meier2020a", "meier2020", "huber"]
