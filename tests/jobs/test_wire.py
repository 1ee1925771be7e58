"""The wire against a server that is bad on purpose: nothing hangs, floods, or reaches an address it must not reach."""

import ipaddress
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest

from citations.kinds import LookOutcome
from jobs.addresses import is_private, place_of
from jobs.pace import Pace
from jobs.unpacking import retry_after
from jobs.watchers.contract import Politeness, WatchError
from jobs.wire import Limits, Manner, Wire
from tests.bad_server import bad_server
from tests.registries.server import playing
from tests.registries.world import World

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
POLITE = Politeness(gap=1.0)
SIZE = 1_000_000


@pytest.fixture(scope="module")
def bad() -> Iterator[str]:
    with bad_server() as address:
        yield address


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = NOW
        self.slept: list[float] = []

    def __call__(self) -> datetime:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def wire(bad: str) -> Iterator[Wire]:
    clock = Clock()
    limits = Limits(connect=0.5, read=0.5, total=0.5, size=SIZE)
    manner = Manner("Leitstand/test (+https://example.org; mailto:x@example.org)", _allowed(bad), limits)
    made = Wire(manner, Pace(clock, clock.sleep), clock)
    yield made
    made.close()


def _allowed(address: str) -> frozenset[str]:
    return frozenset({urlsplit(address).netloc})


@pytest.mark.parametrize(
    "path, outcome, why",
    [
        ("/hangs", LookOutcome.UNAVAILABLE, "look.too_slow"),
        ("/resets", LookOutcome.UNAVAILABLE, "look.no_connection"),
        ("/drips-headers", LookOutcome.UNAVAILABLE, "look.too_slow"),
        ("/drips-body", LookOutcome.UNAVAILABLE, "look.too_slow"),
        ("/lies-short", LookOutcome.UNAVAILABLE, "look.no_connection"),
        ("/endless", LookOutcome.PARSE_FAILED, "look.too_large"),
        ("/endless-header", LookOutcome.UNAVAILABLE, "look.no_connection"),
        ("/loops", LookOutcome.UNAVAILABLE, "look.redirects"),
        ("/bomb", LookOutcome.PARSE_FAILED, "look.too_large"),
        ("/broken-gzip", LookOutcome.PARSE_FAILED, "look.too_large"),
        ("/no-gzip", LookOutcome.PARSE_FAILED, "look.damaged"),
        ("/other-packing", LookOutcome.PARSE_FAILED, "look.encoding"),
        ("/fails", LookOutcome.UNAVAILABLE, "look.server_error"),
        ("/limits", LookOutcome.RATE_LIMITED, "look.too_often"),
        ("/nonsense", LookOutcome.UNAVAILABLE, "look.no_connection"),
        ("/redirects?http://127.0.0.1:1/", LookOutcome.REFUSED, "look.private_address"),
        ("/redirects?http://169.254.169.254/latest/meta-data", LookOutcome.REFUSED, "look.private_address"),
        ("/redirects?http://[::ffff:169.254.169.254]/", LookOutcome.REFUSED, "look.private_address"),
        ("/redirects?http://2130706433/", LookOutcome.REFUSED, "look.private_address"),
        ("/redirects?http://0177.0.0.1/", LookOutcome.REFUSED, "look.no_address"),
        ("/redirects?http://0x7f.1/", LookOutcome.REFUSED, "look.private_address"),
        ("/redirects?http://localhost:1/", LookOutcome.REFUSED, "look.private_address"),
        ("/redirects?file:///etc/passwd", LookOutcome.REFUSED, "look.no_address"),
        ("/redirects?http://user:word@example.org/", LookOutcome.REFUSED, "look.credentials"),
        ("/redirects?http://[broken/", LookOutcome.REFUSED, "look.no_address"),
    ],
)
def test_every_badness_ends_as_a_look_that_failed(
    wire: Wire, bad: str, path: str, outcome: LookOutcome, why: str
) -> None:
    with pytest.raises(WatchError) as failed:
        wire.get(bad + path, POLITE)
    assert (failed.value.outcome, failed.value.why) == (outcome, why)


def test_a_bomb_stays_small_in_memory(wire: Wire, bad: str) -> None:
    tracemalloc.start()
    with pytest.raises(WatchError):
        wire.get(f"{bad}/bomb", POLITE)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * SIZE


def test_an_unknown_charset_is_read_as_what_it_can_be(wire: Wire, bad: str) -> None:
    assert wire.get(f"{bad}/wrong-charset", POLITE).text == "M\ufffdrz"


def test_a_redirect_is_followed_and_told(wire: Wire, bad: str) -> None:
    answer = wire.get(f"{bad}/redirects?/good", POLITE)
    assert (answer.status, answer.body, answer.url) == (200, b"good", f"{bad}/good")
    assert answer.chain == ((302, f"{bad}/redirects?/good"),)


def test_three_failures_in_a_row_stop_the_host_for_this_run(wire: Wire, bad: str) -> None:
    for _ in range(3):
        with pytest.raises(WatchError):
            wire.get(f"{bad}/fails", POLITE)
    with pytest.raises(WatchError) as stopped:
        wire.get(f"{bad}/good", POLITE)
    assert (stopped.value.outcome, stopped.value.why) == (LookOutcome.SKIPPED, "look.host_stopped")


def test_an_answer_ends_the_run_of_failures(wire: Wire, bad: str) -> None:
    for path in ("/fails", "/fails", "/good", "/fails", "/fails"):
        if path == "/good":
            wire.get(bad + path, POLITE)
            continue
        with pytest.raises(WatchError):
            wire.get(bad + path, POLITE)
    assert wire.get(f"{bad}/good", POLITE).body == b"good"


def test_the_wait_a_host_asks_for_is_kept(wire: Wire, bad: str) -> None:
    with pytest.raises(WatchError) as limited:
        wire.get(f"{bad}/limits?3600", POLITE)
    assert limited.value.retry_at == NOW + timedelta(hours=1)
    with pytest.raises(WatchError) as waits:
        wire.get(f"{bad}/good", POLITE)
    assert (waits.value.outcome, waits.value.why) == (LookOutcome.SKIPPED, "look.host_waits")


def test_a_private_host_is_refused_unless_a_setting_allows_it(bad: str) -> None:
    clock = Clock()
    made = Wire(Manner("Leitstand/test"), Pace(clock, clock.sleep), clock)
    with pytest.raises(WatchError) as refused:
        made.get(f"{bad}/good", POLITE)
    made.close()
    assert refused.value.why == "look.private_address"


def test_a_name_is_resolved_once_and_the_call_goes_to_what_was_checked(bad: str) -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(f"{host}:{port}")
        return ["127.0.0.1"]

    clock = Clock()
    port = urlsplit(bad).port
    names = (f"register.example:{port}", f"stranger.example:{port}")
    made = Wire(Manner("Leitstand/test", frozenset(names[:1]), resolve=rebinding), Pace(clock, clock.sleep), clock)
    assert made.get(f"http://{names[0]}/good", POLITE).body == b"good"
    with pytest.raises(WatchError) as refused:
        made.get(f"http://{names[1]}/good", POLITE)
    made.close()
    assert asked == list(names), "each call resolves once: what was checked is what is called"
    assert refused.value.why == "look.private_address"


def test_one_private_address_among_several_is_enough_to_refuse() -> None:
    clock = Clock()
    manner = Manner("Leitstand/test", resolve=lambda _host, _port: ["93.184.216.34", "10.0.0.1"])
    made = Wire(manner, Pace(clock, clock.sleep), clock)
    with pytest.raises(WatchError) as refused:
        made.get("http://mixed.example/", POLITE)
    made.close()
    assert refused.value.facts["address"] == "10.0.0.1"


def test_calls_to_one_host_keep_their_gap_with_some_jitter() -> None:
    clock = Clock()
    pace = Pace(clock, clock.sleep)
    for _ in range(3):
        with pace.turn("registry.example", Politeness(gap=2.0)):
            pass
    assert [2.0 <= seconds <= 2.4 for seconds in clock.slept] == [True, True]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
        "255.255.255.255", "192.0.2.1", "240.0.0.1", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1",
        "::ffff:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_these_addresses_are_private(address: str) -> None:
    assert is_private(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34"]
)
def test_these_addresses_are_public(address: str) -> None:
    assert not is_private(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "text, seconds",
    [("120", 120), (" 0 ", 0), ("Fri, 20 Nov 2026 09:01:00 GMT", 60), ("", None), ("soon", None), ("-5", None)],
)
def test_both_forms_of_retry_after_are_read(text: str, seconds: int | None) -> None:
    assert retry_after(text, NOW) == (None if seconds is None else NOW + timedelta(seconds=seconds))


def test_a_port_of_its_own_is_a_host_of_its_own() -> None:
    assert place_of("https://Example.ORG:443/x") == "example.org"
    assert place_of("http://example.org:8080/") == "example.org:8080"


def test_a_key_goes_to_the_house_it_is_for_and_to_nobody_it_sends_us_to(bad: str) -> None:
    clock = Clock()
    with bad_server() as other:
        made = Wire(Manner("Leitstand/test", _allowed(bad) | _allowed(other)), Pace(clock, clock.sleep), clock)
        key = {"Api-Key": "secret"}
        assert made.get(f"{bad}/tells-key", POLITE, key).body == b"Api-Key: secret"
        assert made.get(f"{bad}/redirects?/tells-key", POLITE, key).body == b"Api-Key: secret"
        assert made.get(f"{bad}/redirects?{other}/tells-key", POLITE, key).body == b""
        made.close()


def test_a_registry_may_have_a_larger_file_of_its_own_and_nobody_it_leads_to(world: World, played: str) -> None:
    large = b"x" * (2 * SIZE)
    world.on("2026-01-01", "page", "file", {"body": large})
    world.on("2026-01-01", "page", "old", {"redirect": "/page/file"})
    with playing(world) as other:
        world.on("2026-01-01", "page", "away", {"redirect": f"{other}/page/file"})
        hosts = frozenset(urlsplit(address).netloc for address in (played, other))
        manner = Manner("test", hosts, Limits(total=10.0, size=SIZE))
        with closing(Wire(manner, Pace(lambda: NOW, lambda _seconds: None), lambda: NOW)) as wire:
            may = Politeness(gap=1.0, size=3 * SIZE)
            assert wire.get(f"{played}/page/file", may).body == large
            assert wire.get(f"{played}/page/old", may).body == large
            for path, politeness in (("file", POLITE), ("away", may)):
                with pytest.raises(WatchError, match="too_large"):
                    wire.get(f"{played}/page/{path}", politeness)
            assert len(wire.get(f"{other}/page/file", Politeness(gap=1.0, size=2 * SIZE)).body) == 2 * SIZE
            with pytest.raises(WatchError, match="too_large"):
                wire.get(f"{played}/page/file", Politeness(gap=1.0, size=2 * SIZE - 1))
