"""A look for a few letters before a pattern is tried: most lines have none of them, and it costs a tenth."""


def has_any(signs: tuple[str, ...], low: str) -> bool:
    """Say whether one of the signs stands in a text; ``low`` is in small letters where the signs are."""
    for sign in signs:  # noqa: SIM110 - this runs a hundred times a line, and a generator takes twice as long
        if sign in low:
            return True
    return False
