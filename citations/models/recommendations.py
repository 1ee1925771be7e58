"""What versions say of their single recommendations: checked, confirmed, modified, new, removed."""

from datetime import datetime

from sqlalchemy import Column, Index
from sqlmodel import Field, SQLModel

from citations.kinds import Change
from citations.models.columns import UtcDateTime, words


class RecommendationMark(SQLModel, table=True):
    """A version says this of one of its recommendations (domain 1.1), as a person read it there.

    ``locator`` is the place as printed, ``place`` its comparable form (``citations.places``); ``year`` is printed with
    the mark, None where it is not. A mark that was replaced or taken back ends; its row stays.
    """

    __tablename__ = "recommendation_mark"
    __table_args__ = (Index("ix_recommendation_mark_version", "version_id"),)

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="source_version.id")
    locator: str
    place: str
    mark: Change = Field(sa_column=Column(words(Change), nullable=False))
    year: int | None = None
    by: str
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    ended_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))
    ended_by: str = ""
