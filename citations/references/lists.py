"""Cuts a pasted source list into its lines: numbered, bulleted, one a line, over several lines, or run on.

Cuts only; what a line says is for the readers. No character but line ends and outer blanks is lost.
"""

import re

_NUMBERED = re.compile(r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.)])\s+(?=\S)")
_BULLET = re.compile(r"\s*[-•◦▪●*·–—]\s+(?=\S)")
_RUN_ON = re.compile(
    r"(?:(?<=[.;)\]])|(?<=^)|(?<=\n))\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)"
    r"|(?<![\d.])(\d{1,3})[.)])\s+(?=[A-ZÄÖÜ§„\"])"
)
_ENDS = re.compile(r"[.)\]>»“\"]\s*$|\d{4}\s*$|https?://\S+\s*$")
_STARTS = re.compile(
    r"\s*(?:[A-ZÄÖÜ][\w'’-]+(?: [A-Z]{1,3}\b|, [A-Z]\.)|S[123][ek]?[- ]|§|Deutsche |Leitlinie|AWMF"
    r"|Robert |https?://|www\.|[„\"])"
)
_LEAST = 2


def split_list(text: str) -> list[str]:
    """Return the references of a pasted list, one string each, as printed (numbers and bullets stay).

    Line breaks inside a reference stay in its string; ``read_line`` knows them.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    blocks = [block.strip() for block in re.split(r"\n[ \t]*\n", text) if block.strip()]
    if len(blocks) > 1:
        return [line for block in blocks for line in split_list(block)]
    marked = _by_marks(text)
    if marked:
        return marked
    lines = [line for line in text.split("\n") if line.strip()]
    return _joined(lines) if len(lines) > 1 else _run_on(text)


def _may_mark(line: str) -> bool:
    """Say whether a line can begin with a number or bullet at all; saves two searches on most lines."""
    return not line[:1].isalpha()


def _number(match: re.Match[str]) -> int:
    return int(next(group for group in match.groups() if group))


def _by_marks(text: str) -> list[str]:
    """Return the parts of a list whose lines begin with numbers that count up or with bullets, [] for another list."""
    lines = text.split("\n")
    numbers = [
        (place, _number(hit)) for place, line in enumerate(lines) if _may_mark(line) and (hit := _NUMBERED.match(line))
    ]
    bullets = [place for place, line in enumerate(lines) if _may_mark(line) and _BULLET.match(line)]
    counting = [place for place, number in _counting(numbers)]
    starts = counting if len(counting) >= _LEAST else bullets if len(bullets) >= _LEAST else []
    if not starts:
        return []
    if starts[0] > 0:
        starts = [0, *starts]
    ends = [*starts[1:], len(lines)]
    parts = ["\n".join(lines[start:end]).strip() for start, end in zip(starts, ends, strict=True)]
    return [part for part in parts if part]


def _counting(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the (place, number) pairs that count up by one from the first."""
    kept = found[:1]
    for place, number in found[1:]:
        if number == kept[-1][1] + 1:
            kept.append((place, number))
    return kept


def _run_on(text: str) -> list[str]:
    """Return the parts of one long line with numbers inside that count up ("1. ... 2. ...")."""
    found = [(hit.start(), _number(hit)) for hit in _RUN_ON.finditer(text)]
    counting = _counting(found) if found and found[0][1] <= _LEAST else []
    if len(counting) < _LEAST:
        return [text.strip()] if text.strip() else []
    starts = [place for place, _ in counting]
    starts = starts if not text[: starts[0]].strip() else [0, *starts]
    ends = [*starts[1:], len(text)]
    return [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _joined(lines: list[str]) -> list[str]:
    """Return one string per reference where a reference may run over several lines of an unmarked list.

    Without any sign that lines run over the margin every line is a reference.
    """
    runs_over = [not _ENDS.search(line) for line in lines[:-1]]
    if not any(runs_over):
        return [line.strip() for line in lines]
    out = [[lines[0].strip()]]
    length = len(lines[0])
    for over, line in zip(runs_over, lines[1:], strict=True):
        if over and not (_STARTS.match(line) and length > len(line) // 2):
            out[-1].append(line.strip())
            length += len(line)
        else:
            out.append([line.strip()])
            length = len(line)
    return ["\n".join(parts) for parts in out]
