"""Reads a printed line to its fields for the tables of cases."""

from citations.references import fields, read_line


def said(line: str) -> dict[str, object]:
    """Return the fields that a line says, the empty ones left out."""
    return {name: value for name, value in fields(read_line(line)).items() if value not in (None, [])}
