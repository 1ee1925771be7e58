"""Link boxes and tables of contents that only their heading gives away ("Zum Thema" above nothing but links)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from citations.pages.blocks import Block, Part

_RELATED = re.compile(
    r"(?:mehr )?zum thema|mehr (?:zum thema|informationen auf .*)|weitere (?:themen|artikel|beiträge)(?:\s.{0,60})?"
    r"|das könnte (?:sie|dich) (?:auch )?interessieren|passend dazu|lesen sie auch|auch interessant"
    r"|(?:verwandte|ähnliche|passende) (?:themen|artikel|inhalte|beiträge|seiten)"
    r"|related.{0,40}|you (?:may|might) also (?:like|be interested in)|see also",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"auf dieser seite|inhalt(?:sverzeichnis|e)?(?: dieser seite)?|übersicht|(?:on )?this page|(?:table of )?contents",
    re.IGNORECASE,
)
_SKIP = re.compile(
    r"(?:direkt )?zu[mr] (?:inhalt|hauptinhalt|navigation|suche)(?: springen| wechseln)?|skip to .{1,40}|nach oben",
    re.IGNORECASE,
)


def without_link_boxes(text: str, blocks: Sequence[Block], linked: Sequence[bool]) -> tuple[Block, ...]:
    """Return the blocks with such boxes set aside: their heading, and the links that stand directly below it."""
    result: list[Block] = []
    why = ""
    for index, (found, is_link) in enumerate(zip(blocks, linked, strict=True)):
        block = found
        words = " ".join(text[block.start : block.end].split()).rstrip(" :")
        if block.part is Part.FURNITURE or block.in_list:
            why = ""
        elif is_link and _SKIP.fullmatch(words):
            block = _aside(block, "furniture_navigation")
        elif block.part in (Part.HEADING, Part.PARAGRAPH) and any(linked[index + 1 : index + 2]) and _title(words):
            why = _title(words)
            block = _aside(block, why)
        elif why and is_link:
            block = _aside(block, why)
        else:
            why = ""
        result.append(block)
    return tuple(result)


def _title(words: str) -> str:
    if _RELATED.fullmatch(words):
        return "furniture_linkbox"
    return "furniture_contents" if _CONTENTS.fullmatch(words) else ""


def _aside(block: Block, why: str) -> Block:
    return replace(block, start=block.start - len(block.bullet), part=Part.FURNITURE, bullet="", level=0, why=why)
