"""Drug information: Fachinformation, Gebrauchsinformation, EPAR, safety letters, of one product or of several."""

import re

from citations.records import Reference
from citations.references.bodies import looks_like_body, split_bodies
from citations.references.editions import read_edition
from citations.references.heads import head
from citations.references.lines import line_of
from citations.references.segments import segments, unquoted

_WORDS = re.compile(
    r"\bFachinfo\b|\b(?:Fach|Gebrauchs|Produkt|Arzneimittel)information(?:en)?\b|\bPackungsbeilage"
    r"|\bBeipackzettel|\bRote-Hand-Brief"
    r"|\bInformationsbrief zu\b|\bsummary of product characteristics|\bprescribing information"
    r"|\bproduct information|\bEPAR\b"
    r"|\bSmPC\b|\bRote Liste\b|\bGelbe Liste\b",
    re.IGNORECASE,
)
_SIGNS = (
    "information",
    "fachinfo ",
    "packungsbeilage",
    "beipackzettel",
    "brief",
    "characteristics",
    "epar",
    "smpc",
    "liste",
)


def read(line: str) -> Reference | None:
    """Return the drug information that a line names, None for any other line."""
    peeled = line_of(line)
    low = peeled.text[:300].lower()
    if peeled.doi or not any(sign in low for sign in _SIGNS) or not _WORDS.search(low):
        return None
    edition = read_edition(peeled.text)
    reference, text = head(edition.text)
    bodies = reference.organisations if not any(map(_WORDS.search, (b.name for b in reference.organisations))) else ()
    text = text if bodies else edition.text
    parts = segments(text)
    lead, colon, rest = text.partition(": ")
    if bodies:
        pass
    elif colon and not _WORDS.search(lead) and looks_like_body(lead):
        bodies, parts = split_bodies(lead), segments(rest)
    elif len(parts) > 1 and not _WORDS.search(parts[0]) and len(parts[0]) < 80:  # noqa: PLR2004 - a name, no sentence
        bodies, parts = split_bodies(parts[0]), parts[1:]
    name, comma, maker = parts[0].rpartition(", ") if parts else ("", "", "")
    if not bodies and comma and looks_like_body(maker):
        bodies, parts = split_bodies(maker), [name]
    if not bodies and len(parts) > 1 and looks_like_body(parts[1]):
        bodies = split_bodies(parts[1])
    if not parts:
        return None
    return Reference(
        "drug-information",
        organisations=bodies,
        title=unquoted(parts[0]),
        version=edition.version,
        year=edition.year if not peeled.stand else None,
        stand=peeled.stand or edition.stand,
        accessed=peeled.accessed,
        url=peeled.url,
    )
