"""Commands for the database as a whole: bring its tables up to date, load the demonstration page."""

import click

from service.acts.demo import load_demo
from service.cli.edge import opened, print_json, reaching, settings_here
from service.cli.speech import speak
from service.cli.spoken import as_json, command, on_day
from service.schema import migrate as bring_up_to_date


@command("migrate")
def migrate() -> None:
    """Make or update the tables."""
    address = settings_here().database
    with reaching(address):
        revision = bring_up_to_date(address)
    click.echo(speak()("cli.migrated", revision=revision))


@command("demo")
@on_day
@as_json
def demo(today: str | None, as_json: bool) -> None:
    """Load the demonstration page, once."""
    with opened(today) as edge, edge.sessions.write() as session:
        loaded = load_demo(session, edge.moment)
    if as_json:
        print_json({"loaded": loaded})
    else:
        click.echo(speak()("cli.demo_loaded" if loaded else "cli.demo_there"))
