"""The card of a new version: what it says of its recommendations, every sentence it touches, and what to decide."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from citations.kinds import Because, Change
from citations.models import Source, SourceVersion
from citations.places import places
from citations.recommendations import LONGEST, Marked, Marks, read_marks
from jobs.refused import RefusedError
from service.acts.marks import end_mark, mark_recommendations
from service.acts.not_touched import Reading, Ticked, not_touched
from service.acts.touched_after_all import touched_after_all
from service.reads.changes import CardSeen, seen_card
from service.reads.left import left_on
from service.reads.source import source_keyed
from service.web.edge import moment, sessions
from service.web.editing import Trouble, done, perform, sent, trouble_of
from service.web.fields import Fault, Fields, FormError

pages = Blueprint("changes", __name__)
_WHICH = ("superseded_major", "superseded_minor")


@pages.get("/sources/<path:key>/changes/<int:number>")
def card(key: str, number: int) -> str | Response:
    """Show the card of a version; the key of another source that has it leads there."""
    with sessions().read() as session:
        version = session.get(SourceVersion, number)
        owner = session.get(Source, version.source_id) if version is not None else None
        kept = source_keyed(session, owner.key).key if owner is not None else key
    if kept != key:
        return redirect(url_for("changes.card", key=kept, number=number), 302)
    return _shown(key, number)


@pages.post("/sources/<path:key>/changes/<int:number>")
def act(key: str, number: int) -> str | Response | tuple[str, int]:
    """Read a pasted list, keep marks, take one back, decide on what was ticked, or take that back."""
    try:
        name = request.form.get("act", "")
        if name == "read":
            return _shown(key, number, read=_pasted())
        if name in ("bulk", "back"):
            return _decide(key, number) if name == "bulk" else _take_back(key, number)
        return _keep(key, number) if name in ("keep", "mark") else _end(key, number)
    except (FormError, RefusedError) as error:
        return _shown(key, number, trouble=trouble_of(error)), 400


def _shown(key: str, number: int, trouble: Trouble | None = None, read: Marks | None = None) -> str:
    with sessions().read() as session:
        seen = seen_card(session, source_keyed(session, key), number, moment().today)
        left = left_on(session, number)
    asked = request.form if request.method == "POST" else request.args
    only = asked.get("only", "")
    only = only if only in _WHICH else ""
    chosen = _chosen(seen, only)
    return render_template(
        "changes/card.html",
        seen=seen,
        left=left,
        chosen=chosen,
        deciding=bool(chosen) and (request.args.get("step") == "decide" or bool(trouble and trouble.act == "bulk")),
        only=only,
        read=read,
        pasted=request.form.get("list", "")[:LONGEST],
        changes=list(Change),
        because=list(Because),
        trouble=trouble,
        sent=sent,
        today=moment().today,
    )


def _chosen(seen: CardSeen, only: str) -> frozenset[int]:
    """Return the ticked places among those that are shown; ``pick`` ticks every one that means little."""
    asked = request.form if request.method == "POST" else request.args
    ticked = {int(text) for text in asked.getlist("tick") if text.isascii() and text.isdecimal() and len(text) < 11}  # noqa: PLR2004 - digits of a row number
    every = "pick" in asked
    shown = [row for row in seen.rows if not only or row.reason == only]
    return frozenset(row.citation_id for row in shown if row.citation_id in ticked or (every and row.minor))


def _pasted() -> Marks:
    fields = Fields(request.form)
    text = fields.text("list", longest=LONGEST, needed=True)
    fields.check()
    return read_marks(text)


def _keep(key: str, number: int) -> Response:
    marked = _one() if request.form.get("act") == "mark" else _pasted().marked
    new, known = perform(lambda session, at, by: mark_recommendations(session, at, by, number, marked))
    return done("done.marks", _back(key, number, "marks"), new=new, known=known)


def _one() -> tuple[Marked, ...]:
    """Return what the form for a single recommendation says; a list of places is several."""
    fields = Fields(request.form)
    place = fields.line("place", longest=200, needed=True)
    change, year = fields.word("change", Change), fields.number("year", highest=9999)
    keys = places(place)
    if place and not keys:
        fields.fault("place", "form.no_place", value=place)
    fields.check()
    return tuple(Marked(place if len(keys) == 1 else one, one, change, year, 1) for one in keys)


def _end(key: str, number: int) -> Response:
    fields = Fields(request.form)
    mark = fields.number("mark", needed=True) or 0
    fields.check()
    perform(lambda session, at, by: end_mark(session, at, by, number, mark))
    return done("done.mark_ended", _back(key, number, "marks"))


def _decide(key: str, number: int) -> Response:
    fields = Fields(request.form)
    because, note = fields.word("because", Because), fields.text("note")
    last, seen = fields.keyed("last"), fields.numbers("seen")
    ticked = tuple(Ticked(one, int(last.get(one, "0") or 0), seen) for one in fields.numbers("tick"))
    if any(not text.isdecimal() for text in last.values()):
        raise FormError(Fault("tick", "form.no_number", {"value": "last", "highest": 0}))
    fields.check()
    reading = Reading(number, ticked, because, note)
    n = perform(lambda session, at, by: not_touched(session, at, by, reading))
    return done("done.not_touched", _back(key, number, "touched"), n=n)


def _take_back(key: str, number: int) -> Response:
    fields = Fields(request.form)
    left = fields.number("left", needed=True) or 0
    fields.check()
    n = perform(lambda session, at, by: touched_after_all(session, at, by, number, left))
    return done("done.touched_after_all", _back(key, number, "touched"), n=n)


def _back(key: str, number: int, where: str) -> str:
    return url_for("changes.card", key=key, number=number, _anchor=where)
