"""Sources and their versions: find or add them from a reference, name them, find them by what an editor types."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import process
from sqlmodel import Session, col, or_, select

from citations.dates import earliest, read_iso
from citations.identity import find_key, identify
from citations.kinds import CitationState
from citations.models import Citation, Identifier, Source, SourceVersion
from citations.records import Identity, Reference
from citations.stored import version_fields
from service.acts.findable import make_findable
from service.acts.refused import UnknownError

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Found:
    """A version with its source, and whether each was added just now."""

    source: Source
    version: SourceVersion
    new_source: bool
    new_version: bool
    learned: dict[str, object] = field(default_factory=dict)
    """What a known version lacked and this reference states."""


def find_or_add(session: Session, reference: Reference, today: date, read_on: str = "") -> Found:
    """Return the source and version a reference means, adding what is not known; identity alone decides sameness.

    ``read_on`` is the last day on which whoever names it can have read it (partial ISO date, "" for unknown).
    """
    identity = identify(reference)
    source = find_source(session, identity)
    new_source = source is None
    if source is None:
        source = _add_source(session, identity, reference)
    _learn(session, source, identity)
    version = None if new_source else _same_version(session, source, reference, read_on)
    if version is not None:
        return Found(source, version, new_source=False, new_version=False, learned=_fill_in(version, reference))
    version = add_version(session, source, reference, today)
    return Found(source, version, new_source, new_version=True)


def find_source(session: Session, identity: Identity) -> Source | None:
    """Return the source that has one of these hard keys, or this very key."""
    for scheme, value in identity.identifiers:
        known = session.exec(
            select(Source)
            .join(Identifier, col(Identifier.source_id) == col(Source.id))
            .where(Identifier.scheme == scheme, Identifier.value == value)
        ).first()
        if known is not None:
            return known
    return session.exec(select(Source).where(Source.key == identity.key)).first()


def source_named(session: Session, text: str) -> Source:
    """Return the source an editor names by key, register number, DOI, ISBN ...; UnknownError lists the nearest keys."""
    exact = session.exec(select(Source).where(Source.key == text.strip())).first()
    if exact is not None:
        return exact
    pairs = find_key(text)
    for scheme, value in pairs:
        known = session.exec(
            select(Source)
            .join(Identifier, col(Identifier.source_id) == col(Source.id), isouter=True)
            .where(or_(Source.key == f"{scheme}:{value}", (Identifier.scheme == scheme) & (Identifier.value == value)))
        ).first()
        if known is not None:
            return known
    keys = session.exec(select(Source.key)).all()
    near = [match[0] for match in process.extract(text, keys, limit=3, score_cutoff=40)]
    raise UnknownError("refused.unknown_source", key=text, near=", ".join(near) or "–")


def add_version(session: Session, source: Source, reference: Reference, today: date) -> SourceVersion:
    """Add a version of a source with a citation key of its own, which stays for ever."""
    version = SourceVersion(
        source_id=number(source),
        cite_key=_cite_key(session, reference, source),
        first_seen_on=today,
        **version_fields(reference),
    )
    session.add(version)
    session.flush()
    return version


def _fill_in(version: SourceVersion, reference: Reference) -> dict[str, object]:
    """Add facts that a version lacks and a reference states; never overwrite one. Returns what was added."""
    added: dict[str, object] = {}
    for name, value in version_fields(reference).items():
        if value and not getattr(version, name):
            setattr(version, name, value)
            added[name] = value.isoformat() if isinstance(value, date) else value
    return added


def newest_used(session: Session, source: Source) -> int:
    """Return the version of a source that pages use, the newest if they use several, else the newest known."""
    own = select(SourceVersion.id).where(SourceVersion.source_id == source.id).order_by(col(SourceVersion.id).desc())
    used = select(Citation.version_id).where(Citation.state == CitationState.CONFIRMED)
    found = session.exec(own.where(col(SourceVersion.id).in_(used))).first() or session.exec(own).first()
    if found is None:
        raise UnknownError("refused.unknown_version", number=0)
    return found


def number(row: Source | SourceVersion) -> int:
    """Return the id of a stored row."""
    if row.id is None:
        raise UnknownError("refused.unsaved")
    return row.id


def _add_source(session: Session, identity: Identity, reference: Reference) -> Source:
    """Add a source under its key."""
    title = reference.title or ", ".join(o.name for o in reference.organisations) or identity.key
    source = Source(key=identity.key, kind=identity.kind, title=title, homepage=reference.url)
    session.add(source)
    session.flush()
    words = [identity.key, title, reference.awmf_number, reference.doi, *reference.authors]
    words += [part for o in reference.organisations for part in (o.name, *o.bracket)]
    make_findable(session, "source", {number(source): " ".join(words)})
    return source


def _learn(session: Session, source: Source, identity: Identity) -> None:
    """Remember further hard keys under which a source was met, unless another source has them."""
    for scheme, value in identity.identifiers:
        taken = session.exec(select(Identifier).where(Identifier.scheme == scheme, Identifier.value == value)).first()
        if taken is None:
            session.add(Identifier(source_id=number(source), scheme=scheme, value=value))
    session.flush()


def _same_version(session: Session, source: Source, reference: Reference, read_on: str) -> SourceVersion | None:
    """Return the stored version a reference means: the newest it contradicts nowhere, and not one of later date."""
    rows = session.exec(
        select(SourceVersion).where(SourceVersion.source_id == source.id).order_by(col(SourceVersion.id).desc())
    ).all()
    return next((row for row in rows if _compatible(row, reference) and not _later(row, read_on)), None)


def _later(row: SourceVersion, read_on: str) -> bool:
    """Say whether a version appeared only after a day."""
    stand = earliest(row.as_of)
    return bool(stand and read_on and stand > read_iso(read_on).latest())


def _compatible(row: SourceVersion, reference: Reference) -> bool:
    """Say whether what a reference states of the version contradicts a stored one nowhere."""
    pairs = (
        (row.label, reference.version),
        (row.form, reference.edition_form),
        (row.as_of, reference.stand),
        (row.guideline_class, reference.guideline_class),
        (row.edition, reference.edition),
    )
    if not reference.version and row.year and reference.year and row.year != reference.year:
        return False
    return all(not one or not other or one == other for one, other in pairs)


def _cite_key(session: Session, reference: Reference, source: Source) -> str:
    """Return a new citation key: first author or organisation, year, a letter if taken (domain 5.1). ASCII, stable."""
    name = reference.authors[0].rsplit(" ", 1)[0] if reference.authors else ""
    name = name or (reference.organisations[0].name if reference.organisations else "") or reference.title or source.key
    year = str(reference.year or reference.stand[:4] or "")
    stem = (_ascii(name) or "quelle") + year
    taken = set(session.exec(select(SourceVersion.cite_key).where(col(SourceVersion.cite_key).startswith(stem))).all())
    suffixes: list[str] = ["", *"abcdefghijklmnopqrstuvwxyz", *(f"-{n}" for n in range(2, len(taken) + 3))]
    return next(stem + suffix for suffix in suffixes if stem + suffix not in taken)


def _ascii(name: str) -> str:
    """Return the first words of a name in plain lower-case letters."""
    folded = name.translate(_UMLAUTS)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode().lower()
    return "".join(re.findall(r"[a-z0-9]+", plain)[:3])[:40]
