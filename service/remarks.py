"""What is said about an entry of a list: why it was not read, what it lost. Pure: no database, no request, no clock."""

from collections.abc import Mapping

from service.wording import refusal, told
from service.words import Translate


def remark(t: Translate, why: str, facts: Mapping[str, str]) -> str:
    """Return a problem or a remark as a sentence, with names of fields and stored words written out."""
    written: dict[str, object] = dict(facts)
    name = facts.get("field", "")
    if "stored" in facts and name:
        written |= {side: told(t, name, facts[side]) for side in ("stored", "stated")}
        written["field"] = t(f"sheet.column.{name}")
    return refusal(t, why, written)
