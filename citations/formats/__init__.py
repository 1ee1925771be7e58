"""The formats sources leave in, one file each, found by a scan: ``FORMATS`` maps the name in addresses to the module.

A format is a file here with a constant ``FORMAT`` and a function ``render(items)`` that yields pieces of text, so that
an export of any size needs the memory of one block. A file that lacks either stops the start with its name. What
several formats share stands in ``item`` and in the packages below, which the scan leaves out.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol, cast

from citations.formats.item import ExportItem, Format

_SHARED = frozenset({"item"})


class BrokenFormatError(ImportError):
    """A file of this folder is no format: it lacks its constant or its function, or takes another's name."""


class FormatModule(Protocol):
    """What a format file offers."""

    FORMAT: Format

    def render(self, items: Iterable[ExportItem]) -> Iterator[str]:
        """Yield the file in pieces."""


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
        if form.slug in found:
            raise BrokenFormatError(f"{package}.{info.name} takes the name {form.slug} a second time")
        found[form.slug] = module
    return MappingProxyType(dict(sorted(found.items())))


FORMATS: Mapping[str, FormatModule] = scan(__name__, __path__)
