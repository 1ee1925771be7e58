"""A list of sources comes in: nothing is lost, nothing comes twice, nothing that is stored is overwritten."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, SQLModel, col, func, select

from citations.formats.incoming import Entry
from citations.formats.item import ExportItem
from citations.kinds import Origin, SourceKind, Status
from citations.models import (
    Access,
    Event,
    Identifier,
    ImportedEntry,
    LikelyDouble,
    ListImport,
    Observation,
    Source,
    SourceVersion,
)
from citations.records import Reference
from jobs.refused import RefusedError
from service.acts.import_sources import import_sources
from service.acts.keep_entries import keep
from service.acts.plan_list import ListResult, plan_list, read_entries
from service.acts.read_list import LARGEST, ListFile
from service.db import Sessions
from tests.databases import CountQueries
from tests.factories import EDITOR, GUIDELINE, REVIEW, bring_in, moment

LIST = f"1. {GUIDELINE}\n2. {REVIEW}\n3. Unleserliches Gekritzel\n"
COUNTED: tuple[type[SQLModel], ...] = (Source, SourceVersion, Identifier, Access, Observation, LikelyDouble)


def _store(sessions: Sessions, text: str | bytes, name: str = "liste.txt", form: str = "") -> ListResult:
    data = text.encode() if isinstance(text, str) else text
    with sessions.write() as session:
        return import_sources(session, moment(), EDITOR, ListFile(name, data, form))


def _counts(session: Session) -> list[int]:
    return [session.exec(select(func.count()).select_from(table)).one() for table in COUNTED]


def _entry(reference: Reference, **facts: object) -> Entry:
    values: dict[str, object] = {"cite_key": "", "kind": SourceKind.JOURNAL_ARTICLE} | facts
    return Entry(ExportItem(reference=reference, **values), 1, "raw")  # type: ignore[arg-type]  # values of the item


def _article(**fields: object) -> Reference:
    values: dict[str, object] = {"title": "Ein Titel", "authors": ("Meier A",), "container": "J Test", "year": 2020}
    return Reference(kind="journal-article", **(values | fields))  # type: ignore[arg-type]  # values of the reference


def test_papers_that_share_a_number_of_pubmed_by_mistake_are_kept_apart(sessions: Sessions) -> None:
    entries = (
        "@article{a, title={Applied time series}, author={Ao, S.}, year={2010}, doi={10.1007/a}, pmid={25246403}}",
        "@article{b, title={Changes of mind}, author={Berg, R.}, journal={eLife}, doi={10.1111/b}, pmid={25246403}}",
        "@article{c, title={Quite another thing}, author={Third, R.}, journal={Cell}, year={2012}, pmid={25246403}}",
        "@article{d, title={Changes of mind}, author={Berg, R.}, journal={eLife}, pmid={25246403}}",
    )
    result = _store(sessions, "\n".join(entries), "liste.bib")
    assert (result.kept, result.known, result.double) == (4, 0, 1)  # the last is for a person to say


def test_every_entry_of_a_list_is_kept_or_is_a_problem_with_its_whole_text(sessions: Sessions) -> None:
    result = _store(sessions, LIST)
    assert (result.format, result.kept, result.new, result.known, result.double) == ("text", 2, 2, 0, 0)
    assert [(one.line, one.raw) for one in result.problems] == [(3, "3. Unleserliches Gekritzel")]
    with sessions.read() as session:
        rows = session.exec(select(ImportedEntry).order_by(col(ImportedEntry.position))).all()
        assert [(row.line, row.outcome) for row in rows] == [(1, "new"), (2, "new"), (3, "problem")]
        assert rows[0].raw == f"1. {GUIDELINE}"
        assert session.exec(select(Event.act)).all() == ["import_sources"]


def test_the_same_list_twice_adds_nothing(sessions: Sessions) -> None:
    _store(sessions, LIST)
    with sessions.read() as session:
        before = _counts(session)
    again = _store(sessions, LIST)
    assert (again.new, again.known, again.remarks) == (0, 2, [])
    with sessions.read() as session:
        assert _counts(session) == before
        assert len(session.exec(select(ListImport)).all()) == 2


_TITLES = st.sampled_from(["Sarkome heute", "Nachsorge", "Titel mit Umlaut ä"])
_REFERENCES = st.builds(
    _article,
    title=_TITLES,
    authors=st.sampled_from([("Meier A",), ("Huber B", "Meier A"), ()]),
    year=st.sampled_from([None, 2019, 2020]),
    doi=st.sampled_from(["", "10.1000/a", "10.1000/b"]),
    pmid=st.sampled_from(["", "12345678"]),
    version=st.sampled_from(["", "1.0", "2.0"]),
    stand=st.sampled_from(["", "2020-01", "2022", "2099-01"]),
    accessed=st.sampled_from(["", "2021-03-04", "2024-03-04", "2099-01-01"]),
    valid_until=st.sampled_from(["", "2019-01-01", "2030-01-01"]),
)
_ENTRIES = st.lists(
    st.builds(
        lambda reference, key, words: Entry(
            ExportItem(cite_key=key, kind=SourceKind.JOURNAL_ARTICLE, reference=reference), 1, words
        ),
        _REFERENCES,
        st.sampled_from(["", "meier2020", "Ä!", "x"]),
        st.sampled_from(["one", "two", "three"]),
    ),
    max_size=6,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=_ENTRIES)
def test_whatever_a_list_says_a_second_time_it_adds_nothing(sessions: Sessions, entries: list[Entry]) -> None:
    distinct = [Entry(one.item, one.line, f"{one.raw} {place}") for place, one in enumerate(entries)]
    with sessions.write() as session:
        first = keep(session, moment(), EDITOR, distinct)
        session.add(ListImport(id=1, name="a", format="text", state="imported", sha256="", by="a", at=moment().now))
        session.flush()
        session.add_all(
            ImportedEntry(
                import_id=1,
                position=place,
                line=1,
                raw=one.entry.raw,
                outcome="known",
                source_id=one.found.source.id,
                version_id=one.found.version.id,
            )
            for place, one in enumerate(first)
        )
        session.flush()
        before = _counts(session)
        again = keep(session, moment(), EDITOR, distinct)
        assert _counts(session) == before
        assert not any(one.changed for one in again)
        assert [one.found.version.id for one in again] == [one.found.version.id for one in first]
        session.rollback()


def test_a_preview_says_what_an_import_does_and_stores_nothing(sessions: Sessions) -> None:
    read = read_entries(ListFile("liste.txt", LIST.encode()), moment().today)
    with sessions.read() as session:
        seen = plan_list(session, moment().today, read).checked()
    with sessions.read() as session:
        assert _counts(session) == [0] * len(COUNTED)
        assert session.exec(select(ListImport)).all() == []
    done = _store(sessions, LIST)
    assert (seen.new, seen.known, seen.problems) == (done.new, done.known, done.problems)


def test_a_source_of_a_page_is_known_and_its_access_is_not_kept_twice(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
    result = _store(sessions, GUIDELINE)
    assert (result.new, result.known) == (0, 1)
    with sessions.read() as session:
        assert session.exec(select(Access.origin)).all() == ["printed"]


def test_an_access_of_a_list_belongs_to_no_page_and_one_that_cannot_be_is_a_remark(sessions: Sessions) -> None:
    _store(sessions, GUIDELINE)
    with sessions.write() as session:
        assert session.exec(select(Access.page_id, Access.on, Access.origin)).all() == [
            (None, "2025-03-04", "imported")
        ]
        (ahead,) = keep(session, moment(), EDITOR, [_entry(_article(accessed="2099-01-01"))])
        (early,) = keep(
            session, moment(), EDITOR, [_entry(_article(title="B", stand="2022-01", accessed="2021-01-01"))]
        )
    assert [one.why for one in ahead.remarks] == ["refused.access_ahead"]
    assert [one.why for one in early.remarks] == ["refused.access_before_stand"]


def test_facts_are_added_to_a_new_version_and_never_overwritten_in_a_known_one(sessions: Sessions) -> None:
    with sessions.write() as session:
        end = moment("2027-01-31").today
        full = _entry(_article(doi="10.1000/x"), valid_until=end, status=Status.FINAL, consensus_as_of="2020-01")
        (one,) = keep(session, moment(), EDITOR, [full])
        version = one.found.version
        assert (version.valid_until, version.valid_until_origin, version.status) == (end, Origin.PRINTED, Status.FINAL)
        other = _entry(
            _article(doi="10.1000/x", volume="4", pages="7"), valid_until=moment("2030-01-31").today, status="withdrawn"
        )
        (two,) = keep(session, moment(), EDITOR, [other])
        assert two.found.version.id == version.id
        assert (version.valid_until, version.volume, version.pages) == (end, "4", "7")
        assert [(remark.why, remark.facts["field"]) for remark in two.remarks] == [
            ("reading.differs", "status"),
            ("reading.differs", "valid_until"),
        ]


def test_an_end_before_the_stand_is_left_out_with_a_remark(sessions: Sessions) -> None:
    with sessions.write() as session:
        early = _entry(_article(stand="2022-06"), valid_until=moment("2020-01-01").today)
        (one,) = keep(session, moment(), EDITOR, [early])
    assert one.found.version.valid_until is None
    assert [remark.why for remark in one.remarks] == ["refused.valid_before_stand"]


def test_the_key_of_a_file_is_kept_where_it_can_be(sessions: Sessions) -> None:
    with sessions.write() as session:
        kept = keep(
            session,
            moment(),
            EDITOR,
            [
                _entry(_article(title="A"), cite_key="Meier:2020_x"),
                _entry(_article(title="B"), cite_key="Meier:2020_x"),
                _entry(_article(title="C"), cite_key="Müller 2020"),
                _entry(_article(title="A"), cite_key="other"),
            ],
        )
    assert [one.found.version.cite_key for one in kept] == ["Meier:2020_x", "meier2020", "meier2020a", "Meier:2020_x"]
    assert [[remark.why for remark in one.remarks] for one in kept] == [
        [],
        ["reading.key_taken"],
        ["reading.key_unclean"],
        ["reading.key_known"],
    ]


def test_our_own_key_finds_the_source_whatever_else_is_said(sessions: Sessions) -> None:
    with sessions.write() as session:
        (one,) = keep(session, moment(), EDITOR, [_entry(_article(title="Alter Titel"))])
        (two,) = keep(session, moment(), EDITOR, [_entry(_article(title="Neuer Titel"), key=one.found.source.key)])
        assert two.found.source.id == one.found.source.id


def test_a_merged_source_stands_for_the_one_that_was_kept(sessions: Sessions) -> None:
    with sessions.write() as session:
        one, two = keep(
            session, moment(), EDITOR, [_entry(_article(doi="10.1000/a")), _entry(_article(doi="10.1000/b"))]
        )
        two.found.source.merged_into_id = one.found.source.id
        session.flush()
        (again,) = keep(session, moment(), EDITOR, [_entry(_article(doi="10.1000/b"))])
        assert again.found.source.id == one.found.source.id


def test_signs_that_no_database_stores_are_replaced_and_said(sessions: Sessions) -> None:
    with sessions.write() as session:
        (one,) = keep(session, moment(), EDITOR, [_entry(_article(title="A\0b", authors=("Mei\ud800er A",)))])
    assert one.found.version.title == "A\ufffdb"
    assert [remark.why for remark in one.remarks] == ["reading.broken_signs"]


def test_the_number_of_questions_does_not_grow_with_the_list(sessions: Sessions, count_queries: CountQueries) -> None:
    entries = [_entry(_article(title=f"Titel {n}", doi=f"10.1000/{n}"), cite_key=f"k{n}") for n in range(60)]
    with sessions.write() as session, count_queries(sessions) as few:
        keep(session, moment(), EDITOR, entries[:5])
    with sessions.write() as session, count_queries(sessions) as many:
        keep(session, moment(), EDITOR, entries[5:])
    asked = [sum(one.startswith("SELECT") for one in sent) for sent in (few, many)]
    assert asked[1] <= asked[0] + 1


@pytest.mark.parametrize(
    "data, key",
    [
        (b"", "refused.list_empty"),
        (b" \r\n\t\n", "refused.list_empty"),
        (b"\xef\xbb\xbf", "refused.list_empty"),
        (b"PK\x03\x04 xl/workbook.xml", "refused.list_is_sheet"),
        (b"%PDF-1.4", "refused.list_is_binary"),
        (bytes(range(32)) * 50, "refused.list_is_binary"),
        (b"x" * 1_000_000, "refused.list_unreadable"),
        (b"x" * (LARGEST + 1), "refused.list_too_large"),
        (b"nothing here\nnor here\n", "refused.list_unreadable"),
        (b"@comment{made by a program}\n@string{a = {b}}\n", "refused.list_without_entry"),
        (b"[]", "refused.list_without_entry"),
    ],
    ids=["empty", "blank", "mark", "workbook", "pdf", "signs", "long line", "large", "no list", "no entry", "no item"],
)
def test_what_is_no_list_is_refused_and_nothing_is_stored(sqlite_sessions: Sessions, data: bytes, key: str) -> None:
    with pytest.raises(RefusedError) as refused:
        _store(sqlite_sessions, data)
    assert refused.value.key == key
    with sqlite_sessions.read() as session:
        assert session.exec(select(ListImport)).all() == []


def test_a_format_nobody_reads_is_refused_with_those_that_are(sqlite_sessions: Sessions) -> None:
    with pytest.raises(RefusedError) as refused:
        _store(sqlite_sessions, "x", form="docx")
    assert refused.value.key == "refused.list_format"
