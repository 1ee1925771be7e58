"""The printed source list of a page with renewed access dates: to copy as text or HTML, or to take away as a file."""

from flask import Blueprint, make_response, render_template
from werkzeug.wrappers import Response

from service.reads.printed_list import as_html, as_text, printed_list
from service.web.edge import sessions

pages = Blueprint("printed_list", __name__)


@pages.get("/pages/<int:number>/list")
def printed(number: int) -> str:
    """Show the list as it should be printed now."""
    with sessions().read() as session:
        seen = printed_list(session, number)
    return render_template("pages/printed.html", seen=seen, text=as_text(seen), html=as_html(seen))


@pages.get("/pages/<int:number>/list.txt")
def text(number: int) -> Response:
    """Give the list as plain text, UTF-8."""
    with sessions().read() as session:
        seen = printed_list(session, number)
    answer: Response = make_response(as_text(seen))
    answer.headers["Content-Type"] = "text/plain; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="quellen-{number}.txt"'
    return answer
