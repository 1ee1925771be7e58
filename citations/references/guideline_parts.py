"""Cuts a guideline's line at its class label: what stands before, the title, the parts behind it."""

import re
from dataclasses import dataclass

from citations.records import Reference
from citations.references.bodies import is_society, looks_like_body
from citations.references.cleaning import BREAK
from citations.references.guideline_words import ADJECTIVES, names_guideline
from citations.references.heads import head
from citations.references.segments import segments, trim

PATIENT_LABEL = re.compile(
    r"^(?:(?:S3|(?-i:[A-ZÄÖÜ]{3,6}))-)?Patient(?:inn)?en-?(?:leitlinie"
    r"|version|information(?= [„“»\"]))(?![a-zäöü])"
    r"(?: zur S3/Nationalen VersorgungsLeitlinie| der S[123]\w?-Leitlinie| zur? S[123]\w?-Leitlinie)?:?\s*",
    re.IGNORECASE,
)
PORTAL = re.compile(r"(?:^|[,:/ -]+)Onkopedia(?:[- ](?:Leitlinien?|Portal))?$")
"""The portal of guidelines beside the name of its society."""
_LABEL_ONLY = re.compile(
    r"(?:AWMF[- ]?)?Leitlinien?|Klasse|AWMF|(?-i:[A-ZÄÖÜ]{2,6}[- ])(?:Leitlinien|Guidelines)(?: (?:19|20)\d\d)?"
)
_DATED_LABEL = re.compile(r"(?P<who>[A-ZÄÖÜ]{2,6})[- ](?:Leitlinien|Guidelines) (?P<year>(?:19|20)\d\d)")
_TITLED = 2
_SECTION = re.compile(
    r"(?:[Ss]ection|[Cc]hapter|[Pp]art|Kapitel|Abschnitt|Teil) (?:\d{1,2}|[IVX]{1,4})(?P<title> ?[:–—-] .+)?"
)
"""Which part of a society's guidelines of a year is meant, before its title."""
_OWN_SERIES = re.compile(r"[A-ZÄÖÜ]{2,6}[- ]")
"""How the label of a society begins, which is the title where the line has no other."""
_HYPHEN = re.compile(r"(?<=[A-ZÄÖÜ])-/(?=[A-ZÄÖÜ]{2})")
"""Where two societies share a word behind them ("DEGAM-/AWMF-S3-Leitlinie")."""
_ONE_WORD = re.compile(r"[A-ZÄÖÜ][\w-]{3,40}: ?")
_BRACKETED = re.compile(r"\(.*\)")
_OF_BODY = re.compile(r" (?:der|des) (?:Deutsch|Österr|Schweiz|Dt\.|Gesell|European|[A-ZÄÖÜ]{3})")
_CLOSES = re.compile(rf"\s*(?:$|\(?[.,;{BREAK}]|(?:19|20)\d\d\b)")
_SOCIETIES = re.compile(rf" (?P<who>[A-ZÄÖÜ][\w-]{{1,9}}(?:/[A-ZÄÖÜ][\w-]{{1,9}}){{0,3}})(?=\s?[,.;){BREAK}]|$)")
_OF = re.compile(
    r"^(?:der|des|von|vom) (?P<who>[^.:]+?)(?= (?:für|zur|zum"
    r"|zu)\b(?! (?:[A-ZÄÖÜ]\w+, )*[A-ZÄÖÜ]\w*(?:ie|medizin|heilkunde)\b)|[.:,]|$)"
)
_OF_QUOTED = re.compile(r"(?:der|des|von|vom) (?P<who>[^„“»\":]{3,200}?),? (?=[„“»\"])")
_TO_QUOTED = re.compile(r"^(?:zur|zum|zu|für|on|for) (?=[„“»\"])")
_QUOTED_LABEL = re.compile(r"^(?:(?P<who>AWMF)[- ])?Leitlinien?:?[ \x1e]+(?=[„\"»“'‚‘])")
_GENERIC = re.compile(
    r"(?:NCCN|ESC|ESMO|EAU|ASCO|DGK)? ?(?:Clinical Practice |Pocket )?Guidelines?®?(?: in Oncology)?"
    r"(?: \(NCCN Guidelines®?\))?"
    r"|(?:[A-Z]{2,8}(?:/[A-Z]{2,8}){0,3} )?(?:Practice Bulletin|Committee Opinion|Clinical Consensus)"
    r" (?:No\.? ?)?\d{1,4}"
)
_CLOSING = {
    "„": re.compile('[“”"]'), "“": re.compile("”"), "»": re.compile("«"), '"': re.compile('"'), "«": re.compile("»"),
    "'": re.compile(r"'(?!\w)"), "‚": re.compile(r"[‘’'](?!\w)"), "‘": re.compile(r"[’'](?!\w)"),
}  # fmt: skip
"""What closes a quotation; an apostrophe inside a word does not."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The line cut at its class label: what stands before, the title, and the parts behind it.

    ``lead`` where ``before`` was already read as people and societies, and is nothing else.
    """

    before: str
    title: str
    rest: tuple[str, ...]
    lead: Reference | None = None


def parts_at(text: str, label: re.Match[str]) -> Parts:
    """Return the parts of a line with a class label; the title stands before it, behind it or in quotation marks."""
    before, after = _HYPHEN.sub("/", text[: label.start()].rstrip("-")), text[label.end() :].lstrip(" :.\x1e–-")
    behind = text[label.end() :]
    if label["c"] and behind.startswith(": ") and trim(before) and not _LABEL_ONLY.fullmatch(trim(before)):
        return plain_parts(f"{trim(before)}: {after}")
    ends = _CLOSES.match(behind) or _OF_BODY.match(behind) or _society_behind(behind)
    if ends and _ONE_WORD.fullmatch(before) and not looks_like_body(before):
        return Parts("", trim(before), tuple(segments(after)))
    if not trim(after) and looks_like_body(trim(before)) and not (names_guideline(before) or _titled(before)):
        return Parts(before, "", ())
    bare = label["c"] or label["d"] or label["f"] or (not trim(after) and trim(before))
    if bare or ((ends or _BRACKETED.fullmatch(label.group())) and _titled(before)):
        return _with_more(plain_parts(before), segments(after))
    return _behind_label(before, after)


def _society_behind(behind: str) -> re.Match[str] | None:
    """Return what stands behind a label where that is societies only ("Gonarthrose – S2k-Leitlinie DGOOC")."""
    hit = _SOCIETIES.match(behind)
    return hit if hit and all(map(is_society, hit["who"].split("/"))) else None


def _behind_label(before: str, after: str) -> Parts:
    own = _OF_QUOTED.match(after)
    title = _quoted(after[own.end() :]) if own and looks_like_body(own["who"]) else None
    if own and title:
        return Parts(before, title[0], (own["who"], *segments(title[1])))
    of = _OF.match(after)
    if of and looks_like_body(of["who"]):
        rest = segments(after[of.end() :])
        longer = rest[1:] if len(rest) > 1 and after[of.end() :].startswith(" ") else rest
        return Parts(before, longer[0] if longer else "", (of["who"], *longer[1:]))
    quoted = _quoted(_TO_QUOTED.sub("", after))
    if quoted:
        return Parts(before, quoted[0], tuple(segments(quoted[1])))
    rest = _with_module(segments(after))
    return Parts(before, rest[0] if rest else "", tuple(rest[1:]))


def _with_module(parts: list[str]) -> list[str]:
    """Return the parts of a text with the numbered module that its title goes on with ("... Modul 2: Diagnostik")."""
    return [f"{parts[0]}. {parts[1]}", *parts[2:]] if len(parts) > 1 and _MODULE.match(parts[1]) else parts


_MODULE = re.compile(
    r"(?:Modul|Module|Teil|Part) (?:\d{1,2}|[IVX]{1,4}|[A-E])(?::| [–—-]) |Empfehlungen (?:zu[rm]?|für) (?=.{12})"
)


def _titled(before: str) -> bool:
    """Say whether a title stands before the label, and not people and societies only."""
    left = ADJECTIVES.sub("", trim(head(before + " ")[1]))
    return bool(left) and not looks_like_body(left)


def _with_more(parts: Parts, more: list[str]) -> Parts:
    """Return the parts with more of them behind the title; the first of them is the title where none stood before."""
    if not parts.title or (_LABEL_ONLY.fullmatch(parts.title) and (more or not _OWN_SERIES.match(parts.title))):
        return Parts(parts.before, more[0] if more else "", tuple(more[1:]))
    return Parts(parts.before, parts.title, (*parts.rest, *more))


def _quoted(text: str) -> tuple[str, str] | None:
    """Return (title, rest) where the title stands in quotation marks."""
    closing = _CLOSING.get(text[:1])
    end = closing.search(text, 1) if closing else None
    title = text[1 : end.start()].strip() if end else ""
    title = title if title.endswith("..") else title.removesuffix(".")
    return (title, text[end.end() :]) if end else None


def plain_parts(text: str) -> Parts:
    """Return the parts of a line without class label: people or societies, then the title, then the rest."""
    reference, rest = head(text)
    before = text[: len(text) - len(rest)] if reference.authors or reference.organisations else ""
    label = _QUOTED_LABEL.match(rest)
    quoted = _quoted(rest[label.end() :] if label else PATIENT_LABEL.sub("", rest))
    if quoted:
        own = f"{before} {label['who']}." if label and label["who"] else before
        return Parts(own, quoted[0], tuple(segments(quoted[1])))
    parts = _with_module(segments(rest if before else text))
    if len(parts) > 1 and _GENERIC.fullmatch(parts[0]):
        parts = [f"{parts[0]}. {parts[1]}", *parts[2:]]
    dated = _DATED_LABEL.fullmatch(parts[0]) if len(parts) > 1 and not before else None
    part = _SECTION.fullmatch(parts[1]) if dated else None
    if part:
        end = _TITLED if part["title"] else _TITLED + 1
        return Parts("", ". ".join(parts[:end]), tuple(parts[end:]))
    if dated and is_society(dated["who"]):
        return Parts(f"{dated['who']} ({dated['year']}): ", parts[1], tuple(parts[2:]))
    while len(parts) > 1 and _LABEL_ONLY.fullmatch(parts[0]):
        before = "AWMF." if parts[0].startswith("AWMF") and not before else before
        parts = parts[1:]
    if len(parts) > 1 and PORTAL.search(parts[0]):
        who = PORTAL.sub("", parts[0])
        if not who or is_society(who):
            before, parts = f"{before} {who}." if who else before, [*parts[1:], "Onkopedia"]
    while len(parts) > 1 and looks_like_body(parts[0]) and not names_guideline(parts[0]):
        before, parts = f"{before} {parts[0]}.", parts[1:]
    alone = reference if before and len(before) == len(text) - len(rest) else None
    if not parts and names_guideline(before):  # "Empfehlungen der Ständigen Impfkommission" alone
        return Parts("", trim(before).rstrip("."), ())
    return Parts(before, parts[0] if parts else "", tuple(parts[1:]), alone)
