"""Whether what a list was compared with still stands: asked when it is stored, at the price of a few short questions.

A list is read and compared while others go on saving. What they saved since is little; only if it concerns the very
sources, keys and names of the list, the list is compared anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from citations.models import Access, Event, Identifier, Source, SourceVersion
from service.acts.sources import Choice

_POLICY = "policy:"
_FACTS = ("source:", "version:", _POLICY)
_WATCHED = (Source, SourceVersion, Identifier, Access, Event)


class ChangedMeanwhileError(Exception):
    """Somebody saved what a plan rests on, after it was made: it has to be made anew."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The highest numbers when something was compared with all that is stored: what came later is above them."""

    source: int
    version: int
    identifier: int
    access: int
    event: int


def reach(session: Session) -> Reach:
    """Return how far the stored rows go by now."""
    return Reach(*(session.exec(select(func.max(table.id))).one() or 0 for table in _WATCHED))


def still_true(session: Session, then: Reach, choice: Choice) -> bool:
    """Say whether nothing was saved since that a choice rests on."""
    if reach(session) == then:
        return True
    known = {one.source.key: one.source.id for one in choice.found if one.source.id is not None}
    versions = {one.version.id for one in choice.found if one.version.id is not None}
    names = {pair for identity in choice.identities for pair in identity.identifiers}
    keys = {source.key for source in choice.sources}
    cite_keys = {version.cite_key for version in choice.versions}
    told = {f"source:{key}" for key in known} | {f"version:{number}" for number in versions}
    since: tuple[Iterable[object], ...] = (
        (about in told or about.startswith(_POLICY) for about in _events(session, then)),
        (key in keys for key in session.exec(select(Source.key).where(col(Source.id) > then.source))),
        (
            pair in names
            for pair in session.exec(
                select(Identifier.scheme, Identifier.value).where(col(Identifier.id) > then.identifier)
            )
        ),
        (
            source_id in known.values() or key in cite_keys
            for source_id, key in session.exec(
                select(SourceVersion.source_id, SourceVersion.cite_key).where(col(SourceVersion.id) > then.version)
            )
        ),
        (number in versions for number in session.exec(select(Access.version_id).where(col(Access.id) > then.access))),
    )
    return not any(touched for several in since for touched in several)


def _events(session: Session, then: Reach) -> list[str]:
    """Return what was changed since, as far as it is a source, a version or a rule."""
    rows = session.exec(select(Event.about).where(col(Event.id) > then.event))
    return [about for about in rows if about.startswith(_FACTS)]
