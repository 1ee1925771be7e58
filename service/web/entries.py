"""A source as a page lists it: its printed line, its open reasons, the decision, and taking stock in one step."""

from dataclasses import replace

from flask import Blueprint, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from citations.kinds import Decision
from citations.reasons import NEEDS_NOTE
from service.reads.entry import seen_entry
from service.reads.unchecked import unchecked_of
from service.web.edge import moment, sessions
from service.web.editing import Trouble, answer, decide, sent
from service.web.forms import read_verdict

pages = Blueprint("entries", __name__)


@pages.get("/entries/<int:number>")
def entry(number: int) -> str:
    """Show a page's entry; the number is that of its subject."""
    return _shown(number)


@pages.post("/entries/<int:number>")
def act(number: int) -> Response | tuple[str, int]:
    """Do what one of the page's forms says; a refused one comes back with what was typed."""
    return answer(_ACTS, number, _shown)


def _shown(number: int, trouble: Trouble | None = None) -> str:
    today = moment().today
    with sessions().read() as session:
        seen = seen_entry(session, number, today)
        unchecked = unchecked_of(session, [one.version.source_id for one in seen.cited], moment().now)
    needs = any(flag.reason in NEEDS_NOTE for flag in seen.standing.flags)
    shown = {"seen": seen, "unchecked": unchecked, "trouble": trouble, "sent": sent, "today": today}
    return render_template("entries/entry.html", **shown, needs_note=needs)


def _decide(number: int) -> Response:
    return decide(number, read_verdict(request.form))


def _take_stock(number: int) -> Response:
    """Confirm and note the access of every version on the screen as of today, or the day that was typed."""
    form: MultiDict[str, str] = request.form.copy()
    form["decision"] = Decision.CONFIRMED.value
    day = form.get("opened_on", "") or moment().today.isoformat()
    for version in form.getlist("opened"):
        form[f"opened_on-{version}"] = day
    return decide(number, replace(read_verdict(form), decision=Decision.CONFIRMED))


def address(number: int) -> str:
    """Return the address of an entry."""
    return url_for("entries.entry", number=number)


_ACTS = {"decide": _decide, "take_stock": _take_stock}
