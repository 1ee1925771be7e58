"""What an entry waits for: the parent it inherits from (crossref, xdata) and macros that are defined further down.

Bounded: so many parents are remembered and so many entries wait; the longest waiting is read without what it lacks.
"""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from citations.formats.tex.entry_kinds import BOOKISH, BOOKS
from citations.formats.tex.fields import Block, Value
from citations.references.printed_dates import MONTHS

_WAITING = 1000
_REMEMBERED = 2000
_LONGEST_INHERITED = 2000
_PARENTS = BOOKS | {"xdata", "periodical"}
_NEVER_INHERITED = frozenset({"crossref", "xdata", "xref", "ids", "keywords", "options", "entryset", "related"})
_TITLES = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}


@dataclass(slots=True)
class Waiting:
    """An entry that waits; ``values`` are its own and inherited fields as LaTeX text, as far as they are known."""

    block: Block
    values: dict[str, str] = field(default_factory=dict)
    lacks: set[str] = field(default_factory=set)
    macros: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    circular: tuple[str, ...] = ()


class Parents:
    """Remembers macros and parents, and holds the entries that wait for one."""

    def __init__(self) -> None:
        self.macros: dict[str, str] = {}
        self._known: OrderedDict[str, tuple[str, dict[str, str]]] = OrderedDict()
        self._recent: OrderedDict[str, tuple[str, dict[str, str]]] = OrderedDict()
        self._waiting: OrderedDict[int, Waiting] = OrderedDict()
        self._lacked: dict[str, dict[int, None]] = {}

    def define(self, block: Block) -> Iterator[Waiting]:
        """Take the macros of a ``@string``; yield the entries that waited for them."""
        for name, value in block.values.items():
            self.macros[name] = self._text(value)[0]
            yield from self._released(f"#{name}")

    def take(self, block: Block) -> Iterator[Waiting]:
        """Take an entry; yield those that can be read now: often itself, and those that waited for it."""
        made = self._judged(Waiting(block))
        simple = not made.lacks
        if block.key:
            self._remember(block, made.values)
        if simple:
            yield made
        else:
            self._wait(made)
        if block.key and self._waiting:
            yield from self._released(block.key.lower())
        while len(self._waiting) > _WAITING:
            yield self._given_up()

    def rest(self) -> Iterator[Waiting]:
        """Yield the entries that waited in vain."""
        while self._waiting:
            yield self._given_up()

    def _remember(self, block: Block, values: dict[str, str]) -> None:
        store = self._known if block.type in _PARENTS else self._recent
        short = len(block.raw) <= _LONGEST_INHERITED
        kept = values if short else {name: value for name, value in values.items() if len(value) <= _LONGEST_INHERITED}
        store.setdefault(block.key.lower(), (block.type, kept))
        if len(store) > (_REMEMBERED if store is self._known else _WAITING):
            store.popitem(last=False)

    def _wait(self, made: Waiting) -> None:
        self._waiting[id(made)] = made
        for name in made.lacks:
            self._lacked.setdefault(name, {})[id(made)] = None

    def _leave(self, made: Waiting) -> None:
        for name in made.lacks:
            waiting = self._lacked[name]
            del waiting[id(made)]
            if not waiting:
                del self._lacked[name]

    def _released(self, name: str) -> Iterator[Waiting]:
        for key in [*self._lacked.get(name, ())]:
            made = self._waiting[key]
            self._leave(made)
            if self._judged(made).lacks:
                self._wait(made)
            else:
                del self._waiting[key]
                yield made

    def _given_up(self) -> Waiting:
        _, made = self._waiting.popitem(last=False)
        self._leave(made)
        made.missing = tuple(sorted(name for name in made.lacks if name[:1] != "#"))
        return made

    def _judged(self, made: Waiting) -> Waiting:
        """Fill in the values of an entry anew, and what they lack."""
        macros: list[str] = []
        values: dict[str, str] = {}
        for name, value in made.block.values.items():
            if type(value) is str:
                values[name] = value
            else:
                values[name], unknown = self._text(value)
                macros += unknown
        made.values, made.macros = values, tuple(dict.fromkeys(macros))
        made.lacks = {f"#{name.lower()}" for name in made.macros}
        if "crossref" in values or "xdata" in values:
            self._inherit(made)
        return made

    def _inherit(self, made: Waiting) -> None:
        """Add what the parents say and the entry does not; parents of parents too, none twice."""
        block, circular = made.block, []
        seen = {block.key.lower()}
        queue = _parents_of(made.values)
        while queue:
            key = queue.pop(0)
            if key.lower() in seen:
                circular += [key] if key.lower() == block.key.lower() else []
                continue
            seen.add(key.lower())
            found = self._known.get(key.lower()) or self._recent.get(key.lower())
            if found is None:
                made.lacks.add(key.lower())
                continue
            _add(made.values, found, block.type)
            queue += _parents_of(found[1])
        made.circular = tuple(circular)

    def _text(self, value: Value) -> tuple[str, list[str]]:
        """Return the LaTeX text of a value and the macros in it that nobody has defined; those stay as their name."""
        if isinstance(value, str):
            return value, []
        parts, unknown = [], []
        for macro, said in value:
            known = self.macros.get(said.lower()) if macro else said
            if known is None and said.lower() not in MONTHS:
                unknown.append(said)
            parts.append(said if known is None else known)
        return "".join(parts), unknown


def _parents_of(values: Mapping[str, str]) -> list[str]:
    named = [values.get("crossref", ""), *values.get("xdata", "").split(",")]
    return [key.strip(" {}") for key in named if key.strip(" {}")]


def _add(values: dict[str, str], parent: tuple[str, dict[str, str]], child: str) -> None:
    """Inherit as biblatex does: a book's title is the ``booktitle`` of its chapter."""
    kind, given = parent
    titled = kind != "xdata" and child in BOOKISH and child != kind
    for name, value in given.items():
        if name in _NEVER_INHERITED:
            continue
        if titled and name in _TITLES:
            if _TITLES[name] not in given:  # classic files give the book both, for the one that inherits it
                values.setdefault(_TITLES[name], value)
        elif titled and name == "author" and kind in BOOKS and child not in ("inbook", "bookinbook"):
            continue
        else:
            values.setdefault(name, value)
