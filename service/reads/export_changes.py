"""What changed, in words and with addresses, for readers of news: the newest events of the log.

An event says who did what to which thing; with it go the values that differ and the reasons that it opened.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from sqlalchemy import Select, String, cast, func, literal, select, union
from sqlmodel import Session, col
from sqlmodel import select as select_model

from citations.formats.page_item import ChangeOut, FeedOut, lasting_urn
from citations.kinds import CitationState, Reason, SubjectKind
from citations.models import Event, Page
from citations.queries.among import among
from citations.queries.tables import CITATION, EVENT, FLAG, LIST_IMPORT, PAGE, SOURCE, STATEMENT, SUBJECT, VERSION
from service.reads.history import Happening, happenings
from service.wording import act_name, told, value_name
from service.words import Translate

NEWEST = 500
"""Entries of a feed; older ones stay in the log."""
_LONGEST_NAME = 110


@dataclass(frozen=True, slots=True)
class Voice:
    """In which words a feed speaks, and the address under which this Leitstand is reached, for its links."""

    t: Translate
    base: str

    def address(self, path: str) -> str:
        """Return the whole address of a path."""
        return self.base.rstrip("/") + path


@dataclass(frozen=True, slots=True)
class _Place:
    """What an event is about: its name and where it is shown."""

    name: str
    path: str


def changes_out(session: Session, voice: Voice, page_id: int | None = None) -> FeedOut:
    """Return the newest changes, all or those of one page, newest first, in nine questions at most."""
    page = session.get(Page, page_id) if page_id is not None else None
    question = select_model(Event).order_by(col(Event.at).desc(), col(Event.id).desc()).limit(NEWEST)
    if page_id is not None:
        question = question.where(col(Event.id).in_(_of_page(page_id)))
    events = [event for event in session.exec(question) if _concerns(event, page_id)]
    places, opened = _places(session, events), _opened(session, events, page_id)
    told_events = zip(events, happenings(session, events), strict=True)
    entries = tuple(
        _change(voice, event, told_event, places.get(event.about, _Place("", _nowhere(event))), opened[event.id or 0])
        for event, told_event in told_events
    )
    began = session.execute(select(EVENT.c.at).order_by(EVENT.c.id).limit(1)).scalar()
    return FeedOut(
        id=lasting_urn("changes", _moment(began), page_id or "all"),
        title=voice.t("export.feed.page", title=page.title) if page else voice.t("export.feed"),
        url=voice.address(f"/pages/{page_id}" if page else "/"),
        own_url=voice.address("/export/atom" + (f"?page={page_id}" if page else "")),
        language=voice.t.language,
        updated=entries[0].at if entries else datetime(1970, 1, 1, tzinfo=UTC),
        entries=entries,
    )


def _of_page(page_id: int) -> Select[Any]:
    """Return the events about a page, its statements and entries, its sources, and those that opened flags on it."""
    versions = select(CITATION.c.version_id).where(
        CITATION.c.page_id == page_id, CITATION.c.state == CitationState.CONFIRMED
    )
    sources = select(VERSION.c.source_id).where(VERSION.c.id.in_(versions))
    abouts = (
        select(literal("statement:") + cast(STATEMENT.c.id, String)).where(STATEMENT.c.page_id == page_id),
        select(literal("subject:") + cast(SUBJECT.c.id, String)).where(SUBJECT.c.page_id == page_id),
        select(literal("version:") + cast(VERSION.c.id, String)).where(VERSION.c.id.in_(versions)),
        select(literal("source:") + SOURCE.c.key).where(SOURCE.c.id.in_(sources)),
    )
    flagged = select(FLAG.c.opened_event_id).join(SUBJECT, SUBJECT.c.id == FLAG.c.subject_id)
    found = union(
        select(EVENT.c.id).where(EVENT.c.about == f"page:{page_id}"),
        *(select(EVENT.c.id).where(EVENT.c.about.in_(about)) for about in abouts),
        flagged.where(SUBJECT.c.page_id == page_id),
    ).subquery()
    return select(found.c[0])


def _concerns(event: Event, page_id: int | None) -> bool:
    """Say whether an event is about the page asked for: a source may have been opened for other pages only."""
    pages = event.after.get("pages")
    return page_id is None or event.act != "record_access" or not isinstance(pages, list) or page_id in pages


def _change(voice: Voice, event: Event, happening: Happening, place: _Place, opened: dict[Reason, int]) -> ChangeOut:
    """Return one event in words."""
    t = voice.t
    lines = [f"{value_name(t, one.name)}: {_values(t, one.name, one.before, one.after)}" for one in happening.changes]
    if event.act == "sweep":
        lines = []  # its day is that of the entry, its number that of the reasons
    if opened:
        reasons = [f"{t(f'reason.{reason}.short')} ({n})" for reason, n in opened.items()]
        lines.append(t("export.feed.opened", reasons=", ".join(reasons)))
    what = _what(t, event, sum(opened.values()))
    name = place.name if len(place.name) <= _LONGEST_NAME else place.name[: _LONGEST_NAME - 2].rstrip() + " …"
    return ChangeOut(
        id=lasting_urn("event", event.id, _moment(event.at)),
        at=event.at,
        by=event.by,
        title=f"{what} – {name}" if name else what,
        text="\n".join(lines),
        url=voice.address(place.path),
    )


def _what(t: Translate, event: Event, opened: int) -> str:
    if event.act == "sweep":
        return t("event.sweep.opened", n=opened) if opened else t("event.sweep")
    decision = f"decision.{event.after.get('decision', '')}"
    if event.act == "review" and t.has(decision):
        return t("event.review.decided", decision=t(decision))
    return act_name(t, event.act)


def _values(t: Translate, name: str, before: str, after: str) -> str:
    old, new = told(t, name, before), told(t, name, after) or "–"
    return f"{old} → {new}" if old else new


def _nowhere(event: Event) -> str:
    """Return where an event is shown whose thing has no page of its own, or none any more."""
    return {"sweep": "/queue", "change_policy": "/policy"}.get(event.act, "/")


def _places(session: Session, events: Sequence[Event]) -> dict[str, _Place]:
    """Return name and path of what the events are about, in six questions."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for kind, _, ref in {event.about: event.about.partition(":") for event in events}.values():
        wanted[kind].append(ref)
    numbers = {kind: [int(ref) for ref in refs if ref.isdecimal()] for kind, refs in wanted.items()}
    pages = select(PAGE.c.id, PAGE.c.title).where(among(PAGE.c.id, numbers.get("page", [])))
    statements = select(STATEMENT.c.id, STATEMENT.c.exact).where(among(STATEMENT.c.id, numbers.get("statement", [])))
    found = {f"page:{number}": _Place(name, f"/pages/{number}") for number, name in session.execute(pages)}
    found |= {f"statement:{no}": _Place(exact, f"/statements/{no}") for no, exact in session.execute(statements)}
    sources = select(SOURCE.c.key, SOURCE.c.title).where(SOURCE.c.key.in_(wanted.get("source", [])))
    found |= {f"source:{key}": _Place(title, _of_source(key)) for key, title in session.execute(sources)}
    versions = select(VERSION.c.id, SOURCE.c.key, SOURCE.c.title).join(SOURCE, SOURCE.c.id == VERSION.c.source_id)
    rows = session.execute(versions.where(among(VERSION.c.id, numbers.get("version", []))))
    found |= {f"version:{number}": _Place(title, _of_source(key)) for number, key, title in rows}
    subjects = select(SUBJECT.c.id, SUBJECT.c.kind, SUBJECT.c.page_id, PAGE.c.title).join(
        PAGE, PAGE.c.id == SUBJECT.c.page_id
    )
    rows = session.execute(subjects.where(among(SUBJECT.c.id, numbers.get("subject", []))))
    for number, kind, page_id, title in rows:
        path = f"/entries/{number}" if kind is SubjectKind.ENTRY else f"/pages/{page_id}"
        found[f"subject:{number}"] = _Place(title, path)
    lists = select(LIST_IMPORT.c.id, LIST_IMPORT.c.name).where(among(LIST_IMPORT.c.id, numbers.get("list_import", [])))
    found |= {f"list_import:{no}": _Place(name, f"/sources/import/{no}") for no, name in session.execute(lists)}
    return found


def _of_source(key: str) -> str:
    return "/sources/" + quote(key, safe="/:@!$&'()*+,;=~")


def _opened(session: Session, events: Sequence[Event], page_id: int | None) -> dict[int, dict[Reason, int]]:
    """Return how many flags each event opened by reason, the gravest first; on a page, only that page's."""
    question = (
        select(FLAG.c.opened_event_id, FLAG.c.reason, func.count())
        .where(among(FLAG.c.opened_event_id, [event.id or 0 for event in events]))
        .group_by(FLAG.c.opened_event_id, FLAG.c.reason)
        .order_by(FLAG.c.opened_event_id, func.max(FLAG.c.severity).desc(), FLAG.c.reason)
    )
    if page_id is not None:
        question = question.join(SUBJECT, SUBJECT.c.id == FLAG.c.subject_id).where(SUBJECT.c.page_id == page_id)
    found: dict[int, dict[Reason, int]] = defaultdict(dict)
    for event_id, reason, n in session.execute(question):
        found[event_id][reason] = n
    return found


def _moment(at: datetime | None) -> str:
    return at.astimezone(UTC).isoformat() if at else ""
