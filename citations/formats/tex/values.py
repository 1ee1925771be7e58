r"""LaTeX text to plain text: accents, letters, signs, dashes, quotation marks, simple formulas; braces are dropped.

A command nobody knows stays as it was written and is named. Addresses never come here. pylatexenc, which bibtexparser
uses, takes 4 ms for an entry and loses signs (dependencies: trap 17, 24); this takes one pass, linear in the text.
"""

import re
import unicodedata

from citations.formats.tex.commands import ACCENTS, CHARACTERS, GREEK_KEYS, LOWERED, RAISED, SIGNS, SILENT, SORTING
from citations.formats.tex.escaping import has_joined_signs

_BRACES, _HARD = re.compile(r"[{}]"), re.compile(r"[\\$~]")
_SPACES = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029\ufeff]+")
_TOKEN = re.compile(
    r"\\(?P<name>[A-Za-z]++\*?)(?P<gap>[ \t\n]*+)|\\(?P<sign>.)|(?P<brace>[{}])|(?P<money>\$\$?)|(?P<tie>~)"
    r"|(?P<dash>---?)|(?P<quote>``|'')|(?P<script>[\^_])",
    re.DOTALL,
)
_VERBATIM = re.compile(r"\\(?:url|path|nolinkurl|href)\s*+\{([^{}]*+)\}")
_SIMPLE_GROUP = re.compile(r"\{[^{}\\$]*+\}")
_ACCENTED = re.compile(r"[\s{]*+(?:\\([ij])(?![A-Za-z])|([^\W\d_]))")
_SCRIPTED = re.compile(r"\s*+(?:\{([^{}\\$]*+)\}|([^\s{}\\$]))")
_DASHES = {"--": "–", "---": "—"}
_QUOTES = {"``": "“", "''": "”"}
_RAISED = {"^": RAISED, "_": LOWERED}
_ORDINAL = re.compile(r"\s*+\{(?:\s*+\\(?:mbox|text|textrm|mathrm|rm)\b)?[\s{]*+(st|nd|rd|th|er|ème)\s*+\}{1,3}")
_FORMULA = re.compile(r"\s*+\{(?:[^{}]++|\{[^{}]*+\})*+\}")


def one_line(text: str) -> str:
    """Return the text with every run of ASCII white space and control characters as one space, none at the ends."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _SPACES.sub(" ", text).strip(" ")


def plain(value: str) -> tuple[str, tuple[str, ...]]:
    """Return (text, commands nobody knows) of a value as it stands in the file without its delimiters."""
    if _HARD.search(value) is None and not has_joined_signs(value):
        return one_line(_BRACES.sub("", value) if "{" in value or "}" in value else value), ()
    decoder = _Decoder(value)
    return one_line("".join(decoder.parts)), tuple(dict.fromkeys(decoder.unknown))


class _Decoder:
    """One pass over a value; ``parts`` is the text, ``unknown`` the commands that stayed as they are."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.parts: list[str] = []
        self.unknown: list[str] = []
        self.maths = False
        self.formula = 0
        self.money = value.count("$") - value.count("\\$") > 1
        position = 0
        while hit := _TOKEN.search(value, position):
            self.parts.append(value[position : hit.start()])
            position = self._take(hit)
        rest = value[position:]
        self.parts.append(rest.removesuffix("\\"))  # of a space behind a full stop that was the last sign

    def _take(self, hit: re.Match[str]) -> int:
        """Add what a token says; return where to go on."""
        kind, said = hit.lastgroup, hit.group()
        if kind == "gap":
            return self._command(hit)
        if kind == "sign":
            return self._sign(hit)
        if kind == "script":
            return self._script(hit)
        if kind == "money":
            self.maths = not self.maths and self.money
            self.parts.append("" if self.money else said)
        elif kind != "brace":
            self.parts.append(" " if kind == "tie" else _DASHES.get(said) or _QUOTES[said])
        return hit.end()

    def _command(self, hit: re.Match[str]) -> int:
        name = hit["name"].rstrip("*")
        if name in SIGNS:
            self.parts.append(SIGNS[name])
            return self._after_sign(hit)
        if name in ACCENTS:
            return self._accent(hit, ACCENTS[name])
        address = _VERBATIM.match(self.value, hit.start())
        if address:
            self.parts.append(address[1] + (" " if name == "href" else ""))
            return address.end()
        if name in SILENT:
            return self._raised(hit, name)
        inner = _SIMPLE_GROUP.match(self.value, hit.end())
        if inner and name == "textgreek":
            self.parts.append("".join(GREEK_KEYS.get(sign, sign) for sign in inner.group()[1:-1]))
        elif not (inner and name in SORTING):
            self.unknown.append(f"\\{hit['name']}")
            self.parts.append(hit.group() + (inner.group() if inner else ""))
        return inner.end() if inner else hit.end()

    def _after_sign(self, hit: re.Match[str]) -> int:
        r"""Return where the text goes on: ``{}`` only ends the command, and so does the white space behind it."""
        bare = hit.end("name")
        return bare + 2 if self.value.startswith("{}", bare) else hit.end()

    def _raised(self, hit: re.Match[str], name: str) -> int:
        r"""Take ``\textsuperscript{2}`` as one sign where there is one; other commands of this kind just go."""
        if name == "ensuremath":
            formula = _FORMULA.match(self.value, hit.end())
            self.formula = formula.end() if formula else self.formula
        table = {"textsuperscript": RAISED, "textsubscript": LOWERED}.get(name)
        inner = _SCRIPTED.match(self.value, hit.end()) if table else None
        if table is None or inner is None:
            return hit.end()
        said = inner[1] if inner[1] is not None else inner[2]
        self.parts.append("".join(table.get(sign, sign) for sign in said) if set(said) <= table.keys() else said)
        return inner.end()

    def _sign(self, hit: re.Match[str]) -> int:
        sign = hit["sign"]
        if sign in ACCENTS:
            return self._accent(hit, ACCENTS[sign])
        known = CHARACTERS.get(sign)
        if known is None:
            self.unknown.append(hit.group())
        self.parts.append(hit.group() if known is None else known)
        return hit.end()

    def _accent(self, hit: re.Match[str], combining: str) -> int:
        letter = _ACCENTED.match(self.value, hit.end())
        if letter is None:
            if self.value.startswith("{}", hit.end()):
                self.parts.append(hit["sign"] or "")
                return hit.end() + 2
            self.unknown.append(hit.group().strip())
            self.parts.append(hit.group())
            return hit.end()
        self.parts.append(unicodedata.normalize("NFC", (letter[1] or letter[2]) + combining))
        return letter.end()

    def _script(self, hit: re.Match[str]) -> int:
        """Take a raised or lowered sign of a formula; outside of formulas both are ordinary signs."""
        within = self.maths or hit.start() < self.formula
        ordinal = _ORDINAL.match(self.value, hit.end()) if within and hit.group() == "^" else None
        if ordinal:
            self.parts.append(ordinal[1])
            return ordinal.end()
        inner = _SCRIPTED.match(self.value, hit.end()) if within else None
        if inner is None:
            self.parts.append(hit.group())
            return hit.end()
        table, said = _RAISED[hit.group()], inner[1] if inner[1] is not None else inner[2]
        whole = said != "" and set(said) <= table.keys()
        self.parts.append("".join(table[sign] for sign in said) if whole else hit.group() + said)
        return inner.end()
