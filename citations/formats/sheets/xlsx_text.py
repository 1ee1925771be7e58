"""Text in the cells of XLSX: signs that XML cannot hold are written ``_x0001_``, as Excel does, and read back."""

import re

LONGEST = 32_767
"""Characters that a cell holds; Excel refuses a file with more."""
_CUT = " … [gekürzt]"
_STRANGE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def escape(text: str) -> str:
    """Return a text as a cell holds it; a text that looks escaped is escaped, so that it comes back as it was."""
    return _STRANGE.sub(lambda match: f"_x{ord(match.group()):04X}_", text)


def unescape(text: str) -> str:
    """Return the text of a cell."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def fitting(text: str) -> str:
    """Return a text that a cell has room for: the whole one, or its beginning and the remark that it was cut."""
    if len(text) * 7 <= LONGEST or len(escape(text)) <= LONGEST:
        return text
    room, used = LONGEST - len(_CUT), 0
    for at, sign in enumerate(text):
        used += 7 if sign == "_" else len(escape(sign))
        if used > room:
            return text[:at] + _CUT
    return text
