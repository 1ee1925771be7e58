"""A published page comes in: a file or pasted text, and what the import made of it."""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from citations.pages import PageUnreadableError
from jobs.refused import RefusedError
from service.acts.import_page import import_page
from service.reads.import_result import import_result
from service.web.edge import moment, sessions, settings, translate, who
from service.web.editing import Trouble, done, perform, trouble_of
from service.web.fields import FormError
from service.web.forms import FORMATS, read_upload
from service.wording import refusal

pages = Blueprint("imports", __name__)


@pages.get("/pages/import")
def form() -> str:
    """Show the form; an address that is given comes along, for a page that is imported again."""
    return _form()


@pages.post("/pages/import")
def act() -> Response | tuple[str, int]:
    """Import a page and show what came of it; what could not be read keeps what was typed."""
    who()
    try:
        upload = read_upload(request.form, request.files.get("file"))
        result = perform(lambda session, at, by: import_page(session, at, by, upload))
    except PageUnreadableError as error:
        status = 413 if error.key in ("page_too_large", "page_text_too_long") else 400
        fault = ("file", refusal(translate(), error.key, error.facts))
        return _form(Trouble("import", (fault,))), status
    except (FormError, RefusedError) as error:
        return _form(trouble_of(error)), 400
    if result.unchanged:
        return done("done.unchanged", url_for("pages.page", number=result.page_id))
    here = url_for("imports.imported", number=result.page_id)
    return done("done.imported", here, statements=result.statements, new=result.new_statements, lines=result.listed)


@pages.get("/pages/<int:number>/imported")
def imported(number: int) -> str:
    """Show what the newest import of a page left behind."""
    with sessions().read() as session:
        seen = import_result(session, number)
    return render_template("imports/result.html", seen=seen)


def _form(trouble: Trouble | None = None) -> str:
    typed = request.form if request.method == "POST" else request.args
    return render_template(
        "imports/form.html",
        trouble=trouble,
        typed=typed,
        formats=FORMATS,
        most=settings().max_upload_mb,
        today=moment().today,
    )
