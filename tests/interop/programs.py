"""Programs of others: found or, where they are missing, the test is skipped with what to install; in CI it fails."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import house

HERE = Path(__file__).resolve().parent
NODE_MODULES = house.ROOT / ".cache" / "interop" / "node_modules"
INSTALL = "see .ci/run for what to install"

_IN_CI = bool(os.environ.get("LEITSTAND_CI"))  # read now: the tests themselves see no settings of ours
_SECONDS = 120


def missing(what: str) -> None:
    """Skip the test for want of a program; CI installs all of them, so there it fails."""
    message = f"no {what} found: {INSTALL}"
    if _IN_CI:
        pytest.fail(message)
    pytest.skip(message)


def run(command: list[str], folder: Path, text: str = "") -> str:
    """Return what a program prints for this input; fails with its own words where it ends badly or does not end.

    It sees no settings of whoever runs the suite, has its home in ``folder``, and no proxy leads anywhere.
    """
    program = shutil.which(command[0])
    if program is None:
        missing(command[0])
    ran = subprocess.run(
        [str(program), *command[1:]], input=text.encode(), capture_output=True, check=False, cwd=folder,
        timeout=_SECONDS, env=_environment(folder),
    )  # fmt: skip
    said = ran.stdout.decode("utf-8", "replace")
    assert ran.returncode == 0, f"{command[0]} ended with {ran.returncode}: {ran.stderr.decode()[-2000:]}{said[-2000:]}"
    return said


def run_node(program: str, folder: Path, text: str) -> str:
    """Return what ``read.mjs`` prints for a program of npm's."""
    if not NODE_MODULES.is_dir():
        missing("folder .cache/interop/node_modules")
    return run(["node", str(HERE / "read.mjs"), str(NODE_MODULES), program], folder, text)


def _environment(folder: Path) -> dict[str, str]:
    nowhere = "http://127.0.0.1:9"
    plain = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return plain | {"http_proxy": nowhere, "https_proxy": nowhere, "openout_any": "p"}
