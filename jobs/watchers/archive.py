"""The web archive: which snapshot it has of an address, and saving one on an editor's wish (registries, 9).

Nothing is asked on a timetable: only when somebody wishes it. "Submitted" is not "archived": a snapshot counts once the
archive itself names it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlencode

from citations.kinds import LookOutcome
from jobs.watchers.answers import not_understood, object_of, text
from jobs.watchers.contract import Answer, Client, Politeness, WatchError

POLITE = Politeness(gap=5.0, daily=200)

ARCHIVE = "archive"
"""The name of the archive among those who say something of a source."""

ARCHIVED = "archived"
"""How the observation is called that holds a snapshot (``values``: its address and its day)."""

MOST_QUESTIONS = 5
"""So often is asked whether a snapshot is ready, a gap apart; after that it is left to the archive."""

PENDING = "look.archive_pending"
"""Why there is no snapshot yet: the archive took the wish and works on it; its ``job`` stands in the facts."""

_NAME = "web.archive.org"
_DIGITS = 14
_OK = 200
_NO_ACCOUNT = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An address as the archive keeps it: where, and since when (UTC)."""

    url: str
    at: datetime


def closest(url: str, client: Client) -> Snapshot | None:
    """Return the snapshot that is closest to today, None for none: that proves nothing, the archive forgets some.

    WatchError where the archive does not say. A captured error page is no snapshot of the text.
    """
    asked = urlencode({"url": url, "timestamp": f"{client.today:%Y%m%d}"})
    answer = client.get(f"{client.base('archive')}/wayback/available?{asked}", politeness=POLITE)
    kept = _inside(_inside(object_of(_expect_ok(answer), _NAME), "archived_snapshots"), "closest")
    at, place = _moment(text(kept, "timestamp")), text(kept, "url")
    if kept.get("available") is not True or text(kept, "status") != str(_OK) or at is None:
        return None
    return Snapshot(_secure(place), at) if place.startswith(("http://", "https://")) else None


def save(url: str, client: Client) -> Snapshot:
    """Let the archive save an address now and return the snapshot. WatchError where it did not, PENDING among them."""
    headers = _headers(client) | {"Content-Type": "application/x-www-form-urlencoded"}
    body = urlencode({"url": url}).encode()
    answer = client.post(f"{client.base('web_archive')}/save", body, politeness=POLITE, headers=headers)
    said = _accepted(answer)
    job = text(said, "job_id")
    if not job:
        raise _refusal(said, answer)
    return finished(url, job, client)


def finished(url: str, job: str, client: Client) -> Snapshot:
    """Return what came of a wish that the archive took earlier; WatchError as ``save``."""
    base = client.base("web_archive")
    for _ in range(MOST_QUESTIONS):
        answer = client.get(f"{base}/save/status/{quote(job, safe='')}", politeness=POLITE, headers=_headers(client))
        said = _accepted(answer)
        state, at = text(said, "status"), _moment(text(said, "timestamp"))
        if state == "success" and at is not None:
            return Snapshot(f"{base}/web/{at:%Y%m%d%H%M%S}/{text(said, 'original_url') or url}", at)
        if state != "pending":
            raise _refusal(said, answer)
    raise WatchError(LookOutcome.SKIPPED, PENDING, {"url": url, "job": job})


def _headers(client: Client) -> dict[str, str]:
    """Return what every question about saving carries; an account is the operator's."""
    key = client.secret("archive")
    return {"Accept": "application/json"} | ({"Authorization": f"LOW {key}"} if key else {})


def _accepted(answer: Answer) -> Mapping[str, object]:
    """Return what the archive says of a wish; WatchError where it wants an account, or speaks of something else."""
    if answer.status in _NO_ACCOUNT:
        facts = {"status": str(answer.status)}
        raise WatchError(LookOutcome.UNAUTHORIZED, "look.archive_account", facts, status=answer.status)
    return object_of(_expect_ok(answer), _NAME)


def _expect_ok(answer: Answer) -> Answer:
    if answer.status != _OK:
        facts = {"status": str(answer.status)}
        raise WatchError(LookOutcome.UNAVAILABLE, "look.archive_status", facts, status=answer.status)
    return answer


def _refusal(said: Mapping[str, object], answer: Answer) -> WatchError:
    """Return why the archive saved nothing, in its own words."""
    words = text(said, "message") or text(said, "status_ext")
    if not words:
        return not_understood(answer, _NAME)
    return WatchError(LookOutcome.UNAVAILABLE, "look.archive_refused", {"said": words[:300]}, status=answer.status)


def _inside(record: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = record.get(name)
    return value if isinstance(value, dict) else {}


def _moment(digits: str) -> datetime | None:
    """Return the moment that fourteen digits name, None for what is none."""
    if len(digits) != _DIGITS or not (digits.isascii() and digits.isdecimal()):
        return None
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _secure(url: str) -> str:
    """Return the address of a snapshot with https, as people open it; the archive still names it with http."""
    return f"https://{url.removeprefix('http://')}" if url.startswith("http://") else url
