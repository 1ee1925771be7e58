"""Sources on their way out of the database: which, with which access, in which order, and in how many questions."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, select

from citations.formats import FORMATS
from citations.formats.item import Of
from citations.kinds import CitationState, Harm, Origin, Role, SourceKind, SubjectKind
from citations.models import Access, Citation, Page, Source, SourceVersion, Subject
from jobs.refused import RefusedError, UnknownError
from service.db import Sessions
from service.reads.export import Asked, exported
from service.reads.export_changes import Voice
from service.reads.export_items import export_items, keys_of_sources
from service.words import translator
from tests.databases import CountQueries, stocked
from tests.factories import bring_in

VOICE = Voice(translator("de", strict=True), "http://leitstand.example/")
NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)
DAY = date(2026, 11, 20)


def _page(session: Session, url: str) -> int:
    page = Page(url=url, title="Beispiel", first_seen_on=DAY, imported_at=NOON)
    session.add(page)
    session.flush()
    return page.id or 0


def _version(session: Session, cite_key: str, valid_until: date | None = None) -> int:
    source = Source(key=f"title:{cite_key}", kind=SourceKind.WEB_PAGE, title=cite_key)
    session.add(source)
    session.flush()
    version = SourceVersion(
        source_id=source.id or 0, cite_key=cite_key, title=f"Titel {cite_key}", printed_kind="web-page",
        first_seen_on=DAY,
        valid_until=valid_until, valid_until_origin=Origin.REGISTER if valid_until else None,
    )  # fmt: skip
    session.add(version)
    session.flush()
    return version.id or 0


def _cite(session: Session, page: int, version: int, state: CitationState = CitationState.CONFIRMED) -> None:
    subject = Subject(kind=SubjectKind.ENTRY, page_id=page, harm=Harm.H1)
    session.add(subject)
    session.flush()
    session.add(
        Citation(
            page_id=page, version_id=version, subject_id=subject.id or 0, role=Role.BACKGROUND, state=state,
            made_by="Anna", made_at=NOON,
        )
    )  # fmt: skip


def _open(session: Session, page: int, version: int, on: str) -> None:
    session.add(Access(version_id=version, page_id=page, on=on, origin="recorded", by="Anna", recorded_at=NOON))


@pytest.fixture
def pages(sessions: Sessions) -> tuple[int, int]:
    """Store two pages that use ``b`` both, the first also ``A`` and, no longer, ``c``; ``d-1`` is used by none."""
    return stocked(sessions, _used)


def _used(session: Session) -> tuple[int, int]:
    one, two = _page(session, "https://a.example/1"), _page(session, "https://a.example/2")
    first = _version(session, "A", valid_until=date(2026, 9, 6))
    second, third = _version(session, "b"), _version(session, "c")
    _version(session, "d-1")
    _cite(session, one, first)
    _cite(session, one, second)
    _cite(session, two, second)
    _cite(session, one, third, CitationState.ENDED)
    for page, day in ((one, "2025-03-04"), (one, "2025-01"), (two, "2026-05-01")):
        _open(session, page, second, day)
    return one, two


def test_everything_comes_once_in_the_order_of_the_keys(sessions: Sessions, pages: tuple[int, int]) -> None:
    assert pages
    with sessions.read() as session:
        items = list(export_items(session))
    assert [item.cite_key for item in items] == ["A", "b", "c", "d-1"]
    assert [item.reference.accessed for item in items] == ["", "2026-05-01", "", ""]
    assert (items[0].valid_until, items[0].valid_until_origin) == (date(2026, 9, 6), Origin.REGISTER)
    assert (items[0].key, items[0].kind) == ("title:A", SourceKind.WEB_PAGE)


def test_a_page_has_what_it_uses_now_with_its_own_access(sessions: Sessions, pages: tuple[int, int]) -> None:
    with sessions.read() as session:
        items = list(export_items(session, page_id=pages[0]))
    assert [(item.cite_key, item.reference.accessed) for item in items] == [("A", ""), ("b", "2025-03-04")]


def test_a_selection_is_those_keys_and_no_other(sessions: Sessions, pages: tuple[int, int]) -> None:
    assert pages
    with sessions.read() as session:
        assert [item.cite_key for item in export_items(session, keys=["d-1", "A"])] == ["A", "d-1"]
        assert list(export_items(session, keys=[])) == []


def test_an_unknown_page_or_key_is_refused_at_once(sessions: Sessions, pages: tuple[int, int]) -> None:
    assert pages
    with sessions.read() as session:
        with pytest.raises(UnknownError, match="page"):
            exported(session, Asked("bibtex", page_id=99), VOICE)
        with pytest.raises(UnknownError, match="nobody2020"):
            exported(session, Asked("bibtex", keys=("A", "nobody2020")), VOICE)


def test_the_questions_grow_with_blocks_and_not_with_sources(
    sessions: Sessions, pages: tuple[int, int], count_queries: CountQueries
) -> None:
    assert pages
    with count_queries(sessions) as sent, sessions.read() as session:
        assert len(b"".join(exported(session, Asked("biblatex"), VOICE)).split(b"@online")) == 5
    assert len(sent) == 2


@pytest.mark.slow
def test_more_than_a_block_comes_whole(sessions: Sessions) -> None:
    with sessions.write() as session:
        for number in range(1100):
            _version(session, f"k{number:05d}")
    with sessions.read() as session:
        assert [item.cite_key for item in export_items(session)] == [f"k{number:05d}" for number in range(1100)]


def test_an_access_of_an_imported_list_counts_for_all_but_for_no_page(
    sessions: Sessions, pages: tuple[int, int]
) -> None:
    with sessions.write() as session:
        second = session.exec(select(SourceVersion).where(SourceVersion.cite_key == "b")).one()
        session.add(
            Access(version_id=second.id or 0, page_id=None, on="2026-10-01", origin="imported", by="Anna",
                   recorded_at=NOON)
        )  # fmt: skip
    with sessions.read() as session:
        assert next(export_items(session, keys=["b"])).reference.accessed == "2026-10-01"
        of_page = {item.cite_key: item.reference.accessed for item in export_items(session, page_id=pages[0])}
    assert of_page["b"] == "2025-03-04"


def _merge(session: Session, gone: str, kept: str) -> None:
    one, other = (
        session.exec(select(SourceVersion).where(SourceVersion.cite_key == key)).one() for key in (gone, kept)
    )
    one.merged_into_id = other.id
    session.get_one(Source, one.source_id).merged_into_id = other.source_id


def test_what_was_merged_is_left_out_and_its_key_gives_the_one_that_was_kept(
    sessions: Sessions, pages: tuple[int, int]
) -> None:
    assert pages
    with sessions.write() as session:
        _merge(session, "d-1", "c")
        _merge(session, "c", "b")
    with sessions.read() as session:
        assert [item.cite_key for item in export_items(session)] == ["A", "b"]
        assert [item.cite_key for item in export_items(session, keys=["d-1", "A"])] == ["A", "b"]
        assert [item.cite_key for item in export_items(session, keys=["d-1", "b", "c"])] == ["b"]


def test_the_keys_of_a_source_are_those_of_its_versions_that_stand(sessions: Sessions, pages: tuple[int, int]) -> None:
    assert pages
    with sessions.write() as session:
        version = session.exec(select(SourceVersion).where(SourceVersion.cite_key == "A")).one()
        source_id = version.source_id
        for key in ("z2", "z1"):
            session.add(SourceVersion(source_id=source_id, cite_key=key, first_seen_on=DAY))
        session.flush()
        _merge(session, "z2", "z1")
        session.get_one(Source, source_id).merged_into_id = None
    with sessions.read() as session:
        assert keys_of_sources(session, [source_id]) == ["A", "z1"]


@pytest.mark.parametrize("form", [form for form, module in FORMATS.items() if module.FORMAT.of is not Of.SOURCES])
def test_keys_go_with_sources_only(sessions: Sessions, form: str) -> None:
    with sessions.read() as session, pytest.raises(RefusedError, match="export_keys"):
        exported(session, Asked(form, keys=("A",)), VOICE)


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_same_state_gives_the_same_bytes(sessions: Sessions, form: str) -> None:
    with sessions.write() as session:
        bring_in(session)
    files = []
    for page_id in (None, 1, None, 1):
        with sessions.read() as session:
            files.append(b"".join(exported(session, Asked(form, page_id, today=DAY), VOICE)))
    assert files[:2] == files[2:]
    assert all(files)
