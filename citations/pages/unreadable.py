"""Why a page cannot be read at all. Everything milder than that is a notice of the draft, not an error."""


class PageUnreadableError(ValueError):
    """The input is no page anybody can read. ``key`` is a catalogue key, ``facts`` what its sentence needs."""

    def __init__(self, key: str, **facts: str | int) -> None:
        self.key = key
        self.facts = facts
        super().__init__(f"{key} {facts}" if facts else key)
