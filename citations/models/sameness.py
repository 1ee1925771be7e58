"""What may be the same source twice: marks that find likely doubles, proposals, and merges with their way back.

Identity is decided by hard keys in ``citations.identity``; nothing here is ever merged without a person.
"""

from datetime import datetime

from sqlalchemy import Column, Index, UniqueConstraint
from sqlmodel import JSON, Field, SQLModel

from citations.models.columns import UtcDateTime


class TitleMark(SQLModel, table=True):
    """A mark of a source's title, such as a pair of its long words; sources that share one are worth comparing."""

    __tablename__ = "title_mark"
    __table_args__ = (Index("ix_title_mark_mark", "mark"), Index("ix_title_mark_source", "source_id"))

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id")
    mark: str


class LikelyDouble(SQLModel, table=True):
    """Two sources that may be one. ``one_id`` is the smaller id; a pair that a person called different stays so.

    ``state`` is open, different or merged; ``score`` from 0 to 100; ``reasons`` are catalogue keys, strongest first.
    """

    __tablename__ = "likely_double"
    __table_args__ = (UniqueConstraint("one_id", "other_id"), Index("ix_likely_double_state", "state", "id"))

    id: int | None = Field(default=None, primary_key=True)
    one_id: int = Field(foreign_key="source.id")
    other_id: int = Field(foreign_key="source.id", index=True)
    score: int
    reasons: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    state: str = "open"
    noticed_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    decided_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))
    decided_by: str = ""


class Merge(SQLModel, table=True):
    """One source was merged into another. ``moved`` lists every row that was changed, with its values before.

    Undone in one step from exactly that list; the row stays.
    """

    id: int | None = Field(default=None, primary_key=True)
    kept_id: int = Field(foreign_key="source.id", index=True)
    gone_id: int = Field(foreign_key="source.id", index=True)
    moved: list[dict[str, object]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    by: str
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    undone_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))
    undone_by: str = ""
