"""Likely doubles: the list, two sources side by side, merging them, calling them different, and the way back."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from jobs.refused import RefusedError
from service.acts import doubles, merge, unmerge
from service.reads.doubles import open_doubles
from service.reads.merge_preview import kept_key, merge_preview, second_source
from service.web.edge import sessions, translate
from service.web.editing import dispatch, done, perform
from service.web.fields import GREATEST_ID
from service.wording import refusal

pages = Blueprint("doubles", __name__)
_MOST_CHOICES = 400


@pages.get("/doubles")
def overview() -> str:
    """Show what may be one source twice, the likeliest first, a stretch at a time."""
    after = max(0, min(request.args.get("after", 0, type=int), GREATEST_ID))
    with sessions().read() as session:
        pairs = open_doubles(session, after)
    return render_template("doubles/list.html", pairs=pairs, later=after > 0)


@pages.post("/doubles")
def decide() -> Response:
    """Keep from the list that two are different."""
    return dispatch({"different": _different}, 0)


@pages.get("/doubles/compare")
def compare() -> str | Response:
    """Show two sources side by side; ``with`` names the second one by key or number, as people type it."""
    keep, typed = _number("keep"), request.args.get("with", "").strip()[:1000]
    if typed:
        with sessions().read() as session:
            gone = second_source(session, typed)
        return redirect(url_for("doubles.compare", keep=keep, gone=gone), 303)
    with sessions().read() as session:
        seen = merge_preview(session, keep, _number("gone"), {})
    refused = seen.refused
    why = refusal(translate(), refused.key, refused.facts) if refused is not None else ""
    return render_template("doubles/compare.html", seen=seen, why=why)


@pages.post("/doubles/compare")
def act() -> Response:
    """Merge the two, or keep that they are different; a refused merge says why on a page of its own."""
    return dispatch({"merge": _merge, "different": _different}, 0)


@pages.post("/doubles/undo/<int:number>")
def undo(number: int) -> Response:
    """Undo a merge in one step; refused whole where something has changed since."""
    if number > GREATEST_ID:
        raise BadRequest
    perform(lambda session, at, by: unmerge.undo_merge(session, at, by, number))
    return done("done.unmerge", _source(_number("source", request.form)))


def _merge(_thing: int) -> Response:
    chosen = list(request.form.items())[:_MOST_CHOICES]
    choices = {name.removeprefix("choice-"): value for name, value in chosen if name.startswith("choice-")}
    keep, gone = _number("keep", request.form), _number("gone", request.form)
    merging = merge.Merging(keep, gone, choices, request.form.get("stamp", ""))
    perform(lambda session, at, by: merge.merge(session, at, by, merging))
    return done("done.merge", f"{_source(keep)}#merges")


def _different(_thing: int) -> Response:
    pair = _number("keep", request.form), _number("gone", request.form)
    perform(lambda session, at, by: doubles.call_different(session, at, by, pair))
    flash(translate()("done.different"), "good")
    return redirect(url_for("doubles.overview"), 303)


def _source(number: int) -> str:
    """Return the address of a source as it is known now."""
    with sessions().read() as session:
        return url_for("sources.source", key=kept_key(session, number))


def _number(name: str, values: Mapping[str, str] | None = None) -> int:
    """Return the number of a source in an address or a form. RefusedError for what is none."""
    text = (request.args if values is None else values).get(name, "")
    if not text.isascii() or not text.isdecimal() or not 0 < int(text[:12]) <= GREATEST_ID:
        raise RefusedError("refused.double_two", value=text[:80])
    return int(text)
