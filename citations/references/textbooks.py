"""Books told by the one name that everybody calls them by: their first authors', or that of an online book.

"Guyton & Hall Physiology", "StatPearls: Acne". Only known ones: "Magen & Darm Anatomie" has the same form and is none.
"""

import re

from citations.records import Organisation, Reference
from citations.references.cleaning import BREAK
from citations.references.lines import Peeled, line_of
from citations.references.segments import trim

_NAMES = (
    "Adams & Victor", "Aktories & Förstermann", "Bailey & Love", "Benninghoff", "Boron & Boulpaep", "Braunwald",
    "Campbell-Walsh", "Ganong", "Goodman & Gilman", "Guyton", "Guyton & Hall", "Harrison", "Janeway", "Kaplan & Sadock",
    "Kumar & Clark", "Larsen", "Löffler & Petrides", "Morgan & Mikhail", "Murray & Nadel", "Mutschler", "Netter",
    "Rang & Dale", "Robbins & Cotran", "Sabiston", "Schmidt & Lang", "Silbernagl & Despopoulos", "Silbernagl & Lang",
    "Sobotta", "Striebel", "Stryer", "Tintinalli", "Trepel",
)  # fmt: skip
_OWNED = ("Cecil", "Gray", "Miller", "Nelson", "Rosen", "Schwartz", "Williams")
"""Common names, which name a book only with the sign of an owner ("Miller's Anesthesia")."""
_FIELDS = (
    r"(?:Physiolog(?:ie|y)|Anatom(?:ie|y)|Pharma[ck]olog(?:ie|y)|Patholog(?:ie|y)|Neurolog(?:ie|y)|Dermatolog(?:ie|y)"
    r"|Urolog(?:ie|y)|(?:An(?:ä|ae|e)sthes(?:ie|ia|iology|iologie))|Innere Medizin|Internal Medicine|Surgery|Chirurgie"
    r"|Biochem(?:ie|istry)|Bio(?:logie|logy)|Immunolog(?:ie|y)|Pediatrics|Paediatrics|Pädiatrie|Psychiat(?:rie|ry)"
    r"|Radiolog(?:ie|y)|Emergency Medicine|Notfallmedizin|Histolog(?:ie|y)|Neuroanatom(?:ie|y)|Endocrinology"
    r"|Basis of (?:Disease|Therapeutics)|Pathophysiolog(?:ie|y)|Medicine|Medizin|Augenheilkunde|Obstetrics"
    r"|Respiratory Medicine|Nephrology|Kardiologie|Cardiology|Infectious Diseases|the Cell|Cell Biology)"
    r"(?: (?:des Menschen|(?:and|und) [A-Z]\w{3,20}))?"
)
"""The last words of what such a book is called."""
_BOOK = re.compile(
    rf"(?:(?P<who>{'|'.join(sorted(_NAMES, key=len, reverse=True))})(?:['’]s?)?[,:]?"
    rf"|(?P<own>{'|'.join(_OWNED)})['’]s?) "
    rf"(?P<title>(?:(?:[A-ZÄÖÜ][\w-]{{2,20}}|of|der|des|für|and|und|the|in) ){{0,6}}{_FIELDS})"
    r"(?:,? (?P<edition>\d{1,2})(?:/?e(?![a-z])|(?:st|nd|rd|th|\.)? ?(?:[Ee]d(?:ition|n|\.)?|Aufl(?:age|\.)?)))?"
    r"(?:,? \(?(?P<y>(?:19|20)\d\d)\)?)?\.?"
)
_ANY_AND = re.compile(r" (?:and|und) (?=[A-ZÄÖÜ]\w+['’:, ])| ?/ ?|, (?=[A-ZÄÖÜ]\w+: )")


def read(line: str) -> Reference | None:
    """Return the textbook of a line that is one of the known names, a field and at most edition and year."""
    peeled = line_of(line)
    text = peeled.text
    if _ONLINE in text[:_NEAR]:
        return _chapter(peeled)
    hit = _BOOK.fullmatch(_ANY_AND.sub(" & ", text, count=1)) if len(text) <= _LONGEST else None
    if hit is None:
        return None
    return Reference(
        "book",
        authors=tuple((hit["who"] or hit["own"]).split(" & ")),
        title=trim(hit["title"]),
        edition=hit["edition"] or "",
        year=int(hit["y"]) if hit["y"] else None,
    )


_LONGEST = 140
_ONLINE, _NEAR = "StatPearls", 30
_LED = re.compile(
    r"(?:(?P<a>NCBI Bookshelf)(?: ?[/,–-] ?|[:.] ))?StatPearls(?: \[Internet\])?"
    rf"(?:(?: ?[/,] ?| [–—-] | \()(?P<b>NCBI Bookshelf)\)?)?(?::|\.| [–—-]) (?P<title>[^{BREAK}]{{3,300}})"
)
_YEAR_LAST = re.compile(r"[.,]? \(?(?P<y>(?:19|20)\d\d)\)?$")


def _chapter(peeled: Peeled) -> Reference | None:
    """Return the chapter of the online book that leads a line, with the shelf that it stands on; None for others."""
    hit = _LED.match(peeled.text)
    title = trim(hit["title"].rstrip(" .")) if hit else ""
    dated = _YEAR_LAST.search(title)
    title = title[: dated.start()] if dated else title
    if hit is None or not title or ". " in title:
        return None
    shelf = hit["a"] or hit["b"]
    return Reference(
        "chapter",
        organisations=(Organisation(shelf),) if shelf else (),
        title=title,
        container=_ONLINE,
        year=int(dated["y"]) if dated else None,
        stand=peeled.stand,
        accessed=peeled.accessed,
        pmid=peeled.pmid,
        url=peeled.url,
    )
