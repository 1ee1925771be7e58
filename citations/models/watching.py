"""What is known of a source from outside the page: looks, what they saw, what followed, when the next is due."""

from datetime import date, datetime

from sqlalchemy import Column, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import JSON, Field, SQLModel

from citations.kinds import LookOutcome, Reason
from citations.models.columns import UtcDateTime, words


class Watch(SQLModel, table=True):
    """A source at a registry (``watcher`` is its name): under which key, when it is looked at next, what was seen last.

    A key "" says that the registry knows the source under none yet and is asked which records it may be; such a row
    tells nothing of whether the source is looked at.
    ``sighting`` is the last good look as stored, for comparison, ``observation_id`` the row that tells of it;
    ``by_hand`` says that a person looks; ``failures`` counts failed looks in a row, ``missing_since`` is
    the first of a run of looks that found nothing there (invariant 14). A worker that looks holds the row until
    ``claimed_until``; after that anybody may.
    """

    __table_args__ = (
        UniqueConstraint("source_id", "watcher"),
        Index("ix_watch_next", "by_hand", "next_look_at"),
        Index("ix_watch_health", "watcher", "by_hand", "next_look_at", "last_good_at", "key"),  # covers the health page
    )

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id")
    watcher: str
    key: str
    by_hand: bool = False
    next_look_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    last_look_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))
    last_good_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))
    failures: int = 0
    missing: int = 0
    missing_since: datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))
    sighting: dict[str, object] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    observation_id: int | None = Field(default=None, foreign_key="observation.id")
    claimed_by: str = ""
    claimed_until: datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))


class Visit(SQLModel, table=True):
    """One look, whatever came of it. Append-only. ``outcome`` is about the look, never about the source.

    ``why`` is a catalogue key with its ``facts`` where nothing was seen; ``by`` the watcher, or the person who looked.
    """

    __table_args__ = (Index("ix_visit_source", "source_id", "id"), Index("ix_visit_watcher", "watcher", "at"))

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id")
    watcher: str
    key: str
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    by: str
    outcome: LookOutcome = Field(sa_column=Column(words(LookOutcome), nullable=False))
    why: str = ""
    facts: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    status: int | None = None
    url: str = ""
    observation_id: int | None = Field(default=None, foreign_key="observation.id", index=True)


class RawAnswer(SQLModel, table=True):
    """What a registry answered, packed; one answer may serve many observations. Bounded in size, pruned with age."""

    __tablename__ = "raw_answer"

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(unique=True)
    body: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


class Observation(SQLModel, table=True):
    """One look at a source outside the page. It never edits a source by itself; the ledger draws the consequences.

    ``values`` holds what was seen (version, stand, valid_until, status, awmf_number), ``sighting`` all of it in the
    registry's own words where a watcher looked; ``outcome`` is recorded, unchanged, or conflict where the observation
    contradicts what is known and was refused (invariant 5). It is candidates where a registry that knows no key of the
    source offers records that it may be (``sighting.successors``), and declined where a person said of offered records
    that they are none of it (``values``: title by "scheme:value"); it is archived where the web archive
    keeps a page of it (``values``: url, archive, archived_on). All three are about no fact. ``evidence`` is how
    good it is.
    """

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id", index=True)
    version_id: int | None = Field(default=None, foreign_key="source_version.id")
    outcome: str
    watcher: str = ""
    evidence: str = ""
    values: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    sighting: dict[str, object] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    raw_id: int | None = Field(default=None, foreign_key="raw_answer.id", index=True)
    note: str = Field(default="", sa_column=Column(Text, nullable=False))
    seen_on: date
    by: str
    recorded_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


class Finding(SQLModel, table=True):
    """Something that became true of a version, seen outside: a retraction, a correction, a dead link.

    ``key`` tells it apart for ever, so that the same evidence opens a flag once (invariant 13). ``citation_id`` is set
    where it concerns one place alone (a quote that is gone). ``told`` are the registries that tell of it, each with its
    own key for the same evidence. It ends when the registry takes it back or the state is over; its row stays.
    """

    __table_args__ = (Index("ix_finding_version", "version_id", "kind", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id", index=True)
    version_id: int = Field(foreign_key="source_version.id")
    citation_id: int | None = Field(default=None, foreign_key="citation.id", index=True)
    reason: Reason = Field(sa_column=Column(words(Reason), nullable=False))
    kind: str
    key: str
    on: date
    label: str = Field(default="", sa_column=Column(Text, nullable=False))
    url: str = ""
    told: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    observation_id: int | None = Field(default=None, foreign_key="observation.id")
    found_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    ended_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))


class HostBook(SQLModel, table=True):
    """What several programs share about a host: when it may be called next, and how often it was called that day."""

    __tablename__ = "host_book"

    host: str = Field(primary_key=True)
    day: date
    calls: int = 0
    free_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
