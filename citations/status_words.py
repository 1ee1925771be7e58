"""The words registers use for the state of a version, read into our own (domain 1.1, status values)."""

from citations.kinds import Status

_WORDS: dict[str, Status] = {
    "final": Status.FINAL,
    "veröffentlicht": Status.FINAL,
    "published": Status.FINAL,
    "registered": Status.UNDER_REVISION,
    "angemeldet": Status.UNDER_REVISION,
    "preliminary": Status.UNDER_REVISION,
    "konsultationsfassung": Status.UNDER_REVISION,
    "in überarbeitung": Status.UNDER_REVISION,
    "in überprüfung": Status.UNDER_REVISION,
    "wird überarbeitet": Status.UNDER_REVISION,
    "amendment publiziert": Status.AMENDED,
    "korrigiert": Status.CORRECTED,
    "cancelled": Status.WITHDRAWN,
    "zurückgezogen": Status.WITHDRAWN,
    "deprecated": Status.EXPIRED,
    "abgelaufen": Status.EXPIRED,
    "retraktion": Status.RETRACTED,
}


def read_status(text: str) -> Status | None:
    """Return the status that a register's code, its German label or our own word means; None for any other word."""
    word = " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
    own = {status.value.replace("_", " "): status for status in Status}
    return own.get(word) or _WORDS.get(word)
