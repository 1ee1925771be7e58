"""Reasons, refusals, notices and what the log holds as sentences of the catalogue.

Pure: no database, no request, no clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from citations.kinds import Reason
from service.clock import BERLIN
from service.words import Translate
from service.words.dates import write_instant, write_partial

_DAYS = ("valid_until", "kept_on", "accessed", "reviewed_on", "value", "until", "today", "stand")
"""Facts that hold a day as text; what is no day stays as it was typed."""
_LOGGED_DAYS = frozenset({"stand", "as_of", "consensus_as_of", "valid_until", "published", "on"})
_LOGGED_WORDS = {name: name for name in ("role", "status", "decision", "reach")} | {"state": "citation_state"}


class Queued(Protocol):
    """What a line of the queue says."""

    @property
    def reason(self) -> str:
        """The reason that gives the row its place."""

    @property
    def facts(self) -> Mapping[str, str]:
        """The values its sentence needs."""

    @property
    def due_on(self) -> date:
        """The day the reason became true."""

    @property
    def overdue_days(self) -> int:
        """Days from that day to today."""

    @property
    def priority(self) -> int | None:
        """Points in the queue."""

    @property
    def band(self) -> str | None:
        """A to D."""

    @property
    def harm(self) -> str:
        """H0 to H3."""

    @property
    def source_name(self) -> str:
        """The source in a few words, empty for none."""

    @property
    def time_words(self) -> tuple[str, ...]:
        """Words that bind the sentence to a time."""

    @property
    def only_support(self) -> bool:
        """Whether no other source of the sentence is free of doubt."""

    @property
    def text(self) -> str:
        """What the row is about, in the words of its page."""


def explain(
    t: Translate,
    reason: str,
    facts: Mapping[str, str],
    trigger_day: date,
    today: date,
    *,
    source: str = "",
) -> str:
    """Return the full sentence that says why somebody must look, naming the source where one is given (domain 6)."""
    form = _form(t, reason, facts, "sentence")
    text = t(form, **_filled(t, facts, trigger_day, today))
    if parent := facts.get("parent"):
        text = f"{text} {t('reason.parent', parent=parent)}"
    return t("reason.named", source=source, sentence=text) if source else text


def short(t: Translate, reason: str, facts: Mapping[str, str], trigger_day: date, today: date) -> str:
    """Return the reason as the queue says it: ``abgelaufen seit 74 Tagen`` (domain 7)."""
    return t(_form(t, reason, facts, "line"), **_filled(t, facts, trigger_day, today))


def queue_parts(t: Translate, row: Queued) -> list[str]:
    """Return what a line of the queue says after its band and points, part by part (domain 7)."""
    today = date.fromordinal(row.due_on.toordinal() + row.overdue_days)
    said = short(t, row.reason, row.facts, row.due_on, today)
    parts = [f"{said} ({row.source_name})" if row.source_name else said, t(f"harm.{row.harm}")]
    if row.only_support:
        parts.append(t("queue.only_support"))
    if row.time_words:
        parts.append(", ".join(t("queue.time_word", word=word) for word in row.time_words))
    return parts


def queue_line(t: Translate, row: Queued) -> str:
    """Return a row of the queue as one line, the sentence at its end: ``A 73 | abgelaufen seit 74 Tagen (…) | …``."""
    place = f"{row.band or ''} {'' if row.priority is None else row.priority}".strip()
    return " | ".join(part for part in (place, *queue_parts(t, row), row.text) if part)


def refusal(t: Translate, key: str, facts: Mapping[str, object]) -> str:
    """Return why something was refused, with the words and days of its facts written out."""
    if key == "conflict.reviewed" and not facts.get("who"):
        key = "conflict.closed"
    return t(key, **{name: _written(t, name, value) for name, value in facts.items()})


def notice(t: Translate, stored: str) -> str:
    """Return a notice of an import in words; what follows a colon is its detail."""
    key, _, detail = stored.partition(":")
    printed = f"line.{key.removeprefix('refused.')}"
    return t(printed if t.has(printed) else key, detail=detail)


def missing(t: Translate, names: str) -> str:
    """Return the details a reference lacks (``version|stand,url``) as a list in words."""
    return ", ".join(_either(t, name) for name in names.split(",") if name)


def act_name(t: Translate, act: str) -> str:
    """Return what somebody did, for acts that are younger than this catalogue a plain word."""
    key = f"act.{act}"
    return t(key if t.has(key) else "act.other")


def value_name(t: Translate, name: str) -> str:
    """Return the name of a logged value."""
    key = f"value.{name}"
    return t(key if t.has(key) else "value.other")


def told(t: Translate, name: str, value: str) -> str:
    """Return a logged value as a person reads it: days written out, words of closed lists translated."""
    if name in _LOGGED_DAYS and value:
        return write_partial(t.language, value)
    if name == "harm" and t.has(f"harm.{value}.meaning"):
        return t(f"harm.{value}.meaning")
    if name in _LOGGED_WORDS and t.has(f"{_LOGGED_WORDS[name]}.{value}"):
        return t(f"{_LOGGED_WORDS[name]}.{value}")
    if name == "status" and t.has(f"looks.lifecycle.{value}"):
        return t(f"looks.lifecycle.{value}")  # the state that a registry names, which no version carries
    if value in ("True", "False"):
        return t("value.yes" if value == "True" else "value.no")
    return t(value) if name == "why" and t.has(value) else value


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Days from a trigger day to today, in words."""

    days: int

    def words(self, t: Translate) -> str:
        """Return ``seit 74 Tagen``, ``seit heute``, ``in 3 Tagen``."""
        if self.days == 0:
            return t("days.today")
        return t("days.since", self.days) if self.days > 0 else t("days.ahead", -self.days)


def _form(t: Translate, reason: str, facts: Mapping[str, str], which: str) -> str:
    """Return the catalogue key of the wording that fits the facts of a reason."""
    kinds = {"change": "marked", "undated": "undated", "kept_on": "kept", "inferred": "inferred", "status": "status"}
    fitting = (f"reason.{reason}.{word}.{which}" for name, word in kinds.items() if facts.get(name))
    return next((key for key in fitting if t.has(key)), f"reason.{reason}.{which}")


def _filled(t: Translate, facts: Mapping[str, str], trigger_day: date, today: date) -> dict[str, object]:
    values: dict[str, object] = {name: _written(t, name, value) for name, value in facts.items()}
    values |= {"trigger": trigger_day, "since": Elapsed((today - trigger_day).days).words(t)}
    if "change" in facts:
        values["change"] = " ".join((t(f"change.{facts['change']}"), facts.get("year", ""))).strip()
    if "since" in facts:
        values["counted"] = write_partial(t.language, facts["since"])
    return values


def _written(t: Translate, name: str, value: object) -> object:
    """Return a fact as it is read: a day, a word of a closed list, a number of months; what was typed as it was."""
    if value is None or value == "":
        return "–"
    return _read_out(t, name, value) if isinstance(value, str) else value


def _read_out(t: Translate, name: str, text: str) -> str:
    if name == "missing":
        return missing(t, text)
    if name == "months" and text.isdecimal():
        return t("months.of", int(text))
    if name == "at":
        return write_instant(t.language, datetime.fromisoformat(text), BERLIN)
    key = f"{name}.{text}" if t.has(f"{name}.{text}") else f"{name}.other"
    if name in ("origin", "decision", "status", "row") and t.has(key):
        return t(key)
    if name == "reason" and text in set(Reason):
        return t(f"reason.{text}.short")
    return write_partial(t.language, text) if name in _DAYS else text


def _either(t: Translate, name: str) -> str:
    first, _, rest = name.partition("|")
    one = t(f"missing.{first}") if t.has(f"missing.{first}") else first
    return t("missing.or", one=one, other=_either(t, rest)) if rest else one
