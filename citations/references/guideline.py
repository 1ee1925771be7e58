"""Guidelines in any spelling: class before or behind, register number anywhere, societies before or after the title.

The house style has its own reader (``guideline_awmf``); guidelines printed in a journal come from ``periodical``.
"""

import re
from dataclasses import dataclass, replace

from citations.records import Organisation, Reference
from citations.references.bodies import bodies_in_title, looks_like_body, split_bodies
from citations.references.cleaning import BREAK
from citations.references.editions import Edition, read_edition, update_year
from citations.references.guideline_bodies import bare_publisher, bodies_around
from citations.references.guideline_words import is_worded, names_guideline, without_state
from citations.references.heads import head
from citations.references.lines import Peeled, line_of
from citations.references.locators import find_tail
from citations.references.segments import segments, trim, unquoted

_CLASS = re.compile(
    r"\(?(?:(?<![\w-])|(?<=AWMF-))(?P<a>S1|S2e|S2k|S2"
    r"|S3)(?:[ +–-]{1,3})(?:Living[ -])?(?:Leitlinien?|LL|guidelines?|Konsensus-?Leitlinie)(?![\w-])\)?"
    r"|\bLeitlinie \(?(?P<b>S1|S2e|S2k|S2|S3)\)?(?![\w-])"
    r"|\((?P<c>S1|S2e|S2k|S3)\)|(?<=[,;.] )(?P<d>S1|S2e|S2k|S3)(?=\s*[,;.]|\s*$)"
    r"|[,;(] ?(?:Klasse|Entwicklungsstufe|Stufe|Klassifikation|Evidenzstufe):? (?P<f>S1|S2e|S2k|S2|S3)(?![\w-])"
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
    r"|version)(?: der S[123]\w?-Leitlinie| zur? S[123]\w?-Leitlinie)?:?\s*",
    re.IGNORECASE,
)
_QUOTED_LABEL = re.compile(r"^Leitlinien?:? (?=[„\"»“])")
_ICD = re.compile(
    r"\(?\bICD-(?:10|11|O)(?:-GM)?(?:-Code)?:? ?[A-Z]\d\d(?:\.[-\d]{1,3})?(?:(?:[,;–/-]|, und| und"
    r"| bis)? ?[A-Z]\d\d(?:\.[-\d]{1,3})?){0,12}\)?"
)
_LABEL_YEAR = re.compile(r"\b(S[123][ek]?[- ]Leitlinie) ((?:19|20)\d\d)(?=[.,;]|$)")
_LAST_NUMBER = re.compile(r"[,;] ?\(?(\d{3}\s?[-/–]\s?\d{3}(?:\s?OL)?)\)?(?=\s*(?:$|[,;.]))")
_ONKOPEDIA = re.compile(
    r"\b(?:bei )?Onkopedia(?:\.com)?(?:[- ](?:Leitlinien?|guidelines?|Portal))?\b:?\s*", re.IGNORECASE
)
_OF = re.compile(
    r"^(?:der|des|von|vom) (?P<who>[^.:]+?)(?= (?:für|zur|zum"
    r"|zu)\b(?! (?:[A-ZÄÖÜ]\w+, )*[A-ZÄÖÜ]\w*(?:ie|medizin|heilkunde)\b)|[.:,]|$)"
)
_NICE = re.compile(
    r"(?P<c>NICE guideline(?: \[[A-Z]{2}\d+\]| [A-Z]{2}\d+)?"
    r"|Clinical guideline(?: \[[A-Z]{2}\d+\])|(?:Green-top|Practice|Clinical|SIGN"
    r"|BSH) guideline (?:No\.? ?)?\d+\w?)\.?",
    re.IGNORECASE,
)
_NICE_NUMBER = re.compile(r"\s*\[(?:NG|CG|TA|PH|QS|DG)\d{1,3}\]$")
_PLACE = re.compile(r"^[A-Z][\w .-]{1,30}(?: \([^()]+\))?: [^.;:]{2,60}$")
_CLAUSE = re.compile(r", (?:which|that|die|der|das|in der|welche) ")
_NOISE = re.compile(
    r"^(?:\(?(?:abgelaufen|in Überarbeitung|wird überarbeitet"
    r"|Konsultationsfassung)\)?|Current .*|Stand|o\. ?D\.|Text)$",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"(?:NCCN|ESC|EAU|ASCO|DGK)? ?(?:Clinical Practice |Pocket )?Guidelines?(?: in Oncology)?")
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
    text = without_state(peeled.text)
    label = _class_of(text)
    if not (label or peeled.number or is_worded(text) or _dated(peeled, text)):
        return None
    last = _LAST_NUMBER.search(text) if label and not peeled.number else None
    if last:
        peeled = replace(peeled, number=re.sub(r"\s", "", last.group(1)))
        text = f"{text[: last.start()]}{BREAK}{text[last.end() :]}"
    text = _ICD.sub("", text) if "ICD" in text else text
    edition = read_edition(_LABEL_YEAR.sub(r"\1, \2", text) if label else text)
    label = _class_of(edition.text)
    parts = _labelled(edition.text, label) if label else _plain(edition.text)
    reference = _reference(peeled, edition, parts)
    numbered = reference.awmf_number and not text.strip(f" .,;:{BREAK}")
    if not (reference.title or numbered) or (_bare(reference) and not label):
        return None
    name = next((group for group in label.groups() if group), "") if label else ""
    return replace(reference, guideline_class=name[:1].upper() + name[1:].lower())


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
    return bool(_ICD.search(text) and peeled.stand) or read_edition(text).dated_version


def _labelled(text: str, label: re.Match[str]) -> _Parts:
    before, after = text[: label.start()].rstrip("-"), text[label.end() :].lstrip(" :.\x1e–-")
    closes = trim(before) and _CLOSES.match(text[label.end() :]) and _titled(before)
    if label["c"] or label["d"] or label["f"] or (not trim(after) and trim(before)) or closes:
        parts = _plain(before)
        return replace_rest(parts, segments(after))
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


def replace_rest(parts: _Parts, more: list[str]) -> _Parts:
    """Return the parts with more of them behind the title."""
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
    while len(parts) > 1 and looks_like_body(parts[0]) and not names_guideline(parts[0]):
        before, parts = f"{before} {parts[0]}.", parts[1:]
    return _Parts(before, parts[0] if parts else "", tuple(parts[1:]))


def _reference(peeled: Peeled, edition: Edition, parts: _Parts) -> Reference:
    lead, leftover = head(parts.before + " ") if trim(parts.before) else (Reference(""), "")
    if looks_like_body(bare_publisher(leftover)):
        leftover = bare_publisher(leftover)
    bodies = list(lead.organisations)
    bodies += split_bodies(trim(leftover)) if looks_like_body(trim(leftover)) else ()
    title, container = _title(unquoted(parts.title)), ""
    title, named = bodies_around(title)
    bodies += [body for body in named if body not in bodies]
    kind = "patient-guideline" if _PATIENT.search(f"{leftover} {parts.title} {edition.text}") else "guideline"
    if _ONKOPEDIA.search(f"{parts.before} {parts.title} {' '.join(parts.rest)}"):
        container = "Onkopedia"
        title = re.sub(r"^Leitlinien?:? (?=[A-ZÄÖÜ])", "", trim(_ONKOPEDIA.sub("", title))) or title
    bodies = [body for body in bodies if "onkopedia" not in body.name.lower()]
    for part in parts.rest:
        bodies, container = _rest(part, bodies, container)
    inside = bodies_in_title(title) if (not bodies and not lead.authors) or "ESMO" in title else ()
    bodies += [body for body in inside if body.name not in {known.name for known in bodies}]
    return Reference(
        kind,
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
    title = re.sub(r"^(?:AWMF-)?Leitlinien?: (?=[A-ZÄÖÜ])", "", title)
    title = _PATIENT_LABEL.sub("", title) or title
    title = _NICE_NUMBER.sub("", title)
    title = re.sub(r"^(?:zur|zum|zu|für die|für das) (?=[A-ZÄÖÜ])|^(?:on|for the) (?=\w)", "", title)
    clause = _CLAUSE.search(title)
    if clause and re.search(r"which|that", clause.group()):
        title = title[: clause.start()]
    return unquoted(trim(title))


def _rest(part: str, bodies: list[Organisation], container: str) -> tuple[list[Organisation], str]:
    """Return bodies and container with what one part behind the title adds to them."""
    plain = re.sub(r"[- ]Leitlinie$", "", bare_publisher(part))
    nice = _NICE.fullmatch(part.rstrip("."))
    if nice:
        return bodies, part.rstrip(".")
    if _NOISE.match(part) or (plain == trim(part) and _PLACE.match(part)) or not plain:
        return bodies, container
    tail = find_tail(part)
    if tail and part[: tail.start].strip() and not container and tail.year:
        return bodies, trim(part[: tail.start])
    known = {body.name for body in bodies} | {sign for body in bodies for sign in body.bracket}
    if looks_like_body(plain) and plain not in known:
        bodies = [*bodies, *(body for body in split_bodies(plain) if body.name not in known)]
    return bodies, container
