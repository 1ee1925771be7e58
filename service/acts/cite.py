"""Which page or statement rests on which version: page entries, binding and unbinding, proposals."""

from dataclasses import dataclass, replace
from typing import Protocol

from sqlmodel import Session, col, select

from citations.kinds import CitationState, Harm, Role, SubjectKind
from citations.models import Citation, ListedSource, SourceVersion, Statement, Subject
from jobs.entries import stand_behind
from jobs.flags import close_of_citations
from jobs.known_sources import standing_version
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import ConflictError, RefusedError, UnknownError

_AFTER_THE_LIST = 100_000
"""Where entries stand that no printed line names: behind every line."""


@dataclass(frozen=True, slots=True)
class Binding:
    """What an editor says when she binds a source to a sentence: in which role, where in it, with which words."""

    version_id: int
    role: Role = Role.SUPPORTS
    locator: str = ""
    quote: str = ""


class OnPage(Protocol):
    """What puts sources on a page: an import of the page, or a person who fills in one of its lines."""

    session: Session
    moment: Moment
    by: str
    touched: Touched

    @property
    def page_id(self) -> int:
        """Return the page."""


def cite_on_page(
    run: OnPage,
    version: SourceVersion,
    listed: ListedSource | None = None,
    mention: str = "",
) -> Citation:
    """Return the page's entry for a version, adding it and its subject; one entry per page and version."""
    session, page_id, version_id = run.session, run.page_id, version.id or 0
    entry = session.exec(
        select(Citation).where(
            Citation.page_id == page_id,
            Citation.version_id == version_id,
            col(Citation.statement_id).is_(None),
            Citation.state == CitationState.CONFIRMED,
        )
    ).first()
    if entry is not None:
        entry.listed_id = entry.listed_id if listed is None else listed.id
        return entry
    position = _AFTER_THE_LIST if listed is None else listed.position
    subject = Subject(kind=SubjectKind.ENTRY, page_id=page_id, position=position, harm=Harm.H0)
    session.add(subject)
    session.flush()
    entry = Citation(
        page_id=page_id,
        version_id=version_id,
        subject_id=subject.id or 0,
        listed_id=None if listed is None else listed.id,
        mention=mention,
        role=Role.BACKGROUND,
        state=CitationState.CONFIRMED,
        made_by=run.by,
        made_at=run.moment.now,
    )
    session.add(entry)
    session.flush()
    run.touched.fresh.add(entry.id or 0)
    run.touched.entries.add((page_id, version_id))
    return entry


def bind(session: Session, moment: Moment, by: str, statement_id: int, binding: Binding) -> Citation:
    """Bind a version to a statement; what has already become true of the version is flagged on the statement at once.

    A proposal for the same version becomes this citation. Raises RefusedError for a retired statement,
    ConflictError if the version is bound already.
    """
    binding = replace(binding, version_id=standing_version(session, binding.version_id))
    statement = session.get(Statement, statement_id)
    version = session.get(SourceVersion, binding.version_id)
    if statement is None:
        raise UnknownError("refused.unknown_statement", number=statement_id)
    if version is None:
        raise UnknownError("refused.unknown_version", number=binding.version_id)
    if statement.state == "retired":
        raise RefusedError("refused.retired_statement", number=statement_id)
    subject = session.exec(select(Subject).where(Subject.statement_id == statement_id)).one()
    citation = _live(session, statement_id, binding.version_id)
    if citation is not None and citation.state is CitationState.CONFIRMED:
        raise ConflictError("conflict.bound_already", who=citation.made_by)
    citation = citation or Citation(
        page_id=statement.page_id,
        statement_id=statement_id,
        version_id=binding.version_id,
        subject_id=subject.id or 0,
        role=binding.role,
        state=CitationState.PROPOSED,
        made_by=by,
        made_at=moment.now,
    )
    citation.role, citation.state = binding.role, CitationState.CONFIRMED
    citation.locator, citation.quote = binding.locator.strip(), binding.quote.strip()
    citation.made_by, citation.made_at = by, moment.now
    session.add(citation)
    session.flush()
    after: dict[str, object] = {"version": binding.version_id, "role": binding.role.value, "locator": citation.locator}
    event = record(session, moment, by, "bind", f"statement:{statement_id}", after=after)
    touched = Touched(
        entries={(statement.page_id, binding.version_id)},
        citations={citation.id or 0},
        fresh={citation.id or 0},
        statements={statement_id},
        subjects=stand_behind(session, statement.page_id),
    )
    settle(session, event, moment, touched)
    return citation


def _live(session: Session, statement_id: int, version_id: int) -> Citation | None:
    """Return the citation of a version on a statement that is proposed or confirmed."""
    return session.exec(
        select(Citation).where(
            Citation.statement_id == statement_id,
            Citation.version_id == version_id,
            col(Citation.state).in_([CitationState.PROPOSED, CitationState.CONFIRMED]),
        )
    ).first()


def unbind(session: Session, moment: Moment, by: str, citation_id: int, note: str = "") -> None:
    """End a citation of a statement, or reject a proposal; its flags close, the row stays (invariant 16)."""
    citation = session.get(Citation, citation_id)
    if citation is None or citation.statement_id is None:
        raise UnknownError("refused.unknown_citation", number=citation_id)
    if citation.state not in (CitationState.CONFIRMED, CitationState.PROPOSED):
        raise ConflictError("conflict.unbound_already", who=citation.ended_by)
    before: dict[str, object] = {
        "version": citation.version_id,
        "role": citation.role.value,
        "state": citation.state.value,
    }
    event = record(
        session, moment, by, "unbind", f"statement:{citation.statement_id}", before=before, after={"note": note}
    )
    end(citation, moment, by)
    session.flush()
    close_of_citations(session, event, [citation_id])
    touched = Touched(
        citations={citation_id},
        statements={citation.statement_id},
        subjects=stand_behind(session, citation.page_id) | {citation.subject_id},
    )
    settle(session, event, moment, touched)


def end(citation: Citation, moment: Moment, by: str) -> None:
    """Mark a citation as ended, a proposal as rejected."""
    proposed = citation.state is CitationState.PROPOSED
    citation.state = CitationState.REJECTED if proposed else CitationState.ENDED
    citation.ended_at, citation.ended_by = moment.now, by
