"""Commands for what must be looked at: open what became due, list the queue."""

from dataclasses import asdict
from datetime import date

import click

from jobs.sweep_deadlines import sweep_deadlines
from service.cli.edge import opened, print_json
from service.cli.speech import speak
from service.cli.spoken import as_json, command, on_day, option
from service.reads.queue import DueRow, due_rows
from service.wording import explain, queue_line
from service.words.dates import write_day


@command("sweep")
@on_day
@as_json
def sweep(today: str | None, as_json: bool) -> None:
    """Open what became due."""
    with opened(today) as edge, edge.sessions.write() as session:
        result = sweep_deadlines(session, edge.moment.today, edge.moment.now)
    if as_json:
        print_json({"day": result.day.isoformat(), "touched": result.touched})
    else:
        click.echo(speak()("cli.swept", day=write_day(speak().language, result.day), n=result.touched))


@command("due")
@option("--limit", type=click.IntRange(min=1), help="cli.option.limit")
@on_day
@as_json
def due(limit: int | None, today: str | None, as_json: bool) -> None:
    """List the queue. The ledger is brought to the day first, so that the points are those of the day."""
    with opened(today) as edge:
        with edge.sessions.write() as session:
            sweep_deadlines(session, edge.moment.today, edge.moment.now)
        with edge.sessions.read() as session:
            rows = due_rows(session, edge.moment.today, limit, items=not as_json)
    if as_json:
        print_json([_as_object(row, edge.moment.today) for row in rows])
        return
    if not rows:
        click.echo(speak()("cli.nothing_due"))
    for row in rows:
        if row.worst:
            click.echo(queue_line(speak(), row))


def _as_object(row: DueRow, today: date) -> dict[str, object]:
    """Return a row as JSON, with its reason in words."""
    plain = asdict(row) | {"due_on": row.due_on.isoformat()}
    return plain | {"explanation": explain(speak(), row.reason, row.facts, row.due_on, today)}
