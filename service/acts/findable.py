"""Keeps the searched text in step: one row per statement, listed line and source. The index is the database's."""

from collections.abc import Mapping

from sqlalchemy import insert
from sqlmodel import Session

from citations.queries.tables import SEARCH
from citations.search import fold


def make_findable(session: Session, kind: str, texts: Mapping[int, str]) -> None:
    """Add the folded texts of new rows of a kind."""
    rows = [{"kind": kind, "ref_id": number, "folded": fold(text)} for number, text in texts.items()]
    if rows:
        session.connection().execute(insert(SEARCH), rows)
