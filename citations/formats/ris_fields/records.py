"""Lines of a RIS file to its records: each with its line, its raw text and its tags. Reads no meaning into them.

The library for RIS gives nothing, and says nothing, for a file with a byte order mark, with one space before the dash
or without ER; what it would be handed is a record already taken apart. So no library is used.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from citations.formats.incoming import Problem

KNOWN = frozenset(
    re.findall(
        r"\S+",
        "TY A1 A2 A3 A4 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CR CT CY DA DB DI DO DP DS ED EP ER ET FD "
        "H1 H2 ID IP IS J1 J2 JA JF JI JO K1 KW L1 L2 L3 L4 LA LB LK LM LT M1 M2 M3 N1 N2 NO NV OL OP PA PB PP PT PY "
        "RD RI RN RP RT SE SF SL SN SP SR ST T1 T2 T3 TA TI TT U1 U2 U3 U4 U5 UK UR VL VO WP WT WV Y1 Y2 YR",
    )
)
"""The tags that programs are known to write."""

_LISTED = frozenset({"AU", "A1", "A2", "A3", "A4", "ED", "KW", "K1"})
_TAG = re.compile(r"(?P<tag>[A-Za-z][A-Za-z0-9])(?P<before>[ \t]{0,4})-(?P<after>[ \t]*)(?P<text>.*)", re.DOTALL)
_NUMBERS = frozenset({"ID", "AN", "DB", "DP"})
_NUMBER_ALONE = re.compile(r"\s*\d{0,9}\.?\s*")


@dataclass(slots=True)
class Record:
    """One record: the line it begins in, its lines, its (tag, pieces of text, line) triples, what was odd about it."""

    line: int
    raws: list[str] = field(default_factory=list)
    tags: list[tuple[str, list[str], int]] = field(default_factory=list)
    odd: list[Problem] = field(default_factory=list)
    room: int = 2
    typed: bool = False
    said: bool = False

    @property
    def raw(self) -> str:
        """The text of the record as it stood in the file, without blank lines at its end."""
        return "".join(self.raws).rstrip()


def records(lines: Iterable[str]) -> Iterator[Record | Problem]:
    """Yield the records of a file, and a Problem for every stretch between them that is none."""
    record: Record | None = None
    junk: list[str] = []
    begins = 1
    for number, line, whole in _numbered(lines):
        tag = _tag(line, record) if whole else None
        if tag and record and tag[0] == "TY" and record.said:
            record.odd.append(Problem(record.line, "", "reading.ris_no_end"))
            yield record
            record = None
        if record is None and (tag is None or tag[0] == "ER"):
            begins = begins if junk else number
            junk += [line] if tag or junk or not _NUMBER_ALONE.fullmatch(line) else []
            continue
        if junk:
            yield _outside(begins, junk)
            junk = []
        record = record or Record(number, room=tag[2] if tag else 2)
        record.raws.append(line)
        if tag and tag[0] == "ER":
            yield record
            record = None
        else:
            _take(record, tag, line, number)
    yield from [_outside(begins, junk)] if junk else []
    if record:
        record.odd.append(Problem(record.line, "", "reading.ris_no_end"))
        yield record


def _numbered(lines: Iterable[str]) -> Iterator[tuple[int, str, bool]]:
    """Yield (number, text, does a line begin here) of lines; a very long one may come in pieces."""
    number, whole = 1, True
    for text in lines:
        yield number, text, whole
        whole = text.endswith(("\n", "\r"))
        number += whole


def _tag(line: str, record: Record | None) -> tuple[str, str, int] | None:
    """Return (tag, text, signs of room before the dash), None for a line that begins with none.

    Without room before the dash a tag is one only where the record began so: "T2-weighted" and "ER-positive" begin
    lines of abstracts. So do words with another case than the tags of the record.
    """
    match = _TAG.fullmatch(line.removeprefix("\ufeff").lstrip(" \t")) if "-" in line else None
    if match is None:
        return None
    name, roomy, text = match["tag"].upper(), len(match["before"]), match["text"].rstrip()
    if name == "TY" or (record is None and name in KNOWN):
        known = name == "TY" and (record is None or roomy or not record.room)
        return (name, text, roomy) if known or roomy else None
    if name == "ER" and text:
        return None
    if record is None or not (roomy or (not record.room and name in KNOWN)):
        return None
    if name not in KNOWN and (roomy < record.room or not match["tag"].isupper()):
        return None
    return name, text, roomy


def _take(record: Record, tag: tuple[str, str, int] | None, line: str, number: int) -> None:
    """Add a line to a record: a tag, one more name or word, or the rest of the text of the tag before."""
    text = tag[1] if tag else line.strip()
    if tag:
        record.tags.append((tag[0], [text], number))
        record.typed |= tag[0] == "TY"
        record.said |= tag[0] not in (_NUMBERS if not record.typed else {"TY"})
    elif text and record.tags and record.tags[-1][0] not in _LISTED:
        record.tags[-1][1].append(text)
    elif text:
        record.tags.append((record.tags[-1][0] if record.tags else "N1", [text], number))


def _outside(line: int, junk: list[str]) -> Problem:
    return Problem(line, "".join(junk).rstrip(), "reading.ris_outside")
