r"""The fields of one BibTeX block: a key, names and values, and every fault that was mended on the way.

Braces are counted as BibTeX counts them, ``\{`` too; where an entry never closes that way, they are counted as LaTeX
does. A missing comma, brace or key is mended and reported; text that is no field is reported. Every step is linear.
"""

import re
from dataclasses import dataclass, field

from citations.formats.tex.bounds import BRACES, CANDIDATE, LATEX_BRACES, Bounds, EndOfTextError, UnclosedError

Piece = tuple[bool, str]
"""A part of a value joined by ``#``: (is the name of a macro, text)."""
Value = str | list[Piece]
"""The LaTeX text of a value, or its pieces where macros have to be looked up."""

_GROUP = r"\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\}"
_PLAIN_FIELD = re.compile(r'[\s,]*+([^\s=,{}()"#%@\\]++)\s*+=\s*+(' + _GROUP + r'|"[^"{}]*+"|\w++)\s*+([,})])')
_NAME = re.compile(r'([^\s=,{}()"#%@\\]++)\s*+=(?!=)')
_GAP = re.compile(r"[\s,]*+")
_SPACE = re.compile(r"\s*+")
_JOINTS = re.compile(r"(?:#\s*+)++")
_WORD = re.compile(r'[^\s,{}()"#=@]++')
_KEY = re.compile(r'\s*+([^,={}"\n]*+)')
_USUAL = (
    "abstract|address|author|booktitle|chapter|date|doi|edition|editor|eid|eprint|howpublished|institution|isbn|issn"
    "|issue|journal|journaltitle|keywords|langid|language|location|month|note|number|organization|pages|pmid|publisher"
    "|school|series|shorttitle|subtitle|title|type|url|urldate|version|volume|year"
)
_NEXT_FIELD = re.compile(
    r"(?:\n[ \t]*+,?+|,[ \t]*+(?=(?:" + _USUAL + r')[ \t]*+=))[ \t]*+([A-Za-z][\w:+-]*+)[ \t]*+=[ \t]*+(?=[{"\w])',
    re.IGNORECASE,
)
"""A field as it begins in its own line, or one of the usual ones behind a comma: what a value without end swallows."""
_BEGUN = re.compile(r"[,\n][ \t]*+[A-Za-z][\w:+-]*+[ \t]*+=[ \t]*+\Z")
_NEXT_ENTRY = re.compile(CANDIDATE)
_GARBAGE = {"}": re.compile(r"[^,{}\n]*+"), ")": re.compile(r"[^,{)\n]*+")}
_SURPLUS = re.compile(r'\s*+,?\s*+[A-Za-z][\w:+-]{0,40}+[ \t]*+=[ \t]*+[{"\d]')
_KEY_TAIL = re.compile(r'[^,={}()"\n]*+(?=,)')
_ENTRY_INSIDE = re.compile(CANDIDATE + r'@[^,]++,\s*+[A-Za-z]++\s*+=\s*+[{"\w]')
_SURPLUS_REACH = 200


@dataclass(slots=True)
class Fault:
    """Something that was mended or left out: where in the text, what it says, and why (a key of the catalogue)."""

    at: int
    raw: str
    why: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Block:
    """A block as it stands: type in lower case, key, values by field name in lower case, faults, and its end."""

    type: str
    start: int
    key: str = ""
    values: dict[str, Value] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    end: int = 0
    line: int = 0
    raw: str = ""


class Scanner(Bounds):
    """Reads blocks out of ``text``; ``whole`` says that the file ends with it."""

    def entry(self, block: Block, start: int, closer: str) -> Block:
        """Fill the block with what stands from ``start``, behind its opening brace, to its end.

        Raises EndOfTextError where more text is wanted, UnclosedError where an entry without end cannot be mended.
        """
        try:
            self._fields(block, self._key(block, start), closer)
        except UnclosedError as error:
            self._mend(block, start, closer, error.at)
        return block

    def macro(self, block: Block, start: int, closer: str) -> None:
        """Fill the block of a ``@string`` with the names it defines; raises what ``entry`` raises."""
        self._fields(block, start, closer)

    def _key(self, block: Block, start: int) -> int:
        """Take the key; return where the fields begin."""
        text = self.text
        hit = _KEY.match(text, start)
        end = hit.end() if hit else start
        block.key = text[start:end].strip()
        sign = text[end : end + 1]
        if not sign:
            self.want_more(end)
        if sign == "=" or (sign == "\n" and _NAME.match(text, _skip(_SPACE, text, end))):
            first = sign == "="
            block.faults.append(Fault(start, block.key, "reading.bib_no_key" if first else "reading.bib_missing_comma"))
            block.key = "" if first else block.key
            return start if first else end
        if not block.key and sign in ",}\n":
            block.faults.append(Fault(start, "", "reading.bib_no_key"))
        return end

    def _fields(self, block: Block, position: int, closer: str) -> None:
        text, match = self.text, _PLAIN_FIELD.match
        while True:
            hit = match(text, position)
            if hit is None or (hit[3] != "," and hit[3] != closer):
                position = self._hard_field(block, position, closer)
                if position < 0:
                    return
                continue
            name, value, sign = hit.groups()
            self._add(block, name, _plain_value(value), hit.start(1))
            position = hit.end()
            if sign == closer and not self._surplus(block, position):
                return

    def _add(self, block: Block, name: str, value: Value, at: int) -> None:
        name = name.lower()
        if name in block.values:
            if block.values[name] != value:
                said = value if isinstance(value, str) else " # ".join(text for _, text in value)
                block.faults.append(Fault(at, f"{name} = {{{said}}}", "reading.bib_doubled_field", {"field": name}))
            return
        block.values[name] = value
        if "@" in value and isinstance(value, str) and _ENTRY_INSIDE.search(value):
            block.faults.append(Fault(at, value, "reading.bib_entry_in_value", {"field": name}))

    def _hard_field(self, block: Block, position: int, closer: str) -> int:
        """Take one field in any form; return where the next begins, -1 where the block ended."""
        text = self.text
        position = _skip(_GAP, text, position)
        sign = text[position : position + 1]
        if not sign or sign == "@":
            if not sign:
                self.want_more(position)
            last = next(reversed(block.values.values()), "")
            if isinstance(last, str) and _NEXT_FIELD.search(last):
                raise UnclosedError(position)  # the last value has swallowed the fields behind it
            block.faults.append(Fault(position, "", "reading.bib_missing_end"))
            block.end = position
            return -1
        if sign == closer:
            return position + 1 if self._surplus(block, position + 1) else -1
        name = _NAME.match(text, position)
        if name is None:
            return self._garbage(block, position, closer)
        value, end = self._value(name.end(), closer)
        self._add(block, name[1], value, position)
        return self._behind(block, end, closer)

    def _behind(self, block: Block, end: int, closer: str) -> int:
        """Judge what stands behind a value: a comma, the end, or a field whose comma is missing."""
        text = self.text
        end = _skip(_SPACE, text, end)
        sign = text[end : end + 1]
        if sign and sign not in (",", closer, "@") and _NAME.match(text, end):
            block.faults.append(Fault(end, "", "reading.bib_missing_comma"))
        return end

    def _garbage(self, block: Block, position: int, closer: str) -> int:
        """Pass over what is no field: the rest of a key with commas, a commented line, a lone word."""
        text = self.text
        tail = _KEY_TAIL.match(text, position)
        if not block.values and block.key and tail and tail.group().strip() and text[position] != "%":
            block.key += "," + tail.group().strip()
            block.faults.append(Fault(position, block.key, "reading.bib_odd_key", {"key": block.key}))
            return tail.end()
        comment = text[position] == "%"
        end = text.find("\n", position) if comment else _skip(_GARBAGE[closer], text, position)
        end = len(text) if end < 0 else end
        if text[end : end + 1] == "{" and not comment:
            end = self.group_end(end)
        elif end == position:
            end += 1
        if end >= len(text):
            self.want_more(end)
        block.faults.append(
            Fault(position, text[position:end], "reading.bib_no_field", {"text": text[position:end][:60]})
        )
        return end

    def _value(self, position: int, closer: str) -> tuple[Value, int]:
        """Return a value with all that ``#`` joins, and where it ends."""
        pieces: list[Piece] = []
        text = self.text
        while True:
            position = _skip(_SPACE, text, position)
            sign = text[position : position + 1]
            end = self._piece_end(position, sign)
            if sign in ('{"') and sign:
                pieces.append((False, text[position + 1 : end - 1]))
                if sign == '"' and _BEGUN.search(pieces[-1][1]):
                    raise self._without_end(end)  # this quotation mark opens the next value
            elif end > position:
                word = text[position:end]
                pieces.append((not word.isdigit(), word))
            position = _skip(_SPACE, text, end)
            sign = text[position : position + 1]
            if not sign:
                self.want_more(position)
            if sign == "#":
                position = _skip(_JOINTS, text, position)
                continue
            if not sign or sign in (",", closer, "@") or end == position or _NAME.match(text, position):
                break
            if sign in ")}=(":
                break
            pieces.append((False, " "))  # two parts without a sign between them
        plain = not any(macro for macro, _ in pieces)
        return ("".join(said for _, said in pieces) if plain else pieces), position

    def _piece_end(self, position: int, sign: str) -> int:
        if sign == "{":
            return self.group_end(position)
        if sign == '"':
            return self.quoted_end(position)
        return _skip(_WORD, self.text, position)

    def _without_end(self, position: int) -> UnclosedError:
        """Return the error for a value that swallowed fields; the entry goes up to the next one."""
        hit = _NEXT_ENTRY.search(self.text, position)
        if hit is None:
            self.want_more(len(self.text))
        return UnclosedError(hit.end() if hit else len(self.text))

    def _surplus(self, block: Block, position: int) -> bool:
        """Note the end of the block; say whether fields go on behind it, so that the brace was one too many."""
        if not self.whole and len(self.text) - position < _SURPLUS_REACH:
            raise EndOfTextError
        if _SURPLUS.match(self.text, position) is None:
            block.end = position
            return False
        block.faults.append(Fault(position - 1, self.text[position - 1], "reading.bib_surplus_brace"))
        return True

    def _mend(self, block: Block, start: int, closer: str, cut: int) -> None:
        """Read an entry that never closes: with braces as LaTeX counts them, else line by line up to the next entry."""
        faults = len(block.faults)
        part = Scanner(self.text[:cut], whole=True)
        part.braces = LATEX_BRACES
        again = Block(block.type, block.start)
        if self.braces is BRACES:
            try:
                part._fields(again, part._key(again, start), closer)
            except UnclosedError:
                again.values.clear()
        if again.values and not any(fault.why == "reading.bib_missing_end" for fault in again.faults):
            block.key, block.values, block.faults, block.end = again.key, again.values, again.faults, again.end
            return
        del block.faults[faults:]
        block.values.clear()
        lines = [*_NEXT_FIELD.finditer(self.text, start, cut)]
        if not lines or (len(lines) == 1 and self.text[lines[0].start()] == ","):
            raise UnclosedError(cut)  # nothing shows where its only value ends
        whole = self.text[start:cut].rstrip()
        last = start + len(whole.removesuffix(closer))
        ends = [*(hit.start() for hit in lines[1:]), last]
        for hit, end in zip(lines, ends, strict=True):
            said = self.text[hit.end() : end].strip().rstrip(",").strip()
            self._add(block, hit[1], _undelimited(said), hit.start(1))
        block.faults.append(Fault(start, "", "reading.bib_missing_brace"))
        block.end = cut


def _plain_value(value: str) -> Value:
    """Return what a single value says: a number, the name of a macro, or the text between its delimiters."""
    if value[0] in '{"':
        return value[1:-1]
    return value if value.isdigit() else [(True, value)]


def _undelimited(said: str) -> str:
    """Return a value without its delimiters, of which one may be missing."""
    if said[:1] == '"':
        return said.strip('"}').rstrip(' "')
    inner = said[1:] if said[:1] == "{" else said
    surplus = inner.count("}") - inner.count("{")
    while surplus > 0 and inner.rstrip().endswith("}"):
        inner, surplus = inner.rstrip()[:-1], surplus - 1
    return inner.strip()


def _skip(pattern: re.Pattern[str], text: str, position: int) -> int:
    hit = pattern.match(text, position)
    return hit.end() if hit else position
