"""How a program of the house ends when it is told to: SIGTERM and SIGINT call one function, the end is a clean 0."""

import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGTERM, signal.SIGINT)
_log = logging.getLogger("leitstand")


@contextmanager
def on_stop(call: Callable[[], None]) -> Iterator[None]:
    """Call ``call`` when the program is told to stop, as long as the block lasts. For the main thread only."""

    def handle(_number: int, _frame: FrameType | None) -> None:
        call()

    before = [(number, signal.signal(number, handle)) for number in _SIGNALS]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def leave_at_once() -> None:
    """End the program with 0 though a thread is still at work: its transaction is taken back by the database."""
    _log.warning("stopped in the middle of work; it is taken back, and done again at the next start")
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
