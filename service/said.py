"""What whoever runs the program must mend, as sentences of the catalogue: a key and the facts that fill it.

What breaks a rule of the field is in ``jobs.refused``.
"""

from typing import ClassVar

from jobs.refused import SaidError
from service.words import Translate


class OperatorError(SaidError):
    """What whoever runs the program must mend: a setting, the database, the port. ``code`` is the exit code."""

    code: ClassVar[int] = 1

    def sentence(self, t: Translate) -> str:
        """Return what is wrong and how to mend it, in the language of ``t``."""
        return t(self.key, **self.facts)
