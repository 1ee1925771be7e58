"""The timetable, and what keeps it: the only file that imports APScheduler. What is due is read from the records.

The library only wakes us, once at the start and at every full hour; ``jobs.running`` decides from the database whether
there is anything to do. A missed hour, a doubled one and the hours of the clock change therefore make no difference.
"""

import os
import secrets
import socket
from collections.abc import Callable
from datetime import datetime
from functools import partial
from threading import Event, Lock
from zoneinfo import ZoneInfo

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger

from jobs.running import Job, Runner, run_if_due
from jobs.sessions import Sessions
from jobs.sweep_deadlines import sweep_deadlines

TIMETABLE: tuple[Job, ...] = (Job("sweep_deadlines", sweep_deadlines),)
"""Every job of the house, in the order in which they run when they are due together."""

STOP_SECONDS = 3.0
"""How long a running job gets after the signal; the whole stop stays below five seconds."""


class Running:
    """A timetable that is being kept, in threads of its own."""

    def __init__(self, scheduler: BackgroundScheduler) -> None:
        self._scheduler = scheduler
        self._at_work = Lock()
        self._stopping = False

    def begin(self, runner: Runner, timetable: tuple[Job, ...]) -> None:
        """Enter every job, at once and at every full hour, and start the threads."""
        for job in timetable:
            call = partial(self._call, runner, job)
            self._scheduler.add_job(call, id=f"{job.name} at the start", name=job.name)
            every_hour = CronTrigger(minute=0, timezone=runner.zone)
            self._scheduler.add_job(call, every_hour, id=job.name, name=job.name)
        self._scheduler.start()

    def request_stop(self) -> None:
        """Begin no further job; returns at once. Not for signal handlers, which may interrupt the scheduler itself."""
        self._stopping = True
        self._scheduler.shutdown(wait=False)

    def wait(self, seconds: float) -> bool:
        """Return whether no job is running any more, after at most ``seconds``."""
        if not self._at_work.acquire(timeout=max(seconds, 0)):
            return False
        self._at_work.release()
        return True

    def _call(self, runner: Runner, job: Job) -> None:
        with self._at_work:
            if not self._stopping:
                run_if_due(runner, job)


def start(
    sessions: Sessions,
    clock: Callable[[], datetime],
    hour: int,
    zone: ZoneInfo,
    timetable: tuple[Job, ...] = TIMETABLE,
) -> Running:
    """Keep ``timetable`` from now on, catching up what was missed; jobs run one after the other.

    ``hour`` is that of the jobs that name none, in ``zone``.
    """
    runner = Runner(sessions, clock, zone, hour, _owner())
    scheduler = BackgroundScheduler(
        timezone=zone,
        executors={"default": ThreadPoolExecutor(1)},
        job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1},
    )
    running = Running(scheduler)
    running.begin(runner, timetable)
    return running


def run_until(stop: Event, running: Running) -> bool:
    """Keep the timetable until ``stop`` is set; return whether the job that ran then came to its end."""
    stop.wait()
    running.request_stop()
    return running.wait(STOP_SECONDS)


def _owner() -> str:
    """Return a name for this program in leases and records, never the same twice."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
