"""Articles told by their shape: a quoted title, a journal in brackets, a journal first, a journal alone at the end."""

import re
from dataclasses import replace
from itertools import islice

from citations.records import Organisation, Reference
from citations.references.bodies import is_named_body, is_society, looks_like_body
from citations.references.cleaning import BREAK, LINE_END
from citations.references.finished_articles import AROUND, YEAR_AT_END, finished
from citations.references.guideline_words import names_guideline
from citations.references.heads import head
from citations.references.journals import ends_with_journal, is_group, is_journal, is_magazine
from citations.references.lines import Peeled
from citations.references.locators import Tail, find_tail
from citations.references.people_behind import people_behind, signed_title
from citations.references.printed_dates import MONTHS
from citations.references.publishers import imprint_of, is_place, is_publisher
from citations.references.segments import trim, unquoted
from citations.references.titles import named_like_journal, quoted_title, split_journal

_NO_TAIL = Tail(0, None, None, "", "", "", strong=False)
_REMARK = re.compile(rf" [–—|] |; |\. (?=\D)|{BREAK}| \((?!\d)")
QUOTE = re.compile(r"[„“»\"]")
_JOURNAL_THEN_QUOTE = re.compile(r"(?P<journal>[^„“»\":;.]{3,60}?)(?: \([^()]{2,40}\))?[,:] (?=[„“»\"])")
_BRACKETED = re.compile(r" \((?P<inside>[^()]{3,80})\)(?=:|$)")
_MOST_BRACKETS = 4
BRACKETED_END = re.compile(r"\d\)(?::|[\s.;,|/·–—]*$)|(?:19|20)\d\d[a-z]?\)? \([^()]{3,60}\)[\s.;,|/·–—]*$")
_NO_JOURNAL = re.compile(
    r"\[|\((?:Hrsg|Hg|eds?)\b|^(?:\d|In Kraft\b|(?:S[123]\w?-)?Leitlinien? de[rs] "
    r"|[A-ZÄÖÜ][\w .,-]{2,30}(?: \([^()]*\))?(?<! ): |(?:Lang|Kurz)?(?:version"
    r"|fassung)\b|Auflage|Aufl\b|Kapitel|Stand\b|Teil\b|ISBN)"
    r"|(?:Diplom|Master|Bachelor|Doktor)arbeit|Dissertation|^Diss\b|^Universit"
    r"|(?:Verlag|Publishers?|Publishing)(?:, [A-ZÄÖÜ][a-zäöü]+)?$"
    r"|\b\d{1,2}\.,? (?:[a-zäöü]{2,20}\.?,? ){0,5}Aufl|\b\d{1,2}(?:st|nd|rd|th) (?:[a-z]{2,10} )?ed(?:n|ition)?\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?P<journal>[^\W\d_][^;:\d\x1e]{2,60}?)\.? (?P<tail>(?:1[89]|20)\d\d[^\x1e.]{3,60}?\d)(?:\. |[;:,] )(?=[^\W\d_])"
)
_SITE = re.compile(r"(?:In: )?(?:[\w-]{2,40}\.){1,3}(?:de|org|com|net|info|int|eu|at|ch|gov|uk)\b")
_MEETING = re.compile(r"(?:Proc(?:eedings)?\.? (?:of )?)?[A-Z][\w-]*[A-Z]")
"""A conference by the short name that its papers are cited under."""
_NAME_AND_YEAR = re.compile(r"(?P<who>[A-ZÄÖÜ][^\d():]{2,60}?),? (?P<y>(?:19|20)\d\d)[a-z]?")
"""What stands before a journal in brackets where a text cites by name and year ("Roe 2019 (Gut)")."""
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_SMALL_WORD = re.compile(r"(?:^| )(?!of |and |the |in |für )[a-zäöü]+(?: |$)")
_LAST_PIECE = re.compile(r"[.,] ")


def fits(reference: Reference, tail: Tail, journal: str, *, weak: bool) -> bool:
    """Say whether tail and journal can be an article's: something dates it, and the journal is no publisher."""
    dated = tail.year or tail.volume or reference.year
    if weak and "uideline" in journal:  # "ESC/ESH Guidelines Hypertension 2018"
        return False
    if not dated or (weak and tail.pages and not tail.volume and not reference.year):
        return False
    last = _LAST_PIECE.split(journal)[-1]
    named = (
        is_publisher(last)
        or is_place(last)
        or imprint_of(last)
        or (weak and (is_named_body(journal) or is_group(journal)) and not is_magazine(journal))
    )
    if (_SITE.match(journal) and not tail.volume) or (weak and LINE_END in journal):
        return False
    return not (named or journal.lower().strip(".") in MONTHS or _NO_JOURNAL.search(journal))


def journal_last(peeled: Peeled) -> Reference | None:
    """Return the article of which no volume is told yet ("Names (2018) Title. Journal. doi"), None otherwise.

    Without a DOI only a name that no title ends with is a journal's.
    """
    if not peeled.doi and (peeled.url or not _ANY_YEAR.search(peeled.text) or not ends_with_journal(peeled.text)):
        return None
    reference, rest = head(peeled.text)  # the same text as other readers ask for: it is kept for a moment
    rest = rest.rstrip(AROUND)
    told = reference.authors and (reference.year or peeled.doi)
    found = split_journal(rest, weak=True) if told else None
    alone = found is not None and not found[0] and reference.year and not (peeled.url or peeled.stand)
    if found is None or not (found[0] or alone):
        return None
    if not reference.year and (_DIGIT.search(found[1]) or not is_journal(found[1])):
        return None
    if not peeled.doi and (
        peeled.url or _SMALL_WORD.search(found[1]) or not fits(reference, _NO_TAIL, found[1], weak=True)
    ):
        return None
    return finished(reference, peeled, _NO_TAIL, (unquoted(found[0]), found[1]))


def _is_spelled_out(name: str) -> bool:
    """Say whether a name is a society's short one with the whole one in brackets ("DGN (... für Neurologie)")."""
    short, bracket, _ = name.partition(" (")
    return bool(bracket) and " " not in short and is_society(short)


def quoted(peeled: Peeled) -> Reference | None:
    """Return the article whose title is quoted beside a journal, with a year or without; None for any other line.

    "Gut, „Title“, 25.07.2025" or "Roe A (2015), "Title", Gut"; behind both a remark may stand.
    """
    lead = _JOURNAL_THEN_QUOTE.match(peeled.text)
    if lead and is_journal(lead["journal"]) and not _is_spelled_out(lead["journal"]):
        reference, journal, rest = Reference(""), lead["journal"], peeled.text[lead.end() :]
    else:
        reference, rest = head(peeled.text)
        journal = ""
    found = quoted_title(f"{rest.replace(BREAK, '|')} .") if journal or reference.authors else None
    if found is None or peeled.accessed:
        return None
    title, behind = found
    behind = YEAR_AT_END.sub(r" \g<y>", _REMARK.split(trim(behind))[0].strip(" .,;"))
    behind = behind.strip(" .,;()")
    tail = find_tail(behind)
    journal = journal or trim(behind[: tail.start] if tail else behind)
    named = is_journal(journal) or (named_like_journal(journal) and (peeled.doi or not peeled.url))
    named = named or bool(tail and tail.strong and tail.volume and named_like_journal(journal))
    named = named or bool(reference.authors and tail and _MEETING.fullmatch(journal) and not is_society(journal))
    if not named or (lead and tail and tail.start):
        return None
    return finished(reference, peeled, tail or _NO_TAIL, (unquoted(title), journal))


def in_brackets(peeled: Peeled) -> Reference | None:
    """Return the article of a line with its journal in brackets at its end or behind its authors, None otherwise.

    "Title (Gut 2018)", "Roe A et al. (Gut 2018): Title".
    """
    hits = list(islice(_BRACKETED.finditer(peeled.text.rstrip(AROUND)), _MOST_BRACKETS))
    hit = next((one for one in hits if not _ANY_YEAR.fullmatch(one["inside"])), None)
    tail = find_tail(hit["inside"]) if hit else None
    journal = trim(hit["inside"][: tail.start] if tail else hit["inside"]) if hit else ""
    journal, comma, body = journal.partition(", ")
    if comma and not (is_journal(journal) and looks_like_body(body)):
        journal, comma, body = f"{journal}, {body}", "", ""
    tail = tail or _NO_TAIL
    if hit is None or not is_journal(journal) or is_publisher(journal):
        return None
    before, behind = peeled.text[: hit.start()], peeled.text[hit.end() :].strip(f":{AROUND}")
    reference, title = head(before)
    title = trim(title)
    dated = None if reference.authors or behind else _NAME_AND_YEAR.fullmatch(before)
    named = head(f"{dated['who']} ({dated['y']}): ")[0] if dated else reference
    if named.authors and not named.organisations and dated:
        reference, title = named, ""
    if reference.authors and _ANY_YEAR.fullmatch(title):
        reference, title = replace(reference, year=int(title)), ""
    if (
        names_guideline(before)
        or not (tail.year or (reference.authors and reference.year))
        or not (title or reference.authors)
        or (behind and (title or not reference.authors))
    ):
        return None
    reference = replace(reference, organisations=(*reference.organisations, Organisation(body))) if comma else reference
    return finished(reference, peeled, tail, (unquoted(title or behind), journal))


def journal_first(peeled: Peeled) -> Reference | None:
    """Return the article of a line that begins with its journal ("Gut. 2018;3:4-5. Title. Names"), None otherwise."""
    lead = _LEAD.match(peeled.text)
    tail = find_tail(lead["tail"]) if lead and is_journal(lead["journal"]) else None
    if lead is None or tail is None or not tail.strong or tail.start or head(lead["journal"])[0].authors:
        return None
    rest = peeled.text[lead.end() :].rstrip(AROUND)
    reference, title = head(rest)
    behind = None if reference.authors else people_behind(rest)
    if behind:
        reference, title = Reference("", authors=behind[1].authors, et_al=behind[1].et_al), behind[0]
    elif not (reference.authors or reference.organisations):
        reference, title = signed_title(title)
    return finished(reference, peeled, tail, (unquoted(title), trim(lead["journal"]))) if title else None
