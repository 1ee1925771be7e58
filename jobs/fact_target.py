"""Which stored version a fact speaks of, and which one it contradicts. Decides only; writes nothing."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from citations.dates import newer, read_iso
from citations.kinds import CitationState, Status
from citations.models import Citation, SourceVersion
from citations.stored import mark_of
from citations.versions import Mark, conflicting, same_label
from jobs.succession import existed


@dataclass(frozen=True, slots=True)
class Fact:
    """What somebody read in a register: version, Stand, last valid day, status, register number. Empty: not said.

    ``doi``, ``pmid``, ``title``, ``url`` and ``issued`` (partial ISO date of publication) are those of a new version.
    ``succeeds`` says that the register calls it the successor of what is cited: then it is never the cited one.
    """

    version: str = ""
    stand: str = ""
    valid_until: str = ""
    status: Status | None = None
    awmf_number: str = ""
    note: str = ""
    doi: str = ""
    pmid: str = ""
    title: str = ""
    url: str = ""
    issued: str = ""
    succeeds: bool = False


def target_of(session: Session, versions: list[SourceVersion], fact: Fact) -> SourceVersion | None:
    """Return the stored version a fact is about, None if it speaks of one that is not stored yet.

    A DOI or PMID says it. Without a label it is the one of that Stand, or the newest one that pages use; but a newer
    Stand is a newer version (1.2). With a label it is the one that has it, or a nameless one that could be it: one
    that the pages had read before that version existed is not (8, supportive care).
    """
    numbered = [v for v in versions if (fact.doi and v.doi == fact.doi) or (fact.pmid and v.pmid == fact.pmid)]
    same = [v for v in versions if v.label and same_label(v.label, fact.version)] if fact.version else []
    if numbered or same or fact.succeeds:
        return next(iter([*numbered, *same]), None)
    cited = cited_among(session, versions)
    if not fact.version:
        dated = [version for version in versions if fact.stand and version.as_of == fact.stand]
        newest = next(reversed(dated or cited or versions), None)
        return None if newest is not None and _outdates(fact.stand, newest.as_of) else newest
    nameless = [version for version in cited or versions if not version.label]
    return next((v for v in nameless if _could_be(session, v, fact)), None)


def clash_of(versions: list[SourceVersion], target: SourceVersion | None, fact: Fact) -> SourceVersion | None:
    """Return the stored version that a fact contradicts: a higher number with an older date, or the reverse."""
    label = fact.version or (target.label if target else "")
    stand = fact.stand if target is None or not target.as_of else target.as_of
    mark = Mark(label, stand)
    return next((v for v in versions if v is not target and conflicting(mark, mark_of(v))), None)


def cited_among(session: Session, versions: list[SourceVersion]) -> list[SourceVersion]:
    """Return which of these versions a page uses."""
    used = select(Citation.version_id).where(
        col(Citation.version_id).in_([version.id for version in versions]), Citation.state == CitationState.CONFIRMED
    )
    ids = set(session.exec(used.distinct()))
    return [version for version in versions if version.id in ids]


def _outdates(stand: str, as_of: str) -> bool:
    """Say whether a Stand is certainly newer than the one a version has."""
    return bool(stand and as_of and newer(read_iso(stand), read_iso(as_of)))


def _could_be(session: Session, version: SourceVersion, fact: Fact) -> bool:
    """Say whether a nameless version can be the one a fact names: it existed when its pages last opened it."""
    if not fact.stand:
        return True
    if version.as_of:
        return version.as_of.startswith(fact.stand) or fact.stand.startswith(version.as_of)
    return existed(session, version, fact.stand)
