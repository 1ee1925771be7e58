"""One statement: read in its place, bound to sources, decided on."""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from citations.kinds import Decision
from citations.models import Citation
from jobs.refused import RefusedError
from service.acts import cite, statements
from service.acts.locate import locate
from service.reads.statement import StatementSeen, seen_statement
from service.reads.unchecked import unchecked_of
from service.web.edge import moment, sessions
from service.web.editing import TOP, Trouble, answer, decide, done, perform, sent
from service.web.fields import Fault, FormError
from service.web.forms import (
    read_binding,
    read_citation,
    read_contradiction,
    read_harm,
    read_place,
    read_reason,
    read_verdict,
)

pages = Blueprint("statements", __name__)


@pages.get("/statements/<int:number>")
def statement(number: int) -> str:
    """Show a statement with its sources, its open reasons and the forms."""
    return _shown(number)


@pages.post("/statements/<int:number>")
def act(number: int) -> Response | tuple[str, int]:
    """Do what one of the page's forms says; a refused one comes back with what was typed."""
    return answer(_ACTS, number, _shown)


def _shown(number: int, trouble: Trouble | None = None) -> str:
    find = request.args.get("find", "")[:200] if request.method == "GET" else request.form.get("find", "")[:200]
    with sessions().read() as session:
        seen = seen_statement(session, number, moment().today, find)
        unchecked = unchecked_of(session, [one.version.source_id for one in seen.cited], moment().now)
    shown = {
        "seen": seen,
        "unchecked": unchecked,
        "find": find,
        "trouble": trouble,
        "sent": sent,
        "today": moment().today,
    }
    return render_template("statements/statement.html", **shown)


def _decide(number: int) -> Response:
    verdict = read_verdict(request.form)
    with sessions().read() as session:
        seen: StatementSeen = seen_statement(session, number, moment().today)
    if verdict.decision is not Decision.REVISED:
        return decide(seen.standing.subject_id, verdict)
    if verdict.words == " ".join(seen.text.split()):
        raise FormError(Fault("words", "form.same_words"))
    return decide(seen.standing.subject_id, verdict, onward=False, stay=_back(number, TOP))


def _bind(number: int) -> Response:
    binding = read_binding(request.form)
    perform(lambda session, at, by: cite.bind(session, at, by, number, binding))
    return done("done.bound", _back(number, "sources"))


def _unbind(number: int) -> Response:
    citation_id, note = read_citation(request.form)
    _refuse_foreign(number, citation_id)
    perform(lambda session, at, by: cite.unbind(session, at, by, citation_id, note))
    return done("done.unbound", _back(number, "sources"))


def _locate(number: int) -> Response:
    citation_id, locator = read_place(request.form)
    _refuse_foreign(number, citation_id)
    perform(lambda session, at, by: locate(session, at, by, citation_id, locator))
    return done("done.locate", _back(number, "sources"))


def _reject(number: int) -> Response:
    citation_id, note = read_citation(request.form)
    _refuse_foreign(number, citation_id)
    perform(lambda session, at, by: cite.unbind(session, at, by, citation_id, note))
    return done("done.rejected", _back(number, "sources"))


def _harm(number: int) -> Response:
    harm = read_harm(request.form)
    perform(lambda session, at, by: statements.set_harm(session, at, by, number, harm))
    return done("done.harm", _back(number, "facts"))


def _volatile(number: int) -> Response:
    volatile = request.form.get("volatile") == "1"
    perform(lambda session, at, by: statements.set_volatile(session, at, by, number, volatile=volatile))
    return done("done.volatile" if volatile else "done.not_volatile", _back(number, "facts"))


def _no_source(number: int) -> Response:
    because = read_reason(request.form, "because", needed=True)
    perform(lambda session, at, by: statements.declare_no_source(session, at, by, number, because))
    return done("done.no_source", _back(number, "facts"))


def _needs_source(number: int) -> Response:
    perform(lambda session, at, by: statements.declare_no_source(session, at, by, number, ""))
    return done("done.needs_source", _back(number, "facts"))


def _contradict(number: int) -> Response:
    found = read_contradiction(request.form)
    perform(lambda session, at, by: statements.contradict(session, at, by, number, found.on, found.note))
    return done("done.contradicted", _back(number, "flags"))


def _refuse_foreign(number: int, citation_id: int) -> None:
    """Refuse a citation that is not one of this statement: an old screen, or a form made by hand."""
    with sessions().read() as session:
        citation = session.get(Citation, citation_id)
    if citation is None or citation.statement_id != number:
        raise RefusedError("refused.unknown_citation", number=citation_id)


def _back(number: int, where: str) -> str:
    return url_for("statements.statement", number=number, _anchor=where)


_ACTS = {
    "decide": _decide,
    "bind": _bind,
    "unbind": _unbind,
    "reject": _reject,
    "locate": _locate,
    "harm": _harm,
    "volatile": _volatile,
    "no_source": _no_source,
    "needs_source": _needs_source,
    "contradict": _contradict,
}
