"""Articles in any journal style: NLM, Vancouver, AMA, APA, Springer, Ärzteblatt, "In: ... Band: ...", author-year.

The end of the line is read first (``locators``), then the people at its head, then title and journal between them.
"""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.article_kind import kind_of_article
from citations.references.bodies import bodies_in_title, is_named_body, looks_like_body, split_bodies
from citations.references.cleaning import BREAK
from citations.references.editions import read_edition
from citations.references.guideline_bodies import bodies_around
from citations.references.heads import head
from citations.references.journals import is_journal
from citations.references.lines import Peeled, line_of
from citations.references.locators import Tail, find_tail
from citations.references.people import people_behind
from citations.references.publishers import is_publisher
from citations.references.segments import trim, unquoted

_IN = re.compile(rf"(?:[.,;?!{BREAK}]|[“\"])\s*[Ii]n: ?")
_END = re.compile(rf"[.?!]+[“\"”»]? (?=\S)|; |{BREAK}+\s*|[“”\"»] (?=[A-ZÄÖÜ])")
_CLASS = re.compile(r"\b(S1|S2e|S2k|S2|S3)[- ](?:Leitlinie|guideline)\b[:,]?\s*", re.IGNORECASE)
_AFTER = ("(in German)", "(in English)", "(in French)", "Article in German", "Review")
_AROUND = f" \t\n.;,{BREAK}"
_NO_JOURNAL = re.compile(
    r"\[|^(?:\d|In Kraft\b|[A-ZÄÖÜ][\w .,-]{2,30}(?: \([^()]*\))?: |(?:Lang|Kurz)?(?:version"
    r"|fassung)\b|Auflage|Aufl\b|Kapitel|Stand\b|Teil\b|ISBN)"
    r"|(?:Verlag|Publishers?|Publishing)(?:, [A-ZÄÖÜ][a-zäöü]+)?$",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:der|des) (?P<who>[^:]{3,400}?) (?=(?:zur|zum|zu) [A-ZÄÖÜ])")
_ADJECTIVES = re.compile(
    r"(?:(?:Die|Update|Neue|Aktualisierte|Interdisziplinäre|Deutsche|Updated|German"
    r"|New|The|Evidenzbasierte)\s?){0,4}"
)
_LEAD = re.compile(
    r"(?P<journal>[^\W\d_][^;:\d\x1e]{2,60}?)\.? (?P<tail>(?:1[89]|20)\d\d[^\x1e.]{3,60}?\d)(?:\. |[;:,] )(?=[^\W\d_])"
)
_OWN_SOCIETY = re.compile(
    r" [–—-] (?:S[123][ek]?[- ])?Leitlinie der (?P<who>.{5,200}?)(?: [–—-] (?:[^\W\d_]+ )?(?:19"
    r"|20)\d\d)?(?: [–—-] AWMF.*)?$"
)
_DIGIT = re.compile(r"\d")
_LAST_PIECE = re.compile(r"[.,] ")
_TITLE_YEAR = re.compile(r" \((?P<y>(?:19|20)\d\d)\)?$")
_IN_QUOTES = re.compile(r"(?P<open>[‘'„“\"»])(?P<title>[^‘„»\x1e]{3,600}?)(?P<close>[’'“”\"«])[,.;:]? (?=\S)")
_SOCIETY = re.compile(r"(?<=[.?!] )\((?P<who>[A-Z][A-Za-z&/]{1,10})\) (?=[A-Z])")
_NEVER_ALONE = frozenset(
    (
        "Med", "Surg", "Oncol", "Dis", "Int", "Clin", "Res", "Sci", "Biol", "Ther", "Rep", "Am", "Br", "Engl", "Soc",
        "Ges", "Dermatol", "Cardiol", "Urol", "Gastroenterol", "Neurol", "Assoc", "Health", "Psychiatr", "Pediatr",
        "Rheum", "Rheumatol", "Nutr", "Endocrinol", "Metab", "Immunol", "Hepatol", "Nephrol", "Ophthalmol", "Orthop",
        "Radiol", "Pharmacol", "Pathol", "Infect", "Epidemiol", "Gynecol", "Obstet", "Wochenschr", "Arztebl", "Care",
    )
)  # fmt: skip
"""Words that end the name of a journal and are none alone ("Ann. Intern. Med.")."""
_SHORT = 8
_LONGEST = 140
_BARE_JOURNAL = 40


def read(line: str) -> Reference | None:
    """Return the article of a line whose end names volume or pages of a journal, None for any other line."""
    return _article(line_of(line), weak=False)


def read_weak(line: str) -> Reference | None:
    """Return the article of a line that ends with a journal's name and a year only ("BMJ. 2009.")."""
    peeled = line_of(line)
    if peeled.number or _CLASS.search(peeled.text):
        return None
    return _article(peeled, weak=True) or (_online_first(peeled) if peeled.doi else None)


def _article(peeled: Peeled, *, weak: bool) -> Reference | None:
    text = peeled.text
    tail = find_tail(_without_end(text)) if _DIGIT.search(text) else None
    if tail is None and not weak:
        return _journal_first(peeled)
    if tail is None or (not tail.strong and not weak):
        return None
    reference, rest = _with_society(*head(text[: tail.start]))
    full = bool(tail.year and tail.volume and tail.pages)
    found = split_journal(rest, weak=weak or not (reference.authors or reference.organisations or full))
    if found is None or not _fits(reference, tail, found[1], weak=weak):
        return None
    title, journal = found
    dated = _TITLE_YEAR.search(title) if not (tail.year or reference.year) else None
    if dated:
        reference, title = replace(reference, year=int(dated["y"])), title[: dated.start()]
    behind = None if reference.authors or weak else people_behind(title)
    if behind:
        reference, title = replace(reference, authors=behind[1].authors, et_al=behind[1].et_al), behind[0]
    if not title and not reference.authors and not is_journal(journal):
        return None
    return _finished(reference, peeled, tail, (unquoted(title), journal))


def _fits(reference: Reference, tail: Tail, journal: str, *, weak: bool) -> bool:
    """Say whether tail and journal can be an article's: something dates it, and the journal is no publisher."""
    dated = tail.year or tail.volume or reference.year
    if not dated or (weak and tail.pages and not tail.volume and not reference.year):
        return False
    named = is_publisher(_LAST_PIECE.split(journal)[-1]) or (weak and is_named_body(journal))
    return not (named or _NO_JOURNAL.search(journal))


def _with_society(reference: Reference, rest: str) -> tuple[Reference, str]:
    """Return head and rest without the society that stands in brackets before the journal ("(ASH) Blood Adv")."""
    before = _SOCIETY.search(rest) if ". (" in rest else None
    if before is None or not is_journal(rest[before.end() :]):
        return reference, rest
    reference = replace(reference, organisations=(*reference.organisations, Organisation(before["who"])))
    return reference, rest[: before.start()] + rest[before.end() :]


def _online_first(peeled: Peeled) -> Reference | None:
    """Return the article that has a DOI but no volume yet ("Names (2018) Title. Journal. doi"), None otherwise."""
    reference, rest = head(peeled.text.rstrip(_AROUND))
    found = split_journal(rest, weak=True) if reference.authors and reference.year else None
    if found is None or not found[0]:
        return None
    none = Tail(0, reference.year, None, "", "", "", strong=False)
    return _finished(reference, peeled, none, (unquoted(found[0]), found[1]))


def _journal_first(peeled: Peeled) -> Reference | None:
    """Return the article of a line that begins with its journal ("Gut. 2018;3:4-5. Title. Names"), None otherwise."""
    lead = _LEAD.match(peeled.text)
    tail = find_tail(lead["tail"]) if lead and is_journal(lead["journal"]) else None
    if lead is None or tail is None or not tail.strong or tail.start:
        return None
    rest = peeled.text[lead.end() :].rstrip(_AROUND)
    reference, title = head(rest)
    behind = None if reference.authors else people_behind(rest)
    if behind:
        reference, title = Reference("", authors=behind[1].authors, et_al=behind[1].et_al), behind[0]
    return _finished(reference, peeled, tail, (unquoted(title), trim(lead["journal"]))) if title else None


def _without_end(text: str) -> str:
    """Return the text without what follows the tail: full stops, breaks, "Review", "Article in German"."""
    text = text.rstrip(_AROUND)
    return next((text.removesuffix(end).rstrip(_AROUND) for end in _AFTER if text.endswith(end)), text)


def split_journal(text: str, *, weak: bool) -> tuple[str, str] | None:
    """Return (title, journal) of what stands between people and tail, None where no journal can be told.

    ``weak`` asks for a journal that is known by its words.
    """
    text = text.rstrip(f" .,;:({BREAK}")
    quoted = _IN_QUOTES.match(text)
    if quoted and is_journal(text[quoted.end() :]):
        return quoted["title"], trim(text[quoted.end() :])
    inside = list(_IN.finditer(text)) if "n:" in text else []
    if inside:
        return trim(text[: inside[-1].start() + 1].rstrip(".,;")), trim(text[inside[-1].end() :])
    ends = list(_END.finditer(text))[-_SHORT:]
    while ends and text[ends[-1].end() :].startswith("("):
        ends.pop()
    for place in range(len(ends) - 1, -1, -1):
        journal = text[ends[place].end() :]
        title = text[: ends[place].end()].rstrip(f" .,;{BREAK}")
        if not _runs_back(title, journal, place):
            named = journal[:1].isupper() or is_journal(journal)
            ok = is_journal(journal) if weak else len(journal) <= _LONGEST and named
            return (_closed(text, ends[place].start(), title), trim(journal)) if ok else _by_words(text)
    if text and is_journal(text) and len(text) <= _BARE_JOURNAL:
        return "", text
    return _by_words(text)


def _closed(text: str, end: int, title: str) -> str:
    """Return the title with the dots or the question mark that belong to it."""
    return title + "..." if text.startswith("...", end) else title


def _runs_back(title: str, journal: str, place: int) -> bool:
    """Say whether the full stop before ``journal`` only ends an abbreviation of its name ("J. Clin. Oncol.")."""
    last = title.rpartition(" ")[2]
    first = journal.partition(" ")[0].strip(".")
    if place > 0 and journal.strip(" .") in _NEVER_ALONE and last[:1].isupper() and len(last) <= _SHORT:
        return True
    short = len(last) <= _SHORT and last[:1].isupper() and is_journal(last)
    return place > 0 and short and len(first) <= _SHORT and "." in title.rpartition(" ")[0][-3:]


def _by_words(text: str) -> tuple[str, str] | None:
    """Return title and journal where no full stop parts them: after a comma, or at the last run of capitals."""
    title, comma, journal = text.rpartition(", ")
    if comma and is_journal(journal):
        return title, journal
    words = text.split(" ")
    start = len(words)
    while start > 0 and (
        words[start - 1][:1].isupper()
        or words[start - 1][:1] in "(&"
        or words[start - 1] in ("of", "and", "the", "für")
    ):
        start -= 1
    journal = " ".join(words[start:])
    if 0 < start < len(words) and is_journal(journal):
        return trim(" ".join(words[:start])), journal
    return None


def _unlabelled(reference: Reference, before: str, after: str) -> tuple[Reference, str]:
    """Return reference and title without the words around a class label: "Aktualisierte ... der Gesellschaft X zur"."""
    of = _OF.match(after)
    if of and looks_like_body(of["who"]):
        bodies = split_bodies(re.sub(r" und (?:der|des) (?=[A-ZÄÖÜ])", ", ", of["who"]))
        reference = replace(reference, organisations=(*reference.organisations, *bodies))
        after = after[of.end() :]
    after = re.sub(r"^(?:zur|zum|zu) (?=[A-ZÄÖÜ])|^(?:on|for) (?=\w)", "", trim(after))
    dated = _OWN_SOCIETY.search(after)
    if dated and looks_like_body(dated["who"]):
        reference = replace(reference, organisations=(*reference.organisations, *split_bodies(dated["who"])))
        after = after[: dated.start()]
    after, named = bodies_around(after)
    reference = replace(reference, organisations=(*reference.organisations, *named))
    kept = "" if _ADJECTIVES.fullmatch(trim(before)) else before
    return reference, trim(kept + after) or trim(before)


def _with_version(reference: Reference, title: str) -> tuple[Reference, str]:
    """Return reference and title with the version taken out of it that a guideline names when a journal prints it."""
    edition = read_edition(title, months=False)
    if not edition.version:
        return reference, title
    topic = unquoted(trim(edition.text.replace(f"({BREAK})", BREAK).strip(_AROUND + "–—-(")))
    whole = bool(topic) and BREAK not in topic
    return (
        (replace(reference, version=edition.version, edition_form=edition.form), topic) if whole else (reference, title)
    )


def _finished(reference: Reference, peeled: Peeled, tail: Tail, names: tuple[str, str]) -> Reference:
    title, journal = names
    kind = kind_of_article(title, journal)
    label = _CLASS.search(title)
    if label:
        reference, title = _unlabelled(reference, title[: label.start()], title[label.end() :])
        reference, title = _with_version(reference, title)
    if kind == "guideline":
        named = [body for body in bodies_in_title(title) if body.name not in {b.name for b in reference.organisations}]
        reference = replace(reference, organisations=(*reference.organisations, *named))
        title = re.sub(r"\s*\[[^\]]*\([A-Z]+\)\]$", "", title)
    return replace(
        reference,
        kind=kind,
        guideline_class=label.group(1) if label else "",
        title=title,
        container=journal,
        year=tail.year or reference.year,
        month=tail.month,
        volume=tail.volume,
        issue=tail.issue,
        pages=tail.pages,
        doi=peeled.doi,
        pmid=peeled.pmid,
        url=peeled.url,
        accessed=peeled.accessed,
        stand=peeled.stand,
        awmf_number=peeled.number,
    )
