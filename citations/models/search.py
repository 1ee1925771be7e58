"""The text that is searched: folded, one row per statement, listed line and source. The index differs per database."""

from sqlalchemy import Column, Index, Text
from sqlmodel import Field, SQLModel


class SearchText(SQLModel, table=True):
    """Folded text of one findable thing: ``kind`` statement, listed or source, and its id."""

    __tablename__ = "search_text"
    __table_args__ = (Index("ix_search_text_ref", "kind", "ref_id", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    ref_id: int
    folded: str = Field(sa_column=Column(Text, nullable=False))
