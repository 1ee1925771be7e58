"""Sources: the work, its versions, what they are known by, and who saw which version on which day."""

from datetime import date, datetime

from sqlalchemy import Column, Index, UniqueConstraint
from sqlmodel import JSON, Field, SQLModel

from citations.kinds import Origin, SourceKind, Status
from citations.models.columns import UtcDateTime, words


class Source(SQLModel, table=True):
    """A work. ``key`` is how people name it and never changes; what else it is known by stands in Identifier.

    A patient version's ``parent_id`` is the guideline it restates (invariant 7). ``merged_into_id`` is the source that
    took this one's place; its row and key stay, so that an old name still finds it (invariant 16).
    ``substances`` are the active substances that it is about, several joined by "; ": by them medicines are watched
    (domain 1.7, 1.8). They are no Identifier, for many sources share one.
    """

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: SourceKind = Field(sa_column=Column(words(SourceKind), nullable=False, index=True))
    title: str
    parent_id: int | None = Field(default=None, foreign_key="source.id", index=True)
    homepage: str = ""
    substances: str = ""
    merged_into_id: int | None = Field(default=None, foreign_key="source.id", index=True)


class Identifier(SQLModel, table=True):
    """One hard key of a source: scheme (awmf, doi, isbn ...) and canonical value, unique over all sources."""

    __table_args__ = (UniqueConstraint("scheme", "value"),)

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id", index=True)
    scheme: str
    value: str


class SourceVersion(SQLModel, table=True):
    """One version of a source. Facts may be added, never silently overwritten; each addition is logged as an Event.

    ``as_of`` is the printed Stand (partial ISO date), ``consensus_as_of`` the register's date of the last full
    consensus, from which validity counts (domain 0, finding 1). ``cite_key`` is its stable BibTeX key.
    ``authors`` and ``organisations`` are lists as the reader gave them: names; [name, [bracket], members].
    ``succeeds`` says that a registry calls it the successor of the others, though neither number nor date may tell.
    ``merged_into_id`` is the version of the kept source that took this one's place.
    """

    __tablename__ = "source_version"
    __table_args__ = (Index("ix_source_version_source", "source_id", "label"),)

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id")
    label: str = ""
    form: str = ""
    guideline_class: str = ""
    as_of: str = ""
    consensus_as_of: str = ""
    valid_until: date | None = None
    valid_until_origin: Origin | None = Field(default=None, sa_column=Column(words(Origin), nullable=True))
    status: Status | None = Field(default=None, sa_column=Column(words(Status), nullable=True))
    status_on: date | None = None
    superseded_by_id: int | None = Field(default=None, foreign_key="source_version.id", index=True)
    succeeds: bool = False
    merged_into_id: int | None = Field(default=None, foreign_key="source_version.id", index=True)
    cite_key: str = Field(unique=True)
    printed_kind: str = ""
    title: str = ""
    organisations: list[object] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    authors: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    et_al: bool = False
    group_author: str = ""
    container: str = ""
    year: int | None = None
    month: int | None = None
    volume: str = ""
    issue: str = ""
    pages: str = ""
    awmf_number: str = ""
    doi: str = ""
    pmid: str = ""
    isbn: str = ""
    url: str = ""
    publisher: str = ""
    place: str = ""
    country: str = ""
    series: str = ""
    edition: str = ""
    medium: str = ""
    style: str = ""
    first_seen_on: date


class Access(SQLModel, table=True):
    """Somebody saw a version on a day, for a page. Append-only; machines never write here (invariant 15).

    ``on`` is a partial ISO date as printed or recorded; ``origin`` is printed (found on the page), recorded, or
    imported (from a list of sources, which belongs to no page: ``page_id`` is then None).
    """

    __table_args__ = (Index("ix_access_version_page", "version_id", "page_id"),)

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="source_version.id")
    page_id: int | None = Field(default=None, foreign_key="page.id")
    on: str
    origin: str
    by: str
    note: str = ""
    recorded_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
