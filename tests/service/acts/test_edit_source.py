"""What a person corrects in a source: stored with what was before, judged by the rules, followed by the deadlines."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlmodel import Session, col, select

from citations.kinds import Origin, SourceKind, Status
from citations.models import Event, Identifier, LikelyDouble, SearchText, Source, SourceVersion
from citations.records import Organisation
from jobs.facts import Fact, record_fact
from jobs.refused import RefusedError, UnknownError
from service.acts.edit_source import edit_source
from service.acts.fill_in import Filled, add_typed
from service.acts.sources import source_named
from service.db import Sessions
from tests.databases import stocked
from tests.factories import EDITOR, bring_in, moment, open_flags, version_of

GUIDELINE = "awmf:032-044OL"


@pytest.fixture
def session(sessions: Sessions) -> Iterator[Session]:
    """Return a session on a database with one page."""
    stocked(sessions, bring_in)
    with sessions.write() as opened:
        yield opened


def edit(session: Session, key: str = GUIDELINE, **fields: object) -> Event:
    """Change fields of the newest version of a source."""
    return edit_source(session, moment(), EDITOR, version_of(session, key).id or 0, fields)


def refusal(session: Session, key: str = GUIDELINE, **fields: object) -> tuple[str, str]:
    """Return why a change is refused and which field is to blame."""
    with pytest.raises(RefusedError) as refused:
        edit(session, key, **fields)
    return refused.value.key, str(refused.value.facts.get("field", ""))


def review_key(session: Session) -> str:
    """Return the key of the article on the page."""
    return source_named(session, next(key for key in _keys(session) if key.startswith("title:"))).key


def _keys(session: Session) -> list[str]:

    return list(session.exec(select(Source.key)))


def test_a_change_is_stored_with_what_was_before(session: Session) -> None:
    event = edit(session, title="Weichteilsarkome", organisations=(Organisation("AWMF", ("A",)),), year="2023")
    version = version_of(session, GUIDELINE)
    assert (version.title, version.organisations, version.year) == ("Weichteilsarkome", [["AWMF", ["A"], False]], 2023)
    assert (event.act, event.about) == ("edit_source", f"version:{version.id}")
    assert (event.before["title"], event.after["title"]) == ("Adulte Weichgewebesarkome", "Weichteilsarkome")
    assert source_named(session, GUIDELINE).title == "Weichteilsarkome"
    found = session.exec(select(SearchText.folded).where(SearchText.kind == "source")).all()
    assert any("weichteilsarkome" in text for text in found)


def test_deadlines_follow_in_the_same_transaction(session: Session) -> None:
    assert "expired" not in open_flags(session, key=GUIDELINE)
    edit(session, valid_until="2026-09-06")
    assert open_flags(session, key=GUIDELINE)["expired"] == "2026-09-07"
    assert version_of(session, GUIDELINE).valid_until_origin is Origin.PRINTED
    edit(session, valid_until=date(2027, 9, 6), valid_until_origin="register")
    assert "expired" not in open_flags(session, key=GUIDELINE)
    edit(session, valid_until="")
    assert version_of(session, GUIDELINE).valid_until_origin is None


def test_a_changed_kind_changes_the_clocks_of_its_source(session: Session) -> None:
    edit(session, kind="book", status="abgelaufen")
    version = version_of(session, GUIDELINE)
    assert source_named(session, GUIDELINE).kind is SourceKind.BOOK
    assert (version.status, version.status_on) == (Status.EXPIRED, date(2026, 11, 20))


@pytest.mark.parametrize(
    "name, value, why",
    [
        ("as_of", "2022-13", "refused.no_date"),
        ("as_of", "2027-01", "refused.stand_ahead"),
        ("valid_until", "31.12.2027", "refused.no_date"),
        ("valid_until", "2021-01-01", "refused.valid_before_stand"),
        ("valid_until_origin", "derived", "refused.edit_word"),
        ("valid_until_origin", "printed", "refused.edit_origin"),
        ("awmf_number", "32/44", "refused.no_register_number"),
        ("doi", "10.1", "refused.no_doi"),
        ("pmid", "PMC123", "refused.no_pmid"),
        ("isbn", "978-92-832-4502-6", "refused.no_isbn"),
        ("year", "20221", "refused.edit_number"),
        ("month", 13, "refused.edit_number"),
        ("kind", "leaflet", "refused.edit_word"),
        ("status", "verschwunden", "refused.edit_word"),
        ("title", "a\x01b", "refused.edit_characters"),
        ("title", "x" * 5000, "refused.edit_long"),
        ("cite_key", "x", "refused.edit_field"),
        ("et_al", "ja", "refused.edit_field"),
        ("authors", "Gronchi", "refused.edit_field"),
    ],
)
def test_a_value_that_breaks_a_rule_is_refused_by_its_field(
    session: Session, name: str, value: object, why: str
) -> None:
    assert refusal(session, GUIDELINE, **{name: value}) == (why, name)


def test_nothing_and_nobody_is_refused(session: Session) -> None:
    assert refusal(session, year="2022", awmf_number="032-044OL")[0] == "refused.edit_nothing"
    assert refusal(session, title="", organisations=None)[0] == "refused.edit_nameless"
    with pytest.raises(UnknownError):
        edit_source(session, moment(), EDITOR, 999, {"title": "x"})


def test_a_hard_key_is_learned_and_the_old_one_stays(session: Session) -> None:
    key = review_key(session)
    edit(session, key, doi="https://doi.org/10.3238/ARZTEBL.2011.0032", pmid="PMID: 21311709")
    edit(session, key, doi="10.3238/arztebl.2011.0033")
    version = version_of(session, key)
    assert (version.doi, version.pmid) == ("10.3238/arztebl.2011.0033", "21311709")
    mine = select(Identifier.scheme, Identifier.value).where(Identifier.source_id == version.source_id)
    learned = {(scheme, value) for scheme, value in session.exec(mine) if scheme in ("doi", "pmid")}
    assert learned == {
        ("doi", "10.3238/arztebl.2011.0032"),
        ("doi", "10.3238/arztebl.2011.0033"),
        ("pmid", "21311709"),
    }


def test_a_corrected_title_is_compared_with_all_others(session: Session) -> None:
    """What was misread looks like no other source; once it is corrected it may be one that is stored already."""
    title = "The diagnosis and treatment of soft tissue sarcomas of limbs"
    made = add_typed(session, moment(), EDITOR, Filled(SourceKind.JOURNAL_ARTICLE, {"title": "Kurz", "year": "2011"}))
    assert session.exec(select(LikelyDouble)).all() == []
    edit(session, made.key, title=title)
    assert [row.state for row in session.exec(select(LikelyDouble))] == ["open"]


def test_a_hard_key_of_another_source_is_refused(session: Session) -> None:
    key = review_key(session)
    assert refusal(session, key, awmf_number="032/044OL") == ("refused.key_taken", "awmf_number")


def test_a_higher_number_with_an_older_date_is_refused(session: Session) -> None:
    record_fact(session, moment(), EDITOR, source_named(session, GUIDELINE), Fact(version="2.0", stand="2026-01-10"))
    older = session.exec(select(SourceVersion).where(col(SourceVersion.label) == "1.1")).one()
    with pytest.raises(RefusedError) as refused:
        edit_source(session, moment(), EDITOR, older.id or 0, {"label": "3.0"})
    assert (refused.value.key, refused.value.facts["field"]) == ("refused.conflict", "label")
