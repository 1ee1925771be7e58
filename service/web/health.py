"""Whether the service is well, for operators and their watching programs. Says nothing about content."""

import logging
from datetime import date

from flask import Blueprint, Response, jsonify
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select

from citations.models import LedgerDay
from service.reads import looks
from service.schema import SchemaError, check_schema
from service.web.edge import moment, sessions, translate

pages = Blueprint("health", __name__)
_log = logging.getLogger("leitstand.web")


@pages.get("/health")
def health() -> tuple[Response, int]:
    """Answer 200 with the state of database, tables, timetable and registries; 503 where no page could be answered.

    ``silent`` names what has been silent for too long: "timetable", and registries by their short names.
    """
    try:
        check_schema(sessions().engine)
        with sessions().read() as database:
            swept = database.exec(select(col(LedgerDay.day))).first()
            looked = looks.health(database, moment())
    except SchemaError as error:
        return _answer("wrong tables", "ok", error.sentence(translate())), 503
    except (SQLAlchemyError, OSError) as error:
        _log.error("the database did not answer: %s", error)
        return _answer("no database", "no answer", "unknown"), 503
    return _answer("ok", "ok", "ok", swept, looked), 200


def _answer(
    status: str, database: str, schema: str, swept: date | None = None, looked: looks.Health | None = None
) -> Response:
    silent = (moment().today - swept).days if swept else None
    answer = jsonify(
        status=status,
        database=database,
        schema=schema,
        last_sweep=swept.isoformat() if swept else None,
        scheduler_silent_days=silent,
        silent=_silent(looked) if looked else [],
        registries={one.slug: _registry(one) for one in looked.registries} if looked else {},
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _silent(looked: looks.Health) -> list[str]:
    """Return what has been silent for too long; the timetable only where there is anything to look at."""
    timetable = ["timetable"] if looked.watching and looked.sweep_silent else []
    return timetable + [one.slug for one in looked.silent]


def _registry(one: looks.Registry) -> dict[str, object]:
    """Return how a registry stands: moments as ISO in UTC, None for never."""
    return {
        "last_success": one.last_good_at.isoformat() if one.last_good_at else None,
        "failures": one.failures,
        "failing_since": one.failing_since.isoformat() if one.failing_since else None,
        "due": one.due,
        "by_hand_due": one.hand_due,
        "silent": one.silent_since is not None,
    }
