"""Brackets in a guideline's line that hold no words of its title: "(DGHO / DGIM 2022)", "(021-016, DGVS/DGNM)"."""

import re

from citations.records import Organisation
from citations.references.bodies import is_named_body, is_short_name, is_society, looks_like_body
from citations.references.cleaning import BREAK
from citations.references.printed_dates import MONTHS
from citations.references.segments import trim

_BRACKET = re.compile(r" ?\((?P<inside>[^()]{2,160})\)")
_BETWEEN = re.compile(rf"[,;/{BREAK}]+ ?| und | & | (?=(?:19|20)\d\d$)")
_YEAR = re.compile(r"(?:Stand:? )?(?:[A-ZÄ][a-zä]{2,8}\.? |(?:\d{1,2}\.)?\d{1,2}[/.])?(?:19|20)\d\d")
_EDITION = re.compile(
    r"(?:Version|V\.?) ?\d{1,2}(?:\.\d{1,2})?|\d{1,2}\. (?:(?:aktualisierte|überarbeitete|erweiterte) )?"
    r"(?:Auflage|Aufl\.?"
    r"|Version|Fassung|Aktualisierung)|(?:Lang|Kurz)(?:version|fassung)"
)
_CLASS = re.compile(r"(?:Klasse )?S(?:1|2e|2k|2|3)(?: ?\+)?")
_NUMBER = re.compile(r"\d{3} ?[-/–] ?\d{3}(?:OL)?")
_REMARK = re.compile(r"(?:current|latest|aktuell|jeweils|derzeit|living guideline)\b", re.IGNORECASE)
_PIECES = re.compile(rf"(?<!e\.V)(?<!e\. V)(?<! e)[.:;](?= |$)|{BREAK}")
_AND = re.compile(r"^ ?(?:(?:und|and|sowie) )?")
_OWN = re.compile(r"\b(?:der|des|von|vom|the) (?=[A-ZÄÖÜ])")


def opened(text: str) -> str:
    """Return a line with its brackets opened where all in them is body, year or register number, and a BREAK between.

    A bracket behind a society holds its other name or its members and stays; one that only says how old the guideline
    is ("(current edition)") goes.
    """
    return _BRACKET.sub(lambda hit: _opened(hit, text), text) if "(" in text else text


def _opened(hit: re.Match[str], text: str) -> str:
    if hit["inside"].isdecimal():  # a year, the commonest
        return hit.group()
    if _REMARK.match(hit["inside"]):
        return BREAK
    before = text[: hit.start()]
    if not trim(before) or before.endswith("al.") or _CLASS.fullmatch(hit["inside"]):
        return hit.group()
    pieces = _pieces(hit["inside"])
    sorts = [_sort(piece) for piece in pieces]
    numbered = BREAK in hit["inside"]  # that was a register number, a date or an address
    short = "body" in sorts  # "(DKG/OnkoZert)": a stranger's short name beside a society's is one as well
    if not (numbered or short or "number" in sorts or "edition" in sorts) or not all(
        sort or (short and is_short_name(piece)) for piece, sort in zip(pieces, sorts, strict=True)
    ):
        return hit.group()
    if _ends_with_body(before):  # asked last, for it is the dearest question
        return hit.group()
    return f"{BREAK} {f' {BREAK} '.join(pieces)} {BREAK}"


def _ends_with_body(text: str) -> bool:
    """Say whether a text ends with the name of an organisation, which may have commas in it."""
    last = trim(_PIECES.split(text[-_NEAR:])[-1])
    starts = {0, last.rfind(", ") + 1, last.rfind(") ") + 1, *(hit.end() for hit in _OWN.finditer(last))}
    return any(looks_like_body(_AND.sub("", last[start:])) for start in starts)


def cut_bodies(title: str) -> tuple[str, tuple[Organisation, ...]]:
    """Return a title without the societies in brackets at its end ("... (DGVS, DGNM)"), and these."""
    hit = _LAST.search(title) if title.endswith(")") else None
    pieces = _pieces(hit["inside"]) if hit and not _ends_with_body(title[: hit.start()]) else []
    if hit is None or not pieces or not all(_sort(piece) == "body" for piece in pieces):
        return title, ()
    return title[: hit.start()], tuple(map(Organisation, pieces))


_LAST = re.compile(r" \((?P<inside>[^()]{2,160})\)$")


def _pieces(inside: str) -> list[str]:
    plain = inside.strip(f" ,;{BREAK}")
    if is_named_body(plain):
        return [plain]
    pieces = [piece for part in _BETWEEN.split(inside) if (piece := trim(part))]
    if len(pieces) > 1 and pieces[-2].lower().rstrip(".") in MONTHS:
        pieces[-2:] = [f"{pieces[-2]} {pieces[-1]}"]
    return pieces


def _sort(piece: str) -> str:
    """Return what a piece of a bracket is, "" for words that may be a title's."""
    if _YEAR.fullmatch(piece):
        return "year"
    if _NUMBER.fullmatch(piece):
        return "number"
    if _CLASS.fullmatch(piece):
        return "number"
    if _EDITION.fullmatch(piece):
        return "edition"
    return "body" if is_society(piece) else ""


_NEAR = 200
