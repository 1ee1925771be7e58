"""Files on their way out: what a format is given, whether it can be given that, and the pieces of the file.

Which versions, pages or changes these are stands in the modules beside this one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from citations.formats import FORMATS, html, text, written
from citations.formats.csl.entries import Printer
from citations.formats.item import ListedOut, Of
from citations.models import Page
from jobs.refused import RefusedError, UnknownError
from service.reads.export_changes import Voice, changes_out
from service.reads.export_items import export_items, kept_keys
from service.reads.export_pages import pages_out, statements_out
from service.reads.printed_list import lines_of, printed_list
from service.reads.styled_list import styled_lines

_LISTS = {"text": text.render_lines, "html": html.render_lines}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: a format, of one page or of all, of some citation keys or of all; known on a day.

    ``style`` prints ``text`` and ``html`` as a published citation style does; without one they are in house style.
    """

    form: str
    page_id: int | None = None
    keys: tuple[str, ...] | None = None
    today: date = date.max
    style: Printer | None = None

    @property
    def of(self) -> Of:
        """What the format is made of."""
        return FORMATS[self.form].FORMAT.of


def exported(session: Session, asked: Asked, voice: Voice) -> Iterator[bytes]:
    """Return the pieces of a file in a format; ``require`` says first whether there is one.

    ``text`` and ``html`` of a page give its printed list as it should stand now, in its own order (domain 4.1).
    """
    require(session, asked)
    page_id, form = asked.page_id, asked.form
    if asked.of is Of.PAGES:
        return written(form, pages_out(session, asked.today, page_id))
    if asked.of is Of.STATEMENTS:
        return written(form, statements_out(session, asked.today, page_id))
    if asked.of is Of.CHANGES:
        return written(form, [changes_out(session, voice, page_id)])
    if asked.style is not None:
        lines = styled_lines(session, asked.style, page_id, asked.keys)
        return (piece.encode() for piece in _LISTS[form](lines))
    if page_id is not None and asked.keys is None and form in _LISTS:
        return (piece.encode() for piece in _LISTS[form](listed_lines(session, page_id)))
    return written(form, export_items(session, page_id=page_id, keys=asked.keys))


def listed_lines(session: Session, page_id: int) -> list[ListedOut]:
    """Return the lines of a page's printed list as they should stand now, with the heading of each group."""
    return lines_of(printed_list(session, page_id))


def require(session: Session, asked: Asked) -> None:
    """Raise RefusedError for keys where the format is not made of sources, UnknownError for a page or key unknown."""
    refuse_keys(asked)
    if asked.page_id is not None and session.get(Page, asked.page_id) is None:
        raise UnknownError("refused.unknown_page", number=asked.page_id)
    if asked.keys:
        kept_keys(session, asked.keys)


def refuse_keys(asked: Asked) -> None:
    """Raise RefusedError where citation keys are given to a format that is not made of sources."""
    if asked.keys is not None and asked.of is not Of.SOURCES:
        forms = ", ".join(slug for slug, module in FORMATS.items() if module.FORMAT.of is Of.SOURCES)
        raise RefusedError("refused.export_keys", form=asked.form, forms=forms)
