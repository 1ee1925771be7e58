"""The printed list of sources as a piece of HTML to paste into a page: groups as headings, bullets as lists."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from citations.formats import text
from citations.formats.item import ExportItem, Format, ListedOut

FORMAT = Format("html", "text/html; charset=utf-8", "html", "format.html")


def render(items: Iterable[ExportItem]) -> Iterator[str]:
    """Yield all items as house-style lines, guidelines first, each kind by title."""
    return render_lines(text.listed(items))


def render_lines(lines: Iterable[ListedOut]) -> Iterator[str]:
    """Yield lines as HTML: a heading per group, a paragraph per line, a list where lines had bullets."""
    for group, rows in groupby(lines, key=lambda line: line.group):
        if group:
            yield f"<h3>{escape(group, quote=False)}</h3>\n"
        for bulleted, run in groupby(rows, key=lambda row: bool(row.bullet.strip())):
            tag = "li" if bulleted else "p"
            yield "<ul>\n" if bulleted else ""
            yield from (f"<{tag}>{row.html or escape(row.text, quote=False)}</{tag}>\n" for row in run)
            yield "</ul>\n" if bulleted else ""
