"""Pages: the list of them, and one page with its statements in place, its sources, its dates and its review."""

from flask import Blueprint, render_template, request, url_for
from sqlmodel import select
from werkzeug.wrappers import Response

from citations.models import Revision
from jobs.refused import RefusedError, UnknownError
from service.acts import pages as page_acts
from service.acts.take_back import take_back
from service.reads.history import history
from service.reads.page import seen_page
from service.reads.page_list import page_stretch
from service.reads.unchecked import unchecked_on
from service.web.edge import moment, sessions
from service.web.editing import Trouble, decide, dispatch, done, perform, sent, trouble_of
from service.web.fields import Fields, FormError
from service.web.forms import read_page_date, read_verdict
from service.web.telling import GLOBALS

pages = Blueprint("pages", __name__)
pages.record_once(lambda state: state.app.jinja_env.globals.update(GLOBALS))


@pages.get("/pages")
def overview() -> str:
    """Show all pages by title, a stretch at a time."""
    find = request.args.get("find", "")[:200]
    after = (request.args.get("after", "")[:500], request.args.get("id", 0, type=int))
    with sessions().read() as session:
        stretch = page_stretch(session, find, after if after[1] else None)
    return render_template("pages/list.html", stretch=stretch, find=find, later=bool(after[1]))


@pages.get("/pages/<int:number>")
def page(number: int) -> str:
    """Show one page as it stands."""
    return _shown(number)


@pages.post("/pages/<int:number>")
def act(number: int) -> Response | tuple[str, int]:
    """Do what one of the page's forms says; a refused one comes back with what was typed."""
    try:
        return dispatch(_ACTS, number)
    except (FormError, RefusedError) as error:
        return _shown(number, trouble_of(error)), 400


@pages.get("/pages/<int:number>/revisions/<int:revision>")
def revision(number: int, revision: int) -> str:
    """Show the text of one imported state of a page, as it was read."""
    wanted = select(Revision).where(Revision.page_id == number, Revision.number == revision)
    with sessions().read() as session:
        row = session.exec(wanted).first()
    if row is None:
        raise UnknownError("refused.unknown_revision", number=revision)
    return render_template("pages/revision.html", row=row)


def _shown(number: int, trouble: Trouble | None = None) -> str:
    with sessions().read() as session:
        seen = seen_page(session, number, moment().today)
        past = history(session, [f"page:{number}"], seen.subject_id)
        unchecked = unchecked_on(session, number, moment().now)
    return render_template(
        "pages/page.html",
        seen=seen,
        unchecked=unchecked,
        history=past,
        trouble=trouble,
        sent=sent,
        today=moment().today,
        reaches=page_acts.REACHES,
    )


def _decide(number: int) -> Response:
    verdict = read_verdict(request.form)
    with sessions().read() as session:
        subject_id = seen_page(session, number, moment().today).subject_id
    return decide(subject_id, verdict, onward=False, stay=_back(number, "review"))


def _published(number: int) -> Response:
    found = read_page_date(request.form)
    perform(lambda session, at, by: page_acts.set_published(session, at, by, number, found.published, found.because))
    return done("done.published", _back(number, "dates"))


def _reach(number: int) -> Response:
    reach = request.form.get("reach", "")
    perform(lambda session, at, by: page_acts.set_reach(session, at, by, number, reach))
    return done("done.reach", _back(number, "dates"))


def _take_back(number: int) -> Response:
    fields = Fields(request.form)
    which = fields.number("set_aside", needed=True) or 0
    fields.check()
    ids = perform(lambda session, at, by: take_back(session, at, by, which))
    return done("done.taken_back", _back(number, "aside"), n=len(ids))


def _back(number: int, where: str) -> str:
    return url_for("pages.page", number=number, _anchor=where)


_ACTS = {"decide": _decide, "published": _published, "reach": _reach, "take_back": _take_back}
