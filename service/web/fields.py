"""Single values of forms: text, days, numbers, words of a closed list. Each wrong one becomes a Fault with its rule.

What a form as a whole means is said in ``service.web.forms``; nothing here knows the database.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made_of
from datetime import date
from enum import StrEnum
from typing import TypeVar

from werkzeug.datastructures import MultiDict

from citations.dates import BadDateError, PartialDate, read_iso

Word = TypeVar("Word", bound=StrEnum)
LONGEST = 4000
"""Characters of the longest note; a whole page has a limit of its own."""
GREATEST_ID = 2**31 - 1
_MONTHS = 12
_FORMS = (
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})"),
    re.compile(r"(?P<month>\d{1,2})\s?[/.]\s?(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})"),
    re.compile(r"(?P<year>\d{4})"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field: the catalogue key of the rule and the facts its sentence needs."""

    field: str
    key: str
    facts: Mapping[str, object] = made_of(default_factory=dict)


class FormError(Exception):
    """A form cannot be read; ``faults`` says field by field why. Nothing has been done."""

    def __init__(self, *faults: Fault) -> None:
        """Keep the faults."""
        super().__init__(", ".join(f"{fault.field}: {fault.key}" for fault in faults))
        self.faults = faults


def read_date(text: str) -> PartialDate:
    """Return the date of 2026-11-20, 20.11.2026, 11/2026 or 2026; FormError names the rule that is broken."""
    match = next((found for form in _FORMS if (found := form.fullmatch(text.strip()))), None)
    if match is None:
        raise FormError(Fault("", "form.no_date", {"value": text}))
    parts = {name: int(value) for name, value in match.groupdict().items()}
    if not 1 <= parts.get("month", 1) <= _MONTHS:
        raise FormError(Fault("", "form.no_such_month", {"value": text, "month": parts["month"]}))
    try:
        return PartialDate(parts["year"], parts.get("month"), parts.get("day"))
    except BadDateError as error:
        raise FormError(Fault("", "form.no_such_day", {"value": text})) from error


class Fields:
    """Reads the values of one form and gathers what is wrong; ``check`` raises it all at once."""

    def __init__(self, form: MultiDict[str, str]) -> None:
        """Take the form as it came."""
        self.form = form
        self.faults: list[Fault] = []

    def check(self) -> None:
        """Raise FormError with everything that was wrong."""
        if self.faults:
            raise FormError(*self.faults)

    def fault(self, name: str, key: str, **facts: object) -> None:
        """Note one thing that is wrong."""
        self.faults.append(Fault(name, key, facts))

    def text(self, name: str, *, longest: int = LONGEST, needed: bool = False) -> str:
        """Return a text with plain line ends and without white space around it."""
        value = self.form.get(name, "").replace("\r\n", "\n").replace("\r", "\n").strip()
        if needed and not value:
            self.fault(name, "form.needed")
        if len(value) > longest:
            self.fault(name, "form.too_long", longest=longest, length=len(value))
        if _CONTROL.search(value):
            self.fault(name, "form.control_characters")
        return value

    def line(self, name: str, *, longest: int = LONGEST, needed: bool = False) -> str:
        """Return a text as one line, with single spaces."""
        return " ".join(self.text(name, longest=longest, needed=needed).split())

    def partial(self, name: str, *, needed: bool = False) -> str:
        """Return a date known to the year, month or day as partial ISO, "" for an empty field."""
        value = self.line(name, longest=40, needed=needed)
        if not value:
            return ""
        try:
            return str(read_date(value))
        except FormError as error:
            self.faults += [Fault(name, fault.key, fault.facts) for fault in error.faults]
            return ""

    def day(self, name: str, *, needed: bool = False) -> date | None:
        """Return a whole day, None for an empty field."""
        value = self.partial(name, needed=needed)
        if not value:
            return None
        read = read_iso(value)
        if read.day is None:
            self.fault(name, "form.whole_day", value=self.form.get(name, ""))
            return None
        return read.earliest()

    def number(self, name: str, *, highest: int = GREATEST_ID, needed: bool = False) -> int | None:
        """Return a whole number from 0 on, None for an empty field."""
        value = self.line(name, longest=20, needed=needed)
        if not value:
            return None
        if not (value.isascii() and value.isdecimal()) or int(value) > highest:
            self.fault(name, "form.no_number", value=value, highest=highest)
            return None
        return int(value)

    def numbers(self, name: str) -> tuple[int, ...]:
        """Return every number that came under a name, in order, each once."""
        values = self.form.getlist(name)
        if any(not (value.isascii() and value.isdecimal()) or int(value) > GREATEST_ID for value in values):
            self.fault(name, "form.no_number", value=", ".join(values)[:80], highest=GREATEST_ID)
            return ()
        return tuple(dict.fromkeys(int(value) for value in values))

    def word(self, name: str, words: type[Word], default: Word | None = None) -> Word:
        """Return a word of a closed list; what is not in it is a fault."""
        value = self.form.get(name, "").strip()
        if value in set(words) or (default is not None and not value):
            return words(value) if value else default or next(iter(words))
        self.fault(name, "form.no_choice" if value else "form.needed", value=value[:80])
        return next(iter(words))

    def keyed(self, prefix: str) -> dict[int, str]:
        """Return what came under ``<prefix>-<number>``, by number, without the empty ones."""
        found = {}
        for name in self.form:
            start, _, rest = name.rpartition("-")
            if start == prefix and rest.isascii() and rest.isdecimal() and int(rest) <= GREATEST_ID:
                found[int(rest)] = self.form[name].strip()
        return {number: value for number, value in found.items() if value}
