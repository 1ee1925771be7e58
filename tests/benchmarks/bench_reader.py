"""The reader of printed references: lines a second over all sets of printed lines, none of them read twice alike."""

import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, islice

from citations.records import Reference
from citations.references import fields, read_line
from citations.references.sureness import sureness
from tests.citations.references.scoring import gold

TIMED = 12_000
ROUNDS = 3
SETS = ("lines_worked.jsonl", "lines_kept.jsonl", "lines_printed.jsonl")
_NUMBER = re.compile(r"(?<![\d./-])\d{2,3}(?![\d./-])")


def main(size: int = TIMED) -> None:
    """Print lines per second of the processor: of the reader alone, with the fields, and with how sure they are."""
    lines = list(islice(_varied(), size))
    print(f"{'work':48} lines/s of the processor, best of {ROUNDS}")
    works: dict[str, Callable[[str], object]] = {"read": read_line, "read, fields": _with_fields, "read, sure": _judged}
    for name, work in works.items():
        best = min(_timed(work, lines[place::ROUNDS]) for place in range(ROUNDS))
        print(f"{name:48} {1 / best:9,.0f}", flush=True)


def _varied() -> Iterator[str]:
    """Yield the printed lines over and over, each time with other volumes and pages, so that no cache answers."""
    texts = [str(row["text"]) for name in SETS for row in gold(name)]
    for shift in count(start=7, step=7):
        yield from (_NUMBER.sub(partial(_shifted, shift), text) for text in texts)


def _shifted(shift: int, number: re.Match[str]) -> str:
    return str((int(number.group()) + shift) % 900 + 10)


def _timed(work: Callable[[str], object], lines: list[str]) -> float:
    started = time.process_time()
    for line in lines:
        work(line)
    return (time.process_time() - started) / len(lines)


def _with_fields(line: str) -> object:
    return fields(read_line(line))


def _judged(line: str) -> object:
    reading = read_line(line)
    return sureness(line, reading) if isinstance(reading, Reference) else fields(reading)


if __name__ == "__main__":
    main()
