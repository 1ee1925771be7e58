"""The German words in cells of closed lists. They are part of the file format, so they never change with the pages."""

from collections.abc import Mapping
from enum import StrEnum

from citations.kinds import Clock, Origin, Reason, SourceKind, Status

KINDS: Mapping[str, str] = {
    SourceKind.AWMF_GUIDELINE: "AWMF-Leitlinie",
    SourceKind.AWMF_LIVING: "Lebende AWMF-Leitlinie",
    SourceKind.AWMF_PATIENT_GUIDELINE: "Patientenleitlinie",
    SourceKind.ONKOPEDIA: "Onkopedia-Leitlinie",
    SourceKind.ESMO_CPG: "ESMO-Leitlinie",
    SourceKind.ESMO_LIVING: "Lebende ESMO-Leitlinie",
    SourceKind.NCCN: "NCCN-Leitlinie",
    SourceKind.NICE_GUIDELINE: "NICE-Leitlinie",
    SourceKind.COCHRANE_REVIEW: "Cochrane-Review",
    SourceKind.SYSTEMATIC_REVIEW: "Systematische Übersicht",
    SourceKind.JOURNAL_ARTICLE: "Fachartikel",
    SourceKind.WHO_BOOK: "WHO-Klassifikation",
    SourceKind.BOOK: "Buch",
    SourceKind.DRUG_LABEL: "Fachinformation",
    SourceKind.SAFETY_NOTICE: "Sicherheitshinweis",
    SourceKind.APPROVAL_DECISION: "Zulassungsentscheidung",
    SourceKind.GBA_DECISION: "G-BA-Beschluss",
    SourceKind.IQWIG_REPORT: "IQWiG-Bericht",
    SourceKind.PORTAL: "Portal",
    SourceKind.ORGANISATION: "Organisation",
    SourceKind.WEB_PAGE: "Internetseite",
    SourceKind.NEWS_TEXT: "Meldung",
}
STATUS: Mapping[str, str] = {
    Status.FINAL: "gültig",
    Status.UNDER_REVISION: "wird überarbeitet",
    Status.AMENDED: "mit Amendment",
    Status.CORRECTED: "korrigiert",
    Status.WITHDRAWN: "zurückgezogen",
    Status.EXPIRED: "abgelaufen",
    Status.RETRACTED: "zurückgezogen (Retraktion)",
}
ORIGINS: Mapping[str, str] = {
    Origin.PRINTED: "gedruckt",
    Origin.REGISTER: "laut Register",
    Origin.DERIVED: "errechnet",
}
CLOCKS: Mapping[str, str] = {
    Clock.VALIDITY: "Gültigkeit",
    Clock.REASSESS: "Inhaltliche Prüfung",
    Clock.ACCESS: "Abruf",
    Clock.STATEMENT: "Satz",
    Clock.PAGE: "Seite",
    Clock.EVENT: "Ereignis",
}
REASONS: Mapping[str, str] = {
    Reason.RETRACTED: "Retraktion",
    Reason.WITHDRAWN: "Quelle zurückgezogen",
    Reason.CONTRADICTED: "widersprochen",
    Reason.CLAIM_LAPSED: "zeitlich überholt",
    Reason.SUPERSEDED_MAJOR: "neue Version",
    Reason.EXPIRED: "Gültigkeit abgelaufen",
    Reason.CORRECTED: "korrigiert",
    Reason.SUPERSEDED_MINOR: "neue Unterversion",
    Reason.UNSOURCED: "ohne Beleg",
    Reason.REASSESS_DUE: "inhaltliche Prüfung fällig",
    Reason.CONTENT_CHANGED: "Inhalt geändert",
    Reason.ACCESS_STALE: "Abruf veraltet",
    Reason.REVIEW_DUE: "zu prüfen",
    Reason.REFERENCE_INCOMPLETE: "Angaben fehlen",
    Reason.QUOTE_LOST: "Stelle nicht gefunden",
    Reason.LINK_DEAD: "Link defekt",
    Reason.UNDER_REVISION: "wird überarbeitet",
}
YES, NO = "ja", "nein"
_YES = frozenset({"ja", "j", "x", "yes", "y", "true", "wahr", "1"})
_NO = frozenset({"", "nein", "n", "no", "false", "falsch", "0"})


def said(words: Mapping[str, str], value: StrEnum | None) -> str:
    """Return the German word of a value, "" for none; a word that is younger than this list as it is stored."""
    return "" if value is None else words.get(value, value.value)


def meant(words: Mapping[str, str], text: str) -> str:
    """Return the stored word that a cell means, written in German or as stored; what is neither comes back as it is."""
    plain = " ".join(text.casefold().split())
    return next((value for value, word in words.items() if plain in (word.casefold(), str(value))), text)


def is_yes(text: str) -> bool | None:
    """Return whether a cell says yes, None where it says neither yes nor no."""
    plain = text.strip().casefold()
    return True if plain in _YES else False if plain in _NO else None
