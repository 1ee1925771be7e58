"""What style files and the language files get wrong for medical lists, mended before a style is used.

Only the two styles of medicine are touched (Citing Medicine with its variants, AMA 11th edition); every other one
stands as published. No text that a style made is ever edited.
"""

from typing import Any

_CSL = "{http://purl.org/net/xbiblio/csl}"
_NLM = "nlm-citation"
_AMA = "american-medical-association"

GROUPS = "annote"
"""The variable in which a mended style gets the bodies that follow the persons."""

_GERMAN = {"accessed": "aufgerufen am", "cited": "aufgerufen am", "et-al": "et al."}
"""The words of the house (domain 4.1) instead of "zugegriffen", "zitiert" and "u. a."."""


def mended(style: str) -> bool:
    """Say whether a style, by its published id, is one of the two that are mended here."""
    return style.startswith((_NLM, _AMA))


def is_nlm(style: str) -> bool:
    """Say whether a style, by its published id, is that of Citing Medicine."""
    return style.startswith(_NLM)


def mend_locale(root: Any, name: str) -> None:  # noqa: ANN401 - an element of the processor
    """Put the words of the house into the German words for all styles."""
    for term in root.iter(f"{_CSL}term"):
        if name == "de-DE" and term.get("name") in _GERMAN and term.get("form") is None:
            term.text = _GERMAN[term.get("name")]


def mend_style(root: Any, style: str, name: str) -> None:  # noqa: ANN401 - an element of the processor
    """Mend a style by its published id; ``nlm`` names all authors, which is NLM's own practice (Citing Medicine)."""
    if not mended(style):
        return
    _groups_apart(root)
    _accessed_without_address(root)
    if is_nlm(style):
        _words(root, "page-range-delimiter", "-")
        _nlm(root)
    else:
        _ama(root)
    if name == "nlm":
        root.find(f"{_CSL}bibliography").attrib.pop("et-al-min", None)


def _words(root: Any, term: str, words: str) -> None:  # noqa: ANN401 - the same
    """Give the style its own words for a term, in every language."""
    locale = root.makeelement(f"{_CSL}locale")
    terms = locale.makeelement(f"{_CSL}terms")
    made = terms.makeelement(f"{_CSL}term", {"name": term})
    made.text = words
    terms.append(made)
    locale.append(terms)
    root.insert(1, locale)


def _groups_apart(root: Any) -> None:  # noqa: ANN401 - the same
    """Print a body behind the persons after a semicolon, and never lose it to "et al." (Citing Medicine, AMA 3.7)."""
    author = _macro(root, "author")
    if author is not None:
        author.append(author.makeelement(f"{_CSL}text", {"variable": GROUPS, "prefix": "; "}))


def _accessed_without_address(root: Any) -> None:  # noqa: ANN401 - the same
    """Print the date of access where it is known, though the list names no address."""
    for macro in (_macro(root, name) for name in ("date-of-citation", "type-of-medium", "access")):
        for choice in macro.iter(f"{_CSL}if", f"{_CSL}else-if") if macro is not None else ():
            if choice.get("variable") == "URL":
                choice.set("variable", "URL accessed")
                choice.set("match", "any")


def _nlm(root: Any) -> None:  # noqa: ANN401 - the same
    """Print "2021 Nov" and "doi: 10.…" in every language, as Citing Medicine and PubMed do."""
    for macro in (_macro(root, "date"), _macro(root, "availability")):
        for element in list(macro.iter(f"{_CSL}date", f"{_CSL}text")) if macro is not None else ():
            if element.get("form") == "text" and element.get("variable") == "issued":
                _year_first(element)
            if element.get("variable") == "DOI":
                element.set("prefix", "doi: ")


def _year_first(date: Any) -> None:  # noqa: ANN401 - the same
    """Turn a date in the order of the language into one that begins with the year."""
    parts = date.attrib.pop("date-parts", "year-month-day").split("-")
    del date.attrib["form"]
    date.set("delimiter", " ")
    for part in parts:
        short = {"form": "short", "strip-periods": "true"} if part == "month" else {}
        date.append(date.makeelement(f"{_CSL}date-part", {"name": part} | short))


def _ama(root: Any) -> None:  # noqa: ANN401 - the same
    """Print the series of a book behind its year, and claim of no article that it is online before print."""
    for text in list(root.iter(f"{_CSL}text")):
        if text.get("term") == "advance-online-publication":
            text.getparent().remove(text)
        if text.get("macro") == "label-volume" and "book" in _branch(text).get("type", "").split():
            branch = _branch(text)
            series = branch.makeelement(f"{_CSL}group", {"delimiter": "; "})
            series.append(series.makeelement(f"{_CSL}text", {"variable": "collection-title"}))
            series.append(series.makeelement(f"{_CSL}text", {"variable": "collection-number"}))
            branch.append(series)


def _branch(element: Any) -> Any:  # noqa: ANN401 - the same
    """Return the branch of a choice that an element stands in."""
    while element.tag not in (f"{_CSL}if", f"{_CSL}else-if", f"{_CSL}style"):
        element = element.getparent()
    return element


def _macro(root: Any, name: str) -> Any:  # noqa: ANN401 - the same
    """Return a macro by name, None where the style has none of it."""
    return next((macro for macro in root.findall(f"{_CSL}macro") if macro.get("name") == name), None)
