"""What the editor's templates say in words of the catalogue: reasons, logged values, names of rules."""

from collections.abc import Callable, Mapping

from flask import current_app

from citations.formats import FORMATS
from citations.kinds import Clock, Reason
from jobs.refused import RefusedError
from service import wording
from service.reads.open_flags import OpenFlag
from service.web.edge import moment, translate
from service.wording import explain, notice, short


def why(flag: OpenFlag) -> str:
    """Return the whole sentence that says why somebody must look."""
    return explain(translate(), flag.reason, flag.facts, flag.since, moment().today)


def in_short(flag: OpenFlag) -> str:
    """Return a reason as the queue says it, with the source it is about."""
    said = short(translate(), flag.reason, flag.facts, flag.since, moment().today)
    return f"{said} ({flag.source})" if flag.source else said


def line_why(why_kept: str) -> str:
    """Return why a printed line was not read, or is kept as it is."""
    t = translate()
    key = f"line.{why_kept.removeprefix('refused.')}"
    return t(key) if t.has(key) else t(why_kept) if t.has(why_kept) else t("line.odd")


def notice_text(stored: str) -> str:
    """Return a notice of an import in words."""
    return notice(translate(), stored)


def refused_why(refused: RefusedError) -> str:
    """Return why something cannot be done, said before anybody tries."""
    return wording.refusal(translate(), refused.key, refused.facts)


def act_name(act: str) -> str:
    """Return what somebody did."""
    return wording.act_name(translate(), act)


def field_name(act: str, field: str) -> str:
    """Return what a field is called in the form of an act: the words that stand beside it there."""
    name = field.partition("-")[0]
    return _known(f"field.{act}.{name}", f"field.{name}")


def value_name(name: str) -> str:
    """Return the name of a logged value."""
    return wording.value_name(translate(), name)


def told(name: str, value: str) -> str:
    """Return a logged value as a person reads it."""
    return wording.told(translate(), name, value)


def policy_name(key: str) -> str:
    """Return the name of a number of the policy."""
    t = translate()
    area, _, word = key.partition(".")
    if t.has(f"policy.name.{key}"):
        return t(f"policy.name.{key}")
    if area in set(Clock) - {Clock.STATEMENT, Clock.PAGE}:
        return t("policy.name.clock", clock=t(f"policy.{area}"), word=t(f"source_kind.{word}"))
    words = {"statement": f"harm.{word}", "harm": f"harm.{word}", "reach": f"reach.{word}"}
    if area == "severity" and word in set(Reason):
        return t("policy.name.severity", word=t(f"reason.{word}.short"))
    return t(f"policy.name.{area}", word=t(words[area]) if area in words else word)


def export_formats(of: str) -> list[tuple[str, str]]:
    """Return (format, name) of the files that are made of sources, statements, pages or changes, by name."""
    t = translate()
    known = [(slug, module.FORMAT) for slug, module in FORMATS.items()] if "exports" in current_app.blueprints else []
    return sorted(((slug, t(form.label)) for slug, form in known if form.of == of), key=lambda one: one[1].casefold())


def _known(key: str, otherwise: str) -> str:
    t = translate()
    return t(key) if t.has(key) else t(otherwise)


GLOBALS: Mapping[str, Callable[..., object]] = {
    "why": why,
    "in_short": in_short,
    "line_why": line_why,
    "notice_text": notice_text,
    "refused_why": refused_why,
    "act_name": act_name,
    "field_name": field_name,
    "value_name": value_name,
    "told": told,
    "policy_name": policy_name,
    "export_formats": export_formats,
}
"""What templates call by name; put into the environment by the blueprint of pages."""
