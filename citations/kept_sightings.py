"""Between a sighting and the JSON that is stored of it. The raw answer and how the look ended are kept elsewhere."""

from pydantic import TypeAdapter, ValidationError

from citations.kinds import LookOutcome
from citations.sightings import Sighting

_SHAPE = TypeAdapter(Sighting)
_NOT_KEPT = {"raw", "outcome"}
_PASSING = ("etag", "last_modified", "facts")
"""What changes without the source having changed."""


def sighting_row(sighting: Sighting) -> dict[str, object]:
    """Return a sighting as JSON, without the raw answer; empty fields are left out."""
    row: dict[str, object] = _SHAPE.dump_python(sighting, mode="json", exclude=_NOT_KEPT, exclude_defaults=True)
    return row


def sighting_of(row: dict[str, object]) -> Sighting | None:
    """Return a stored sighting, None for none and for one whose shape this program no longer reads."""
    try:
        return _SHAPE.validate_python(row | {"outcome": LookOutcome.OK, "raw": b""}) if row else None
    except ValidationError:
        return None


def same_sight(one: dict[str, object], other: dict[str, object]) -> bool:
    """Say whether two stored sightings show the same."""
    return _lasting(one) == _lasting(other)


def _lasting(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name not in _PASSING}
