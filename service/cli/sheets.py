"""The command that brings a sheet of sources or statements back."""

from dataclasses import asdict
from pathlib import Path

import click

from service.acts.sheet_rows import RowSeen, Twin
from service.acts.sheets import SheetResult, bring_in, keep_sheet, preview_sheet
from service.cli.edge import opened, print_json
from service.cli.speech import say, speak
from service.cli.spoken import as_json, by_person, command, on_day, option
from service.wording import refusal


@command("import-sheet")
@click.argument("file")
@option("--preview", is_flag=True, help="cli.option.preview")
@on_day
@by_person
@as_json
def import_sheet(file: str, preview: bool, today: str | None, by: str | None, as_json: bool) -> None:
    """Bring back a sheet of sources or statements."""
    data = Path(file).read_bytes()
    with opened(today, by) as edge, edge.sessions.write() as session:
        if preview:
            result = preview_sheet(session, edge.moment, edge.by, data)
        else:
            number = keep_sheet(session, edge.moment, edge.by, Path(file).name, data)
            result = bring_in(session, edge.moment, edge.by, number, {})
    if as_json:
        print_json(_told(result))
    else:
        _report(result)


def _told(result: SheetResult) -> dict[str, object]:
    """Return a result for programs."""
    return {
        "format": result.form,
        "of": result.of,
        "counts": dict(result.counts),
        "ignored": list(result.ignored),
        "missing": list(result.missing),
        "rows": [_row(row) for row in result.rows],
    }


def _row(row: RowSeen) -> dict[str, object]:
    t = speak()
    return {
        "line": row.line,
        "name": row.name,
        "outcome": row.outcome,
        "key": row.key,
        "double": _double(row.twin) if row.twin is not None else None,
        "cells": [asdict(cell) for cell in row.cells],
        "problems": [
            {"key": one.why, "column": one.facts.get("column", ""), "text": refusal(t, one.why, one.facts)}
            for one in row.problems
        ],
    }


def _double(twin: Twin) -> dict[str, object]:
    t = speak()
    return {"key": twin.key, "title": twin.title, "reasons": [t(reason) for reason in twin.reasons]}


def _report(result: SheetResult) -> None:
    """Print what a sheet did, for people: the counts, all rows but unchanged ones; what was left out as errors."""
    t = speak()
    for outcome, n in result.counts.items():
        if n:
            click.echo(t("cli.sheet.count", outcome=t(f"sheet.outcome.{outcome}"), n=n))
    if result.ignored:
        say(t("sheet.ignored", names=", ".join(result.ignored)))
    for row in result.rows:
        tell = say if row.outcome in ("conflict", "problem") else click.echo
        tell(t("cli.sheet.row", line=row.line, outcome=t(f"sheet.outcome.{row.outcome}"), name=row.name))
        for one in row.problems:
            say(f"  {refusal(t, one.why, one.facts)}")
        if row.twin is not None:
            why = ", ".join(t(reason) for reason in row.twin.reasons)
            tell(f"  {t('list.twin')} {row.twin.title} ({why})")
        for cell in row.cells:
            tell(f"  {t(f'sheet.column.{cell.column}')}: {cell.here or '–'} → {cell.sheet or '–'}")
