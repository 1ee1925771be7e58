"""The marks by which likely doubles of a source are found. Comparing and deciding is for people."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import insert
from sqlmodel import Session, col, select

from citations.likeness import marks
from citations.models import Source, SourceVersion, TitleMark
from citations.queries.among import among
from citations.queries.tables import TITLE_MARK
from citations.stored import reference_of


def mark(session: Session, sources: Sequence[Source]) -> None:
    """Write the marks by which likely doubles of these sources are found: new ones, or ones that were corrected."""
    kinds = {source.id or 0: source.kind for source in sources}
    versions = session.exec(select(SourceVersion).where(among(col(SourceVersion.source_id), [*kinds])))
    found: dict[int, set[str]] = defaultdict(set)
    for version in versions:
        found[version.source_id] |= marks(kinds[version.source_id], reference_of(version))
    known = select(TitleMark.source_id, TitleMark.mark).where(among(col(TitleMark.source_id), [*kinds]))
    fresh = {(number, one) for number, several in found.items() for one in several} - set(session.exec(known))
    rows = [{"source_id": number, "mark": one} for number, one in sorted(fresh)]
    if rows:
        session.connection().execute(insert(TITLE_MARK), rows)
