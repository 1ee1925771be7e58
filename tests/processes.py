"""Programs of the house as processes: started, listened to line by line, told to stop, and timed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MUST_END_SECONDS = 5.0


@contextmanager
def started(
    module: str, *arguments: str, environment: dict[str, str] | None = None
) -> Iterator["subprocess.Popen[str]"]:
    """Start ``python -m module`` in the project's folder; whatever is left of it at the end of the block is killed."""
    command = [sys.executable, "-W", "error", "-m", module, *arguments]
    pipe = subprocess.PIPE
    surroundings = {**os.environ, **(environment or {})}
    with subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True, env=surroundings) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def line(process: "subprocess.Popen[str]") -> str:
    """Return the next line that the process prints, waiting for it; "" when it ended."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def stop(process: "subprocess.Popen[str]", number: int = signal.SIGTERM) -> tuple[int, float, str]:
    """Tell the process to stop; return its exit code, the seconds that it took, and what it printed meanwhile."""
    begun = time.monotonic()
    process.send_signal(number)
    printed, errors = process.communicate(timeout=3 * MUST_END_SECONDS)
    return process.returncode, time.monotonic() - begun, printed + errors
