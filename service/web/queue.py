"""The work list: what must be looked at, gravest first, narrowed by what is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from flask import Blueprint, render_template, request, url_for

from citations.kinds import Band, Harm, Reason, SourceKind
from citations.reasons import SUPERSEDED
from service.reads.queue import DueRow, Item, queue_page
from service.reads.queue_filters import LONGEST_TEXT, Filters, read_place
from service.web.edge import moment, sessions, translate
from service.wording import queue_parts, short
from service.words import Translate

pages = Blueprint("queue", __name__)

Word = TypeVar("Word", bound=StrEnum)
_LARGEST = 2**31 - 1
_LONGEST_TEXT = 420
KINDS = (*(kind.value for kind in SourceKind), "statement", "page")
"""What a deadline can come from: a kind of source, a sentence by itself, a page as a whole."""


@pages.get("/queue")
def queue() -> str:
    """Show a page of the queue."""
    filters = _filters()
    today = moment().today
    with sessions().read() as database:
        seen = queue_page(database, filters, today, read_place(request.args.get("after", "")))
    t = translate()
    # fifty rows speak of a few pages: an address that is built once costs less than the row's own question
    at = {number: url_for("pages.page", number=number) for number in {item.worst.page_id for item in seen.items}}
    return render_template(
        "queue/queue.html",
        lines=[_line(t, item, today, at) for item in seen.items],
        filters=filters,
        choices=_choices(t),
        following=_narrowed(after=str(seen.following)) if seen.following else "",
        first=_narrowed() if request.args.get("after") else "",
        narrowed=filters != Filters(),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the work list in words, ready to be printed: the template asks nothing more of it."""

    band: str
    urgency: str
    points: int | None
    parts: list[str]
    text: str
    address: str
    kind: str
    page: str
    page_title: str
    card: str
    deferred_until: date | None
    rest: str


def _line(t: Translate, item: Item, today: date, pages_at: Mapping[int, str]) -> Line:
    row = item.worst
    return Line(
        band=row.band or "",
        urgency=t(f"band.{row.band}"),
        points=row.priority,
        parts=queue_parts(t, row),
        text=row.text if len(row.text) <= _LONGEST_TEXT else row.text[:_LONGEST_TEXT].rsplit(" ", 1)[0] + " …",
        address=address_of(item) or pages_at[row.page_id],
        kind=t(f"subject.{item.kind}"),
        page=pages_at[row.page_id],
        page_title=row.page_title,
        card=_card(row),
        deferred_until=item.deferred_until if item.deferred_until and item.deferred_until > today else None,
        rest=", ".join(_other(t, other, row, today) for other in item.rest),
    )


def _other(t: Translate, other: DueRow, worst: DueRow, today: date) -> str:
    """Return a further reason, with its source where that is another one."""
    said = short(t, other.reason, other.facts, other.due_on, today)
    return f"{said} ({other.source_name})" if other.source_name not in ("", worst.source_name) else said


def _card(row: DueRow) -> str:
    """Return where all sentences are that a newer version touches, "" where that is not the reason."""
    if row.reason not in set(SUPERSEDED) or not row.source_key or "parent" in row.facts:
        return ""
    return url_for("changes.card", key=row.source_key, number=row.about_id)


def address_of(item: Item) -> str:
    """Return where an item of the queue is worked on, "" for a page as a whole: on the page itself."""
    if item.kind == "statement":
        return url_for("statements.statement", number=item.worst.statement_id)
    if item.kind == "entry":
        return url_for("entries.entry", number=item.worst.subject_id)
    return ""


def _filters() -> Filters:
    """Return what the address asks for; what is no known word narrows nothing."""
    asked = request.args
    page = asked.get("page", "")
    kind = asked.get("kind", "")
    deferred = asked.get("deferred", "")
    return Filters(
        band=_word(Band, asked.get("band", "")),
        reason=_word(Reason, asked.get("reason", "")),
        kind=kind if kind in KINDS else "",
        page_id=int(page[:11]) if page.isascii() and page.isdigit() and int(page[:11]) <= _LARGEST else None,
        harm=_word(Harm, asked.get("harm", "")),
        deferred=deferred if deferred in ("too", "only") else "",
        text="".join(char if char.isprintable() else " " for char in asked.get("text", "")[:LONGEST_TEXT]).strip(),
    )


def _choices(t: Translate) -> dict[str, list[tuple[str, str]]]:
    """Return what the filters offer, in the words of the reader."""
    kinds = [(word, t(f"source_kind.{word}")) for word in KINDS]
    every = ("", t("queue.filter.all"))
    return {
        "band": [every, *((word.value, t(f"band.{word}")) for word in Band)],
        "reason": [every, *((word.value, t(f"reason.{word}.short")) for word in Reason)],
        "kind": [every, *sorted(kinds, key=lambda pair: pair[1].casefold())],
        "harm": [every, *((word.value, t(f"harm.{word}")) for word in reversed(Harm))],
        "deferred": [(word, t(f"queue.filter.deferred.{word or 'hidden'}")) for word in ("", "too", "only")],
    }


def _word(words: type[Word], text: str) -> Word | None:
    return words(text) if text in set(words) else None


def _narrowed(**more: str) -> str:
    """Return the address of the work list with the filters as they stand."""
    names = ("band", "reason", "kind", "page", "harm", "deferred", "text")
    values = {name: request.args[name] for name in names if request.args.get(name)} | more
    return f"{url_for('queue.queue')}?{urlencode(values)}" if values else url_for("queue.queue")
