"""Any cited page: is it there, did it move, did its text change, does it still hold the words pages rest on.

A changed text is weak evidence and says nothing about the state of a source (registries, 9; domain, invariant 14).
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from citations.identity import normal_address
from citations.kinds import Evidence, LookOutcome, SourceKind
from citations.pages.unreadable import PageUnreadableError
from citations.references.numbers import read_doi
from citations.sightings import Sighting
from jobs.watchers.contract import Answer, Client, Politeness, Watched, Watcher, WatchError
from jobs.watchers.hashing import record_hash
from jobs.watchers.page_text import PageText, lost, read, settled

POLITENESS = Politeness(gap=10.0, daily=500, robots=True)

_BETTER = ("awmf", "doi", "pmid", "cochrane", "onkopedia")
"""Schemes whose registries know more than the address does."""
_PLAIN_KINDS = frozenset({SourceKind.WEB_PAGE, SourceKind.PORTAL, SourceKind.ORGANISATION, SourceKind.DRUG_LABEL})
_PERMANENT = frozenset({301, 308})
_SHUT_OUT = frozenset({401, 403, 451})
_OK, _NOT_MODIFIED, _MISSING, _GONE = 200, 304, 404, 410
_ANY = re.IGNORECASE
_WEB = re.compile(r"https?://", _ANY)
_HOME = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|default|start(?:seite)?)(?:\.\w+)?/?)?", re.IGNORECASE
)
_LOG_IN = re.compile(
    r"/(?:log-?in|sign-?in|anmeld\w*|sso|shibboleth|wayf|auth(?:enticate|orize)?)(?:[/.?]|\Z)", re.IGNORECASE
)
_NO_PAGE = re.compile(
    r"nicht gefunden|not found|(?:existiert|gibt es) (?:leider )?(?:hier )?nicht"
    r"|nicht (?:mehr |l\u00e4nger )?(?:verf\u00fcgbar|vorhanden|erreichbar|auffindbar)"
    r"|(?:can(?:not|[\u2019']t) be|couldn[\u2019']t be) found|no longer (?:exists|available)"
    r"|does(?: not|n[\u2019']t) exist"
    r"|^\W*(?:(?:fehler|error|http)\W*)?404\b(?! (?:pat|fälle|cases))|\b(?:fehler|error|http|status|code)\W{0,3}404\b"
    r"|\b404\W+(?:fehler|error|seite|page|not)|[|:\u2013\u2014-]\s*404\W*$",
    re.IGNORECASE,
)
_CAPTCHA = re.compile(
    r"just a moment|attention required|captcha|are you (?:a )?(?:robot|human)|sind sie ein (?:mensch|roboter)"
    r"|access denied|zugriff verweigert|pardon our interruption|checking your browser|security check"
    r"|sicherheits\u00fcberpr\u00fcfung|bot[- ]?(?:detection|protection)",
    re.IGNORECASE,
)
_SHORT = 4_000
_BRIEF = 1_500


def key_of(kind: SourceKind, identifiers: Mapping[str, str], url: str) -> str:
    """Return the address of a source that no better registry knows, "" for any other."""
    if read_doi(url) or (kind not in _PLAIN_KINDS and any(identifiers.get(scheme) for scheme in _BETTER)):
        return ""
    return _address(url.strip() or identifiers.get("url", ""))


def look(watched: Watched, client: Client) -> Sighting:
    """Return what stands at an address; MOVED with the new one after permanent redirects.

    WatchError: NOT_FOUND for 404 and for pages that only say so, GONE for 410, BLOCKED where we are shut out.
    """
    answer = client.get(_address(watched.key) or watched.key, politeness=POLITENESS, headers=_conditions(watched))
    return judged(watched, answer, client)


def judged(watched: Watched, answer: Answer, client: Client) -> Sighting:
    """Return what an answer says of an address; WatchError as ``look``."""
    _refuse_status(answer)
    _refuse_place(watched.key, answer)
    moved = _moved_to(watched.key, answer)
    outcome = LookOutcome.MOVED if moved else LookOutcome.OK
    if answer.status == _NOT_MODIFIED:
        return _unchanged(watched, answer, moved)
    seen = Sighting(
        "page",
        watched.key,
        outcome,
        Evidence.SCRAPED,
        url=moved or watched.key,
        etag=answer.headers.get("etag", ""),
        last_modified=answer.headers.get("last-modified", ""),
        raw=answer.body,
    )
    if not _is_text(answer):
        return replace(seen, content_hash=record_hash(answer.body.hex())) if answer.body else _empty(answer)
    page = _read(answer)
    main = settled(page.main, client.today)
    if not main:
        return _empty(answer)
    gone = lost(watched.quotes, page.whole)
    asked = {"lost_quotes": json.dumps(gone, ensure_ascii=False), "quotes": _fingerprint(watched)}
    return replace(
        seen,
        title=page.titles[-1] if page.titles else "",
        version_date=page.stand,
        content_hash=record_hash(main),
        facts=asked if watched.quotes else {},
    )


def page(key: str) -> str:
    """Return the address for people: it is the key itself."""
    return key


def _address(said: str) -> str:
    """Return an address with its scheme, https where it is stored without; "" for what is none."""
    if _WEB.match(said):
        return said
    return f"https://{said}" if normal_address(said) and "://" not in said else ""


def _conditions(watched: Watched) -> dict[str, str]:
    """Return the headers of a conditional request; none where quotes were added that the last look did not seek."""
    sought = watched.before.facts.get("quotes", "") if watched.before else ""
    if not watched.content_hash or (watched.quotes and sought != _fingerprint(watched)):
        return {}
    asked = {"If-None-Match": watched.etag, "If-Modified-Since": watched.last_modified}
    return {name: value for name, value in asked.items() if value}


def _fingerprint(watched: Watched) -> str:
    return record_hash(sorted(watched.quotes))


def _refuse_status(answer: Answer) -> None:
    """Raise for every status that shows no page (registries, 9)."""
    facts = {"url": answer.url, "status": str(answer.status)}
    if answer.status == _MISSING:
        raise WatchError(LookOutcome.NOT_FOUND, "look.page_missing", facts, status=answer.status)
    if answer.status == _GONE:
        raise WatchError(LookOutcome.GONE, "look.page_gone", facts, status=answer.status)
    if answer.status in _SHUT_OUT or "challenge" in answer.headers.get("cf-mitigated", ""):
        raise WatchError(LookOutcome.BLOCKED, "look.page_blocked", facts, status=answer.status)
    if answer.status not in (_OK, _NOT_MODIFIED):
        raise WatchError(LookOutcome.UNAVAILABLE, "look.page_status", facts, status=answer.status)


def _refuse_place(asked: str, answer: Answer) -> None:
    """Raise where redirects led to a form for logging in, or from a deep page to a home page."""
    if not answer.chain:
        return
    before, after = urlsplit(asked), urlsplit(answer.url)
    facts = {"url": answer.url}
    if _LOG_IN.search(after.path) and not _LOG_IN.search(before.path):
        raise WatchError(LookOutcome.BLOCKED, "look.page_log_in", facts, status=answer.status)
    steps = [step for step in before.path.split("/") if step]
    shallow = 0 if normal_host(before.hostname) == normal_host(after.hostname) else 1
    deep = len(steps) > shallow and not _HOME.fullmatch(before.path)
    if deep and _HOME.fullmatch(after.path) and not after.query:
        raise WatchError(LookOutcome.NOT_FOUND, "look.page_home", facts, status=answer.status)


def normal_host(host: str | None) -> str:
    """Return a host without ``www.``."""
    return (host or "").lower().removeprefix("www.")


def _moved_to(asked: str, answer: Answer) -> str:
    """Return the address that permanent redirects name, "" where the first one is temporary or nothing changed.

    Another scheme, ``www.`` or closing slash is the same address (``normal_address``).
    """
    places = [*(place for _, place in answer.chain), answer.url][1:]
    new = ""
    for (status, _), place in zip(answer.chain, places, strict=True):
        if status not in _PERMANENT:
            break
        new = place
    return new if new and normal_address(new) != normal_address(asked) else ""


def _unchanged(watched: Watched, answer: Answer, moved: str) -> Sighting:
    """Return the last sighting again; WatchError where a host says "unchanged" to nobody's question."""
    if not _conditions(watched):
        facts = {"url": answer.url, "status": str(answer.status)}
        raise WatchError(LookOutcome.PARSE_FAILED, "look.page_status", facts, status=answer.status)
    before = watched.before or Sighting("page", watched.key, evidence=Evidence.SCRAPED)
    return replace(
        before,
        outcome=LookOutcome.MOVED if moved else LookOutcome.NOT_MODIFIED,
        url=moved or watched.key,
        content_hash=watched.content_hash,
        etag=answer.headers.get("etag", watched.etag),
        last_modified=answer.headers.get("last-modified", watched.last_modified),
        raw=b"",
    )


def _is_text(answer: Answer) -> bool:
    """Say whether an answer is a page or plain text; a PDF or another file is compared byte by byte."""
    said = answer.headers.get("content-type", "").split(";")[0].strip().lower()
    if answer.body[:5] == b"%PDF-":
        return False
    return not said or said.startswith("text/") or "html" in said or said.endswith("xml")


def _read(answer: Answer) -> PageText:
    """Return what a page says; WatchError where nobody can read it, or it is another page than the one meant."""
    facts = {"url": answer.url}
    try:
        page = read(answer)
    except PageUnreadableError as error:
        raise WatchError(LookOutcome.PARSE_FAILED, "look.page_unreadable", facts, status=answer.status) from error
    told = facts | {"title": next(iter(page.titles), "")}
    if len(page.main) < _BRIEF and any(_CAPTCHA.search(title) for title in page.titles):
        raise WatchError(LookOutcome.BLOCKED, "look.page_captcha", told, status=answer.status)
    if len(page.main) < _SHORT and any(_NO_PAGE.search(title) for title in page.titles):
        raise WatchError(LookOutcome.NOT_FOUND, "look.page_says_missing", told, status=answer.status)
    if page.shell:
        raise WatchError(LookOutcome.NOT_FOUND, "look.page_shell", facts, status=answer.status)
    return page


def _empty(answer: Answer) -> Sighting:
    raise WatchError(LookOutcome.PARSE_FAILED, "look.page_empty", {"url": answer.url}, status=answer.status)


WATCHER = Watcher("page", key_of, every_days=30, look=look, asks={"": POLITENESS}, is_link=True, page=page)
