"""What every command that opens the database needs: settings, sessions, the day, and who does it."""

import getpass
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import click
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from jobs.ledger import Moment
from service.acts.people import LONGEST_NAME
from service.cli.speech import say, speak
from service.clock import clock_on, system_clock
from service.clock import today as day_of
from service.db import Sessions, open_sessions
from service.outages import OutageError
from service.schema import check_schema
from service.settings import Settings, read_settings, unknown_settings


@dataclass(frozen=True, slots=True)
class Edge:
    """The open database of one command, and the moment at which it acts."""

    settings: Settings
    sessions: Sessions
    moment: Moment
    by: str


@contextmanager
def opened(today: str | None = None, by: str | None = None) -> Iterator[Edge]:
    """Open the database of the settings for one command; refuse one that is older or newer than the program."""
    settings = settings_here()
    moment = _moment(settings, today)
    sessions = open_sessions(settings.database)
    try:
        with reaching(settings.database):
            check_schema(sessions.engine)
            yield Edge(settings, sessions, moment, _person(by))
    finally:
        sessions.close()


def settings_here() -> Settings:
    """Return the settings of the environment; say of each strange name under our prefix that it is passed over."""
    settings = read_settings()
    for name, near in unknown_settings(os.environ):
        say(speak()("operator.unknown_setting.near" if near else "operator.unknown_setting", name=name, near=near))
    return settings


@contextmanager
def reaching(address: str) -> Iterator[None]:
    """Raise OutageError with the database's address where it does not answer or takes nothing."""
    try:
        yield
    except (DBAPIError, PoolTimeoutError) as error:
        raise OutageError(make_url(address).render_as_string(hide_password=True), error) from error


def _moment(settings: Settings, today: str | None) -> Moment:
    """Return the day asked for, or today in the settings' zone, with the instant that is stored."""
    if today is None:
        now = system_clock()
        return Moment(day_of(lambda: now, settings.zone), now)
    try:
        day = date.fromisoformat(today)
    except ValueError as error:
        raise click.BadParameter(speak()("refused.no_date", value=today), param_hint="--today") from error
    return Moment(day, clock_on(day, settings.zone)())


def _person(by: str | None) -> str:
    """Return who acts: the given name, else the name of the account."""
    name = " ".join((by or "").split())
    if by is not None and not name:
        raise click.BadParameter(speak()("refused.name", value=by or "", longest=LONGEST_NAME), param_hint="--by")
    return name or getpass.getuser()


def print_json(value: object) -> None:
    """Print a value as JSON, readable for people too."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
