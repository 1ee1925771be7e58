"""What was taken out of a line before any family reads it, and what is left."""

import re
from dataclasses import dataclass, field

from citations.references.cleaning import BREAK


@dataclass(slots=True)
class Peeled:
    """What was taken out of a line, and ``text``, what is left. Dates are partial ISO; "" means not printed."""

    text: str
    url: str = ""
    doi: str = ""
    pmid: str = ""
    isbn: str = ""
    accessed: str = ""
    stand: str = ""
    valid_until: str = ""
    number: str = ""
    remarks: list[str] = field(default_factory=list)

    def take(self, start: int, end: int) -> None:
        """Put a BREAK in place of ``text[start:end]``."""
        self.text = f"{self.text[:start]}{BREAK}{self.text[end:]}"

    def drop(self, pattern: re.Pattern[str], by: str = BREAK) -> None:
        """Put ``by`` in place of all that matches."""
        self.text = pattern.sub(by, self.text)
