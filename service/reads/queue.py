"""The queue: what must be looked at, gravest first, with every open reason and the source it speaks of.

``queue_page`` is a page of the browser, ``due_rows`` the whole list for the command line. Both read columns in a fixed
number of questions; the words come from ``service.wording``.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import Row, Select, select
from sqlmodel import Session

from citations.kinds import CitationState, Reason, Role, SubjectKind
from citations.models import SourceVersion
from citations.queries.among import among
from citations.queries.tables import CITATION, FLAG, LISTED, PAGE, SOURCE, STATEMENT, SUBJECT, VERSION
from citations.stored import short_name
from jobs.ledger import load_policy
from service.reads.queue_filters import ORDER, Filters, Place, awake, chosen, in_queue, place_of

PAGE_LENGTH = 50


@dataclass(frozen=True, slots=True)
class DueRow:
    """One open reason of one subject, as the queue and ``leitstand due`` show it.

    ``due_on`` is the flag's trigger day; points and band are those of the subject as of the last sweep; ``worst``
    marks the reason that gives its place. ``version`` is the one cited, ``about_id`` the one the reason speaks of, 0
    for none; ``statement`` or ``entry`` what it is about.
    """

    subject_id: int
    flag_id: int
    page_id: int
    page_url: str
    page_title: str
    statement: str | None
    statement_id: int | None
    entry: str | None
    source_key: str | None
    source_name: str
    about_id: int
    version: str | None
    reason: str
    clock: str
    priority: int | None
    band: str | None
    worst: bool
    due_on: date
    overdue_days: int
    harm: str
    role: str | None
    only_support: bool
    time_words: tuple[str, ...]
    facts: dict[str, str]

    @property
    def text(self) -> str:
        """What the row is about, in the page's own words."""
        return self.statement or self.entry or self.page_title


@dataclass(frozen=True, slots=True)
class Item:
    """One subject of the queue: its worst reason, the rest of them, and until when it is put off."""

    worst: DueRow
    rest: tuple[DueRow, ...]
    kind: str
    deferred_until: date | None


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queue and the place from which the next one goes on, None at the end."""

    items: tuple[Item, ...]
    following: Place | None


def queue_page(session: Session, filters: Filters, today: date, after: Place | None = None) -> QueuePage:
    """Return one page of the queue in three questions: its subjects, their reasons, the sources of these."""
    connection = session.connection()
    ids = chosen(filters, today, after, PAGE_LENGTH + 1)
    wanted = select(*ORDER_COLUMNS).where(SUBJECT.c.id.in_(ids)).order_by(*ORDER)
    places: Sequence[Any] = connection.execute(wanted).all()
    shown = places[:PAGE_LENGTH]
    numbers = [row.id for row in shown]
    flags = connection.execute(_FLAGS.where(among(SUBJECT.c.id, numbers))).all()
    rows = _rows(session, flags, numbers, today)
    grouped: dict[int, list[DueRow]] = defaultdict(list)
    for row in rows:
        grouped[row.subject_id].append(row)
    items = tuple(_item(place, grouped[place.id]) for place in shown if grouped[place.id])
    return QueuePage(items, place_of(shown[-1]) if len(places) > PAGE_LENGTH else None)


def due_rows(session: Session, today: date, limit: int | None = None, *, items: bool = False) -> list[DueRow]:
    """Return every open reason that is due on ``today``, subject by subject in the order of the queue (domain 7).

    ``limit`` counts reasons, with ``items`` the subjects whose reasons these are.
    """
    due = (*in_queue(), awake(today), FLAG.c.trigger_day <= today)
    question = _FLAGS.where(*due)
    if items and limit is not None:
        of_worst = SUBJECT.join(FLAG, FLAG.c.id == SUBJECT.c.worst_flag_id)
        first = select(SUBJECT.c.id).select_from(of_worst).where(*due).order_by(*ORDER).limit(limit)
        question, limit = question.where(SUBJECT.c.id.in_(first.correlate(None))), None
    flags = session.connection().execute(question.limit(limit)).all()
    return _rows(session, flags, sorted({row.subject_id for row in flags}), today)


ORDER_COLUMNS = (
    SUBJECT.c.id,
    SUBJECT.c.points,
    SUBJECT.c.since,
    SUBJECT.c.page_id,
    SUBJECT.c.position,
    SUBJECT.c.kind,
    SUBJECT.c.deferred_until,
)
_VERSION_COLUMNS = (VERSION.c.label, VERSION.c.as_of, VERSION.c.guideline_class, VERSION.c.awmf_number, VERSION.c.year)


def _flags() -> Select[Any]:
    """Return the open flags with everything a row says, in queue order, the worst of each subject first."""
    worst = SUBJECT.c.worst_flag_id == FLAG.c.id
    return (
        select(
            FLAG.c.id.label("flag_id"),
            FLAG.c.subject_id,
            FLAG.c.citation_key,
            FLAG.c.about_key,
            FLAG.c.reason,
            FLAG.c.clock,
            FLAG.c.severity,
            FLAG.c.trigger_day,
            FLAG.c.facts,
            SUBJECT.c.page_id,
            SUBJECT.c.kind,
            SUBJECT.c.points,
            SUBJECT.c.band,
            SUBJECT.c.harm,
            SUBJECT.c.statement_id,
            worst.label("worst"),
            PAGE.c.url,
            PAGE.c.title.label("page_title"),
            STATEMENT.c.exact,
            STATEMENT.c.time_words,
            STATEMENT.c.volatile,
            CITATION.c.role,
            CITATION.c.mention,
            LISTED.c.text.label("line"),
            LISTED.c.reading,
            SOURCE.c.key,
            SOURCE.c.title.label("source_title"),
            VERSION.c.authors,
            VERSION.c.title,
            *_VERSION_COLUMNS,
        )
        .select_from(
            FLAG.join(SUBJECT, SUBJECT.c.id == FLAG.c.subject_id)
            .join(PAGE, PAGE.c.id == SUBJECT.c.page_id)
            .outerjoin(STATEMENT, STATEMENT.c.id == SUBJECT.c.statement_id)
            .outerjoin(CITATION, CITATION.c.id == FLAG.c.citation_key)
            .outerjoin(LISTED, LISTED.c.id == CITATION.c.listed_id)
            .outerjoin(VERSION, VERSION.c.id == CITATION.c.version_id)
            .outerjoin(SOURCE, SOURCE.c.id == VERSION.c.source_id)
        )
        .where(FLAG.c.closed_at.is_(None))
        .order_by(*ORDER, worst.desc(), FLAG.c.severity.desc(), FLAG.c.trigger_day, FLAG.c.id)
    )


_FLAGS = _flags()
_SUPPORT = select(CITATION.c.subject_id, CITATION.c.id).where(
    CITATION.c.role == Role.SUPPORTS, CITATION.c.state == CitationState.CONFIRMED
)
"""Built once, as the one above: composing a question costs more than asking it."""


def _rows(session: Session, flags: Sequence[Row[Any]], numbers: Sequence[int], today: date) -> list[DueRow]:
    alone = _alone(session, flags, numbers)
    return [_row(flag, today, only_support=flag.subject_id in alone) for flag in flags]


def _alone(session: Session, flags: Sequence[Row[Any]], numbers: Sequence[int]) -> set[int]:
    """Return the subjects that have support and none that is free of a reason at or above re-assessment (domain 7)."""
    supports = session.connection().execute(_SUPPORT.where(among(CITATION.c.subject_id, numbers)))
    least = load_policy(session).severity(Reason.REASSESS_DUE)
    doubtful = {flag.citation_key for flag in flags if flag.severity >= least}
    having: set[int] = set()
    sound: set[int] = set()
    for subject_id, citation_id in supports:
        having.add(subject_id)
        if citation_id not in doubtful:
            sound.add(subject_id)
    return having - sound


def _row(flag: Row[Any], today: date, *, only_support: bool) -> DueRow:
    is_entry = flag.kind is SubjectKind.ENTRY
    return DueRow(
        subject_id=flag.subject_id,
        flag_id=flag.flag_id,
        page_id=flag.page_id,
        page_url=flag.url,
        page_title=flag.page_title,
        statement=flag.exact,
        statement_id=flag.statement_id,
        entry=_entry(flag) if is_entry else None,
        source_key=flag.key,
        source_name=_source_name(flag),
        about_id=flag.about_key,
        version=(flag.label or flag.as_of) if flag.key else None,
        reason=flag.reason.value,
        clock=flag.clock.value,
        priority=flag.points,
        band=flag.band.value if flag.band else None,
        worst=bool(flag.worst),
        due_on=flag.trigger_day,
        overdue_days=(today - flag.trigger_day).days,
        harm=flag.harm.value,
        role=flag.role.value if flag.role else None,
        only_support=only_support,
        time_words=tuple(flag.time_words or ()) if flag.volatile else (),
        facts=dict(flag.facts),
    )


def _entry(flag: Row[Any]) -> str | None:
    """Return the printed line of an entry; of a line in prose, what it calls the source."""
    line: str | None = flag.mention if flag.reading == "prose" and flag.mention else flag.line
    return line or flag.mention or str(flag.source_title)


def _source_name(flag: Row[Any]) -> str:
    if not flag.key:
        return ""
    # The row has the columns that a name is made of; an object per row would cost more than the question itself.
    named = cast("SourceVersion", flag)
    return short_name(named, flag.key, flag.source_title)


def _item(place: Row[Any], rows: Sequence[DueRow]) -> Item:
    worst = next((row for row in rows if row.worst), rows[0])
    return Item(worst, tuple(row for row in rows if row is not worst), place.kind.value, place.deferred_until)
