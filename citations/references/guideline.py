"""Guidelines in any spelling: class before or behind, register number anywhere, societies before or after the title.

The house style has its own reader (``guideline_awmf``); guidelines printed in a journal come from ``periodical``.
"""

import re
from dataclasses import dataclass, replace

from citations.records import Organisation, Reference
from citations.references.bodies import bodies_in_title, looks_like_body, split_bodies
from citations.references.cleaning import BREAK
from citations.references.collected import Collection, cut_collection
from citations.references.editions import Edition, read_edition, update_year
from citations.references.guideline_bodies import bare_publisher, bodies_around
from citations.references.guideline_words import is_worded, names_guideline, without_state
from citations.references.heads import head
from citations.references.journals import is_journal
from citations.references.lines import Peeled, line_of
from citations.references.locators import find_tail
from citations.references.publishers import is_publisher
from citations.references.report import speaks_of_report
from citations.references.segments import segments, trim, unquoted

_CLASS = re.compile(
    r"\(?(?:(?<![\w-])|(?<=AWMF-))(?P<a>S1|S2e|S2k|S2"
    r"|S3)(?:[ +–-]{1,3})(?:Living[ -])?(?:Leitlinien?|LL|guidelines?|Konsensus-?Leitlinie)(?![\w-])\)?"
    r"|\bLeitlinie \(?(?P<b>S1|S2e|S2k|S2|S3)\)?(?![\w-])"
    r"|\((?P<c>S1|S2e|S2k|S3)\)|(?<=[,;.] )(?P<d>S1|S2e|S2k|S3)(?=\s*[,;.]|\s*$)"
    r"|(?P<g>S3)(?=/(?:Nationalen? |NVL))"
    rf"|(?:[,;(]|^|{BREAK}) ?(?:Klasse|Entwicklungsstufe|Stufe|Klassifikation|Evidenzstufe):? (?P<f>S1|S2e|S2k|S2|S3)(?![\w-])"
    r"|\bLeitlinie der Qualität (?P<e>S1|S2e|S2k|S3)(?![\w-])",
    re.IGNORECASE,
)
_PATIENT = re.compile(
    r"Patient(?:inn)?en-?(?:leitlinie|version)|patient (?:guideline|version)"
    r"|Gesundheitsleitlinie",
    re.IGNORECASE,
)
_PATIENT_LABEL = re.compile(
    r"^(?:S3-)?Patient(?:inn)?en-?(?:leitlinie"
    r"|version)(?: zur S3/Nationalen VersorgungsLeitlinie| der S[123]\w?-Leitlinie| zur? S[123]\w?-Leitlinie)?:?\s*",
    re.IGNORECASE,
)
_LABEL_ONLY = re.compile(r"(?:AWMF[- ]?)?Leitlinien?|Klasse|AWMF")
_AND_OTHERS = re.compile(r",? ?(?:u\. ?a\.?|et ?al\.?|und andere)$")
_QUOTED_LABEL = re.compile(r"^Leitlinien?:? (?=[„\"»“])")
_ICD = re.compile(
    r"\(?\bICD-(?:10|11|O)(?:-GM)?(?:-Code)?:? ?[A-Z]\d\d(?:\.[-\d]{1,3})?(?:(?:[,;–/-]|, und| und"
    r"| bis)? ?[A-Z]\d\d(?:\.[-\d]{1,3})?){0,12}\)?"
)
_LABEL_YEAR = re.compile(r"\b(S[123][ek]?[- ]Leitlinie) ((?:19|20)\d\d)(?=[.,;]|$)")
_LAST_NUMBER = re.compile(r"[,;.] ?\(?(\d{3}\s?[-/–]\s?\d{3}(?:\s?OL)?)\)?(?=\s*(?:$|[,;.]))")
_ONKOPEDIA = re.compile(
    r"\b(?:bei )?Onkopedia(?:\.com)?(?:[- ](?:Leitlinien?|guidelines?|Portal))?\b:?\s*", re.IGNORECASE
)
_OF = re.compile(
    r"^(?:der|des|von|vom) (?P<who>[^.:]+?)(?= (?:für|zur|zum"
    r"|zu)\b(?! (?:[A-ZÄÖÜ]\w+, )*[A-ZÄÖÜ]\w*(?:ie|medizin|heilkunde)\b)|[.:,]|$)"
)
_OF_BODY = re.compile(r" (?:der|des) (?:Deutsch|Österr|Schweiz|Dt\.|Gesell|European|[A-ZÄÖÜ]{3})")
_NICE = re.compile(
    r"(?P<c>NICE guideline(?: \[[A-Z]{2}\d+\]| [A-Z]{2}\d+)?"
    r"|Clinical guideline(?: \[[A-Z]{2}\d+\])|(?:Green-top|Practice|Clinical|SIGN"
    r"|BSH) guideline (?:No\.? ?)?\d+\w?)\.?",
    re.IGNORECASE,
)
_NICE_NUMBER = re.compile(r"\s*[\[(](?:NG|CG|TA|PH|QS|DG)\d{1,3}[\])]$")
_PLACE = re.compile(r"^[A-Z][\w .-]{1,30}(?: \([^()]+\))?: [^.;:]{2,60}$")
_CLAUSE = re.compile(r", (?:which|that|die|der|das|in der|welche) ")
_NOISE = re.compile(
    r"^(?:\(?(?:abgelaufen|in Überarbeitung|wird überarbeitet"
    r"|Konsultationsfassung)\)?|Current .*|Stand|o\. ?D\.|Text)$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:NCCN|ESC|EAU|ASCO|DGK)? ?(?:Clinical Practice |Pocket )?Guidelines?®?(?: in Oncology)?"
    r"(?: \(NCCN Guidelines®?\))?"
)
_CLOSES = re.compile(rf"\s*(?:$|[,;{BREAK}]|(?:19|20)\d\d\b)")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The line cut at its class label: what stands before, the title, and the parts behind it."""

    before: str
    title: str
    rest: tuple[str, ...]


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
    parts = _labelled(edition.text, label) if label else _plain(edition.text)
    reference = _collected(_reference(peeled, edition, parts), collection)
    numbered = reference.awmf_number and not text.strip(f" .,;:{BREAK}")
    if not (reference.title or numbered) or (_bare(reference) and not label):
        return None
    name = next((group for group in label.groups() if group), "") if label else ""
    return replace(reference, guideline_class=name[:1].upper() + name[1:].lower())


def _collected(reference: Reference, collection: Collection) -> Reference:
    """Return the reference with the bulletin, series or collection that it stands in."""
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


def _labelled(text: str, label: re.Match[str]) -> _Parts:
    before, after = text[: label.start()].rstrip("-"), text[label.end() :].lstrip(" :.\x1e–-")
    if label["c"] and text[label.end() :].startswith(": ") and not _LABEL_ONLY.fullmatch(trim(before)) and trim(before):
        return _plain(f"{trim(before)}: {after}")
    if _titled(before) and _OF_BODY.match(text[label.end() :]):
        return parts_with(_plain(before), segments(after))
    behind = _CLOSES.match(text[label.end() :]) or (label.group().startswith("(") and label.group().endswith(")"))
    closes = trim(before) and behind and _titled(before)
    if label["c"] or label["d"] or label["f"] or (not trim(after) and trim(before)) or closes:
        parts = _plain(before)
        return parts_with(parts, segments(after))
    of = _OF.match(after)
    if of and looks_like_body(of["who"]):
        rest = segments(after[of.end() :])
        longer = rest[1:] if len(rest) > 1 and after[of.end() :].startswith(" ") else rest
        return _Parts(before, longer[0] if longer else "", (of["who"], *longer[1:]))
    quoted = _quoted(after)
    if quoted:
        return _Parts(before, quoted[0], tuple(segments(quoted[1])))
    rest = segments(after)
    return _Parts(before, rest[0] if rest else "", tuple(rest[1:]))


def _titled(before: str) -> bool:
    """Say whether a title stands before the label, and not people and societies only."""
    left = trim(head(before + " ")[1])
    return bool(left) and not looks_like_body(left)


def parts_with(parts: _Parts, more: list[str]) -> _Parts:
    """Return the parts with more of them behind the title; the first of them is the title where none stood before."""
    if not parts.title or _LABEL_ONLY.fullmatch(parts.title):
        return _Parts(parts.before, more[0] if more else "", tuple(more[1:]))
    return _Parts(parts.before, parts.title, (*parts.rest, *more))


def _quoted(text: str) -> tuple[str, str] | None:
    """Return (title, rest) where the title stands in quotation marks."""
    closing = {"„": '“”"', "“": "”", "»": "«", '"': '"', "«": "»"}.get(text[:1])
    ends = [place for sign in closing or "" if (place := text.find(sign, 1)) > 0]
    return (text[1 : min(ends)], text[min(ends) + 1 :]) if ends else None


def _plain(text: str) -> _Parts:
    """Return the parts of a line without class label: people or societies, then the title, then the rest."""
    reference, rest = head(text)
    before = text[: len(text) - len(rest)] if reference.authors or reference.organisations else ""
    quoted = _quoted(_QUOTED_LABEL.sub("", _PATIENT_LABEL.sub("", rest)))
    if quoted:
        return _Parts(before, quoted[0], tuple(segments(quoted[1])))
    parts = segments(rest if before else text)
    if len(parts) > 1 and _GENERIC.fullmatch(parts[0]):
        parts = [f"{parts[0]}. {parts[1]}", *parts[2:]]
    while len(parts) > 1 and _LABEL_ONLY.fullmatch(parts[0]):
        parts = parts[1:]
    while len(parts) > 1 and looks_like_body(parts[0]) and not names_guideline(parts[0]):
        before, parts = f"{before} {parts[0]}.", parts[1:]
    return _Parts(before, parts[0] if parts else "", tuple(parts[1:]))


def _reference(peeled: Peeled, edition: Edition, parts: _Parts) -> Reference:
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
        title = re.sub(r"^Leitlinien?:? (?=[A-ZÄÖÜ])", "", trim(_ONKOPEDIA.sub("", title))) or title
    bodies = [body for body in bodies if "onkopedia" not in body.name.lower()]
    for part in parts.rest:
        bodies, container = _rest(part, bodies, container)
    inside = bodies_in_title(title) if not bodies or "ESMO" in title else ()
    bodies += [body for body in inside if body.name not in {known.name for known in bodies}]
    return Reference(
        "patient-guideline" if patient else "guideline",
        authors=lead.authors,
        et_al=lead.et_al,
        organisations=tuple(dict.fromkeys(bodies)),
        title=title,
        container=container,
        version=edition.version,
        edition_form=edition.form,
        year=lead.year or edition.year or update_year(parts.title),
        stand=peeled.stand or edition.stand,
        valid_until=peeled.valid_until,
        accessed=peeled.accessed,
        awmf_number=peeled.number,
        doi=peeled.doi,
        pmid=peeled.pmid,
        isbn=peeled.isbn,
        url=peeled.url,
    )


def _title(title: str) -> str:
    title = re.sub(r"^(?:AWMF-)?Leitlinien?: (?=[A-ZÄÖÜ])|^Leitlinie (?=[„“»\"A-ZÄÖÜ])", "", title)
    title = _PATIENT_LABEL.sub("", title) or title
    title = _NICE_NUMBER.sub("", title)
    title = re.sub(r"^(?:zur|zum|zu|für die|für das) (?=[A-ZÄÖÜ])|^(?:on|for the) (?=\w)", "", title)
    clause = _CLAUSE.search(title)
    if clause and re.search(r"which|that", clause.group()):
        title = title[: clause.start()]
    return unquoted(trim(title))


def _rest(part: str, bodies: list[Organisation], container: str) -> tuple[list[Organisation], str]:
    """Return bodies and container with what one part behind the title adds to them."""
    plain = re.sub(r"[- ]Leitlinie(?: Nr\.? ?\d{1,3})?$", "", bare_publisher(part))
    nice = _NICE.fullmatch(part.rstrip("."))
    if nice:
        return bodies, part.rstrip(".")
    if plain == trim(part) and _PLACE.match(part):
        publisher = part.partition(": ")[2]
        return ([Organisation(publisher)] if not bodies and looks_like_body(publisher) else bodies), container
    if _NOISE.match(part) or not plain:
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
