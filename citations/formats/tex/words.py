"""What an entry says beside its own fields: institution, type, language, pages, key. For both BibTeX formats."""

import hashlib
import re
import unicodedata

from citations.formats.item import ExportItem
from citations.formats.tex.escaping import clean
from citations.identity import read_isbn
from citations.kinds import SourceKind
from citations.records import Organisation, Reference

K = SourceKind
GUIDELINES = frozenset({K.AWMF_GUIDELINE, K.AWMF_LIVING, K.AWMF_PATIENT_GUIDELINE})
ARTICLES = frozenset({K.ESMO_CPG, K.ESMO_LIVING, K.COCHRANE_REVIEW, K.SYSTEMATIC_REVIEW, K.JOURNAL_ARTICLE})
BOOKS = frozenset({K.WHO_BOOK, K.BOOK})
REPORTS = GUIDELINES | {K.NCCN, K.NICE_GUIDELINE, K.SAFETY_NOTICE, K.APPROVAL_DECISION, K.GBA_DECISION, K.IQWIG_REPORT}
_INSTITUTIONS = {
    **dict.fromkeys(GUIDELINES, "AWMF"),
    K.NCCN: "NCCN",
    K.NICE_GUIDELINE: "NICE",
    K.GBA_DECISION: "Gemeinsamer Bundesausschuss",
    K.IQWIG_REPORT: "IQWiG",
}
_TYPES = {
    K.AWMF_GUIDELINE: "Leitlinie",
    K.AWMF_LIVING: "Living Guideline",
    K.AWMF_PATIENT_GUIDELINE: "Patientenleitlinie",
    K.NCCN: "Guideline",
    K.NICE_GUIDELINE: "Guideline",
    K.SAFETY_NOTICE: "Sicherheitsinformation",
    K.APPROVAL_DECISION: "Zulassungsentscheidung",
    K.GBA_DECISION: "Beschluss",
    K.IQWIG_REPORT: "Bericht",
}
_GERMAN_KINDS = GUIDELINES | {K.ONKOPEDIA, K.GBA_DECISION, K.IQWIG_REPORT}
# letters of European alphabets, in lower case: asking Unicode what each sign is would be a good part of an export
_WORD = re.compile(r"[a-zß-öø-ɏ]+")
_GERMAN = frozenset(
    "der die das und ist nicht ein eine mit für von vom bei auch zu zum zur den des dem im nach".split()  # noqa: SIM905
) | {"fachinformation", "gebrauchsinformation", "leitlinie"}
_ENGLISH = frozenset("the and of is are not a an with for from by on to or versus after".split())  # noqa: SIM905
_TELLING = _GERMAN | _ENGLISH
_UMLAUT = re.compile(r"[äöüß]")
_RANGE = re.compile(r"([A-Za-z]{0,3}\d{1,9})\s?[-–—]{1,2}\s?([A-Za-z]{0,3}\d{1,9})")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._+/-]*")
_NO_KEY = re.compile(r"[^A-Za-z0-9:._+/-]+")
_KEY_LENGTH = 60


def institution(item: ExportItem) -> str:
    """Return the body that publishes a report: by its kind, else its publisher, else the first corporate author."""
    return institution_of(item.kind, item.reference.publisher, item.reference.organisations)


def institution_of(kind: SourceKind, publisher: str, organisations: tuple[Organisation, ...]) -> str:
    """Return what ``institution`` does, for a source that is no item yet."""
    if by_kind := _INSTITUTIONS.get(kind, ""):
        return by_kind
    return next((name for name in (publisher, *(body.name for body in organisations)) if name.strip()), "")


def report_type(reference: Reference, kind: SourceKind) -> str:
    """Return the kind of report in words: ``S3-Leitlinie``, ``Beschluss`` ... (domain 5.1), "Bericht" for any other."""
    if clean(reference.guideline_class) and kind in GUIDELINES:
        return f"{clean(reference.guideline_class)}-Leitlinie"
    return type_of(kind)


def type_of(kind: SourceKind) -> str:
    """Return the kind of report in words, where no class of a guideline is known."""
    return _TYPES.get(kind, "Bericht")


def language(item: ExportItem) -> str:
    """Return ``ngerman`` or ``english``, "" where neither kind nor words tell; programs lower-case English titles."""
    if item.kind in _GERMAN_KINDS:
        return "ngerman"
    reference = item.reference
    named = reference.title or " ".join(organisation.name for organisation in reference.organisations)
    text = f"{named} {reference.container}".lower()
    words = [word for word in _WORD.findall(text) if word in _TELLING]
    english = sum(map(_ENGLISH.__contains__, words))
    german = len(words) - english + (not text.isascii() and _UMLAUT.search(text) is not None)
    return "ngerman" if german > english else "english" if english > german else ""


def pages_and_eid(pages: str) -> tuple[str, str]:
    """Return (``1348--1365``, "") for a range and ("", ``CD003293``) for the number of an article without pages."""
    text = clean(pages) if pages else ""
    if not text:
        return "", ""
    found = _RANGE.fullmatch(text)
    if found:
        return f"{found.group(1)}--{found.group(2)}", ""
    return (text, "") if text[0].isdecimal() or " " in text else ("", text)


def valid_isbn(isbn: str) -> str:
    """Return the ISBN if its check digit holds, else ""."""
    return read_isbn(isbn) if clean(isbn) else ""


def entry_key(item: ExportItem) -> str:
    """Return the citation key: the version's own; in ASCII, with a mark made of the original, where it has other signs.

    Two different keys never become one: whatever had to be changed carries eight digits of its own hash.
    """
    key = item.cite_key
    if len(key) <= _KEY_LENGTH and _KEY.fullmatch(key):
        return key
    mark = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    plain = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    stem = _NO_KEY.sub("", plain).strip(":._+/-")[: _KEY_LENGTH - 13] or "quelle"
    return f"{stem}-{mark}"
