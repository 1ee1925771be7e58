"""Keeps a timetable of one job on the database given as argument; the second argument says how the job behaves."""

import os
import sys
from datetime import UTC, date, datetime
from threading import Event
from zoneinfo import ZoneInfo

from sqlmodel import Session

from jobs.running import Job
from jobs.scheduler import run_until, start
from service.db import open_sessions
from service.stopping import leave_at_once, on_stop


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
    stop = Event()
    moment = datetime(2026, 11, 20, 11, tzinfo=UTC)
    jobs = (Job("test", quick if behaviour == "quick" else endless), Job(f"turn of {os.getpid()}", tell))
    sessions = open_sessions(address)
    with on_stop(stop.set):
        running = start(sessions, lambda: moment, 5, ZoneInfo("Europe/Berlin"), jobs)
        finished = run_until(stop, running)
    print("finished" if finished else "cut off", flush=True)
    if not finished:
        leave_at_once()
    sessions.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
