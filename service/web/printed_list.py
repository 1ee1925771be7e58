"""The printed source list of a page with renewed access dates: to copy as text or HTML, or to take away as a file.

In the house's own style, or in a published one: ``/pages/3/list?style=ama&locale=en``.
"""

from flask import Blueprint, make_response, render_template, request
from werkzeug.wrappers import Response

from citations.formats import html, text
from citations.formats.csl.entries import LOCALES
from citations.formats.csl.names import OFFERED
from service.reads.printed_list import as_html, as_text, printed_list
from service.reads.styled_list import HOUSE, Wanted, printer_for, styled_lines, styles_here
from service.web.edge import sessions, settings, translate

pages = Blueprint("printed_list", __name__)


@pages.get("/pages/<int:number>/list")
def printed(number: int) -> str:
    """Show the list as it should be printed now, in the style that was chosen."""
    wanted = wanted_style()
    made = printer_for(wanted)
    with sessions().read() as session:
        seen = printed_list(session, number)
        lines = list(styled_lines(session, made, number)) if made else []
    return render_template(
        "pages/printed.html",
        seen=seen,
        lines=lines,
        text="".join(text.render_lines(lines)) if made else as_text(seen),
        html="".join(html.render_lines(lines)) if made else as_html(seen),
        style=_shown(wanted),
        locale=wanted.locale,
        styles=_menu(wanted),
        locales=LOCALES,
    )


@pages.get("/pages/<int:number>/list.txt")
def text_file(number: int) -> Response:
    """Give the list as plain text, UTF-8."""
    with sessions().read() as session:
        seen = printed_list(session, number)
    answer: Response = make_response(as_text(seen))
    answer.headers["Content-Type"] = "text/plain; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="quellen-{number}.txt"'
    return answer


def wanted_style() -> Wanted:
    """Return the style and the language that the address asks for; the language is the operator's where it says none.

    ``other`` is a style that a person typed because the menu does not name it.
    """
    style = request.args.get("other", "").strip() or request.args.get("style", "").strip()
    locale = request.args.get("locale", "").strip() or settings().language
    return Wanted(style, locale, settings().data_dir / "styles")


def _shown(wanted: Wanted) -> str:
    return wanted.style or HOUSE


def _menu(wanted: Wanted) -> list[tuple[str, str]]:
    """Return the styles to choose from with their names, the chosen one among them; none where none is installed."""
    t, styles = translate(), styles_here(wanted.folder, OFFERED)
    names = dict.fromkeys([HOUSE, *styles, _shown(wanted)]) if styles else {}
    return [(name, t(f"styles.name.{name}") if t.has(f"styles.name.{name}") else name) for name in names]
