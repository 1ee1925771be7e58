"""The facts of the house that a style did not print, behind its entry (domain 5: they survive in every format)."""

import re

from citations.dates import PartialDate
from citations.formats.item import ExportItem, house_facts, partial
from citations.kinds import Origin
from citations.references.printed_dates import NLM_MONTHS


def note(item: ExportItem, locale: str, text: str, read: frozenset[str]) -> str:
    """Return "(Stand 06/2022; gültig bis 06.09.2026; …)" in German, "(as of Jun 2022; …)" in English, "" for none.

    What the style printed in ``text`` is left out; it printed what it ``read`` and the text shows. The Stand is always
    said, because the date of a style does not say that it is one.
    """
    facts = house_facts(item) if locale == "de" else _english(item)
    reference = item.reference
    known = partial(reference.accessed)
    printed = {
        "accessed": known is not None and "accessed" in read and str(known.year) in text,
        "number": reference.awmf_number.strip() in text,
        "version": bool(read & {"version", "edition"}) and _stands_in(reference.version.strip(), text),
    }
    said = "; ".join(words for name, words in facts.items() if not printed.get(name, False))
    return f"({said})" if said else ""


def _stands_in(version: str, text: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(version)}(?!\w|\.\d)", text) is not None


def _english(item: ExportItem) -> dict[str, str]:
    """Return the facts in English, as ``house_facts`` does in German."""
    reference = item.reference
    facts = {}
    if reference.stand.strip():
        facts["stand"] = f"as of {_english_day(reference.stand, month=True)}"
    if item.valid_until is not None:
        computed = " (computed)" if item.valid_until_origin is Origin.DERIVED else ""
        facts["valid_until"] = f"valid until {_english_day(item.valid_until.isoformat())}{computed}"
    if reference.accessed.strip():
        facts["accessed"] = f"accessed {_english_day(reference.accessed)}"
    if reference.awmf_number.strip():
        facts["number"] = f"AWMF register number: {reference.awmf_number.strip()}"
    if reference.version.strip():
        form = reference.edition_form.strip()
        facts["version"] = f"version {reference.version.strip()}" + (f" ({form})" if form else "")
    return facts


def _english_day(text: str, *, month: bool = False) -> str:
    """Return "4 Mar 2025", "Jun 2022" or "2019"; what is no date stays as it was written."""
    known: PartialDate | None = partial(text)
    if known is None:
        return text.strip()
    parts = [str(known.day)] if known.day and not month else []
    parts += [NLM_MONTHS[known.month - 1]] if known.month else []
    return " ".join([*parts, str(known.year)])
