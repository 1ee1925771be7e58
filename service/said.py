"""Errors that are sentences of the catalogue: a key and the facts that fill it. Who speaks them, decides the language.

What breaks a rule of the field is in ``jobs.refused``, what the operator must mend is here.
"""

from typing import ClassVar

from service.words import Translate


class SaidError(Exception):
    """Something does not go. ``key`` names the sentence in the catalogue that says what; nothing has been changed."""

    def __init__(self, key: str, /, **facts: object) -> None:
        """Keep the key and the facts for the sentence."""
        super().__init__(key, facts)
        self.key = key
        self.facts = facts


class OperatorError(SaidError):
    """What whoever runs the program must mend: a setting, the database, the port. ``code`` is the exit code."""

    code: ClassVar[int] = 1

    def sentence(self, t: Translate) -> str:
        """Return what is wrong and how to mend it, in the language of ``t``."""
        return t(self.key, **self.facts)
