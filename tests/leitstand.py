"""The program itself as processes: commands that end, services that stay, and a visitor who hands in a page."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import httpx

from tests.factories import URL
from tests.processes import ROOT, started
from tests.waiting import PATIENCE

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_ADDRESS = re.compile(r"http://\S+:\d+")


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    stdout: str
    stderr: str


def surroundings(database: str, folder: Path, language: str = "de") -> dict[str, str]:
    """Return the environment of a program on a database, its data in ``folder``."""
    return {"LEITSTAND_DATABASE_URL": database, "LEITSTAND_DATA_DIR": str(folder), "LEITSTAND_LANGUAGE": language}


def leitstand(environment: dict[str, str], *words: str, given: str = "") -> Ended:
    """Run a command to its end."""
    command = [sys.executable, "-W", "error", "-m", "service", *words]
    path = {"PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        command, cwd=ROOT, env=path | environment, input=given, capture_output=True, text=True, check=False, timeout=60
    )
    return Ended(done.returncode, done.stdout, done.stderr)


class Service:
    """A running ``leitstand serve`` or ``web``: its process, its address, and all it says on standard error."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """Wait until it says where it answers; "" where it ended before."""
        self.process = process
        self.said: list[str] = []
        self.url = ""
        assert process.stderr is not None
        for text in process.stderr:
            self.said.append(text)
            if found := _ADDRESS.search(text):
                self.url = found[0]
                break
        Thread(target=self.said.extend, args=(process.stderr,), daemon=True).start()

    def visitor(self) -> httpx.Client:
        """Return a browser of somebody who has not said who they are."""
        return httpx.Client(base_url=self.url, timeout=PATIENCE)


@contextmanager
def service(environment: dict[str, str], *words: str) -> Iterator[Service]:
    """Keep ``leitstand serve`` (or the given words) running on a free port."""
    with started("service", *(words or ("serve", "--port", "0")), environment=environment) as process:
        yield Service(process)


def hand_in(visitor: httpx.Client, text: str, url: str = URL) -> httpx.Response:
    """Import a page through the form of the browser."""
    token = TOKEN.search(visitor.get("/pages/import").text)
    assert token is not None
    form = {"csrf_token": token[1], "person": "Redaktion", "url": url, "text": text, "format": "text"}
    return visitor.post("/pages/import", data=form)
