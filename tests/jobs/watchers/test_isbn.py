"""Books by ISBN: the check digit first, two libraries in turn, and only what was asked for counts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.kinds import LookOutcome, SourceKind
from citations.records import Organisation, Reference
from citations.references.numbers import read_isbn
from citations.sightings import Sighting
from citations.verdicts import judge
from jobs.watchers import isbn, marc
from jobs.watchers.contract import Answer, Known, Watched, WatchError
from jobs.watchers.shared_files import root_of
from tests.jobs.watchers.conftest import Play
from tests.registries.world import Outage, World

SAMPLE = Path(__file__).parents[2] / "answers" / "isbn" / "dnb-sru-marc21.xml"
WHO, WRONG = "9789283245025", "9789283245088"
DETAILS = {
    "title": "Soft tissue and bone tumours",
    "authors": [{"name": "WHO Classification of Tumours Editorial Board,"}],
    "publishers": ["International Agency for Research on Cancer"],
    "publish_places": ["Lyon"],
    "publish_date": "April 24, 2020",
    "edition_name": "5th ed.",
    "series": ["WHO classification of tumours, vol. 3"],
    "isbn_13": ["978-92-832-4502-5"],
}
MARC = [
    ("020", {"a": "978-92-832-4502-5", "c": "EUR 150.00"}),
    ("100", {"a": "Muster, Anna,", "4": "aut"}),
    ("700", {"a": "Beispiel, Bert", "4": "edt"}),
    ("700", {"a": "Drucker, Dora", "4": "prt"}),
    ("245", {"a": "\u0098Die\u009c Weichteiltumoren :", "b": "ein Lehrbuch /", "c": "Anna Muster"}),
    ("250", {"a": "3., überarbeitete Auflage"}),
    ("264", {"a": "Berlin :", "b": "Springer,", "c": "[2020]"}),
    ("490", {"a": "Onkologie ;", "v": "Band 7"}),
]


def _watched(key: str = WHO, printed: str = "") -> Watched:
    versions = (Known(1, reference=Reference("book", isbn=printed)),) if printed else ()
    return Watched(1, key, SourceKind.WHO_BOOK, "Soft tissue and bone tumours", versions=versions)


def _look(play: Play, watched: Watched | None = None) -> Sighting:
    return isbn.look(watched or _watched(), play())


def _failure(play: Play, watched: Watched | None = None) -> WatchError:
    with pytest.raises(WatchError) as caught:
        _look(play, watched)
    return caught.value


def _asked(world: World) -> list[str]:
    return [registry for _, registry, _ in world.calls]


@pytest.mark.parametrize(
    "stored, key",
    [
        (WHO, WHO),
        (f"{WHO}-v3", WHO),
        ("978-92-832-4502-5", WHO),
        ("1931498717", "9781931498715"),
        (WRONG, WRONG),
        ("", ""),
        ("12", ""),
    ],
)
def test_the_key_is_the_book_without_its_volume(stored: str, key: str) -> None:
    assert isbn.key_of(SourceKind.BOOK, {"isbn": stored}, "") == key


def test_a_wrong_check_digit_is_told_and_nobody_is_asked(world: World, play: Play) -> None:
    seen = _look(play, _watched(WRONG))
    assert seen.warnings == ("warning.isbn_check_failed",)
    assert world.calls == []


def test_a_wrong_number_that_a_version_prints_is_told(world: World, play: Play) -> None:
    world.on("2026-01-01", "openlibrary", WHO, DETAILS)
    assert _look(play, _watched(printed="978-92-832-4508-8")).warnings == ("warning.isbn_check_failed",)
    assert _look(play, _watched(printed="978-92-832-4502-5")).warnings == ()


def test_the_first_library_that_has_the_book_fills_its_fields(world: World, play: Play) -> None:
    world.on("2026-01-01", "openlibrary", WHO, DETAILS)
    seen = _look(play)
    assert seen.reference == Reference(
        "book",
        organisations=(Organisation("WHO Classification of Tumours Editorial Board"),),
        title="Soft tissue and bone tumours",
        edition="5",
        publisher="International Agency for Research on Cancer",
        place="Lyon",
        year=2020,
        series="WHO classification of tumours",
        volume="3",
        isbn=WHO,
    )
    assert _asked(world) == ["openlibrary"]


def test_a_book_is_never_evidence_of_a_newer_edition(world: World, play: Play) -> None:
    world.on("2026-01-01", "openlibrary", WHO, DETAILS)
    verdict = judge(None, _look(play), today="2026-11-20")
    assert (verdict.stated, verdict.successor, verdict.candidates) == (False, None, ())


def test_the_national_library_is_asked_for_what_the_other_does_not_have(world: World, play: Play) -> None:
    world.on("2026-01-01", "dnb", WHO, MARC)
    reference = _look(play).reference
    assert _asked(world) == ["openlibrary", "dnb"]
    assert reference is not None
    assert (reference.title, reference.edition, reference.year) == ("Die Weichteiltumoren: ein Lehrbuch", "3", 2020)
    assert (reference.publisher, reference.place) == ("Springer", "Berlin")
    assert (reference.series, reference.volume) == ("Onkologie", "7")
    assert reference.authors == ("Muster, Anna", "Beispiel, Bert")


def test_a_record_of_another_book_is_none(world: World, play: Play) -> None:
    world.on("2026-01-01", "openlibrary", WHO, DETAILS | {"isbn_13": ["9781931498715"]})
    world.on("2026-01-01", "dnb", WHO, [("020", {"z": WHO}), *MARC[1:]])
    assert _failure(play).outcome is LookOutcome.NOT_FOUND


def test_a_book_that_neither_has_is_not_found(play: Play) -> None:
    failure = _failure(play)
    assert (failure.outcome, failure.why, failure.facts) == (LookOutcome.NOT_FOUND, "look.isbn_unknown", {"isbn": WHO})


def test_absence_needs_an_answer_of_both(world: World, play: Play) -> None:
    world.outages.append(Outage("openlibrary", world.day, world.day, 503))
    assert _failure(play).outcome is LookOutcome.UNAVAILABLE
    world.on("2026-01-01", "dnb", WHO, MARC)
    assert _look(play).title == "Die Weichteiltumoren: ein Lehrbuch"


def test_a_fault_inside_a_good_answer_is_a_fault(world: World, play: Play) -> None:
    world.on("2026-01-01", "dnb", "diagnostic", "Unsupported record schema")
    failure = _failure(play)
    assert (failure.outcome, failure.why) == (LookOutcome.UNAVAILABLE, "look.dnb_diagnostic")
    assert "Unsupported record schema" in failure.facts["error"]


def test_the_recorded_answer_is_read() -> None:
    (record,) = marc.records(root_of(Answer(200, "", {}, SAMPLE.read_bytes()), "DNB"))
    reference = marc.reference_of(record, "9783423701211")
    assert reference.title == "Geheimnis um einen nächtlichen Brand: erstes Erlebnis der sechs Spürnasen"
    assert (reference.authors, reference.year) == (("Blyton, Enid",), 1996)
    assert reference.publisher == "Dt. Taschenbuch-Verl."


@given(st.from_regex(r"97[89][0-9]{9}", fullmatch=True), st.integers(0, 11), st.integers(1, 9))
def test_one_digit_typed_wrong_is_always_noticed(twelve: str, place: int, shift: int) -> None:
    whole = next(twelve + str(digit) for digit in range(10) if read_isbn(twelve + str(digit)))
    wrong = f"{whole[:place]}{(int(whole[place]) + shift) % 10}{whole[place + 1 :]}"
    assert read_isbn(wrong) == ""
