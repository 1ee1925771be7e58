"""Title and journal of an article: what stands between the people and the numbers of the issue is cut in two.

A full stop parts them, "In:", quotation marks, a comma, or nothing but the capitals of the journal's name.
"""

import re

from citations.references.bodies import looks_like_body
from citations.references.cleaning import BREAK
from citations.references.journals import is_abbreviated, is_journal
from citations.references.publishers import is_place, is_publisher
from citations.references.segments import trim

_IN = re.compile(rf"(?:[.,;?!{BREAK}]|[“\"])\s*[Ii]n: ?")
_END = re.compile(rf"[.?!]+[“\"”»]? (?=\S)|… (?=[A-ZÄÖÜ])|; |{BREAK}+\s*|[“”\"»] (?=[A-ZÄÖÜ])")
_IN_QUOTES = tuple(
    re.compile(rf"{opened}(?P<title>[^‘„»\x1e]{{3,600}}?){closed}[,.;:]? (?=\S)")
    for opened, closed in (("[‘']", "[’']"), ("„", '[“”"]'), ("“", '[”"]'), ('"', '["”]'), ("»", "«"))
)
_PLAIN_NAME = re.compile(r"[A-ZÄÖÜ][\w&-]*(?: [\w&-]+){0,7}")
_SMALL_WORD = re.compile(r" (?!of |and |the |in |für |und |der |on )[a-zäöü]+(?: |$)")
"""A word of a title, as no name of a journal has it."""
_ONE_WORD = re.compile(r"[A-ZÄÖÜ][\w-]{0,14}")
_JOURNAL_SHAPE = re.compile(
    r"[A-ZÄÖÜ][A-Za-zäöü-]+\.?(?: (?:of|and|the|in|&|der|für|und|des|[A-ZÄÖÜ][A-Za-zäöü-]*\.?)){0,6}"
)
_NEVER_ALONE = frozenset(
    (
        "Med", "Surg", "Oncol", "Dis", "Int", "Clin", "Res", "Sci", "Biol", "Ther", "Rep", "Am", "Br", "Engl", "Soc",
        "Ges", "Dermatol", "Cardiol", "Urol", "Gastroenterol", "Neurol", "Assoc", "Health", "Psychiatr", "Pediatr",
        "Rheum", "Rheumatol", "Nutr", "Endocrinol", "Metab", "Immunol", "Hepatol", "Nephrol", "Ophthalmol", "Orthop",
        "Radiol", "Pharmacol", "Pathol", "Infect", "Epidemiol", "Gynecol", "Obstet", "Wochenschr", "Arztebl", "Care",
        "Photobiol", "Toxicol", "Microbiol", "Physiol", "Biochem", "Anesthesiol", "Anaesthesiol", "Hematol",
    )
)  # fmt: skip
"""Words that end the name of a journal and are none alone ("Ann. Intern. Med.")."""
_GOES_ON = re.compile(r"\d+|(?:with|of|in|for|and|to|by|und|bei|mit|von|der|die|des|zu[rm]?|für)")
"""A word that a title cannot end with: "... with Type 2 Diabetes" names no journal."""
_SHORT = 8
_LONGEST = 140
_BARE_JOURNAL = 40
_EDGES = f" \t\n.;,{BREAK}"


def split_journal(text: str, *, weak: bool, loose: bool = False) -> tuple[str, str] | None:
    """Return (title, journal) of what stands between people and tail, None where no journal can be told.

    ``weak`` asks for a journal that is known by its words; ``loose`` lets pass the shape of an unknown journal's name.
    """
    text = text.rstrip(f" .,;:({BREAK}").removeprefix("in: ").removeprefix("In: ")
    found = _parted(text, weak=weak)
    if found:
        return found
    ends = list(_END.finditer(text))[-_SHORT:]
    while ends and text[ends[-1].end() :].startswith("("):
        ends.pop()
    chain = _chain(text, ends)
    if chain:
        return text[: chain.start()].rstrip(_EDGES), trim(text[chain.end() :])
    for place in range(len(ends) - 1, -1, -1):
        journal = text[ends[place].end() :]
        title = text[: ends[place].end()].rstrip(f" .,;{BREAK}")
        if not _runs_back(title, journal, place):
            named = journal[:1].isupper() or journal[1:2].isupper() or is_journal(journal)
            ok = is_journal(journal) if weak else len(journal) <= _LONGEST and named
            ok = ok or (loose and " " in title and named_like_journal(trim(journal)))
            return (_closed(text, ends[place].start(), title), trim(journal)) if ok else _by_words(text)
    before, comma, behind = text.rpartition(", ")
    apart = comma and is_journal(behind) and (_SMALL_WORD.search(before) or not is_journal(before))
    if text and is_journal(text) and len(text) <= _BARE_JOURNAL and not apart:
        return "", text
    return _by_words(text)


def _parted(text: str, *, weak: bool) -> tuple[str, str] | None:
    """Return title and journal that quotation marks, a dash or "In:" part, None where none of them stands."""
    quoted = quoted_title(text)
    behind = trim(quoted[1]) if quoted else ""
    if quoted and (is_journal(behind) or (not weak and _PLAIN_NAME.fullmatch(behind))):
        return quoted[0], behind
    before, dash, behind = text.rpartition(" – ") if " – " in text else ("", "", "")
    if dash and " " in before and is_journal(behind) and ". " not in behind and ", " not in behind:
        return before.rstrip(_EDGES), trim(behind)
    inside = list(_IN.finditer(text)) if "n:" in text else []
    if inside:
        return trim(text[: inside[-1].start() + 1].rstrip(".,;")), trim(text[inside[-1].end() :])
    return None


def _chain(text: str, ends: list[re.Match[str]]) -> re.Match[str] | None:
    """Return the end before a journal of which every word is an abbreviation ("J. Klin. Endokrinol."), or None."""
    for place in range(len(ends) - 2):
        stops = [end.start() for end in ends[place + 1 :]] + [len(text)]
        pieces = [text[end.end() : stop] for end, stop in zip(ends[place:], stops, strict=True)]
        if all(_ONE_WORD.fullmatch(piece) for piece in pieces) and is_journal(pieces[0]):
            return ends[place]
    return None


def quoted_title(text: str) -> tuple[str, str] | None:
    """Return the title in quotation marks that a text begins with, and what stands behind it; None without one."""
    hit = next((hit for form in _IN_QUOTES if (hit := form.match(text))), None)
    return (hit["title"].rstrip(" .,"), text[hit.end() :]) if hit else None


def named_like_journal(name: str) -> bool:
    """Say whether a name has the shape of a journal's ("Endocr Connect") and is no society, publisher or place."""
    shaped = _JOURNAL_SHAPE.fullmatch(name) is not None and len(name) <= _BARE_JOURNAL
    return shaped and not (looks_like_body(name) or is_publisher(name) or is_place(name))


def _closed(text: str, end: int, title: str) -> str:
    """Return the title with the dots or the question mark that belong to it."""
    return title + "..." if text.startswith("...", end) else title


def _runs_back(title: str, journal: str, place: int) -> bool:
    """Say whether the full stop before ``journal`` only ends an abbreviation of its name ("J. Clin. Oncol.")."""
    last = title.rpartition(" ")[2]
    first = journal.partition(" ")[0].strip(".")
    alone = len(last) <= _SHORT or title.rpartition(" ")[0].endswith((".", "?", "!"))
    if place > 0 and journal.strip(" .") in _NEVER_ALONE and last[:1].isupper() and alone:
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
    start = _behind_noun(words, start)
    journal = " ".join(words[start:])
    alone = start == len(words) - 1 or not is_abbreviated(journal)
    within = alone and _GOES_ON.fullmatch(words[start - 1])
    if 0 < start < len(words) and not within and is_journal(journal):
        return trim(" ".join(words[:start])), journal
    return None


def _behind_noun(words: list[str], start: int) -> int:
    """Return where the journal begins in a run of capitals: behind the noun that an article or preposition asks for.

    "... Delir auf der Intensivstation Med Klin" has the noun of its German title before the journal's first word.
    """
    if not 0 < start < len(words) - 1 or not _ASKS_FOR_NOUN.fullmatch(words[start - 1]) or len(words[start]) < _NOUN:
        return start
    behind = words[start + 1]
    return start + 1 if is_journal(behind) and not is_journal(words[start]) else start


_ASKS_FOR_NOUN = re.compile(
    r"de[rsmn]|die|das|im|am|zu[rm]|in|an|auf|aus|bei|mit|nach|ohne|unter|von|vor|für|gegen|durch|als|eine[rsmn]?|ein"
)
_NOUN = 4
"""So long is a noun at least; abbreviations of journals are shorter."""
