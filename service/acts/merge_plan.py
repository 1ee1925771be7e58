"""What a merge of two sources would do, before anybody does it: who stays, which versions are one, which value wins.

Nothing is changed here. A stamp says what the two looked like, so that a merge of something else is refused.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlmodel import Session, col, func, select

from citations.kinds import SourceKind
from citations.likeness import kinds_meet, numbers_apart
from citations.models import Citation, Event, Identifier, Source, SourceVersion
from citations.queries.among import among
from citations.versions import same_label
from jobs.refused import RefusedError, UnknownError

SOURCE_FIELDS = ("title", "kind", "homepage", "substances")
VERSION_FIELDS = (
    "title", "authors", "organisations", "group_author", "container", "year", "volume", "issue", "pages", "label",
    "form", "guideline_class", "edition", "as_of", "consensus_as_of", "valid_until", "status", "awmf_number", "doi",
    "pmid", "isbn", "url", "publisher", "place", "country", "series", "medium",
)  # fmt: skip
TOGETHER = {
    "authors": ("et_al",),
    "year": ("month",),
    "valid_until": ("valid_until_origin",),
    "status": ("status_on",),
}
"""Columns that go with a field: a day without its status says nothing."""

_ARTICLES = frozenset(
    {SourceKind.JOURNAL_ARTICLE, SourceKind.SYSTEMATIC_REVIEW, SourceKind.COCHRANE_REVIEW, SourceKind.ESMO_CPG}
)


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field of both sides as the log would write it. ``wins`` is keep or gone, ``open`` whether both say something.

    ``name`` is the name of the choice: ``source.title``, or ``12.title`` for version 12 of the source that goes.
    """

    name: str
    field: str
    keep: object
    gone: object
    wins: str
    open: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """A merge that may be done. ``pairs`` are (kept version, its twin); ``moving`` go over whole."""

    keep: Source
    gone: Source
    pairs: tuple[tuple[SourceVersion, SourceVersion], ...]
    moving: tuple[SourceVersion, ...]
    staying: tuple[SourceVersion, ...]
    stamp: str

    @property
    def taken(self) -> dict[int, int]:
        """Return which version takes the place of which: the number of the one that goes, and of the kept one."""
        return {gone.id or 0: keep.id or 0 for keep, gone in self.pairs}

    def fields(self, choices: Mapping[str, str]) -> tuple[FieldPair, ...]:
        """Return the fields in which the two differ, each with the value that wins under these choices."""
        found = [_field("source", name, self.keep, self.gone, choices) for name in SOURCE_FIELDS]
        for keep, gone in self.pairs:
            found += [_field(str(gone.id), name, keep, gone, choices) for name in VERSION_FIELDS]
        return tuple(pair for pair in found if pair.keep != pair.gone)


def plan_merge(session: Session, keep_id: int, gone_id: int) -> Plan:
    """Return what a merge would do. RefusedError says why two can never be one; UnknownError if one is unknown."""
    sources = {row.id: row for row in session.exec(select(Source).where(col(Source.id).in_([keep_id, gone_id])))}
    for number in (keep_id, gone_id):
        if number not in sources:
            raise UnknownError("refused.unknown_source", key=str(number), near="–")
    keep, gone = sources[keep_id], sources[gone_id]
    _refuse(session, keep, gone)
    versions = session.exec(
        select(SourceVersion)
        .where(col(SourceVersion.source_id).in_([keep_id, gone_id]), col(SourceVersion.merged_into_id).is_(None))
        .order_by(col(SourceVersion.id))
    ).all()
    staying = [row for row in versions if row.source_id == keep_id]
    pairs, moving = _paired(staying, [row for row in versions if row.source_id == gone_id], keep.kind)
    return Plan(keep, gone, tuple(pairs), tuple(moving), tuple(staying), stamp(session, keep, gone))


def _refuse(session: Session, keep: Source, gone: Source) -> None:
    """Refuse what can never be one source."""
    if keep.id == gone.id:
        raise RefusedError("refused.merge_itself")
    for side in (keep, gone):
        if side.merged_into_id is not None:
            raise RefusedError(
                "refused.merge_merged", key=side.key, into=session.get_one(Source, side.merged_into_id).key
            )
    if keep.id == gone.parent_id or gone.id == keep.parent_id:
        raise RefusedError("refused.merge_family")
    if SourceKind.AWMF_PATIENT_GUIDELINE in (keep.kind, gone.kind) and not kinds_meet(keep.kind, gone.kind):
        raise RefusedError("refused.merge_family")
    keys: dict[int | None, set[tuple[str, str]]] = {keep.id: set(), gone.id: set()}
    for row in session.exec(select(Identifier).where(col(Identifier.source_id).in_([keep.id, gone.id]))):
        keys[row.source_id].add((row.scheme, row.value))
    apart = numbers_apart(frozenset(keys[keep.id]), frozenset(keys[gone.id]))
    if apart is not None:
        scheme, one, other = apart
        raise RefusedError("refused.merge_numbers", scheme=scheme, one=one, other=other)


def _paired(
    staying: list[SourceVersion], going: list[SourceVersion], kind: SourceKind
) -> tuple[list[tuple[SourceVersion, SourceVersion]], list[SourceVersion]]:
    """Return which versions are the same on both sides, newest first, and those that have no twin."""
    free = list(reversed(staying))
    pairs, moving = [], []
    for row in reversed(going):
        twin = next((other for other in free if _one_version(row, other, kind)), None)
        if twin is None:
            moving.append(row)
        else:
            free.remove(twin)
            pairs.append((twin, row))
    return pairs, moving


def _one_version(one: SourceVersion, other: SourceVersion, kind: SourceKind) -> bool:
    """Say whether two rows are one version: number, Stand, form and edition contradict each other nowhere."""
    if one.label and other.label and not same_label(one.label, other.label):
        return False
    pairs = ((one.form, other.form), (one.as_of, other.as_of), (one.edition, other.edition))
    if any(left and right and left != right for left, right in pairs):
        return False
    told = bool(one.label and other.label) or bool(one.as_of and other.as_of) or kind in _ARTICLES
    return told or not one.year or not other.year or one.year == other.year


def _field(
    part: str, name: str, keep: Source | SourceVersion, gone: Source | SourceVersion, choices: Mapping[str, str]
) -> FieldPair:
    """Return one field of both; the kept one's value wins unless it says nothing, or a person chose."""
    left, right = _plain(getattr(keep, name)), _plain(getattr(gone, name))
    both = bool(left) and bool(right)
    chosen = choices.get(f"{part}.{name}", "")
    usual = "keep" if left else "gone"
    wins = chosen if chosen in ("keep", "gone") else usual
    return FieldPair(f"{part}.{name}", name, left, right, wins, both)


def _plain(value: object) -> object:
    """Return a value as the log keeps it."""
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value if value is not None else ""


def stamp(session: Session, keep: Source, gone: Source) -> str:
    """Return a mark of what two sources and all that hangs on them look like now."""
    ids = sorted((keep.id or 0, gone.id or 0))
    versions = session.exec(
        select(SourceVersion).where(col(SourceVersion.source_id).in_(ids)).order_by(col(SourceVersion.id))
    ).all()
    numbers = [row.id or 0 for row in versions]
    cited = session.exec(select(func.count(), func.max(Citation.id)).where(among(col(Citation.version_id), numbers)))
    abouts = [f"source:{keep.key}", f"source:{gone.key}", *(f"version:{number}" for number in numbers)]
    logged = session.exec(select(func.max(Event.id)).where(col(Event.about).in_(abouts))).one()
    rows = [one.model_dump(mode="json") for one in (*sorted((keep, gone), key=lambda one: one.id or 0), *versions)]
    text = json.dumps([rows, [list(row) for row in cited], logged], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
