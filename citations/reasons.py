"""The reasons somebody must look: which decision closes which, and which of them set a due day."""

from datetime import date

from citations.kinds import Decision, Harm, Reason, Role

_STANDS = frozenset({Decision.CONFIRMED, Decision.SOURCE_UPDATED, Decision.REVISED, Decision.RETIRED})
_ANEW = frozenset({Decision.SOURCE_UPDATED, Decision.REVISED, Decision.RETIRED})
_REWRITTEN = frozenset({Decision.REVISED, Decision.RETIRED})
_GONE = frozenset({Decision.RETIRED})

CLOSED_BY: dict[Reason, frozenset[Decision]] = {
    Reason.RETRACTED: _ANEW,
    Reason.WITHDRAWN: _ANEW,
    Reason.CONTRADICTED: _REWRITTEN | {Decision.CONFIRMED},
    Reason.CLAIM_LAPSED: _REWRITTEN,
    Reason.SUPERSEDED_MAJOR: _ANEW,
    Reason.EXPIRED: _STANDS,
    Reason.CORRECTED: _STANDS,
    Reason.SUPERSEDED_MINOR: _STANDS,
    Reason.UNSOURCED: _GONE,
    Reason.REASSESS_DUE: _STANDS,
    Reason.CONTENT_CHANGED: _STANDS,
    Reason.ACCESS_STALE: _STANDS,
    Reason.REVIEW_DUE: _STANDS,
    Reason.REFERENCE_INCOMPLETE: _GONE,
    Reason.QUOTE_LOST: _REWRITTEN,
    Reason.LINK_DEAD: _GONE,
    Reason.UNDER_REVISION: _GONE,
}
"""Which decisions close a flag (domain 6, column "closes by"). What is not here is mended by a fact: bind, fill in."""

NEEDS_NOTE = frozenset({Reason.EXPIRED, Reason.CONTRADICTED})
"""Reasons that ``confirmed`` closes only with a note (invariant 9; taxonomy, contradicted)."""

SETS_NO_DUE_DAY = frozenset(
    {Reason.UNDER_REVISION, Reason.REFERENCE_INCOMPLETE, Reason.QUOTE_LOST, Reason.LINK_DEAD},
)
"""States of the record itself: they stand in the queue but make nothing due (invariant 22)."""

INHERITED = frozenset(
    {
        Reason.RETRACTED,
        Reason.WITHDRAWN,
        Reason.EXPIRED,
        Reason.CORRECTED,
        Reason.SUPERSEDED_MAJOR,
        Reason.SUPERSEDED_MINOR,
    },
)
"""What a patient guideline takes over from its parent: what became true of the guideline, not the editor's own clocks
on it (invariant 7; domain 8, patient guideline)."""

SUPERSEDED = (Reason.SUPERSEDED_MAJOR, Reason.SUPERSEDED_MINOR)
"""A newer version exists: one of the two for each place where the older one is cited."""

BLOCKS_CONFIRMATION = frozenset({Reason.RETRACTED, Reason.WITHDRAWN})


def closes(reason: Reason, decision: Decision, *, note: str, accessed: date | None, trigger: date, newer: bool) -> bool:
    """Say whether a decision closes a flag (invariant 8).

    ``newer``: the flag is about a version newer than the one the review names; then only moving on closes it.
    ``access_stale`` needs an access dated on or after the flag's trigger day, whatever the decision but retiring.
    """
    if decision not in CLOSED_BY[reason]:
        return False
    if newer and decision is Decision.CONFIRMED:
        return False
    if decision is Decision.CONFIRMED and reason in NEEDS_NOTE and not note.strip():
        return False
    if reason is Reason.ACCESS_STALE and decision is not Decision.RETIRED:
        return accessed is not None and accessed >= trigger
    return True


def confirmation_refused(reason: Reason, role: Role, harm: Harm) -> bool:
    """Say whether an open flag forbids ``confirmed``: retracted or withdrawn support of H2 or H3 (invariant 10)."""
    return reason in BLOCKS_CONFIRMATION and role is Role.SUPPORTS and harm in (Harm.H2, Harm.H3)


def deferral_refused(reason: Reason, harm: Harm) -> bool:
    """Say whether an open flag forbids ``deferred``: retracted or withdrawn on H3 (invariant 11)."""
    return reason in BLOCKS_CONFIRMATION and harm is Harm.H3
