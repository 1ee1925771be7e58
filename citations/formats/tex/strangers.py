r"""What other programs and people put where it does not belong, moved before an entry is read. Never our own entries.

Each of these was met in public files: several ISBNs or addresses in one field (Crossref, Mendeley, EndNote), a title
that is a link, the access date in ``howpublished``, ``location`` beside ``address`` (ACM), names as biber's
``family=…, given=…`` (Better BibTeX), "et al." within a name, ``"`…"'`` of babel.
What then has no field is returned, so that a remark names it: nothing is lost.
"""

import re
from collections.abc import Mapping

from citations.formats.foreign.kinds import OWN_KINDS
from citations.formats.foreign.numbers import MEDIA, isbn
from citations.formats.tex import exact
from citations.formats.tex.entry_kinds import ARTICLES_IN
from citations.formats.tex.people import split_names
from citations.formats.tex.values import one_line
from citations.references.access_dates import find_access

_DOUBLES = (("address", "location"), ("journaltitle", "journal"), ("institution", "school"), ("url", "link"))
"""Fields with one meaning: the first is read. Where ACM gives two places, ``address`` is that of the publisher."""
_ISBN = re.compile(r"\d[\dXx\u2010-\u2015 -]{8,22}[\dXx]")
_HREF = re.compile(r"\\href\s*+\{([^{}]*+)\}\s*+(?=\{)")
_ADDRESS = re.compile(r"(?:https?|ftp)://")
_ANY_ADDRESS = re.compile(r"\\url\s*+\{[^{}]*+\}|https?://[^\s{}]++")
_SITES = MEDIA | {"website", "webseite", "web site", "web page", "webpage", "web", "homepage", "www", "online-quelle"}
_GERMAN = ((re.compile(r'\\?"`'), "„"), (re.compile(r"\\?\"'"), "“"))
_PART = re.compile(r"\s*+(family|given|prefix|suffix)\s*+=\s*+(.*)", re.DOTALL)
_MORE = re.compile(r"(?<![\s,])[\s,]++\{?et\.? ?al\b\.?\}?\s*\Z", re.IGNORECASE)
_BRACED_PERSON = re.compile(r"\{([^\W\d_][^{},]{0,60}, (?:[^\W\d_]\.[ -]?){1,5})\}")
_VERBATIM = frozenset({"url", "doi", "file", "pdf", "eprint", "link"})
MARKED = frozenset({"title", "subtitle", "booktitle", "booksubtitle", "journal", "journaltitle", "series", "publisher"})
"""Fields in which registers and publishers leave markup of HTML."""


def is_stranger(fields: Mapping[str, str]) -> bool:
    """Say whether an entry was not written by us: ours name their kind, or what the fields do not say."""
    return exact.FIELD not in fields and fields.get("keywords") not in OWN_KINDS


def mended(entry: str, fields: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return (the fields with everything where it is read, what has no field then); both as LaTeX text.

    ``entry`` is the type: an article has no ISBN, whatever Mendeley puts there, and two of them are not one source.
    """
    fields, rest = dict(fields), dict[str, str]()
    for kept, other in _DOUBLES:
        if fields.get(kept) and fields.get(other) and one_line(fields[kept]) != one_line(fields[other]):
            rest[other] = fields.pop(other)
    if "shortauthor" in fields and "author" not in fields and "editor" not in fields:
        fields["author"] = fields.pop("shortauthor")  # the only one who is named
    whole = "\n".join(fields.values())
    if '"`' in whole:
        fields |= {name: _quoted(value) for name, value in fields.items() if name not in _VERBATIM}
    for name in ("author", "editor"):
        if name in fields:
            fields[name] = _names(fields[name])
    if "\\href" in whole:
        _linked_title(fields, rest)
    _first_address(fields, rest)
    if entry in ARTICLES_IN and fields.get("isbn"):
        rest["isbn"] = fields.pop("isbn")
    _first_isbn(fields, rest)
    _published_how(fields, rest)
    return fields, rest


def _quoted(value: str) -> str:
    """Return a value with the quotation marks of babel's German as signs."""
    if '"`' in value and "\"'" in value:
        for pattern, sign in _GERMAN:
            value = pattern.sub(sign, value)
    return value


def _names(value: str) -> str:
    """Return a list of names in the one form of BibTeX; a list that needs no change as it is."""
    if "=" not in value and "et" not in value.lower() and "{" not in value:
        return value
    names: list[str] = []
    more = False
    for name in split_names(value):
        braced = _BRACED_PERSON.fullmatch(name)
        said = _extended(name) if "=" in name else braced[1] if braced else name
        short = _MORE.sub("", said)
        more |= short != said
        names.append(short)
    if more:
        names.append("others")
    return " and ".join(names) if names != split_names(value) else value


def _extended(name: str) -> str:
    """Return "von Last, Jr, First" of a name in parts as biber reads it, the name itself where it is none."""
    parts = dict[str, str]()
    for piece in _apart(name):
        hit = _PART.fullmatch(piece)
        if hit is not None:
            said = hit[2].strip().strip('"')
            parts[hit[1]] = "{" + said + "}" if "," in said else said
        elif "=" not in piece:
            return name
    if "family" not in parts:
        return name
    family = " ".join(parts[part] for part in ("prefix", "family") if parts.get(part))
    said = [family, *(parts[part] for part in ("suffix", "given") if parts.get(part))]
    return ", ".join(said) if len(said) > 1 else "{" + family + "}"


def _apart(name: str) -> list[str]:
    """Return the parts of a name between the commas that stand in no braces and no quotation marks."""
    parts, depth, quoted, start = [], 0, False, 0
    for place, sign in enumerate(name):
        depth += (sign == "{") - (sign == "}")
        quoted ^= sign == '"'
        if sign == "," and depth <= 0 and not quoted:
            parts.append(name[start:place])
            start = place + 1
    return [*parts, name[start:]]


def _linked_title(fields: dict[str, str], rest: dict[str, str]) -> None:
    r"""Take the address out of a title that is a link: ``\href{address}{title}``."""
    for name in ("title", "booktitle"):
        for hit in _HREF.finditer(fields.get(name, "")):
            address = hit[1].strip()
            if fields.setdefault("url", address) != address:
                rest["href"] = " ".join(filter(None, (rest.get("href", ""), address)))
        if name in fields:
            fields[name] = _HREF.sub("", fields[name])


def _first_address(fields: dict[str, str], rest: dict[str, str]) -> None:
    """Keep the first of several addresses; what no browser opens, such as ``<Go to ISI>://…``, is none."""
    value = fields.get("url", "")
    parts = value.split() if value.count("://") > 1 else []
    if len(parts) > 1:
        first = next((part for part in parts if _ADDRESS.match(part)), "")
        if first:
            parts.remove(first)
            fields["url"], rest["url"] = first.rstrip(";,"), " ".join(parts)


def _first_isbn(fields: dict[str, str], rest: dict[str, str]) -> None:
    """Keep the first valid of several ISBNs."""
    value = one_line(fields["isbn"]) if "isbn" in fields else ""
    if not value or isbn(value):
        return
    for printed in re.split(r"[,;/()\s]+(?=\S)|[,;/()]", value):
        found = printed if isbn(printed) else ""
        if found:
            fields["isbn"], rest["isbn"] = found, value.replace(found, "", 1).strip(" ,;/")
            return
    hit = _ISBN.search(value)
    if hit is not None and isbn(hit.group()):
        fields["isbn"], rest["isbn"] = hit.group(), value.replace(hit.group(), "", 1).strip(" ,;/")


def _published_how(fields: dict[str, str], rest: dict[str, str]) -> None:
    """Take for a note what tells of the access, and for nothing that it is a page of the web: neither publishes."""
    value = fields.get("howpublished", "")
    if not value:
        return
    words = one_line(_ANY_ADDRESS.sub(" ", value)).strip(" .,;:{}[]()")
    if words.lower() in _SITES:
        rest["howpublished"] = words
        fields["howpublished"] = value.replace(words, "", 1).strip(" .,;:") if words != value else ""
    elif words and find_access(words) is not None:
        fields["note"] = "; ".join(filter(None, (fields.get("note", ""), fields.pop("howpublished"))))
