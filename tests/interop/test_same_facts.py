"""What we write is what programs of others read: as many entries, in order, with the same key fields."""

from pathlib import Path

import pytest

from citations.kinds import SourceKind
from tests.interop import read_others, read_tex
from tests.interop.accepted import HABITS, SINGLE
from tests.interop.sixty import SIXTY
from tests.interop.wanted import FORMATS, Facts, told, wanted

pytestmark = pytest.mark.slow

READERS = {**read_tex.READERS, **read_others.READERS}


def test_the_sources_are_sixty_of_every_kind() -> None:
    assert len(SIXTY) >= 60
    assert {item.kind for item in SIXTY} == set(SourceKind)


@pytest.mark.parametrize("program, written_as", READERS)
def test_a_program_reads_what_we_meant(program: str, written_as: str, tmp_path: Path) -> None:
    reader = (program, written_as)
    read = READERS[reader]("".join(FORMATS[written_as](SIXTY)), tmp_path)
    assert [facts["key"] for facts in read] == [item.cite_key for item in SIXTY]
    found: dict[tuple[str, str], str | tuple[str, ...]] = {}
    for item, facts in zip(SIXTY, read, strict=True):
        meant = wanted(item, written_as)
        for habit in HABITS.get(reader, ()):
            meant = habit(meant, item)
        found |= _differences(item.cite_key, meant, told(facts, item))
    assert found == SINGLE.get(reader, {})


def _differences(key: str, meant: Facts, read: Facts) -> dict[tuple[str, str], str | tuple[str, ...]]:
    assert meant.keys() == read.keys()
    return {(key, name): read[name] for name in meant if read[name] != meant[name]}


def test_every_reader_in_the_tables_is_one_that_is_asked() -> None:
    assert HABITS.keys() | SINGLE.keys() <= READERS.keys()


def test_biber_warns_of_nothing_but_what_is_known(tmp_path: Path) -> None:
    read_tex.with_biber("".join(FORMATS["biblatex"](SIXTY)), tmp_path)
    said = (tmp_path / "said.txt").read_text(encoding="utf-8").splitlines()
    dateless = "WARN - Datamodel: Entry 'bfarm' (in.bib): Missing mandatory field - one of 'date, year' must be defined"
    letters = (
        "WARN - Datamodel: Entry 'zahlen2024' (in.bib): Invalid value of field 'volume' must be datatype 'integer'"
    )
    assert [line for line in said if line.startswith(("WARN", "ERROR"))] == [dateless, letters + " - ignoring field"]
