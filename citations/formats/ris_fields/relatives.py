"""The two relatives of RIS, as its records: PubMed's own export (.nbib, MEDLINE) and EndNote's (.enw, Refer).

Neither has an end of record: an empty line parts them. What RIS has a tag for gets it; any other tag stays, and becomes
a remark; what is NLM's housekeeping is left out. Lines and raw text are those of the file.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from types import MappingProxyType

from citations.formats.incoming import Problem
from citations.formats.ris_fields.records import Record

_MEDLINE = re.compile(r"([A-Z][A-Z0-9]{1,3}) *- (.*)")
_REFER = re.compile(r"%(\S) (.*)")
_MEDLINE_HEAD = re.compile(r"\s*(?:PMID- ?\d|OWN *- ?[A-Z]|STAT- ?\S)")
_REFER_HEAD = re.compile(r"\s*%[0AT] \S[^\n]*\r?\n(?:%\S [^\n]*\r?\n?)")
_MEDLINE_TAGS = MappingProxyType(
    {
        "FAU": "AU", "FED": "ED", "BTI": "BT", "CTI": "T3", "JT": "JF", "TA": "J2", "DP": "PY", "VI": "VL", "IP": "IS",
        "PG": "SP", "IS": "SN", "ISBN": "SN", "EN": "ET", "OT": "KW", "MH": "KW", "GN": "N1", "LR": "",
        "OWN": "", "STAT": "", "DCOM": "", "EDAT": "", "MHDA": "", "CRDT": "", "PHST": "", "PST": "", "JID": "",
        "SB": "", "SO": "", "OTO": "", "DA": "", "ISSN": "SN",
    }
)  # fmt: skip
_REFER_TAGS = MappingProxyType(
    {
        "A": "AU", "E": "ED", "T": "TI", "J": "JF", "B": "T2", "S": "T3", "D": "PY", "8": "DA", "V": "VL", "N": "IS",
        "P": "SP", "I": "PB", "C": "CY", "@": "SN", "R": "DO", "U": "UR", "X": "AB", "K": "KW", "7": "ET", "G": "LA",
        "M": "AN", "Z": "N1", "F": "ID", "[": "Y2", "9": "M3",
    }
)  # fmt: skip
_REFER_TYPES = MappingProxyType(
    {
        "journal article": "JOUR", "electronic article": "JOUR", "magazine article": "MGZN", "book": "BOOK",
        "edited book": "BOOK", "electronic book": "BOOK", "book section": "CHAP", "conference paper": "CONF",
        "conference proceedings": "CONF", "thesis": "THES", "report": "RPRT", "government document": "GOVDOC",
        "standard": "STAND", "web page": "ELEC", "blog": "BLOG", "statute": "STAT", "legal rule or regulation": "LEGAL",
    }
)  # fmt: skip
_DOI = " [doi]"

Tag = tuple[str, str]


def recognises(head: str) -> bool:
    """Say whether the first lines of a file are of one of the two."""
    return _reader(head) is not None


def records(head: str, lines: Iterable[str]) -> Iterator[Record | Problem]:
    """Yield the records of a file whose first lines are ``head``, which ``recognises`` knows."""
    pattern, tagged = _reader(head) or (_MEDLINE, _medline)
    record, begins = list[str](), 1
    for number, line in enumerate(chain(lines, ("",)), 1):
        if line.strip() and not (pattern is _REFER and line.startswith("%0") and _typed(record)):
            begins = begins if record else number
            record.append(line)
            continue
        if record:
            yield _record(begins, record, pattern, tagged)
        record, begins = ([line], number) if line.strip() else ([], number)


def _reader(
    head: str,
) -> tuple[re.Pattern[str], Callable[[list[tuple[str, str, int]]], Iterator[tuple[Tag, int]]]] | None:
    head = head.removeprefix("\ufeff")
    if _MEDLINE_HEAD.match(head):
        return _MEDLINE, _medline
    return (_REFER, _refer) if _REFER_HEAD.match(head) else None


def _typed(record: list[str]) -> bool:
    return any(line.startswith("%0") for line in record)


def _record(
    begins: int,
    lines: list[str],
    pattern: re.Pattern[str],
    tagged: Callable[[list[tuple[str, str, int]]], Iterator[tuple[Tag, int]]],
) -> Record | Problem:
    """Return the record of some lines; lines without a tag before them are no record."""
    pieces: list[tuple[str, list[str], int]] = []
    for number, line in enumerate(lines, begins):
        hit = pattern.fullmatch(line.removeprefix("\ufeff").strip("\r\n"))
        if hit:
            pieces.append((hit[1], [hit[2].strip()], number))
        elif pieces:
            pieces[-1][1].append(line.strip())
    if not pieces:
        return Problem(begins, "".join(lines).rstrip(), "reading.ris_outside")
    said = [(tag, " ".join(parts).strip(), number) for tag, parts, number in pieces]
    made = Record(begins, raws=lines, typed=True, said=True)
    made.tags = [(tag, [text], number) for (tag, text), number in tagged(said) if text]
    return made


def _medline(said: list[tuple[str, str, int]]) -> Iterator[tuple[Tag, int]]:
    names = {tag for tag, _, _ in said}
    book = "BTI" in names or any(tag == "PT" and text.startswith("Book") for tag, text, _ in said)
    yield ("TY", ("CHAP" if "TI" in names else "BOOK") if book else "JOUR"), said[0][2]
    for tag, text, number in said:
        if tag == "PMID":
            yield ("AN", f"PMID {text}"), number
        elif tag == "CN":
            yield ("AU", f"{text},"), number  # a body: so RIS tells it from a person
        elif tag in ("LID", "AID"):
            if text.endswith(_DOI):
                yield ("DO", text.removesuffix(_DOI)), number
            elif text.startswith("http"):
                yield ("UR", text), number
        elif not (tag == "AU" and "FAU" in names) and not (tag == "PT" and text == "Journal Article"):
            yield (_MEDLINE_TAGS.get(tag, tag), text if _MEDLINE_TAGS.get(tag, tag) else ""), number


def _refer(said: list[tuple[str, str, int]]) -> Iterator[tuple[Tag, int]]:
    for tag, text, number in said:
        if tag == "0":
            yield ("TY", _REFER_TYPES.get(text.lower(), text)), number
        else:
            yield (_REFER_TAGS.get(tag, f"%{tag}"), text), number
