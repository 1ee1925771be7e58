"""Commands for pages: bring one in, list what is there."""

import sys
from dataclasses import asdict
from pathlib import Path

import click

from service.acts.import_page import Upload
from service.acts.import_page import import_page as store_page
from service.acts.importing import ImportResult
from service.cli.edge import opened, print_json
from service.cli.speech import say, speak
from service.cli.spoken import as_json, by_person, command, on_day, option
from service.reads.pages import page_rows
from service.wording import notice as notice_words


@command("import-page")
@click.argument("file")
@option("--url", required=True, help="cli.option.url")
@option("--title", default="", help="cli.option.title")
@option("--format", "form", type=click.Choice(["html", "text"]), help="cli.option.format")
@option("--published", default="", metavar="YYYY[-MM[-DD]]", help="cli.option.published")
@on_day
@by_person
@as_json
def import_page(  # noqa: PLR0917 - click hands options over by name
    file: str,
    url: str,
    title: str,
    form: str | None,
    published: str,
    today: str | None,
    by: str | None,
    as_json: bool,
) -> None:
    """Bring in a published page."""
    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    upload = Upload(url, data, title, form or "", published)
    with opened(today, by) as edge, edge.sessions.write() as session:
        result = store_page(session, edge.moment, edge.by, upload)
    if as_json:
        print_json(asdict(result))
    else:
        _report(result)


def _report(result: ImportResult) -> None:
    """Print what an import did, for people."""
    t = speak()
    if result.unchanged:
        click.echo(t("cli.import.unchanged", title=result.title))
        return
    click.echo(t("cli.import.page", title=result.title, id=result.page_id))
    click.echo(t("cli.import.statements", n=result.statements, new=result.new_statements, lost=result.lost))
    click.echo(t("cli.import.sources", n=result.listed, new=result.new_sources, known=result.known_sources))
    if result.set_aside:
        click.echo(t("cli.import.set_aside", n=result.set_aside))
    for line in result.unread:
        say(t("cli.import.unread", line=line))
    for notice in result.notices:
        say(notice_words(t, notice))


@command("pages")
@on_day
@as_json
def pages(today: str | None, as_json: bool) -> None:
    """List the pages."""
    with opened(today) as edge, edge.sessions.read() as session:
        rows = page_rows(session)
    if as_json:
        print_json([asdict(row) for row in rows])
        return
    for row in rows:
        bands = " ".join(f"{band}:{row.open[band]}" for band in sorted(row.open))
        click.echo(f"{row.id:>4}  {bands or '–':<20} {row.title}  {row.url}")
