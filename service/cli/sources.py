"""Commands for sources: list them, record that one was opened, record what a register says."""

from dataclasses import asdict

import click

from citations.kinds import Status
from citations.status_words import read_status
from jobs.facts import Fact, Recorded
from jobs.facts import record_fact as store_fact
from jobs.refused import RefusedError
from jobs.succession import pages_using
from service.acts.edit_source import edit_source
from service.acts.facts import Opened
from service.acts.facts import record_access as store_access
from service.acts.sources import newest_used, source_named
from service.cli.edge import opened, print_json
from service.cli.speech import speak
from service.cli.spoken import as_json, by_person, command, on_day, option
from service.reads.sources import source_rows


@command("sources")
@on_day
@as_json
def sources(today: str | None, as_json: bool) -> None:
    """List the sources."""
    with opened(today) as edge, edge.sessions.read() as session:
        rows = source_rows(session)
    if as_json:
        print_json([asdict(row) for row in rows])
        return
    for row in rows:
        click.echo(f"{row.key}\t{row.kind}\t{row.version}\t{row.valid_until}\t{row.title}")


@command("record-access")
@click.argument("key")
@option("--on", "on", required=True, metavar="YYYY-MM-DD", help="cli.option.on")
@on_day
@by_person
@as_json
def record_access(key: str, on: str, today: str | None, by: str | None, as_json: bool) -> None:
    """Record that somebody opened a source."""
    with opened(today, by) as edge, edge.sessions.write() as session:
        source = source_named(session, key)
        version = newest_used(session, source)
        pages = pages_using(session, version)
        store_access(session, edge.moment, edge.by, Opened(version, tuple(pages), on))
        key = source.key
    if as_json:
        print_json({"source_key": key, "on": on, "pages": len(pages)})
    else:
        click.echo(speak()("cli.accessed", key=key, on=on, n=len(pages)))


@command("record-fact")
@click.argument("key")
@option("--version", "version", default="", help="cli.option.version")
@option("--stand", default="", metavar="YYYY[-MM[-DD]]", help="cli.option.stand")
@option("--valid-until", default="", metavar="YYYY-MM-DD", help="cli.option.valid_until")
@option("--status", default="", help="cli.option.status")
@option("--awmf-number", default="", help="cli.option.awmf_number")
@option("--substances", default="", metavar="A;B", help="cli.option.substances")
@option("--note", default="", help="cli.option.note")
@on_day
@by_person
@as_json
def record_fact(key: str, today: str | None, by: str | None, as_json: bool, **said: str) -> None:
    """Record what a register says of a source."""
    substances = said.pop("substances")
    fact = Fact(**(said | {"status": _status(said["status"])}))  # type: ignore[arg-type]
    of_version = any((fact.version, fact.stand, fact.valid_until, fact.status, fact.awmf_number))
    if not of_version and not substances:
        raise click.UsageError(speak()("refused.fact_empty"))
    with opened(today, by) as edge, edge.sessions.write() as session:
        source = source_named(session, key)
        if substances:
            edit_source(session, edge.moment, edge.by, newest_used(session, source), {"substances": substances})
        result = (
            store_fact(session, edge.moment, edge.by, source, fact)
            if of_version
            else Recorded(source.key, 0, "", new_version=False)
        )
    if result.conflict:
        raise RefusedError("refused.conflict", version=fact.version, stand=fact.stand, other=result.conflict)
    if as_json:
        print_json(asdict(result))
    else:
        name = "cli.fact.new_version" if result.new_version else "cli.fact"
        click.echo(speak()(name, key=result.source_key, version=result.version or "–"))


def _status(text: str) -> Status | None:
    """Return the status that a word of the register means; wrong use for a word it does not have."""
    if not text:
        return None
    status = read_status(text)
    if status is None:
        known = ", ".join(word.value for word in Status)
        raise click.BadParameter(speak()("refused.unknown_status", value=text, known=known), param_hint="--status")
    return status
