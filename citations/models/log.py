"""Who did what, when, and what was before. Append-only; every act and every sweep writes here."""

from datetime import datetime

from sqlalchemy import Column, Index
from sqlmodel import JSON, Field, SQLModel

from citations.models.columns import UtcDateTime


class Event(SQLModel, table=True):
    """One thing that happened. ``about`` names what changed ("statement:12"); ``before`` and ``after`` its values."""

    __table_args__ = (Index("ix_event_about", "about", "id"), Index("ix_event_at", "at"))

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    by: str
    act: str
    about: str
    before: dict[str, object] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    after: dict[str, object] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
