"""Answers in JSON as every watcher reads them: strictly, and bounded; what is no JSON is a look that failed."""

import json
from collections.abc import Mapping

from citations.kinds import LookOutcome
from jobs.watchers.contract import Answer, WatchError


def json_of(answer: Answer, registry: str) -> object:
    """Return the value of a JSON answer; WatchError PARSE_FAILED for anything else, an HTML page with 200 included."""
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError) as error:
        raise not_understood(answer, registry) from error


def object_of(answer: Answer, registry: str) -> Mapping[str, object]:
    """Return the object of a JSON answer; WatchError PARSE_FAILED for anything else."""
    value = json_of(answer, registry)
    if not isinstance(value, dict):
        raise not_understood(answer, registry)
    return value


def not_understood(answer: Answer, registry: str) -> WatchError:
    """Return the error for an answer in a form that is not the registry's."""
    facts = {"registry": registry, "status": str(answer.status)}
    return WatchError(LookOutcome.PARSE_FAILED, "look.answer_form", facts, status=answer.status)


def text(record: Mapping[str, object], name: str) -> str:
    """Return a text of a record without white space around it, "" where there is none."""
    value = record.get(name)
    return value.strip() if isinstance(value, str) else ""
