"""Crossref: what was announced about a work with a DOI - corrections, retractions, newer versions - and its fields.

The same retraction comes from the publisher and from Retraction Watch and counts once; a 404 may belong to a DOI of
another agency, so doi.org is asked before anything is missing (registries, 2).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from citations.alike.titles import alike_titles, tell_apart, title_forms
from citations.kinds import Certainty, Lifecycle, LookOutcome, NoticeKind, SourceKind
from citations.records import Reference
from citations.sightings import Notice, Pointer, Sighting
from jobs.watchers import doi as doi_names
from jobs.watchers.answers import not_understood, object_of, text
from jobs.watchers.contract import Answer, Client, Politeness, Watched, Watcher, WatchError
from jobs.watchers.crossref_records import dated, doi_in, first, lasting_hash, published, reference_of, rows

REGISTRY = "Crossref"
POLITE = Politeness(gap=0.25, daily=20_000)
_OK, _BAD_REQUEST, _MISSING, _BLOCKED = 200, 400, 404, (401, 403, 451)
_KINDS = {
    "addendum": NoticeKind.CORRECTION,
    "clarification": NoticeKind.CORRECTION,
    "correction": NoticeKind.CORRECTION,
    "corrigendum": NoticeKind.CORRECTION,
    "erratum": NoticeKind.ERRATUM,
    "expression_of_concern": NoticeKind.EXPRESSION_OF_CONCERN,
    "new_edition": NoticeKind.NEW_VERSION,
    "new_version": NoticeKind.NEW_VERSION,
    "partial_retraction": NoticeKind.PARTIAL_RETRACTION,
    "reinstatement": NoticeKind.REINSTATEMENT,
    "removal": NoticeKind.WITHDRAWAL,
    "retraction": NoticeKind.RETRACTION,
    "withdrawal": NoticeKind.WITHDRAWAL,
}
"""The types of Crossref; what is not here is reported as OTHER, never dropped."""
_TAKEN_AWAY = (NoticeKind.RETRACTION, NoticeKind.WITHDRAWAL)
_GRAVE = frozenset({*_TAKEN_AWAY, NoticeKind.PARTIAL_RETRACTION, NoticeKind.EXPRESSION_OF_CONCERN})
"""These count where a work names itself, too: some publishers retract an article in its own place."""
_LIFECYCLE = (
    (NoticeKind.RETRACTION, Lifecycle.RETRACTED),
    (NoticeKind.WITHDRAWAL, Lifecycle.WITHDRAWN),
    (NoticeKind.NEW_VERSION, Lifecycle.SUPERSEDED),
    (NoticeKind.CORRECTION, Lifecycle.CORRECTED),
    (NoticeKind.ERRATUM, Lifecycle.CORRECTED),
)
_MARK = re.compile(
    r"^\W*(?P<word>retracted|withdrawn|removed)(?:\s+(?:article|paper|chapter|publication))?\s*[:\])\u2013\u2014-]",
    re.IGNORECASE,
)
_SUCCESSIONS = ("is-replaced-by", "is-preprint-of")
_RAW_LIMIT, _FOUND, _ALIKE = 200_000, 5, 85


def look(watched: Watched, client: Client) -> Sighting:
    """Return what Crossref announces about a DOI.

    WatchError: SKIPPED where another agency registered it, NOT_FOUND where nobody did, PARSE_FAILED for an answer
    nobody understands.
    """
    answer = client.get(f"{client.base('crossref')}/works/{quote(watched.key, safe='')}", politeness=POLITE)
    work = _work(answer, watched.key, client)
    seen = replace(_sighting(watched.key, work), raw=answer.body[:_RAW_LIMIT])
    return replace(seen, outcome=LookOutcome.NOT_MODIFIED) if seen.etag == watched.etag else seen


def candidates(reference: Reference, client: Client) -> tuple[Pointer, ...]:
    """Return the works that a reference without DOI may be, as Crossref ranks them, for an editor to choose from."""
    words = [*reference.authors[:1], reference.title, reference.container, str(reference.year or "")]
    if not reference.title:
        return ()
    query = {
        "query.bibliographic": " ".join(word for word in words if word), "rows": _FOUND,
        "select": "DOI,title,subtitle,author,issued,published-print,container-title,volume,page,type,score",
    }  # fmt: skip
    answer = client.get(f"{client.base('crossref')}/works?{urlencode(query)}", politeness=POLITE)
    found = [(one, reference_of(one)) for one in rows(_message(answer, "work-list"), "items")]
    return tuple(
        Pointer("doi", named.doi, Certainty.CANDIDATE, named.container, published(one), named.title)
        for one, named in found
        if named.doi and _may_be(reference, named)
    )


def search(watched: Watched, client: Client) -> Sighting:
    """Return the works that a source without DOI may be, by its newest version. WatchError as for ``look``."""
    reference = watched.versions[-1].reference if watched.versions else None
    return Sighting("crossref", "", successors=candidates(reference, client) if reference else ())


def _may_be(reference: Reference, named: Reference) -> bool:
    """Say whether title and year allow that two references are one work; printed and online may be a year apart."""
    alike = alike_titles(title_forms(reference), title_forms(named))
    years_meet = not (reference.year and named.year) or abs(reference.year - named.year) <= 1
    return alike is not None and alike[0] >= _ALIKE and years_meet and not tell_apart(reference, named)


def _work(answer: Answer, doi: str, client: Client) -> Mapping[str, object]:
    """Return the work of an answer; WatchError for every other ending, each with its own outcome."""
    if answer.status == _MISSING and answer.text.strip().lower().startswith("resource not found"):
        raise _nobodys(doi, client)
    work = _message(answer, "work")
    if doi_in(work) != doi:
        raise not_understood(answer, REGISTRY)
    return work


def _message(answer: Answer, kind: str) -> Mapping[str, object]:
    """Return what the envelope holds; a refusal of Crossref is given on in its own words."""
    if answer.status in _BLOCKED:
        raise WatchError(LookOutcome.BLOCKED, "look.crossref_blocked", status=answer.status)
    envelope = object_of(answer, REGISTRY)
    message = envelope.get("message")
    if answer.status != _OK:
        said = "; ".join(text(row, "message") for row in rows(envelope, "message"))
        facts = {"status": str(answer.status), "said": said or text(envelope, "message-type")}
        raise WatchError(LookOutcome.PARSE_FAILED, "look.crossref_refused", facts, status=answer.status)
    if text(envelope, "message-type") != kind or not isinstance(message, dict):
        raise not_understood(answer, REGISTRY)
    return message


def _nobodys(doi: str, client: Client) -> WatchError:
    """Return what a 404 means: another agency's DOI, nobody's, or one that Crossref has not listed (yet)."""
    agency = doi_names.agency(doi, client)
    if not agency:
        return doi_names.unknown(doi)
    if agency.lower() == REGISTRY.lower():
        return WatchError(LookOutcome.UNAVAILABLE, "look.crossref_not_listed", {"doi": doi}, status=_MISSING)
    return WatchError(
        LookOutcome.SKIPPED, "look.crossref_other_agency", {"doi": doi, "agency": agency}, status=_MISSING
    )


def _sighting(doi: str, work: Mapping[str, object]) -> Sighting:
    updates, itself = _updates(doi, work)
    notice_of = [doi_in(row) for row in rows(work, "update-to") if _kind(row) is not NoticeKind.NEW_VERSION]
    notice_of = [one for one in notice_of if one and one != doi]
    title = first(work, "title")
    if not notice_of:
        updates = _with_title_mark(updates, title)
    notices = _after_reinstatement(updates)
    lifecycle = _lifecycle(notices)
    unknown = any(one.kind is NoticeKind.OTHER for one in notices)
    return Sighting(
        "crossref",
        doi,
        title=title,
        released_on=published(work),
        lifecycle=lifecycle,
        status_text=next((one.label for one in notices if one.kind in dict(_LIFECYCLE)), ""),
        successors=tuple(_successors(work, doi)),
        notices=notices,
        warnings=tuple(
            name
            for name, holds in (
                ("warning.is_notice", bool(notice_of)),
                ("warning.self_reference", itself),
                ("warning.unknown_update_type", unknown),
            )
            if holds
        ),
        url=doi_names.page(doi),
        etag=lasting_hash(work),
        reference=reference_of(work),
        facts={"notice_of": ", ".join(dict.fromkeys(notice_of))} if notice_of else {},
    )


@dataclass(frozen=True, slots=True)
class _Update:
    """One announcement before it is merged: its type, the DOI of the notice, day, words and house."""

    type: str
    doi: str
    on: str
    label: str
    source: str


def _updates(doi: str, work: Mapping[str, object]) -> tuple[tuple[Notice, ...], bool]:
    """Return what was announced about the work, each (type, notice) once; and whether it names itself gravely."""
    merged: dict[tuple[str, str], list[_Update]] = {}
    itself = False
    own = [row for row in rows(work, "update-to") if doi_in(row) == doi]
    for row in (*rows(work, "updated-by"), *own):
        update = _update(row)
        if update.doi == doi:
            if _kind(row) not in _GRAVE:
                continue
            itself = True
        merged.setdefault((update.type, update.doi or update.on), []).append(update)
    return tuple(_notice(group) for group in merged.values()), itself


def _update(row: Mapping[str, object]) -> _Update:
    words = text(row, "label") or text(row, "type")
    return _Update(_type(row), doi_in(row), dated(row.get("updated")), words, text(row, "source"))


def _type(row: Mapping[str, object]) -> str:
    return re.sub(r"[\s-]+", "_", text(row, "type").lower())


def _kind(row: Mapping[str, object]) -> NoticeKind:
    return _KINDS.get(_type(row), NoticeKind.OTHER)


def _notice(group: list[_Update]) -> Notice:
    """Return one notice of what several houses announced; the most precise day counts."""
    one = group[0]
    day = max((update.on for update in group), key=len)
    return Notice(
        _KINDS.get(one.type, NoticeKind.OTHER),
        f"{one.type}:{one.doi or day}",
        day,
        one.label,
        doi_names.page(one.doi) if one.doi else "",
        tuple(sorted({update.source or "publisher" for update in group})),
    )


def _with_title_mark(notices: tuple[Notice, ...], title: str) -> tuple[Notice, ...]:
    """Add what the title says by itself ("RETRACTED: ..."), where no notice says it (registries, 2)."""
    found = _MARK.match(title)
    if found is None or any(one.kind in _TAKEN_AWAY for one in notices):
        return notices
    retracted = found["word"].lower() == "retracted"
    kind = NoticeKind.RETRACTION if retracted else NoticeKind.WITHDRAWAL
    mark = Notice(kind, f"{kind.value}:title", label=found.group().strip(), asserted_by=("publisher",))
    return (*notices, mark)


def _after_reinstatement(notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
    """Return the notices without a reinstatement that a later retraction overtook."""
    taken = max((one.on for one in notices if one.kind in _TAKEN_AWAY), default="")
    return tuple(one for one in notices if one.kind is not NoticeKind.REINSTATEMENT or not one.on or one.on >= taken)


def _lifecycle(notices: Iterable[Notice]) -> Lifecycle:
    kinds = {one.kind for one in notices}
    if NoticeKind.REINSTATEMENT in kinds:
        kinds -= set(_TAKEN_AWAY)
    return next((lifecycle for kind, lifecycle in _LIFECYCLE if kind in kinds), Lifecycle.CURRENT)


def _successors(work: Mapping[str, object], doi: str) -> Iterable[Pointer]:
    """Yield what came after the work: a new version or edition, the article of a preprint."""
    for row in rows(work, "updated-by"):
        update = _update(row)
        if _kind(row) is NoticeKind.NEW_VERSION and update.doi not in ("", doi):
            yield Pointer("doi", update.doi, Certainty.STATED, update.label, update.on)
    relation = work.get("relation")
    for name in _SUCCESSIONS:
        for row in rows(relation, name) if isinstance(relation, dict) else []:
            if text(row, "id-type") == "doi" and doi_in(row, "id") not in ("", doi):
                yield Pointer("doi", doi_in(row, "id"), Certainty.STATED, name)


WATCHER = Watcher(
    "crossref",
    doi_names.key_of,
    every_days=7,
    look=look,
    asks={"crossref": POLITE, "doi": doi_names.POLITE},
    page=doi_names.page,
    search=search,
    searches=frozenset({SourceKind.JOURNAL_ARTICLE, SourceKind.SYSTEMATIC_REVIEW, SourceKind.ESMO_CPG}),
)
