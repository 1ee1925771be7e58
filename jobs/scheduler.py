"""The timetable, and what keeps it: the only file that imports APScheduler. What is due is read from the records.

The library only wakes us, once at the start and at every full hour; ``jobs.running`` decides from the database whether
there is anything to do. A missed hour, a doubled one and the hours of the clock change therefore make no difference.
"""

import os
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from threading import Event, Lock
from time import monotonic
from zoneinfo import ZoneInfo

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger

from jobs.check_sources import Looking, check_sources
from jobs.plan_looks import plan_looks
from jobs.running import Job, Round, Runner, outlive, run_if_due
from jobs.sessions import Sessions
from jobs.stopping import leave_at_once, on_stop
from jobs.sweep_deadlines import sweep_deadlines

Timetable = tuple[Job | Round, ...]

TIMETABLE: tuple[Job, ...] = (Job("sweep_deadlines", sweep_deadlines), Job("plan_looks", plan_looks))
"""Every job of the house, in the order in which they run when they are due together."""


def timetable_with(looking: Looking) -> Timetable:
    """Return the timetable of a program that also looks at the registries, after what is due by itself."""
    return (*TIMETABLE, Round("check_sources", partial(_check, looking)))


def _check(looking: Looking, sessions: Sessions, stopping: Callable[[], bool]) -> None:
    check_sources(sessions, looking, stopping=stopping)


STOP_SECONDS = 3.0
"""How long a running job gets after the signal; the whole stop stays below five seconds."""


@dataclass(frozen=True, slots=True)
class Timing:
    """What tells the time: the clock, the zone in which days begin, the hour of the jobs that name none themselves."""

    clock: Callable[[], datetime]
    zone: ZoneInfo
    hour: int


class Running:
    """A timetable that is being kept, in threads of its own."""

    def __init__(self, scheduler: BackgroundScheduler) -> None:
        self._scheduler = scheduler
        self._at_work = {Job: Lock(), Round: Lock()}
        self._stopping = False

    def begin(self, runner: Runner, timetable: Timetable) -> None:
        """Enter every job, at once and at every full hour, and start the threads."""
        for job in timetable:
            call, kept_by = partial(self._call, runner, job), type(job).__name__
            self._scheduler.add_job(call, id=f"{job.name} at the start", name=job.name, executor=kept_by)
            every_hour = CronTrigger(minute=0, timezone=runner.zone)
            self._scheduler.add_job(call, every_hour, id=job.name, name=job.name, executor=kept_by)
        self._scheduler.start()

    def request_stop(self) -> None:
        """Begin no further job; returns at once. Not for signal handlers, which may interrupt the scheduler itself."""
        self._stopping = True
        self._scheduler.get_jobs()  # waits for a round under way: it would miss the entry that a shutdown hides from it
        self._scheduler.shutdown(wait=False)

    def wait(self, seconds: float) -> bool:
        """Return whether no job is running any more, after at most ``seconds``."""
        until = monotonic() + seconds
        for at_work in self._at_work.values():
            if not at_work.acquire(timeout=max(until - monotonic(), 0)):
                return False
            at_work.release()
        return True

    def _call(self, runner: Runner, job: Job | Round) -> None:
        with self._at_work[type(job)]:
            if self._stopping:
                return
            if isinstance(job, Job):
                run_if_due(runner, job)
            else:
                outlive(partial(job.run, runner.sessions, lambda: self._stopping), job.name)


def start(sessions: Sessions, timing: Timing, timetable: Timetable = TIMETABLE) -> Running:
    """Keep ``timetable`` from now on, in threads, catching up what was missed; jobs run one after the other.

    Rounds have a thread of their own: looks wait for slow hosts, and the sweep of the day must not wait for them.
    """
    runner = Runner(sessions, timing.clock, timing.zone, timing.hour, _owner())
    scheduler = BackgroundScheduler(
        timezone=timing.zone,
        executors={kind.__name__: ThreadPoolExecutor(1) for kind in (Job, Round)},
        job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1},
    )
    running = Running(scheduler)
    running.begin(runner, timetable)
    return running


def run(sessions: Sessions, timing: Timing, timetable: Timetable = TIMETABLE) -> None:
    """Keep ``timetable`` until SIGTERM or SIGINT; return within five seconds of the signal. For the main thread.

    A job that does not end in that time is cut off: the program ends here, with 0, and the database takes back what
    the job did.
    """
    stop = Event()
    with on_stop(stop.set):
        running = start(sessions, timing, timetable)
        stop.wait()
        running.request_stop()
        finished = running.wait(STOP_SECONDS)
    if not finished:
        leave_at_once()


def _owner() -> str:
    """Return a name for this program in leases and records, never the same twice."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
