"""Keys that another work has already: what shares only words, an address or a book with it gets a key of its own.

Two editorials of one year and one author are two sources; that they might be one is for a person to say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from citations.identity import WEAK, apart, contradict, without
from citations.models import Identifier, SourceVersion
from citations.queries.among import among, among_words
from citations.records import Identity, Reference
from citations.stored import reference_of

_HARD = ("doi", "pmid", "cochrane", "awmf")
Key = tuple[str, str]


@dataclass(slots=True)
class _Owner:
    """What is known of the source that has a key: its references, and all its keys."""

    references: list[Reference] = field(default_factory=list)
    keys: set[Key] = field(default_factory=set)

    def denies(self, key: Key, identity: Identity, reference: Reference) -> bool:
        """Say whether a reference with this key cannot be this source."""
        for scheme in _HARD:
            own = {value for name, value in self.keys if name == scheme}
            theirs = {value for name, value in identity.identifiers if name == scheme}
            if own and theirs and not own & theirs:
                return True
        return bool(self.references) and all(contradict(key[0], one, reference) for one in self.references)


def sound(session: Session, asked: Sequence[tuple[Identity, Reference]]) -> list[Identity]:
    """Return the identities in order, without keys whose owner they contradict, stored or earlier in this block."""
    pairs = {pair for identity, _ in asked for pair in identity.identifiers if pair[0] in WEAK}
    pairs |= {pair for identity, reference in asked for pair in _words(identity, reference)}
    owners = _owners(session, pairs)
    found = []
    for identity, reference in asked:
        settled = _settled(owners, identity, reference)
        found.append(settled)
        owner = next((owners[key] for key in settled.identifiers if key in owners), None) or _Owner()
        owner.references.append(reference)
        owner.keys |= set(settled.identifiers)
        for key in settled.identifiers:
            owners.setdefault(key, owner)
    return found


def _words(identity: Identity, reference: Reference) -> Iterable[Key]:
    """Return the keys by words that a reference with weak keys alone may fall back to."""
    if any(scheme not in WEAK for scheme, _ in identity.identifiers):
        return ()
    return *without(identity, frozenset(identity.identifiers), reference).identifiers, *apart(
        identity, reference
    ).identifiers


def _settled(owners: dict[Key, _Owner], identity: Identity, reference: Reference) -> Identity:
    """Return the identity under which a reference can be kept."""
    denied = _denied(owners, identity, reference)
    if not denied:
        return identity
    fallback = without(identity, denied, reference)
    return apart(identity, reference) if _denied(owners, fallback, reference) else fallback


def _denied(owners: dict[Key, _Owner], identity: Identity, reference: Reference) -> frozenset[Key]:
    """Return the weak keys whose owner is certainly another source."""
    weak = [key for key in identity.identifiers if key[0] in WEAK and key in owners]
    return frozenset(key for key in weak if owners[key].denies(key, identity, reference))


def _owners(session: Session, pairs: set[Key]) -> dict[Key, _Owner]:
    """Return who has these keys, in three questions."""
    values = {value for _, value in pairs}
    rows = session.exec(
        select(Identifier).where(col(Identifier.scheme).in_(sorted(WEAK)), among_words(col(Identifier.value), values))
    ).all()
    held = {(row.scheme, row.value): row.source_id for row in rows if (row.scheme, row.value) in pairs}
    ids = sorted(set(held.values()))
    by_id = {number: _Owner() for number in ids}
    if not ids:
        return {}
    for row in session.exec(select(Identifier).where(among(col(Identifier.source_id), ids))):
        by_id[row.source_id].keys.add((row.scheme, row.value))
    for version in session.exec(select(SourceVersion).where(among(col(SourceVersion.source_id), ids))):
        by_id[version.source_id].references.append(reference_of(version))
    return {key: by_id[source_id] for key, source_id in held.items()}
