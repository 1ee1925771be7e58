"""A list of sources comes in: file or pasted text, a look at what would become of it, the decision, the result."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from citations.collector import paused_collector
from citations.formats import FORMATS, READABLE
from jobs.refused import RefusedError
from service.acts import list_drafts
from service.acts.list_drafts import Ticks
from service.acts.plan_list import described, named, plan_list, read_entries
from service.acts.read_list import IS_SHEET, TEXT, ListFile
from service.acts.sheets import keep_sheet
from service.listing import planned, store_planned
from service.reads.list_import import seen_list
from service.remarks import remark
from service.web.edge import moment, sessions, settings, translate, who
from service.web.editing import Trouble, answer, done, perform, trouble_of
from service.web.fields import Fields, FormError

pages = Blueprint("lists", __name__)
pages.record_once(lambda state: state.app.jinja_env.globals.update(remark=remark_text))
LONGEST_PASTE = 2_000_000


@pages.get("/sources/import")
def form() -> str:
    """Show the form for a file or a pasted list."""
    return _form()


@pages.post("/sources/import")
def hand_in() -> Response | tuple[str, int]:
    """Keep what was handed in as a draft and show what would become of it; a sheet goes on to the look at sheets."""
    who()
    try:
        file = _read(request.files.get("file"))
    except FormError as error:
        return _form(trouble_of(error)), 400
    try:
        with paused_collector():
            read = read_entries(file, moment().today)
        plan = planned(sessions(), lambda session: described(plan_list(session, moment().today, read)))
        number = perform(lambda session, at, by: list_drafts.draft_list(session, at, by, plan))
    except RefusedError as error:
        return _sheet(file) if error.key == IS_SHEET else (_form(trouble_of(error)), 400)
    return done("done.list_read", url_for("lists.seen", number=number))


def _sheet(file: ListFile) -> Response | tuple[str, int]:
    """Keep a sheet that was handed in as a list, and go on to what it would change."""
    try:
        number = perform(lambda session, at, by: keep_sheet(session, at, by, named(file), file.data))
    except RefusedError as error:
        return _form(trouble_of(error)), 400
    return redirect(url_for("sheets.preview", number=number), 303)


@pages.get("/sources/import/<int:number>")
def seen(number: int) -> str:
    """Show a draft to be decided on, or what became of a list."""
    return _seen(number)


@pages.post("/sources/import/<int:number>")
def act(number: int) -> Response | tuple[str, int]:
    """Remember what is ticked off and turn the page, store the list, or throw the draft away."""
    return answer({"turn": _turn, "confirm": _confirm, "discard": _discard}, number, _seen)


def _form(trouble: Trouble | None = None) -> str:
    formats = [("", translate()("list.format.auto"))]
    formats += [(slug, translate()(FORMATS[slug].FORMAT.label)) for slug in READABLE]
    typed = request.form if request.method == "POST" else {}
    return render_template(
        "lists/form.html", trouble=trouble, typed=typed, formats=formats, most=settings().max_upload_mb
    )


def _read(file: FileStorage | None) -> ListFile:
    """Return what somebody hands in; FormError if both or neither came, or for a format that is not read."""
    fields = Fields(request.form)
    chosen, pasted = request.form.get("format", ""), request.form.get("text", "")
    named = file is not None and bool(file.filename)
    if chosen and chosen not in READABLE:
        fields.fault("format", "form.no_choice", value=chosen[:80])
    if named and pasted.strip():
        fields.fault("text", "form.file_or_text")
    if not named and not pasted.strip():
        fields.fault("file", "form.list_missing")
    if len(pasted) > LONGEST_PASTE:
        fields.fault("text", "form.too_long", longest=LONGEST_PASTE, length=len(pasted))
    fields.check()
    if file is not None and named:
        return ListFile(file.filename or "", file.stream.read(), chosen)
    plain = pasted.replace("\r\n", "\n").encode("utf-8", "replace")
    return ListFile(translate()("list.pasted"), plain, chosen)


def _seen(number: int, trouble: Trouble | None = None) -> str:
    page, only = request.args.get("page", 1, type=int), request.args.get("only", "")
    with sessions().read() as session:
        found = seen_list(session, number, page, only)
    label = FORMATS[found.format].FORMAT.label if found.format in FORMATS else f"format.{TEXT}"
    template = "lists/draft.html" if found.state == "draft" else "lists/result.html"
    return render_template(template, seen=found, format=translate()(label), trouble=trouble)


def _ticks() -> Ticks:
    """Return what is ticked."""
    fields = Fields(request.form)
    shown, wanted = fields.numbers("shown"), fields.numbers("keep")
    fields.check()
    return Ticks(shown, wanted, unread=request.form.get("unread") == "1")


def _turn(number: int) -> Response:
    """Remember the ticks of this stretch and go to the one the button names."""
    ticks = _ticks()
    page, only = request.args.get("page", 1, type=int), request.args.get("only") or None
    perform(lambda session, _at, _by: list_drafts.leave_out(session, number, ticks.shown, ticks.wanted))
    return redirect(url_for("lists.seen", number=number, page=page, only=only), 303)


def _confirm(number: int) -> Response:
    ticks, by, today = _ticks(), who(), moment().today
    read = planned(sessions(), lambda session: list_drafts.draft_entries(session, today, number))
    result = store_planned(
        sessions(),
        lambda session: list_drafts.plan_draft(session, today, (number, read), ticks),
        lambda session, plan: list_drafts.confirm_list(session, moment(), by, (number, plan), ticks),
    )
    here = url_for("lists.seen", number=number)
    if result is None:
        return done("done.list_before", here)
    return done("done.list_stored", here, kept=result.kept, new=result.new + result.double, known=result.known)


def _discard(number: int) -> Response:
    perform(lambda session, at, by: list_drafts.discard_list(session, at, by, number))
    return done("done.list_discarded", url_for("lists.form"))


def remark_text(why: str, facts: dict[str, str]) -> str:
    """Return a problem or a remark in words."""
    return remark(translate(), why, facts)
