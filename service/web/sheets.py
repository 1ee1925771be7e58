"""A sheet of sources or statements comes back: handed in, looked at row by row, brought in in one transaction."""

from flask import Blueprint, redirect, render_template, request, url_for
from sqlmodel import Session
from werkzeug.wrappers import Response

from citations.formats import FORMATS
from jobs.ledger import Moment
from jobs.refused import RefusedError
from service.acts.list_drafts import discard_list
from service.acts.sheets import SIDES, SheetResult, bring_in, draft, keep_sheet, preview_sheet
from service.reads.sheets import brought_in, was_brought_in
from service.web.edge import language, moment, sessions, settings, translate, who
from service.web.editing import Trouble, done, perform, trouble_of
from service.web.fields import Fault, FormError
from service.wording import refusal
from service.words.dates import write_partial

pages = Blueprint("sheets", __name__)

MOST = 300
"""Rows that a preview shows; the counts are those of the whole sheet."""
_CHOICE = "row-"
_DATED = frozenset({column.name for side in SIDES.values() for column in side.table.columns if column.dated})
_CARRIED = tuple(form for form in ("xlsx", "csv", "statements-xlsx", "statements-csv") if form in FORMATS)


@pages.get("/sheets")
def form() -> str:
    """Show where sheets are taken along and brought back."""
    return _form()


@pages.post("/sheets")
def act() -> Response | tuple[str, int]:
    """Keep what was handed in as a draft and show what it would change."""
    who()
    try:
        name, data = _handed_in()
        number = perform(lambda session, at, by: keep_sheet(session, at, by, name, data))
    except (FormError, RefusedError) as error:
        return _form(trouble_of(error)), 400
    return redirect(url_for("sheets.preview", number=number), 303)


@pages.get("/sheets/<int:number>")
def preview(number: int) -> str | Response:
    """Show what a draft would change as things stand now; one that was brought in leads to what became of it."""
    with sessions().write() as session:
        if was_brought_in(session, number):
            return redirect(url_for("sheets.result", number=number))
        row = draft(session, number)
        result = preview_sheet(session, moment(), row.by, row.data)
        return _preview(row.name, row.by, row.at, number, result)


@pages.post("/sheets/<int:number>")
def apply(number: int) -> Response:
    """Bring a draft in, with the choices made for what changed on both sides, or throw it away."""
    if request.form.get("act") == "discard":
        perform(lambda session, at, by: discard_list(session, at, by, number))
        return done("done.list_discarded", url_for("sheets.form"))
    choices = {name.removeprefix(_CHOICE): value for name, value in request.form.items() if name.startswith(_CHOICE)}

    def bring(session: Session, at: Moment, by: str) -> SheetResult:
        return bring_in(session, at, by, number, choices)

    counts = perform(bring).counts
    here = url_for("sheets.result", number=number)
    told = {outcome: str(counts[outcome]) for outcome in ("changed", "new", "conflict", "problem")}
    return done("done.sheet", here, **told)


@pages.get("/sheets/<int:number>/done")
def result(number: int) -> str:
    """Show what was brought in, and every row that was left out with its content."""
    with sessions().read() as session:
        seen = brought_in(session, number)
    return render_template("sheets/result.html", seen=seen, why=_why, said=_said)


def _handed_in() -> tuple[str, bytes]:
    file = request.files.get("file")
    if file is None or not file.filename:
        raise FormError(Fault("file", "sheet.missing"))
    return file.filename[-200:], file.stream.read()


def _form(trouble: Trouble | None = None) -> str:
    formats = [(slug, FORMATS[slug].FORMAT.label) for slug in _CARRIED]
    return render_template("sheets/form.html", trouble=trouble, most=settings().max_upload_mb, formats=formats)


def _preview(name: str, by: str, at: object, number: int, seen: SheetResult) -> str:
    order = ("problem", "conflict", "changed", "new", "known", "remark", "kept")
    rows = sorted(seen.rows, key=lambda row: (order.index(row.outcome), row.line))
    more = max(0, len(rows) - MOST)
    return render_template(
        "sheets/preview.html",
        name=name,
        by=by,
        at=at,
        number=number,
        seen=seen,
        rows=rows[:MOST],
        more=more,
        why=_why,
        said=_said,
    )


def _said(column: str, text: str) -> str:
    """Return what stands in a cell as it is written here: days in the reader's language, a word for an empty one."""
    if column in _DATED:
        text = write_partial(language(), text)
    return text or translate()("sheet.empty")


def _why(key: str, facts: dict[str, str]) -> str:
    """Return why a row was left out, with the heading of the column that is to blame before it."""
    t, column = translate(), facts.get("column", "")
    said = refusal(t, key, facts)
    return f"{t(f'sheet.column.{column}')}: {said}" if t.has(f"sheet.column.{column}") else said
