"""Sources: the list with filter and search, and one source with its versions, accesses, observations and uses."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from citations.kinds import SourceKind, Status
from jobs.facts import record_fact
from jobs.refused import RefusedError
from service.acts import facts
from service.reads.doubles import twins_of
from service.reads.list_import import came_from
from service.reads.merge_preview import merges_of
from service.reads.source import seen_source, source_keyed
from service.reads.source_list import source_stretch
from service.reads.source_looks import looks_of
from service.web.edge import moment, sessions, translate
from service.web.editing import Trouble, dispatch, done, perform, sent, trouble_of
from service.web.fields import FormError
from service.web.forms import read_access, read_fact

pages = Blueprint("sources", __name__)


@pages.get("/sources")
def overview() -> str:
    """Show all sources by title, a stretch at a time."""
    find, kind = request.args.get("find", "")[:200], request.args.get("kind", "")
    chosen = SourceKind(kind) if kind in set(SourceKind) else None
    after = (request.args.get("after", "")[:1000], request.args.get("id", 0, type=int))
    with sessions().read() as session:
        stretch = source_stretch(session, chosen, find, after if after[1] else None)
    shown = {"find": find, "kind": chosen.value if chosen else ""}
    later = bool(after[1])
    return render_template("sources/list.html", stretch=stretch, kinds=list(SourceKind), shown=shown, later=later)


@pages.get("/sources/<path:key>")
def source(key: str) -> str | Response:
    """Show one source; the key of one that was merged leads to the kept one."""
    with sessions().read() as session:
        kept = source_keyed(session, key).key
    return _shown(key) if kept == key else redirect(url_for("sources.source", key=kept), 302)


@pages.post("/sources/<path:key>")
def act(key: str) -> Response | tuple[str, int]:
    """Record an access or a fact; a refused form comes back with what was typed."""
    try:
        return dispatch({"access": _access, "fact": _fact}, key)
    except (FormError, RefusedError) as error:
        return _shown(key, trouble_of(error)), 400


def _shown(key: str, trouble: Trouble | None = None) -> str:
    with sessions().read() as session:
        seen = seen_source(session, key)
        origins = came_from(session, seen.id)
        merges = merges_of(session, seen.id)
        twins = twins_of(session, seen.id)
        looks = looks_of(session, seen, moment().now)
    return render_template(
        "sources/source.html",
        seen=seen,
        came_from=origins,
        merges=merges,
        twins=twins,
        looked=looks,
        statuses=list(Status),
        trouble=trouble,
        sent=sent,
        today=moment().today,
    )


def _access(key: str) -> Response:
    entry = read_access(request.form)
    with sessions().read() as session:
        seen = seen_source(session, key)
    if seen.version(entry.version_id) is None:
        raise RefusedError("refused.unknown_version", number=entry.version_id)
    using = {used.page_id for used in seen.used_on if entry.version_id in used.versions}
    if not set(entry.page_ids) <= using:
        raise RefusedError("refused.access_elsewhere", number=entry.version_id)
    perform(lambda session, at, by: facts.record_access(session, at, by, entry))
    return done("done.access", _back(key, "accesses"), n=len(entry.page_ids))


def _fact(key: str) -> Response:
    fact = read_fact(request.form)
    result = perform(lambda session, at, by: record_fact(session, at, by, source_keyed(session, key), fact))
    if result.conflict:
        flash(translate()("done.conflict", version=result.version or fact.stand, against=result.conflict), "bad")
        return redirect(_back(key, "observations"), 303)
    if result.new_version:
        return done("done.new_version", _back(key, "versions"), version=result.version or fact.stand)
    return done("done.fact", _back(key, "versions"), version=result.version or "–")


def _back(key: str, where: str) -> str:
    return url_for("sources.source", key=key, _anchor=where)
