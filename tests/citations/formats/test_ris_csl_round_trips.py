"""What we write as RIS and CSL-JSON comes back whole, whatever noise stands around it."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.formats import csl_json, ris, written
from citations.formats.decoding import decoded_lines
from citations.formats.foreign.own import CARRIED
from citations.formats.incoming import Entry, Incoming, Problem
from citations.formats.item import ExportItem
from tests.citations.formats.any_item import ANY_ITEM
from tests.citations.formats.items import GUIDELINE, ONE_OF_EACH, many

READ = {"ris": ris.read, "csl-json": csl_json.read}
RECOGNISES = {"ris": ris.recognises, "csl-json": csl_json.recognises}


def _back(slug: str, items: list[ExportItem]) -> list[Incoming]:
    return list(READ[slug](decoded_lines(written(slug, items)).lines))


def test_every_field_is_said_to_be_carried() -> None:
    assert csl_json.CARRIED == ris.CARRIED == CARRIED
    assert {"reference.stand", "reference.medium", "valid_until_origin", "status", "key"} <= CARRIED


@pytest.mark.parametrize("slug", READ)
def test_one_of_each_comes_back_without_a_remark(slug: str) -> None:
    found = _back(slug, list(ONE_OF_EACH))
    assert [entry.item for entry in found if isinstance(entry, Entry)] == list(ONE_OF_EACH)
    assert [entry.remarks for entry in found if isinstance(entry, Entry) and entry.remarks] == []


@pytest.mark.slow
@pytest.mark.parametrize("slug", READ)
@settings(max_examples=300)
@given(items=st.lists(ANY_ITEM, max_size=3))
def test_any_item_comes_back_whole(slug: str, items: list[ExportItem]) -> None:
    found = _back(slug, items)
    assert [entry.item if isinstance(entry, Entry) else entry for entry in found] == items


@pytest.mark.parametrize("slug", READ)
def test_a_changed_title_is_taken_from_the_field_that_was_changed(slug: str) -> None:
    text = b"".join(written(slug, [GUIDELINE])).decode().replace("Adulte Weichgewebesarkome", "Neuer Titel")
    (entry,) = READ[slug](text.splitlines(keepends=True))
    assert isinstance(entry, Entry)
    assert entry.item.reference.title == "Neuer Titel"
    assert entry.item.reference.stand == "2022-06"


@pytest.mark.parametrize("slug", READ)
def test_what_is_recognised_is_the_own_format(slug: str) -> None:
    for other in ("ris", "csl-json", "bibtex", "biblatex", "text"):
        head = b"".join(written(other, ONE_OF_EACH)).decode()[:4000]
        assert RECOGNISES[slug](head) == (slug == other)


@pytest.mark.parametrize("slug", READ)
def test_entries_come_while_the_file_is_still_being_read(slug: str) -> None:
    endless = written(slug, itertools.repeat(GUIDELINE))
    lines = (line for piece in endless for line in piece.decode().splitlines(keepends=True))
    assert len(list(itertools.islice(READ[slug](lines), 5))) == 5


@pytest.mark.parametrize("slug", READ)
@settings(max_examples=200)
@given(data=st.binary(max_size=300) | st.text('TYUER-[]{}":,\\ \n1aé', max_size=200).map(str.encode))
def test_no_input_raises(slug: str, data: bytes) -> None:
    lines = decoded_lines([b"TY  - JOUR and more than enough words of text in front of it all \n", data]).lines
    for found in READ[slug](lines):
        assert isinstance(found, Entry | Problem)
        assert found.line >= 1


NOISE = ("[", "{", '"', "1", "TY  - ", "ER  - \n", "\\", "AU  - a;", "\ufeff", "T1-", '"\n', "{}", "}{", "{1}")


@pytest.mark.parametrize("slug", READ)
@pytest.mark.parametrize("piece", NOISE)
def test_good_entries_stand_behind_and_before_any_noise_of_a_line(slug: str, piece: str) -> None:
    good = b"".join(written(slug, list(many(2)))).decode()
    found = list(READ[slug]((piece.rstrip() * 20 + "\n" + good).splitlines(keepends=True)))
    titles = [entry.item.reference.title for entry in found if isinstance(entry, Entry)]
    assert [item.reference.title for item in many(2)] == titles[-2:]
