"""The formats sources leave and come in, one file each, found by a scan: ``FORMATS`` maps names to modules.

A format is a file here with a constant ``FORMAT`` and a function ``render(items)`` that yields pieces of the file, so
that an export of any size needs the memory of one block. A format that can be read too has ``read(lines)`` and
``recognises(head)``, and stands in ``READABLE``. A file that lacks what it must have stops the start with its name.
What several formats share stands in the modules of ``_SHARED`` and in the packages below, which the scan leaves out.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Protocol, cast

from citations.formats.incoming import Incoming
from citations.formats.item import Format

_SHARED = frozenset({"decoding", "incoming", "item", "page_item"})


class BrokenFormatError(ImportError):
    """A file of this folder is no format: it lacks its constant or its function, or takes another's name."""


class FormatModule(Protocol):
    """What a format file offers."""

    FORMAT: Format

    def render(self, items: Iterable[Any]) -> Iterator[str] | Iterator[bytes]:
        """Yield the file in pieces; the items are what ``FORMAT.of`` names."""


class ReadableModule(FormatModule, Protocol):
    """What a format file offers that is read as well."""

    def read(self, lines: Iterable[str]) -> Iterator[Incoming]:
        """Yield every entry of a file, or the problem that it is."""

    def recognises(self, head: str) -> bool:
        """Say whether the first lines of a file are of this format."""


def scan(package: str, paths: Iterable[str]) -> Mapping[str, FormatModule]:
    """Return the formats in a package by slug, in the order of their names.

    Raises BrokenFormatError with the module's name for a file that is no format, and whatever its import raises.
    """
    found: dict[str, FormatModule] = {}
    for info in sorted(pkgutil.iter_modules(list(paths)), key=lambda info: info.name):
        if info.ispkg or info.name in _SHARED:
            continue
        module = cast("FormatModule", importlib.import_module(f"{package}.{info.name}"))
        form = getattr(module, "FORMAT", None)
        if not isinstance(form, Format) or not callable(getattr(module, "render", None)):
            raise BrokenFormatError(f"{package}.{info.name} has no FORMAT and render(items)")
        if callable(getattr(module, "read", None)) != callable(getattr(module, "recognises", None)):
            raise BrokenFormatError(f"{package}.{info.name} has only one of read(lines) and recognises(head)")
        if form.slug in found:
            raise BrokenFormatError(f"{package}.{info.name} takes the name {form.slug} a second time")
        found[form.slug] = module
    return MappingProxyType(dict(sorted(found.items())))


FORMATS: Mapping[str, FormatModule] = scan(__name__, __path__)


def written(form: str, items: Iterable[Any]) -> Iterator[bytes]:
    """Yield a file in a format by its slug, in pieces of bytes; text is UTF-8."""
    for piece in FORMATS[form].render(items):
        yield piece.encode() if isinstance(piece, str) else piece


READABLE: Mapping[str, ReadableModule] = MappingProxyType(
    {slug: cast("ReadableModule", module) for slug, module in FORMATS.items() if hasattr(module, "read")}
)


def recognised(head: str) -> str:
    """Return the slug of the format that the first lines of a file are of; ``text`` where none recognises them."""
    return next((slug for slug, module in READABLE.items() if module.recognises(head)), "text")
