"""Cuts a guideline's line at its class label: what stands before, the title, the parts behind it."""

import re
from dataclasses import dataclass

from citations.references.bodies import looks_like_body
from citations.references.cleaning import BREAK
from citations.references.guideline_words import names_guideline
from citations.references.heads import head
from citations.references.segments import segments, trim

PATIENT_LABEL = re.compile(
    r"^(?:S3-)?Patient(?:inn)?en-?(?:leitlinie"
    r"|version)(?: zur S3/Nationalen VersorgungsLeitlinie| der S[123]\w?-Leitlinie| zur? S[123]\w?-Leitlinie)?:?\s*",
    re.IGNORECASE,
)
_LABEL_ONLY = re.compile(r"(?:AWMF[- ]?)?Leitlinien?|Klasse|AWMF")
_ONE_WORD = re.compile(r"[A-ZÄÖÜ][\w-]{3,40}: ?")
_BRACKETED = re.compile(r"\(.*\)")
_OF_BODY = re.compile(r" (?:der|des) (?:Deutsch|Österr|Schweiz|Dt\.|Gesell|European|[A-ZÄÖÜ]{3})")
_CLOSES = re.compile(rf"\s*(?:$|[.,;{BREAK}]|(?:19|20)\d\d\b)")
_OF = re.compile(
    r"^(?:der|des|von|vom) (?P<who>[^.:]+?)(?= (?:für|zur|zum"
    r"|zu)\b(?! (?:[A-ZÄÖÜ]\w+, )*[A-ZÄÖÜ]\w*(?:ie|medizin|heilkunde)\b)|[.:,]|$)"
)
_QUOTED_LABEL = re.compile(r"^Leitlinien?:? (?=[„\"»“])")
_GENERIC = re.compile(
    r"(?:NCCN|ESC|ESMO|EAU|ASCO|DGK)? ?(?:Clinical Practice |Pocket )?Guidelines?®?(?: in Oncology)?"
    r"(?: \(NCCN Guidelines®?\))?"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The line cut at its class label: what stands before, the title, and the parts behind it."""

    before: str
    title: str
    rest: tuple[str, ...]


def parts_at(text: str, label: re.Match[str]) -> Parts:
    """Return the parts of a line with a class label; the title stands before it, behind it or in quotation marks."""
    before, after = text[: label.start()].rstrip("-"), text[label.end() :].lstrip(" :.\x1e–-")
    behind = text[label.end() :]
    if label["c"] and behind.startswith(": ") and trim(before) and not _LABEL_ONLY.fullmatch(trim(before)):
        return plain_parts(f"{trim(before)}: {after}")
    ends = _CLOSES.match(behind) or _OF_BODY.match(behind)
    if ends and _ONE_WORD.fullmatch(before) and not looks_like_body(before):
        return Parts("", trim(before), tuple(segments(after)))
    bare = label["c"] or label["d"] or label["f"] or (not trim(after) and trim(before))
    if bare or ((ends or _BRACKETED.fullmatch(label.group())) and _titled(before)):
        return _with_more(plain_parts(before), segments(after))
    return _behind_label(before, after)


def _behind_label(before: str, after: str) -> Parts:
    of = _OF.match(after)
    if of and looks_like_body(of["who"]):
        rest = segments(after[of.end() :])
        longer = rest[1:] if len(rest) > 1 and after[of.end() :].startswith(" ") else rest
        return Parts(before, longer[0] if longer else "", (of["who"], *longer[1:]))
    quoted = _quoted(after)
    if quoted:
        return Parts(before, quoted[0], tuple(segments(quoted[1])))
    rest = segments(after)
    return Parts(before, rest[0] if rest else "", tuple(rest[1:]))


def _titled(before: str) -> bool:
    """Say whether a title stands before the label, and not people and societies only."""
    left = trim(head(before + " ")[1])
    return bool(left) and not looks_like_body(left)


def _with_more(parts: Parts, more: list[str]) -> Parts:
    """Return the parts with more of them behind the title; the first of them is the title where none stood before."""
    if not parts.title or _LABEL_ONLY.fullmatch(parts.title):
        return Parts(parts.before, more[0] if more else "", tuple(more[1:]))
    return Parts(parts.before, parts.title, (*parts.rest, *more))


def _quoted(text: str) -> tuple[str, str] | None:
    """Return (title, rest) where the title stands in quotation marks."""
    closing = {"„": '“”"', "“": "”", "»": "«", '"': '"', "«": "»"}.get(text[:1])
    ends = [place for sign in closing or "" if (place := text.find(sign, 1)) > 0]
    return (text[1 : min(ends)], text[min(ends) + 1 :]) if ends else None


def plain_parts(text: str) -> Parts:
    """Return the parts of a line without class label: people or societies, then the title, then the rest."""
    reference, rest = head(text)
    before = text[: len(text) - len(rest)] if reference.authors or reference.organisations else ""
    quoted = _quoted(_QUOTED_LABEL.sub("", PATIENT_LABEL.sub("", rest)))
    if quoted:
        return Parts(before, quoted[0], tuple(segments(quoted[1])))
    parts = segments(rest if before else text)
    if len(parts) > 1 and _GENERIC.fullmatch(parts[0]):
        parts = [f"{parts[0]}. {parts[1]}", *parts[2:]]
    while len(parts) > 1 and _LABEL_ONLY.fullmatch(parts[0]):
        parts = parts[1:]
    while len(parts) > 1 and looks_like_body(parts[0]) and not names_guideline(parts[0]):
        before, parts = f"{before} {parts[0]}.", parts[1:]
    return Parts(before, parts[0] if parts else "", tuple(parts[1:]))
