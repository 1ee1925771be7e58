"""The tables as plain SQL tables, for statements over sets."""

from sqlalchemy import Table
from sqlmodel import SQLModel

from citations import models

_TABLES = SQLModel.metadata.tables


def _table(model: type[SQLModel]) -> Table:
    """Return the table of a model."""
    return _TABLES[str(model.__tablename__)]


SUBJECT = _table(models.Subject)
DEADLINE = _table(models.Deadline)
FLAG = _table(models.Flag)
CITATION = _table(models.Citation)
STATEMENT = _table(models.Statement)
PAGE = _table(models.Page)
VERSION = _table(models.SourceVersion)
SOURCE = _table(models.Source)
TALLY = _table(models.Tally)
SEARCH = _table(models.SearchText)
ACCESS = _table(models.Access)
LISTED = _table(models.ListedSource)
EVENT = _table(models.Event)
REVIEW = _table(models.Review)
IDENTIFIER = _table(models.Identifier)
LIKELY_DOUBLE = _table(models.LikelyDouble)
LIST_IMPORT = _table(models.ListImport)
TITLE_MARK = _table(models.TitleMark)
WATCH = _table(models.Watch)
