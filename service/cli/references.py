"""Reads printed references without a database: one line each, or the objects of a JSON Lines file."""

import json
import sys
from pathlib import Path

import click

from citations.pages.decode import decode
from citations.records import Reading, Reference
from citations.references import fields, read_line
from citations.references.sureness import sureness
from jobs.refused import RefusedError
from service.cli.speech import speak
from service.cli.spoken import command, option

_SHOWN = 60
"""So much of a line that is refused is shown with it."""


@command("read-references")
@click.argument("file", required=False)
@option("--jsonl", "jsonl", metavar="FILE", help="cli.option.jsonl")
def read_references(file: str | None, jsonl: str | None) -> None:
    """Read printed references into fields."""
    if (file is None) == (jsonl is None):
        raise click.UsageError(speak()("cli.one_of"))
    text = _text(jsonl or file or "-")
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        row: dict[str, object] = _object(line, number) if jsonl else {"text": line}
        reading = read_line(str(row["text"]))
        row |= {"fields": fields(reading), "sure": _sure(str(row["text"]), reading)}
        click.echo(json.dumps(row, ensure_ascii=False))


def _sure(text: str, reading: Reading) -> dict[str, str]:
    """Return how sure each filled field is; nothing for a sentence and for a line that nobody could read."""
    return dict(sureness(text, reading)) if isinstance(reading, Reference) else {}


def _text(name: str) -> str:
    """Return the text of a file or of standard input."""
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return decode(data)[0]


def _object(line: str, number: int) -> dict[str, object]:
    """Return the object of one line of a JSON Lines file; RefusedError names the line that has none."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise RefusedError("refused.jsonl", line=number, value=line[:_SHOWN]) from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise RefusedError("refused.jsonl", line=number, value=line[:_SHOWN])
    return row
