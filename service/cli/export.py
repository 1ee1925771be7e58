"""Carries sources away: BibTeX, BibLaTeX, the printed list as text or HTML; to a file or to standard output."""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from citations.formats import FORMATS
from service.cli.edge import opened
from service.cli.spoken import command, option
from service.reads.export import exported
from service.reads.pages import page_named


@command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(FORMATS)))
@option("--page", help="cli.option.page")
@option("-o", "--output", metavar="FILE", help="cli.option.output")
def export(form: str, page: str | None, output: str | None) -> None:
    """Write sources in a format of the field."""
    with opened() as edge, edge.sessions.read() as session:
        page_id = page_named(session, page) if page else None
        parts = exported(session, form, page_id=page_id)
        if output:
            _write(Path(output), parts)
        else:
            sys.stdout.buffer.writelines(parts)


def _write(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file whole or not at all: beside its place first, then moved there."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    draft = Path(name)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - the handle is open already
            file.writelines(parts)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
