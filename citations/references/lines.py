"""One printed line made ready for the general readers: cleaned and peeled once for all of them."""

from functools import lru_cache

from citations.references.cleaning import clean
from citations.references.peeled import Peeled
from citations.references.peeling import peel

__all__ = ["Peeled", "line_of"]
LONGEST = 20_000
"""A printed reference is never longer; what stands behind is not looked at."""


@lru_cache(maxsize=2)
def line_of(text: str) -> Peeled:
    """Return the line cleaned and taken apart. Readers share the result and never write to it."""
    return peel(clean(text[:LONGEST])[:LONGEST])
