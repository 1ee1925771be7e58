"""Commands for lists of sources: bring one in from a file or from standard input."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from citations.collector import paused_collector
from citations.formats.incoming import Problem
from service.acts.import_sources import store_list
from service.acts.plan_list import ListResult, plan_list, read_entries
from service.acts.read_list import LARGEST, TEXT, ListFile
from service.cli.edge import opened, print_json
from service.cli.speech import say, speak
from service.cli.spoken import as_json, by_person, command, on_day, option
from service.listing import planned, store_planned
from service.remarks import remark

_SHOWN = 120
"""Characters of a raw text that is shown with what is said about it."""


@command("import-sources")
@click.argument("file")
@option("--format", "form", default="", metavar="FORMAT", help="cli.option.list_format")
@option("--text", "as_text", is_flag=True, help="cli.option.list_text")
@option("--preview", is_flag=True, help="cli.option.preview")
@on_day
@by_person
@as_json
def import_sources(  # noqa: PLR0917 - click hands options over by name
    file: str,
    form: str,
    as_text: bool,
    preview: bool,
    today: str | None,
    by: str | None,
    as_json: bool,
) -> None:
    """Bring in a list of sources."""
    if as_text and form not in ("", TEXT):
        raise click.UsageError(speak()("cli.lists.two_formats", format=form))
    handed = ListFile("-" if file == "-" else Path(file).name, _data(file), TEXT if as_text else form.lower())
    with opened(today, by) as edge:
        day = edge.moment.today
        with paused_collector():
            read = read_entries(handed, day)
        if preview:
            result = planned(edge.sessions, lambda session: plan_list(session, day, read)).checked()
        else:
            result = store_planned(
                edge.sessions,
                lambda session: plan_list(session, day, read),
                lambda session, plan: store_list(session, edge.moment, edge.by, plan),
            )
    if as_json:
        print_json(_object(result))
    else:
        _report(result, preview=preview)


def _data(file: str) -> bytes:
    """Return the bytes of a file or of standard input, never many more than a list may have."""
    if file == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    with Path(file).open("rb") as opened_file:
        return opened_file.read(LARGEST + 1)


def _object(result: ListResult) -> dict[str, object]:
    """Return a result for programs; sentences are in the language of the command line."""
    counts = {"kept": result.kept, "new": result.new, "known": result.known, "double": result.double}
    return {
        "format": result.format,
        **counts,
        "problems": _said(result.problems),
        "remarks": _said(result.remarks),
    }


def _said(several: Iterable[Problem]) -> list[dict[str, object]]:
    t = speak()
    return [{"line": one.line, "raw": one.raw, "why": remark(t, one.why, one.facts)} for one in several]


def _report(result: ListResult, *, preview: bool) -> None:
    """Print a result for people: counts on standard output, what was not read or left out on standard error."""
    t = speak()
    click.echo(t("cli.lists.preview" if preview else "cli.lists.done", name=result.name, format=result.format))
    for word in ("kept", "new", "known", "double"):
        click.echo(f"  {getattr(result, word):>7}  {t(f'cli.lists.{word}')}")
    click.echo(f"  {len(result.problems):>7}  {t('cli.lists.problems')}")
    click.echo(f"  {len(result.remarks):>7}  {t('cli.lists.remarks')}")
    for one in result.problems:
        say(t("cli.lists.problem", line=one.line, why=remark(t, one.why, one.facts), raw=_short(one.raw)))
    for one in result.remarks:
        say(t("cli.lists.remark", line=one.line, why=remark(t, one.why, one.facts), raw=_short(one.raw)))


def _short(raw: str) -> str:
    """Return a raw text as one line of bounded length."""
    line = " ".join(raw.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]} …"
