"""The tags of a RIS record to an item, in the manners of EndNote, Zotero, Citavi and our own (domain 5.3).

Every text is taken at most once; what nobody took, and what our own writer would not write again for the item, becomes
a remark.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from citations.formats.foreign.dates import ReadDate, read_date
from citations.formats.foreign.draft import Draft, Facts, day_lost, facts
from citations.formats.foreign.kinds import ARTICLE, OWN_KINDS
from citations.formats.foreign.markup import without_markup
from citations.formats.foreign.names import makers
from citations.formats.foreign.note import read_note
from citations.formats.foreign.numbers import MEDIA, doi, edition, isbn, pages, pmid
from citations.formats.incoming import Problem
from citations.formats.item import ExportItem
from citations.formats.ris_fields.records import KNOWN, Record
from citations.formats.ris_fields.writing import record as written_tags
from citations.references.numbers import read_register_number

_KINDS = {
    **dict.fromkeys(("JOUR", "JFULL", "EJOUR", "MGZN", "ABST", "INPR", "JO", "NEWS"), "journal-article"),
    **dict.fromkeys(("BOOK", "EDBOOK", "EBOOK", "WHOLE", "SER", "THES"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP", "CONF", "CPAPER", "DICT", "ENCYC"), "chapter"),
    **dict.fromkeys(("RPRT", "GOVDOC", "STAND", "GRANT"), "report"),
    **dict.fromkeys(("ELEC", "WEB", "BLOG", "ICOMM", "DATA", "DBASE", "COMP", "AGGR"), "web-page"),
    **dict.fromkeys(("LEGAL", "STAT", "BILL", "CASE", "HEAR", "UNBILL", "LAW"), "law"),
    **dict.fromkeys(("GEN", "UNPB", "MANSCPT", "MULTI", "VIDEO", "SOUND", "PAMP", "PCOMM", "SLIDE", "ADVS"), ""),
    **dict.fromkeys(("ART", "MAP", "PAT", "FIGURE"), ""),
}
_BOOKISH = ("book", "chapter")
_PMID_OF = {"C2": "scopus", "C5": "embase"}
"""The tag in which a database that has numbers of its own gives that of PubMed."""
_KEYWORDS = {name: kind for name, kind in OWN_KINDS.items() if "-" in name}
NAMING = frozenset("TI T1 BT CT ST TT AU A1 A2 A3 ED DO M3 L3 UR LK L2 N1 U1".split())  # noqa: SIM905
"""Tags of which one must be there for a record to name a source."""
_NO_JOURNAL = "report", "book", "other", "law", "web-page"


class Tags:
    """The texts of a record by tag, each taken at most once."""

    def __init__(self, record: Record) -> None:
        self._texts: dict[str, list[tuple[str, int]]] = {}
        for tag, pieces, line in record.tags:
            text = ("" if tag in ("UR", "L1", "L2", "L3", "LK", "DO") else " ").join(pieces).strip()
            if text:
                self._texts.setdefault(tag, []).append((text, line))

    def first(self, *names: str) -> str:
        """Take the first text of the first of these tags that has one, "" where none has."""
        for name in names:
            if self._texts.get(name):
                return self._texts[name].pop(0)[0]
        return ""

    def every(self, *names: str) -> list[str]:
        """Take all texts of these tags, in the order of the file."""
        found = [one for name in names for one in self._texts.pop(name, [])]
        return [text for text, _ in sorted(found, key=lambda one: one[1])]

    def matching(self, name: str, taken: set[str]) -> None:
        """Take the texts of a tag that say nothing new."""
        self._texts[name] = [one for one in self._texts.get(name, []) if one[0] not in taken]

    def peek(self, name: str) -> list[str]:
        """Return the texts of a tag without taking them."""
        return [text for text, _ in self._texts.get(name, [])]

    def give_back(self, name: str, text: str) -> None:
        """Put a text back that turned out to be none of what was wanted."""
        self._texts.setdefault(name, []).insert(0, (text, 0))

    def left(self) -> Iterator[tuple[str, list[tuple[str, int]]]]:
        """Yield (tag, its (text, line) pairs) of what nobody took."""
        return ((tag, texts) for tag, texts in self._texts.items() if texts)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the tags of a record say, what was doubtful in them, and the texts nobody took."""

    facts: Facts
    doubtful: list[Problem]
    tags: Tags
    draft: Draft


def visible(record: Record) -> Seen:
    """Return what the tags of a record say."""
    tags = Tags(record)
    doubtful: list[Problem] = []
    types = tags.every("TY")
    kind = _KINDS.get(types[0].upper() if types else "")
    if kind is None:
        doubtful.append(Problem(record.line, types[0] if types else "", "reading.ris_type"))
    if len(types) > 1:
        doubtful.append(Problem(record.line, "\n".join(dict.fromkeys(types[1:])), "reading.ris_doubled_type"))
    draft = Draft(kind or "")
    _identity(draft, tags)
    _titles(draft, tags)
    _imprint(draft, tags)
    for name, text in _dates(draft, tags):
        doubtful.append(Problem(record.line, text, "reading.ris_date", {"tag": name}))
    _notes(draft, tags)
    return Seen(facts(draft), doubtful, tags, draft)


def _identity(draft: Draft, tags: Tags) -> None:
    """Take who made it, its numbers and its addresses."""
    draft.cite_key = tags.first("ID")
    names = tags.every("AU", "A1")
    draft.makers = makers(names or tags.every("A2", "ED") or tags.every("A3"))
    fields = draft.fields
    for tag in ("DO", "M3", "L3", "UR"):
        written = next((text for text in tags.peek(tag) if doi(text)), "")
        if written and "doi" not in fields:
            fields["doi"] = doi(written)
            tags.matching(tag, {written} if tag != "UR" or "doi.org/" in written else set())
    fields["url"] = tags.first("UR", "LK", "L2")
    providers = " ".join((*tags.peek("DB"), *tags.peek("DP"))).lower()
    from_pubmed = any(name in providers for name in ("pubmed", "medline", "nlm"))
    for tag in ("AN", "C2", "C5", "U1", "U2"):
        known = from_pubmed or (tag in _PMID_OF and _PMID_OF[tag] in providers)
        written = next((text for text in tags.peek(tag) if pmid(text) and (known or "pm" in text.lower())), "")
        if written and "pmid" not in fields:
            fields["pmid"] = pmid(written)
            tags.matching(tag, {written})
    # an article has none, whatever Mendeley puts there: two articles of one number are not one source
    book = next((text for text in tags.peek("SN") if isbn(text)), "") if draft.kind != ARTICLE else ""
    if book:
        fields["isbn"] = isbn(book)
        tags.matching("SN", {book})


def _titles(draft: Draft, tags: Tags) -> None:
    """Take the title, and what the source stands in."""
    fields = draft.fields
    own = ("TI", "T1", "BT", "CT") if draft.kind == "book" else ("TI", "T1", "CT")
    fields["title"] = tags.first(*own) or tags.first("ST", "TT")
    for name in own:
        tags.matching(name, {fields["title"]})
    if draft.kind in _NO_JOURNAL:
        fields["series"] = tags.first("T3", "T2", "BT") if draft.kind in ("book", "report") else tags.first("T3")
        fields["container"] = tags.first("JO", "JF", "JA", "J2") or tags.first("T2")
    elif draft.kind == "chapter":
        fields["container"], fields["series"] = tags.first("T2", "BT", "JF", "JO"), tags.first("T3")
    else:
        fields["container"] = tags.first("J2", "JA", "JO", "J1", "JF", "T2", "BT")
        fields["series"] = tags.first("T3")
    for name in ("J2", "JA", "JO", "J1", "JF", "T2", "BT"):
        tags.matching(name, {fields["container"]})
    for name in ("title", "container", "series"):
        fields[name] = without_markup(fields[name])


def _imprint(draft: Draft, tags: Tags) -> None:
    """Take volume, issue, pages, edition, publisher, number and type of work."""
    fields = draft.fields
    fields |= {"volume": tags.first("VL"), "issue": tags.first("IS", "CP"), "publisher": tags.first("PB")}
    fields["place"] = tags.first("CY", "PP")
    start, end = tags.first("SP"), tags.first("EP")
    if not (start or end) and draft.kind == "journal-article":
        start = tags.first("C7", "AR")
    ranged = "-" in start or "–" in start
    if ranged and end and not start.endswith(end):
        tags.give_back("EP", end)
    fields["pages"] = pages(start if ranged or not end or start == end else f"{start}-{end}".lstrip("-"))
    number = next((text for tag in ("M1", "IS", "SV") for text in tags.peek(tag) if read_register_number(text)), "")
    if number:
        fields["awmf_number"] = number
        tags.matching("M1", {number})
        fields["issue"] = "" if fields["issue"] == number else fields["issue"]
    elif draft.kind == "journal-article" and not fields["issue"] and "".join(tags.peek("M1")).isdigit():
        fields["issue"] = tags.first("M1")
    draft.genre = next((text for text in (*tags.peek("M3"), *tags.peek("PT"))), "")
    written = tags.first("ET")
    read, whole = edition(written, book=draft.kind in _BOOKISH) if written else ({}, True)
    fields |= read
    if not whole:
        tags.give_back("ET", written)


def _dates(draft: Draft, tags: Tags) -> list[tuple[str, str]]:
    """Take the dates; return (tag, text) of those that are none, or say more than could be read."""
    odd: list[tuple[str, str]] = []
    found: list[ReadDate] = []
    for name in ("DA", "PY", "Y1", "YR"):
        for text in tags.every(name):
            date = read_date(text)
            odd += [] if date.exact else [(name, text)]
            found += [date] if date.day else []
    days = [date.day for date in found if date.day]
    years = {day.year for day in days}
    draft.issued = max(days, key=lambda day: len(str(day))) if len(years) == 1 else days[-1] if days else None
    if len(years) > 1:
        odd += [("PY", ", ".join(map(str, days)))]
    for text in tags.every("Y2", "RD"):
        date = read_date(text)
        odd += [] if date.exact else [("Y2", text)]
        if date.day and not draft.fields.get("accessed"):
            draft.fields["accessed"] = str(date.day)
    return odd


def _notes(draft: Draft, tags: Tags) -> None:
    """Take the notes: those of the house into their fields; a word alone is the medium of a book."""
    for text in tags.peek("N1"):
        noted = read_note(text)
        if draft.note(noted) and not noted.left:
            tags.matching("N1", {text})
        elif draft.kind == "book" and text.lower() in MEDIA:
            draft.fields["medium"] = text
            tags.matching("N1", {text})
    said = tags.peek("KW")
    draft.source_kind = next((_KEYWORDS[text] for text in said if text in _KEYWORDS), None)
    if len(said) == 1 and (said != ["book"] or draft.kind in _BOOKISH):
        draft.source_kind = OWN_KINDS.get(said[0])  # our kinds of one word may be among a stranger's keywords


def remarks(item: ExportItem, seen: Seen, line: int) -> list[Problem]:
    """Return a remark for what was doubtful, and for every tag of which the item does not carry everything.

    Carried is what was taken, and what our own writer would write again for the item.
    """
    left = list(seen.tags.left())
    again = set(written_tags(item)) if left else set()
    found = list(seen.doubtful)
    if day_lost(seen.draft, item):
        found.append(Problem(line, str(seen.draft.issued), "reading.ris_date", {"tag": "DA"}))
    for tag, texts in left:
        lost = [(text, where or line) for text, where in texts if (tag, text) not in again]
        if lost:
            why = "reading.ris_left" if tag in KNOWN else "reading.ris_unknown"
            raw = "\n".join(dict.fromkeys(text for text, _ in lost))
            found.append(Problem(lost[0][1], raw, why, {"tag": tag}))
    return found
