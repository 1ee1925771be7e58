"""An editor wishes a page of a source to be kept in the web archive: what is asked, and what stays of it for years.

Three steps, for no database is open while the archive is asked: ``wish``, ``ask``, ``record_answer``.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from sqlmodel import Session, col, select

from citations.kinds import Evidence, LookOutcome
from citations.models import Observation, Source, Visit
from jobs.addresses import host_of, is_loopback, refuse_literal
from jobs.facts import versions_of_source
from jobs.ledger import Moment, record
from jobs.refused import RefusedError
from jobs.watchers.archive import ARCHIVE, ARCHIVED, PENDING, Snapshot, closest, finished, save
from jobs.watchers.contract import Client, WatchError

_JOB_LASTS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be kept: the address and the version that has it (None: the source's own); ``job`` is one under way.

    ``held`` are the snapshots that are stored already.
    """

    source_id: int
    source_key: str
    version_id: int | None
    url: str
    job: str = ""
    held: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of a wish: the best snapshot there is (None: none), and why none was made now (None: it was)."""

    snapshot: Snapshot | None
    failure: WatchError | None


def wish(session: Session, moment: Moment, source: Source, private: Collection[str]) -> Wish:
    """Return what is to be kept of a source: the address of its newest version that has one, else its own.

    RefusedError where there is none, and for what is nobody else's business: hosts on private networks (``private``
    are those of the settings), pages behind a log-in (registries, 9, etiquette).
    """
    versions = [one for one in versions_of_source(session, source) if one.merged_into_id is None]
    version = next((one for one in reversed(versions) if one.url), None)
    url = _address(version.url if version else source.homepage)
    _refuse_private(url, private)
    visits = session.exec(
        select(Visit)
        .where(Visit.source_id == source.id, col(Visit.watcher).in_([ARCHIVE, "page"]))
        .order_by(col(Visit.id))
    ).all()
    last = {one.watcher: one for one in visits if one.watcher == ARCHIVE or one.key == url}
    if "page" in last and last["page"].outcome is LookOutcome.BLOCKED and last["page"].why != "look.robots":
        raise RefusedError("refused.archive_blocked", url=url)
    asked = last.get(ARCHIVE)
    waits = asked is not None and asked.key == url and asked.why == PENDING and moment.now - asked.at <= _JOB_LASTS
    stored = session.exec(
        select(Observation).where(Observation.source_id == source.id, Observation.outcome == ARCHIVED)
    )
    return Wish(
        source.id or 0,
        source.key,
        version.id if version else None,
        url,
        asked.facts.get("job", "") if asked and waits else "",
        frozenset(row.values.get(ARCHIVE, "") for row in stored),
    )


def ask(wished: Wish, client: Client) -> Kept:
    """Ask the archive: a snapshot of today is taken as it is, else one is made; an older one is better than none."""
    older: Snapshot | None = None
    try:
        older = closest(wished.url, client)
    except WatchError:
        older = None  # that the archive cannot say what it has keeps it from saving nothing
    if older is not None and older.at.date() >= client.today:
        return Kept(older, None)
    try:
        made = finished(wished.url, wished.job, client) if wished.job else save(wished.url, client)
    except WatchError as error:
        return Kept(older, error)
    return Kept(made, None)


def record_answer(session: Session, moment: Moment, by: str, wished: Wish, kept: Kept) -> None:
    """Record what came of a wish: the snapshot with the version it shows, each once; or why there is none."""
    seen = _observe(session, moment, by, wished, kept.snapshot) if kept.snapshot else None
    failure = kept.failure
    visit = Visit(
        source_id=wished.source_id,
        watcher=ARCHIVE,
        key=wished.url,
        at=moment.now,
        by=by,
        outcome=failure.outcome if failure else LookOutcome.OK,
        why=failure.why if failure else "",
        facts=failure.facts if failure else {},
        status=failure.status if failure else None,
        url=kept.snapshot.url if kept.snapshot else "",
        observation_id=seen.id if seen else None,
    )
    session.add(visit)
    after: dict[str, object] = {"url": wished.url, "archive": kept.snapshot.url if kept.snapshot else ""}
    record(session, moment, by, ARCHIVE, f"source:{wished.source_key}", after=after)


def _observe(session: Session, moment: Moment, by: str, wished: Wish, snapshot: Snapshot) -> Observation | None:
    if any(f"/{snapshot.at:%Y%m%d%H%M%S}/" in held for held in wished.held):
        return None  # the archive spells the address of one snapshot in several ways; its moment is the same
    seen = Observation(
        source_id=wished.source_id,
        version_id=wished.version_id,
        outcome=ARCHIVED,
        watcher=ARCHIVE,
        evidence=Evidence.OFFICIAL_API.value,
        values={"url": wished.url, ARCHIVE: snapshot.url, "archived_on": snapshot.at.date().isoformat()},
        seen_on=moment.today,
        by=by,
        recorded_at=moment.now,
    )
    session.add(seen)
    session.flush()
    return seen


def _address(said: str) -> str:
    """Return an address with its scheme; RefusedError for none."""
    url = said if "://" in said or not said else f"https://{said}"
    if not url:
        raise RefusedError("refused.archive_no_address")
    return url


def _refuse_private(url: str, private: Collection[str]) -> None:
    """Refuse what the public archive must not learn of, or what is no address of the web."""
    try:
        host, place = host_of(url), urlsplit(url).netloc.lower()
        refuse_literal(host)
    except WatchError as error:
        raise RefusedError("refused.archive_private", url=url) from error
    if is_loopback(host) or "." not in host or {host, place} & set(private):
        raise RefusedError("refused.archive_private", url=url)
