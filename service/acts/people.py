"""Who works here: a name chosen in the browser, and when they were last here."""

from datetime import timedelta

from sqlmodel import Session, select

from citations.models import Person
from jobs.ledger import Moment
from jobs.refused import RefusedError

LONGEST_NAME = 80
A_VISIT = timedelta(hours=4)
"""Whoever comes back within this time is still on the same visit."""


def arrive(session: Session, moment: Moment, name: str) -> Person:
    """Note that somebody is here; after a longer pause a new visit begins and the last one is remembered."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise RefusedError(
            "refused.name",
            value="".join(sign if sign.isprintable() else "·" for sign in name[:LONGEST_NAME]),
            longest=LONGEST_NAME,
        )
    person = session.exec(select(Person).where(Person.name == name)).first()
    if person is None:
        person = Person(name=name, seen_at=moment.now)
    elif moment.now - person.seen_at > A_VISIT:
        person.before_at, person.seen_at = person.seen_at, moment.now
    session.add(person)
    session.flush()
    return person
