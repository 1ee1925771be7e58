"""What every library's record of a book is made into: makers, edition, year. Pure; no wire."""

import re
from collections.abc import Iterable

from citations.formats.foreign.names import makers
from citations.formats.foreign.numbers import edition
from citations.records import Reference

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def book(isbn: str, named: Iterable[str], edition_said: str, published: str) -> Reference:
    """Return a book by its ISBN, the people and bodies that are named, the words of its edition and of its date."""
    made = makers(named)
    return Reference(
        kind="book",
        organisations=made.organisations,
        authors=made.authors,
        et_al=made.et_al,
        group_author=made.group_author,
        edition=edition(edition_said, book=True)[0].get("edition", ""),
        year=year_of(published),
        isbn=isbn,
    )


def year_of(text: str) -> int | None:
    """Return the first year that a printed date names ("[2020]", "c1996", "October 21, 2012"), None for none."""
    match = _YEAR.search(re.sub(r"(?<=[a-zA-Z])(?=\d{4})", " ", text))
    return int(match.group()) if match else None
