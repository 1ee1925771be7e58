"""Word lists of the readers as they are written: words between spaces. No words live here."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())
