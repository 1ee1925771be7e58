"""Cuts a line into its parts at sentence ends and BREAKs, knowing the abbreviations of references."""

import re

from citations.references.cleaning import BREAK

_END = re.compile(rf"[.?!;{BREAK}](?:(?<=[.?!])[.?!]*[“\"”»]?(?=\s|$|{BREAK})|(?<={BREAK})|(?<=;)(?=\s))")
"""Begins with the set of its first signs: such a search leaps over letters instead of trying at each of them."""
_LAST_STOP = re.compile(r"(?<!e\.V)(?<!e\. V)\.\s*$")
_EDGES = f" ,;:–—|/·{BREAK}"
_ABBREVIATIONS = frozenset(
    (
        "e.v", "e.v.", "e", "v", "u", "a", "z", "b", "d", "h", "nr", "bd", "aufl", "hrsg", "hg", "prof", "dr", "st",
        "vgl", "ca", "inkl", "bzw", "ggf", "sog", "usw", "evtl", "vs", "al", "no", "vol", "ed", "eds", "abs", "art",
        "max", "min", "mind", "dt", "ges", "proc", "österr", "dtsch", "priv", "co", "o", "i.e", "u.s",
    )
)  # fmt: skip


def _last_word(text: str) -> str:
    return text[max(0, len(text) - 30) :].rpartition(" ")[2].strip("(.").lower()


def _goes_on(before: str) -> bool:
    """Say whether a full stop is that of an abbreviation, or of an ordinal behind an article ("ab dem 50. ...")."""
    word = _last_word(before)
    return word in _ABBREVIATIONS or (word.isdecimal() and _ORDINAL.search(before[-_NEAR:]) is not None)


_ORDINAL = re.compile(r" (?:de[mnrs]|die|das|zum|zur|im|am|bis|ab|vom|beim) \d{1,2}$")
_NEAR = 10


def segments(text: str) -> list[str]:
    """Return the parts of ``text`` without closing full stops; "?" and "!" stay with their part."""
    parts, start = [], 0
    for end in _END.finditer(text):
        sign = end.group()
        if sign == "." and _goes_on(text[start : end.start()]):
            continue
        keep = end.end() if sign[0] in "?!" else end.start() + sign.count("...") * 3
        parts.append(text[start:keep])
        start = end.end()
    last = text[start:]
    parts.append(_LAST_STOP.sub("", last) if last.rstrip().endswith(".") else last)
    return [piece for part in parts if (piece := trim(part))]


def trim(text: str) -> str:
    """Return a part without the separators around it and without brackets that lost their partner."""
    text = text.strip(_EDGES)
    if "(" not in text and ")" not in text and "-" not in text:
        return text
    if text[-1:] == "(" or text[:1] == ")":
        text = text.removesuffix("(").removeprefix(")").strip(_EDGES)
    if text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1].rstrip(" ,;")
    text = text.removeprefix("- ").removeprefix("-- ")
    return text.removesuffix(" -")


_QUOTES = {"„": '“”"', "“": "”", "»": "«", '"': '"', "«": "»", "'": "'", "‚": "‘"}


def unquoted(title: str) -> str:
    """Return a title without the quotation marks around it, also where only one of them was printed."""
    title = trim(title)
    closings = _QUOTES.get(title[:1])
    if closings is None or len(title) == 1:
        return title
    inside = title[1:]
    return title if _early(inside, closings) else trim(inside[:-1] if inside[-1] in closings else inside)


_AFTER_QUOTED = re.compile(rf"\s*(?:$|[,.;:()|{BREAK}]|[–—] )")


def quoted_title(text: str) -> tuple[str, str] | None:
    """Return (title, what follows) of a text that begins with its title in quotation marks, None for any other.

    A quotation that words run on from ("„Fit“ trotz Krebs") is only the beginning of a title.
    """
    text = text.lstrip(_EDGES)
    closings = _QUOTES.get(text[:1], "") if text[:1] not in ("'", "‚") else ""
    end = min((place for sign in closings if (place := text.find(sign, 1)) > 0), default=0)
    if not end or not _AFTER_QUOTED.match(text, end + 1):
        return None
    return trim(text[1:end].rstrip(".")), text[end + 1 :]


def _early(inside: str, closings: str) -> bool:
    return any(0 <= inside.find(sign) < len(inside) - 1 for sign in closings)
