r"""Text into a BibTeX value; ``values`` is the way back. The only place that knows which character needs which command.

What other programs make of each form was measured (dependencies: pandoc, citation-js, Better BibTeX, bibutils,
bibtexparser): letters beyond ASCII stay as they are; ``\& \% \_ \# \$`` are read by all; ``~`` is
``\textasciitilde{}``, ``<`` and ``>`` stand in ``$``. No form of the caret and the backslash is read by all:
``\textasciicircum{}`` and ``\textbackslash{}`` are, by LaTeX and by pandoc, and no accent or command can come of
them. Braces that pair up are ``\{`` and ``\}``; BibTeX itself counts those too, so lone ones become
``\textbraceleft{}`` and ``\textbraceright{}``, which is exact in LaTeX. Two hyphens, accents or apostrophes in a row,
which LaTeX makes one sign of, are kept apart by ``{}``.
"""

import re
from types import MappingProxyType

_PAIRED = MappingProxyType(
    {
        "&": r"\&",
        "%": r"\%",
        "_": r"\_",
        "#": r"\#",
        "$": r"\$",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
        "<": "$<$",
        ">": "$>$",
        "{": r"\{",
        "}": r"\}",
    }
)
_LONE = MappingProxyType({**_PAIRED, "{": r"\textbraceleft{}", "}": r"\textbraceright{}"})
_READY = frozenset({"author", "url", "doi", "eprint"})
_PAGES = re.compile(r"[A-Za-z]{0,3}\d{1,9}--[A-Za-z]{0,3}\d{1,9}")
_JOINED = re.compile(r"-(?=-)|'(?=')|`(?=`)")
_SPECIAL = re.compile(r"[&%_#$~^\\<>{}]")
TITLES = frozenset({"title", "booktitle"})
_BRACE = re.compile(r"[{}]")
_UNPRINTABLE = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029\ufeff]+")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_VERBATIM = re.compile(r'[\s{}\\"<>^`|]')
_VERBATIM_DOI = re.compile(r"[\s{}\\]")


def clean(text: str) -> str:
    """Return the text on one line: runs of ASCII white space and control characters are one space, none at the ends.

    BibTeX takes any run of white space for one space, and a line that begins with ``@`` breaks an entry. Spaces that
    mean something (no-break, narrow) stay. A lone surrogate, which no file can hold, becomes U+FFFD.
    """
    if not text or (text.isprintable() and "  " not in text):
        return text.strip(" ")
    text = _LONE_SURROGATE.sub("\ufffd", text)
    return _UNPRINTABLE.sub(" ", text).strip(" ")


def escape(text: str) -> str:
    """Return the text as a BibTeX value without its delimiters: every brace balanced, no backslash at the end."""
    return escape_clean(clean(text))


def escape_clean(text: str) -> str:
    """Return what ``escape`` does, for a text that ``clean`` has been over."""
    if _SPECIAL.search(text) is not None:
        table = _PAIRED if _balanced(text) else _LONE
        text = _SPECIAL.sub(lambda match: table[match.group()], text)
    if has_joined_signs(text):
        text = _JOINED.sub(lambda match: match.group() + "{}", text)
    return text


def must_be_escaped(text: str) -> bool:
    """Say whether ``escape_clean`` may change a text."""
    return _SPECIAL.search(text) is not None or has_joined_signs(text)


def has_joined_signs(text: str) -> bool:
    """Say whether a text has two signs in a row of which LaTeX makes one: hyphens, apostrophes, accents."""
    return "--" in text or "''" in text or "``" in text


def delimited(name: str, value: str, *, protect: bool) -> str:
    """Return a field's value as it is written, for a text that ``clean`` has been over.

    ``protect`` puts a title in braces of its own: programs lower-case the words of English ones. Addresses and lists of
    authors come as they are written already; the range of pages has the two hyphens that LaTeX wants.
    """
    if name not in _READY and not (name == "pages" and _PAGES.fullmatch(value)):
        value = escape_clean(value)
    return "{{" + value + "}}" if protect and name in TITLES else "{" + value + "}"


def verbatim(text: str, *, doi: bool = False) -> str:
    """Return an address for a verbatim field: nothing escaped; what no address may hold percent-encoded.

    White space, braces and backslashes would break the entry. In a DOI ``<`` and ``>`` are part of the name and stay.
    """
    pattern = _VERBATIM_DOI if doi else _VERBATIM
    return pattern.sub(_percent, clean(text))


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode())


def _balanced(text: str) -> bool:
    """Say whether the braces of a text pair up."""
    depth = 0
    for brace in _BRACE.findall(text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0
