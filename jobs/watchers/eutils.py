"""Calls of PubMed's E-utilities: numbers for a search, records for numbers, a record for a DOI (registries, 4).

Shared by the watchers that ask PubMed; how an answer reads is ``pubmed_records``.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from citations.kinds import LookOutcome
from jobs.watchers.answers import json_of
from jobs.watchers.contract import Answer, Client, Politeness, WatchError
from jobs.watchers.pubmed_records import Article, complaint, not_understood, read_articles

TOOL = "leitstand"
"""Our name in the parameter ``tool``; PubMed wants one of every program (registries, 4)."""

MOST_IDS = 200
"""Records of one call; more than these must be posted (registries, 4)."""

SLOW, _FAST = Politeness(gap=0.4, daily=20_000), Politeness(gap=0.12, daily=20_000)
_OK = 200


def politeness(client: Client) -> Politeness:
    """Return how PubMed is spoken to: ten calls a second with a key, three without (registries, 4)."""
    return _FAST if client.secret("pubmed") else SLOW


def find_ids(client: Client, term: str, *, most: int = MOST_IDS, share: bool = False) -> tuple[str, ...]:
    """Return the numbers of the records that a search term finds; WatchError where the answer is no such list."""
    answer = _ask(client, "esearch.fcgi", {"retmode": "json", "retmax": str(most), "term": term}, share=share)
    found = json_of(answer, "PubMed")
    ids = found.get("esearchresult") if isinstance(found, dict) else None
    listed = ids.get("idlist") if isinstance(ids, dict) else None
    if not isinstance(listed, list) or not all(isinstance(one, str) and one.isdecimal() for one in listed):
        raise not_understood("esearch")
    return tuple(listed)


def fetch(client: Client, ids: Iterable[str], *, share: bool = False) -> Mapping[str, Article]:
    """Return the records of up to ``MOST_IDS`` numbers by number; numbers that PubMed does not know are absent."""
    wanted = tuple(dict.fromkeys(ids))
    if not wanted:
        return {}
    answer = _ask(client, "efetch.fcgi", {"retmode": "xml", "id": ",".join(wanted)}, share=share)
    return read_articles(answer.body)


def doi_term(doi: str) -> str:
    """Return the search term for a DOI."""
    return f'"{doi.replace(chr(34), "")}"[doi]'


def by_doi(doi: str, client: Client) -> Article | None:
    """Return the record that PubMed finds for a DOI, None for none. A record that names another DOI is not it."""
    ids = find_ids(client, doi_term(doi))
    found = [one for one in fetch(client, ids[:5]).values() if one.doi in ("", doi)]
    named = [one for one in found if one.doi]
    return next(iter(named or (found if len(ids) == 1 else [])), None)


def _ask(client: Client, call: str, query: dict[str, str], *, share: bool) -> Answer:
    """Send one call and return its answer; WatchError for every status that is none of a registry that works."""
    key, contact = client.secret("pubmed"), client.secret("contact")
    fixed = {"db": "pubmed"} | query | {"tool": TOOL}
    fixed |= ({"email": contact} if contact else {}) | ({"api_key": key} if key else {})
    address = f"{client.base('pubmed')}/{call}?{urlencode(fixed, safe=',')}"
    answer = client.get(address, politeness=politeness(client), share=share)
    if answer.status != _OK:
        raise _status_error(answer)
    if answer.body.lstrip()[:1] == b"{":
        found = json_of(answer, "PubMed")
        said = found.get("error") if isinstance(found, dict) else None
        if said:
            raise complaint(str(said))
    return answer


def _status_error(answer: Answer) -> WatchError:
    """Return what another status than 200 means: a key refused, a client shut out, or a bad moment."""
    said = answer.text[:400]
    if "api key" in said.lower() or answer.status == 401:  # noqa: PLR2004 - Unauthorized
        return WatchError(LookOutcome.UNAUTHORIZED, "look.pubmed_key", status=answer.status)
    outcome = LookOutcome.BLOCKED if answer.status == 403 else LookOutcome.UNAVAILABLE  # noqa: PLR2004 - Forbidden
    return WatchError(outcome, "look.pubmed_status", {"status": str(answer.status)}, status=answer.status)
