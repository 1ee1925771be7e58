"""Lists in a published citation style: which style was asked for, and the lines it makes.

The order is never the style's. Of a page it is the list's own, with its headings, and prose stays word for word without
a number (domain 4.1); of all sources it is that of the citation keys, in a stream.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from citations.formats.csl.entries import LOCALES, Printer, printer
from citations.formats.csl.names import (
    BrokenStyleError,
    NoStylesError,
    Style,
    UnknownStyleError,
    house_styles,
    installed,
    style_file,
    style_named,
)
from citations.formats.item import ListedOut
from jobs.refused import RefusedError, UnknownError
from service.reads.export_items import export_items
from service.reads.printed_list import printed_list

HOUSE = "house"
"""The name of the house's own style, which is no published one and is printed by ``house_style``."""

FORMS = ("html", "text")
"""The formats that a style is for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A style by name and a language, "" for the house's own and the usual one; ``folder`` holds the house's files.

    ``files`` allows a path instead of a name: for who runs the command, never for who asks over the network.
    """

    style: str
    locale: str
    folder: Path
    files: bool = False


def printer_for(wanted: Wanted, form: str = "text") -> Printer | None:
    """Return the style ready for one list, None for the house's own.

    Raises UnknownError with the nearest names for a style that is not known; RefusedError for a format without styles,
    another language, a file that is no style, or where the extra is not installed.
    """
    if wanted.locale not in LOCALES:
        raise RefusedError("refused.style_locale", value=wanted.locale, allowed=", ".join(LOCALES))
    if wanted.style in ("", HOUSE):
        return None
    if form not in FORMS:
        raise RefusedError("refused.style_form", form=form, forms=", ".join(FORMS))
    try:
        return printer(_style(wanted), wanted.locale)
    except UnknownStyleError as error:
        raise UnknownError("refused.style_unknown", name=error.name, near=", ".join(error.near)) from error
    except BrokenStyleError as error:
        raise RefusedError("refused.style_broken", name=error.name, why=error.why) from error
    except NoStylesError as error:
        raise RefusedError("refused.style_extra", name=wanted.style) from error


def styles_here(folder: Path, offered: Sequence[str]) -> list[str]:
    """Return the names that a menu shows: the house's own files first; nothing where the extra is not installed."""
    return list(dict.fromkeys([*house_styles(folder), *offered])) if installed() else []


def styled_lines(
    session: Session, made: Printer, page_id: int | None, keys: Sequence[str] | None = None
) -> Iterator[ListedOut]:
    """Yield the lines of a page's list, of some citation keys or of all sources in a style. The page must exist."""
    if page_id is None or keys is not None:
        yield from map(made.line, export_items(session, page_id=page_id, keys=keys))
        return
    items = {item.cite_key: item for item in export_items(session, page_id=page_id)}
    for group in printed_list(session, page_id).groups:
        for line in group.lines:
            item = items.get(line.cite_key)
            yield made.line(item, group.title) if item else ListedOut(group.title, line.bullet, line.text)


def _style(wanted: Wanted) -> Style:
    path = Path(wanted.style)
    if wanted.files and (path.suffix == ".csl" or path.name != wanted.style):
        return style_file(path)
    return style_named(wanted.style, wanted.folder)
