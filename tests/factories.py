"""Pages, moments and short cuts for tests: a valid thing of each kind, of which a test names only what matters."""

from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session, col, select

from citations.kinds import CitationState, Harm, Reason, Role
from citations.models import Citation, Flag, Source, SourceVersion, Statement, Subject
from jobs.ledger import Moment, sweep
from service.acts.cite import Binding, bind
from service.acts.import_page import Upload, import_page
from service.acts.importing import ImportResult
from service.acts.statements import set_harm

URL = "https://www.example.org/knochen"
EDITOR = "Redaktion"
GUIDELINE = (
    "Leitlinienprogramm Onkologie (Deutsche Krebsgesellschaft, Deutsche Krebshilfe, AWMF): S3-Leitlinie Adulte "
    "Weichgewebesarkome, Langversion, 1.1, 2022, AWMF-Registernummer: 032/044OL "
    "(Stand 06/2022, aufgerufen am 04.03.2025)."
)
REVIEW = (
    "Bannasch H, Eisenhardt SU, Grosu AL, Heinz J, Momeni A, Stark GB: The diagnosis and treatment of soft tissue "
    "sarcomas of the limbs. Dtsch Arztebl Int 2011; 108(3): 32–8."
)
BODY = (
    "Behandlung im Überblick\n"
    "Doxorubicin ist meist das erste Medikament. Eine Operation wird im Zentrum geplant.\n"
    "Etwa 4 von 100.000 Menschen erkranken jedes Jahr.\n"
)
PAGE = f"{BODY}Quellen\nLeitlinien\n{GUIDELINE}\nFachartikel\n{REVIEW}\n"


def moment(day: date | str = "2026-11-20", hour: int = 9) -> Moment:
    """Return a working hour of a day."""
    today = date.fromisoformat(day) if isinstance(day, str) else day
    return Moment(today, datetime(today.year, today.month, today.day, hour, tzinfo=UTC))


def after(start: Moment, **span: int) -> Moment:
    """Return a later moment."""
    now = start.now + timedelta(**span)
    return Moment(now.date(), now)


def bring_in(
    session: Session, text: str = PAGE, when: Moment | None = None, url: str = URL, published: str = ""
) -> ImportResult:
    """Import a page."""
    return import_page(session, when or moment(), EDITOR, Upload(url, text, format="text", published=published))


def statement_with(session: Session, words: str) -> Statement:
    """Return the one active statement that contains these words."""
    found = select(Statement).where(col(Statement.exact).contains(words), Statement.state == "active")
    return session.exec(found).one()


def subject_of(session: Session, statement: Statement) -> Subject:
    """Return the subject of a statement as it stands now."""
    session.expire_all()
    return session.exec(select(Subject).where(Subject.statement_id == statement.id)).one()


def version_of(session: Session, key: str) -> SourceVersion:
    """Return the newest version of the source with a key."""
    rows = (
        select(SourceVersion)
        .join(Source, col(Source.id) == col(SourceVersion.source_id))
        .where(Source.key == key)
        .order_by(col(SourceVersion.id).desc())
    )
    found = session.exec(rows).first()
    assert found is not None, key
    return found


def bound(
    session: Session,
    words: str,
    key: str = "awmf:032-044OL",
    harm: Harm | None = None,
    role: Role = Role.SUPPORTS,
    when: Moment | None = None,
) -> tuple[Statement, Subject]:
    """Bind a source to the statement with these words and return it with its subject."""
    at = when or moment()
    statement = statement_with(session, words)
    if harm is not None:
        set_harm(session, at, EDITOR, statement.id or 0, harm)
    bind(session, at, EDITOR, statement.id or 0, Binding(version_of(session, key).id or 0, role))
    return statement, subject_of(session, statement)


def work_list(session: Session) -> None:
    """Bring in one page, let a statement of it rest on the guideline, and sweep the day."""
    bring_in(session)
    bound(session, "Doxorubicin", harm=Harm.H3)
    sweep(session, moment())


def open_flags(session: Session, subject: Subject | None = None, key: str = "") -> dict[str, str]:
    """Return the open flags as reason -> trigger day, of a subject or of all citations of a source."""
    wanted = select(col(Flag.reason), col(Flag.trigger_day)).where(col(Flag.closed_at).is_(None))
    if subject is not None:
        wanted = wanted.where(Flag.subject_id == subject.id)
    if key:
        wanted = (
            wanted.join(Citation, col(Citation.id) == col(Flag.citation_key))
            .join(SourceVersion, col(SourceVersion.id) == col(Citation.version_id))
            .join(Source, col(Source.id) == col(SourceVersion.source_id))
            .where(Source.key == key, Citation.state == CitationState.CONFIRMED)
        )
    return {reason.value: day.isoformat() for reason, day in session.exec(wanted)}


def flag_ids(session: Session, subject: Subject, *reasons: Reason) -> tuple[int, ...]:
    """Return the open flags of a subject, those of some reasons if any are named."""
    wanted = select(Flag.id).where(Flag.subject_id == subject.id, col(Flag.closed_at).is_(None))
    if reasons:
        wanted = wanted.where(col(Flag.reason).in_(reasons))
    return tuple(number for number in session.exec(wanted) if number is not None)
