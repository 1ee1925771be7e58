"""Sources as files, under stable addresses that a reference manager or a LaTeX build can pull.

``/export/bibtex`` is everything, ``?page=3`` a page, ``?keys=a,b`` a selection; streamed, so that size costs no memory.
"""

from collections.abc import Iterator, Sequence

from flask import Blueprint, request
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from citations.formats import FORMATS
from service.db import Sessions
from service.reads.export import exported, require
from service.web import refusals
from service.web.edge import sessions, translate

pages = Blueprint("exports", __name__)

_LARGEST_ROW = 2**31 - 1


@pages.get("/export/<form>")
def export(form: str) -> Response | tuple[str, int]:
    """Give sources in a format as a file; 404 with the formats there are for any other, 404 for what is not known."""
    if form not in FORMATS:
        return refusals.page(404, "error.404.title", translate()("export.formats", formats=", ".join(FORMATS)))
    page_id, keys = _page(), _keys()
    with sessions().read() as session:
        require(session, page_id=page_id, keys=keys)
    described = FORMATS[form].FORMAT
    answer = Response(_stream(sessions(), form, page_id, keys), content_type=described.content_type)
    name = f"quellen-seite-{page_id}" if page_id else "quellen"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{described.extension}"'
    return answer


def _stream(database: Sessions, form: str, page_id: int | None, keys: Sequence[str] | None) -> Iterator[bytes]:
    """Yield the file; the session lives as long as somebody reads."""
    with database.read() as session:
        yield from exported(session, form, page_id=page_id, keys=keys)


def _page() -> int | None:
    text = request.args.get("page", "")
    if not text:
        return None
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(_LARGEST_ROW)) or int(text) > _LARGEST_ROW:
        raise BadRequest
    return int(text)


def _keys() -> list[str] | None:
    if "keys" not in request.args:
        return None
    return [key.strip() for key in request.args["keys"].split(",") if key.strip()]
