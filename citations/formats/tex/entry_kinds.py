"""What the entry types of BibTeX and BibLaTeX are. Data; the words of an entry decide further (``foreign.kinds``)."""

from collections.abc import Collection
from types import MappingProxyType

CHAPTERS = frozenset(
    "inbook incollection inproceedings conference bookinbook suppbook suppcollection inreference".split()  # noqa: SIM905
)
BOOKS = frozenset(
    "book mvbook collection mvcollection booklet proceedings mvproceedings reference mvreference".split()  # noqa: SIM905
)
BOOKISH = BOOKS | CHAPTERS
ARTICLES_IN = frozenset({"article", "periodical", "suppperiodical", "review"})
_ONLINE = ("online", "electronic", "www", "webpage", "dataset", "software")
KINDS = MappingProxyType(
    {
        **dict.fromkeys(CHAPTERS, "chapter"), **dict.fromkeys(BOOKS, "book"), **dict.fromkeys(_ONLINE, "web-page"),
        **dict.fromkeys(("thesis", "phdthesis", "mastersthesis", "bachelorsthesis"), "book"),
        **dict.fromkeys(("report", "techreport", "manual", "standard"), "report"),
        **dict.fromkeys(("legislation", "legal", "jurisdiction"), "law"),
        **dict.fromkeys(ARTICLES_IN, "journal-article"),
    }
)  # fmt: skip
"""Kind of a Reference by entry type; ``misc`` and types nobody knows say nothing."""
_SILENT = frozenset(
    "misc unpublished artwork audio bibnote commentary image letter movie music performance video"  # noqa: SIM905
    " customa customb customc customd custome customf set xdata guideline".split()
)
"""Types that both languages know, and one that many use, but that say nothing of the kind."""
_SIGNS = (
    ({"journal", "journaltitle", "shortjournal"}, "article"),
    ({"booktitle"}, "incollection"),
    ({"school"}, "thesis"),
    ({"institution"}, "report"),
    ({"isbn", "publisher"}, "book"),
)


def told_type(entry: str, fields: Collection[str]) -> str:
    """Return the type that an entry has by its fields, where its own says nothing of the kind; else its own."""
    if entry in KINDS or entry in ("misc", "unpublished"):
        return entry
    return next((told for signs, told in _SIGNS if not signs.isdisjoint(fields)), entry)


def is_known(entry: str) -> bool:
    """Say whether BibTeX or BibLaTeX has this type."""
    return entry in KINDS or entry in _SILENT
