"""A sheet comes back: looked at, kept as a draft, brought in. Nothing that changed on both sides is overwritten.

A row is applied whole or not at all, the sheet in one transaction. A row that is gone from the sheet changes nothing.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from sqlmodel import Session, col, select

from citations.formats.incoming import Problem
from citations.formats.sheets.contents import Row, Sheet, SheetError
from citations.formats.sheets.notation import NotationError
from citations.formats.sheets.reading import open_sheet
from citations.models import ImportedEntry, ListImport, Source
from citations.queries.among import among_words
from jobs.ledger import Moment
from jobs.refused import ConflictError, RefusedError, UnknownError
from service.acts import sheet_sources, sheet_statements
from service.acts.sheet_rows import OUTCOMES, RowSeen, Side, Stored, compare, read_new, refused, row_name

SIDES = {side.table.name: side for side in (sheet_sources.SIDE, sheet_statements.SIDE)}
BETWEEN = ": "
"""What stands between the name of a column and its cell, in what is kept of a row."""
CONFLICT = "sheet.conflict"
"""Why a row was left out that changed on both sides."""
_BLOCK = 500
_LEFT_OUT = frozenset({"conflict", "problem"})


@dataclass(frozen=True, slots=True)
class SheetResult:
    """What a sheet asks for or did: how many rows of each outcome, and every row but the unchanged ones.

    ``of`` is sources or statements; ``ignored`` are headings nobody knows, ``missing`` columns the sheet lacks.
    """

    form: str
    of: str
    counts: Mapping[str, int]
    rows: tuple[RowSeen, ...] = field(repr=False)
    ignored: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def preview_sheet(
    session: Session, moment: Moment, by: str, data: bytes, choices: Mapping[str, str] | None = None
) -> SheetResult:
    """Return what bringing a sheet in would do, found out by doing it and taking everything back.

    RefusedError for a file that is no sheet.
    """
    with session.begin_nested() as tried:
        result = import_sheet(session, moment, by, data, choices)
        tried.rollback()
    session.expire_all()
    return replace(result, rows=_without_lost_keys(session, result.rows))


def import_sheet(
    session: Session, moment: Moment, by: str, data: bytes, choices: Mapping[str, str] | None = None
) -> SheetResult:
    """Bring a sheet in and return what became of its rows.

    ``choices`` says by the name of a row that changed on both sides whose cells count, ``sheet`` or ``here``; without a
    choice the row is left out. RefusedError for a file that is no sheet.
    """
    try:
        sheet = open_sheet(data)
        seen = _compared(session, moment, sheet)
    except SheetError as error:
        raise RefusedError(error.key, **error.facts) from error
    side = SIDES[sheet.headings.table.name]
    done = [_applied(session, moment, by, side, row, (choices or {}).get(row.name, "")) for row in seen]
    done = _with_twins(session, moment, side, done)
    counts = Counter(row.outcome for row in done)
    return SheetResult(
        form=sheet.slug,
        of=side.table.name,
        counts={outcome: counts[outcome] for outcome in OUTCOMES},
        rows=tuple(row for row in done if row.outcome != "unchanged"),
        ignored=sheet.headings.ignored,
        missing=sheet.headings.missing,
    )


def keep_sheet(session: Session, moment: Moment, by: str, name: str, data: bytes) -> int:
    """Keep a sheet as a draft, so that it can be looked at before it is brought in; return the number of the draft.

    RefusedError for a file that is no sheet.
    """
    try:
        slug = open_sheet(data).slug
    except SheetError as error:
        raise RefusedError(error.key, **error.facts) from error
    sha256 = hashlib.sha256(data).hexdigest()
    row = ListImport(name=name, format=slug, state="draft", sha256=sha256, data=data, by=by, at=moment.now)
    session.add(row)
    session.flush()
    return row.id or 0


def draft(session: Session, import_id: int) -> ListImport:
    """Return a draft. UnknownError for none, ConflictError for one that was brought in or put away meanwhile."""
    row = session.get(ListImport, import_id)
    if row is None or row.format not in _slugs():
        raise UnknownError("refused.unknown_sheet", number=import_id)
    if row.state != "draft":
        key = "conflict.sheet_discarded" if row.state == "discarded" else "conflict.sheet_done"
        raise ConflictError(key, who=row.by)
    return row


def bring_in(session: Session, moment: Moment, by: str, import_id: int, choices: Mapping[str, str]) -> SheetResult:
    """Bring a draft in, compared anew with what is stored now; rows that were left out are kept as they were.

    A row that has changed here since the preview is a conflict now, and left out.
    """
    row = draft(session, import_id)
    result = import_sheet(session, moment, by, row.data, choices)
    row = draft(session, import_id)
    row.state, row.by, row.at, row.data = "imported", by, moment.now, b""
    kept = [one for one in result.rows if one.outcome in _LEFT_OUT | {"new", "known"}]
    session.add_all(_entry(import_id, position, one) for position, one in enumerate(kept, 1))
    session.flush()
    return result


def _slugs() -> frozenset[str]:
    return frozenset({"csv", "xlsx", "statements-csv", "statements-xlsx"})


def _compared(session: Session, moment: Moment, sheet: Sheet) -> list[RowSeen]:
    """Return every row beside what is stored, in blocks; a name that stands twice is a problem each time."""
    side = SIDES[sheet.headings.table.name]
    found: list[RowSeen] = []
    for rows in _blocks(sheet.rows):
        names = {row.line: row_name(side, row) for row in rows}
        known: dict[str, Stored] = side.stored(session, sorted({name for name in names.values() if name}))
        for row in rows:
            name = names[row.line]
            if name:
                found.append(compare(session, side, sheet.headings, row, known.get(name), moment))
            else:
                found.append(read_new(side, row))
    times = Counter(row.name for row in found if row.name)
    return [_twice(row) if times[row.name] > 1 else row for row in found]


def _twice(row: RowSeen) -> RowSeen:
    why = Problem(row.line, "", "reading.sheet_twice", {"name": row.name})
    return replace(row, outcome="problem", problems=(why, *row.problems), values={})


def _blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    following = iter(rows)
    while block := list(islice(following, _BLOCK)):
        yield block


def _applied(session: Session, moment: Moment, by: str, side: Side, row: RowSeen, choice: str) -> RowSeen:
    """Apply one row whole or not at all, and return what became of it."""
    if row.outcome == "conflict" and choice == "here":
        return replace(row, outcome="kept")
    if row.outcome not in ("changed", "new") and not (row.outcome == "conflict" and choice == "sheet"):
        return row
    try:
        with session.begin_nested():
            if row.outcome == "new" and side.add is not None:
                added = side.add(session, moment, by, row.values)
                return replace(row, outcome=added.outcome, number=added.number, key=added.key)
            side.apply(session, moment, by, side.stored(session, [row.name])[row.name], row.values)
    except (RefusedError, NotationError) as error:
        texts = {cell.column: cell.sheet for cell in row.cells}
        return replace(row, outcome="problem", problems=(*row.problems, refused(row.line, error, texts)))
    return replace(row, outcome="changed")


def _with_twins(session: Session, moment: Moment, side: Side, done: list[RowSeen]) -> list[RowSeen]:
    """Return the rows, the new ones with what they may be once more."""
    new = [row.number for row in done if row.outcome == "new"]
    if side.doubles is None or not new:
        return done
    twins = side.doubles(session, moment, new)
    return [replace(row, twin=twins.get(row.number)) if row.outcome == "new" else row for row in done]


def _without_lost_keys(session: Session, rows: tuple[RowSeen, ...]) -> tuple[RowSeen, ...]:
    """Return the rows of a look: a source that only this sheet would bring has no key yet."""
    keys = {row.key for row in rows} | {row.twin.key for row in rows if row.twin is not None}
    known = set(session.exec(select(Source.key).where(among_words(col(Source.key), sorted(keys)))))
    found = []
    for row in rows:
        twin = row.twin and replace(row.twin, key=row.twin.key if row.twin.key in known else "")
        found.append(replace(row, key=row.key if row.key in known else "", twin=twin))
    return tuple(found)


def _entry(import_id: int, position: int, row: RowSeen) -> ImportedEntry:
    """Return a row as it is kept with its import."""
    remarks: list[dict[str, object]] = [
        {"line": one.line, "raw": one.raw, "why": one.why, "facts": dict(one.facts)} for one in row.problems
    ]
    first = row.problems[0] if row.problems and row.outcome == "problem" else None
    facts = {**(first.facts if first else {"key": row.key}), "row": row.name, "row_label": row.label}
    if row.twin is not None:
        facts |= {"double_key": row.twin.key, "double_title": row.twin.title, "reasons": ",".join(row.twin.reasons)}
    return ImportedEntry(
        import_id=import_id,
        position=position,
        line=row.line,
        raw="\n".join(f"{cell.column}{BETWEEN}{cell.sheet}" for cell in row.cells) or row.name,
        outcome="problem" if row.outcome in _LEFT_OUT else row.outcome,
        why=first.why if first else CONFLICT if row.outcome == "conflict" else "",
        facts=facts,
        remarks=remarks,
    )
