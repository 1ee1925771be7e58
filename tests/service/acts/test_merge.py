"""Two sources become one and two again: what goes over, what stays found, what is refused."""

from datetime import date

import pytest
from sqlmodel import Session, col, select

from citations.kinds import CitationState, Decision, Reason
from citations.models import (
    Access,
    Citation,
    Event,
    Flag,
    Identifier,
    LikelyDouble,
    Merge,
    Observation,
    Source,
    SourceVersion,
)
from citations.queries.tables import SOURCE, VERSION
from jobs.facts import Fact, record_fact
from jobs.refused import ConflictError, RefusedError
from service.acts.doubles import call_different, notice
from service.acts.edit_source import edit_source
from service.acts.facts import Opened, record_access
from service.acts.merge import Merging, merge
from service.acts.merge_plan import plan_merge
from service.acts.merge_reach import followers
from service.acts.review import Verdict, review
from service.acts.sources import source_named
from service.acts.unmerge import undo_merge, what_forbids
from service.db import Sessions
from service.reads.search import search
from service.reads.source import seen_source
from service.reads.source_list import source_stretch
from service.reads.sources import source_rows
from service.wording import refusal
from service.words import LANGUAGES, translator
from tests.factories import EDITOR, GUIDELINE, PAGE, REVIEW, after, bound, bring_in, moment, open_flags, version_of
from tests.recomputing import assert_in_step

SOFT = "title:the-diagnosis-and-treatment-of-soft-tissue-sarcomas-of-bannasch-2011-108"
DOI = "doi:10.3238/arztebl.2011.0032"
AGAIN = REVIEW.replace("2011; 108(3): 32–8.", "2011. doi: 10.3238/arztebl.2011.0032.")
BY_TITLE = "- Siehe auch die S3-Leitlinie Adulte Weichgewebesarkome."
NUMBERED, NAMELESS = "awmf:032-044OL", "guideline:adulte-weichgewebesarkome"
START = moment("2026-01-10")


def two_reviews(session: Session) -> None:
    """Bring in two pages that name one article in two ways."""
    bring_in(session, PAGE, START)
    bring_in(session, PAGE.replace(REVIEW, AGAIN), START, "https://www.example.org/zwei")


def number_of(session: Session, key: str) -> int:
    """Return the number of the source with exactly this key."""
    return session.exec(select(Source).where(Source.key == key)).one().id or 0


def merged(session: Session, keep: str = SOFT, gone: str = DOI, **choices: str) -> int:
    """Merge two sources and return the number of the merge."""
    pair = number_of(session, keep), number_of(session, gone)
    return merge(session, after(START, hours=1), EDITOR, Merging(*pair, choices)).id or 0


def test_likely_doubles_are_noticed_when_a_page_comes_in(sessions: Sessions) -> None:
    with sessions.write() as session:
        two_reviews(session)
        pair = session.exec(select(LikelyDouble)).one()

        assert {pair.one_id, pair.other_id} == {number_of(session, SOFT), number_of(session, DOI)}
        assert "double.same_title" in pair.reasons
        assert pair.state == "open"


def test_a_pair_that_somebody_called_different_stays_so(sessions: Sessions) -> None:
    with sessions.write() as session:
        two_reviews(session)
        pair = number_of(session, SOFT), number_of(session, DOI)
        call_different(session, START, EDITOR, pair)

        assert notice(session, START, pair) == {}
        assert session.exec(select(LikelyDouble)).one().state == "different"
        with pytest.raises(ConflictError):
            call_different(session, START, "Kollegin", pair)


def test_everything_goes_over_and_old_names_find_the_kept_source(sessions: Sessions) -> None:
    with sessions.write() as session:
        two_reviews(session)
        record_access(session, START, EDITOR, Opened(version_of(session, DOI).id or 0, (2,), "2026-01-09"))
        record_fact(session, START, EDITOR, source_named(session, DOI), Fact(note="gelesen", stand="2011"))
        merged(session)
        session.expire_all()
        kept = number_of(session, SOFT)
        ids = session.exec(select(SourceVersion.id).where(SourceVersion.source_id == kept)).all()
        live = session.exec(select(Citation).where(Citation.state == CitationState.CONFIRMED)).all()

        assert source_named(session, DOI).id == kept
        assert source_named(session, "10.3238/arztebl.2011.0032").id == kept
        assert seen_source(session, DOI).key == SOFT
        assert {row.source_id for row in session.exec(select(Observation))} == {kept}
        assert {row.source_id for row in session.exec(select(Identifier).where(Identifier.scheme == "doi"))} == {kept}
        assert {row.version_id for row in session.exec(select(Access).where(Access.on == "2026-01-09"))} <= set(ids)
        assert len([row for row in live if row.version_id in ids]) == 2
        assert {"merge"} <= {one.act for one in seen_source(session, SOFT).history}
        assert_in_step(session, START.today, [])


def test_lists_and_search_show_the_kept_source_alone(sessions: Sessions) -> None:
    with sessions.write() as session:
        two_reviews(session)
        merged(session)
        keys = [row.key for row in source_stretch(session).rows]
        found = search(session, "arztebl.2011.0032")

        assert SOFT in keys
        assert DOI not in keys
        assert [hit.key for hit in found.sources] == [SOFT]
        assert DOI not in {row.key for row in source_rows(session)}


def test_what_the_kept_source_leaves_open_is_filled_and_what_a_person_chose_wins(sessions: Sessions) -> None:
    with sessions.write() as session:
        two_reviews(session)
        other = version_of(session, DOI)
        other.title = "The diagnosis and treatment of sarcomas"
        merged(session, **{f"{other.id}.title": "gone"})
        session.expire_all()
        version = version_of(session, SOFT)

        assert version.doi == "10.3238/arztebl.2011.0032"
        assert version.title == "The diagnosis and treatment of sarcomas"
        assert version.pages == "32–8"


def test_a_page_that_comes_in_again_names_the_kept_source(sessions: Sessions) -> None:
    with sessions.write() as session:
        two_reviews(session)
        merged(session)
        number = session.exec(select(Source.id).where(col(Source.merged_into_id).is_(None))).all()
        bring_in(session, PAGE.replace(REVIEW, AGAIN), after(START, days=1), "https://www.example.org/drei")

        assert session.exec(select(Source.id).where(col(Source.merged_into_id).is_(None))).all() == number


def test_a_sentence_that_rests_on_both_rests_on_one_and_no_flag_is_there_twice(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, PAGE.replace(GUIDELINE, f"{GUIDELINE}\n{BY_TITLE}"), START)
        statement, subject = bound(session, "Doxorubicin", NUMBERED, when=START)
        bound(session, "Doxorubicin", NAMELESS, when=START)
        merged(session, NUMBERED, NAMELESS)
        live = select(Citation).where(Citation.statement_id == statement.id, Citation.state == CitationState.CONFIRMED)
        flags = session.exec(
            select(Flag.reason).where(Flag.subject_id == subject.id, col(Flag.closed_at).is_(None))
        ).all()

        assert len(session.exec(live).all()) == 1
        assert len(flags) == len(set(flags))
        assert_in_step(session, START.today, [])


def test_what_a_person_decided_stays_decided_through_merge_and_undo(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, PAGE.replace(REVIEW, f"{REVIEW}\n{AGAIN}"), START)
        _, subject = bound(session, "Doxorubicin", SOFT, when=START)
        flags = session.exec(select(Flag).where(Flag.subject_id == subject.id, col(Flag.closed_at).is_(None))).all()
        seen = tuple(flag.id or 0 for flag in flags)
        review(session, after(START, hours=1), EDITOR, subject.id or 0, Verdict(Decision.CONFIRMED, "gelesen", seen))
        decided = set(session.exec(select(Flag.id).where(col(Flag.closed_review_id).is_not(None))))
        number = merged(session, DOI, SOFT)

        assert Reason.REASSESS_DUE.value not in open_flags(session, subject)
        undo_merge(session, after(START, hours=2), EDITOR, number)
        assert Reason.REASSESS_DUE.value not in open_flags(session, subject)
        assert set(session.exec(select(Flag.id).where(col(Flag.closed_review_id).is_not(None)))) >= decided > set()


def test_an_undo_keeps_with_the_kept_source_what_came_since(sessions: Sessions) -> None:
    with sessions.write() as session:
        two_reviews(session)
        number = merged(session)
        version = version_of(session, SOFT).id or 0
        record_access(session, after(START, days=1), EDITOR, Opened(version, (1,), "2026-01-11"))
        undo_merge(session, after(START, days=2), EDITOR, number)
        session.expire_all()

        assert session.exec(select(Access.version_id).where(Access.on == "2026-01-11")).one() == version
        assert source_named(session, DOI).key == DOI
        assert_in_step(session, date(2026, 1, 12), [])


def test_an_undo_is_refused_whole_where_a_moved_row_has_changed_since(sessions: Sessions) -> None:
    with sessions.write() as session:
        two_reviews(session)
        first = merged(session)
        merge(session, after(START, hours=3), EDITOR, Merging(number_of(session, NUMBERED), number_of(session, SOFT)))
        events = session.exec(select(Event.id)).all()
        with pytest.raises(RefusedError) as refused:
            undo_merge(session, after(START, hours=4), EDITOR, first)

        assert refused.value.key == "refused.undo_merged_since"
        said = {refusal(translator(language), refused.value.key, refused.value.facts) for language in LANGUAGES}
        assert not any("_" in one for one in said)
        assert session.exec(select(Event.id)).all() == events


def test_what_forbids_an_undo_is_named_before_anybody_tries(sessions: Sessions) -> None:
    with sessions.write() as session:
        two_reviews(session)
        number = merged(session)
        row = session.get_one(Merge, number)
        assert what_forbids(session, row) is None
        version = version_of(session, SOFT)
        edit_source(session, after(START, hours=2), EDITOR, version.id or 0, {"doi": "10.1000/ganz-anders"})
        refused = what_forbids(session, row)

        assert refused is not None
        assert (refused.key, refused.facts["row"], refused.facts["name"]) == (
            "refused.undo_changed",
            "source_version",
            version.cite_key,
        )


def test_a_merge_is_undone_once(sessions: Sessions) -> None:
    with sessions.write() as session:
        two_reviews(session)
        number = merged(session)
        undo_merge(session, after(START, hours=2), EDITOR, number)

        with pytest.raises(ConflictError):
            undo_merge(session, after(START, hours=3), "Kollegin", number)


def test_a_merge_of_what_has_changed_since_its_preview_is_refused(sessions: Sessions) -> None:
    with sessions.write() as session:
        two_reviews(session)
        pair = number_of(session, SOFT), number_of(session, DOI)
        stamp = plan_merge(session, *pair).stamp
        record_fact(session, START, "Kollegin", source_named(session, DOI), Fact(note="neu", stand="2011"))

        with pytest.raises(ConflictError):
            merge(session, START, EDITOR, Merging(*pair, {}, stamp))
        assert session.exec(select(Merge)).all() == []


@pytest.mark.parametrize(
    "keep,gone,key",
    [
        (SOFT, SOFT, "refused.merge_itself"),
        (NUMBERED, "patient", "refused.merge_family"),
        (DOI, "doi:10.1000/other", "refused.merge_numbers"),
    ],
)
def test_two_that_can_never_be_one_are_refused_with_the_reason(
    sessions: Sessions, keep: str, gone: str, key: str
) -> None:
    patient = "- Dazu gibt es die Patientenleitlinie Weichgewebesarkome bei Erwachsenen."
    other = AGAIN.replace("10.3238/arztebl.2011.0032", "10.1000/other")
    with sessions.write() as session:
        two_reviews(session)
        text = PAGE.replace(REVIEW, other).replace(GUIDELINE, f"{GUIDELINE}\n{patient}")
        bring_in(session, text, START, "https://www.example.org/drei")
        children = session.exec(select(Source.key).where(col(Source.parent_id).is_not(None))).all()
        pair = number_of(session, keep), number_of(session, children[0] if gone == "patient" else gone)

        with pytest.raises(RefusedError) as refused:
            merge(session, START, EDITOR, Merging(*pair))
        assert refused.value.key == key


def test_two_articles_with_the_same_words_and_other_pages_are_two_sources(sessions: Sessions) -> None:
    first = "Müller A: Editorial. Dtsch Arztebl Int 2011; 108(3): 1–2."
    second = "Müller A: Editorial. Dtsch Arztebl Int 2011; 108(5): 71–2."
    with sessions.write() as session:
        bring_in(session, PAGE.replace(REVIEW, f"{first}\n{second}"), START)
        found = session.exec(select(Source).where(Source.title == "Editorial")).all()
        keys = {row.key for row in found}
        bring_in(session, PAGE.replace(REVIEW, f"{second}\n{first}"), START, "https://www.example.org/zwei")

        assert len(found) == 2
        assert "title:editorial-muller-2011-108" in keys or "title:editorial-mueller-2011-108" in keys
        assert {row.key for row in session.exec(select(Source).where(Source.title == "Editorial"))} == keys


def test_every_table_that_names_a_source_or_a_version_follows_it() -> None:
    sources = {table.name for table in followers(SOURCE, "source_id")}
    versions = {table.name for table in followers(VERSION, "version_id")}

    assert {"identifier", "observation", "title_mark", "imported_entry"} <= sources
    assert {"access", "citation", "observation", "imported_entry"} <= versions
    assert not {"deadline", "source_version"} & (sources | versions)
