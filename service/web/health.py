"""Whether the service is well, for operators and their watching programs. Says nothing about content."""

import logging
from datetime import date

from flask import Blueprint, Response, jsonify
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select

from citations.models import LedgerDay
from service.schema import SchemaError, check_schema
from service.web.edge import moment, sessions, translate

pages = Blueprint("health", __name__)
_log = logging.getLogger("leitstand.web")


@pages.get("/health")
def health() -> tuple[Response, int]:
    """Answer 200 with the state of database, tables and timetable; 503 where database or tables are not usable."""
    try:
        check_schema(sessions().engine)
        with sessions().read() as database:
            swept = database.exec(select(col(LedgerDay.day))).first()
    except SchemaError as error:
        return _answer("wrong tables", "ok", error.sentence(translate()), None), 503
    except (SQLAlchemyError, OSError) as error:
        _log.error("the database did not answer: %s", error)
        return _answer("no database", "no answer", "unknown", None), 503
    return _answer("ok", "ok", "ok", swept), 200


def _answer(status: str, database: str, schema: str, swept: date | None) -> Response:
    silent = (moment().today - swept).days if swept else None
    answer = jsonify(
        status=status,
        database=database,
        schema=schema,
        last_sweep=swept.isoformat() if swept else None,
        scheduler_silent_days=silent,
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer
