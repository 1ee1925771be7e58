"""A page's own entries: how grave they are, and that they rest while their source is bound to sentences."""

from sqlalchemy import and_, exists, select, update
from sqlmodel import Session

from citations.kinds import CitationState, Harm, SubjectKind
from citations.queries.tables import CITATION, STATEMENT, SUBJECT
from jobs.standing import activate


def stand_behind(session: Session, page_id: int) -> set[int]:
    """Bring a page's entries in step with its statements and return the subjects that changed.

    An entry, and the page itself, weigh as much as the gravest statement they stand behind. An entry rests while its
    source is bound to a statement of the page: a bound source flags its statements, an unbound one the entry.
    """
    session.flush()
    return _weigh(session, page_id) | _rest(session, page_id)


def _weigh(session: Session, page_id: int) -> set[int]:
    """Give entries and page the highest harm class of the page's active statements."""
    classes = select(STATEMENT.c.harm).where(STATEMENT.c.page_id == page_id, STATEMENT.c.state == "active").distinct()
    gravest = max((Harm(row[0]) for row in session.connection().execute(classes)), default=Harm.H0)
    which = and_(
        SUBJECT.c.page_id == page_id,
        SUBJECT.c.kind != SubjectKind.STATEMENT,
        SUBJECT.c.harm != gravest,
    )
    ids = {int(row[0]) for row in session.connection().execute(select(SUBJECT.c.id).where(which))}
    session.connection().execute(update(SUBJECT).where(which).values(harm=gravest))
    return ids


def _rest(session: Session, page_id: int) -> set[int]:
    """Switch entries on and off by whether their version is bound to a statement of the page."""
    bound = CITATION.alias("bound")
    covered = exists().where(
        bound.c.page_id == CITATION.c.page_id,
        bound.c.version_id == CITATION.c.version_id,
        bound.c.statement_id.is_not(None),
        bound.c.state == CitationState.CONFIRMED,
    )
    rows = session.connection().execute(
        select(SUBJECT.c.id, SUBJECT.c.active, CITATION.c.state, covered.label("covered"))
        .select_from(SUBJECT.join(CITATION, CITATION.c.subject_id == SUBJECT.c.id))
        .where(SUBJECT.c.page_id == page_id, SUBJECT.c.kind == SubjectKind.ENTRY)
    )
    was: dict[int, bool] = {}
    asked: set[int] = set()
    for number, active, state, is_covered in rows:  # an entry that moved on has a row for each of its versions
        was[int(number)] = bool(active)
        if state == CitationState.CONFIRMED and not is_covered:
            asked.add(int(number))
    waking = sorted(number for number, active in was.items() if number in asked and not active)
    resting = sorted(number for number, active in was.items() if number not in asked and active)
    activate(session, waking, active=True)
    activate(session, resting, active=False)
    return {*waking, *resting}
