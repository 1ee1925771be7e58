"""The ways an act says no. Each carries a catalogue key and the facts its sentence needs."""


class RefusedError(Exception):
    """An act broke a rule of the field. ``key`` names the rule in the catalogue; nothing has been changed."""

    def __init__(self, key: str, /, **facts: object) -> None:
        """Keep the key and the facts for the sentence."""
        super().__init__(key, facts)
        self.key = key
        self.facts = facts


class UnknownError(RefusedError):
    """What was named does not exist (a page, a source, a statement)."""


class ConflictError(RefusedError):
    """Somebody was faster: what the act is about has changed since it was shown."""
