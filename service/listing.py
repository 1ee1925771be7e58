"""A list comes in without keeping others waiting: planned beside everybody else, stored in one short transaction.

The lock is held for the writing alone. Where somebody saved meanwhile what the plan rests on, it is made anew; after
some times of that it is made while nobody else can save, so that it ends.
"""

from collections.abc import Callable
from typing import TypeVar

from sqlmodel import Session

from citations.collector import paused_collector
from service.acts.still_true import ChangedMeanwhileError
from service.db import Sessions

Plan = TypeVar("Plan")
Result = TypeVar("Result")
TRIES = 3
"""How often a plan is made beside others."""


def planned(sessions: Sessions, plan: Callable[[Session], Plan]) -> Plan:
    """Return a plan, made in a session that cannot write."""
    with paused_collector(), sessions.read() as session:
        return plan(session)


def store_planned(
    sessions: Sessions, plan: Callable[[Session], Plan], store: Callable[[Session, Plan], Result]
) -> Result:
    """Make a plan and store it in one transaction; make it anew where it no longer holds."""
    for _ in range(TRIES):
        ready = planned(sessions, plan)
        try:
            with paused_collector(), sessions.write() as session:
                return store(session, ready)
        except ChangedMeanwhileError:
            continue
    with sessions.write() as session:
        return store(session, plan(session))
