"""Which sources and versions are known already, looked up for a whole block of references in a few questions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from citations.models import Identifier, ImportedEntry, Source, SourceVersion
from citations.queries.among import among, among_words
from citations.records import Identity


@dataclass(slots=True)
class KnownSources:
    """The sources behind some hard keys and names. One that was merged is represented by the one that was kept."""

    by_identifier: dict[tuple[str, str], Source] = field(default_factory=dict)
    by_key: dict[str, Source] = field(default_factory=dict)

    def find(self, identity: Identity, key: str = "") -> Source | None:
        """Return the source that has this very ``key``, or one of these hard keys, or the key they give."""
        if key and key in self.by_key:
            return self.by_key[key]
        known = (self.by_identifier.get(pair) for pair in identity.identifiers)
        return next((source for source in known if source is not None), None) or self.by_key.get(identity.key)

    def learn(self, identity: Identity, source: Source) -> list[tuple[str, str]]:
        """Note further hard keys under which a source was met, unless another one has them; return the new ones."""
        new = [pair for pair in dict.fromkeys(identity.identifiers) if pair not in self.by_identifier]
        self.by_identifier |= dict.fromkeys(new, source)
        return new


def known_sources(session: Session, identities: Iterable[Identity], keys: Iterable[str] = ()) -> KnownSources:
    """Return what is stored of these identities and keys."""
    several = list(identities)
    by_scheme: dict[str, list[str]] = {}
    for scheme, value in dict.fromkeys(pair for identity in several for pair in identity.identifiers):
        by_scheme.setdefault(scheme, []).append(value)
    pairs: dict[tuple[str, str], int] = {}
    for scheme, values in by_scheme.items():
        rows = session.exec(
            select(Identifier.value, Identifier.source_id).where(
                Identifier.scheme == scheme, among_words(col(Identifier.value), values)
            )
        )
        pairs |= {(scheme, value): source_id for value, source_id in rows}
    named = {*(identity.key for identity in several), *(key for key in keys if key)}
    by_key = {row.key: row for row in session.exec(select(Source).where(among_words(col(Source.key), named)))}
    by_id = _by_id(session, {*pairs.values()} - {row.id for row in by_key.values()})
    by_id |= {row.id or 0: row for row in by_key.values()}
    kept = _kept(session, by_id)
    return KnownSources(
        {pair: kept[source_id] for pair, source_id in pairs.items()},
        {key: kept[row.id or 0] for key, row in by_key.items()},
    )


def kept_source(session: Session, source: Source) -> Source:
    """Return the source itself, or the one it was merged into."""
    return _kept(session, {source.id or 0: source})[source.id or 0]


def standing_version(session: Session, version_id: int) -> int:
    """Return the version itself, or the one that took its place in a merge: an old screen may still name the former."""
    taken = session.exec(select(SourceVersion.merged_into_id).where(SourceVersion.id == version_id)).first()
    return taken or version_id


def versions_of(session: Session, sources: Sequence[Source]) -> dict[int, list[SourceVersion]]:
    """Return the versions of stored sources by the source's id, oldest first, without merged ones."""
    found: dict[int, list[SourceVersion]] = {source.id or 0: [] for source in sources}
    rows = session.exec(
        select(SourceVersion).where(among(col(SourceVersion.source_id), [*found])).order_by(col(SourceVersion.id))
    )
    for row in rows:
        if row.merged_into_id is None:  # asked here: SQLite would walk through all the versions that are not merged
            found[row.source_id].append(row)
    return found


def meant_before(session: Session, source_ids: Sequence[int]) -> dict[tuple[int, str], list[int]]:
    """Return which versions of these sources the entries of earlier lists meant, by source and words, oldest first."""
    rows = session.exec(
        select(ImportedEntry.source_id, ImportedEntry.raw, ImportedEntry.version_id)
        .where(among(col(ImportedEntry.source_id), source_ids), col(ImportedEntry.version_id).is_not(None))
        .order_by(col(ImportedEntry.id))
    )
    meant: dict[tuple[int, str], list[int]] = {}
    for source_id, words, version_id in rows:
        meant.setdefault((source_id or 0, words), []).append(version_id or 0)
    return meant


def _by_id(session: Session, ids: Iterable[int | None]) -> dict[int, Source]:
    numbers = sorted(number for number in ids if number is not None)
    if not numbers:
        return {}
    return {row.id or 0: row for row in session.exec(select(Source).where(among(col(Source.id), numbers)))}


def _kept(session: Session, by_id: dict[int, Source]) -> dict[int, Source]:
    """Return for each id the source that stands for it today: merges may follow on merges."""
    known, wanted = dict(by_id), {row.merged_into_id for row in by_id.values()} - {None}
    while missing := wanted - known.keys():
        more = _by_id(session, missing)
        known |= more
        wanted = {row.merged_into_id for row in more.values()} - {None}
    kept = {}
    for number, row in by_id.items():
        last, passed = row, {number}
        while last.merged_into_id is not None and last.merged_into_id not in passed:
            passed.add(last.merged_into_id)
            last = known[last.merged_into_id]
        kept[number] = last
    return kept
