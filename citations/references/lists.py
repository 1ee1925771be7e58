"""Cuts a pasted source list into its lines: numbered, lettered, bulleted, indented, one a line, or run on.

Cuts only; what a line says is for the readers. No character but line ends and outer blanks is lost.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

_NUMBERED = re.compile(r"\s*(?:\[(\d{1,5})\]|\((\d{1,5})\)|(\d{1,5})(?:[.)]|(?=\t)))\s+(?=\S)")
_LETTERED = re.compile(r"\s*\(?([a-z])[.)]\s+(?=\S)")
_BULLET = re.compile(r"\s*[-•◦▪●*·–—‣■□►➢→✓]\s+(?=\S)")
_RUN_ON = re.compile(
    r"(?:(?<=[.;)\]])|(?<=^)|(?<=\n))\s*(?:\[(\d{1,5})\]|\((\d{1,5})\)"
    r"|(?<![\d.])(\d{1,5})[.)])\s+(?=[A-ZÄÖÜ§„\"])"
)
_ENDS = re.compile(r"[.)\]>»“\"]\s*$|\d{4}\s*$|https?://\S+\s*$")
_STARTS = re.compile(
    r"\s*(?:[A-ZÄÖÜ][\w'’-]+(?: [A-Z]{1,3}\b|, [A-Z]\.)|S[123][ek]?[- ]|§|Deutsche |Leitlinie|AWMF"
    r"|Robert |https?://|www\.|[„\"])"
)
_SEMICOLON = re.compile(r"(?<=;) +(?=[A-ZÄÖÜ])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WHOLE = re.compile(
    r"(?=.{30})(?:[A-ZÄÖÜ][\w'’-]+(?: [A-Z]{1,3}\b|, [A-Z]\.)[^;]{0,200}[.:] |S[123][ek]?[- ]Leitlinie"
    r"|[^;.:]{5,120}(?: \([^()]{2,40}\))?: )",
    re.DOTALL,
)
_HEADING = re.compile(r"[A-ZÄÖÜ][^\d.;,]{2,60}")
_GOES_ON = re.compile(r"\s|(?i:https?://|www\.|doi\b)|[a-zäöü]")
_LEAST, _SURELY_A_LIST = 2, 4
_LARGEST_FIRST = 999
"""No list begins with a larger number: that is a year."""


def split_list(text: str) -> list[str]:
    """Return the references of a pasted list, one string each, as printed (numbers and bullets stay).

    Line breaks inside a reference stay in its string; ``read_line`` knows them.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    blocks = [block.strip() for block in re.split(r"\n[ \t]*\n", text) if block.strip()]
    if len(blocks) > 1:
        return [line for block in blocks for line in split_list(block)]
    lines = text.split("\n")
    marked = _cut(lines, _marked(lines)) or _cut(lines, _hanging(lines))
    if marked:
        return marked
    lines = [line for line in lines if line.strip()]
    return _joined(lines) if len(lines) > 1 else _run_on(text) or _by_semicolons(text)


def without_numbers(parts: Iterable[str]) -> Iterator[str]:
    """Yield the parts of a list without the numbers that count them up; any other number is part of its line."""
    expected = 0
    for part in parts:
        hit = _NUMBERED.match(part)
        number = _number(hit) if hit else 0
        if hit and (number in (1, expected) or (not expected and number <= _LARGEST_FIRST)):
            expected = number + 1
            yield part[hit.end() :]
        else:
            yield part


def _may_mark(line: str) -> bool:
    """Say whether a line can begin with a number, letter or bullet at all; saves searches on most lines."""
    return not line[:2].isalpha()


def _number(match: re.Match[str]) -> int:
    return int(next(group for group in match.groups() if group))


def _marked(lines: list[str]) -> list[int]:
    """Return where the parts begin in a list whose lines begin with numbers or letters that count up, or bullets."""
    found = [(place, line) for place, line in enumerate(lines) if _may_mark(line)]
    numbers = [(place, _number(hit)) for place, line in found if (hit := _NUMBERED.match(line))]
    letters = [(place, ord(hit.group(1)) - ord("a") + 1) for place, line in found if (hit := _LETTERED.match(line))]
    letters = letters if letters and letters[0][1] == 1 else []
    bullets = [place for place, line in found if _BULLET.match(line)]
    bullets = bullets if bullets and _alone(lines, bullets) * 2 <= len(bullets) else []
    for starts in ([place for place, _ in _counting(numbers)], [place for place, _ in _counting(letters)], bullets):
        if len(starts) >= _LEAST:
            return sorted({*starts, *_headings(lines, set(starts)), *_unmarked_end(lines, starts)})
    return []


def _unmarked_end(lines: list[str], starts: list[int]) -> list[int]:
    """Return the lines behind a list of which every part has one line: they have lost their marks, not their ends."""
    wraps = any(after - before > 1 for before, after in pairwise(starts))
    if wraps or len(starts) < _SURELY_A_LIST:
        return []
    behind = range(starts[-1] + 1, len(lines))
    return [place for place in behind if lines[place].strip() and not _GOES_ON.match(lines[place])]


def _alone(lines: list[str], bullets: list[int]) -> int:
    """Return how many lines without a bullet stand for themselves: the line before them is at its end.

    Such a list has a line for each reference, and only some of them a bullet below another.
    """
    marked = {*bullets, *_headings(lines, {*bullets})}
    return sum(place not in marked and bool(_ENDS.search(lines[place - 1])) for place in range(1, len(lines)))


def _headings(lines: list[str], starts: set[int]) -> list[int]:
    """Return the lines that stand as a heading right before a marked line ("Leitlinien", "Bücher:")."""
    return [
        place
        for place, line in enumerate(lines[:-1])
        if place + 1 in starts and place not in starts and _HEADING.fullmatch(line.strip())
    ]


def _hanging(lines: list[str]) -> list[int]:
    """Return where the parts begin in a list whose further lines are indented, [] for another list."""
    starts = [place for place, line in enumerate(lines) if line.strip() and not line[0].isspace()]
    indented = len([line for line in lines if line.strip()]) - len(starts)
    return starts if starts and starts[0] == 0 and len(starts) >= _LEAST and indented else []


def _cut(lines: list[str], starts: list[int]) -> list[str]:
    """Return the parts that begin at ``starts``; what stands before the first is a part of its own."""
    if not starts:
        return []
    starts = [0, *starts] if starts[0] > 0 else starts
    ends = [*starts[1:], len(lines)]
    parts = ["\n".join(lines[start:end]).strip() for start, end in zip(starts, ends, strict=True)]
    return [part for part in parts if part]


def _counting(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the (place, number) pairs that count up by one from the first; a new group may begin again with one."""
    first = next((at for at, (_, number) in enumerate(found) if number <= _LARGEST_FIRST), len(found))
    kept = found[first : first + 1]
    for place, number in found[first + 1 :]:
        again = number == 1 and kept[-1][1] >= _LEAST
        if number == kept[-1][1] + 1 or again:
            kept.append((place, number))
    return kept


def _run_on(text: str) -> list[str]:
    """Return the parts of one long line with numbers inside that count up ("1. ... 2. ...")."""
    found = [(hit.start(), _number(hit)) for hit in _RUN_ON.finditer(text)]
    counting = _counting(found) if found and found[0][1] <= _LEAST else []
    if len(counting) < _LEAST:
        return []
    starts = [place for place, _ in counting]
    starts = starts if not text[: starts[0]].strip() else [0, *starts]
    ends = [*starts[1:], len(text)]
    return [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _by_semicolons(text: str) -> list[str]:
    """Return the parts of one line with a semicolon after each reference; one part where it is one reference.

    Every part must begin as references do and name a year: authors, dates and journals are parted by semicolons too.
    """
    if not text.strip():
        return []
    parts = [part.strip() for part in _SEMICOLON.split(text)]
    whole = len(parts) >= _LEAST and all(_YEAR.search(part) and _WHOLE.match(part) for part in parts)
    return parts if whole else [text.strip()]


def _joined(lines: list[str]) -> list[str]:
    """Return one string per reference where a reference may run over several lines of a list that is not marked.

    Without any sign that lines run over the margin every line is a reference.
    """
    runs_over = [not _ENDS.search(line) for line in lines[:-1]]
    if not any(runs_over):
        return [line.strip() for line in lines]
    out = [[lines[0].strip()]]
    length = len(lines[0])
    for over, line in zip(runs_over, lines[1:], strict=True):
        if over and not _BULLET.match(line) and not (_STARTS.match(line) and length > len(line) // 2):
            out[-1].append(line.strip())
            length += len(line)
        else:
            out.append([line.strip()])
            length = len(line)
    return ["\n".join(parts) for parts in out]
