"""The wheel, unpacked far from the source: it has its pages, its migrations and its command."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow

ASK_FOR_A_PAGE = """
import sys, service
from service.app import create_app
from service.settings import read_settings
assert not service.__file__.startswith(sys.argv[1]), service.__file__
answer = create_app(read_settings()).test_client().get("/", follow_redirects=True)
assert answer.status_code == 200, answer.status
sys.stdout.reconfigure(encoding="utf-8")
print(answer.text)
"""


def _run(*command: str | Path, cwd: Path) -> str:
    surroundings = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | {
        "LEITSTAND_DATA_DIR": str(cwd)
    }
    done = subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment with the wheel; it borrows the dependencies of this one, but not this project."""
    folder = tmp_path_factory.mktemp("a wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    _run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder, ROOT, cwd=folder)
    _run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    python = folder / "venv" / "bin" / "python"
    (wheel,) = folder.glob("*.whl")
    _run(*pip, "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    packages = Path(_run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder


def test_its_command_tells_what_it_can_do(unpacked: Path) -> None:
    assert "migrate" in _run(unpacked / "venv" / "bin" / "leitstand", "--help", cwd=unpacked)


def test_it_migrates_and_shows_a_page(unpacked: Path) -> None:
    _run(unpacked / "venv" / "bin" / "leitstand", "migrate", cwd=unpacked)
    page = _run(unpacked / "venv" / "bin" / "python", "-c", ASK_FOR_A_PAGE, ROOT, cwd=unpacked)
    assert "<html" in page


def test_it_has_the_style_sheet_and_no_tests(unpacked: Path) -> None:
    (package,) = (unpacked / "venv").glob("lib/python*/site-packages/service")
    assert list((package / "templates").rglob("*.html"))
    assert list((package / "static").rglob("*.css"))
    assert not (package.parent / "tests").exists()
