"""Fields of a source by hand: a new one, an unread entry of a list, an unread line of a page, or a stored version.

In each of them an identifier can be looked up; the form comes back with what was found beside what was typed.
"""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from citations.kinds import SourceKind, Status
from jobs.refused import RefusedError
from service.acts.edit_source import edit_source
from service.acts.fill_in import Filled, FilledIn, add_typed, fill_entry, fill_line
from service.reads.doubles import twins_of
from service.reads.filling import Guess, guess_of, seen_line, seen_version
from service.reads.list_import import seen_entry
from service.reads.source import source_keyed
from service.web import look_up
from service.web.edge import sessions, translate
from service.web.editing import Trouble, done, perform, trouble_of
from service.web.fields import FormError
from service.web.source_form import FAMILIES, LISTS, family_of, read_source_form

pages = Blueprint("filling", __name__)


@pages.get("/sources/new")
def new() -> str:
    """Show the form for a source by hand; the kind is chosen first, or found."""
    return _new()


@pages.post("/sources/new")
def add() -> Response | tuple[str, int] | str:
    """Store the source; a refused form comes back with what was typed."""
    if look_up.stays():
        return _new()
    try:
        filled = _filled()
        found = perform(lambda session, at, by: add_typed(session, at, by, filled))
    except (FormError, RefusedError) as error:
        return _new(_trouble(error)), 400
    return _said(found, url_for("sources.source", key=found.key))


@pages.get("/sources/import/entries/<int:number>")
def entry(number: int) -> str:
    """Show the form beside the text of an entry that nobody could read; the kind is chosen first."""
    return _entry(number)


@pages.post("/sources/import/entries/<int:number>")
def fill_entry_in(number: int) -> Response | tuple[str, int] | str:
    """Make a source of the entry; a refused form comes back with what was typed."""
    if look_up.stays():
        return _entry(number)
    try:
        filled = _filled()
        found = perform(lambda session, at, by: fill_entry(session, at, by, number, filled))
    except (FormError, RefusedError) as error:
        return _entry(number, _trouble(error)), 400
    with sessions().read() as session:
        _, row = seen_entry(session, number)
    return _said(found, url_for("lists.seen", number=row.id, only="problem"))


@pages.get("/pages/lines/<int:number>")
def line(number: int) -> str:
    """Show the form beside a printed line that nobody could read; the kind is chosen first."""
    return _line(number)


@pages.post("/pages/lines/<int:number>")
def fill_line_in(number: int) -> Response | tuple[str, int] | str:
    """Put the source of the line on its page; a refused form comes back with what was typed."""
    if look_up.stays():
        return _line(number)
    try:
        filled = _filled()
        found = perform(lambda session, at, by: fill_line(session, at, by, number, filled))
    except (FormError, RefusedError) as error:
        return _line(number, _trouble(error)), 400
    with sessions().read() as session:
        page_id = seen_line(session, number).page_id
    return _said(found, url_for("pages.page", number=page_id, _anchor="list"))


@pages.get("/sources/versions/<int:number>")
def version(number: int) -> str:
    """Show what is stored of a version, to be corrected."""
    return _version(number)


@pages.post("/sources/versions/<int:number>")
def correct(number: int) -> Response | tuple[str, int] | str:
    """Correct what is stored; before and after stand in the history."""
    if look_up.stays():
        return _version(number)
    try:
        kind, fields, _ = read_source_form(look_up.taken(), all_fields=True)
        stored: dict[str, object] = fields | {"kind": kind.value}
        perform(lambda session, at, by: edit_source(session, at, by, number, stored))
    except (FormError, RefusedError) as error:
        return _version(number, _trouble(error)), 400
    with sessions().read() as session:
        key = seen_version(session, number).key
    return done("done.corrected", url_for("sources.source", key=key, _anchor="history"))


def _trouble(error: FormError | RefusedError) -> Trouble:
    """Return what was wrong, each sentence behind the name of its field."""
    found = trouble_of(error)
    field = str(error.facts.get("field", "")) if isinstance(error, RefusedError) else ""
    return Trouble("fill", tuple(("", _named(name or field, sentence)) for name, sentence in found.faults))


def _named(field: str, sentence: str) -> str:
    name = f"sheet.column.{field}"
    return f"{translate()(name)}: {sentence}" if translate().has(name) else sentence


def _filled() -> Filled:
    kind, fields, accessed = read_source_form(look_up.taken())
    return Filled(kind, fields, accessed)


def _said(found: FilledIn, address: str) -> Response:
    """Say whether the source is new, was known by its identity, or may be one that is stored already."""
    with sessions().read() as session:
        twins = twins_of(session, source_keyed(session, found.key).id or 0) if found.new else ()
    key = "done.filled_double" if twins else "done.filled_new" if found.new else "done.filled_known"
    return done(key, address, title=found.title, named=found.key, twin=twins[0].title if twins else "")


def _new(trouble: Trouble | None = None) -> str:
    return _form(Guess(), "", (url_for("sources.overview"), translate()("sources.title")), trouble)


def _entry(number: int, trouble: Trouble | None = None) -> str:
    with sessions().read() as session:
        seen, row = seen_entry(session, number)
    back = (url_for("lists.seen", number=row.id, only="problem"), row.name)
    return _form(guess_of(seen.raw), seen.raw, back, trouble)


def _line(number: int, trouble: Trouble | None = None) -> str:
    with sessions().read() as session:
        seen = seen_line(session, number)
    back = (url_for("pages.page", number=seen.page_id, _anchor="list"), seen.page_title)
    return _form(guess_of(seen.text), seen.text, back, trouble)


def _version(number: int, trouble: Trouble | None = None) -> str:
    with sessions().read() as session:
        seen = seen_version(session, number)
    back = (url_for("sources.source", key=seen.key), seen.title)
    return _form(Guess(seen.kind, seen.values), "", back, trouble, stored=True)


def _form(guess: Guess, text: str, back: tuple[str, str], trouble: Trouble | None, *, stored: bool = False) -> str:
    """Show the choice of a kind, and once it is chosen or found the fields that sources of the kind have."""
    typed = {**guess.values, **look_up.taken().to_dict()}
    preview = look_up.preview(typed) if look_up.asked_for() else None
    chosen = typed.get("kind") or request.args.get("kind") or (guess.kind.value if stored and guess.kind else "")
    kind = SourceKind(chosen) if chosen in set(SourceKind) else preview.kind if preview else None
    shown = FAMILIES[family_of(kind)] if kind else ()
    more = [name for name in FAMILIES["all"] if name not in shown and (stored or typed.get(name))]
    asked = (typed.get(name, "") for name in ("look_up", *look_up.ASKED_BY))
    return render_template(
        "lists/fill.html",
        text=text,
        back=back,
        heading="fill.correct" if stored else "fill.title" if text else "look_up.add",
        asked=next((one for one in asked if one), ""),
        preview=preview,
        kinds=sorted(
            ((one.value, translate()(f"source_kind.{one.value}")) for one in SourceKind), key=lambda one: one[1]
        ),
        kind=kind,
        guessed=guess.kind,
        shown=shown,
        more=more,
        lists=LISTS,
        typed=typed,
        statuses=list(Status),
        stored=stored,
        trouble=trouble,
    )
