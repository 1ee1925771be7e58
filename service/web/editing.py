"""What the editor's pages share: run an act, show what was wrong beside the form it came from, decide and move on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from flask import flash, redirect, request, url_for
from sqlmodel import Session
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from jobs.ledger import Moment
from jobs.refused import ConflictError, RefusedError, UnknownError
from service.acts import review as reviews
from service.acts.review import Verdict
from service.reads.next_item import NextItem, next_item
from service.reads.outcome import Outcome, outcome
from service.web.edge import moment, sessions, translate, who
from service.web.fields import FormError
from service.wording import refusal

Result = TypeVar("Result")
Thing = TypeVar("Thing", int, str)
TOP = "content"
"""The fragment of a page's main part."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What was wrong with one form of a page: whole sentences, each with the field it is about ("" for none)."""

    act: str
    faults: tuple[tuple[str, str], ...]


def perform(act: Callable[[Session, Moment, str], Result]) -> Result:
    """Run one act in one transaction in the name of whoever is here, and return what it returns."""
    by = who()
    with sessions().write() as session:
        return act(session, moment(), by)


def trouble_of(error: FormError | RefusedError) -> Trouble:
    """Return what to show beside the form; what somebody else did, or what does not exist, is a page of its own."""
    if isinstance(error, ConflictError | UnknownError):
        raise error
    t = translate()
    act = request.form.get("act", "")
    if isinstance(error, RefusedError):
        return Trouble(act, (("", refusal(t, error.key, error.facts)),))
    return Trouble(act, tuple((fault.field, t(fault.key, **fault.facts)) for fault in error.faults))


def sent(act: str) -> MultiDict[str, str]:
    """Return what was typed into one form of the page, nothing for the others: a refused form keeps its words."""
    return request.form if request.form.get("act") == act else MultiDict()


def dispatch(acts: Mapping[str, Callable[[Thing], Response]], thing: Thing) -> Response:
    """Run the act that the form names on the page's thing. BadRequest if the page has none of this name."""
    chosen = acts.get(request.form.get("act", ""))
    if chosen is None:
        raise BadRequest
    return chosen(thing)


def answer(
    acts: Mapping[str, Callable[[Thing], Response]], thing: Thing, shown: Callable[[Thing, Trouble], str]
) -> Response | tuple[str, int]:
    """Run the act that the form names; a refused form comes back on its page, with what was typed and what is wrong."""
    try:
        return dispatch(acts, thing)
    except (FormError, RefusedError) as error:
        return shown(thing, trouble_of(error)), 400


def done(key: str, address: str, **facts: object) -> Response:
    """Say what was done on the page that follows."""
    flash(translate()(key, **facts), "good")
    return redirect(address, 303)


def decide(subject_id: int, verdict: Verdict, *, onward: bool = True, stay: str = "") -> Response:
    """Record a decision; go on with the next item of the queue, or stay, and say what was closed and what is open."""

    def act(session: Session, at: Moment, by: str) -> tuple[Outcome, NextItem | None]:
        row = reviews.review(session, at, by, subject_id, verdict)
        return outcome(session, row), next_item(session, subject_id, at.today) if onward else None

    result, following = perform(act)
    _announce(result)
    if following is not None:
        return redirect(address_of(following), 303)
    return redirect(stay or url_for("queue.queue", _anchor=TOP), 303)


def address_of(item: NextItem) -> str:
    """Return where an item of the queue is worked on, from its top: else a browser keeps the fragment of the form."""
    if item.kind == "statement":
        return url_for("statements.statement", number=item.statement_id, _anchor=TOP)
    if item.kind == "entry":
        return url_for("entries.entry", number=item.subject_id, _anchor=TOP)
    return url_for("pages.page", number=item.page_id, _anchor=TOP)


def _announce(result: Outcome) -> None:
    """Flash what a decision closed, and what stays open and why."""
    t = translate()
    parts = [t(f"decided.{result.decision}")]
    if result.closed:
        parts.append(t("decided.closed", reasons=", ".join(t(f"reason.{reason}.short") for reason in result.closed)))
    if result.until is not None:
        parts.append(t("decided.until", on=result.until))
    else:
        parts += [t(f"stays.{reason}") for reason in result.open]
    flash(" ".join(parts), "good")
