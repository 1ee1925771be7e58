"""Lists of sources that came in as a file or as pasted text: the import, and each of its entries with its raw text.

What a format's fields have no place for is not lost: the entry as it was delivered stands here for ever.
"""

from datetime import datetime

from sqlalchemy import Column, Index, LargeBinary, Text
from sqlmodel import JSON, Field, SQLModel

from citations.models.columns import UtcDateTime


class ListImport(SQLModel, table=True):
    """One file or pasted list. ``state`` is draft (previewed, nothing stored yet), imported or discarded.

    ``data`` is the file itself while it is a draft; an imported one is kept entry by entry. ``format`` is the slug of
    the format, or ``text`` for printed references.
    """

    __tablename__ = "list_import"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    format: str
    state: str
    sha256: str
    data: bytes = Field(default=b"", sa_column=Column(LargeBinary, nullable=False))
    by: str
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


class ImportedEntry(SQLModel, table=True):
    """One entry of a list, or a piece of the file that nobody could read: where it stood, its raw text, what became.

    ``outcome`` is new, known, double (likely the same as another source: kept, and proposed for merging), problem,
    filled (a problem that a person filled in by hand), or left_out (not wanted by who confirmed the list). ``why``
    is a catalogue key with its ``facts``; ``remarks`` are what a kept entry lost on the way, each with line, raw, why
    and facts.
    """

    __tablename__ = "imported_entry"
    __table_args__ = (
        Index("ix_imported_entry_import_position", "import_id", "position"),
        Index("ix_imported_entry_source", "source_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    import_id: int = Field(foreign_key="list_import.id")
    position: int
    line: int
    raw: str = Field(sa_column=Column(Text, nullable=False))
    outcome: str
    why: str = ""
    facts: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    remarks: list[dict[str, object]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    source_id: int | None = Field(default=None, foreign_key="source.id")
    version_id: int | None = Field(default=None, foreign_key="source_version.id")
