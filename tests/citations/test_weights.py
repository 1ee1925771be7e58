"""What the marks of newer versions mean for a place: one major step on the way makes all of it major."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.kinds import Change
from citations.versions import Mark
from citations.weights import GRAVE, Said, Step, Weight, weigh

OWN = Mark("1.0", "2018")
C, B, M, N, R = Change.CHECKED, Change.CONFIRMED, Change.MODIFIED, Change.NEW, Change.REMOVED


def step(label: str, dated: str, **says: Change) -> Step:
    """Return a newer version that marks places: ``r31`` is recommendation 3.1."""
    return Step(Mark(label, dated), {f"3.{name[2:]}": [Said(name, change)] for name, change in says.items()})


@pytest.mark.parametrize(
    "steps, major",
    [
        ([step("2.0", "2021", r31=C)], False),
        ([step("2.0", "2021", r31=B)], False),
        ([step("2.0", "2021", r31=M)], True),
        ([step("2.0", "2021", r31=N)], True),
        ([step("2.0", "2021", r31=R)], True),
        ([step("1.1", "2019", r31=M)], True),
        ([step("1.1", "2019", r31=C)], False),
        ([step("2.0", "2021", r31=M), step("3.0", "2024", r31=C)], True),
        ([step("2.0", "2021", r31=C), step("3.0", "2024", r31=M)], True),
        ([step("2.0", "2021", r31=C), step("3.0", "2024", r31=C)], False),
        ([step("1.1", "2019"), step("2.0", "2021", r31=C)], False),
        ([step("2.0", "2021", r31=C), step("2.1", "2022")], False),
        ([step("", "2021", r31=C), step("", "2024", r31=B)], False),
        ([step("2.0", "2021")], None),
        ([step("2.0", "2021", r32=C)], None),
        ([step("2.0", "2021", r31=C), step("3.0", "2024")], None),
        ([step("2.0", "2021"), step("2.1", "2022", r31=C)], None),
        ([], None),
    ],
)
def test_marks_lower_or_raise_what_the_number_says(steps: list[Step], major: bool | None) -> None:
    found = weigh(("3.1",), OWN, steps)
    assert (None if found is None else found.major) is major


def test_of_several_places_the_graver_counts_and_one_that_is_not_marked_stays_as_it_was() -> None:
    marked = [step("2.0", "2021", r31=C, r32=M)]
    assert weigh(("3.1", "3.2"), OWN, marked) == Weight(True, (0,), Said("r32", M), 0)
    assert weigh(("3.1", "3.9"), OWN, marked) is None


_STEPS = st.lists(st.dictionaries(st.sampled_from(["3.1", "3.2"]), st.sampled_from(Change)), max_size=4).map(
    lambda several: [
        Step(Mark(f"{n + 2}.0", str(2019 + n)), {place: [Said(place, change)] for place, change in says.items()})
        for n, says in enumerate(several)
    ]
)


@given(_STEPS)
def test_a_place_is_minor_only_if_every_new_version_re_affirms_it(steps: list[Step]) -> None:
    found = weigh(("3.1",), OWN, steps)
    said = [said.change for one in steps for said in one.says.get("3.1", ())]
    if found is not None and not found.major:
        assert len(said) == len(steps)
    assert (found is not None and found.major) is any(change in GRAVE for change in said)


@given(_STEPS)
def test_the_order_in_which_versions_became_known_does_not_matter(steps: list[Step]) -> None:
    one, other = weigh(("3.1",), OWN, steps), weigh(("3.1",), OWN, steps[::-1])
    assert (one and one.major) == (other and other.major)
