"""What the timetable remembers: which job ran for which day, and who runs one at this moment."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from citations.models.columns import UtcDateTime, words


class Outcome(StrEnum):
    """How a run stands: it runs (or was cut off), it is done, it failed and is tried again."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class JobRun(SQLModel, table=True):
    """One job for one day; at most one row, and at most once ``done``."""

    __tablename__ = "job_run"
    __table_args__ = (UniqueConstraint("job", "day"),)

    id: int | None = Field(default=None, primary_key=True)
    job: str = Field(max_length=64)
    day: date
    owner: str = Field(max_length=200)
    started_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    outcome: Outcome = Field(sa_type=words(Outcome))
    detail: str = Field(default="")


class Lease(SQLModel, table=True):
    """Who may do a thing alone, and until when. A lease past ``until`` is free for anybody."""

    name: str = Field(primary_key=True, max_length=64)
    owner: str = Field(max_length=200)
    until: datetime = Field(sa_type=UtcDateTime)
