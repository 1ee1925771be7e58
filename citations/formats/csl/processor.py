"""The only module that speaks to citeproc: loads a style in a language and makes one entry after the other.

Where citeproc itself is wrong, its elements are overruled here. Loaded only when a style is asked for, because the
extra ``csl`` may be missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citeproc import LANGUAGE_NAMES, LOCALES_PATH, PRIMARY_DIALECTS, model  # type: ignore[import-untyped]  # no stubs
from citeproc.source import CitationItem, Reference  # type: ignore[import-untyped]  # no stubs
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]  # no stubs
from citeproc.string import String  # type: ignore[import-untyped]  # no stubs
from lxml import etree  # type: ignore[import-untyped]  # its stubs are a package of their own

from citations.formats.csl.marks import tagged
from citations.formats.csl.mends import mend_locale, mend_style
from citations.formats.csl.names import BrokenStyleError, Style

_CSL = "{http://purl.org/net/xbiblio/csl}"
_NAMES = {"cs": "http://purl.org/net/xbiblio/csl"}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Made:
    """What a style made of an item: text with marks, and the variables that it read for it."""

    text: str
    read: frozenset[str]


class Processor:
    """A style in a language, for one list at a time: it keeps state and is not shared between threads."""

    def __init__(self, style: Style, locale: str) -> None:
        """Load a style; BrokenStyleError for a file that is no style that makes lists."""
        self._root = _parsed(style.path, style.name).getroot()
        _require_style(self._root, style.name)
        mend_style(self._root, style.id, style.name)
        _open_names(self._root)
        _part_first_field(self._root)
        self._root.formatter = _Marked
        self._root.macros = {macro.get("name"): macro for macro in reversed(self._root.findall("cs:macro", _NAMES))}
        self._root.locales = _locales(self._root, locale)
        self._kept = [list(root.iter()) for root in (self._root, *self._root.locales)]  # what is kept keeps its state
        for kept in self._root.locales:
            kept.style = self._root

    def entry(self, data: Mapping[str, Any], number: int, cut: int) -> Made:
        """Return what the style makes of CSL data. ``cut``: authors named of a list that goes on, 0 of a whole one."""
        source = CiteProcJSON([data])
        key, reference = next(iter(source.items()))
        cited = _Cited(key, _Recorded(reference), number)
        self._root.cut = cut
        made = self._root.bibliography.render([cited])
        return Made("".join(map(str, made)), frozenset(cited.reference.read))


class _Cited(CitationItem):  # type: ignore[misc]  # citeproc has no types
    """An item in the list, with a number of our own: theirs is its place among all that were registered."""

    def __init__(self, key: str, reference: "_Recorded", number: int) -> None:
        super().__init__(key)
        object.__setattr__(self, "_own", (reference, number))

    @property
    def reference(self) -> "_Recorded":
        """The data of the item."""
        return object.__getattribute__(self, "_own")[0]  # type: ignore[no-any-return]  # set in __init__

    @property
    def number(self) -> int:
        """The number of the item in the list."""
        return object.__getattribute__(self, "_own")[1]  # type: ignore[no-any-return]  # set in __init__


class _Recorded(Reference):  # type: ignore[misc]  # citeproc has no types
    """The data of an item; keeps which variables a style read."""

    def __init__(self, reference: Reference) -> None:
        object.__setattr__(self, "read", set())
        dict.__init__(self, reference)

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - text, names or a date
        value = super().__getitem__(key)
        self.read.add(key)
        return value


class _Marked:
    """A formatter of citeproc: marks instead of tags, and no escaping before the end."""

    Italic = Oblique = staticmethod(lambda text: tagged("i", text))
    Bold = staticmethod(lambda text: tagged("b", text))
    Underline = staticmethod(lambda text: tagged("u", text))
    Superscript = staticmethod(lambda text: tagged("sup", text))
    Subscript = staticmethod(lambda text: tagged("sub", text))
    Light = SmallCaps = preformat = staticmethod(str)


class _Cased:
    """Text in another case; theirs fails at a plain str, which a name, a number and a macro are."""

    def case(self, text: Any, language: str | None = None) -> Any:  # noqa: ANN401 - signature of citeproc
        """Return the text in the case that the style asks for."""
        return super().case(String(str(text)), language)  # type: ignore[misc]  # the elements below have it


class _Text(_Cased, model.Text):  # type: ignore[misc]  # citeproc has no types
    """A text; theirs searches the style for its macro each time, which takes half of all time."""

    def get_macro(self, name: str) -> Any:  # noqa: ANN401 - an element
        """Return a macro of the style."""
        return self.get_root().macros[name]

    def calls_variable(self) -> bool:
        """Say whether a variable stands in the text or in its macro."""
        if "calls" not in self.__dict__:
            self.calls = bool(super().calls_variable())
        return self.calls


class _Number(_Cased, model.Number):  # type: ignore[misc]  # citeproc has no types
    """A number."""


class _Label(_Cased, model.Label):  # type: ignore[misc]  # citeproc has no types
    """A word before or behind a number."""


class _Date(model.Date):  # type: ignore[misc]  # citeproc has no types
    """A date; theirs forgets what a language puts between the parts."""

    def render_single_date(self, date: Any, show_parts: Any = None, context: Any = None) -> Any:  # noqa: ANN401 - the same
        """Return the parts of a date, None where it has none of those asked for."""
        parts = self.parts(date, show_parts, context if context is not self else None)
        return self.join(parts) if parts else None


class _Substitute(model.Substitute):  # type: ignore[misc]  # citeproc has no types
    """What is printed where nobody is named; theirs prints it a second time in its own place if it is a macro."""

    def render(self, item: Any, context: Any = None, **options: Any) -> Any:  # noqa: ANN401 - signature of citeproc
        """Return the substitute as text."""
        earlier, item.reference.read = item.reference.read, set()
        try:
            self._reference = item.reference
            return super().render(item, context=context, **options)
        finally:
            item.reference.read |= earlier

    def add_to_repressed_list(self, child: Any, context: Any) -> None:  # noqa: ANN401 - the same
        """Keep the variables that a substitute printed from being printed again."""
        super().add_to_repressed_list(child, context)
        if child.get("macro"):
            context.get_layout().repressed.setdefault(f"{_CSL}text", []).extend(self._reference.read)


class _DatePart(_Cased, model.Date_Part):  # type: ignore[misc]  # citeproc has no types
    """A part of a date; theirs takes over a style's attributes for good, and the next date is printed like this one."""

    def render(self, *args: Any) -> Any:  # noqa: ANN401 - signature of citeproc
        """Return the part as text, its own attributes unchanged."""
        before = dict(self.attrib)
        try:
            return super().render(*args)
        finally:
            self.attrib.clear()
            self.attrib.update(before)


class _NamePart(_Cased, model.Name_Part):  # type: ignore[misc]  # citeproc has no types
    """A part of a name; theirs fails at a body, which has no given name."""

    def format_part(self, given: str | None, family: str) -> Any:  # noqa: ANN401 - signature of citeproc
        """Return given and family name, formatted."""
        if self.get("name") == "given" and not given:
            return given, family
        given, family = super().format_part(given, family)
        return given and str(given), str(family)


class _Name(model.Name):  # type: ignore[misc]  # citeproc has no types
    """How names are printed; of a list that was cut when it was printed, its own "et al." stands."""

    def get_option(self, name: str, context: Any = None, sort_options: Any = None) -> Any:  # noqa: ANN401 - the same
        """Return an option of the style, that of the cut list where there is one."""
        value = super().get_option(name, context, sort_options)
        cut = self.get_root().cut
        if not cut or name not in ("et-al-min", "et-al-use-first", "et-al-use-last"):
            return value
        least = super().get_option("et-al-min", context, sort_options)
        if least and cut + 1 >= least and name != "et-al-use-last":
            return min(value, cut) if name == "et-al-use-first" else value
        return {"et-al-min": cut + 1, "et-al-use-first": cut, "et-al-use-last": False}[name]


def _parsed(path: Path | str, name: str) -> Any:  # noqa: ANN401 - a tree of citeproc's elements
    lookup = etree.ElementNamespaceClassLookup()
    elements = lookup.get_namespace(_CSL[1:-1])
    elements[None] = model.CitationStylesElement
    for found in model.CitationStylesElement.__subclasses__():
        elements[found.__name__.replace("_", "-").lower()] = found
    elements.update({"date": _Date, "date-part": _DatePart, "name": _Name, "name-part": _NamePart})
    elements.update({"substitute": _Substitute, "text": _Text, "number": _Number, "label": _Label})
    parser = etree.XMLParser(remove_comments=True, remove_pis=True, no_network=True, resolve_entities=False)
    parser.set_element_class_lookup(lookup)
    try:
        return etree.parse(str(path), parser)
    except (etree.XMLSyntaxError, OSError) as error:
        raise BrokenStyleError(name, str(error)) from error


def _require_style(root: Any, name: str) -> None:  # noqa: ANN401 - an element
    """Raise BrokenStyleError for what is no style, makes no list, or calls a macro that is missing or needs itself."""
    if root.tag != f"{_CSL}style":
        raise BrokenStyleError(name, f"<{etree.QName(root).localname}>, <style> expected")
    if root.find("cs:bibliography/cs:layout", _NAMES) is None:
        raise BrokenStyleError(name, "<bibliography> missing")
    calls = {macro.get("name"): _called(macro) for macro in root.findall("cs:macro", _NAMES)}
    for first in _called(root):
        reached: set[str] = set()
        following = [first]
        while following:
            macro = following.pop()
            if macro not in calls or (macro == first and reached):
                raise BrokenStyleError(name, f"macro={macro}")
            following += calls[macro] - reached
            reached |= calls[macro]


def _called(element: Any) -> set[str]:  # noqa: ANN401 - an element
    """Return the names of the macros that stand in an element."""
    return {text.get("macro") for text in element.iter(f"{_CSL}text")} - {None}


def _open_names(root: Any) -> None:  # noqa: ANN401 - an element
    """Give every list of names its element, so that ours is asked and not one that citeproc makes on the way."""
    for names in root.iter(f"{_CSL}names"):
        inherited = etree.QName(names.getparent()).localname == "substitute"
        if names.find("cs:name", _NAMES) is None and not inherited:
            names.insert(0, names.makeelement(f"{_CSL}name"))


def _part_first_field(root: Any) -> None:  # noqa: ANN401 - an element
    """Put a space behind the number that a style sets apart by indenting: text has no second margin."""
    bibliography = root.find("cs:bibliography", _NAMES)
    layout = bibliography.find("cs:layout", _NAMES)
    if bibliography.get("second-field-align") and len(layout) > 1:
        layout.insert(1, layout.makeelement(f"{_CSL}text", {"value": " "}))


def _locales(root: Any, locale: str) -> list[Any]:  # noqa: ANN401 - an element
    """Return where words are looked up, in the order of the CSL specification: the style's own, then the files."""
    language = locale.partition("-")[0]
    own = {found.get(_LANGUAGE): found for found in root.findall("cs:locale", _NAMES)}
    wanted = [own[name] for name in (locale, language, None) if name in own]
    files = [name for name in (locale, PRIMARY_DIALECTS.get(language), "en-US") if name in LANGUAGE_NAMES]
    for name in dict.fromkeys(files):
        found = _parsed(Path(LOCALES_PATH) / f"locales-{name}.xml", name).getroot()
        mend_locale(found, name)
        wanted.append(found)
    return wanted
