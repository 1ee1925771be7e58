"""Articles in any journal style: NLM, Vancouver, AMA, APA, Springer, Ärzteblatt, "In: ... Band: ...", author-year.

The end of the line is read first (``locators``), then the people at its head, then title and journal between them.
"""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.article_kind import kind_of_article, makes_guidelines
from citations.references.bodies import bodies_in_title, is_named_body, looks_like_body, split_bodies
from citations.references.cleaning import BREAK, LINE_END
from citations.references.editions import leading_year, read_edition
from citations.references.guideline_bodies import bodies_around, once
from citations.references.guideline_brackets import cut_bodies
from citations.references.guideline_words import ADJECTIVES, names_guideline
from citations.references.heads import head
from citations.references.journal_guideline import cut_imprint
from citations.references.journals import is_journal
from citations.references.lines import Peeled, line_of
from citations.references.locators import Tail, find_tail
from citations.references.people import people_behind, people_between
from citations.references.printed_dates import MONTHS
from citations.references.publishers import imprint_of, is_place, is_publisher
from citations.references.segments import trim, unquoted
from citations.references.titles import named_like_journal, quoted_title, split_journal

_CLASS = re.compile(
    r"\b(?P<a>S1|S2e|S2k|S2|S3)[- ](?:Leitlin(?:ie|e)|guideline)\b[:,]?\s*"
    r"|\bLeitlin(?:ie|e)(?: der (?:Qualität|Qualitätsstufe|Entwicklungsstufe|Stufe|Klasse))?"
    r" \(?(?:(?:Entwicklungsstufe|Stufe|Klasse|Qualität):? )?(?P<b>S1|S2e|S2k|S2|S3)(?![\w-])\)?[:,]?\s*",
    re.IGNORECASE,
)
_AFTER = ("(Review)", "(in German)", "(in English)", "(in French)", "Article in German", "Review")
_AROUND = f" \t\n.;,|/·–—{BREAK}"
_NO_TAIL = Tail(0, None, None, "", "", "", strong=False)
_LOCATOR = re.compile(r"\d ?\(\w|\d[;:] ?[A-Za-z]{0,5}-?\d")
"""What the numbers of an issue have in their middle; where it is missing, no line is searched for them."""
_CUT = re.compile(rf"(?<=\d)[a-z]?(?=[.,;:] (?=[^\W\d])| [–—|/(\[]|[.,;]? ?{BREAK})")
_CUTS = 12
_UP_TO_END = re.compile(rf"(?<=\w)\. (?=[A-ZÄÖÜ])|{BREAK}")
_REMARK = re.compile(rf" [–—|] |; |\. (?=\D)|{BREAK}| \((?!\d)")
_QUOTE = re.compile(r"[„“»\"]")
_JOURNAL_THEN_QUOTE = re.compile(r"(?P<journal>[^„“»\":;.]{3,60}?)(?: \([^()]{2,40}\))?[,:] (?=[„“»\"])")
_BRACKETED = re.compile(r" \((?P<inside>[^()]{3,80})\)(?=:|$)")
_BRACKETED_YEAR = re.compile(r"\d\)(?::|[\s.;,|/·–—]*$)")
_YEAR_FIRST = re.compile(r"\(?(?P<y>(?:19|20)\d\d)\)?[,:] (?=[A-ZÄÖÜ])")
_NO_JOURNAL = re.compile(
    r"\[|\((?:Hrsg|Hg|eds?)\b|^(?:\d|In Kraft\b|(?:S[123]\w?-)?Leitlinien? de[rs] "
    r"|[A-ZÄÖÜ][\w .,-]{2,30}(?: \([^()]*\))?: |(?:Lang|Kurz)?(?:version"
    r"|fassung)\b|Auflage|Aufl\b|Kapitel|Stand\b|Teil\b|ISBN)"
    r"|(?:Verlag|Publishers?|Publishing)(?:, [A-ZÄÖÜ][a-zäöü]+)?$"
    r"|\b\d{1,2}\.,? (?:[a-zäöü]{2,20}\.?,? ){0,5}Aufl|\b\d{1,2}(?:st|nd|rd|th) (?:[a-z]{2,10} )?ed(?:n|ition)?\b",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:der|des) (?P<who>[^:]{3,400}?) (?=(?:zur|zum|zu) [A-ZÄÖÜ])")
_JOINTLY = re.compile(r"(?:der|des) (?P<who>[^:]{3,400}?): (?=[A-ZÄÖÜ])")
_OF_ONLY = re.compile(r"(?:der|des) (?P<who>[^:]{3,400})")
_LAST_WORDS = re.compile(
    r"(?:(?:^|(?<=[.:–-] ))(?:Die|Eine|Interdisziplinäre|Evidenzbasierte|Aktualisierte|Gemeinsame|Deutsche|Neue"
    r"|Überarbeitete"
    r"|Konsensbasierte|Evidenz- und konsensbasierte|Kurzfassung der|Zusammenfassung der|interdisziplinäre[nrs]?)?\s*)+$"
)
_PREPOSITION = re.compile(r"^(?:zur|zum|zu) (?=[„“»\"A-ZÄÖÜ])|^(?:on|for) (?=\w)")
_WITH = re.compile(
    r",? (?:in (?:Kooperation|Zusammenarbeit|Abstimmung)|gemeinsam) mit (?:der|dem|den) |,? und (?:der|des|dem) "
    r"|, (?:der|des|dem) |,? sowie (?:der|des|dem) "
)
_LEAD = re.compile(
    r"(?P<journal>[^\W\d_][^;:\d\x1e]{2,60}?)\.? (?P<tail>(?:1[89]|20)\d\d[^\x1e.]{3,60}?\d)(?:\. |[;:,] )(?=[^\W\d_])"
)
_SITE = re.compile(r"(?:In: )?(?:[\w-]{2,40}\.){1,3}(?:de|org|com|net|info|int|eu|at|ch|gov|uk)\b")
_OWN_SOCIETY = re.compile(
    r" [–—-] (?:S[123][ek]?[- ])?Leitlinie der (?P<who>.{5,200}?)(?: [–—-] (?:[^\W\d_]+ )?(?:19"
    r"|20)\d\d)?(?: [–—-] AWMF.*)?$"
)
_BULLETIN = re.compile(r"Epid(?:emiol(?:ogisches|og)?)?\.? ?Bull", re.IGNORECASE)
"""The bulletin in which an institute itself reports."""
_INNER_YEAR = re.compile(r"(?<=[.?!]) \((?P<y>(?:19|20)\d\d)\)[.:]? (?=[A-ZÄÖÜ])")
_LAST_PIECE = re.compile(r"[.,] ")
_TITLE_YEAR = re.compile(r" \((?P<y>(?:19|20)\d\d)\)?$")
_LABEL = re.compile(r"^Leitlinien?: (?=[A-ZÄÖÜ„])")
_SOCIETY = re.compile(r"(?<=[.?!] )\((?P<who>[A-Z][A-Za-z&/]{1,10})\) (?=[A-Z])")


def read(line: str) -> Reference | None:
    """Return the article of a line that names volume or pages of a journal, None for any other line."""
    peeled = line_of(line)
    return _article(peeled, weak=False) or (_with_remark(peeled) if _LOCATOR.search(peeled.text) else None)


def read_weak(line: str) -> Reference | None:
    """Return the article of a line that ends with a journal's name and a year only ("BMJ. 2009.")."""
    peeled = line_of(line)
    quoted = _quoted(peeled) if _QUOTE.search(peeled.text) else None
    if quoted or peeled.number or _class_of(peeled.text):
        return quoted
    bracketed = _in_brackets(peeled) if _BRACKETED_YEAR.search(peeled.text) else None
    return bracketed or _article(peeled, weak=True) or (_online_first(peeled) if peeled.doi else None)


def _class_of(text: str) -> re.Match[str] | None:
    low = text.lower()
    return _CLASS.search(text) if "s1" in low or "s2" in low or "s3" in low else None


def _article(peeled: Peeled, *, weak: bool) -> Reference | None:
    text = peeled.text
    tail = find_tail(_without_end(text))
    if tail is None and not weak:
        return _journal_first(peeled)
    if tail is None or (not tail.strong and not weak):
        return None
    apart = people_between(text[: tail.start])
    if apart and _fits(Reference(""), tail, apart[2], weak=weak) and (not weak or is_journal(apart[2])):
        reference = Reference("", authors=apart[1].authors, et_al=apart[1].et_al)
        return _finished(reference, peeled, tail, (unquoted(apart[0]), apart[2]))
    reference, rest = _with_society(*head(text[: tail.start]))
    inner = _INNER_YEAR.search(rest) if not (tail.year or reference.year) else None
    if inner:
        reference, rest = replace(reference, year=int(inner["y"])), f"{rest[: inner.start()]} {rest[inner.end() :]}"
    full = bool(tail.year and tail.volume and tail.pages)
    loose = bool(weak and reference.authors and tail.year and not peeled.url)
    found = split_journal(rest, weak=weak or not (reference.authors or reference.organisations or full), loose=loose)
    if found is None or not _fits(reference, tail, found[1], weak=weak):
        return None
    title, journal = found
    first = None if tail.year or reference.year else _YEAR_FIRST.match(journal)
    if first:
        reference, journal = replace(reference, year=int(first["y"])), journal[first.end() :]
    dated = _TITLE_YEAR.search(title) if not (tail.year or reference.year) else None
    if dated:
        reference, title = replace(reference, year=int(dated["y"])), title[: dated.start()]
    behind = None if reference.authors or weak else people_behind(title)
    if behind:
        reference, title = replace(reference, authors=behind[1].authors, et_al=behind[1].et_al), behind[0]
    if not title and not reference.authors and ((weak and _no_issue(reference, journal)) or not is_journal(journal)):
        return None
    return _finished(reference, peeled, tail, (unquoted(title), journal))


def _no_issue(reference: Reference, journal: str) -> bool:
    """Say whether what stands alone with a year is a document and no journal: a guideline, or a body's."""
    return names_guideline(journal) or bool(reference.organisations)


def _fits(reference: Reference, tail: Tail, journal: str, *, weak: bool) -> bool:
    """Say whether tail and journal can be an article's: something dates it, and the journal is no publisher."""
    dated = tail.year or tail.volume or reference.year
    if not dated or (weak and tail.pages and not tail.volume and not reference.year):
        return False
    last = _LAST_PIECE.split(journal)[-1]
    named = is_publisher(last) or is_place(last) or imprint_of(last) or (weak and is_named_body(journal))
    if (_SITE.match(journal) and not tail.volume) or (weak and LINE_END in journal):
        return False
    return not (named or journal.lower().strip(".") in MONTHS or _NO_JOURNAL.search(journal))


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
    return _finished(reference, peeled, _NO_TAIL, (unquoted(found[0]), found[1]))


def _with_remark(peeled: Peeled) -> Reference | None:
    """Return the article of a line that goes on behind its numbers: with a remark, the language, other pages.

    A title may stand there too ("Roe A (2008). Gut, 6(2), 83–84: Title"). None where no numbers name volume and pages.
    """
    text = peeled.text
    for cut in [hit.end() for hit in _CUT.finditer(text)][:_CUTS]:
        tail = find_tail(text[:cut])
        if tail is None or not tail.strong or not tail.pages or not (tail.volume or tail.issue):
            continue
        reference, journal = head(text[: tail.start])
        journal, title = trim(journal), _UP_TO_END.split(trim(text[cut + 1 :]))[0]
        alone = reference.authors and reference.year and (is_journal(journal) or named_like_journal(journal))
        if alone and text[cut] in ":." and " " in title and _fits(reference, tail, journal, weak=False):
            return _finished(reference, peeled, tail, (unquoted(title.rstrip(_AROUND)), journal))
        found = _article(replace(peeled, text=text[:cut]), weak=False)
        if found and found.kind == "guideline" and not found.authors:
            return None  # what stands behind it, society or version, is the reader's of guidelines
        if found and (is_journal(found.container) or found.authors or found.organisations):
            return found
    return None


def _quoted(peeled: Peeled) -> Reference | None:
    """Return the article whose title is quoted beside a journal, with a year or without; None for any other line.

    "Gut, „Title“, 25.07.2025" or "Roe A (2015), "Title", Gut"; behind both a remark may stand.
    """
    lead = _JOURNAL_THEN_QUOTE.match(peeled.text)
    if lead and is_journal(lead["journal"]):
        reference, journal, rest = Reference(""), lead["journal"], peeled.text[lead.end() :]
    else:
        reference, rest = head(peeled.text)
        journal = ""
    found = quoted_title(f"{rest.replace(BREAK, '|')} .") if journal or reference.authors else None
    if found is None or peeled.accessed:
        return None
    title, behind = found
    behind = _REMARK.split(trim(behind))[0].strip(" .,;()")
    tail = find_tail(behind)
    journal = journal or trim(behind[: tail.start] if tail else behind)
    named = is_journal(journal) or (named_like_journal(journal) and (peeled.doi or not peeled.url))
    if not named or (lead and tail and tail.start):
        return None
    return _finished(reference, peeled, tail or _NO_TAIL, (unquoted(title), journal))


def _in_brackets(peeled: Peeled) -> Reference | None:
    """Return the article of a line with its journal in brackets at its end or behind its authors, None otherwise.

    "Title (Gut 2018)", "Roe A et al. (Gut 2018): Title".
    """
    hit = _BRACKETED.search(peeled.text.rstrip(_AROUND))
    tail = find_tail(hit["inside"]) if hit else None
    journal = trim(hit["inside"][: tail.start]) if hit and tail else ""
    if hit is None or tail is None or not tail.year or not is_journal(journal) or is_publisher(journal):
        return None
    before, behind = peeled.text[: hit.start()], peeled.text[hit.end() :].strip(f":{_AROUND}")
    reference, title = head(before)
    title = trim(title)
    if names_guideline(before) or not (title or reference.authors) or (behind and (title or not reference.authors)):
        return None
    return _finished(reference, peeled, tail, (unquoted(title or behind), journal))


def _journal_first(peeled: Peeled) -> Reference | None:
    """Return the article of a line that begins with its journal ("Gut. 2018;3:4-5. Title. Names"), None otherwise."""
    lead = _LEAD.match(peeled.text)
    tail = find_tail(lead["tail"]) if lead and is_journal(lead["journal"]) else None
    if lead is None or tail is None or not tail.strong or tail.start or head(lead["journal"])[0].authors:
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
    if not text.endswith(_AFTER):
        return text
    return next(text.removesuffix(end).rstrip(_AROUND) for end in _AFTER if text.endswith(end))


def _unlabelled(reference: Reference, before: str, after: str) -> tuple[Reference, str]:
    """Return reference and title without the words around a class label: "Aktualisierte ... der Gesellschaft X zur"."""
    of = _OF.match(after)
    if of and looks_like_body(of["who"]):
        bodies = split_bodies(re.sub(r" und (?:der|des) (?=[A-ZÄÖÜ])", ", ", of["who"]))
        reference = replace(reference, organisations=(*reference.organisations, *bodies))
        after = after[of.end() :]
    own = _OF_ONLY.fullmatch(after)
    if own and trim(before) and looks_like_body(_WITH.split(own["who"])[0]):
        bodies = split_bodies(_WITH.sub(", ", own["who"]))
        title = _LAST_WORDS.sub("", before)
        return replace(reference, organisations=(*reference.organisations, *bodies)), trim(title.rstrip(" .:–-"))
    joint = _JOINTLY.match(after)
    if joint and looks_like_body(_WITH.split(joint["who"])[0]):
        bodies = split_bodies(_WITH.sub(", ", joint["who"]))
        reference = replace(reference, organisations=(*reference.organisations, *bodies))
        after = after[joint.end() :]
    after = unquoted(_PREPOSITION.sub("", trim(after)))
    dated = _OWN_SOCIETY.search(after)
    if dated and looks_like_body(dated["who"]):
        reference = replace(reference, organisations=(*reference.organisations, *split_bodies(dated["who"])))
        after = after[: dated.start()]
    after, named = bodies_around(after)
    reference = replace(reference, organisations=(*reference.organisations, *named))
    kept = "" if not trim(before) or ADJECTIVES.fullmatch(trim(before)) else before
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


def _is_bulletin(journal: str, tail: Tail, text: str) -> bool:
    """Say whether an institute's own bulletin is named as one ("Bulletin 48/2022"), not as a journal is."""
    return _BULLETIN.match(journal) is not None and f"{tail.issue}/{tail.year}" in text


def _finished(reference: Reference, peeled: Peeled, tail: Tail, names: tuple[str, str]) -> Reference:
    title, journal = (" ".join(name.replace(BREAK, " ").split()) if BREAK in name else name for name in names)
    kind = "guideline" if peeled.number else kind_of_article(title, journal)
    if kind == "journal-article" and any(makes_guidelines(body.name) for body in reference.organisations):
        kind = "guideline"
    title = _LABEL.sub("", title)
    title, bracketed = cut_bodies(title) if kind == "guideline" else (title, ())
    reference = replace(reference, organisations=(*reference.organisations, *bracketed)) if bracketed else reference
    if kind == "journal-article" and not reference.authors and _is_bulletin(journal, tail, peeled.text):
        kind = "report"
    imprint = cut_imprint(title)
    if imprint:
        kind, title = "guideline", imprint.title
        bodies = (*reference.organisations, *imprint.organisations)
        reference = replace(reference, organisations=bodies, stand=imprint.stand, guideline_class=imprint.sort)
    label = _class_of(title) if kind == "guideline" else None
    if label:
        reference, title = _unlabelled(reference, title[: label.start()], title[label.end() :])
        reference, title = _with_version(reference, title)
    if kind == "guideline":
        known = {sign for body in reference.organisations for sign in (body.name, *body.bracket)}
        named = [body for body in bodies_in_title(title) if body.name not in known]
        reference = replace(reference, organisations=tuple(once([*reference.organisations, *named])))
        title = re.sub(r"\s*\[[^\]]*\([A-Z]+\)\]$", "", title)
    return Reference(
        kind,
        guideline_class=(label["a"] or label["b"]) if label else reference.guideline_class,
        organisations=reference.organisations,
        authors=reference.authors,
        et_al=reference.et_al,
        group_author=reference.group_author,
        title=title,
        container=journal,
        version=reference.version,
        edition_form=reference.edition_form,
        year=tail.year or reference.year or (leading_year(title) if kind == "guideline" else None),
        month=tail.month,
        volume=tail.volume,
        issue=tail.issue,
        pages=tail.pages,
        doi=peeled.doi,
        pmid=peeled.pmid,
        url=peeled.url,
        accessed=peeled.accessed,
        stand=peeled.stand or reference.stand,
        awmf_number=peeled.number,
    )
