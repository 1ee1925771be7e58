"""A person decides what a registry only offers: this source, its newer edition, or none of them.

Nothing offered is ever taken as a fact by itself; what was declined is remembered and never offered again.
"""

from collections.abc import Sequence

from sqlmodel import Session

from citations.dates import BadDateError, read_iso
from citations.kinds import Evidence
from citations.models import Observation, Source
from citations.sightings import Pointer
from jobs.facts import Fact, record_fact, versions_of_source
from jobs.ledger import Moment, record
from jobs.refused import UnknownError
from jobs.searching import DECLINED
from jobs.watchers.substances import SUBSTANCE
from service.acts.edit_source import edit_source

_FIELDS = {SUBSTANCE: "substances"}


def take_number(session: Session, moment: Moment, by: str, source: Source, offer: Pointer) -> None:
    """Record that an offered record is this source: it is known by its number, or its substances, from now on.

    Raises RefusedError where the number belongs to another source, which may be the same one twice.
    """
    if offer.scheme == "awmf":
        record_fact(session, moment, by, source, Fact(awmf_number=offer.value))
        return
    versions = [one for one in versions_of_source(session, source) if one.merged_into_id is None]
    if not versions:
        raise UnknownError("refused.unknown_version", number=0)
    edit_source(session, moment, by, versions[-1].id or 0, {_FIELDS.get(offer.scheme, offer.scheme): offer.value})


def take_successor(session: Session, moment: Moment, by: str, source: Source, offer: Pointer) -> None:
    """Record that an offered record is the newer edition of this source: a version of its own, which follows it."""
    try:
        issued = str(read_iso(offer.dated)) if offer.dated else ""
    except BadDateError:
        issued = ""
    numbers = {"awmf": "", "doi": "", "pmid": ""} | {offer.scheme: offer.value}
    fact = Fact(
        title=offer.title,
        issued=issued,
        awmf_number=numbers["awmf"],
        doi=numbers["doi"],
        pmid=numbers["pmid"],
        succeeds=True,
    )
    record_fact(session, moment, by, source, fact)


def decline_offers(session: Session, moment: Moment, by: str, source: Source, offers: Sequence[Pointer]) -> None:
    """Remember for ever that none of these records is this source or its newer edition."""
    values = {f"{offer.scheme}:{offer.value}": offer.title or offer.value for offer in offers}
    session.add(
        Observation(
            source_id=source.id or 0,
            outcome=DECLINED,
            evidence=Evidence.EDITOR.value,
            values=values,
            seen_on=moment.today,
            by=by,
            recorded_at=moment.now,
        )
    )
    record(session, moment, by, "declined_offers", f"source:{source.key}", after={"source": "; ".join(values.values())})
