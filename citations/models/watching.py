"""What is known of a source from outside the page: append-only observations, made by a person or by a watcher."""

from datetime import date, datetime

from sqlalchemy import Column, Text
from sqlmodel import JSON, Field, SQLModel

from citations.models.columns import UtcDateTime


class Observation(SQLModel, table=True):
    """One look at a source outside the page. It never edits a source by itself; the ledger draws the consequences.

    ``values`` holds what was seen (version, stand, valid_until, status, awmf_number); ``outcome`` is recorded,
    or conflict where the observation contradicts what is known and was refused (invariant 5).
    """

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id", index=True)
    version_id: int | None = Field(default=None, foreign_key="source_version.id")
    outcome: str
    values: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    note: str = Field(default="", sa_column=Column(Text, nullable=False))
    seen_on: date
    by: str
    recorded_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
