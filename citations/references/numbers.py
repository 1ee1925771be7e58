"""The numbers by which the field names its sources: AWMF register number, DOI, ISBN; read in every spelling.

Syntax only; what is the same source is decided in ``citations.identity``.
"""

import re
from dataclasses import dataclass

_NUMBER = re.compile(
    r"(?<![\w./,+-])(?P<society>\d{3}|nvl|NVL)(?:[ \t]?[-/_\u2010-\u2015\u2212][ \t]?)(?P<serial>\d{3})"
    r"(?P<space>[ \t]|-(?=OL))?(?P<letters>[A-Za-z]{0,6})(?=$|[^A-Za-z0-9/]|/(?:$|\D))"
)
_ADDRESS_NUMBER = re.compile(
    r"(?<=[a-z]/)(?P<society>\d{3}|nvl)[-_](?P<serial>\d{3})(?P<space>)(?P<letters>[A-Za-z]{0,6})(?![A-Za-z0-9])"
)
_LABEL_BEFORE = re.compile(r"(?:AWMF|Reg(?:ister)?\b|Regist|Leitlinie|Nr\.|guideline)[^\n]{0,40}$", re.IGNORECASE)
_TELEPHONE = re.compile(
    r"(?:tel|fon|fax|phone|hotline)\w{0,8}[.: ]*[\d\s/()+-]{0,20}$"
    r"|(?<!\d)0\d{2,5}[ )/-]{1,3}$",
    re.IGNORECASE,
)
_CONTEXT = 60
SICI = r"<\w{1,6}:{1,2}[\w.-]{1,16}>(?=\d\.\d\.)"
"""What stands in angle brackets inside an old DOI (ANSI/NISO Z39.56: "(2001)074<0401:POBMAA>2.0.CO;2").

It is part of it: without it all articles of an issue would have one DOI."""
_DOI = re.compile(rf"10\.\d{{4,9}}/[^\s\"<>]+(?:{SICI}[^\s\"<>]+)?", re.IGNORECASE)
_CODED = (("%3c", "<"), ("%3e", ">"))
_LONGEST = 20_000
_ISBN10, _ISBN13 = 10, 13


@dataclass(frozen=True, slots=True)
class RegisterNumber:
    """A register number of the AWMF in its parts; the suffix is part of the identity (domain 1.1)."""

    society: str
    serial: str
    suffix: str = ""

    @property
    def canonical(self) -> str:
        """Return the key of the register: ``032-044OL``."""
        return f"{self.society}-{self.serial}{self.suffix}"

    @property
    def printed(self) -> str:
        """Return the form of the house style: ``032/044OL``."""
        return f"{self.society}/{self.serial}{self.suffix}"


def read_register_number(text: str) -> RegisterNumber | None:
    """Return the first register number in ``text`` in any spelling (domain 1.1), None where none stands.

    Upper-case letters straight after the number are its suffix, lower-case ones name a document and are dropped; a
    lower-case "ol" alone is the suffix. Numbers inside a DOI, a telephone number or a longer number do not count.
    """
    clean = _DOI.sub(" ", text[:_LONGEST])
    match = next((hit for hit in _NUMBER.finditer(clean) if _is_number(clean, hit)), None)
    match = match or _ADDRESS_NUMBER.search(clean)
    return _register_number(match) if match else None


def _is_number(text: str, hit: re.Match[str]) -> bool:
    """Say whether three digits and three digits are a register number here, no page range and no telephone."""
    before = text[max(0, hit.start() - _CONTEXT) : hit.start()]
    if _TELEPHONE.search(before) or re.match(r" \d", text[hit.end() : hit.end() + 2]):
        return False
    suffixed = hit["letters"][:2] == "OL" or hit["society"].lower() == "nvl"
    alone = not before.strip(" ([{<\"'") and not text[hit.end() :].strip(" )]}>.,;\"'").isalnum()
    bracketed = before.endswith("(") and text[hit.end() : hit.end() + 1] == ")"
    return suffixed or alone or bracketed or "/" in hit.group()[:5] or bool(_LABEL_BEFORE.search(before))


def _register_number(match: re.Match[str]) -> RegisterNumber:
    letters = match["letters"]
    upper = re.match(r"[A-Z]{0,3}", letters)
    suffix = upper.group() if upper else ""
    if letters == "ol":
        suffix = "OL"
    elif match["space"] and letters != "OL":
        suffix = ""
    return RegisterNumber(match["society"].lower(), match["serial"], suffix)


def read_doi(text: str) -> str:
    """Return the DOI in ``text`` in lower case, without address, label and closing punctuation; "" for none."""
    low = text.lower()
    for code, sign in _CODED if "%3" in low else ():
        low = low.replace(code, sign)  # as addresses have them
    match = _DOI.search(low)
    return trim_doi(match.group()) if match else ""


def trim_doi(doi: str) -> str:
    """Return a DOI without the punctuation that closes a sentence or a bracket around it."""
    while doi and (doi[-1] in ".,;:'\"“”]}>" or (doi[-1] == ")" and doi.count(")") > doi.count("("))):
        doi = doi[:-1]
    return doi


def read_isbn(text: str) -> str:
    """Return an ISBN as thirteen digits, "" where the check digit is wrong or there is none."""
    digits = re.sub(r"[^0-9Xx]", "", text.upper().removeprefix("ISBN-13").removeprefix("ISBN-10")).upper()
    if len(digits) == _ISBN10 and digits[:9].isdigit():
        total = sum((10 - place) * (10 if sign == "X" else int(sign)) for place, sign in enumerate(digits))
        return _isbn13("978" + digits[:9]) if total % 11 == 0 else ""
    if len(digits) == _ISBN13 and digits.isdigit() and _isbn13(digits[:12]) == digits:
        return digits
    return ""


def _isbn13(twelve: str) -> str:
    total = sum(int(sign) * (3 if place % 2 else 1) for place, sign in enumerate(twelve))
    return twelve + str(-total % 10)
