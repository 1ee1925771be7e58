"""``leitstand look-up``: what the registries say of an identifier, and the source of it stored if that is wanted."""

from dataclasses import asdict

import click

from citations.references import print_reference
from service.acts.fill_in import FilledIn, add_typed
from service.acts.look_up import LookedUp
from service.acts.look_up import look_up as ask
from service.acts.looked_up import NEWER, Warned, filled_of, found_fields, kind_of, reference_of, warnings_of
from service.cli.edge import Edge, opened, print_json
from service.cli.speech import say, speak
from service.cli.spoken import as_json, by_person, command, on_day, option
from service.looking_up import looking, remarks


@command("look-up")
@click.argument("identifier")
@option("--add", "add", is_flag=True, help="cli.option.add")
@on_day
@by_person
@as_json
def look_up(identifier: str, add: bool, today: str | None, by: str | None, as_json: bool) -> None:
    """Look an identifier up, and store its source if wanted."""
    with opened(today, by) as edge:
        with looking(edge.settings, edge.moment.today) as client:
            looked = ask(identifier, client)
        added = _add(edge, looked) if add else None
    warned = warnings_of(looked, edge.moment.today)
    if as_json:
        print_json(_object(looked, warned, added))
    else:
        _report(looked, warned, added)


def _add(edge: Edge, looked: LookedUp) -> FilledIn:
    """Store what was found; nothing was open while the registries were asked."""
    with edge.sessions.write() as session:
        return add_typed(session, edge.moment, edge.by, filled_of(looked))


def _object(looked: LookedUp, warned: tuple[Warned, ...], added: FilledIn | None) -> dict[str, object]:
    """Return what was found for programs; ``said`` names every value with its registries, the believed one first."""
    found = found_fields(looked)
    told: dict[str, object] = {
        "scheme": looked.scheme,
        "value": looked.value,
        "kind": kind_of(looked).value,
        "fields": {one.name: one.values[0].text for one in found},
        "said": {one.name: [asdict(value) for value in one.values] for one in found},
        "line": print_reference(reference_of(looked)),
        "warnings": [asdict(one) for one in warned],
        "remarks": remarks(speak(), looked),
    }
    return told | ({"key": added.key, "new": added.new} if added else {})


def _report(looked: LookedUp, warned: tuple[Warned, ...], added: FilledIn | None) -> None:
    """Print what was found; what to be wary of goes to standard error, the gravest first thing that is read."""
    t = speak()
    for one in warned:
        what = t("look_up.newer") if one.word == NEWER else t(f"reason.{one.word}.short")
        facts = {"on": one.on, "label": " ".join(one.label.split())[:400], "url": one.url}
        say(" ".join(t("cli.look_up.warned", what=what, who=_who(one.registries), **facts).split()))
    for sentence in remarks(t, looked):
        say(sentence)
    click.echo(t(f"source_kind.{kind_of(looked).value}"))
    for field in found_fields(looked):
        for place, value in enumerate(field.values):
            key = "cli.look_up.differs" if place else "cli.look_up.field"
            shown, name = value.text.replace("\n", "; "), t(f"sheet.column.{field.name}")
            click.echo(t(key, name=name, value=shown, who=_who(value.registries)))
    click.echo()
    click.echo(print_reference(reference_of(looked)))
    if added is not None:
        click.echo(t("cli.look_up.new" if added.new else "cli.look_up.known", key=added.key))


def _who(registries: tuple[str, ...]) -> str:
    return ", ".join(speak()(f"look_up.registry.{one}") for one in registries)
