"""BfArM: letters found by substance or product, dated as the feed dates them; a feed that is none is no feed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from citations.kinds import LookOutcome, NoticeKind, SourceKind
from citations.sightings import Sighting
from jobs.watchers import bfarm
from jobs.watchers.contract import Answer, Watched, WatchError
from tests.jobs.watchers.conftest import Play
from tests.registries.world import Outage, World

SAMPLE = Path(__file__).parents[2] / "answers" / "bfarm" / "rote-hand-briefe.synthetic.rss.xml"
FOLDER = "https://www.bfarm.de/SharedDocs/Risikoinformationen/Pharmakovigilanz/DE/RHB"


def _letter(title: str, on: str = "Fri, 6 Feb 2026 09:00:00 +0100", **more: str) -> dict[str, str]:
    return {"title": title, "on": on} | more


def _watched(*substances: str, title: str = "Fachinformation", last_look: datetime | None = None) -> Watched:
    name = substances[0] if substances else ""
    return Watched(1, name, SourceKind.DRUG_LABEL, title, substances=substances, last_look=last_look)


def _look(play: Play, watched: Watched) -> Sighting:
    return bfarm.look(watched, play())


def test_a_letter_is_known_by_its_link_and_dated_by_the_feed(world: World, play: Play) -> None:
    title = "Rote-Hand-Brief zu Holoxan (Ifosfamid): Enzephalopathie"
    world.on("2026-01-01", "bfarm", "2026/rhb-holoxan.html", _letter(title, "Mon, 2 Feb 2026 00:30:00 +0100"))
    world.on("2026-01-01", "bfarm", "2026/rhb-ixoten.html", _letter("Rote-Hand-Brief zu Ixoten (Trofosfamid): x"))
    (notice,) = _look(play, _watched("ifosfamid")).notices
    assert (notice.kind, notice.on, notice.label) == (NoticeKind.SAFETY_LETTER, "2026-02-02", title)
    assert notice.key == notice.url == f"{FOLDER}/2026/rhb-holoxan.html"


@pytest.mark.parametrize(
    "title, source, found",
    [
        ("Rote-Hand-Brief zu Arixtra: Mangel", "Fachinformation Arixtra 2,5 mg", True),
        ("Aktualisierung des Rote-Hand-Briefs zu Arixtra®: Mangel", "Arixtra Fachinformation", True),
        ("Informationsbrief zu Kisqali 200 mg Filmtabletten der Firma X: Lagerung", "Fachinformation Kisqali", True),
        ("Informationsbrief zu Abcdin, Kisqali 200 mg: Lagerung", "Kisqali", True),
        ("Rote-Hand-Brief zu Arixtra: Mangel", "Fachinformation Filmtabletten", False),
        ("Rote-Hand-Brief zu Arzneimitteln: Mangel", "Arzneimitteln im Alter", False),
        ("Rote-Hand-Brief zu Tarix: Mangel", "Fachinformation Arixtra", False),
    ],
)
def test_a_letter_that_names_the_product_alone_is_found(
    world: World, play: Play, title: str, source: str, found: bool
) -> None:
    world.on("2026-01-01", "bfarm", "2026/rhb.html", _letter(title))
    assert len(_look(play, _watched("fondaparinux", title=source)).notices) == found


def test_a_relative_link_becomes_an_address(world: World, play: Play) -> None:
    link = "/SharedDocs/RHB/2026/rhb-a.html?nn=1#x"
    world.on("2026-01-01", "bfarm", "a", _letter("Rote-Hand-Brief zu Imatinib: x", link=link))
    client = play()
    (notice,) = bfarm.look(_watched("imatinib"), client).notices
    assert notice.key.endswith("/SharedDocs/RHB/2026/rhb-a.html")
    assert notice.key.startswith("http")


@pytest.mark.parametrize("oddity", ["html", "empty", "entities"])
def test_what_is_no_feed_or_an_empty_one_is_not_understood(world: World, play: Play, oddity: str) -> None:
    world.on("2026-01-01", "bfarm", "a", _letter("Rote-Hand-Brief zu Imatinib: x"))
    world.on("2026-01-01", "bfarm", oddity, True)
    with pytest.raises(WatchError) as caught:
        _look(play, _watched("imatinib"))
    assert caught.value.outcome is LookOutcome.PARSE_FAILED


def test_a_missing_feed_says_nothing_of_a_source(world: World, play: Play) -> None:
    world.outages.append(Outage("bfarm", world.day, world.day, 404))
    with pytest.raises(WatchError) as caught:
        _look(play, _watched("imatinib"))
    assert caught.value.outcome is LookOutcome.UNAVAILABLE


def test_a_gap_in_the_looks_is_told(world: World, play: Play) -> None:
    world.on("2026-01-01", "bfarm", "a", _letter("Rote-Hand-Brief zu Imatinib: x", "Fri, 6 Nov 2026 09:00:00 +0100"))
    late = _watched("imatinib", last_look=datetime(2026, 9, 1, tzinfo=UTC))
    assert _look(play, late).warnings == ("warning.bfarm_gap",)
    in_time = _watched("imatinib", last_look=datetime(2026, 11, 19, tzinfo=UTC))
    assert _look(play, in_time).warnings == ()
    assert _look(play, _watched("imatinib")).warnings == ()


def test_the_feed_is_fetched_once_for_all_sources(world: World, play: Play) -> None:
    world.on("2026-01-01", "bfarm", "a", _letter("Rote-Hand-Brief zu Imatinib: x"))
    client = play()
    for name in ("imatinib", "ifosfamid"):
        bfarm.look(_watched(name), client)
    assert len(world.calls) == 1


def test_the_recorded_feed_is_read() -> None:
    letters = bfarm._letters(Answer(200, "https://bfarm.example", {}, SAMPLE.read_bytes()), "https://www.bfarm.de")
    assert [one.on for one in letters] == ["2026-02-06", "2026-02-02", "2025-12-16"]
    assert [bfarm._concerns(one, _watched("melphalan")) for one in letters] == [False, False, True]


def test_only_sources_with_a_substance_are_watched() -> None:
    assert bfarm.key_of(SourceKind.PORTAL, {"substance": "ifosfamid"}, "https://bfarm.de") == "ifosfamid"
    assert bfarm.key_of(SourceKind.PORTAL, {}, "https://bfarm.de") == ""
