"""The preview of a look-up in the form of a source: what stands there, what was found, by whom, and what to take.

Ticks decide: nothing that was typed is overwritten unless its row is ticked. Empty fields are ticked beforehand.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import request
from werkzeug.datastructures import MultiDict

from citations.kinds import SourceKind
from citations.references import print_reference
from jobs.refused import RefusedError
from service.acts.look_up import LookedUp, look_up
from service.acts.looked_up import Warned, found_fields, kind_of, reference_of, same_text, warnings_of
from service.looking_up import looking, remarks
from service.web.edge import moment, settings, translate
from service.web.fields import FormError, read_date
from service.web.source_form import DATES, FAMILIES
from service.wording import refusal

ASKED_BY = ("doi", "pmid", "isbn", "awmf_number", "url")
"""Fields by whose value a source can be looked up."""
ALL = FAMILIES["all"]
LOOK_UP, TAKE = "look_up", "take"
_FOUND, _BESIDE = "found-", "beside-"
"""What a registry says, by its mark; what stood in the field, by its name, when that was shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """A found value beside what stands in the form: ``mark`` names it among the ticks; ``said`` is who says it.

    ``same`` values need no tick; ``ticked`` ones are taken unless somebody unticks them.
    """

    name: str
    mark: str
    typed: str
    found: str
    said: tuple[str, ...]
    same: bool
    ticked: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What a look-up shows. ``trouble`` is why nothing was found; the rest is empty then."""

    trouble: str = ""
    kind: SourceKind | None = None
    line: str = ""
    rows: tuple[Row, ...] = ()
    warned: tuple[Warned, ...] = ()
    remarks: tuple[str, ...] = ()


def asked_for() -> bool:
    """Say whether the form that was sent wants a look-up."""
    return request.form.get("act") == LOOK_UP


def stays() -> bool:
    """Say whether the form only comes back, with what was found or what was taken; nothing is stored."""
    return request.form.get("act") in (LOOK_UP, TAKE)


def taken() -> MultiDict[str, str]:
    """Return the form that was sent, with the found values that are ticked in place of what stands in their fields.

    A new look-up drops the ticks of the one before, which may have been of another source. A field that somebody
    changed after the preview keeps what was typed. Of two ticked values of one field the later
    counts: the first may have been ticked beforehand.
    """
    form = MultiDict(request.form)
    for mark in () if asked_for() else form.getlist("take"):
        name = mark.partition(":")[0]
        untouched = _plain(request.form.get(name, "")) == _plain(request.form.get(f"{_BESIDE}{name}", ""))
        if name in (*ALL, "kind") and f"{_FOUND}{mark}" in form and untouched:
            form[name] = form[f"{_FOUND}{mark}"]
    return form


def preview(typed: Mapping[str, str]) -> Preview:
    """Ask the registries and return what they say beside what is typed. No database is open meanwhile."""
    try:
        with looking(settings(), moment().today) as client:
            looked = look_up(request.form.get("look_up", ""), client, _kind(typed))
    except RefusedError as error:
        return Preview(refusal(translate(), error.key, error.facts))
    return Preview(
        kind=kind_of(looked),
        line=print_reference(reference_of(looked)),
        rows=_rows(looked, typed),
        warned=warnings_of(looked, moment().today),
        remarks=remarks(translate(), looked),
    )


def _kind(typed: Mapping[str, str]) -> SourceKind | None:
    chosen = typed.get("kind") or request.args.get("kind", "")
    return SourceKind(chosen) if chosen in set(SourceKind) else None


def _rows(looked: LookedUp, typed: Mapping[str, str]) -> tuple[Row, ...]:
    kind = kind_of(looked)
    here = typed.get("kind", "")
    rows = [Row("kind", "kind:0", here, kind.value, (), here == kind.value, not here)] if here else []
    fields = {one.name: one for one in found_fields(looked)}
    for name in ALL:
        for place, one in enumerate(fields[name].values if name in fields else ()):
            stands = _plain(typed.get(name, ""))
            same = bool(stands) and _same(name, stands, one.text)
            rows.append(Row(name, f"{name}:{place}", stands, one.text, one.registries, same, not stands and not place))
    return tuple(rows)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _same(name: str, typed: str, found: str) -> bool:
    if name not in DATES:
        return same_text(name, typed, found)
    try:
        return str(read_date(typed)) == found
    except FormError:
        return False
