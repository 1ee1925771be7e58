"""The command that has a source's page saved in the web archive."""

import click

from jobs.refused import RefusedError
from service.acts.archive import ask, record_answer, wish
from service.acts.sources import source_named
from service.cli.edge import opened, print_json
from service.cli.speech import say, speak
from service.cli.spoken import as_json, by_person, command, on_day
from service.looking_up import looking
from service.outside import listed

SECONDS = 60.0
"""So long the archive is waited for; what it has not saved by then is asked for the next time."""


@command("archive")
@click.argument("key")
@on_day
@by_person
@as_json
def archive(key: str, today: str | None, by: str | None, as_json: bool) -> None:
    """Have a source saved. An older snapshot is noted where none could be made, and the command fails all the same."""
    t = speak()
    with opened(today, by) as edge:
        with edge.sessions.read() as session:
            wished = wish(session, edge.moment, source_named(session, key), listed(edge.settings.allow_hosts))
        with looking(edge.settings, edge.moment.today, seconds=SECONDS) as client:
            kept = ask(wished, client)
        with edge.sessions.write() as session:
            record_answer(session, edge.moment, edge.by, wished, kept)
    if kept.failure is not None:
        if kept.snapshot is not None:
            say(t("done.archived_older", on=kept.snapshot.at.date()))
        raise RefusedError(kept.failure.why, **kept.failure.facts)
    if kept.snapshot is None:
        return
    found = {"key": wished.source_key, "url": kept.snapshot.url, "on": kept.snapshot.at.date().isoformat()}
    if as_json:
        print_json({"source_key": wished.source_key, "archive": found["url"], "archived_on": found["on"]})
    else:
        click.echo(t("cli.archived", **(found | {"on": kept.snapshot.at.date()})))
