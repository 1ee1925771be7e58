"""The command that looks at the registries now."""

from dataclasses import asdict

import click

from citations.models import Source
from jobs.check_sources import check_sources, take_back_from_hand
from jobs.recording import Looked
from jobs.taking import Wish
from jobs.watchers import WATCHERS
from jobs.watching import plan_all
from service.acts.sources import source_named
from service.cli.edge import Edge, opened, print_json
from service.cli.speech import say, speak
from service.cli.spoken import as_json, command, on_day, option
from service.clock import clock_on, system_clock
from service.looking import looking_with
from service.words.dates import write_partial

_NOT_TOLD = ("why", "facts", "candidates")


@command("check")
@option("--registry", type=click.Choice(sorted(WATCHERS)), help="cli.option.registry")
@option("--source", help="cli.option.source_key")
@option("--due", is_flag=True, help="cli.option.due")
@on_day
@as_json
def check(registry: str | None, source: str | None, due: bool, today: str | None, as_json: bool) -> None:
    """Look at the registries now: at every source, or at those that are due."""
    with opened(today) as edge:
        looking = looking_with(
            edge.settings, clock_on(edge.moment.today, edge.settings.zone) if today else system_clock
        )
        wish = Wish(due=due, registry=registry or "", source_id=_planned(edge, source))
        with edge.sessions.write() as session:
            take_back_from_hand(session, looking.places)
        done = check_sources(edge.sessions, looking, wish, told=_tell)
    if as_json:
        print_json([{name: value for name, value in asdict(one).items() if name not in _NOT_TOLD} for one in done])
        return
    seen, opened_flags = sum(one.saw for one in done), sum(len(one.reasons) for one in done)
    click.echo(speak()("cli.checked", len(done), seen=seen, failed=len(done) - seen, flags=opened_flags))


def _planned(edge: Edge, source: str | None) -> int | None:
    """Plan the looks of every source, or only of the one that was named, and return that one's number."""
    with edge.sessions.write() as session:
        named: Source | None = source_named(session, source) if source else None
        plan_all(session, edge.moment.now)
        return named.id if named else None


def _tell(one: Looked) -> None:
    """Say on standard error what came of a look."""
    t = speak()
    if not one.saw:
        say(t("cli.look.failed", source=one.source_key, registry=one.registry, why=t(one.why, **one.facts)))
        return
    parts = [one.version_label, write_partial(t.language, one.version_date) if one.version_date else ""]
    parts += [t(f"reason.{reason}.short") for reason in one.reasons]
    parts += [t("cli.look.candidates", one.candidates)] if one.candidates else []
    told = ", ".join(part for part in parts if part) or t("cli.look.nothing_new")
    say(t("cli.look.seen", source=one.source_key, registry=one.registry, what=told))
