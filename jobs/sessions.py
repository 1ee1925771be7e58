"""What a job needs of a database: somebody who opens sessions. The sessions themselves are made in service."""

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Engine
from sqlmodel import Session


class Sessions(Protocol):
    """Opens sessions; the one for writing commits when its block ends well and takes all back when it raises."""

    @property
    def engine(self) -> Engine:
        """The engine below, for what no session can do."""

    def read(self) -> AbstractContextManager[Session]:
        """Open a session that sees one moment of the database."""

    def write(self) -> AbstractContextManager[Session]:
        """Open a session that writes."""
