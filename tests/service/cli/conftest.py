"""Commands in the process of the tests: each opens its database as the program does, with what was compiled before."""

import pytest

from tests.databases import opened


@pytest.fixture(autouse=True)
def _opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open a database once in a process: to compile every question anew costs more than the command."""
    monkeypatch.setattr("service.cli.edge.open_sessions", opened)
