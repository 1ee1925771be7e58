"""The score in SQL is the score of the pure function; the tallies are what counting again would give."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlmodel import Session
from sqlmodel import select as find

from citations.kinds import CitationState, Clock, Decision, Harm, Reason, Role, SubjectKind
from citations.models import Citation, Flag, Page, Statement, Subject
from citations.policy import Policy
from citations.priority import Standing, priority
from citations.queries.tables import SUBJECT, TALLY
from jobs.ledger import record, sweep
from jobs.standing import restand
from service.acts.review import Verdict, review
from service.db import Sessions
from tests.factories import EDITOR, bound, bring_in, flag_ids, moment, statement_with, subject_of, version_of

TODAY = date(2026, 11, 20)
FLAGS = st.lists(
    st.tuples(
        st.sampled_from(list(Reason)), st.integers(min_value=0, max_value=700), st.integers(min_value=-1, max_value=1)
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    flags=FLAGS,
    roles=st.tuples(st.sampled_from(list(Role)), st.sampled_from(list(Role))),
    harm=st.sampled_from(list(Harm)),
    volatile=st.booleans(),
    reach=st.sampled_from(["high", "middle", "low", "unknown"]),
)
def test_the_score_of_a_set_is_the_score_of_each(
    sessions: Sessions,
    flags: list[tuple[Reason, int, int]],
    roles: tuple[Role, Role],
    harm: Harm,
    volatile: bool,
    reach: str,
) -> None:
    with sessions.write() as session:
        bring_in(session)
        statement = statement_with(session, "Operation")
        subject = subject_of(session, statement)
        subject.harm, subject.volatile = harm, volatile
        session.get_one(Page, subject.page_id).reach = reach
        cited = [_cite(session, statement, subject, role, number) for number, role in enumerate(roles)]
        stored = _flags(session, subject, flags, cited)
        restand(session, [subject.id or 0], TODAY, Policy(), due=False)
        session.expire_all()
        found = session.get_one(Subject, subject.id)
        expected = _by_hand(stored, dict(zip(cited, roles, strict=True)), harm, reach, volatile=volatile)
        assert (found.points, found.band, found.reason, found.since) == expected
        session.rollback()


def _cite(session: Session, statement: Statement, subject: Subject, role: Role, number: int) -> int:
    """Add a citation in a role and return its id."""
    keys = ("awmf:032-044OL", "title:the-diagnosis-and-treatment-of-soft-tissue-sarcomas-of-bannasch-2011-108")
    citation = Citation(
        page_id=statement.page_id,
        statement_id=statement.id,
        version_id=version_of(session, keys[number]).id or 0,
        subject_id=subject.id or 0,
        role=role,
        state=CitationState.CONFIRMED,
        made_by=EDITOR,
        made_at=moment().now,
    )
    session.add(citation)
    session.flush()
    return citation.id or 0


def _flags(session: Session, subject: Subject, flags: list[tuple[Reason, int, int]], cited: list[int]) -> list[Flag]:
    """Put these flags on the subject, in place of what the import opened."""
    for old in session.exec(find(Flag).where(Flag.subject_id == subject.id)):
        session.delete(old)
    event = record(session, moment(), EDITOR, "test", "flags")
    rows = {
        (reason, days, 0 if which < 0 else cited[which]): Flag(
            subject_id=subject.id or 0,
            citation_key=0 if which < 0 else cited[which],
            reason=reason,
            clock=Clock.EVENT,
            severity=Policy().severity(reason),
            trigger_day=TODAY - timedelta(days=days),
            opened_at=moment().now,
            opened_event_id=event.id or 0,
        )
        for reason, days, which in flags
    }
    for row in rows.values():
        session.add(row)
        session.flush()
    return list(rows.values())


def _by_hand(
    flags: list[Flag], roles: dict[int, Role], harm: Harm, reach: str, *, volatile: bool
) -> tuple[object, ...]:
    """Return points, band, reason and day by the pure function."""
    supports = [number for number, role in roles.items() if role is Role.SUPPORTS]
    heavy = {flag.citation_key for flag in flags if flag.severity >= Policy().severity(Reason.REASSESS_DUE)}
    only = bool(supports) and all(number in heavy for number in supports)

    def standing(flag: Flag) -> Standing:
        role = roles.get(flag.citation_key)
        return Standing(flag.reason, flag.trigger_day, role, harm, only_support=only, volatile=volatile, reach=reach)

    def place(flag: Flag) -> tuple[int, date, int]:
        return (-priority(standing(flag), TODAY, Policy()).parts[0], flag.trigger_day, flag.id or 0)

    worst = min(flags, key=place)
    result = priority(standing(worst), TODAY, Policy())
    return (result.points, result.band, worst.reason, worst.trigger_day)


def tallied(session: Session) -> dict[tuple[str, str, str], int]:
    """Return the stored tallies that are not zero."""
    rows = session.connection().execute(select(TALLY).where(TALLY.c.n != 0))
    return {(row.dimension, row.key, row.label): row.n for row in rows}


def counted(session: Session) -> dict[tuple[str, str, str], int]:
    """Count again what the tallies should say, from the subjects themselves."""
    found: dict[tuple[str, str, str], int] = {}
    for row in session.connection().execute(select(SUBJECT).where(SUBJECT.c.active)):
        keys = []
        if row.due_on is not None:
            day = row.due_on.isoformat()
            keys += [("day", day, row.due_clock.value), ("month", day[:7], row.due_kind)]
        if row.points is not None:
            keys += [("page", str(row.page_id), row.band.value), ("band", row.band.value, row.due_kind)]
        for key in keys:
            found[key] = found.get(key, 0) + 1
    return found


def test_tallies_equal_a_recount_through_a_whole_working_life(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, when=moment("2025-03-05"))
        assert tallied(session) == counted(session)
        _, subject = bound(session, "Doxorubicin", when=moment("2025-03-06"))
        assert tallied(session) == counted(session)
        for day in ("2025-06-02", "2026-03-05", "2026-11-20", "2026-03-01"):
            sweep(session, moment(day))
            assert tallied(session) == counted(session)
        for decision, form in (
            (Decision.DEFERRED, {"until": date(2026, 12, 1)}),
            (Decision.CONFIRMED, {}),
            (Decision.RETIRED, {}),
        ):
            session.refresh(subject)
            verdict = Verdict(decision, "gelesen", flag_ids(session, subject), subject.last_review_id or 0, **form)  # type: ignore[arg-type]
            review(session, moment(hour=10), EDITOR, subject.id or 0, verdict)
            assert tallied(session) == counted(session)
        page = session.exec(find(Subject).where(Subject.kind == SubjectKind.PAGE)).one()
        gone = Verdict(Decision.RETIRED, "eingestellt", (), 0)
        review(session, moment(hour=11), EDITOR, page.id or 0, gone)
        assert tallied(session) == counted(session) == {}


def test_overdue_points_grow_with_the_days_and_only_where_they_must(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        _, _subject = bound(session, "Doxorubicin")
        sweep(session, moment("2026-11-20"))
        start = subject_of(session, statement_with(session, "Doxorubicin")).points or 0
        since = subject_of(session, statement_with(session, "Doxorubicin")).since or TODAY
        for step in range(1, 9):
            before = session.connection().execute(select(func.sum(SUBJECT.c.points))).scalar_one()
            day = max(TODAY, since + timedelta(days=60 * step))
            sweep(session, moment(day))
            sweep(session, moment(day))
            now = subject_of(session, statement_with(session, "Doxorubicin")).points or 0
            assert now == start - min(8, (TODAY - since).days // 60) + min(8, (day - since).days // 60)
            assert session.connection().execute(select(func.sum(SUBJECT.c.points))).scalar_one() >= before
