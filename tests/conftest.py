"""What every test may ask for: a database, a clock, the seeds, the web application, a browser; and no way out."""

import gc
import os
import socket
import ssl
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from service.clock import Clock
from tests.browsers import CHROMIUM_ARGUMENTS, NO_CHROMIUM, find_chromium
from tests.clocks import TODAY, standing_clock
from tests.servers import NO_POSTGRES

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
SEED_A = "000_6d6133840807ffc0.txt"
SEED_B = "001_038ee418bc8cc6a5.txt"

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""A law is true or false; how long an example takes on a busy machine is neither."""

_MADE_BETWEEN_LOOKS = 20_000
"""Objects; Python's own 700 would cost a tenth of the suite's time."""

pytest_plugins = ["tests.databases", "tests.played", "tests.web"]


class WayOutError(Exception):
    """A test tried to reach another machine."""


@pytest.fixture(autouse=True, scope="session")
def _no_way_out() -> Iterator[None]:
    """Refuse every connection beyond this machine; sockets of the file system are this machine."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(self: socket.socket, address: Any) -> None:  # noqa: ANN401 - as the standard library has it
        _refuse_foreign(self, address)
        return connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:  # noqa: ANN401 - as the standard library has it
        _refuse_foreign(self, address)
        return connect_ex(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        patch.setattr(socket.socket, "connect_ex", guarded_ex)
        yield


def _refuse_foreign(connection: socket.socket, address: Any) -> None:  # noqa: ANN401 - as the standard library has it
    if connection.family not in {socket.AF_INET, socket.AF_INET6}:
        return
    host = str(address[0])
    if host not in {"localhost", "::1"} and not host.startswith("127."):
        raise WayOutError(f"a test tried to reach {host}; tests stay on this machine")


@pytest.fixture(autouse=True, scope="session")
def _certificates_read_once() -> Iterator[None]:
    """Read the certificates of this machine once, and not for every wire of every test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        yield


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the suite out of it."""
    for name in [name for name in os.environ if name.startswith("LEITSTAND_") and "TEST" not in name]:
        monkeypatch.delenv(name)


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands at noon of the day that the fixtures of domain section 8 are computed for."""
    return standing_clock(TODAY)


@pytest.fixture(scope="session")
def seed_a() -> str:
    """Return the text of the first seed; skips where the folder is missing."""
    return _seed(SEED_A).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def seed_b() -> str:
    """Return the text of the second seed; skips where the folder is missing."""
    return _seed(SEED_B).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def seed_a_path() -> Path:
    """Return where the first seed lies; skips where the folder is missing."""
    return _seed(SEED_A)


@pytest.fixture(scope="session")
def seed_b_path() -> Path:
    """Return where the second seed lies; skips where the folder is missing."""
    return _seed(SEED_B)


def _seed(name: str) -> Path:
    path = SEEDS / name
    if not path.is_file():
        pytest.skip("the seeds are not beside this checkout (../shared/seeds)")
    return path


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start Debian's Chromium, alone with this machine; skips with what to install when there is none."""
    path = find_chromium()
    if path is None:
        pytest.skip(NO_CHROMIUM)
    return {**browser_type_launch_args, "executable_path": path, "args": list(CHROMIUM_ARGUMENTS)}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser or PostgreSQL by what it asks for, so that nobody forgets the mark."""
    for item in items:
        asked = getattr(item, "fixturenames", ())
        if "page" in asked or "browser" in asked:
            item.add_marker(pytest.mark.browser)
        if "postgres_database" in asked or "[postgresql" in item.name or "-postgresql" in item.name:
            item.add_marker(pytest.mark.postgres)


def pytest_collection_finish() -> None:
    """Look through what was loaded and collected never again for garbage, and through the rest less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_MADE_BETWEEN_LOOKS)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn a run green only by skipping the browser or PostgreSQL into a failed one, in CI."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not os.environ.get("LEITSTAND_CI"):
        return
    skipped = [str(report.longrepr) for report in reporter.stats.get("skipped", [])]
    missing = [reason for reason in skipped if NO_CHROMIUM in reason or NO_POSTGRES in reason]
    if missing and session.exitstatus == pytest.ExitCode.OK:
        reporter.write_line(f"{len(missing)} tests were skipped that CI must run: {missing[0]}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
