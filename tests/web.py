"""The web application for tests: called in the process, or served on a free port for a browser."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2.bccache import Bucket, BytecodeCache
from pydantic import SecretStr
from werkzeug.serving import make_server

from service.clock import Clock
from service.db import Sessions
from service.settings import Settings
from tests.serving import serving


class _Compiled(BytecodeCache):
    """Keeps what a template compiled to for the next application of this process: most tests make their own."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is kept; the checksum in it tells a template that changed."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


_compiled = _Compiled()


def _make_app(settings: Settings, sessions: Sessions, clock: Clock) -> Flask:
    from service.app import create_app  # noqa: PLC0415 - tests below the web half must not need it

    app = create_app(settings, sessions, clock=clock)
    app.jinja_env.bytecode_cache = _compiled
    return app


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings whose data lie in the test's own folder; the sessions come from the ``sessions`` fixture."""
    return Settings(data_dir=tmp_path / "data", secret_key=SecretStr("for tests only"))


@pytest.fixture
def app(settings: Settings, sessions: Sessions, clock: Clock) -> Flask:
    """Return the application on a migrated, empty database, on each system in turn."""
    made = _make_app(settings, sessions, clock)
    made.config.update(TESTING=True)
    return made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a client of the application that needs no form token."""
    app.config.update(WTF_CSRF_ENABLED=False)
    return app.test_client()


@dataclass(frozen=True)
class LiveServer:
    """An application that answers over HTTP, and the sessions of its database."""

    url: str
    sessions: Sessions


@pytest.fixture
def live_server(settings: Settings, sqlite_sessions: Sessions, clock: Clock) -> Iterator[LiveServer]:
    """Serve the application on a free port of this machine, on SQLite, form tokens included."""
    app = _make_app(settings, sqlite_sessions, clock)
    with serving(make_server("127.0.0.1", 0, app, threaded=True)) as address:
        yield LiveServer(address, sqlite_sessions)
