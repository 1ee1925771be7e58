"""Which of the two BibTeX formats a file is: told by its first lines, for both are read by the same reader."""

import re

_HEAD = re.compile(
    r"(?<![\w.])@[ \t]*+(?!(?:comment|string|preamble)\b)[A-Za-z]\w*+\s*+[{(](?=[^{}=]*+=|[^\s{}=,]*+\s*+[,}])"
    r"|(?<![\w.])@(?:string|preamble)\s*+[{(]",
    re.IGNORECASE,
)
_MODERN = re.compile(
    r"@(?:online|report|thesis|mv\w+|collection|dataset|software|inreference|xdata)\s*+[{(]"
    r"|\b(?:journaltitle|location|origdate|eventdate|urldate|date|titleaddon)\s*+=",
    re.IGNORECASE,
)
_CLASSIC = re.compile(
    r"@(?:techreport|misc|phdthesis|mastersthesis|conference)\s*+[{(]|\b(?:journal|year|address|school)\s*+=",
    re.IGNORECASE,
)


def is_bib(head: str) -> bool:
    """Say whether the first lines of a file hold an entry or a macro of BibTeX or BibLaTeX."""
    return _HEAD.search(head) is not None


def is_modern(head: str) -> bool:
    """Say whether the first lines of a file are BibLaTeX: its own names, and none that only classic BibTeX has."""
    return is_bib(head) and _MODERN.search(head) is not None and _CLASSIC.search(head) is None
