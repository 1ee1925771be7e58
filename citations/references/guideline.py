"""Guidelines in any spelling: class before or behind, register number anywhere, societies before or after the title.

The house style has its own reader (``guideline_awmf``); guidelines printed in a journal come from ``periodical``.
"""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.bodies import bodies_in_title, is_named_body, is_society, looks_like_body, split_bodies
from citations.references.cleaning import BREAK
from citations.references.collected import NOTHING, Collection, cut_collection
from citations.references.editions import Edition, leading_year, read_edition, update_year
from citations.references.guideline_bodies import bare_publisher, bodies_around, once, title_end, without_key
from citations.references.guideline_brackets import opened
from citations.references.guideline_journal import cut_journal, printed_in
from citations.references.guideline_parts import PATIENT_LABEL, PORTAL, Parts, parts_at, plain_parts
from citations.references.guideline_words import is_worded, without_state
from citations.references.heads import NOBODY, head
from citations.references.houses import house_of_name
from citations.references.journals import is_journal
from citations.references.lines import Peeled, line_of
from citations.references.locators import find_tail
from citations.references.people import read_people
from citations.references.publishers import imprint_of, is_publisher
from citations.references.report import speaks_of_report
from citations.references.segments import segments, trim, unquoted
from citations.references.signs import has_any

_CLASS = re.compile(
    r"\(?(?:(?<![\w-])|(?<=AWMF-))(?P<a>S1|S2e|S2k|S2"
    r"|S3)\)?(?:[ +–-]{1,3})(?:Living[ -])?(?:Leitlin(?:ien?|en?)|LL|guidelines?"
    r"|Konsensus-?Leitlinie|(?:Handlungs)?empfehlung)"
    r"(?![\w-])\)?"
    r"|\bLeitlini?e \(?(?:(?:Entwicklungsstufe|Stufe|Klasse|Qualität):? )?(?P<b>S1|S2e|S2k|S2|S3)\)?(?![\w-])"
    r"|\((?P<c>S1|S2e|S2k|S3)\)|(?<=[,;.] )(?P<d>S1|S2e|S2k|S3)(?=\s*[,;.]|\s*$)"
    r"|(?P<g>S3)(?=/(?:Nationalen? |NVL))"
    rf"|(?:[,;(]|^|{BREAK}) ?(?:Klasse|Entwicklungsstufe|Stufe|Klassifikation|Evidenzstufe):? (?P<f>S1|S2e|S2k|S2"
    rf"|S3)(?![\w-])"
    r"|\bLeitlini?e der (?:Qualität|Qualitätsstufe|Entwicklungsstufe|Stufe|Klasse) (?P<e>S1|S2e|S2k|S3)(?![\w-])"
    rf"|(?<=[A-ZÄÖÜ] )(?P<h>S1|S2e|S2k|S3)(?=:? (?:[„“»«\"A-ZÄÖÜ]|\d{{3}}[/-]\d{{3}})|\s*{BREAK})",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"\.\d")
_CLASS_WORDS = 40
"""So far before a class its label may begin ("Entwicklungsstufe: S3")."""
_PATIENT = re.compile(
    r"Patient(?:inn)?en-?(?:leitlinie|version)|patient (?:guideline|version)"
    r"|Gesundheitsleitlinie",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(r",? ?(?:u\. ?a\.?|et ?al\.?|und andere)$")
_ICD = re.compile(
    r"\(?\bICD-(?:10|11|O)(?:-GM)?(?:-Code)?:? ?[A-Z]\d\d(?:\.[-\d]{1,3})?(?:(?:[,;–/-]|, und| und"
    r"| bis)? ?[A-Z]\d\d(?:\.[-\d]{1,3})?){0,12}\)?"
)
_LABEL_YEAR = re.compile(rf" (?:19|20)\d\d(?=\s*(?:[.,;{BREAK}]|$))")
_BODY_YEAR = re.compile(
    rf"(?:^|(?<=[,;.:–(] ))(?P<who>[A-ZÄÖÜ][\w-]{{1,12}}) (?P<y>(?:19|20)\d\d)(?=[,;.){BREAK}]|$| S[123]| [–—] )"
)
_FOR_GROUP = re.compile(r" für die Leitliniengruppe [^:.]{3,120}(?=[:.])")
_THREE_DIGITS = re.compile(r"\d{3}")
_SPACED_YEAR = re.compile(r" (?:19|20)\d\d")
_LAST_NUMBER = re.compile(
    rf"(?:^(?=.{{7}} ?[–—:,-])|[,;.{BREAK}] ?|(?<=[a-zäöüß)“\"A-Z] )|(?<=S[123] ))"
    rf"(?<!S\. )(?<!p\. )(?<!eite )(?<!eiten )\(?([01]\d\d\s?[-/–]\s?\d{{3}}(?:\s?OL)?)\)?(?=\s*(?:$|[,;.–—:{BREAK}-]))"
)
_ONKOPEDIA = re.compile(
    r"\b(?:bei )?Onkopedia(?:\.com)?(?:[- ](?:Leitlinien?|guidelines?|Portal))?\b:?\s*", re.IGNORECASE
)
_NICE = re.compile(
    r"(?P<c>NICE guideline(?: \[[A-Z]{2}\d+\]| (?:[A-Z]{2})?\d+)?"
    r"|NICE clinical guideline(?: \[?[A-Z]{2}\d+\]?)|Clinical guideline(?: \[[A-Z]{2}\d+\])"
    r"|(?:Green-top|Practice|Clinical|SIGN"
    r"|BSH) guideline (?:No\.? ?)?\d+\w?)\.?",
    re.IGNORECASE,
)
_NICE_SERIES = re.compile(r" [(\[](?P<c>NICE (?:clinical )?guideline \[?[A-Z]{2}\d{1,3}\]?)[)\]]$", re.IGNORECASE)
_NICE_NUMBER = re.compile(r"\s*[\[(](?:NG|CG|TA|PH|QS|DG)\d{1,3}[\])]$")
_PLACE = re.compile(r"^[A-Z][\w .-]{1,30}(?: \([^()]+\))?: [^.;:]{2,60}$")
_CLAUSE = re.compile(r", (?:which|that|die|der|das|in der|welche) ")
_LEADING = re.compile(
    r"(?P<who>[A-ZÄÖÜ][\w-]{1,9}(?: ?/ ?[A-ZÄÖÜ][\w-]{1,9}){0,3})[:, -] ?"
    r"(?=Nationale |NVL |Patient(?:inn)?en-?(?:leitlinie|version)|Expertenstandard"
    r"|Pocket-?[Ll]eitlinie|Handlungsempfehlung)"
)
_SLASHED = re.compile(r" ?/ ?")
_TITLE_LABEL = re.compile(r"^(?:AWMF-)?Leitlinien?: (?=[A-ZÄÖÜ])|^(?:Leitlinie|LL) (?=[„“»\"A-ZÄÖÜ])")
_SENTENCE = re.compile(
    r"^[A-ZÄÖÜ][^:„“]{0,80} (?:liegt|gibt|erschien|existiert|steht|stehen|ist) [^:„“]{1,80}: "
    r"(?=Patient(?:inn)?en-?(?:leitlinie|version)\b)"
)
"""A sentence that announces the guideline for patients."""
_TITLE_PREPOSITION = re.compile(
    r"^(?:zur|zum|zu|für die|für das|für) (?=[A-ZÄÖÜ])|^der (?=NVL|Nationalen |S[123]|Leitlinie)"
    r"|^(?:on|for(?: the)?) (?=\w)"
)
_OWN_LABEL = re.compile(r"[- ]Leitlinie(?: Nr\.? ?\d{1,3})?$")
_BRACKETED = re.compile(r"\([^()]{2,60}\)")
_NOISE = re.compile(
    r"^(?:\(?(?:abgelaufen|in Überarbeitung|wird überarbeitet"
    r"|Konsultationsfassung)\)?|Current .*|Stand|o\. ?D\.|Text|PDF|Link|Online|Volltext)$",
    re.IGNORECASE,
)


def read(line: str) -> Reference | None:
    """Return the guideline that a line names by class, register number or the words of its title, None otherwise."""
    peeled = line_of(line)
    collection, text = cut_collection(without_state(peeled.text))
    label = _class_of(text)
    if not (label or peeled.number or is_worded(peeled.text) or "onkopedia.com" in peeled.url or _dated(peeled, text)):
        return None
    text = _FOR_GROUP.sub("", text) if "Leitliniengruppe" in text else text
    plain, text = text, opened(text)
    label = _class_of(text) if label and text != plain else label
    numbered = not peeled.number and (label or "eitlinie" in text) and _THREE_DIGITS.search(text)
    last = _LAST_NUMBER.search(text) if numbered else None
    if last:
        peeled = replace(peeled, number=re.sub(r"\s", "", last.group(1)))
        text = f"{text[: last.start()]}{BREAK}{text[last.end() :]}"
    text = _ICD.sub("", text) if "ICD" in text else text
    text = _BODY_YEAR.sub(_apart, text) if _SPACED_YEAR.search(text) else text
    dated = label and _LABEL_YEAR.match(text, label.end())
    text = f"{text[: dated.start()]},{text[dated.start() :]}" if dated else text
    printed = cut_journal(text) if _DIGITS.search(text) else None
    edition = read_edition(printed.text if printed else text)
    label = _class_of(edition.text)
    parts = parts_at(edition.text, label) if label else plain_parts(edition.text)
    if collection.numbered:
        title, *rest = segments(edition.text) or [""]
        parts = Parts("", title, tuple(rest))
    sort = next((group for group in label.groups() if group), "").capitalize() if label else ""
    reference = _collected(_reference(peeled, edition, parts, sort), collection)
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
    return f"{hit['who']} ({hit['y']})" if is_society(hit["who"]) else hit.group()


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


def _class_of(text: str) -> re.Match[str] | None:
    low = text.lower()
    places = [place for sign in ("s1", "s2", "s3") if (place := low.find(sign)) >= 0]
    hit = _CLASS.search(text, max(0, min(places) - _CLASS_WORDS)) if places else None
    return hit if hit is None or not hit["h"] or is_society(text[: hit.start()].strip(" :–-")) else None


def _bare(reference: Reference) -> bool:
    """Say whether a line is one word only, as headings are ("Leitlinien")."""
    told = reference.organisations or reference.year or reference.stand or reference.url or reference.awmf_number
    return " " not in reference.title and not told


def _dated(peeled: Peeled, text: str) -> bool:
    """Say whether a topic stands with a dated version or a code of diseases, as lists of guidelines print it."""
    if peeled.url or peeled.doi or peeled.isbn or peeled.accessed:
        return False
    if peeled.stand and "ICD" in text and _ICD.search(text):
        return True
    versioned = _DECIMAL.search(text) or "ersion" in text or "ufl" in text
    return bool(versioned) and read_edition(text).dated_version and not speaks_of_report(text)


def _reference(peeled: Peeled, edition: Edition, parts: Parts, sort: str) -> Reference:
    lead, leftover = _lead(parts)
    own, printed = _led(unquoted(parts.title))
    title, named = bodies_around(_title(printed))
    title, behind, dated = title_end(unquoted(title))
    title = "" if _NO_TITLE.match(title) else title
    bodies = [*lead.organisations, *(split_bodies(trim(leftover)) if looks_like_body(trim(leftover)) else ())]
    bodies += [body for body in (*own, *named, *behind) if body not in bodies]
    patient = edition.form == "Patientenversion" or _for_patients(f"{leftover} {parts.title} {edition.text}")
    container = ""
    whole = f"{parts.before} {parts.title} {' '.join(parts.rest)}"
    if "onkopedia" in whole.lower() and _ONKOPEDIA.search(whole):
        container = "Onkopedia"
        title = re.sub(r"^Leitlinien?:? (?=[A-ZÄÖÜ])", "", unquoted(_ONKOPEDIA.sub("", title))) or title
    bodies = [kept for body in bodies if (kept := _without_portal(body)).name]
    series = _NICE_SERIES.search(title) if title.endswith((")", "]")) else None
    if series:
        title, container = title[: series.start()], series["c"]
    rest = tuple(part for part in parts.rest if "." not in part or part.lower() not in peeled.url.lower())
    bodies, container = _with_rest(rest, bodies, container, by_people=bool(lead.authors))
    bodies = _all_bodies(without_key(parts.before, bodies, rest), title, rest)
    pages = _PAGES.search(edition.text) if has_any(_PAGE_SIGNS, edition.text) else None
    updated = next(filter(None, map(update_year, (parts.title, *rest))), None)
    year = lead.year or edition.year or updated or dated or _year_at_end(parts, peeled)
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
        year=year or (None if peeled.stand else leading_year(title)),
        pages=pages["p"] if pages else "",
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
    lead, leftover = head(parts.before + " ") if trim(parts.before) else (NOBODY, "")
    others = _AND_OTHERS.sub("", trim(parts.before))
    if others != trim(parts.before) and looks_like_body(others) and not lead.authors:
        lead, leftover = NOBODY, others
    if looks_like_body(bare_publisher(leftover)):
        leftover = bare_publisher(leftover)
    behind = "" if lead.authors else next((part for part in parts.rest if part.endswith(" et al")), "")
    people = read_people(f"{behind}.") if behind else None
    return replace(lead, authors=people.authors, et_al=True) if people else lead, leftover


def _with_rest(
    rest: tuple[str, ...], bodies: list[Organisation], container: str, *, by_people: bool
) -> tuple[list[Organisation], str]:
    """Return bodies and container with what the parts behind the title add; people print in journals only."""
    for part in rest:
        bodies, container = _rest(part, bodies, container)
    journals = (part for part in rest if by_people and is_journal(part) and not looks_like_body(part))
    return bodies, container or next(journals, "")


def _all_bodies(bodies: list[Organisation], title: str, rest: tuple[str, ...]) -> list[Organisation]:
    """Return the bodies with those that the title names, or the one of the imprint where there is no other."""
    inside = bodies_in_title(title) if not bodies or "ESMO" in title else ()
    said = {sign for body in bodies for sign in (body.name, *body.bracket)}
    bodies = [*bodies, *(body for body in inside if body.name not in said)]
    published = _in_imprint(rest)
    return once(published if not bodies or _spelled_out(bodies, published) else bodies)


def _led(title: str) -> tuple[list[Organisation], str]:
    """Return the society right before the label of a title, and the title without it ("AWMF Patientenleitlinie X")."""
    lead = _LEADING.match(title)
    names = _SLASHED.split(lead["who"]) if lead else []
    return (
        (list(map(Organisation, names)), title[lead.end() :]) if lead and all(map(is_society, names)) else ([], title)
    )


def _for_patients(text: str) -> bool:
    low = text.lower()
    return ("patient" in low or "gesundheitsl" in low) and _PATIENT.search(text) is not None


def _without_portal(body: Organisation) -> Organisation:
    """Return a body without the portal that stands beside its name ("DGHO Onkopedia"); without name for the portal."""
    if "onkopedia" not in body.name.lower():
        return body
    name = PORTAL.sub("", body.name)
    return Organisation("" if "onkopedia" in name.lower() else name)


def _year_at_end(parts: Parts, peeled: Peeled) -> int | None:
    """Return the year that title or imprint end with ("... Cancer 2023") where the line says no other date."""
    dated = (part for part in parts.rest if _PLACE.match(part) or is_journal(part))
    ends = () if peeled.stand else (parts.title, *dated)
    return next((int(hit["y"]) for end in ends if (hit := _LAST_YEAR.search(end))), None)


_NO_TITLE = re.compile(r"\W*(?:(?:19|20)\d\d)?$|(?:[Ss]ections?|[Cc]hapters?|Kapitel|Abschnitt|Kap\.|Table|Tabelle) \d")
"""A bare year, or the passage that is meant, where the title should stand."""
_DIGITS = re.compile(r"[\d)][;,:] ?(?:S\. ?|pp?\. ?)?[A-Za-z]?\d")
_PAGE_SIGNS = ("Seite", " S.", " p.", " pp.")
_PAGES = re.compile(rf"[,;.{BREAK}] (?:Seiten?|S\.|pp?\.) ?(?P<p>\d{{1,4}}(?: ?[–-] ?\d{{1,4}})?)[\s.){BREAK}]*$")
_LAST_YEAR = re.compile(r"[a-zäöüß)] (?P<y>(?:19|20)\d\d)$")


def _title(title: str) -> str:
    title = _TITLE_LABEL.sub("", title) if title[:1] in "AL" else title
    title = _SENTENCE.sub("", title) if ": " in title else title
    title = PATIENT_LABEL.sub("", title) or title
    title = _NICE_NUMBER.sub("", title) if title.endswith((")", "]")) else title
    title = _TITLE_PREPOSITION.sub("", title) if title[:1].islower() else title
    clause = _CLAUSE.search(title)
    if clause and re.search(r"which|that", clause.group()):
        title = title[: clause.start()]
    return unquoted(trim(title))


def _rest(part: str, bodies: list[Organisation], container: str) -> tuple[list[Organisation], str]:
    """Return bodies and container with what one part behind the title adds to them."""
    plain = _OWN_LABEL.sub("", bare_publisher(part[1:-1] if _BRACKETED.fullmatch(part) else part))
    nice = _NICE.fullmatch(part.rstrip("."))
    if nice:
        return bodies, part.rstrip(".")
    if _NOISE.match(part) or not plain or (plain == trim(part) and (_PLACE.match(part) or imprint_of(part))):
        return bodies, container
    tail = find_tail(part)
    dated = trim(part[: tail.start]) if tail and tail.year else ""
    if is_named_body(dated):
        plain = dated
    elif tail and not container and tail.year and is_journal(trim(part[: tail.start])):
        return bodies, trim(part[: tail.start])
    if is_publisher(plain):
        return bodies, container
    known = {body.name for body in bodies} | {sign for body in bodies for sign in body.bracket}
    if len(plain) > _ROMAN and looks_like_body(plain) and plain not in known:
        bodies = [*bodies, *(body for body in split_bodies(plain) if body.name not in known)]
    return bodies, container


_ROMAN = 2
"""So long are the grades ("IB", "II") that look like a society's short name."""


def _spelled_out(bodies: list[Organisation], published: list[Organisation]) -> bool:
    """Say whether the publisher is the one body of a title with its whole name ("WHO", "World Health Organization")."""
    houses = {house_of_name(body.name) for body in (*bodies, *published)}
    if len(bodies) != 1 or not bodies[0].name.isupper():
        return False
    return bool(published) and len(houses) == 1 and None not in houses and " " in published[0].name


def _in_imprint(parts: tuple[str, ...]) -> list[Organisation]:
    """Return the society that publishes a guideline which names no other ("Edinburgh: Scottish ... Network; 2019")."""
    publishers = (part.partition(": ")[2] for part in parts if _PLACE.match(part) or imprint_of(part))
    return [Organisation(name) for name in publishers if looks_like_body(name)][:1]
