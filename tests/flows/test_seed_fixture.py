"""Domain section 8: what the seeds give on 2026-11-20 from the page alone, and after the facts of 4.2 are recorded."""

from collections import defaultdict

import pytest
from sqlmodel import Session, col, select

from citations.kinds import Status
from citations.models import Citation, Flag, Source, SourceVersion, Statement, Subject
from jobs.facts import Fact, record_fact
from jobs.ledger import sweep
from service.acts.sources import source_named
from service.db import Sessions
from tests.factories import EDITOR, bring_in, moment

PSYCHO = "guideline:psychoonkologische-diagnostik-beratung-und-behandlung-von-erwachsenen"
SUPPORTIVE = "guideline:supportive-therapie-bei-onkologischen-patientinnen"
PALLIATIVE = "guideline:palliativmedizin-fuer-patienten-mit-einer-nicht-heilbaren"
PATIENT = "patient-guideline:weichgewebesarkome-bei-erwachsenen"
ONKOPEDIA = "onkopedia:weichgewebssarkome-maligne-weichgewebstumoren-des-erwachsenen"
WHO = "title:soft-tissue-and-bone-tumours-who-classification-of-2020-5ed-3"
BANNASCH = "title:the-diagnosis-and-treatment-of-soft-tissue-sarcomas-of-bannasch-2011-108"
TODAY = "2026-11-20"
FROM_PAGE = "2026-03-14"

PORTALS = {
    f"house:{name}": {"access_stale": FROM_PAGE, "reference_incomplete": TODAY}
    for name in ("fachinfo", "pharmnet-bund", "bfarm", "pei", "ema", "iqwig", "g-ba")
}
ALWAYS = PORTALS | {
    ONKOPEDIA: {"reassess_due": "2021-04-01", "access_stale": "2025-07-24"},
    "doi:10.1016/j.annonc.2021.07.006": {"reassess_due": "2024-11-01", "access_stale": FROM_PAGE},
    "awmf:015-074": {"access_stale": FROM_PAGE},
    WHO: {"reassess_due": "2025-01-01"},
    BANNASCH: {"reassess_due": "2016-01-01"},
    "house:deutsche-sarkom-stiftung": {"access_stale": FROM_PAGE},
    "house:oncomap": {"access_stale": FROM_PAGE},
}
SEED_ONLY = ALWAYS | {
    "awmf:032-044OL": {"reassess_due": "2025-06-01", "access_stale": "2026-03-04"},
    PATIENT: {"reference_incomplete": TODAY},
    PSYCHO: {"reference_incomplete": TODAY},
    SUPPORTIVE: {"reference_incomplete": TODAY},
    PALLIATIVE: {"reference_incomplete": TODAY},
    "cochrane:CD003293": {"reassess_due": "2005-01-01", "access_stale": FROM_PAGE},
}
WITH_FACTS = ALWAYS | {
    "awmf:032-044OL": {"expired": "2026-09-07", "reassess_due": "2024-09-07", "access_stale": "2026-03-04"},
    PATIENT: {"expired": "2026-09-07", "reference_incomplete": TODAY},
    PSYCHO: {"reassess_due": "2026-05-31", "reference_incomplete": TODAY},
    SUPPORTIVE: {"superseded_major": "2025-04-01", "expired": "2021-11-11", "reference_incomplete": TODAY},
    PALLIATIVE: {
        "expired": "2024-08-27",
        "reassess_due": "2022-08-27",
        "under_revision": TODAY,
        "reference_incomplete": TODAY,
    },
    "cochrane:CD003293": {"reassess_due": "2008-09-29", "access_stale": FROM_PAGE},
}
FACTS = [
    ("032/044OL", Fact(stand="2021-09-07", valid_until="2026-09-06")),
    (PSYCHO, Fact(version="2.1", stand="2023-05-31", valid_until="2028-05-30")),
    (SUPPORTIVE, Fact(version="2.0", stand="2025-04")),
    (SUPPORTIVE, Fact(version="1.0", stand="2016-11-11", valid_until="2021-11-10")),
    (PALLIATIVE, Fact(stand="2019-08-27", valid_until="2024-08-26", status=Status.UNDER_REVISION)),
    ("CD003293", Fact(stand="2006-09-29")),
]


def by_source(session: Session) -> dict[str, dict[str, str]]:
    """Return the open flags of every source as reason -> trigger day."""
    rows = session.exec(
        select(col(Source.key), col(Flag.reason), col(Flag.trigger_day))
        .join(SourceVersion, col(SourceVersion.source_id) == col(Source.id))
        .join(Citation, col(Citation.version_id) == col(SourceVersion.id))
        .join(Flag, col(Flag.citation_key) == col(Citation.id))
        .where(col(Flag.closed_at).is_(None))
    )
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for key, reason, day in rows:
        assert reason.value not in found[key], f"{key} has {reason} twice"
        found[key][reason.value] = day.isoformat()
    return dict(found)


def record_facts(session: Session, facts: list[tuple[str, Fact]]) -> None:
    """Record the facts of domain 4.2 by hand."""
    for key, fact in facts:
        record_fact(session, moment(), EDITOR, source_named(session, key), fact)


def test_the_first_seed_alone_gives_the_seed_only_flags(sessions: Sessions, seed_a: str) -> None:
    with sessions.write() as session:
        result = bring_in(session, seed_a)
        sweep(session, moment())
        assert by_source(session) == SEED_ONLY
    assert result.unread == []


@pytest.mark.parametrize("order", ["as listed", "backwards"])
def test_the_first_seed_with_facts_gives_the_facts_flags(sessions: Sessions, seed_a: str, order: str) -> None:
    with sessions.write() as session:
        bring_in(session, seed_a)
        record_facts(session, FACTS if order == "as listed" else FACTS[::-1])
        assert by_source(session) == WITH_FACTS


def test_facts_recorded_twice_change_nothing(sessions: Sessions, seed_a: str) -> None:
    with sessions.write() as session:
        bring_in(session, seed_a)
        record_facts(session, FACTS)
        versions = session.exec(select(SourceVersion.id)).all()
        record_facts(session, FACTS)
        assert session.exec(select(SourceVersion.id)).all() == versions
        assert by_source(session) == WITH_FACTS


def test_the_register_base_version_passes_its_end_on_to_the_minor_one(sessions: Sessions, seed_a: str) -> None:
    with sessions.write() as session:
        bring_in(session, seed_a)
        record_facts(session, [("032/044OL", Fact(version="1.0", stand="2021-09-07", valid_until="2026-09-06"))])
        assert by_source(session)["awmf:032-044OL"] == WITH_FACTS["awmf:032-044OL"]


def test_grave_sentences_of_the_first_seed_are_due_a_year_after_the_page(sessions: Sessions, seed_a: str) -> None:
    with sessions.write() as session:
        bring_in(session, seed_a)
        rows = session.exec(
            select(col(Statement.harm), col(Statement.volatile), col(Subject.due_on))
            .join(Subject, col(Subject.statement_id) == col(Statement.id))
            .where(col(Subject.due_on).is_not(None))
        ).all()
    due = {(harm.value, volatile): day.isoformat() for harm, volatile, day in rows if day}
    assert due[("H3", False)] == "2026-03-14"
    assert due[("H3", True)] == "2025-09-14"
    assert due[("H2", False)] == "2027-03-14"


def test_the_second_seed_gives_its_own_list(sessions: Sessions, seed_b: str) -> None:
    with sessions.write() as session:
        result = bring_in(session, seed_b)
        rows = session.exec(
            select(col(Flag.reason), col(Subject.kind), col(Subject.position))
            .join(Subject, col(Subject.id) == col(Flag.subject_id))
            .where(col(Flag.closed_at).is_(None))
        ).all()
    assert "no_source_list" in result.notices
    assert sorted((reason.value, position + 1) for reason, kind, position in rows if kind == "statement") == [
        ("claim_lapsed", 9),
        *[("unsourced", number) for number in range(1, 11)],
    ]
    assert [(reason.value, kind.value) for reason, kind, _ in rows if kind != "statement"] == [
        ("reference_incomplete", "page")
    ]


def test_a_dated_second_seed_lapses_with_its_year(sessions: Sessions, seed_b: str) -> None:
    with sessions.write() as session:
        bring_in(session, seed_b, published="2012")
        lapsed = session.exec(select(Flag).where(Flag.reason == "claim_lapsed")).one()
        subject = session.get_one(Subject, lapsed.subject_id)
        assert (lapsed.trigger_day.isoformat(), subject.points, subject.band) == ("2013-01-01", 82, "A")
