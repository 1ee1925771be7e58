"""What the ledger draws of new sources that nothing rests on yet: reckoned before they are stored, written in sets.

The same rules as in ``jobs.ledger``, for the one case in which nothing has to be asked: no page, no sentence, no other
version, no look. So the list of thousands of sources that brings them keeps nobody waiting.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from citations.clocks import Due
from citations.models import Event, Source, SourceVersion
from citations.policy import Policy
from jobs.deadlines import Scope, insert_dues
from jobs.flags import fire
from jobs.gather import own_dues
from jobs.ledger import Moment
from jobs.versions import number
from jobs.watching import Shape, plan_new, watched_by


@dataclass(frozen=True, slots=True)
class Unused:
    """A new source with its only version, its deadlines, and who will look at it, each with the key it asks for."""

    source: Source
    version: SourceVersion
    dues: Sequence[Due]
    shape: Shape
    watched: Mapping[str, str]


def reckon(source: Source, version: SourceVersion, names: Iterable[tuple[str, str]], policy: Policy) -> Unused:
    """Return what holds for a new source with one version, known by these hard keys; asks no database."""
    first = dict(reversed(list(names)))  # the first key of each scheme
    shape = Shape(source.key, source.kind, first, source.homepage)
    return Unused(source, version, own_dues(source, version, [version], policy, ()), shape, watched_by(shape))


def settle_unused(session: Session, event: Event, moment: Moment, several: Sequence[Unused], policy: Policy) -> None:
    """Store the deadlines and planned looks of new sources, whose rows are stored; what is due already has fired."""
    plan_new(session, [(number(one.source), one.shape, one.watched) for one in several], moment.now)
    scopes = [Scope(version_id=number(one.version)) for one in several]
    insert_dues(session, [(scope, due) for scope, one in zip(scopes, several, strict=True) for due in one.dues])
    fire(session, event, moment.today, policy, [scope.name for scope in scopes])
