"""How much a new version weighs for one place in a source: by the marks of its recommendations. Pure (domain 1.1).

A version that only re-affirms the cited recommendation lowers the reason from major to minor; one that modifies it,
makes it anew or drops it is major, whatever the step of the version number. What is not marked weighs as its step does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citations.kinds import Change
from citations.versions import Mark, is_major, is_newer

GRAVE = (Change.REMOVED, Change.MODIFIED, Change.NEW)
"""Changes after which a sentence must be read again, the gravest first."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one version says of one place."""

    place: str
    change: Change
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A newer version: where it stands among its siblings and what it says of its places, by comparable form."""

    mark: Mark
    says: Mapping[str, Sequence[Said]]


@dataclass(frozen=True, slots=True)
class Weight:
    """What all newer versions together mean for a place; ``majors`` are the steps that make it major.

    ``said`` is the mark that decides, ``step`` the version it stands in.
    """

    major: bool
    majors: tuple[int, ...]
    said: Said
    step: int


def weigh(cited: Sequence[str], own: Mark, steps: Sequence[Step]) -> Weight | None:
    """Return what newer versions mean for the places cited; None where their marks decide nothing.

    The steps are all versions newer than the cited one; one major step on the way makes all of it major.
    """
    spoken = [_spoken(cited, step) for step in steps]
    told = [(number, said) for number, several in enumerate(spoken) for said in several]
    if not cited or not told:
        return None
    majors = []
    for number, step in enumerate(steps):
        silent = any(place not in step.says for place in cited)
        if any(said.change in GRAVE for said in spoken[number]) or (silent and _is_major(number, own, steps)):
            majors.append(number)
    grave = [pair for pair in told if pair[1].change in GRAVE]
    if majors and not grave:
        return None
    decides, said = min(grave, key=lambda pair: GRAVE.index(pair[1].change)) if grave else told[-1]
    return Weight(bool(majors), tuple(majors), said, decides)


def _spoken(cited: Sequence[str], step: Step) -> list[Said]:
    """Return what a version says of the places cited."""
    return [said for place in cited for said in step.says.get(place, ())]


def _is_major(number: int, own: Mark, steps: Sequence[Step]) -> bool:
    """Say whether a version is a major step by its number: unless one on the way before it has the same major one."""
    mark = steps[number].mark
    before = [own, *(step.mark for at, step in enumerate(steps) if at != number and is_newer(mark, step.mark))]
    return all(is_major(one, mark) for one in before)
