"""Looks at the registries: how they go, what a person should look at, and what is decided about what was seen."""

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from flask import Blueprint, flash, redirect, render_template, request, url_for
from sqlmodel import Session
from werkzeug.wrappers import Response

from citations.kinds import LookOutcome
from citations.models import Source, Visit, Watch
from citations.sightings import Pointer
from jobs.known_sources import kept_source
from jobs.ledger import Moment
from jobs.refused import ConflictError, RefusedError, UnknownError
from jobs.watchers.substances import SUBSTANCE
from service.acts.archive import ask, record_answer, wish
from service.acts.choose_offer import decline_offers, take_number, take_successor
from service.acts.edit_source import edit_source
from service.acts.look_by_hand import look_by_hand
from service.looking import places
from service.looking_up import looking
from service.outside import listed
from service.reads.looks import Registry, seen_looks
from service.reads.source import seen_source
from service.reads.source_looks import Offer, looks_of
from service.reads.unchecked import Unchecked
from service.web.edge import moment, sessions, settings, translate, who
from service.web.editing import Trouble, dispatch, done, perform, sent, trouble_of
from service.web.fields import Fields, FormError

pages = Blueprint("looks", __name__)

ARCHIVE_SECONDS = 60.0
"""So long a person waits for the archive; what it has not saved by then is asked for at the next click."""

Take = Callable[[Session, Moment, str, Source, Pointer], None]


@pages.get("/looks")
def overview() -> str:
    """Show how every registry stands, what is silent, and what a person should look at."""
    return _shown()


@pages.post("/looks")
def looked() -> Response | tuple[str, int]:
    """Record that a person looked today; a refused form comes back."""
    try:
        return _looked()
    except (FormError, RefusedError) as error:
        return _shown(trouble_of(error)), 400


def _shown(trouble: Trouble | None = None) -> str:
    with sessions().read() as session:
        seen = seen_looks(session, moment(), places(settings()).bases)
    return render_template("looks/looks.html", seen=seen, trouble=trouble, sent=sent)


def _looked() -> Response:
    """Record a look: unchanged, or changed; what changed is then recorded at the source."""
    fields = Fields(request.form)
    watch_id, changed = fields.number("watch", needed=True) or 0, request.form.get("changed") == "yes"
    note = fields.line("note", needed=changed)
    fields.check()
    with sessions().read() as session:
        watch = session.get(Watch, watch_id)
        key = session.get_one(Source, watch.source_id).key if watch else ""
    if watch is None:
        raise UnknownError("refused.unknown_look", number=watch_id)
    perform(lambda session, at, by: look_by_hand(session, at, by, watch_id, changed=changed, note=note))
    if changed:
        return done("done.looked_changed", url_for("sources.source", key=key, _anchor="fact"))
    return done("done.looked_unchanged", url_for("looks.overview", _anchor="by-hand"))


@pages.post("/looks/sources/<int:number>")
def decide(number: int) -> Response:
    """Take over what a registry offers for a source, or decline it; or wish a page of it to be archived."""
    acts = {"same": _same, "follows": _follows, "decline": _decline, "address": _address, "archive": _archive}
    return dispatch(acts, number)


def _same(number: int) -> Response:
    substance = request.form.get("offer", "").startswith(f"{SUBSTANCE}:")
    done_key = "done.offer_substance" if substance else "done.offer_same"
    return _taken(number, take_number, done_key, successor=False)


def _follows(number: int) -> Response:
    return _taken(number, take_successor, "done.offer_follows", successor=True)


def _taken(number: int, take: Take, said: str, *, successor: bool) -> Response:
    """Take one offer over."""
    names = request.form.getlist("offer")[:1]

    def act(session: Session, at: Moment, by: str) -> str:
        source, (offer,) = _standing(session, at, number, names)
        if offer.successor is not successor:
            raise ConflictError("conflict.offer_gone")
        take(session, at, by, source, offer.pointer)
        return source.key

    return done(said, _source(perform(act)))


def _decline(number: int) -> Response:
    """Keep that none of the offers that were shown is meant."""
    names = request.form.getlist("offer")

    def act(session: Session, at: Moment, by: str) -> str:
        source, offers = _standing(session, at, number, names)
        decline_offers(session, at, by, source, [offer.pointer for offer in offers])
        return source.key

    return done("done.offers_declined", _source(perform(act)))


def _address(number: int) -> Response:
    """Take over the address to which a registry saw a version move."""
    wanted = request.form.get("version", 0, type=int), request.form.get("url", "")

    def act(session: Session, at: Moment, by: str) -> str:
        source = _kept(session, number)
        looks = looks_of(session, seen_source(session, source.key), at.now)
        if wanted not in {(one.version_id, one.new) for one in looks.moved}:
            raise ConflictError("conflict.offer_gone")
        edit_source(session, at, by, wanted[0], {"url": wanted[1]})
        return source.key

    return done("done.address_taken", _source(perform(act)))


def _archive(number: int) -> Response:
    """Have a page of the source kept in the archive; nothing is open while the archive is asked."""
    by = who()
    with sessions().read() as session:
        wished = wish(session, moment(), _kept(session, number), listed(settings().allow_hosts))
    with looking(settings(), moment().today, seconds=ARCHIVE_SECONDS) as client:
        kept = ask(wished, client)
    with sessions().write() as session:
        record_answer(session, moment(), by, wished, kept)
    back = url_for("sources.source", key=wished.source_key, _anchor="archive")
    if kept.failure is None and kept.snapshot is not None:
        return done("done.archived", back, on=kept.snapshot.at.date())
    t = translate()
    why = t(kept.failure.why, **kept.failure.facts) if kept.failure else ""
    older = t("done.archived_older", on=kept.snapshot.at.date()) if kept.snapshot else ""
    flash(" ".join(part for part in (t("done.not_archived", why=why), older) if part), "bad")
    return redirect(back, 303)


def _standing(session: Session, at: Moment, number: int, names: list[str]) -> tuple[Source, list[Offer]]:
    """Return the source and those of its offers that are named; ConflictError where one of them stands no more."""
    source = _kept(session, number)
    looks = looks_of(session, seen_source(session, source.key), at.now)
    standing = {one.name: one for one in looks.offers}
    if not names or not set(names) <= standing.keys():
        raise ConflictError("conflict.offer_gone")
    return source, [standing[name] for name in names]


def _kept(session: Session, number: int) -> Source:
    source = session.get(Source, number)
    if source is None:
        raise UnknownError("refused.unknown_source", key=str(number), near="–")
    return kept_source(session, source)


def _source(key: str) -> str:
    return url_for("sources.source", key=key, _anchor="looks")


def registry_name(slug: str) -> str:
    """Return what a registry is called; one without a name of its own by its short one."""
    t = translate()
    return t(f"registry.{slug}") if t.has(f"registry.{slug}") else slug


def visit_text(visit: Visit) -> str:
    """Return how a look ended, and why where it saw nothing."""
    t = translate()
    searched = not visit.key and visit.outcome is LookOutcome.OK
    said = t("looks.searched") if searched else t(f"looks.outcome.{visit.outcome.value}")
    return f"{said}: {t(visit.why, **visit.facts)}" if visit.why and t.has(visit.why) else said


def unchecked_text(one: Unchecked) -> str:
    """Return that a source is not checked: since when, and where nobody looked."""
    t, name = translate(), registry_name(one.registry)
    if one.since is None:
        return t("looks.never_checked", registry=name)
    return t("looks.unchecked", on=one.since.astimezone(settings().zone).date(), registry=name)


def silence(one: Registry) -> str:
    """Return the alarm about a registry that is silent for too long."""
    t = translate()
    if one.silent_since is None:
        return ""
    silent = (moment().now - one.silent_since).days
    since = one.silent_since.astimezone(settings().zone).date()
    key = "looks.silent" if one.last_good_at else "looks.silent_always"
    return t(key, n=silent, registry=registry_name(one.slug), on=since, every=t("looks.days", one.every_days))


def warning_text(key: str) -> str:
    """Return what to be wary of in a registry's answer; a word that this catalogue lacks as it is."""
    t = translate()
    return t(key) if t.has(key) else key


def job_name(name: str) -> str:
    """Return what a job of the timetable is called."""
    t = translate()
    return t(f"looks.job.{name}") if t.has(f"looks.job.{name}") else name


def openable(url: str) -> bool:
    """Say whether an address is one that a browser may be sent to."""
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


GLOBALS: Mapping[str, Callable[..., object]] = {
    "registry_name": registry_name,
    "visit_text": visit_text,
    "unchecked_text": unchecked_text,
    "silence": silence,
    "warning_text": warning_text,
    "job_name": job_name,
    "openable": openable,
}
"""What templates call by name."""

pages.record_once(lambda state: state.app.jinja_env.globals.update(GLOBALS))
