"""What must be looked at and what was decided: subjects, deadlines, flags, reviews, the policy, the tallies."""

from datetime import date, datetime

from sqlalchemy import Column, Index, Text, UniqueConstraint, text
from sqlmodel import JSON, Field, SQLModel

from citations.kinds import Band, Because, Clock, Decision, Harm, Reason, SubjectKind
from citations.models.columns import UtcDateTime, words


class Subject(SQLModel, table=True):
    """One thing a person reviews: a statement, a source as a page lists it, or a page (domain 6, Review).

    All columns but the first three are derived by the ledger and never edited by hand: ``due_on`` with the clock and
    the kind of source it comes from, and the place in the queue. ``active`` is False for what is retired, and for a
    page's entry whose source is bound to statements (house rule: a bound source flags its statements).
    ``points`` is None while no flag is open; ``since`` is the trigger day of the worst one.
    """

    __table_args__ = (
        Index(
            "ix_subject_queue",
            text("points DESC"),
            "since",
            "page_id",
            "position",
            "id",
            sqlite_where=text("points IS NOT NULL AND active = 1"),
            postgresql_where=text("points IS NOT NULL AND active"),
        ),
        Index(
            "ix_subject_since",
            "since",
            sqlite_where=text("since IS NOT NULL"),
            postgresql_where=text("since IS NOT NULL"),
        ),
        Index("ix_subject_page", "page_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: SubjectKind = Field(sa_column=Column(words(SubjectKind), nullable=False))
    page_id: int = Field(foreign_key="page.id")
    statement_id: int | None = Field(default=None, foreign_key="statement.id", unique=True)
    position: int = 0
    active: bool = True
    harm: Harm = Field(sa_column=Column(words(Harm), nullable=False))
    volatile: bool = False
    due_on: date | None = None
    due_clock: Clock | None = Field(default=None, sa_column=Column(words(Clock), nullable=True))
    due_kind: str = ""
    points: int | None = None
    band: Band | None = Field(default=None, sa_column=Column(words(Band), nullable=True))
    reason: Reason | None = Field(default=None, sa_column=Column(words(Reason), nullable=True))
    since: date | None = None
    worst_flag_id: int | None = None
    deferred_until: date | None = None
    last_review_id: int | None = None


class Deadline(SQLModel, table=True):
    """One clock of a version, of a version as a page uses it, of one citation, of a statement or a page (domain 0).

    Scope, narrower first: ``citation_id``; ``version_id`` with ``page_id``; ``version_id`` alone; ``subject_id``. A
    citation's own deadline replaces the wider one of the same clock. Events are deadlines that are due on their own
    day. ``about_version_id`` is the version the reason speaks of (the newer one for superseded). ``facts`` are the
    values its sentence needs; ``fired_on`` the day the sweep turned it into flags.
    """

    __table_args__ = (
        UniqueConstraint("scope", "clock", "reason", "evidence"),
        Index(
            "ix_deadline_due",
            "due_on",
            sqlite_where=text("fired_on IS NULL"),
            postgresql_where=text("fired_on IS NULL"),
        ),
        Index("ix_deadline_version", "version_id", "page_id"),
        Index(
            "ix_deadline_citation",
            "citation_id",
            sqlite_where=text("citation_id IS NOT NULL"),
            postgresql_where=text("citation_id IS NOT NULL"),
        ),
        Index(
            "ix_deadline_subject",
            "subject_id",
            sqlite_where=text("subject_id IS NOT NULL"),
            postgresql_where=text("subject_id IS NOT NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    scope: str
    version_id: int | None = Field(default=None, foreign_key="source_version.id")
    page_id: int | None = Field(default=None, foreign_key="page.id")
    citation_id: int | None = Field(default=None, foreign_key="citation.id")
    subject_id: int | None = Field(default=None, foreign_key="subject.id")
    clock: Clock = Field(sa_column=Column(words(Clock), nullable=False))
    reason: Reason = Field(sa_column=Column(words(Reason), nullable=False))
    evidence: str = ""
    due_on: date
    about_version_id: int | None = Field(default=None, foreign_key="source_version.id")
    policy_id: int | None = Field(default=None, foreign_key="policy_row.id")
    facts: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    fired_on: date | None = None


class Flag(SQLModel, table=True):
    """Somebody must look: about which subject and citation, why, since when (domain 6, Flag).

    ``trigger_day`` is the day the rule became true, never the day of the run (invariant 12). ``opened_event_id`` and
    ``closed_event_id`` name the Event; ``closed_review_id`` is set where a person's decision closed it: such a flag
    never opens again, but other ``evidence`` opens another one (invariant 13). ``citation_key`` and ``about_key`` are
    0 where there is none, for uniqueness.
    """

    __table_args__ = (
        UniqueConstraint(
            "subject_id", "citation_key", "reason", "about_key", "trigger_day", "evidence", name="uq_flag_once"
        ),
        Index(
            "ix_flag_open",
            "subject_id",
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index("ix_flag_opened_event", "opened_event_id"),
        Index("ix_flag_closed_event", "closed_event_id"),
        Index("ix_flag_citation", "citation_key"),
    )

    id: int | None = Field(default=None, primary_key=True)
    subject_id: int = Field(foreign_key="subject.id")
    citation_key: int = 0
    about_key: int = 0
    reason: Reason = Field(sa_column=Column(words(Reason), nullable=False))
    clock: Clock = Field(sa_column=Column(words(Clock), nullable=False))
    severity: int
    trigger_day: date
    evidence: str = ""
    facts: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    opened_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    opened_event_id: int = Field(foreign_key="event.id")
    closed_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))
    closed_event_id: int | None = Field(default=None, foreign_key="event.id")
    closed_review_id: int | None = Field(default=None, foreign_key="review.id")


class Review(SQLModel, table=True):
    """A person's decision on a subject, with what was on the screen: flags and versions (domain 6, Review).

    ``because`` says why what changed in a source does not touch the sentence ("" where nobody said so); ``in_bulk``
    that it was decided together with others on the card of a version, not with the sentence in its place before one.
    """

    __table_args__ = (Index("ix_review_subject", "subject_id", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    subject_id: int = Field(foreign_key="subject.id")
    decision: Decision = Field(sa_column=Column(words(Decision), nullable=False))
    by: str
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    on: date
    note: str = Field(default="", sa_column=Column(Text, nullable=False))
    because: Because | None = Field(default=None, sa_column=Column(words(Because), nullable=True))
    in_bulk: bool = False
    until: date | None = None
    seen_flags: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    seen_versions: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


class PolicyRow(SQLModel, table=True):
    """One number an administrator can change: domain sections 0 and 7 as data. The newest row of a key counts.

    ``key`` is dotted: ``reassess.onkopedia``, ``severity.expired``, ``harm.H3``; an override for one source is
    ``reassess.source:<key>``. ``value`` is a number of months, days or points, "" for none.
    """

    __tablename__ = "policy_row"
    __table_args__ = (Index("ix_policy_row_key", "key", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str
    value: int | None = None
    since: date
    author: str
    because: str


class Tally(SQLModel, table=True):
    """Counts of active subjects, kept in step by the ledger so that the board reads a few rows (performance).

    ``dimension`` day: key the due day, label the clock. month: key the month, label the kind of source. page: key the
    page id, label the band. band: key the band, label the kind of source.
    """

    __table_args__ = (Index("ix_tally_count", "dimension", "label", "n"),)

    dimension: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    n: int = 0


class LedgerDay(SQLModel, table=True):
    """The one row that says up to which day the sweep has brought flags and points."""

    __tablename__ = "ledger_day"
    id: int = Field(default=1, primary_key=True)
    day: date
