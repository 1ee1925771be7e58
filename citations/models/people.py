"""The people who review, by the name they chose. Sign-in comes later; the name is kept with every decision."""

from datetime import datetime

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from citations.models.columns import UtcDateTime


class Person(SQLModel, table=True):
    """Somebody who works here. ``seen_at`` is the start of the present visit, ``before_at`` of the visit before it."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    seen_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    before_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))
