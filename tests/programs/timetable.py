"""Keeps a timetable of one job on the database given as argument; the second argument says how the job behaves."""

import os
import sys
from datetime import UTC, date, datetime
from threading import Event
from zoneinfo import ZoneInfo

from sqlmodel import Session

from jobs.running import Job
from jobs.scheduler import Timing, run
from service.db import open_sessions


def quick(_session: Session, day: date, _now: datetime) -> str:
    """Tell that it ran."""
    print(f"ran for {day}", flush=True)
    return "done"


def endless(_session: Session, _day: date, _now: datetime) -> None:
    """Never end."""
    print("ran and does not end", flush=True)
    Event().wait()


def tell(_session: Session, _day: date, _now: datetime) -> None:
    """Tell that the jobs before had their turn."""
    print("turn over", flush=True)


def main(address: str, behaviour: str) -> None:
    """Keep the timetable until told to stop; a job that no other process has says when the turn is over."""
    sessions = open_sessions(address)
    moment = datetime(2026, 11, 20, 11, tzinfo=UTC)
    jobs = (Job("test", quick if behaviour == "quick" else endless), Job(f"turn of {os.getpid()}", tell))
    run(sessions, Timing(lambda: moment, ZoneInfo("Europe/Berlin"), 5), jobs)
    print("finished", flush=True)
    sessions.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
