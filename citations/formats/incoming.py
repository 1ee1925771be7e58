"""What reading a file of sources gives: entries with everything they say, and problems. Nothing of a file is lost.

A format that can be read has, beside ``FORMAT`` and ``render``, two functions:

``read(lines)`` takes the decoded lines of a file with their line ends and yields an ``Entry`` or a ``Problem`` for
every entry, holding no more than the present one; it raises for no input. They come in the order of the file, but for
entries that wait for a parent or a macro further down: these come later, so who needs the order sorts by ``line``.
``recognises(head)`` says whether the first lines of a file are of this format.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from citations.formats.item import ExportItem


@dataclass(frozen=True, slots=True)
class Problem:
    """What nobody could read: the line it begins in (from 1), its raw text, and why.

    ``why`` is a catalogue key ``reading.…`` and ``facts`` what its sentence is filled with. As a remark on an entry it
    is a part that was left out or read in spite of a fault.
    """

    line: int
    raw: str
    why: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as read. ``item.cite_key`` is the file's own key, "" for none; ``item.key`` ours if it is one of ours.

    ``remarks`` name everything that ``item`` does not carry: a field we have no place for, a doubled field, a date that
    is none. The raw text is kept with the source, so that nothing is lost.
    """

    item: ExportItem
    line: int
    raw: str
    remarks: tuple[Problem, ...] = ()


Incoming = Entry | Problem
