"""The demonstration: one page written for this project, with what registers say of its sources and a few bindings.

It shows on the first minute what the program does, with real bibliographic facts (domain 4.2 and 8); it belongs to
nobody, so everything in it is done by the program's own name. Rules live elsewhere: this file calls the same acts as
everybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import resources

from sqlmodel import Session, col, select

from citations.kinds import Decision, Role, Status
from citations.models import Citation, Flag, Page, Source, SourceVersion, Statement, Subject
from jobs.facts import Fact, record_fact
from jobs.ledger import SYSTEM, Moment, sweep
from service.acts.cite import Binding, bind
from service.acts.import_page import Upload, import_page
from service.acts.review import Verdict, review
from service.acts.sources import newest_used
from service.acts.statements import declare_no_source

ADDRESS = "https://www.example.org/weichteilsarkome-fortgeschritten"
"""Where the demonstration page says it stands; the domain is reserved for examples."""

_SARCOMA, _ONKOPEDIA, _ESMO = "Adulte Weichgewebesarkome", "Weichgewebssarkome (maligne", "ESMO-EURACAN"
_UTERINE, _WHO, _COCHRANE = "Uterine Sarkome", "Soft tissue and bone tumours", "Doxorubicin-based"
_SUPPORTIVE, _PALLIATIVE, _PSYCHO = "Supportive Therapie", "Palliativmedizin", "Psychoonkologische Diagnostik"

NEEDS_NO_SOURCE = "Dieser Text soll Ihr Gespräch"
CONFIRMED = "weit mehr als 50 Unterformen"
_BECAUSE = "Hinweis der Redaktion, keine medizinische Aussage"
_NOTE = "Vorführung: So sieht ein bestätigter Satz aus."


@dataclass(frozen=True, slots=True)
class KnownFact:
    """What a register says of the source whose title holds ``title``, and the day from which it could be read there."""

    title: str
    since: date
    fact: Fact


FACTS = (
    KnownFact(_SARCOMA, date(2021, 9, 7), Fact(stand="2021-09-07", valid_until="2026-09-06")),
    KnownFact(
        _SUPPORTIVE,
        date(2016, 11, 11),
        Fact(version="1.0", stand="2016-11-11", valid_until="2021-11-10", awmf_number="032-054OL"),
    ),
    KnownFact(_SUPPORTIVE, date(2025, 4, 1), Fact(version="2.0", stand="2025-04")),
    KnownFact(
        _PALLIATIVE, date(2019, 8, 27), Fact(stand="2019-08-27", valid_until="2024-08-26", awmf_number="128-001OL")
    ),
    KnownFact(_PALLIATIVE, date(2024, 6, 1), Fact(status=Status.UNDER_REVISION)),
    KnownFact(
        _PSYCHO,
        date(2023, 5, 31),
        Fact(version="2.1", stand="2023-05-31", valid_until="2028-05-30", awmf_number="032-051OL"),
    ),
)
"""The register facts of domain 4.2 that the page itself does not print."""

BINDINGS = (
    ("raten Leitlinien dazu, schon die Diagnostik", _SARCOMA, Role.SUPPORTS),
    ("gilt Doxorubicin als Standard", _SARCOMA, Role.SUPPORTS),
    ("gilt Doxorubicin als Standard", _COCHRANE, Role.SUPPORTS),
    ("Zusammen mit Ifosfamid", _SARCOMA, Role.SUPPORTS),
    ("Zusammen mit Ifosfamid", _ESMO, Role.SUPPORTS),
    ("Pazopanib, ein Tyrosinkinase-Hemmer", _SARCOMA, Role.SUPPORTS),
    ("Pazopanib, ein Tyrosinkinase-Hemmer", _ESMO, Role.SUPPORTS),
    ("Checkpoint-Hemmer zählen", _SARCOMA, Role.SUPPORTS),
    ("Auch im Stadium IV kann ein Eingriff", _ONKOPEDIA, Role.SUPPORTS),
    ("Hat ein Leiomyosarkom der Gebärmutter gestreut", _UTERINE, Role.SUPPORTS),
    (CONFIRMED, _WHO, Role.SUPPORTS),
    ("Medikamente gegen Übelkeit", _SUPPORTIVE, Role.SEE_ALSO),
    ("Palliativmedizin behandelt", _PALLIATIVE, Role.SEE_ALSO),
    ("Wer sich seelisch überlastet fühlt", _PSYCHO, Role.SEE_ALSO),
)
"""Which sentence (by words that only it has) rests on which source (by words of its title), and in which role."""


class DemoError(Exception):
    """The demonstration page and this file no longer fit together; the message names the words that are missing."""


def load_demo(session: Session, moment: Moment) -> bool:
    """Load the demonstration as of the moment's day and return True; False, and no change, if there is any page.

    Raises DemoError where a sentence or a source that this file names is not on the page exactly once.
    """
    if session.exec(select(Page.id).limit(1)).first() is not None:
        return False
    page_id = import_page(session, moment, SYSTEM, Upload(ADDRESS, demo_page())).page_id
    for known in FACTS:
        if known.since <= moment.today:
            record_fact(session, moment, SYSTEM, _source(session, page_id, known.title), known.fact)
    for words, title, role in BINDINGS:
        version_id = newest_used(session, _source(session, page_id, title))
        bind(session, moment, SYSTEM, _statement(session, page_id, words), Binding(version_id, role))
    declare_no_source(session, moment, SYSTEM, _statement(session, page_id, NEEDS_NO_SOURCE), _BECAUSE)
    _confirm(session, moment, _statement(session, page_id, CONFIRMED))
    sweep(session, moment)
    return True


def demo_page() -> bytes:
    """Return the demonstration page as it lies in the package: HTML, UTF-8."""
    return resources.files("service").joinpath("demo", "page.html").read_bytes()


def _confirm(session: Session, moment: Moment, statement_id: int) -> None:
    """Confirm one sentence with everything that is open about it, as an editor would who had it on the screen."""
    subject_id = session.exec(select(Subject.id).where(Subject.statement_id == statement_id)).one()
    open_flags = session.exec(select(Flag.id).where(Flag.subject_id == subject_id, col(Flag.closed_at).is_(None)))
    seen = tuple(number for number in open_flags if number is not None)
    review(session, moment, SYSTEM, subject_id or 0, Verdict(Decision.CONFIRMED, _NOTE, seen))


def _statement(session: Session, page_id: int, words: str) -> int:
    """Return the one statement of the page that has these words."""
    holds = col(Statement.exact).contains(words, autoescape=True)
    found = session.exec(select(Statement.id).where(Statement.page_id == page_id, holds)).all()
    return _only(found, words)


def _source(session: Session, page_id: int, title: str) -> Source:
    """Return the one source of the page's list whose title has these words."""
    listed = select(SourceVersion.source_id).join(Citation, col(Citation.version_id) == col(SourceVersion.id))
    listed = listed.where(Citation.page_id == page_id)
    holds = col(Source.title).contains(title, autoescape=True)
    found = session.exec(select(Source.id).where(holds, col(Source.id).in_(listed))).all()
    return session.get_one(Source, _only(found, title))


def _only(found: Sequence[int | None], words: str) -> int:
    """Return the only number of a list; DemoError if there are none or several."""
    numbers = [number for number in found if number is not None]
    if len(numbers) != 1:
        raise DemoError(f"the demonstration page has {len(numbers)} places with: {words}")
    return numbers[0]
