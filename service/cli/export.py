"""Carries sources, statements, pages and what changed away in every format; to a file or to standard output."""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click
from sqlmodel import Session

from citations.formats import FORMATS
from jobs.refused import RefusedError
from jobs.versions import number
from service.acts.sources import source_named
from service.cli.edge import Edge, opened
from service.cli.speech import speak
from service.cli.spoken import command, on_day, option
from service.reads.export import Asked, exported, refuse_keys
from service.reads.export_changes import Voice
from service.reads.export_items import keys_of_sources
from service.reads.pages import page_named
from service.reads.styled_list import Wanted, printer_for
from service.wording import refusal


@command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(FORMATS)))
@option("--page", help="cli.option.page")
@option("--key", "keys", multiple=True, metavar="CITEKEY", help="cli.option.cite_key")
@option("--source", "sources", multiple=True, metavar="KEY", help="cli.option.source")
@option("--style", metavar="NAME", default="", help="cli.option.style")
@option("--locale", metavar="de|en", default="", help="cli.option.locale")
@option("--base", metavar="URL", help="cli.option.base")
@option("-o", "--output", metavar="FILE", help="cli.option.output")
@on_day
def export(
    form: str,
    *,
    page: str | None,
    output: str | None,
    today: str | None,
    base: str | None,
    style: str,
    locale: str,
    **chosen: tuple[str, ...],
) -> None:
    """Write what the format is made of."""
    selection = chosen["keys"] + chosen["sources"]
    _refuse(Asked(form, keys=selection or None))
    with opened(today) as edge, edge.sessions.read() as session:
        asked = Asked(
            form,
            page_named(session, page) if page else None,
            (*chosen["keys"], *_keys(session, chosen["sources"])) if selection else None,
            edge.moment.today,
            printer_for(_wanted(edge, style, locale), form),
        )
        parts = exported(session, asked, Voice(speak(), base or _address(edge)))
        if output:
            _write(Path(output), parts)
        else:
            sys.stdout.buffer.writelines(parts)


def _refuse(asked: Asked) -> None:
    """Say that a choice does not go with the format: wrong use, before anything is opened."""
    try:
        refuse_keys(asked)
    except RefusedError as error:
        raise click.UsageError(refusal(speak(), error.key, error.facts)) from error


def _wanted(edge: Edge, style: str, locale: str) -> Wanted:
    """Return the citation style that is asked for; here it may be a file as well."""
    return Wanted(style, locale or edge.settings.language, edge.settings.data_dir / "styles", files=True)


def _keys(session: Session, sources: Iterable[str]) -> list[str]:
    """Return the citation keys of the sources that are named; UnknownError lists the nearest to one that is not."""
    return keys_of_sources(session, [number(source_named(session, name)) for name in sources])


def _address(edge: Edge) -> str:
    """Return the address under which the settings serve the pages."""
    host = f"[{edge.settings.host}]" if ":" in edge.settings.host else edge.settings.host
    return f"http://{host}:{edge.settings.port}"


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
