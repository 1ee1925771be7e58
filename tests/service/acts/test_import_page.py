"""The same page again, unchanged or edited: no doubles, nothing lost, nothing moved in silence."""

from datetime import date

import pytest
from sqlmodel import Session, col, func, select

from citations.kinds import CitationState, Decision, Origin
from citations.models import (
    Access,
    Citation,
    Event,
    Flag,
    ListedSource,
    Page,
    Revision,
    Source,
    SourceVersion,
    Statement,
)
from citations.pages import PageUnreadableError
from jobs.facts import Fact, record_fact
from jobs.refused import RefusedError
from service.acts.import_page import Upload, import_page
from service.acts.sources import source_named
from service.db import Sessions
from tests.factories import (
    EDITOR,
    GUIDELINE,
    PAGE,
    REVIEW,
    URL,
    bound,
    bring_in,
    moment,
    open_flags,
    statement_with,
    version_of,
)
from tests.flows.deciding import S3, decide

SENTENCE = "Eine Operation wird im Zentrum geplant."
PALLIATIVE = "Für die Versorgung ebenfalls relevant ist die S3-Leitlinie Palliativmedizin für Patienten."


def numbers(session: Session) -> dict[str, int]:
    """Return how many rows of each kind there are."""
    kinds = (Statement, ListedSource, Source, SourceVersion, Citation, Access, Flag)
    return {kind.__name__: session.exec(select(func.count()).select_from(kind)).one() for kind in kinds}


def test_the_same_page_again_changes_nothing(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        before, events = numbers(session), session.exec(select(func.count()).select_from(Event)).one()
        again = bring_in(session)
        assert again.unchanged
        assert numbers(session) == before
        assert session.exec(select(func.count()).select_from(Event)).one() == events


def test_an_edited_page_keeps_what_stayed_and_shows_what_lost_its_place(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        old, subject = bound(session, "Operation")
        kept, _ = bound(session, "Doxorubicin")
        result = bring_in(
            session, PAGE.replace(SENTENCE, "Operiert wird im Zentrum.").replace("Behandlung im", "Therapie im")
        )
        session.refresh(old)
        assert (result.new_statements, result.lost, old.state) == (2, 1, "lost")
        assert "quote_lost" in open_flags(session, subject)
        live = select(Citation.id).where(Citation.statement_id == kept.id, Citation.state == CitationState.CONFIRMED)
        assert len(session.exec(live).all()) == 1
        assert session.exec(select(Revision.number).order_by(col(Revision.number))).all() == [1, 2]


def test_a_sentence_that_comes_back_is_the_same_again(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        old, subject = bound(session, "Operation")
        bring_in(session, PAGE.replace(SENTENCE, ""))
        assert "quote_lost" in open_flags(session, subject)
        bring_in(session)
        session.refresh(old)
        assert old.state == "active"
        assert "quote_lost" not in open_flags(session, subject)
        assert statement_with(session, "Operation").id == old.id


def test_a_line_that_leaves_the_list_ends_its_entry_and_one_that_comes_is_added(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        bring_in(session, PAGE.replace(REVIEW, REVIEW.replace("2011; 108(3): 32–8", "2013; 110(5): 40–9")))
        states = session.exec(select(ListedSource.state, func.count()).group_by(col(ListedSource.state))).all()
        assert dict(states) == {"active": 2, "retired": 1}
        ended = session.exec(select(Citation).where(Citation.state == CitationState.ENDED)).one()
        assert (
            open_flags(
                session, key=session.get_one(Source, session.get_one(SourceVersion, ended.version_id).source_id).key
            )
            == {}
        )


def test_a_renewed_access_on_the_page_is_a_new_access_of_the_same_version(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        bring_in(session, PAGE.replace("04.03.2025", "10.11.2026"))
        version = version_of(session, S3)
        dates = session.exec(select(Access.on).where(Access.version_id == version.id).order_by(col(Access.id))).all()
        assert dates == ["2025-03-04", "2026-11-10"]
        assert "access_stale" not in open_flags(session, key=S3)


def test_what_an_editor_decided_about_a_line_holds_while_the_line_stays(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        statement, subject = bound(session, "Doxorubicin")
        old = session.exec(select(Citation).where(Citation.statement_id == statement.id)).one()
        record_fact(session, moment(), EDITOR, source_named(session, S3), Fact(version="2.0", stand="2026-05"))
        new = version_of(session, S3).id or 0
        decide(session, subject, Decision.SOURCE_UPDATED, moves={old.id: new}, accessed={new: "2026-11-20"})
        bring_in(session, PAGE.replace(SENTENCE, "Operiert wird im Zentrum."))
        assert "superseded_major" not in open_flags(session, key=S3)
        live = select(Citation.version_id).where(Citation.state == CitationState.CONFIRMED, Citation.version_id != new)
        assert old.version_id not in session.exec(live).all()


def test_a_guideline_named_by_its_title_is_the_version_that_was_there_when_the_page_was_read(
    sessions: Sessions,
) -> None:
    page = PAGE.replace(REVIEW, PALLIATIVE)
    key = "guideline:palliativmedizin-fuer-patienten"
    with sessions.write() as session:
        bring_in(session, page)
        record_fact(session, moment(), EDITOR, source_named(session, key), Fact(version="2.0", stand="2026-05"))
        bring_in(session, page, url="https://example.org/zweite")
        labels = session.exec(
            select(SourceVersion.label)
            .join(Citation, col(Citation.version_id) == col(SourceVersion.id))
            .join(Source, col(Source.id) == col(SourceVersion.source_id))
            .where(Source.key == key)
        ).all()
        assert labels == ["", ""]
        assert "superseded_major" in open_flags(session, key=key)


@pytest.mark.parametrize("text", [GUIDELINE, f"Quellen\n{GUIDELINE}\n{REVIEW}\n", "Nur ein Satz über eine Behandlung."])
def test_a_page_without_body_or_without_list_comes_in_with_a_notice(sessions: Sessions, text: str) -> None:
    with sessions.write() as session:
        assert bring_in(session, text).notices != []


@pytest.mark.parametrize(
    "data, key", [(b"", "page_empty"), (b"\x00\x01\x02", "page_binary"), (b"<html></html>", "page_without_text")]
)
def test_what_is_no_page_is_refused_and_leaves_nothing(sessions: Sessions, data: bytes, key: str) -> None:
    with sessions.write() as session:
        with pytest.raises(PageUnreadableError) as refused:
            import_page(session, moment(), EDITOR, Upload("https://example.org", data))
        assert refused.value.key == key
        assert set(numbers(session).values()) == {0}


@pytest.mark.parametrize("published", ["2027", "2026-13", "gestern"])
def test_a_publication_date_that_cannot_be_is_refused(sessions: Sessions, published: str) -> None:
    with sessions.write() as session, pytest.raises(RefusedError):
        bring_in(session, published=published)


def test_the_same_text_with_a_title_renames_the_page_and_nothing_else(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        before = numbers(session)
        again = import_page(session, moment(), EDITOR, Upload(URL, PAGE, title="Sarkome", format="text"))
        assert (again.unchanged, session.get_one(Page, page_id).title) == (True, "Sarkome")
        assert numbers(session) == before
        assert session.exec(select(Event.after).where(Event.act == "retitle")).one() == {"title": "Sarkome"}


PRINTED_END = "AWMF: S2k-Leitlinie Hodenhochstand. Registernummer 006-022. Stand 31.08.2018, gültig bis 30.08.2021."


def test_a_printed_end_counts_until_the_register_says_otherwise(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, PAGE.replace(REVIEW, PRINTED_END))
        version = version_of(session, "awmf:006-022")
        assert (version.valid_until, version.valid_until_origin) == (date(2021, 8, 30), Origin.PRINTED)
        assert open_flags(session, key="awmf:006-022")["expired"] == "2021-08-31"
        record_fact(session, moment(), EDITOR, source_named(session, "006-022"), Fact(valid_until="2027-01-31"))
        bring_in(session, PAGE.replace(REVIEW, f"{PRINTED_END}\n{REVIEW}"))
        assert version_of(session, "awmf:006-022").valid_until_origin is Origin.REGISTER
        assert "expired" not in open_flags(session, key="awmf:006-022")


def test_a_printed_end_before_the_stand_counts_for_nothing(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, PAGE.replace(REVIEW, PRINTED_END.replace("2021", "2017")))
        assert version_of(session, "awmf:006-022").valid_until is None


def test_an_end_that_only_a_second_page_prints_is_learned_and_logged(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, PAGE.replace(REVIEW, PRINTED_END.replace(", gültig bis 30.08.2021", "")))
        assert version_of(session, "awmf:006-022").valid_until is None
        bring_in(session, PAGE.replace(REVIEW, PRINTED_END), url="https://example.org/zweite")
        assert version_of(session, "awmf:006-022").valid_until == date(2021, 8, 30)
        assert any("2021-08-30" in str(after) for after in session.exec(select(Event.after)))
