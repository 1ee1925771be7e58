"""The one catalogue of every text a person reads: German and English, a file per area, read once at the start.

Texts live in ``<language>/<area>.po`` under dotted keys. Nothing here knows requests; which language is wanted is an
argument. Days and numbers are written in ``service.words.dates``.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from service.words.dates import write_day

LANGUAGES = ("de", "en")
"""The languages that the catalogue is complete in; the first is the one everything is written in first."""

_HERE = Path(__file__).resolve().parent
_log = logging.getLogger("leitstand.words")


class CatalogueError(ValueError):
    """A catalogue file cannot be used: a key twice, or a text missing. The message names file and key."""


class MissingTextError(KeyError):
    """A text was asked for that the catalogue does not have; raised by strict translators only."""


class _Facts(dict[str, object]):
    """What a text is filled with; an unnamed value shows as a dash and never breaks a page."""

    def __missing__(self, key: str) -> str:
        return "–"


@dataclass(frozen=True, slots=True)
class Translate:
    """The texts of one language, called with a key: ``t("queue.title")``, ``t("days.since", n=3)``.

    ``n`` chooses singular or plural and is itself filled in; days are written as the language does. A missing key is
    logged and shown as it is; a ``strict`` translator raises MissingTextError instead.
    """

    language: str
    texts: Mapping[str, tuple[str, ...]]
    strict: bool = False

    def __call__(self, key: str, n: int | None = None, /, **facts: object) -> str:
        """Return the text of ``key``, filled."""
        count = facts.pop("n", n)
        forms = self.texts.get(key)
        if forms is None:
            return self._missing(key)
        if not facts and count is None:
            return forms[0] if "%" not in forms[0] else forms[0] % _Facts()
        values = _Facts({name: value if type(value) is str else self._written(value) for name, value in facts.items()})
        if count is not None:
            values["n"] = self._written(count)
        return forms[0 if count == 1 or len(forms) == 1 else 1] % values

    def has(self, key: str) -> bool:
        """Say whether the catalogue has a text for ``key``."""
        return key in self.texts

    def _written(self, value: object) -> object:
        if isinstance(value, date):
            return write_day(self.language, value)
        if isinstance(value, int) and not isinstance(value, bool):
            plain = f"{value:,}"
            return plain.replace(",", ".") if self.language == "de" else plain
        return value

    def _missing(self, key: str) -> str:
        if self.strict:
            raise MissingTextError(key)
        _log.error("no %s text for %s", self.language, key)
        return key


@cache
def translator(language: str, *, strict: bool = False) -> Translate:
    """Return the texts of a language; raise CatalogueError where a file is wrong, ValueError for another language."""
    if language not in LANGUAGES:
        raise ValueError(f"no catalogue for {language}")
    return Translate(language, _texts(language), strict)


@cache
def _texts(language: str) -> Mapping[str, tuple[str, ...]]:
    texts: dict[str, tuple[str, ...]] = {}
    for path in sorted((_HERE / language).glob("*.po")):
        for key, forms in _read(path, language):
            if key in texts:
                raise CatalogueError(f"{path.name}: {key} stands in the catalogue twice")
            texts[key] = forms
    return texts


def _read(path: Path, language: str) -> list[tuple[str, tuple[str, ...]]]:
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    found = []
    for message in catalogue:
        if not message.id:
            continue
        key = message.id if isinstance(message.id, str) else message.id[0]
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if not forms or not all(forms):
            raise CatalogueError(f"{path.name}: {key} has no text")
        found.append((key, forms))
    return found
