"""Frozen records that travel between readers, rules, acts and printers. No database, no clock, hardly a method."""

from dataclasses import dataclass, field

from citations.kinds import Harm, SourceKind, StatementKind


@dataclass(frozen=True, slots=True)
class Organisation:
    """A corporate author: its name and what stood in brackets behind it.

    ``bracket`` holds an abbreviation ("DGGG",) or the members ("Deutsche Krebsgesellschaft", ...);
    ``members`` says which of the two it is (domain 4.1, ``bracket``).
    """

    name: str
    bracket: tuple[str, ...] = ()
    members: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """The fields of one printed reference. Empty means: the line does not say it; nothing is ever invented.

    ``kind`` is one of guideline, patient-guideline, journal-article, systematic-review, book, chapter, report,
    web-page, drug-information, law, other. ``stand``, ``accessed`` and ``valid_until`` are partial ISO dates, such as
    "2022-06". ``style`` names the printer that gives the line back byte for byte, "" where none does.
    """

    kind: str
    guideline_class: str = ""
    organisations: tuple[Organisation, ...] = ()
    authors: tuple[str, ...] = ()
    et_al: bool = False
    group_author: str = ""
    title: str = ""
    container: str = ""
    version: str = ""
    edition_form: str = ""
    year: int | None = None
    month: int | None = None
    volume: str = ""
    issue: str = ""
    pages: str = ""
    stand: str = ""
    accessed: str = ""
    valid_until: str = ""
    awmf_number: str = ""
    doi: str = ""
    pmid: str = ""
    isbn: str = ""
    url: str = ""
    publisher: str = ""
    place: str = ""
    country: str = ""
    series: str = ""
    edition: str = ""
    medium: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A source named inside prose: where, and what the words say of it. ``text[start:end]`` names it."""

    start: int
    end: int
    reference: Reference


@dataclass(frozen=True, slots=True)
class Prose:
    """A line of the list that is a sentence with sources embedded in it (domain 4.1, prose lines)."""

    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A line nobody could read. It stays whole; ``why`` is a catalogue key."""

    why: str


Reading = Reference | Prose | Unread


@dataclass(frozen=True, slots=True)
class ListedLine:
    """One line of a page's printed list of sources, in its group and order. ``text`` is what was printed."""

    text: str
    group: str
    position: int
    bullet: str
    reading: Reading
    irregular: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Identity:
    """One source, one key. ``identifiers`` are (scheme, value) pairs, hard keys first.

    ``key`` is how people and commands name the source: ``awmf:032-044OL``, ``doi:10.1016/...``, ``title:...``.
    """

    kind: SourceKind
    key: str
    identifiers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DraftStatement:
    """A statement of a page before it is stored.

    ``exact``, ``prefix`` and ``suffix`` (up to 32 characters) are a W3C text quote selector over ``PageDraft.text``;
    ``start`` and ``end`` its position there, as a hint only. ``lapses`` is the first day on which what the sentence
    announces is past, as far as its own words say it ("heuer" needs the page's year: ``lapse_rule``).
    """

    kind: StatementKind
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    heading_path: tuple[str, ...]
    time_words: tuple[str, ...]
    harm: Harm
    lapse_rule: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stretch of the page kept out of body and list (navigation, link boxes ...), to be taken back by a person."""

    start: int
    end: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A published page as read. Statements, listed lines and what was set aside cover ``text`` but for the marks.

    ``marks`` are the (start, end) stretches that are neither: white space, bullets, line ends. Together the four
    partition ``text``: nothing of the page is lost. ``notices`` are catalogue keys an editor must see.
    """

    text: str
    title: str
    language: str
    published: str
    statements: tuple[DraftStatement, ...]
    listed: tuple[ListedLine, ...]
    set_aside: tuple[SetAside, ...]
    marks: tuple[tuple[int, int], ...]
    notices: tuple[str, ...] = ()
    encoding: str = "utf-8"
    mentions: tuple[tuple[int, Reference], ...] = field(default=())
