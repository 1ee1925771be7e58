"""Where searched words stand in a text: the pieces of an excerpt, each with whether it is a hit. No markup here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citations.search import fold

LONGEST_EXCERPT = 320
_BEFORE = 80
_DASH = r"\s?[-/_\u2010-\u2015]\s?"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text as it stands; ``hit`` where a searched word was found in it."""

    text: str
    hit: bool = False


def excerpt(text: str, words: Sequence[str]) -> tuple[Piece, ...]:
    """Return the part of a text around its first hit, cut into pieces; ``words`` are folded."""
    spans = _spans(text, words)
    start = max(0, spans[0][0] - _BEFORE) if spans and spans[0][1] > LONGEST_EXCERPT else 0
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(text), start + LONGEST_EXCERPT)
    pieces = [Piece("… ")] if start else []
    at = start
    for first, last in spans:
        if first < at or last > end:
            continue
        pieces += [Piece(text[at:first])] if first > at else []
        pieces.append(Piece(text[first:last], hit=True))
        at = last
    pieces.append(Piece(text[at:end] + (" …" if end < len(text) else "")))
    return tuple(piece for piece in pieces if piece.text)


def _spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the words stand, merged and in order. A folded letter may stand for two, and two for one."""
    folded, origin = _folded_with_origin(text)
    found = sorted(
        (origin[match.start()], origin[match.end() - 1] + 1)
        for word in words
        for match in re.finditer(_DASH.join(re.escape(part) for part in word.split("-")), folded)
        if match.end() > match.start()
    )
    merged: list[tuple[int, int]] = []
    for first, last in found:
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _folded_with_origin(text: str) -> tuple[str, list[int]]:
    """Return the text folded letter by letter, and for each folded letter the place it comes from."""
    letters: list[str] = []
    origin: list[int] = []
    for place, char in enumerate(text):
        small = " " if char.isspace() else fold(char)
        letters.append(small)
        origin += [place] * len(small)
    return "".join(letters), origin
