"""Stored versions: adding one with a citation key of its own. Which version is meant, is decided elsewhere."""

from datetime import date

from sqlmodel import Session

from citations.models import Source, SourceVersion
from citations.records import Reference
from citations.stored import version_fields
from jobs.cite_keys import KeyAsked, key_stem, new_keys
from jobs.new_rows import fresh
from jobs.refused import UnknownError


def number(row: Source | SourceVersion) -> int:
    """Return the id of a stored row."""
    if row.id is None:
        raise UnknownError("refused.unsaved")
    return row.id


def new_version(source: Source, reference: Reference, today: date) -> SourceVersion:
    """Return a version that is not stored yet and has no citation key; nor need its source be stored."""
    values = {"source_id": source.id or 0, "cite_key": "", "first_seen_on": today, **version_fields(reference)}
    return fresh(SourceVersion, values)


def add_version(session: Session, source: Source, reference: Reference, today: date) -> SourceVersion:
    """Add a version of a source with a citation key of its own, which stays for ever."""
    version = new_version(source, reference, today)
    (version.cite_key,) = new_keys(session, [KeyAsked(key_stem(reference, source.key))])
    session.add(version)
    session.flush()
    return version
