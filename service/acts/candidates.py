"""Which stored sources are worth a comparison with some works: found by their marks, loaded in a few questions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import func
from sqlmodel import Session, col, select

from citations.kinds import SourceKind
from citations.likeness import Likeness, Work, compare, work
from citations.models import Identifier, Source, SourceVersion, TitleMark
from citations.queries.among import among, among_words
from citations.stored import reference_of

COMMON = 400
"""A mark of more sources than this tells nothing; others of the same title will."""

MOST = 24
"""Sources compared with one work: those that share the most marks with it."""

Candidates = dict[int, tuple[int, ...]]


def sharing(
    session: Session, marks: Mapping[int, frozenset[str]], own: Mapping[str, Sequence[int]] | None = None
) -> Candidates:
    """Return for each number the sources that share its marks, the closest first; never loads more than it compares.

    ``own`` are sources that are not stored yet, by their marks.
    """
    wanted = {mark for several in marks.values() for mark in several}
    rare = (
        select(TitleMark.mark)
        .where(among_words(col(TitleMark.mark), wanted))
        .group_by(col(TitleMark.mark))
        .having(func.count() <= COMMON)
    )
    owners: dict[str, list[int]] = defaultdict(list)
    for mark, source_id in session.connection().execute(
        select(col(TitleMark.mark), col(TitleMark.source_id)).where(col(TitleMark.mark).in_(rare))
    ):
        owners[mark].append(source_id)
    own = own or {}
    for mark in wanted & own.keys():
        if len(owners[mark]) + len(own[mark]) <= COMMON:
            owners[mark] += own[mark]
    found: Candidates = {}
    for number, several in marks.items():
        shared = Counter(owner for mark in several for owner in owners.get(mark, ()))
        ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
        found[number] = tuple(source_id for source_id, _ in ranked[: MOST + 1])
    return found


def works_of(session: Session, source_ids: Iterable[int]) -> dict[int, tuple[Work, ...]]:
    """Return the works that stored sources stand for, one for each version; none for merged sources."""
    ids = sorted(set(source_ids))
    kinds = session.exec(
        select(Source.id, Source.kind).where(among(col(Source.id), ids), col(Source.merged_into_id).is_(None))
    )
    by_id = {number or 0: SourceKind(kind) for number, kind in kinds}
    keys: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for row in session.exec(select(Identifier).where(among(col(Identifier.source_id), [*by_id]))):
        keys[row.source_id].add((row.scheme, row.value))
    found: dict[int, list[Work]] = {number: [] for number in by_id}
    versions = select(SourceVersion).where(
        among(col(SourceVersion.source_id), [*by_id]), col(SourceVersion.merged_into_id).is_(None)
    )
    for version in session.exec(versions.order_by(col(SourceVersion.id))):
        number = version.source_id
        found[number].append(work(by_id[number], reference_of(version), keys[number]))
    return {number: tuple(several) for number, several in found.items()}


def likeliest(one: Sequence[Work], other: Sequence[Work]) -> Likeness | None:
    """Return the best likeness between versions of two sources."""
    found = [likeness for left in one for right in other if (likeness := compare(left, right)) is not None]
    return max(found, key=lambda likeness: likeness.score, default=None)
