"""What a sighting means: which facts are new, what happened, what ended. One pure rule over two sightings.

Absence is never withdrawal, and an older observation is only compared, never repeated: the same evidence gives the same
key, and a key opens a flag once (invariants 13 and 21; registries, rules 1 and 2).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from citations.dates import BadDateError, read_iso
from citations.kinds import Certainty, Lifecycle, NoticeKind, Reason, Status
from citations.sightings import Notice, Pointer, Sighting

REASON_OF: dict[NoticeKind, Reason] = {
    NoticeKind.RETRACTION: Reason.RETRACTED,
    NoticeKind.WITHDRAWAL: Reason.WITHDRAWN,
    NoticeKind.EXPRESSION_OF_CONCERN: Reason.CONTRADICTED,
    NoticeKind.PARTIAL_RETRACTION: Reason.CONTRADICTED,
    NoticeKind.SAFETY_LETTER: Reason.CONTRADICTED,
    NoticeKind.CORRECTION: Reason.CORRECTED,
    NoticeKind.ERRATUM: Reason.CORRECTED,
    NoticeKind.DECISION: Reason.CORRECTED,
    NoticeKind.OTHER: Reason.CORRECTED,
    NoticeKind.FILE_EXCHANGED: Reason.CONTENT_CHANGED,
    NoticeKind.REGISTRATION: Reason.UNDER_REVISION,
}
"""Which reason a notice gives. Retracted, withdrawn and superseded stay three things. A concern, a partial retraction
and a safety letter are newer evidence against what was said (registries, severity; domain 6, contradicted). New
versions and extensions are no notices of their own: they come with their facts."""

TAKEN_BACK: dict[NoticeKind, frozenset[Reason]] = {
    NoticeKind.REINSTATEMENT: frozenset({Reason.RETRACTED, Reason.WITHDRAWN, Reason.CONTRADICTED}),
}

LASTING = frozenset({Reason.RETRACTED, Reason.WITHDRAWN})
"""There is one retraction, and one withdrawal, at a time: several houses announce it, each under a name of its own."""

_STATUS = {
    Lifecycle.WITHDRAWN: Status.WITHDRAWN,
    Lifecycle.RETRACTED: Status.RETRACTED,
    Lifecycle.CORRECTED: Status.CORRECTED,
    Lifecycle.UNDER_REVISION: Status.UNDER_REVISION,
    Lifecycle.EXPIRED: Status.EXPIRED,
    Lifecycle.CURRENT: Status.FINAL,
}


_REASON_OF_STATUS = {
    Status.WITHDRAWN: Reason.WITHDRAWN,
    Status.RETRACTED: Reason.RETRACTED,
    Status.CORRECTED: Reason.CORRECTED,
    Status.UNDER_REVISION: Reason.UNDER_REVISION,
}
_NOTHING = ("", "", "", None)


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that became true of the source: its reason, the key that tells it apart, its day, its words.

    ``registry`` is where it was announced, "" for what follows from no notice.
    """

    reason: Reason
    kind: str
    key: str
    on: str = ""
    label: str = ""
    url: str = ""
    registry: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A happening that is stored: its key, its reason, the ISO day on which it was over ("" while it holds)."""

    reason: Reason
    key: str
    ended_on: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one look changes.

    ``version``, ``stand``, ``valid_until`` and ``status`` are what the registry says now, "" or None for what it does
    not say; ``stated`` whether any of that is new since the last good look. ``successor`` is a newer record that is
    certain. ``candidates`` are for an editor to choose from. ``taken_back`` are reasons that no longer hold, each with
    the partial ISO day on which that was said ("" for none): what was announced later stands. ``over`` are happenings
    that were taken back before we saw them: nothing follows, but they are no news when another registry still tells
    of them.
    """

    stated: bool = False
    version: str = ""
    stand: str = ""
    valid_until: str = ""
    status: Status | None = None
    successor: Pointer | None = None
    candidates: tuple[Pointer, ...] = ()
    happenings: tuple[Happening, ...] = ()
    over: tuple[Happening, ...] = ()
    taken_back: Mapping[Reason, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def changed(self) -> bool:
        """Say whether anything follows from the look."""
        return bool(self.stated or self.successor or self.happenings or self.taken_back)


def judge(before: Sighting | None, now: Sighting, *, today: str) -> Verdict:
    """Return what a look changes, compared with the last good one of the same registry (None: the first).

    ``today`` is the ISO day of the look, which dates what the registry does not date. Whether a happening was told
    before is asked of ``is_news``.
    """
    certain = [one for one in now.successors if one.certainty is not Certainty.CANDIDATE]
    happened = _merged([*_announced(now), *_superseded(now, certain, today), *_content(before, now, today)])
    taken_back = _taken_back(now.notices)
    return Verdict(
        stated=_facts(now) != (_facts(before) if before else _NOTHING) and _facts(now) != _NOTHING,
        version=now.version_label,
        stand=now.version_date,
        valid_until=now.valid_until,
        status=_status(before, now),
        successor=max(certain, key=lambda one: (one.dated, one.label), default=None),
        candidates=tuple(one for one in now.successors if one.certainty is Certainty.CANDIDATE),
        happenings=tuple(one for one in happened if not _is_over(one, taken_back)),
        over=tuple(one for one in happened if _is_over(one, taken_back)),
        taken_back=taken_back,
    )


def is_news(one: Happening, told: Iterable[Told]) -> bool:
    """Say whether a happening is new beside what was told of the same version (invariant 13).

    The same notice is told once, whatever a registry calls it and whether it still holds. A retraction is new where
    none holds, and where one was taken back only if it was announced after that: an undated one cannot be told apart.
    """
    own = [row for row in told if row.reason is one.reason]
    if any(_notice(row.key) == _notice(one.key) for row in own):
        return False
    return one.reason not in LASTING or all(row.ended_on and later(one.on, row.ended_on) for row in own)


def later(one: str, other: str) -> bool:
    """Say whether a partial ISO date lies surely after another; what has no date never does."""
    try:
        return bool(one) and read_iso(one).earliest() > read_iso(other).latest()
    except BadDateError:
        return False


def _notice(key: str) -> str:
    """Return a notice without its type: registries call the same one correction or erratum."""
    head, _, tail = key.partition(":")
    return tail or head


def _taken_back(notices: Sequence[Notice]) -> Mapping[Reason, str]:
    """Return which reasons were taken back, each with the last day that says so; an undated word counts for all."""
    found: dict[Reason, str] = {}
    for notice in notices:
        for reason in TAKEN_BACK.get(notice.kind, ()):
            days = (found.get(reason, notice.on), notice.on)
            found[reason] = max(days) if all(days) else ""
    return MappingProxyType(found)


def _is_over(one: Happening, taken_back: Mapping[Reason, str]) -> bool:
    return one.reason in taken_back and not (taken_back[one.reason] and later(one.on, taken_back[one.reason]))


def _status(before: Sighting | None, now: Sighting) -> Status | None:
    """Return the status that a register states; what a notice tells is told by it, with its own day.

    That nothing is the matter is said only where something was before: it is no news, and no other register's word.
    """
    status = _STATUS.get(now.lifecycle)
    if status is Status.FINAL:
        return status if before is not None and _STATUS.get(before.lifecycle) not in (None, Status.FINAL) else None
    announced = {REASON_OF.get(notice.kind) for notice in now.notices}
    return None if status is not None and _REASON_OF_STATUS.get(status) in announced else status


def _facts(sighting: Sighting) -> tuple[str, str, str, Status | None]:
    status = _STATUS.get(sighting.lifecycle)
    told = None if status is Status.FINAL else status
    return sighting.version_label, sighting.version_date, sighting.valid_until, told


def _announced(now: Sighting) -> list[Happening]:
    """Return what the notices say happened."""
    return [
        Happening(
            REASON_OF[notice.kind], notice.kind.value, notice.key, notice.on, notice.label, notice.url, now.registry
        )
        for notice in now.notices
        if notice.kind in REASON_OF
    ]


def _superseded(now: Sighting, certain: Sequence[Pointer], today: str) -> list[Happening]:
    """Return that a newer text exists where the register says no more of it (an archived page)."""
    if (
        now.lifecycle is not Lifecycle.SUPERSEDED
        or certain
        or any(n.kind is NoticeKind.NEW_VERSION for n in now.notices)
    ):
        return []
    key = f"superseded:{now.version_label or now.version_date}"
    return [Happening(Reason.SUPERSEDED_MAJOR, "superseded", key, today, now.status_text, now.url)]


def _content(before: Sighting | None, now: Sighting, today: str) -> list[Happening]:
    """Return that the text changed while number and Stand stayed (domain 6, content_changed)."""
    if before is None or not before.content_hash or not now.content_hash or before.content_hash == now.content_hash:
        return []
    if _facts(before)[:2] != _facts(now)[:2]:
        return []
    return [
        Happening(Reason.CONTENT_CHANGED, "content", f"content:{now.content_hash[:16]}:{today}", today, url=now.url)
    ]


def _merged(happened: Sequence[Happening]) -> list[Happening]:
    """Return each notice once, and one retraction: the same comes from several houses (registries, 2).

    The first day that anybody names counts.
    """
    found: dict[tuple[Reason, str], Happening] = {}
    for one in happened:
        where = one.reason, "" if one.reason in LASTING else _notice(one.key)
        known = found.get(where)
        if known is None or (one.on and (not known.on or one.on < known.on)):
            found[where] = one
    return list(found.values())
