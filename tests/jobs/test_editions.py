"""Records of earlier versions in a register: they complete what is stored, and never add what nobody cites."""

from datetime import date

from sqlmodel import col, select

from citations.models import SourceVersion
from service.db import Sessions
from tests.factories import bring_in, version_of
from tests.looking import flags_of, playing_on
from tests.registries.awmf import guideline
from tests.registries.world import World

DAY = date(2026, 11, 20)
KEY, NUMBER, NAME = "awmf:032-044OL", "032-044OL", "Adulte Weichgewebesarkome"
OLD = guideline(NUMBER, NAME, version="1.0", stand="01.03.2015", until="28.02.2020")
CITED = guideline(NUMBER, NAME, version="1.1", stand="07.09.2021", until="06.09.2027", released="30.06.2022")
NEXT = guideline(NUMBER, NAME, version="2.0", stand="01.10.2026", until="30.09.2031")


def _versions(sessions: Sessions) -> list[tuple[str, str]]:
    """Return label and last valid day of the stored versions of the guideline."""
    with sessions.read() as session:
        source_id = version_of(session, KEY).source_id
        rows = session.exec(
            select(SourceVersion).where(SourceVersion.source_id == source_id).order_by(col(SourceVersion.label))
        ).all()
    return [(row.label, str(row.valid_until or "")) for row in rows]


def test_an_earlier_version_that_nobody_cites_is_not_added(sessions: Sessions) -> None:
    world = World(DAY)
    world.on("2022-06-30", "awmf", NUMBER, [CITED, OLD])
    with sessions.write() as session:
        bring_in(session)
    with playing_on(sessions, world) as play:
        play.look_at_all("awmf")
    assert _versions(sessions) == [("1.1", "2027-09-06")]


def test_the_cited_version_keeps_learning_its_end_after_a_newer_one_is_out(sessions: Sessions) -> None:
    world = World(DAY)
    world.on("2022-06-30", "awmf", NUMBER, [NEXT, CITED, OLD])
    with sessions.write() as session:
        bring_in(session)
    with playing_on(sessions, world) as play:
        play.look_at_all("awmf")
        assert _versions(sessions) == [("1.1", "2027-09-06"), ("2.0", "2031-09-30")]
        shorter = CITED | {"validUntilDate": "06.09.2026"}
        world.on(DAY, "awmf", NUMBER, [NEXT, shorter, OLD])
        play.look_at_all("awmf")
        flags = flags_of(sessions, KEY)
        assert ("expired", "2026-09-07") in flags
        world.pass_days(7)
        play.look_at_all("awmf")
        assert flags_of(sessions, KEY) == flags
