"""How well the reader reads a file of gold lines: micro F1 over the nineteen fields, and whole identities."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

from citations.records import Reference
from citations.references import fields, read_line
from citations.references.contract import NAMES
from citations.references.sureness import Sure, sureness

IDENTITY = ("kind", "guideline_class", "version", "stand", "accessed", "awmf_number", "doi", "pmid", "isbn")


def gold(name: str) -> list[dict[str, object]]:
    """Return the rows of a gold file beside this module: ``id``, ``text`` and the filled ``fields``."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def values(field: str, row: object) -> Counter[str]:
    """Return the comparable values of a field: case, blanks, dashes and closing signs do not count."""
    value = row.get(field) if isinstance(row, dict) else None
    found = value if isinstance(value, list) else [] if value in (None, "") else [value]
    return Counter(_plain(field, item) for item in found)


def _plain(field: str, value: object) -> str:
    text = unicodedata.normalize("NFKC", str(value)).casefold().replace("\u00ad", "")
    text = re.sub(r"\s+", " ", re.sub(r"[\u2010-\u2015\u2212]", "-", text)).strip(" .,;:\"'„“”()")
    if field in ("awmf_number", "isbn"):
        return re.sub(r"[^0-9a-z]", "", text)
    if field == "url":
        return re.sub(r"^https?://(www\.)?", "", text).rstrip("/")
    return text.replace(" ", "") if field == "pages" else text


def level(name: str) -> tuple[float, float]:
    """Return (micro F1, share of lines with every identity field right) of a gold file."""
    rows = gold(name)
    hit = missed = whole = 0
    for row in rows:
        read = fields(read_line(str(row["text"])))
        pairs = {field: (values(field, row["fields"]), values(field, read)) for field in NAMES}
        hit += sum((want & got).total() for want, got in pairs.values())
        missed += sum(((want - got) + (got - want)).total() for want, got in pairs.values())
        whole += all(pairs[field][0] == pairs[field][1] for field in IDENTITY)
    return 2 * hit / (2 * hit + missed), whole / len(rows)


def wrong_by_level(name: str) -> dict[Sure, tuple[int, int]]:
    """Return for every level how many fields it was given to, and how many of them are wrong."""
    counts = {sure: [0, 0] for sure in Sure}
    for row in gold(name):
        text = str(row["text"])
        reading = read_line(text)
        if isinstance(reading, Reference):
            read = fields(reading)
            for field, sure in sureness(text, reading).items():
                counts[sure][0] += 1
                counts[sure][1] += values(field, read) != values(field, row["fields"])
    return {sure: (count, wrong) for sure, (count, wrong) in counts.items()}
