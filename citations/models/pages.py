"""Published pages: the page, each imported revision, its statements, its printed list, and what was set aside."""

from datetime import date, datetime

from sqlalchemy import Column, Index, Text, UniqueConstraint
from sqlmodel import JSON, Field, SQLModel

from citations.kinds import Harm, StatementKind
from citations.models.columns import UtcDateTime, words


class Page(SQLModel, table=True):
    """A published page, known by its address.

    ``reviewed_on`` is the last whole-page review; ``reviewed_inferred`` says that nobody recorded it and it was taken
    from the latest access date printed on the page (domain 8). ``reach`` is high, middle, low or unknown.
    """

    id: int | None = Field(default=None, primary_key=True)
    url: str = Field(unique=True)
    title: str
    language: str = "de"
    published: str = ""
    reach: str = "unknown"
    reviewed_on: date | None = None
    reviewed_inferred: bool = False
    retired_on: date | None = None
    first_seen_on: date
    imported_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


class Revision(SQLModel, table=True):
    """One imported state of a page: the text as read, so that a past day can be shown again."""

    __table_args__ = (UniqueConstraint("page_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    page_id: int = Field(foreign_key="page.id")
    number: int
    sha256: str
    encoding: str
    format: str
    text: str = Field(sa_column=Column(Text, nullable=False))
    notices: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    imported_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    imported_by: str


class Statement(SQLModel, table=True):
    """One piece of a page's body. ``exact`` never changes: a reworded sentence is a new row that ``replaces`` this one.

    ``state`` is active, lost (its words are no longer on the page) or retired. ``no_source_because`` is the reason a
    person gave why the sentence needs no source; ``contradicted_on`` the day of newer evidence against it.
    """

    __table_args__ = (Index("ix_statement_page_position", "page_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    page_id: int = Field(foreign_key="page.id")
    first_revision_id: int = Field(foreign_key="revision.id")
    position: int
    kind: StatementKind = Field(sa_column=Column(words(StatementKind), nullable=False))
    exact: str = Field(sa_column=Column(Text, nullable=False))
    prefix: str = ""
    suffix: str = ""
    start: int
    heading_path: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    time_words: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    lapse_rule: str = ""
    harm: Harm = Field(sa_column=Column(words(Harm), nullable=False))
    harm_by: str = ""
    volatile: bool = False
    state: str = "active"
    no_source_because: str = ""
    reviewed_on: date | None = None
    lost_on: date | None = None
    contradicted_on: date | None = None
    contradicted_note: str = Field(default="", sa_column=Column(Text, nullable=False))
    first_seen_on: date
    replaces_id: int | None = Field(default=None, foreign_key="statement.id")


class ListedSource(SQLModel, table=True):
    """One printed line of a page's list of sources, in its group and order.

    ``reading`` is reference, prose or unread. A line the printer cannot give back is ``irregular``: ``text`` wins on
    export until an editor edits a field (domain 4.1). ``state`` is active or retired.
    """

    __tablename__ = "listed_source"
    __table_args__ = (Index("ix_listed_source_page_position", "page_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    page_id: int = Field(foreign_key="page.id")
    revision_id: int = Field(foreign_key="revision.id")
    position: int
    group: str = ""
    bullet: str = ""
    text: str = Field(sa_column=Column(Text, nullable=False))
    reading: str
    why: str = ""
    style: str = ""
    irregular: bool = False
    printed_access: str = ""
    state: str = "active"


class SetAsideText(SQLModel, table=True):
    """A stretch of a revision kept out of body and list, with the reason; a person can take it back."""

    __tablename__ = "set_aside"
    id: int | None = Field(default=None, primary_key=True)
    page_id: int = Field(foreign_key="page.id", index=True)
    revision_id: int = Field(foreign_key="revision.id")
    position: int
    text: str = Field(sa_column=Column(Text, nullable=False))
    why: str
    taken_back_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))
    taken_back_by: str = ""
