"""The ways an act says no. Each carries a catalogue key and the facts its sentence needs."""

from service.said import SaidError


class RefusedError(SaidError):
    """An act broke a rule of the field. ``key`` names the rule in the catalogue; nothing has been changed."""


class UnknownError(RefusedError):
    """What was named does not exist (a page, a source, a statement)."""


class ConflictError(RefusedError):
    """Somebody was faster: what the act is about has changed since it was shown."""
