"""The ways something says no: errors that are sentences of the catalogue, with the facts that fill them.

Who speaks them, decides the language. What the operator must mend is in ``service.said``.
"""


class SaidError(Exception):
    """Something does not go. ``key`` names the sentence in the catalogue that says what; nothing has been changed."""

    def __init__(self, key: str, /, **facts: object) -> None:
        """Keep the key and the facts for the sentence."""
        super().__init__(key, facts)
        self.key = key
        self.facts = facts


class RefusedError(SaidError):
    """An act broke a rule of the field. ``key`` names the rule in the catalogue; nothing has been changed."""


class UnknownError(RefusedError):
    """What was named does not exist (a page, a source, a statement)."""


class ConflictError(RefusedError):
    """Somebody was faster: what the act is about has changed since it was shown."""
