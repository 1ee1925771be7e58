"""What is printed right around the title of a guideline: its label, its own number, the society before the label."""

import re

from citations.records import Organisation
from citations.references.bodies import is_society, looks_like_body
from citations.references.guideline_bodies import bodies_around
from citations.references.guideline_parts import PATIENT_LABEL
from citations.references.segments import trim, unquoted

_NICE_NUMBER = re.compile(r"\s*[\[(](?:NG|CG|TA|PH|QS|DG)\d{1,3}[\])]$")
_MAKER = re.compile(
    r"^(?P<who>NCCN|AWMF|DNQP) (?!Clinical|Guide|Practice|Framework|Evidence|Register|S[123])(?=[„A-ZÄÖÜ])"
)
"""Who makes nothing but guidelines, before a bare topic without a word of them."""
_EMPTY_NUMBER = re.compile(r"\s*\(?AWMF[ -]?Reg(?:ister|\.)?[ -]?(?:[Nn]ummer|[Nn]r\.?)?:?\s*\)?$")
"""The place of a register number that a page's template left empty."""
_OWN_YEAR = re.compile(r"(?<!Practice)(?<!Clinical)(?<!Consensus)(?<=[a-z]) [Gg]uidelines?(?P<year> 20\d\d)$")
"""The year behind a topic and the word; the name of a whole series ("... Consensus Guidelines 2022") keeps its own."""
_CLAUSE = re.compile(r", (?:which|that|die|der|das|in der|welche) ")
_LEADING = re.compile(
    r"(?P<who>[A-ZÄÖÜ][\w-]{1,9}(?: ?/ ?[A-ZÄÖÜ][\w-]{1,9}){0,3})[:, -] ?"
    r"(?=Nationale |NVL |Patient(?:inn)?en-?(?:leitlinie|version)|Expertenstandard"
    r"|Pocket-?[Ll]eitlinie|Handlungsempfehlung|Onkopedia|(?!Praxis)[A-ZÄÖÜ][a-zäöüß]{3,24}empfehlung(?:en)?\b)"
)
_SLASHED = re.compile(r" ?/ ?")
_TITLE_LABEL = re.compile(r"^(?:AWMF-)?Leitlinien?: (?=[A-ZÄÖÜ])|^(?:Leitlinie|LL) (?=[„“»\"A-ZÄÖÜ])")
_SERIAL = re.compile(r"^(?:Nr|No)\. ?\d{1,3}(?::| [–—-])? (?=[A-ZÄÖÜ„])")
"""The number that a society counts its guidelines by."""
_SENTENCE = re.compile(
    r"^[A-ZÄÖÜ][^:„“]{0,80} (?:liegt|gibt|erschien|existiert|steht|stehen|ist) [^:„“]{1,80}: "
    r"(?=Patient(?:inn)?en-?(?:leitlinie|version)\b)"
)
"""A sentence that announces the guideline for patients."""
_TITLE_PREPOSITION = re.compile(
    r"^(?:zur|zum|zu|für die|für das|für) (?=[A-ZÄÖÜ])|^der (?=NVL|Nationalen |S[123]|(?:[A-ZÄÖÜ]{2,8}-)?Leitlinie)"
    r"|^(?:on|for(?: the)?) (?=\w)"
)


def led(title: str) -> tuple[list[Organisation], str]:
    """Return the society right before the label of a title, and the title without it ("AWMF Patientenleitlinie X")."""
    lead = _LEADING.match(title) or _MAKER.match(title)
    names = _SLASHED.split(lead["who"]) if lead else []
    return (
        (list(map(Organisation, names)), title[lead.end() :]) if lead and all(map(is_society, names)) else ([], title)
    )


def bare_title(printed: str) -> tuple[str, list[Organisation]]:
    """Return a title without labels and societies around it, and these ("ESH/ESC-Leitlinie zum Management ...")."""
    title, named = bodies_around(plain_title(printed))
    return plain_title(title) if named and title[:1].islower() else title, named


def plain_title(title: str) -> str:
    """Return a title without the labels, serial numbers and prepositions around it, and out of its quotation marks."""
    title = _TITLE_LABEL.sub("", title) if title[:1] in "AL" else title
    title = _SENTENCE.sub("", title) if ": " in title else title
    title = PATIENT_LABEL.sub("", title) or title
    title = _EMPTY_NUMBER.sub("", title) if "AWMF" in title else title
    own = _OWN_YEAR.search(title) if title[-4:].isdecimal() else None
    title = title[: own.start("year")] if own and not looks_like_body(title[: own.start()]) else title
    title = _SERIAL.sub("", title) if title.startswith("N") else title
    title = _NICE_NUMBER.sub("", title) if title.endswith((")", "]")) else title
    title = _TITLE_PREPOSITION.sub("", title) if title[:1].islower() else title
    clause = _CLAUSE.search(title)
    if clause and re.search(r"which|that", clause.group()):
        title = title[: clause.start()]
    if title[:1] == "(" and title[-1:] == ")" and title.count("(") == 1:
        title = title[1:-1]  # "AWMF 030-046 (Schlaganfall)"
    return unquoted(trim(title))
