"""Files under stable addresses that a reference manager, a LaTeX build or a reader of news can pull.

``/export/bibtex`` is everything, ``?page=3`` a page, ``?keys=a,b`` a selection of sources; streamed, so that size costs
no memory. ``?style=ama&locale=en`` prints a list in a published citation style. Words of a file are in the language of
the settings: an address gives everybody the same.
"""

from collections.abc import Iterator

from flask import Blueprint, current_app, request
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from citations.formats import FORMATS
from citations.formats.item import Of
from service.db import Sessions
from service.reads.export import Asked, exported, require
from service.reads.export_changes import Voice
from service.reads.styled_list import printer_for
from service.web import refusals
from service.web.edge import moment, sessions, settings, translate
from service.web.printed_list import wanted_style
from service.words import translator

pages = Blueprint("exports", __name__)

_LARGEST_ROW = 2**31 - 1
_NAMES = {Of.SOURCES: "quellen", Of.STATEMENTS: "aussagen", Of.PAGES: "seiten", Of.CHANGES: "aenderungen"}


@pages.get("/export/<form>")
def export(form: str) -> Response | tuple[str, int]:
    """Give a file in a format; 404 with the formats there are for any other, 404 for a page or key not known."""
    if form not in FORMATS:
        return refusals.page(404, "error.404.title", translate()("export.formats", formats=", ".join(FORMATS)))
    asked = Asked(form, _page(), _keys(), moment().today, printer_for(wanted_style(), form))
    with sessions().read() as session:
        require(session, asked)
    voice = Voice(translator(settings().language, strict=current_app.testing), request.url_root)
    described = FORMATS[form].FORMAT
    answer = Response(_stream(sessions(), asked, voice), content_type=described.content_type)
    how = "inline" if asked.of is Of.CHANGES else "attachment"
    answer.headers["Content-Disposition"] = f'{how}; filename="{_name(asked)}.{described.extension}"'
    return answer


def _stream(database: Sessions, asked: Asked, voice: Voice) -> Iterator[bytes]:
    """Yield the file; the session lives as long as somebody reads."""
    with database.read() as session:
        yield from exported(session, asked, voice)


def _name(asked: Asked) -> str:
    """Return the name of the file without its extension."""
    if asked.page_id is not None and asked.of is Of.PAGES:
        return f"seite-{asked.page_id}"
    page = f"-seite-{asked.page_id}" if asked.page_id is not None else ""
    return f"{_NAMES[asked.of]}{page}{'-auswahl' if asked.keys is not None else ''}"


def _page() -> int | None:
    text = request.args.get("page", "")
    if not text:
        return None
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(_LARGEST_ROW)) or int(text) > _LARGEST_ROW:
        raise BadRequest
    return int(text)


def _keys() -> tuple[str, ...] | None:
    if "keys" not in request.args:
        return None
    return tuple(key.strip() for key in request.args["keys"].split(",") if key.strip())
