"""Serving: a port that is taken, a stop that lets requests end, and one that waits for nobody for ever."""

import http.client
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.serving import Server, ServingError
from service.words import translator
from tests.processes import MUST_END_SECONDS, line, started, stop

pytestmark = pytest.mark.slow


def _get(port: int) -> tuple[int, int]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", "/")
        answer = connection.getresponse()
        return answer.status, len(answer.read())
    finally:
        connection.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_ends_with_0(number: int) -> None:
    with started("tests.programs.pages", "at once") as process:
        assert _get(int(line(process))) == (200, 300_000)
        assert line(process) == "asked"
        code, seconds, printed = stop(process, number)
    assert (code, printed) == (0, "served\n")
    assert seconds < MUST_END_SECONDS


def test_a_running_request_is_answered_to_its_end() -> None:
    with started("tests.programs.pages", "at the stop") as process, ThreadPoolExecutor(1) as pool:
        answer = pool.submit(_get, int(line(process)))
        assert line(process) == "asked"
        code, _, printed = stop(process)
        assert answer.result() == (200, 300_000)
    assert (code, printed) == (0, "served\n")


def test_a_connection_that_only_waits_does_not_hold_the_stop() -> None:
    with started("tests.programs.pages", "at once") as process:
        connection = http.client.HTTPConnection("127.0.0.1", int(line(process)), timeout=20)
        connection.request("GET", "/")
        connection.getresponse().read()
        code, seconds, _ = stop(process)
        connection.close()
    assert code == 0
    assert seconds < MUST_END_SECONDS / 2


def test_a_request_that_never_ends_is_cut_off_within_five_seconds() -> None:
    with started("tests.programs.pages", "never") as process, ThreadPoolExecutor(1) as pool:
        answer = pool.submit(_get, int(line(process)))
        assert line(process) == "asked"
        code, seconds, printed = stop(process)
        assert isinstance(answer.exception(), ConnectionError | http.client.HTTPException)
    assert code == 0
    assert seconds < MUST_END_SECONDS
    assert "stopped in the middle of work" in printed


def test_a_port_that_is_taken_is_named_with_what_to_do() -> None:
    with started("tests.programs.pages", "at once") as process:
        port = int(line(process))
        with pytest.raises(ServingError) as refused:
            Server(lambda _environment, _start: [], "127.0.0.1", port)
    said = refused.value.sentence(translator("en", strict=True))
    assert said.startswith(f"Port {port} of 127.0.0.1 is taken by another program.")
    assert "LEITSTAND_PORT" in said
