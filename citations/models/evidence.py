"""Citations: which statement, or which page as a whole, rests on which version, and where in it."""

from datetime import date, datetime

from sqlalchemy import Column, Index, Text
from sqlmodel import Field, SQLModel

from citations.kinds import CitationState, Role
from citations.models.columns import UtcDateTime, words


class Citation(SQLModel, table=True):
    """A page (``statement_id`` is None) or one of its statements rests on a version (domain 6, Citation).

    ``listed_id`` is the printed line a page-level citation comes from; ``mention`` what that line calls the source.
    Flags about the citation are raised on ``subject_id``. ``reviewed_on`` is the day of the last closing review;
    ``kept_on`` the day on which a person kept it although the version had expired (invariant 9). Rows are never
    deleted: they end.
    """

    __table_args__ = (
        Index("ix_citation_version_page", "version_id", "page_id"),
        Index("ix_citation_statement", "statement_id"),
        Index("ix_citation_page", "page_id"),
        Index("ix_citation_subject", "subject_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    page_id: int = Field(foreign_key="page.id")
    statement_id: int | None = Field(default=None, foreign_key="statement.id")
    version_id: int = Field(foreign_key="source_version.id")
    subject_id: int = Field(foreign_key="subject.id")
    listed_id: int | None = Field(default=None, foreign_key="listed_source.id")
    mention: str = ""
    role: Role = Field(sa_column=Column(words(Role), nullable=False))
    state: CitationState = Field(sa_column=Column(words(CitationState), nullable=False))
    locator: str = ""
    quote: str = Field(default="", sa_column=Column(Text, nullable=False))
    reviewed_on: date | None = None
    kept_on: date | None = None
    made_by: str
    made_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    ended_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))
    ended_by: str = ""
