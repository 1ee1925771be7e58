"""Whatever people do in whatever order: what is stored is what the rules give, and nothing is ever deleted."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import func
from sqlmodel import Session, SQLModel, col, select

from citations.kinds import Because, Change, CitationState, Decision, Harm, Role, Status
from citations.models import (
    Access,
    Citation,
    Event,
    Flag,
    ListedSource,
    Merge,
    Page,
    RecommendationMark,
    Review,
    Revision,
    SetAsideText,
    Source,
    SourceVersion,
    Statement,
    Subject,
)
from citations.recommendations import Marked
from jobs.facts import Fact, record_fact
from jobs.ledger import sweep
from jobs.refused import RefusedError, UnknownError
from service.acts.cite import Binding, bind, unbind
from service.acts.doubles import call_different
from service.acts.facts import Opened, record_access
from service.acts.locate import locate
from service.acts.marks import end_mark, mark_recommendations
from service.acts.merge import Merging, merge
from service.acts.not_touched import LEFT, Reading, Ticked, not_touched
from service.acts.pages import set_published, set_reach
from service.acts.policy import change_policy
from service.acts.review import Verdict, review
from service.acts.statements import contradict, declare_no_source, set_harm, set_volatile
from service.acts.take_back import take_back
from service.acts.touched_after_all import touched_after_all
from service.acts.unmerge import undo_merge
from service.db import Sessions
from tests.factories import EDITOR, GUIDELINE, PAGE, REVIEW, bring_in, moment
from tests.recomputing import assert_in_step

KEPT = (
    *(Access, Citation, Event, Flag, ListedSource, Page, RecommendationMark, Review, Revision, Source),
    *(SourceVersion, Statement, Subject),
)
PATIENT_LINE = "- Für Betroffene gibt es dazu die Patientenleitlinie Weichgewebesarkome bei Erwachsenen."
BY_TITLE = "- Siehe auch die S3-Leitlinie Adulte Weichgewebesarkome."
AGAIN = REVIEW.replace(
    "Dtsch Arztebl Int 2011; 108(3): 32–8.", "Dtsch Arztebl Int 2011. doi: 10.3238/arztebl.2011.0032."
)
PORTALS = "Portale\n- Beim BfArM (www.bfarm.de) und bei der EMA (www.ema.europa.eu) finden Sie Warnungen.\n"
TEXTS = (
    PAGE,
    PAGE.replace("Etwa 4", "Rund 4"),
    PAGE.replace("Doxorubicin ist meist", "Doxorubicin ist bislang meist"),
    PAGE.replace(f"Fachartikel\n{REVIEW}\n", ""),
    PAGE.replace(GUIDELINE, f"{GUIDELINE}\n{PATIENT_LINE}"),
    PAGE.replace("04.03.2025", "01.06.2025") + PORTALS,
    PAGE.replace("1.1, 2022", "2.0, 2024").replace("06/2022", "05/2024"),
    PAGE.replace(REVIEW, AGAIN),
    PAGE.replace(REVIEW, f"{REVIEW}\n{AGAIN}\n{BY_TITLE}"),
    "Doxorubicin ist meist das erste Medikament. Eine Operation wird im Zentrum geplant.\n",
)
PLACES = ("", "Empfehlung 3.1", "3.2", "E 3.1, 3.2", "S. 12", "irgendwo")
ADDRESSES = ("https://www.example.org/a", "https://www.example.org/b")
FACTS = (
    Fact(stand="2021-09-07", valid_until="2026-09-06"),
    Fact(valid_until="2029-01-31"),
    Fact(version="1.2", stand="2025-01"),
    Fact(version="2.0", stand="2024-05"),
    Fact(version="3.0", stand="2025-03"),
    *(Fact(status=status) for status in Status),
)
POLICY = (
    ("access.awmf_guideline", (None, 6, 12)),
    ("reassess.awmf_guideline", (None, 12, 36)),
    ("validity.awmf_guideline", (None, 24, 60)),
    ("reassess.again", (1, 12)),
    ("expired.kept", (1, 6)),
    ("statement.H3", (1, 12)),
    ("page.review", (6, 36)),
    ("severity.expired", (5, 32)),
    ("harm.H2", (0, 20)),
    ("overdue.step", (1, 60)),
    ("overdue.most", (0, 8)),
    ("band.B", (20, 50)),
    ("only_support", (0, 6)),
)


class Office:
    """Somebody who does one thing after the other, now and then something that is refused."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session, self.chance = session, Random(seed)  # noqa: S311 - no secret
        self.day = date(2025, 7, 1)
        self.acts: tuple[Callable[[], object], ...] = (
            *[self.import_page] * 2,
            *[self.bind] * 3,
            self.unbind,
            *[self.locate] * 2,
            *[self.mark] * 3,
            self.take_mark_back,
            *[self.leave] * 2,
            self.take_leaving_back,
            *[self.decide] * 6,
            *[self.tell] * 3,
            self.access,
            *[self.wait] * 2,
            self.policy,
            self.say,
            self.page,
            *[self.merge] * 2,
            self.undo,
            self.call_different,
        )

    def one(self, model: type[SQLModel]) -> int:
        """Return the number of some row of a table; UnknownError where there is none yet."""
        ids = self.session.exec(select(model.id).order_by(model.id)).all()  # type: ignore[attr-defined]
        if not ids:
            raise UnknownError("refused.unknown_subject", number=0)
        return int(self.chance.choice(ids))

    def sibling(self, version_id: int) -> int:
        """Return some version of the source of a version."""
        source = select(SourceVersion.source_id).where(SourceVersion.id == version_id).scalar_subquery()
        rows = select(SourceVersion.id).where(SourceVersion.source_id == source).order_by(col(SourceVersion.id))
        return self.chance.choice(self.session.exec(rows).all()) or 0

    def import_page(self) -> None:
        bring_in(self.session, self.chance.choice(TEXTS), moment(self.day), self.chance.choice(ADDRESSES))

    def bind(self) -> None:
        role = self.chance.choice((Role.SUPPORTS, Role.SUPPORTS, Role.SEE_ALSO, Role.CONTRADICTS))
        binding = Binding(self.one(SourceVersion), role, self.chance.choice(PLACES))
        bind(self.session, moment(self.day), EDITOR, self.one(Statement), binding)

    def locate(self) -> None:
        locate(self.session, moment(self.day), EDITOR, self.one(Citation), self.chance.choice(PLACES))

    def mark(self) -> None:
        change, year = self.chance.choice(list(Change)), self.chance.choice((None, 2024))
        marked = [Marked(place, place, change, year, 1) for place in ("3.1", "3.2") if self.chance.random() < 0.7]
        mark_recommendations(self.session, moment(self.day), EDITOR, self.one(SourceVersion), marked)

    def take_mark_back(self) -> None:
        mark = self.session.get_one(RecommendationMark, self.one(RecommendationMark))
        end_mark(self.session, moment(self.day), EDITOR, mark.version_id, mark.id or 0)

    def leave(self) -> None:
        citation = self.session.get_one(Citation, self.one(Citation))
        subject = self.session.get_one(Subject, citation.subject_id)
        ticked = Ticked(citation.id or 0, subject.last_review_id or 0)
        reading = Reading(self.sibling(citation.version_id), [ticked], self.chance.choice(list(Because)), "gelesen")
        not_touched(self.session, moment(self.day, 23), EDITOR, reading)

    def take_leaving_back(self) -> None:
        rows = self.session.exec(select(Event.id).where(Event.act == LEFT).order_by(col(Event.id))).all()
        event = self.session.get_one(Event, self.chance.choice(rows or [self.one(Event)]))
        kind, _, number = event.about.partition(":")
        touched_after_all(
            self.session, moment(self.day, 23), EDITOR, int(number) if kind == "version" else 0, event.id or 0
        )

    def unbind(self) -> None:
        unbind(self.session, moment(self.day), EDITOR, self.one(Citation))

    def decide(self) -> None:
        subject = self.session.get_one(Subject, self.one(Subject))
        decision = self.chance.choice([*Decision, Decision.CONFIRMED, Decision.SOURCE_UPDATED])
        rows = self.session.exec(select(Flag.id).where(Flag.subject_id == subject.id, col(Flag.closed_at).is_(None)))
        seen = tuple(number for number in rows if number is not None and self.chance.random() < 0.8)
        cited = self.session.exec(
            select(Citation.id, Citation.version_id).where(
                Citation.subject_id == subject.id, Citation.state == CitationState.CONFIRMED
            )
        ).all()
        moves = {number or 0: self.sibling(version) for number, version in cited[:1]}
        accessed = {version: self.day.isoformat() for _, version in cited if self.chance.random() < 0.5}
        words = f"Anders gesagt am {self.day.isoformat()}, {self.chance.randrange(1000)}."
        until = self.day + timedelta(days=self.chance.randrange(1, 80))
        note = self.chance.choice(("", "gelesen", "gelesen"))
        verdict = Verdict(decision, note, seen, subject.last_review_id or 0, accessed, moves, words, until)
        review(self.session, moment(self.day, 23), EDITOR, subject.id or 0, verdict)

    def tell(self) -> None:
        source = self.session.get_one(Source, self.one(Source))
        record_fact(self.session, moment(self.day), EDITOR, source, self.chance.choice(FACTS))

    def access(self) -> None:
        on = (self.day - timedelta(days=self.chance.choice((0, 0, 100, 500)))).isoformat()
        record_access(
            self.session, moment(self.day), EDITOR, Opened(self.one(SourceVersion), (self.one(Page),), on[:10])
        )

    def wait(self) -> None:
        self.day += timedelta(days=self.chance.choice((1, 30, 59, 60, 61, 400)))
        sweep(self.session, moment(self.day))

    def policy(self) -> None:
        key, values = self.chance.choice(POLICY)
        change_policy(self.session, moment(self.day), EDITOR, key, self.chance.choice(values), "Versuch")

    def say(self) -> None:
        session, now, number = self.session, moment(self.day), self.one(Statement)
        which = self.chance.randrange(4)
        if which == 0:
            contradict(session, now, EDITOR, number, self.day - timedelta(days=self.chance.randrange(3)), "Studie")
        elif which == 1:
            declare_no_source(session, now, EDITOR, number, self.chance.choice(("", "Allgemeinwissen")))
        elif which == 2:
            set_harm(session, now, EDITOR, number, self.chance.choice(list(Harm)))
        else:
            set_volatile(session, now, EDITOR, number, volatile=self.chance.random() < 0.5)

    def page(self) -> None:
        session, now, number = self.session, moment(self.day), self.one(Page)
        which = self.chance.randrange(3)
        if which == 0:
            set_published(session, now, EDITOR, number, self.chance.choice(("", "2024", "2025-02", "2025-06-30")), "so")
        elif which == 1:
            set_reach(session, now, EDITOR, number, self.chance.choice(("high", "low", "unknown")))
        else:
            take_back(session, now, EDITOR, self.one(SetAsideText))

    def merge(self) -> None:
        merge(self.session, moment(self.day), EDITOR, Merging(self.one(Source), self.one(Source)))

    def undo(self) -> None:
        undo_merge(self.session, moment(self.day), EDITOR, self.one(Merge))

    def call_different(self) -> None:
        call_different(self.session, moment(self.day), EDITOR, (self.one(Source), self.one(Source)))

    def act(self) -> str:
        """Do one thing and return its name; what is refused leaves nothing behind."""
        doing = self.chance.choice(self.acts)
        try:
            with self.session.begin_nested():
                doing()
                self.session.flush()
        except RefusedError as refused:
            self.session.expire_all()
            return f"{doing.__name__}: {refused.key}"
        return doing.__name__


def rows_of(session: Session) -> dict[str, int]:
    """Return how many rows each table has that nothing is ever deleted from (invariant 16)."""
    return {str(model.__tablename__): session.exec(select(func.count()).select_from(model)).one() for model in KEPT}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_whatever_people_do_what_is_stored_is_what_the_rules_give(sessions: Sessions, seed: int) -> None:
    done: list[str] = []
    with sessions.write() as session:
        office = Office(session, seed)
        office.import_page()
        before = rows_of(session)
        for _ in range(40):
            done.append(office.act())
            assert_in_step(session, office.day, done)
            now = rows_of(session)
            assert all(now[name] >= before[name] for name in now), done
            before = now
        session.rollback()
