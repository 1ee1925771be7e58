"""Where in a source a citation points: entered later, or mended."""

from sqlmodel import Session

from citations.kinds import CitationState
from citations.models import Citation
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import ConflictError, UnknownError


def locate(session: Session, moment: Moment, by: str, citation_id: int, locator: str) -> None:
    """Give a citation the place it points at; what newer versions say of that place holds for it at once."""
    citation = session.get(Citation, citation_id)
    if citation is None or citation.statement_id is None:
        raise UnknownError("refused.unknown_citation", number=citation_id)
    if citation.state not in (CitationState.CONFIRMED, CitationState.PROPOSED):
        raise ConflictError("conflict.unbound_already", who=citation.ended_by)
    before: dict[str, object] = {"locator": citation.locator}
    citation.locator = " ".join(locator.split())
    after: dict[str, object] = {"locator": citation.locator}
    event = record(session, moment, by, "locate", f"statement:{citation.statement_id}", before=before, after=after)
    settle(session, event, moment, Touched(citations={citation_id}))
