"""Places in a source as people write them ("Empfehlung 3.1", "Kap. 4", "5.1–5.4"), in one form that can be compared.

A place that is not understood whole is no place at all: nothing is guessed (domain 6, Citation, locator).
"""

import re
import unicodedata

MOST = 200
"""Places that one locator may name; a longer list is taken for not understood."""

_RECOMMENDATION = (
    r"(?:(?:konsens|evidenz)-?basierte[rsn]?\s+)?"
    r"(?:(?:handlungs|leitlinien|kern)?empfehlung(?:en)?|empf|statements?|recommendations?|rec|expertenkonsens|ek|e)"
    r"\.?(?:\s+(?:nr|no)\.?)?"
)
_WORDS = {
    "": rf"(?:{_RECOMMENDATION}|(?:nr|no)\.?)",
    "chapter": r"(?:kapiteln?|kap|abschnitte?n?|abschn|chapters?|sections?|§)\.?",
    "page": r"(?:seiten?|s|pages?|pp?)\.?",
    "table": r"(?:tabellen?|tab|tables?)\.?",
    "figure": r"(?:abbildung(?:en)?|abb|figures?|fig)\.?",
}
_NUMBER = r"(?:\d{1,4}(?:\.\d{1,3}){1,4}[a-z]?|\d{1,3}-\d{1,3}|\d{1,4}[a-z]?)"
_FROM_TO = rf"(?P<first>{_NUMBER})\.?(?:\s*(?P<to>-|bis|to)\s*(?P<last>{_NUMBER})\.?)?"
_KIND = "|".join(f"(?P<{name or 'recommendation'}>{words})" for name, words in _WORDS.items())
_PART = re.compile(rf"(?:(?:{_KIND})\s*)?{_FROM_TO}(?P<after>\s+{_RECOMMENDATION})?")
_BETWEEN = re.compile(r"\s*(?:[,;/&+]|\bund\b|\bsowie\b|\band\b)\s*")
_DASHES = re.compile(r"\s*[‐‑‒–—−]\s*")


def places(text: str) -> tuple[str, ...]:
    """Return the places a locator names, in a form that can be compared; () where it is not understood whole.

    A recommendation is its bare number ("3.1"), anything else has its kind before it ("chapter:3.1"). The page on
    which a recommendation stands, and the chapter it belongs to, add nothing to its number and are left out.
    """
    folded = _DASHES.sub("-", unicodedata.normalize("NFKC", text)).casefold()
    folded = " ".join(folded.split()).strip(" .,:;()[]")
    found: list[str] = []
    kind = ""
    for part in _BETWEEN.split(folded):
        match = _PART.fullmatch(part)
        if match is None:
            return ()
        kind = _kind(match, kind)
        numbers = _numbers(match)
        if not numbers or len(found) + len(numbers) > MOST:
            return ()
        found += [f"{kind}:{number}" if kind else number for number in numbers]
    return _telling(tuple(dict.fromkeys(found)))


def _kind(match: re.Match[str], before: str) -> str:
    """Return what a part of a locator counts; without a word, what the part before it counted."""
    if match["recommendation"] or match["after"]:
        return ""
    return next((name for name in _WORDS if name and match[name]), before)


def _numbers(match: re.Match[str]) -> list[str]:
    """Return the numbers from first to last; none where these two do not belong together."""
    first, last = match["first"], match["last"]
    if last is None:
        return [first]
    start, end = first.rpartition("."), last.rpartition(".")
    if start[0] != end[0] or not (start[2].isdecimal() and end[2].isdecimal()):
        return []
    low, high = int(start[2]), int(end[2])
    if not low < high <= low + MOST:
        return []
    return [f"{start[0]}{start[1]}{number}" for number in range(low, high + 1)]


def _telling(found: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the page a recommendation stands on and the chapter that its own number names."""
    numbers = [one for one in found if ":" not in one]
    if not numbers:
        return found
    within = {f"chapter:{number[:at]}" for number in numbers for at, sign in enumerate(number) if sign in ".-"}
    return tuple(one for one in found if one not in within and not one.startswith("page:"))
