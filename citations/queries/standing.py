"""The standing of subjects in the queue and on the board, computed over sets: worst reason, score, due day, tallies.

The score is the twin of ``citations.priority``; a test holds the two together on both databases.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    FromClause,
    Select,
    String,
    Subquery,
    Update,
    and_,
    bindparam,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    literal_column,
    null,
    or_,
    select,
    union_all,
    update,
)

from citations.kinds import Band, CitationState, Clock, Harm, Reason, Role
from citations.policy import Policy
from citations.priority import HALVED, MOST
from citations.queries.among import among
from citations.queries.tables import CITATION, DEADLINE, FLAG, PAGE, SOURCE, SUBJECT, VERSION
from citations.reasons import SETS_NO_DUE_DAY, SUPERSEDED

Column = ColumnElement[Any]


def overdue_ladder(since: Column, policy: Policy) -> Column:
    """Return the overdue points of a trigger day: one per full step, at most the policy's most (``ladder_days``)."""
    most = policy.number("overdue.most")
    steps: list[tuple[Column, Column]] = [
        (since <= bindparam(f"step_{n}", type_=Date), literal_column(str(n))) for n in range(most, 0, -1)
    ]
    return case(*steps, else_=literal_column("0")) if steps else literal_column("0")


def ladder_days(today: date, policy: Policy) -> dict[str, date]:
    """Return the days at which the overdue points of a day change, as values for ``overdue_ladder``."""
    step = policy.number("overdue.step")
    return {f"step_{n}": today - timedelta(days=step * n) for n in range(1, policy.number("overdue.most") + 1)}


def points_of(prefix: str, column: Column, policy: Policy, words: Sequence[str]) -> Column:
    """Return the policy's number for the word in a column."""
    whens: list[tuple[Column, Column]] = [
        (column == word, literal_column(str(policy.number(f"{prefix}.{word}")))) for word in words
    ]
    return case(*whens, else_=literal_column("0"))


def _worst() -> Subquery:
    """Return the worst open flag of each subject: most points, then the earlier day (domain 7, reason and ties)."""
    halved = CITATION.c.role.in_([role.value for role in HALVED])
    weight = case((halved, (FLAG.c.severity + 1) // 2), else_=FLAG.c.severity)
    place = func.row_number().over(
        partition_by=FLAG.c.subject_id,
        order_by=[weight.desc(), FLAG.c.trigger_day, FLAG.c.id],
    )
    return (
        select(
            FLAG.c.subject_id,
            FLAG.c.id.label("flag_id"),
            FLAG.c.reason,
            FLAG.c.trigger_day,
            weight.label("weight"),
            CITATION.c.role.label("role"),
            place.label("place"),
        )
        .select_from(FLAG.outerjoin(CITATION, CITATION.c.id == FLAG.c.citation_key))
        .where(FLAG.c.closed_at.is_(None), among(FLAG.c.subject_id))
        .subquery("worst")
    )


def _only_support(policy: Policy) -> ColumnElement[bool]:
    """Return whether a subject has confirmed support and none of it is free of a reason at or above re-assessment."""
    supports = and_(
        CITATION.c.subject_id == SUBJECT.c.id,
        CITATION.c.role == Role.SUPPORTS.value,
        CITATION.c.state == CitationState.CONFIRMED.value,
    )
    flagged = exists().where(
        FLAG.c.subject_id == CITATION.c.subject_id,
        FLAG.c.citation_key == CITATION.c.id,
        FLAG.c.closed_at.is_(None),
        FLAG.c.severity >= policy.severity(Reason.REASSESS_DUE),
    )
    # The negated inner question correlates with the citation of the outer one, not with one of its own.
    free = exists().where(supports, ~flagged.correlate(CITATION))
    return and_(exists().where(supports).correlate(SUBJECT), ~free.correlate(SUBJECT))


def _band(points: Column, worst: CTE, policy: Policy) -> Column:
    """Return the band with its two overrides (domain 7, bands)."""
    grave = and_(
        worst.c.reason.in_([Reason.RETRACTED.value, Reason.WITHDRAWN.value]),
        worst.c.role == Role.SUPPORTS.value,
        worst.c.harm.in_([Harm.H2.value, Harm.H3.value]),
    )
    return case(
        (worst.c.reason.is_(None), null()),
        (worst.c.reason == Reason.UNDER_REVISION.value, literal(Band.D.value)),
        (grave, literal(Band.A.value)),
        *[(points >= policy.number(f"band.{band}"), literal(band.value)) for band in (Band.A, Band.B, Band.C)],
        else_=literal(Band.D.value),
    )


def _summed(policy: Policy) -> CTE:
    """Return each subject with its worst flag and the sum of its parts; materialized, so that each is added up once."""
    worst = _worst()
    total = (
        worst.c.weight
        + points_of("harm", SUBJECT.c.harm, policy, list(Harm))
        + overdue_ladder(worst.c.trigger_day, policy)
        + case((_only_support(policy), literal_column(str(policy.number("only_support")))), else_=literal_column("0"))
        + case((SUBJECT.c.volatile, literal_column(str(policy.number("time_word")))), else_=literal_column("0"))
        + points_of("reach", PAGE.c.reach, policy, ["high", "middle", "unknown", "low"])
    )
    first = and_(worst.c.subject_id == SUBJECT.c.id, worst.c.place == 1)
    columns = (worst.c.flag_id, worst.c.reason, worst.c.trigger_day, worst.c.role, total.label("total"))
    return (
        select(SUBJECT.c.id, SUBJECT.c.harm, *columns)
        .select_from(SUBJECT.join(PAGE, PAGE.c.id == SUBJECT.c.page_id).outerjoin(worst, first))
        .where(among(SUBJECT.c.id))
        .cte("summed")
        .prefix_with("MATERIALIZED")
    )


@lru_cache(maxsize=4)
def score(policy: Policy) -> Update:
    """Return the update that gives subjects (IDS) their worst flag, points and band as of a day (``ladder_days``)."""
    summed = _summed(policy)
    points = case((summed.c.total > MOST, literal_column(str(MOST))), else_=summed.c.total)
    return (
        update(SUBJECT)
        .values(
            worst_flag_id=summed.c.flag_id,
            reason=summed.c.reason,
            since=summed.c.trigger_day,
            points=case((summed.c.flag_id.is_(None), null()), else_=points),
            band=_band(points, summed, policy),
        )
        .where(SUBJECT.c.id == summed.c.id)
    )


def _due_rows() -> Subquery:
    """Return every day that makes one of these subjects due: open flags and deadlines still ahead (domain 6, Deadline).

    Only what supports a statement sets its due day; a page's own entry counts whatever its role.
    """
    counts = or_(CITATION.c.role == Role.SUPPORTS.value, CITATION.c.statement_id.is_(None))
    kind = cast(SOURCE.c.kind, String).label("kind")
    own = literal("").label("kind")
    sets_day = FLAG.c.reason.not_in([reason.value for reason in SETS_NO_DUE_DAY])
    sources = CITATION.join(VERSION, VERSION.c.id == CITATION.c.version_id).join(
        SOURCE, SOURCE.c.id == VERSION.c.source_id
    )
    ahead = and_(DEADLINE.c.fired_on.is_(None), DEADLINE.c.reason.not_in([reason.value for reason in SETS_NO_DUE_DAY]))
    live = and_(CITATION.c.state == CitationState.CONFIRMED.value, counts)
    flagged = (
        select(FLAG.c.subject_id, FLAG.c.trigger_day.label("due_on"), FLAG.c.clock, kind)
        .select_from(FLAG.join(sources, CITATION.c.id == FLAG.c.citation_key))
        .where(FLAG.c.closed_at.is_(None), sets_day, counts, among(FLAG.c.subject_id))
    )
    flagged_itself = select(FLAG.c.subject_id, FLAG.c.trigger_day.label("due_on"), FLAG.c.clock, own).where(
        FLAG.c.closed_at.is_(None), FLAG.c.citation_key == 0, sets_day, among(FLAG.c.subject_id)
    )
    itself = select(DEADLINE.c.subject_id, DEADLINE.c.due_on, DEADLINE.c.clock, own).where(
        ahead, among(DEADLINE.c.subject_id)
    )
    cited = (
        select(CITATION.c.subject_id, DEADLINE.c.due_on, DEADLINE.c.clock, kind)
        .select_from(sources.join(DEADLINE, reaches(DEADLINE)))
        .where(ahead, live, among(CITATION.c.subject_id))
    )
    narrow = (
        select(CITATION.c.subject_id, DEADLINE.c.due_on, DEADLINE.c.clock, kind)
        .select_from(sources.join(DEADLINE, DEADLINE.c.citation_id == CITATION.c.id))
        .where(ahead, live, among(CITATION.c.subject_id))
    )
    return union_all(flagged, flagged_itself, itself, cited, narrow).subquery("due_rows")


def reaches(deadline: FromClause) -> ColumnElement[bool]:
    """Return whether a deadline of a version reaches a citation: same version, same page if it names one.

    A citation's own deadline for that clock counts instead of it. Events have no clock: each counts, but for newer
    versions, whose marks may say more of one recommendation than of the whole (1.1).
    """
    own = DEADLINE.alias("own")
    newer = and_(own.c.reason.in_(SUPERSEDED), deadline.c.reason.in_(SUPERSEDED), own.c.evidence == deadline.c.evidence)
    return and_(
        deadline.c.version_id == CITATION.c.version_id,
        deadline.c.citation_id.is_(None),
        or_(deadline.c.page_id.is_(None), deadline.c.page_id == CITATION.c.page_id),
        ~exists()
        .where(own.c.citation_id == CITATION.c.id, own.c.clock == deadline.c.clock)
        .where(or_(own.c.clock != Clock.EVENT, newer))
        .correlate(CITATION, deadline),
    )


@lru_cache(maxsize=1)
def due() -> Update:
    """Return the update that gives subjects (IDS) their earliest due day, the clock and the kind behind it."""
    rows = _due_rows()
    place = func.row_number().over(partition_by=rows.c.subject_id, order_by=[rows.c.due_on, rows.c.clock, rows.c.kind])
    first = select(rows, place.label("place")).subquery("first_row")
    fresh = (
        select(
            SUBJECT.c.id, cast(SUBJECT.c.kind, String).label("own_kind"), first.c.due_on, first.c.clock, first.c.kind
        )
        .select_from(SUBJECT.outerjoin(first, and_(first.c.subject_id == SUBJECT.c.id, first.c.place == 1)))
        .where(among(SUBJECT.c.id))
        .subquery("fresh")
    )
    kind = case((fresh.c.kind == "", fresh.c.own_kind), (fresh.c.kind.is_(None), ""), else_=fresh.c.kind)
    return (
        update(SUBJECT)
        .values(due_on=fresh.c.due_on, due_clock=fresh.c.clock, due_kind=kind)
        .where(SUBJECT.c.id == fresh.c.id)
    )


def ticking(after: date, until: date, policy: Policy) -> Select[int]:
    """Return the subjects whose overdue points grow between two days: a range of trigger days per step."""
    step, most = policy.number("overdue.step"), policy.number("overdue.most")
    ranges = [
        and_(SUBJECT.c.since > after - timedelta(days=step * n), SUBJECT.c.since <= until - timedelta(days=step * n))
        for n in range(1, most + 1)
    ]
    return select(SUBJECT.c.id).where(or_(false(), *ranges))
