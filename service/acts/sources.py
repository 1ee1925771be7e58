"""Sources and their versions: find or add them from references, name them, find them by what an editor types."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import process
from sqlmodel import Session, col, or_, select

from citations.dates import earliest, read_iso
from citations.identity import find_key, identify
from citations.kinds import CitationState, SourceKind
from citations.likeness import marks
from citations.models import Citation, Identifier, Source, SourceVersion
from citations.queries.tables import IDENTIFIER, SEARCH, SOURCE, TITLE_MARK, VERSION
from citations.records import Identity, Reference
from citations.search import fold
from citations.stored import version_fields
from jobs.cite_keys import KeyAsked, key_stem, new_keys
from jobs.known_sources import KnownSources, kept_source, known_sources, meant_before, versions_of
from jobs.new_rows import adopt, fresh, store_new, write_rows
from jobs.refused import UnknownError
from jobs.versions import new_version, number
from service.acts.soundness import sound


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reference whose source and version are wanted, and what is known about it beyond its words.

    ``kind`` is stated by a file, ``key`` our own key that it carries, ``cite_key`` the key it calls the version by.
    ``read_on`` is the last day on which whoever names it can have read it (partial ISO date, "" for unknown).
    ``words`` are those of the entry of a list: what the very same words meant before, they mean again.
    """

    reference: Reference
    kind: SourceKind | None = None
    key: str = ""
    cite_key: str = ""
    read_on: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A version with its source, and whether each was added just now."""

    source: Source
    version: SourceVersion
    new_source: bool
    new_version: bool
    learned: dict[str, object] = field(default_factory=dict)
    """What a known version lacked and this reference states."""


@dataclass(slots=True)
class Choice:
    """Which source and version some references mean; what is new stands here as objects that are not written yet.

    ``of`` are the sources of the new versions, in order; ``texts`` by what the new sources are found, in order;
    ``marks`` those of new sources by their key; ``names`` hard keys under which sources were met for the first time.
    """

    identities: list[Identity]
    found: list[Found] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    marks: dict[str, frozenset[str]] = field(default_factory=dict)
    names: dict[tuple[str, str], Source] = field(default_factory=dict)
    versions: list[SourceVersion] = field(default_factory=list)
    of: list[Source] = field(default_factory=list)


def find_or_add(session: Session, reference: Reference, today: date, read_on: str = "") -> Found:
    """Return the source and version a reference means, adding what is not known; identity alone decides sameness.

    ``read_on`` is as in Wanted. For many references at once there is ``find_or_add_all``.
    """
    return find_or_add_all(session, [Wanted(reference, read_on=read_on)], today)[0]


def find_or_add_all(session: Session, wanted: Sequence[Wanted], today: date) -> list[Found]:
    """Return source and version of each reference in order, as if they came one by one, in a few questions for all."""
    choice = choose(session, wanted, today)
    store(session, choice)
    adopt(session, [*choice.sources, *choice.versions])
    return choice.found


def choose(session: Session, wanted: Sequence[Wanted], today: date) -> Choice:
    """Find out which source and version each reference means, and make those that are new; writes nothing.

    What a known version lacks is filled in, in its object.
    """
    stated = [(identify(one.reference, kind=one.kind), one.reference) for one in wanted]
    identities = sound(session, stated)
    known = known_sources(session, identities, (one.key for one in wanted))
    choice = Choice(identities=identities)
    sources, new = [], dict[int, Source]()
    for place, (one, identity) in enumerate(zip(wanted, identities, strict=True)):
        source = known.find(identity, one.key)
        if source is None:
            source = new[place] = _new_source(known, identity, one.reference)
            choice.sources.append(source)
            choice.texts.append(_searched(source, one.reference))
        sources.append(source)
        choice.names |= dict.fromkeys(known.learn(identity, source), source)
    _choose_versions(session, choice, wanted, sources, {*new}, today)
    return choice


def store(session: Session, choice: Choice) -> None:
    """Write what is new of a choice, each kind of row in one statement."""
    session.flush()
    store_new(session, SOURCE, choice.sources)
    write_rows(
        session,
        IDENTIFIER,
        [{"source_id": number(source), "scheme": one, "value": value} for (one, value), source in choice.names.items()],
    )
    write_rows(
        session,
        SEARCH,
        [
            {"kind": "source", "ref_id": number(source), "folded": text}
            for source, text in zip(choice.sources, choice.texts, strict=True)
        ],
    )
    for version, source in zip(choice.versions, choice.of, strict=True):
        version.source_id = number(source)
    store_new(session, VERSION, choice.versions)
    write_rows(
        session,
        TITLE_MARK,
        [
            {"source_id": number(source), "mark": one}
            for source in choice.sources
            for one in sorted(choice.marks[source.key])
        ],
    )


def find_source(session: Session, reference: Reference) -> Source | None:
    """Return the source a reference means: the one with its hard keys, or with its words and nothing against it."""
    (identity,) = sound(session, [(identify(reference), reference)])
    return known_sources(session, [identity]).find(identity)


def source_named(session: Session, text: str) -> Source:
    """Return the source an editor names by key, register number, DOI, ISBN ...; UnknownError lists the nearest keys."""
    exact = session.exec(select(Source).where(Source.key == text.strip())).first()
    if exact is not None:
        return kept_source(session, exact)
    pairs = find_key(text)
    for scheme, value in pairs:
        known = session.exec(
            select(Source)
            .join(Identifier, col(Identifier.source_id) == col(Source.id), isouter=True)
            .where(or_(Source.key == f"{scheme}:{value}", (Identifier.scheme == scheme) & (Identifier.value == value)))
        ).first()
        if known is not None:
            return kept_source(session, known)
    keys = session.exec(select(Source.key)).all()
    near = [match[0] for match in process.extract(text, keys, limit=3, score_cutoff=40)]
    raise UnknownError("refused.unknown_source", key=text, near=", ".join(near) or "–")


def _fill_in(version: SourceVersion, reference: Reference) -> dict[str, object]:
    """Add facts that a version lacks and a reference states; never overwrite one. Returns what was added."""
    added: dict[str, object] = {}
    for name, value in version_fields(reference).items():
        if value and not getattr(version, name) and not (name == "as_of" and _ended_before(version, value)):
            setattr(version, name, value)
            added[name] = value.isoformat() if isinstance(value, date) else value
    return added


def _ended_before(version: SourceVersion, stand: str) -> bool:
    """Say whether a version that has an end would end before a Stand (invariant 3)."""
    begins = earliest(stand)
    return bool(version.valid_until and begins and version.valid_until < begins)


def newest_used(session: Session, source: Source) -> int:
    """Return the version of a source that pages use, the newest if they use several, else the newest known."""
    own = select(SourceVersion.id).where(SourceVersion.source_id == source.id).order_by(col(SourceVersion.id).desc())
    used = select(Citation.version_id).where(Citation.state == CitationState.CONFIRMED)
    found = session.exec(own.where(col(SourceVersion.id).in_(used))).first() or session.exec(own).first()
    if found is None:
        raise UnknownError("refused.unknown_version", number=0)
    return found


def called(reference: Reference) -> str:
    """Return what a source is called: its title, its organisations or its address as people write it, "" for none."""
    names = ", ".join(o.name for o in reference.organisations)
    return reference.title or names or reference.url.partition("://")[2].rstrip("/") or reference.url


def _new_source(known: KnownSources, identity: Identity, reference: Reference) -> Source:
    """Return a new source under its key, known from now on."""
    title = called(reference) or identity.key
    values = {"key": identity.key, "kind": identity.kind, "title": title, "homepage": reference.url}
    source = fresh(Source, values)
    known.by_key[identity.key] = source
    return source


def _searched(source: Source, reference: Reference) -> str:
    """Return by what a new source is found: key, title, numbers and names."""
    words = [source.key, source.title, reference.awmf_number, reference.doi, *reference.authors]
    words += [part for o in reference.organisations for part in (o.name, *o.bracket)]
    return fold(" ".join(words))


def _choose_versions(
    session: Session, choice: Choice, wanted: Sequence[Wanted], sources: list[Source], new: set[int], today: date
) -> None:
    """Choose the version that each reference means, or make one; new ones get their citation keys."""
    stored = [*{source.id: source for source in sources if source.id is not None}.values()]
    siblings_of = {source.key: rows for source, rows in zip(stored, versions_of(session, stored).values(), strict=True)}
    meant = meant_before(session, [number(source) for source in stored]) if any(one.words for one in wanted) else {}
    asked = []
    for place, (one, source) in enumerate(zip(wanted, sources, strict=True)):
        siblings = siblings_of.setdefault(source.key, [])
        version = _same_version(siblings, one, meant.get((source.id or 0, one.words), ()))
        if version is not None:
            learned = _fill_in(version, one.reference)
            choice.found.append(Found(source, version, new_source=False, new_version=False, learned=learned))
            continue
        version = new_version(source, one.reference, today)
        siblings.append(version)
        choice.versions.append(version)
        choice.of.append(source)
        asked.append(KeyAsked(key_stem(one.reference, source.key), one.cite_key))
        if source.id is None:
            known_marks = choice.marks.get(source.key, frozenset())
            choice.marks[source.key] = known_marks | marks(source.kind, one.reference)
        choice.found.append(Found(source, version, new_source=place in new, new_version=True))
    for version, key in zip(choice.versions, new_keys(session, asked), strict=True):
        version.cite_key = key


def _same_version(siblings: Sequence[SourceVersion], one: Wanted, meant_ids: Iterable[int]) -> SourceVersion | None:
    """Return the stored version a reference means: the newest it contradicts nowhere, and not one of later date.

    What the same words meant before they mean for ever, whatever that version has learned since. One that bears the
    citation key they carry goes before a newer one.
    """
    fitting = [row for row in reversed(siblings) if _compatible(row, one.reference) and not _later(row, one.read_on)]
    before = {row.id: row for row in siblings if row.id in set(meant_ids)}
    meant = [row for row in fitting if row.id in before] + [*before.values()]
    named = [row for row in fitting if one.cite_key and row.cite_key == one.cite_key]
    return next(iter([*meant, *named, *fitting]), None)


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
