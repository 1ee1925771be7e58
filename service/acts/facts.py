"""What only people record about sources: that they opened a version on a day."""

from dataclasses import dataclass, replace

from sqlmodel import Session

from citations.models import Access, SourceVersion
from jobs.known_sources import standing_version
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import RefusedError, UnknownError
from service.acts.access_rules import access_fault


@dataclass(frozen=True, slots=True)
class Opened:
    """Which version somebody opened, for which pages, on which day (a partial ISO date)."""

    version_id: int
    page_ids: tuple[int, ...]
    on: str
    note: str = ""


def record_access(session: Session, moment: Moment, by: str, opened: Opened) -> None:
    """Record that a person opened a version on a day, for these pages. Nobody else sets the printed date (15)."""
    opened = replace(opened, version_id=standing_version(session, opened.version_id))
    version = session.get(SourceVersion, opened.version_id)
    if version is None:
        raise UnknownError("refused.unknown_version", number=opened.version_id)
    fault = access_fault(opened.on, version.as_of, moment.today)
    if fault:
        raise RefusedError(fault, value=opened.on, stand=version.as_of, today=moment.today.isoformat())
    for page_id in opened.page_ids:
        session.add(
            Access(
                version_id=opened.version_id,
                page_id=page_id,
                on=opened.on,
                origin="recorded",
                by=by,
                note=opened.note,
                recorded_at=moment.now,
            )
        )
    after: dict[str, object] = {"on": opened.on, "pages": list(opened.page_ids)}
    event = record(session, moment, by, "record_access", f"version:{opened.version_id}", after=after)
    settle(session, event, moment, Touched(entries={(page_id, opened.version_id) for page_id in opened.page_ids}))
