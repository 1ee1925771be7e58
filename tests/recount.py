"""Whether a database is whole: the tallies are what counting again gives, nothing stands there twice or half."""

from sqlalchemy import func, select, text

from citations.models import Page, Revision, Statement, Subject
from citations.queries.tables import FLAG
from service.db import open_sessions
from tests.jobs.test_standing import counted, tallied


def assert_whole(address: str) -> dict[str, int]:
    """Check a database and return how many rows of each kind it has."""
    sessions = open_sessions(address)
    with sessions.read() as session:
        assert tallied(session) == counted(session)
        connection = session.connection()
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        open_flags = select(FLAG.c.subject_id, FLAG.c.citation_key, FLAG.c.reason).where(FLAG.c.closed_at.is_(None))
        found = connection.execute(open_flags).all()
        assert len(set(found)) == len(found)
        rows = {
            model.__tablename__: connection.execute(select(func.count()).select_from(model)).scalar_one()
            for model in (Page, Revision, Statement, Subject)
        }
    sessions.close()
    return {**{str(name): int(number) for name, number in rows.items()}, "open": len(found)}
