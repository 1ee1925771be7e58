"""One safety letter is one finding, whichever registries tell of it, in which order; two letters are two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from citations.kinds import NoticeKind, Reason
from citations.models import Finding, Source
from citations.verdicts import Happening
from jobs.same_letters import DAYS_APART, Letter, told_before
from service.acts.edit_source import edit_source
from service.db import Sessions
from tests.databases import stocked
from tests.factories import EDITOR, bring_in, moment, version_of
from tests.looking import Play, findings, playing_on
from tests.registries.world import World

DAY = date(2026, 11, 20)
LABEL = "Muster AG: Fachinformation Votrient 200 mg. Stand 05/2016 (aufgerufen am 14.11.2026)."
TEXT = f"Behandlung im Überblick\nPazopanib kann die Leber schädigen.\nQuellen\nArzneimittel\n{LABEL}\n"


@pytest.fixture
def play(sessions: Sessions) -> Iterator[Play]:
    """Play one label that is watched by its substance."""
    world = World(DAY)
    stocked(sessions, _label)
    with playing_on(sessions, world) as made:
        yield made


def _label(session: Session) -> None:
    bring_in(session, TEXT)
    key = session.exec(select(Source.key)).one()
    version = version_of(session, key).id or 0
    edit_source(session, moment(), EDITOR, version, {"kind": "drug_label", "substances": "Pazopanib"})


@dataclass(frozen=True)
class Said:
    """A letter as one registry tells of it: its number among the letters there are, registry, day, words."""

    letter: int
    registry: str
    on: date
    words: str


EMA = "Votrient, pazopanib"
PAIRS = [  # what the two registries say of one letter
    (f"{EMA}, Adverse event", "Rote-Hand-Brief zu Votrient (Pazopanib): Risiko von Leberschäden"),
    (f"{EMA}, Quality defect", "Rote-Hand-Brief zu Pazopanib-haltigen Arzneimitteln: Qualitätsmangel"),
    (f"{EMA}, Medicine shortage", "Informationsbrief zu Votrient: Lieferengpass"),
    (EMA, "Aktualisierung des Rote-Hand-Brief zu Votrient 200 mg Filmtabletten: Neue Empfehlungen"),
]


def _ema(world: World, name: str, on: date, kind: str = "", medicine: str = "Votrient", of: str = "pazopanib") -> None:
    row = {"name_of_medicine": medicine, "active_substances": of, "dhpc_type": kind}
    world.on(str(world.day), "ema", f"dhpc/{name}", row | {"dissemination_date": f"{on:%d/%m/%Y}"})


def _bfarm(world: World, name: str, on: date, title: str) -> None:
    world.on(
        str(world.day), "bfarm", f"2026/rhb-{name}.html", {"title": title, "on": f"{on:%a, %d %b %Y} 09:00:00 +0100"}
    )


def _letters(sessions: Sessions) -> list[Finding]:
    return [one for one in findings(sessions) if one.reason is Reason.CONTRADICTED]


@pytest.mark.parametrize("order", [["ema", "bfarm"], ["bfarm", "ema"], ["bfarm", "ema", "bfarm", "ema"]])
def test_a_letter_that_both_houses_tell_of_is_one(play: Play, order: Sequence[str]) -> None:
    _ema(play.world, "votrient", date(2026, 11, 12), "Adverse event")
    _bfarm(play.world, "votrient", date(2026, 11, 16), PAIRS[0][1])
    opened = [reason for registry in order for one in play.look_at_all(registry) for reason in one.reasons]
    (letter,) = _letters(play.sessions)
    assert opened.count("contradicted") == 1
    assert sorted(letter.told) == ["bfarm", "ema"]
    assert letter.key == letter.told[order[0]]


@pytest.mark.parametrize(
    "on, title",
    [
        (date(2026, 10, 20), PAIRS[0][1]),
        (date(2026, 11, 12), "Rote-Hand-Brief zu Votrient (Pazopanib): Qualitätsmangel"),
        (date(2026, 11, 12), "Rote-Hand-Brief zu Pazopanix (Pazopanib): Leberschäden"),
    ],
    ids=["long before", "of something else", "of another product"],
)
@pytest.mark.parametrize("order", [["ema", "bfarm"], ["bfarm", "ema"]])
def test_two_letters_of_one_substance_are_two(play: Play, order: Sequence[str], on: date, title: str) -> None:
    _ema(play.world, "votrient", date(2026, 11, 12), "Adverse event")
    _bfarm(play.world, "votrient", on, title)
    for registry in order:
        play.look_at_all(registry)
    assert len(_letters(play.sessions)) == 2


def test_two_letters_of_one_house_are_two_though_the_other_tells_of_one(play: Play) -> None:
    _bfarm(play.world, "a", date(2026, 11, 12), PAIRS[0][1])
    _bfarm(play.world, "b", date(2026, 11, 12), PAIRS[0][1])
    _ema(play.world, "votrient", date(2026, 11, 12), "Adverse event")
    for registry in ("bfarm", "ema", "bfarm"):
        play.look_at_all(registry)
    assert len(_letters(play.sessions)) == 2


@st.composite
def _said(draw: st.DrawFn) -> list[Said]:
    """Draw letters of one substance, each told by one house or both, those of one topic far enough apart."""
    said: list[Said] = []
    for topic, (english, german) in enumerate(PAIRS[:3]):
        day = DAY
        for _ in range(draw(st.integers(0, 3))):
            number = len({one.letter for one in said})
            houses = draw(st.sampled_from([["ema"], ["bfarm"], ["ema", "bfarm"]]))
            late = draw(st.integers(0, DAYS_APART))
            said += [
                Said(number, house, day + timedelta(late * place), (english, german)[house == "bfarm"])
                for place, house in enumerate(houses)
            ]
            day += timedelta(2 * DAYS_APART + 1 + topic)
    return said


@given(_said(), st.data())
def test_in_any_order_there_are_as_many_findings_as_letters(said: list[Said], data: st.DataObject) -> None:
    stored: list[Letter] = []
    left = data.draw(st.permutations(said))
    while left:
        size = data.draw(st.integers(1, len(left)))
        looks, left = left[:size], left[size:]
        for registry in data.draw(st.permutations(["ema", "bfarm"])):
            _look(stored, [one for one in looks if one.registry == registry])
    assert len(stored) == len({one.letter for one in said})
    for registry in ("ema", "bfarm"):
        _look(stored, [one for one in said if one.registry == registry])
    assert len(stored) == len({one.letter for one in said})


def _look(stored: list[Letter], seen: Sequence[Said]) -> None:
    """Store what one look tells, as the findings do."""
    happened = [_happening(one) for one in seen]
    known = told_before(happened, stored)
    for one in happened:
        if one.key in known:
            place = next(n for n, row in enumerate(stored) if row.key == known[one.key])
            row = stored[place]
            stored[place] = Letter(row.key, row.on, row.label, {**row.told, one.registry: one.key})
        elif not any(one.key in row.told.values() for row in stored):
            stored.append(Letter(one.key, one.on, one.label, {one.registry: one.key}))


def _happening(one: Said) -> Happening:
    key = f"https://{one.registry}.example/{one.letter}"
    return Happening(
        Reason.CONTRADICTED, NoticeKind.SAFETY_LETTER.value, key, str(one.on), one.words, key, one.registry
    )


@pytest.mark.parametrize("english, german", PAIRS)
def test_the_words_of_both_houses_are_known_for_one_letter(english: str, german: str) -> None:
    said = [Said(0, "ema", DAY, english), Said(0, "bfarm", DAY + timedelta(3), german)]
    for order in permutations(said):
        stored: list[Letter] = []
        for one in order:
            _look(stored, [one])
        assert len(stored) == 1


def test_without_a_day_nothing_is_taken_for_the_same() -> None:
    stored = [Letter("a", str(DAY), PAIRS[0][0], {"ema": "a"})]
    undated = Happening(Reason.CONTRADICTED, "safety_letter", "b", "", PAIRS[0][1], "b", "bfarm")
    assert told_before([undated], stored) == {}
