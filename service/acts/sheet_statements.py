"""Statements that come back in a sheet: their harm class, whether they need a source, and what they rest on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlmodel import Session, col, select

from citations.formats.sheets.columns import STATEMENTS
from citations.formats.sheets.notation import read_names, write_names
from citations.kinds import CitationState, Harm, Role
from citations.models import Citation, SourceVersion, Statement
from citations.queries.among import among
from jobs.ledger import Moment
from jobs.refused import RefusedError
from service.acts.cite import Binding, bind, unbind
from service.acts.sheet_rows import Side, Stored
from service.acts.statements import declare_no_source, set_harm

_MOST_DIGITS = 9


def stored(session: Session, names: Sequence[str]) -> dict[str, Stored]:
    """Return statements by their number, with the cells that can be changed as they stand."""
    ids = [int(name) for name in names if name.isascii() and name.isdecimal() and len(name) <= _MOST_DIGITS]
    keys: dict[int, list[str]] = defaultdict(list)
    for statement_id, cite_key in session.exec(
        select(col(Citation.statement_id), SourceVersion.cite_key)
        .join(SourceVersion, col(SourceVersion.id) == col(Citation.version_id))
        .where(
            among(col(Citation.statement_id), ids),
            Citation.state == CitationState.CONFIRMED,
            Citation.role == Role.SUPPORTS,
        )
    ):
        keys[statement_id or 0].append(cite_key)
    rows = session.exec(select(Statement).where(among(col(Statement.id), ids)))
    return {str(row.id): _stored(row, keys[row.id or 0]) for row in rows}


def _stored(row: Statement, keys: list[str]) -> Stored:
    sources = write_names(sorted(set(keys)))
    cells = {"harm": row.harm.value, "no_source_because": row.no_source_because, "sources": sources}
    return Stored(row.id or 0, row.exact, cells)


def read(texts: Mapping[str, str]) -> dict[str, object]:
    """Return changed cells as values. RefusedError or NotationError for one that is none."""
    values: dict[str, object] = {}
    for name, text in texts.items():
        if name == "sources":
            values[name] = frozenset(read_names(text))
        elif name == "harm":
            values[name] = _harm(text)
        else:
            values[name] = text.strip()
    return values


def _harm(text: str) -> Harm:
    plain = text.strip().upper()
    if plain not in set(Harm):
        raise RefusedError("refused.edit_word", field="harm", value=text[:60], known=", ".join(Harm))
    return Harm(plain)


def differing(session: Session, row: Stored, values: Mapping[str, object], _today: date) -> set[str]:
    """Return which of these columns would change. RefusedError for a citation key that is not known."""
    wanted = values.get("sources")
    if isinstance(wanted, frozenset):
        _versions(session, wanted)
    own = read(row.cells)
    return {name for name, value in values.items() if value != own[name]}


def _versions(session: Session, keys: frozenset[str]) -> dict[str, int]:
    """Return the versions with these citation keys. RefusedError for one that is not known."""
    rows = session.exec(
        select(SourceVersion.cite_key, SourceVersion.id).where(col(SourceVersion.cite_key).in_(sorted(keys)))
    )
    found = {cite_key: version_id or 0 for cite_key, version_id in rows}
    for key in sorted(keys - found.keys()):
        raise RefusedError("refused.unknown_cite_key", field="sources", name=key)
    return found


def apply(session: Session, moment: Moment, by: str, row: Stored, values: Mapping[str, object]) -> None:
    """Store the changed cells of a statement, each by its own act, in one transaction."""
    harm, because, wanted = values.get("harm"), values.get("no_source_because"), values.get("sources")
    if isinstance(harm, Harm):
        set_harm(session, moment, by, row.number, harm)
    if isinstance(because, str):
        declare_no_source(session, moment, by, row.number, because)
    if isinstance(wanted, frozenset):
        _bind(session, moment, by, row, wanted)


def _bind(session: Session, moment: Moment, by: str, row: Stored, wanted: frozenset[str]) -> None:
    """Bind what the sheet names and unbind what it no longer names, of the sources that support the sentence."""
    have = frozenset(read_names(row.cells["sources"]))
    for version_id in _versions(session, wanted - have).values():
        bind(session, moment, by, row.number, Binding(version_id))
    gone = list(_versions(session, have - wanted).values())
    supporting = select(Citation.id).where(
        Citation.statement_id == row.number,
        col(Citation.version_id).in_(gone),
        Citation.state == CitationState.CONFIRMED,
        Citation.role == Role.SUPPORTS,
    )
    for citation_id in session.exec(supporting.order_by(col(Citation.id))).all():
        unbind(session, moment, by, citation_id or 0)


SIDE = Side(STATEMENTS, stored, read, differing, apply)
"""What a sheet of statements means."""
