"""The board: what is overdue, near and ahead, and what changed since the last visit."""

from flask import Blueprint, render_template, session, url_for

from service.acts import people
from service.acts.people import A_VISIT
from service.reads.board import Board, board
from service.reads.looks import health
from service.reads.what_changed import Change
from service.web.charts import Columns, Value, columns
from service.web.edge import language, moment, person, remember, sessions, settings, translate
from service.words.dates import write_month

pages = Blueprint("board", __name__)


@pages.get("/")
def show() -> str:
    """Show the board."""
    _note_visit()
    with sessions().read() as database:
        seen = board(database, moment().today, person())
        looked = health(database, moment())
    return render_template(
        "board/board.html",
        seen=seen,
        looked=looked,
        today=moment().today,
        chart=_chart(seen),
        address=address_of_change,
        run_hour=settings().sweep_hour,
    )


def address_of_change(change: Change) -> str:
    """Return the address of what changed, "" where it has no page of its own."""
    if change.kind == "page" and change.ref.isdecimal():
        return url_for("pages.page", number=int(change.ref))
    if change.kind == "statement" and change.ref.isdecimal():
        return url_for("statements.statement", number=int(change.ref))
    if change.kind == "source":
        return url_for("sources.source", key=change.ref)
    if change.kind == "list_import" and change.act == "import_sources":
        return url_for("lists.seen", number=int(change.ref))
    return ""


def _note_visit() -> None:
    """Note the visit of a known person once in a while, so that the board of every other click only reads."""
    last = session.get("visit", 0)
    if not person() or moment().now.timestamp() - float(last) < A_VISIT.total_seconds():
        return
    with sessions().write() as database:
        remember(people.arrive(database, moment(), person()).name)


def _chart(seen: Board) -> Columns:
    """Return the months as columns: what is behind us first, then this month and those to come."""
    t = translate()
    values = [Value(seen.before, t("board.before.short"), "", f"{t('board.before')}: {seen.before}", "late")]
    year = ""
    for place, month in enumerate(seen.months):
        name = write_month(language(), month.iso)
        short, _, number = name.partition(" ")
        second, year = ("" if number == year else number), number
        values.append(Value(month.n, short, second, f"{name}: {month.n}", "now" if place == 0 else ""))
    values.append(Value(seen.later, t("board.later.short"), "", f"{t('board.later')}: {seen.later}"))
    return columns(values)
