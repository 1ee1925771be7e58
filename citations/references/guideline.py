"""Guidelines in any spelling: class before or behind, register number anywhere, societies before or after the title.

The house style has its own reader (``guideline_awmf``); guidelines printed in a journal come from ``periodical``.
"""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.bodies import bodies_in_title, looks_like_body, split_bodies
from citations.references.cleaning import BREAK
from citations.references.collected import NOTHING, Collection, cut_collection
from citations.references.editions import Edition, read_edition, update_year
from citations.references.guideline_bodies import bare_publisher, bodies_around
from citations.references.guideline_parts import PATIENT_LABEL, Parts, parts_at, plain_parts
from citations.references.guideline_words import is_worded, without_state
from citations.references.heads import head
from citations.references.journals import is_journal
from citations.references.lines import Peeled, line_of
from citations.references.locators import find_tail
from citations.references.publishers import is_publisher
from citations.references.report import speaks_of_report
from citations.references.segments import trim, unquoted

_CLASS = re.compile(
    r"\(?(?:(?<![\w-])|(?<=AWMF-))(?P<a>S1|S2e|S2k|S2"
    r"|S3)(?:[ +–-]{1,3})(?:Living[ -])?(?:Leitlinien?|LL|guidelines?|Konsensus-?Leitlinie)(?![\w-])\)?"
    r"|\bLeitlinie \(?(?P<b>S1|S2e|S2k|S2|S3)\)?(?![\w-])"
    r"|\((?P<c>S1|S2e|S2k|S3)\)|(?<=[,;.] )(?P<d>S1|S2e|S2k|S3)(?=\s*[,;.]|\s*$)"
    r"|(?P<g>S3)(?=/(?:Nationalen? |NVL))"
    rf"|(?:[,;(]|^|{BREAK}) ?(?:Klasse|Entwicklungsstufe|Stufe|Klassifikation|Evidenzstufe):? (?P<f>S1|S2e|S2k|S2"
    rf"|S3)(?![\w-])"
    r"|\bLeitlinie der Qualität (?P<e>S1|S2e|S2k|S3)(?![\w-])",
    re.IGNORECASE,
)
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
_LABEL_YEAR = re.compile(r"\b(S[123][ek]?[- ]Leitlinie) ((?:19|20)\d\d)(?=[.,;]|$)")
_LAST_NUMBER = re.compile(
    r"(?:^(?=.{7} ?[–—:,-])|[,;.] ?)\(?(\d{3}\s?[-/–]\s?\d{3}(?:\s?OL)?)\)?(?=\s*(?:$|[,;.–—:-]))"
)
_ONKOPEDIA = re.compile(
    r"\b(?:bei )?Onkopedia(?:\.com)?(?:[- ](?:Leitlinien?|guidelines?|Portal))?\b:?\s*", re.IGNORECASE
)
_NICE = re.compile(
    r"(?P<c>NICE guideline(?: \[[A-Z]{2}\d+\]| [A-Z]{2}\d+)?"
    r"|Clinical guideline(?: \[[A-Z]{2}\d+\])|(?:Green-top|Practice|Clinical|SIGN"
    r"|BSH) guideline (?:No\.? ?)?\d+\w?)\.?",
    re.IGNORECASE,
)
_NICE_NUMBER = re.compile(r"\s*[\[(](?:NG|CG|TA|PH|QS|DG)\d{1,3}[\])]$")
_PLACE = re.compile(r"^[A-Z][\w .-]{1,30}(?: \([^()]+\))?: [^.;:]{2,60}$")
_CLAUSE = re.compile(r", (?:which|that|die|der|das|in der|welche) ")
_TITLE_LABEL = re.compile(r"^(?:AWMF-)?Leitlinien?: (?=[A-ZÄÖÜ])|^Leitlinie (?=[„“»\"A-ZÄÖÜ])")
_TITLE_PREPOSITION = re.compile(r"^(?:zur|zum|zu|für die|für das|für) (?=[A-ZÄÖÜ])|^(?:on|for the) (?=\w)")
_OWN_LABEL = re.compile(r"[- ]Leitlinie(?: Nr\.? ?\d{1,3})?$")
_NOISE = re.compile(
    r"^(?:\(?(?:abgelaufen|in Überarbeitung|wird überarbeitet"
    r"|Konsultationsfassung)\)?|Current .*|Stand|o\. ?D\.|Text)$",
    re.IGNORECASE,
)


def read(line: str) -> Reference | None:
    """Return the guideline that a line names by class, register number or the words of its title, None otherwise."""
    peeled = line_of(line)
    collection, text = cut_collection(without_state(peeled.text))
    label = _class_of(text)
    if not (label or peeled.number or is_worded(peeled.text) or _dated(peeled, text)):
        return None
    last = _LAST_NUMBER.search(text) if not peeled.number and (label or "eitlinie" in text) else None
    if last:
        peeled = replace(peeled, number=re.sub(r"\s", "", last.group(1)))
        text = f"{text[: last.start()]}{BREAK}{text[last.end() :]}"
    text = _ICD.sub("", text) if "ICD" in text else text
    edition = read_edition(_LABEL_YEAR.sub(r"\1, \2", text) if label else text)
    label = _class_of(edition.text)
    parts = parts_at(edition.text, label) if label else plain_parts(edition.text)
    reference = _collected(_reference(peeled, edition, parts), collection)
    numbered = reference.awmf_number and not text.strip(f" .,;:{BREAK}")
    if not (reference.title or numbered) or (_bare(reference) and not label):
        return None
    name = next((group for group in label.groups() if group), "") if label else ""
    return replace(reference, guideline_class=name[:1].upper() + name[1:].lower()) if name else reference


def _collected(reference: Reference, collection: Collection) -> Reference:
    """Return the reference with the bulletin, series or collection that it stands in."""
    if collection is NOTHING:
        return reference
    known = {body.name for body in reference.organisations}
    return replace(
        reference,
        organisations=(*reference.organisations, *(b for b in collection.organisations if b.name not in known)),
        container=collection.name or reference.container,
        issue=collection.issue,
        year=reference.year or collection.year,
    )


def _class_of(text: str) -> re.Match[str] | None:
    low = text.lower()
    return _CLASS.search(text) if "s1" in low or "s2" in low or "s3" in low else None


def _bare(reference: Reference) -> bool:
    """Say whether a line is one word only, as headings are ("Leitlinien")."""
    told = reference.organisations or reference.year or reference.stand or reference.url or reference.awmf_number
    return " " not in reference.title and not told


def _dated(peeled: Peeled, text: str) -> bool:
    """Say whether a topic stands with a dated version or a code of diseases, as lists of guidelines print it."""
    if peeled.url or peeled.doi or peeled.isbn or peeled.accessed:
        return False
    return bool(_ICD.search(text) and peeled.stand) or (read_edition(text).dated_version and not speaks_of_report(text))


def _reference(peeled: Peeled, edition: Edition, parts: Parts) -> Reference:
    lead, leftover = head(parts.before + " ") if trim(parts.before) else (Reference(""), "")
    others = _AND_OTHERS.sub("", trim(parts.before))
    if others != trim(parts.before) and looks_like_body(others) and not lead.authors:
        lead, leftover = Reference(""), others
    if looks_like_body(bare_publisher(leftover)):
        leftover = bare_publisher(leftover)
    bodies = list(lead.organisations)
    bodies += split_bodies(trim(leftover)) if looks_like_body(trim(leftover)) else ()
    title, container = _title(unquoted(parts.title)), ""
    title, named = bodies_around(title)
    title = unquoted(title)
    bodies += [body for body in named if body not in bodies]
    patient = edition.form == "Patientenversion" or _PATIENT.search(f"{leftover} {parts.title} {edition.text}")
    if _ONKOPEDIA.search(f"{parts.before} {parts.title} {' '.join(parts.rest)}"):
        container = "Onkopedia"
        title = re.sub(r"^Leitlinien?:? (?=[A-ZÄÖÜ])", "", unquoted(_ONKOPEDIA.sub("", title))) or title
    bodies = [body for body in bodies if "onkopedia" not in body.name.lower()]
    for part in parts.rest:
        bodies, container = _rest(part, bodies, container)
    inside = bodies_in_title(title) if not bodies or "ESMO" in title else ()
    bodies += [body for body in inside if body.name not in {known.name for known in bodies}]
    bodies = bodies or _in_imprint(parts.rest)
    return Reference(
        "patient-guideline" if patient else "guideline",
        authors=lead.authors,
        et_al=lead.et_al,
        organisations=tuple(dict.fromkeys(bodies)),
        title=title,
        container=container,
        version=edition.version,
        edition_form=edition.form,
        year=lead.year or edition.year or update_year(parts.title) or _year_at_end(parts.title, peeled),
        stand=peeled.stand or edition.stand,
        valid_until=peeled.valid_until,
        accessed=peeled.accessed,
        awmf_number=peeled.number,
        doi=peeled.doi,
        pmid=peeled.pmid,
        isbn=peeled.isbn,
        url=peeled.url,
    )


def _year_at_end(title: str, peeled: Peeled) -> int | None:
    """Return the year that a title ends with ("... Cancer 2023") where the line says no other date."""
    hit = None if peeled.stand else _LAST_YEAR.search(title)
    return int(hit["y"]) if hit else None


_LAST_YEAR = re.compile(r"[a-zäöüß)] (?P<y>(?:19|20)\d\d)$")


def _title(title: str) -> str:
    title = _TITLE_LABEL.sub("", title) if title[:1] in "AL" else title
    title = PATIENT_LABEL.sub("", title) or title
    title = _NICE_NUMBER.sub("", title)
    title = _TITLE_PREPOSITION.sub("", title) if title[:1].islower() else title
    clause = _CLAUSE.search(title)
    if clause and re.search(r"which|that", clause.group()):
        title = title[: clause.start()]
    return unquoted(trim(title))


def _rest(part: str, bodies: list[Organisation], container: str) -> tuple[list[Organisation], str]:
    """Return bodies and container with what one part behind the title adds to them."""
    plain = _OWN_LABEL.sub("", bare_publisher(part))
    nice = _NICE.fullmatch(part.rstrip("."))
    if nice:
        return bodies, part.rstrip(".")
    if _NOISE.match(part) or not plain or (plain == trim(part) and _PLACE.match(part)):
        return bodies, container
    tail = find_tail(part)
    if tail and not container and tail.year and is_journal(trim(part[: tail.start])):
        return bodies, trim(part[: tail.start])
    if is_publisher(plain):
        return bodies, container
    known = {body.name for body in bodies} | {sign for body in bodies for sign in body.bracket}
    if looks_like_body(plain) and plain not in known:
        bodies = [*bodies, *(body for body in split_bodies(plain) if body.name not in known)]
    return bodies, container


def _in_imprint(parts: tuple[str, ...]) -> list[Organisation]:
    """Return the society that publishes a guideline which names no other ("Edinburgh: Scottish ... Network; 2019")."""
    publishers = (part.partition(": ")[2] for part in parts if _PLACE.match(part))
    return [Organisation(name) for name in publishers if looks_like_body(name)][:1]
