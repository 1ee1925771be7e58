"""What one look at a registry saw: the registry's own words beside our reading. Frozen; no wire, no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from citations.kinds import Certainty, Evidence, Lifecycle, LookOutcome, NoticeKind
from citations.records import Reference


@dataclass(frozen=True, slots=True)
class Pointer:
    """Another record that succeeds or precedes the one looked at: ``scheme`` and ``value`` as in Identity.

    With the scheme ``substance`` it is what a registry takes for the active substances of the source.
    """

    scheme: str
    value: str
    certainty: Certainty
    label: str = ""
    dated: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something announced about the source: what, on which day (partial ISO date), where, and by whom.

    ``key`` tells two notices of one kind apart for ever (DOI of the notice, link of the letter, ``kind:day``): the same
    evidence never opens a flag twice (invariant 13). ``label`` holds the registry's own words.
    """

    kind: NoticeKind
    key: str
    on: str = ""
    label: str = ""
    url: str = ""
    asserted_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file or page that belongs to the source: its role (long_version, patient_version, archive ...) and address."""

    role: str
    url: str = ""
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """An earlier version of which the registry keeps a record: its label, Stand and last valid day, as it has them."""

    version_label: str
    version_date: str = ""
    valid_until: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What is true of a source as a registry shows it. Empty means: it does not say; nothing is ever invented.

    ``outcome`` is OK, NOT_MODIFIED or MOVED; every other outcome is no sighting but a failed look. ``version_date``
    (the Stand), ``released_on`` and ``valid_until`` are partial ISO dates, as precise as the registry gives them.
    ``editions`` are versions before the one shown, the newest first.
    ``content_hash`` is that of the reduced record or main text; ``warnings`` are catalogue keys ``warning.…`` for an
    editor (contradictory dates, dirty version). ``reference`` holds the bibliographic fields for filling in.
    ``raw`` is the answer itself, kept bounded.
    """

    registry: str
    key: str
    outcome: LookOutcome = LookOutcome.OK
    evidence: Evidence = Evidence.OFFICIAL_API
    title: str = ""
    version_label: str = ""
    version_date: str = ""
    released_on: str = ""
    valid_until: str = ""
    lifecycle: Lifecycle = Lifecycle.UNKNOWN
    status_text: str = ""
    successors: tuple[Pointer, ...] = ()
    notices: tuple[Notice, ...] = ()
    documents: tuple[Document, ...] = ()
    editions: tuple[Edition, ...] = ()
    warnings: tuple[str, ...] = ()
    url: str = ""
    content_hash: str = ""
    etag: str = ""
    last_modified: str = ""
    reference: Reference | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    raw: bytes = b""
