"""Commands that stay: the web service, the scheduler, or both in one process."""

import logging

import click

from jobs import scheduler as timetable
from jobs.check_sources import take_back_from_hand
from jobs.scheduler import Timetable, Timing, timetable_with
from service.app import create_app
from service.cli.edge import Edge, opened
from service.cli.speech import say, speak
from service.cli.spoken import command, option
from service.clock import system_clock
from service.looking import looking_with
from service.serving import Server
from service.serving import serve as serve_until_stopped
from service.settings import Settings

_LINES = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def _write_log() -> None:
    """Write what happens to standard error; that the steps of the tables were looked at is nothing that happened."""
    logging.basicConfig(level=logging.INFO, format=_LINES)
    logging.getLogger("alembic").setLevel(logging.WARNING)


def _timing(settings: Settings) -> Timing:
    """Return when the timetable's jobs are due."""
    return Timing(system_clock, settings.zone, settings.sweep_hour)


def _timetable(edge: Edge) -> Timetable:
    """Return the jobs of the house, the looks at the registries among them; a key that is set by now counts."""
    looking = looking_with(edge.settings, system_clock)
    with edge.sessions.write() as session:
        take_back_from_hand(session, looking.places)
    return timetable_with(looking)


def _serve(host: str | None, port: int | None, *, scheduled: bool) -> None:
    """Serve the pages, with the scheduler in the same process or without."""
    _write_log()
    with opened() as edge:
        settings = edge.settings
        app = create_app(settings, edge.sessions)
        server = Server(app, host or settings.host, settings.port if port is None else port, settings.threads)
        say(speak()("cli.serving", address=f"http://{host or settings.host}:{server.port}"))
        beside = (lambda: timetable.start(edge.sessions, _timing(settings), _timetable(edge))) if scheduled else None
        serve_until_stopped(server, beside)


@command("serve")
@option("--host", help="cli.option.host")
@option("--port", type=click.IntRange(0, 65535), help="cli.option.port")
def serve(host: str | None, port: int | None) -> None:
    """Serve pages and run the timetable."""
    _serve(host, port, scheduled=True)


@command("web")
@option("--host", help="cli.option.host")
@option("--port", type=click.IntRange(0, 65535), help="cli.option.port")
def web(host: str | None, port: int | None) -> None:
    """Serve pages only."""
    _serve(host, port, scheduled=False)


@command("scheduler")
def scheduler() -> None:
    """Run the timetable only."""
    _write_log()
    with opened() as edge:
        timetable.run(edge.sessions, _timing(edge.settings), _timetable(edge))
