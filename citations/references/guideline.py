"""Guidelines in any spelling: class before or behind, register number anywhere, societies before or after the title.

The house style has its own reader (``guideline_awmf``); guidelines printed in a journal come from ``periodical``.
"""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.bodies import is_society, looks_like_body, split_bodies
from citations.references.cleaning import BREAK, LINE_END
from citations.references.collected import NOTHING, Collection, cut_collection
from citations.references.editions import Edition, leading_year, read_edition, update_year
from citations.references.guideline_behind import all_bodies, cut_pages, with_rest, year_at_end
from citations.references.guideline_bodies import (
    bare_publisher,
    bodies_around,
    slashed_end,
    title_end,
    without_key,
)
from citations.references.guideline_brackets import opened
from citations.references.guideline_class import class_of
from citations.references.guideline_journal import cut_journal, cut_name, printed_in
from citations.references.guideline_parts import PORTAL, Parts, parts_at, plain_parts
from citations.references.guideline_title import bare_title, led
from citations.references.guideline_words import begins_with_sort, is_worded, with_colon, without_state
from citations.references.heads import NOBODY, head
from citations.references.journals import is_journal
from citations.references.lines import Peeled, line_of
from citations.references.people import read_people
from citations.references.report import speaks_of_report
from citations.references.segments import segments, trim, unquoted

_DECIMAL = re.compile(r"\.\d")
_PATIENT = re.compile(
    r"Patient(?:inn)?en-?(?:leitlinie|version|information(?= [„“»\"].{0,200}Leitlinie"
    r"| zur (?:S[123]|NVL|National|Leitlinie)))|patient (?:guideline|version)"
    r"|Gesundheitsleitlinie",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(r",? ?(?:u\. ?a\.?|et ?al\.?|und andere)$")
_ICD = re.compile(
    r"\(?\bICD-(?:10|11|O)(?:-GM)?(?:-Code)?:? ?[A-Z]\d\d(?:\.[-\d]{1,3})?(?:(?:[,;–/-]|, und| und"
    r"| bis)? ?[A-Z]\d\d(?:\.[-\d]{1,3})?){0,12}\)?"
)
_LABEL_YEAR = re.compile(rf" (?:19|20)\d\d(?=\s*(?:[.,;{BREAK}]|$))")
_SERIES_YEAR = re.compile(
    rf"(?:^|(?<={BREAK} ))(?P<label>[A-ZÄÖÜ]{{2,6}}[- ](?:Leitlinien|Guidelines))(?= (?:19|20)\d\d {LINE_END})"
)
"""Before the year of a society's guidelines in a line of its own, above the title of the one that is meant."""
_JOURNAL_BEHIND = re.compile(
    r"(?P<title>[^:]*(?:[Ll]eitlinien?|[Gg]uidelines?)(?: (?:19|20)\d\d)?): (?P<journal>[^:]+)$"
)
"""A guideline named by its label only, and the journal that its DOI leads to."""
_BODY_YEAR = re.compile(
    rf"(?:^|(?<=[,;.:–(] ))(?P<who>[A-ZÄÖÜ][\w-]{{1,12}}) (?P<y>(?:19|20)\d\d)(?=[,;.:){BREAK}]|$| S[123]| [–—] )"
)
_NEXT = re.compile(
    r"(?:[,;]| und| sowie| &| \+) (?=(?:(?:[A-ZÄÖÜ]{2,8}(?:[/-][A-ZÄÖÜ]{2,8}){0,3}[ -])(?:S[123][ek]?-)?"
    r"|S[123][ek]?-)(?:Leitlinie|LL|Guidelines?) [„“\"A-ZÄÖÜ])"
)
"""Where a second guideline begins that names its society or class itself."""
_FOR_PATIENTS = re.compile(
    r"Patient(?:inn)?en-?(?:leitlinie|version|information) [„“»\"].{3,300}S[123][ek]?[- ]Leitlinie"
)
"""A text for patients with a title of its own: the class behind it is that of its parent."""
_KEY = re.compile(
    r"^Die (?=(?:S[123][ek]?-)?Leitlinie [„“»\"A-ZÄÖÜ])|^(?!S[123]\b)[A-Z]{1,3}\d{1,3}(?::| [–—-]) (?=[A-ZÄÖÜ])"
)
"""What a list calls its own entry ("S01 — ..."), or the article before its name."""
_FOR_GROUP = re.compile(r" für die Leitliniengruppe [^:.]{3,120}(?=[:.])")
_THREE_DIGITS = re.compile(r"\d{3}")
_SPACED_YEAR = re.compile(r" (?:19|20)\d\d")
_LAST_NUMBER = re.compile(
    rf"(?:^(?=.{{7}} ?[–—:,-])|[,;.{BREAK}] ?|[–—] ?|(?<=[a-zäöüß)“\"A-Z] )|(?<=S[123] ))"
    rf"(?<!S\. )(?<!p\. )(?<!eite )(?<!eiten )"
    rf"\(?([01]\d\d\s?[-/–]\s?\d{{3}}(?:\s?OL|[a-z]{{1,2}})?)\)?(?=\s*(?:$|[,;.–—:({BREAK}-]))"
)
_ONKOPEDIA = re.compile(
    r"\b(?:bei )?Onkopedia(?:\.com)?(?:[- ](?:Leitlinien?|guidelines?|Portal))?\b:?\s*", re.IGNORECASE
)
_NICE_SERIES = re.compile(
    r"(?: [(\[]|: |, )(?P<c>NICE (?:clinical )?guideline (?:\[[A-Z]{2}\d{1,3}\]|[A-Z]{2}\d{1,3}))[)\]]?$", re.IGNORECASE
)


def read(line: str) -> Reference | None:
    """Return the guideline that a line names by class, register number or the words of its title, None otherwise.

    Two of them in one line are one reference, as the mentions of a prose line are (issue contract).
    """
    peeled = line_of(line)
    next_one = _NEXT.search(peeled.text) if peeled.text.count("eitlini") + peeled.text.count("uideline") > 1 else None
    if next_one and is_worded(peeled.text[: next_one.start()]) and not (peeled.number or peeled.url or peeled.doi):
        first, second = _one(line_of(peeled.text[: next_one.start()])), _one(line_of(peeled.text[next_one.end() :]))
        if first and second and first.title and second.title:
            return _joined(first, second)
    return _one(peeled)


def _joined(first: Reference, second: Reference) -> Reference:
    """Return both guidelines of a line as one: titles joined, societies of both, of all else the first."""
    return replace(
        first,
        title=f"{first.title} | {second.title}",
        guideline_class=first.guideline_class or second.guideline_class,
        organisations=tuple(dict.fromkeys((*first.organisations, *second.organisations))),
        year=first.year or second.year,
    )


def _one(peeled: Peeled) -> Reference | None:
    """Return the one guideline of a line, None for a line that names none."""
    collection, text = cut_collection(_KEY.sub("", without_state(peeled.text)))
    label = class_of(text)
    spoken = label or peeled.number or is_worded(peeled.text) or "onkopedia.com" in peeled.url
    if not (spoken or (not collection.issue and _dated(peeled, text))):
        return None
    text = with_colon(text) or text
    text = _FOR_GROUP.sub("", text) if "Leitliniengruppe" in text else text
    plain, text = text, opened(text)
    label = class_of(text) if text != plain else label
    numbered = not peeled.number and (label or "eitlinie" in text) and _THREE_DIGITS.search(text)
    last = _LAST_NUMBER.search(text) if numbered else None
    if last:
        peeled = replace(peeled, number=re.sub(r"\s", "", last.group(1)))
        text = f"{text[: last.start()]}{BREAK}{text[last.end() :]}"
    text = _ICD.sub("", text) if "ICD" in text else text
    text = _BODY_YEAR.sub(_apart, text) if _SPACED_YEAR.search(text) else text
    text = _SERIES_YEAR.sub(r"\g<label>,", text) if LINE_END in text else text
    dated = label and _LABEL_YEAR.match(text, label.end())
    text = f"{text[: dated.start()]},{text[dated.start() :]}" if dated else text
    printed = (cut_journal(text) if _DIGITS.search(text) else None) or cut_name(text)
    pages, text = cut_pages(printed.text if printed else text)
    edition = read_edition(text)
    label = None if _FOR_PATIENTS.search(edition.text) else class_of(edition.text)
    parts = parts_at(edition.text, label) if label else plain_parts(edition.text)
    if collection.numbered or begins_with_sort(edition.text):
        title, *rest = segments(edition.text) or [""]
        parts = Parts("", title, tuple(rest))
    sort = next((group for group in label.groups() if group), "").capitalize() if label else ""
    reference = _collected(_reference(peeled, edition, parts, sort, pages), collection)
    if printed:
        reference = printed_in(reference, printed)
    known = reference.awmf_number and (label or not text.strip(f" .,;:{BREAK}"))
    untitled = label and reference.year and (reference.organisations or reference.url)
    told = label or reference.kind == "patient-guideline"
    if not (reference.title or known or untitled) or (_bare(reference) and not told):
        return None
    return reference


def _apart(hit: re.Match[str]) -> str:
    """Return a society with the year behind it in brackets ("DEGAM (2019)"), any other words as they are."""
    last = (
        hit.start() and "-" in hit["who"] and hit["who"].isupper() and not hit.string[hit.end() :].strip(f" .{BREAK}")
    )
    return f"{hit['who']} ({hit['y']})" if last or is_society(hit["who"]) else hit.group()


def _collected(reference: Reference, collection: Collection) -> Reference:
    """Return the reference with the bulletin, series or collection that it stands in."""
    if collection is NOTHING:
        return reference
    known = {body.name for body in reference.organisations}
    if collection.name.startswith("AWMF") and not known:  # the register stands for the societies behind it
        return replace(reference, organisations=(Organisation(collection.name),))
    return replace(
        reference,
        organisations=(*reference.organisations, *(b for b in collection.organisations if b.name not in known)),
        container=collection.name or reference.container,
        issue=collection.issue,
        year=reference.year or collection.year,
    )


def _bare(reference: Reference) -> bool:
    """Say whether a line is one word only, as headings are ("Leitlinien")."""
    told = reference.organisations or reference.year or reference.stand or reference.url or reference.awmf_number
    return " " not in reference.title and not told


def _dated(peeled: Peeled, text: str) -> bool:
    """Say whether a topic stands with a dated version or a code of diseases, as lists of guidelines print it."""
    if peeled.url or peeled.doi or peeled.isbn or peeled.accessed:
        return False
    if with_colon(text):
        return True
    if peeled.stand and "ICD" in text and _ICD.search(text):
        return True
    versioned = _DECIMAL.search(text) or "ersion" in text or "ufl" in text
    return bool(versioned) and read_edition(text).dated_version and not speaks_of_report(text)


def _reference(peeled: Peeled, edition: Edition, parts: Parts, sort: str, pages: str) -> Reference:
    lead, leftover = _lead(parts)
    series = _NICE_SERIES.search(parts.title) if "guideline" in parts.title else None
    own, printed = led(unquoted(parts.title[: series.start()] if series else parts.title))
    title, named = bare_title(printed)
    title, behind, dated = slashed_end(unquoted(title))
    title, behind, dated = title_end(title) if dated is None else (title, behind, dated)
    if dated and ", " in title:  # "Reizdarmsyndrom, DGVS/DGNM 2021"
        title, more = bodies_around(title)
        behind = [*more, *behind]
    title = "" if _NO_TITLE.match(title) else title
    bodies = [*lead.organisations, *(split_bodies(trim(leftover)) if looks_like_body(trim(leftover)) else ())]
    bodies += [body for body in (*own, *named, *behind) if body not in bodies]
    patient = edition.form == "Patientenversion" or _for_patients(f"{leftover} {parts.title} {edition.text}")
    container = ""
    whole = f"{parts.before} {parts.title} {' '.join(parts.rest)}"
    if "onkopedia" in whole.lower() and _ONKOPEDIA.search(whole):
        container = "Onkopedia"
        title = re.sub(r"^Leitlinien?:? (?=[A-ZÄÖÜ])", "", unquoted(_ONKOPEDIA.sub("", title))) or title
    titled = _JOURNAL_BEHIND.match(title) if peeled.doi and ": " in title else None
    if titled and is_journal(titled["journal"]):
        title, container = titled["title"], titled["journal"]
    bodies = [kept for body in bodies if (kept := _without_portal(body)).name]
    container = series["c"] if series else container
    rest = tuple(part for part in parts.rest if "." not in part or part.lower() not in peeled.url.lower())
    bodies, container = with_rest(rest, bodies, container, by_people=bool(lead.authors))
    bodies = all_bodies(without_key(parts.before, bodies, rest), title, rest)
    updated = next(filter(None, map(update_year, (parts.title, *rest, parts.before))), None)
    year = lead.year or edition.year or updated or dated or year_at_end(parts, peeled)
    return Reference(
        "patient-guideline" if patient else "guideline",
        guideline_class=sort,
        authors=lead.authors,
        et_al=lead.et_al,
        organisations=tuple(dict.fromkeys(bodies)),
        title=title,
        container=container,
        version=edition.version,
        edition_form=edition.form,
        year=year or leading_year(title),
        pages=pages,
        stand=peeled.stand or edition.stand,
        valid_until=peeled.valid_until,
        accessed=peeled.accessed,
        awmf_number=peeled.number,
        doi=peeled.doi,
        pmid=peeled.pmid,
        isbn=peeled.isbn,
        url=peeled.url,
    )


def _lead(parts: Parts) -> tuple[Reference, str]:
    """Return people, bodies and year before the title, and what else stands there; people may stand behind it, too."""
    lead, leftover = head(parts.before + " ") if parts.lead is None and trim(parts.before) else (NOBODY, "")
    lead = parts.lead or lead
    others = _AND_OTHERS.sub("", trim(parts.before))
    if others != trim(parts.before) and looks_like_body(others) and not lead.authors:
        lead, leftover = NOBODY, others
    if looks_like_body(bare_publisher(leftover)):
        leftover = bare_publisher(leftover)
    behind = "" if lead.authors else next((part for part in parts.rest if part.endswith(" et al")), "")
    people = read_people(f"{behind}.") if behind else None
    return replace(lead, authors=people.authors, et_al=True) if people else lead, leftover


def _for_patients(text: str) -> bool:
    low = text.lower()
    return ("patient" in low or "gesundheitsl" in low) and _PATIENT.search(text) is not None


def _without_portal(body: Organisation) -> Organisation:
    """Return a body without the portal that stands beside its name ("DGHO Onkopedia"); without name for the portal."""
    if "onkopedia" not in body.name.lower():
        return body
    name = PORTAL.sub("", body.name)
    return Organisation("" if "onkopedia" in name.lower() else name)


_NO_TITLE = re.compile(r"\W*(?:(?:19|20)\d\d)?$|(?:[Ss]ections?|[Cc]hapters?|Kapitel|Abschnitt|Kap\.|Table|Tabelle) \d")
"""A bare year, or the passage that is meant, where the title should stand."""
_DIGITS = re.compile(r"[\d)][;,:] ?(?:S\. ?|pp?\. ?)?[A-Za-z]?\d")
