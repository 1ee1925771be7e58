"""What both readers (plain text, HTML) hand on: the text of a page and its blocks, before sentences are cut."""

from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """What a block is by its form alone."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    GLOSSARY = "glossary"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """``text[start:end]`` without white space at its ends and without the ``bullet`` printed before it.

    ``level`` is that of a heading (1 to 6, 7 for bold lines), ``why`` the catalogue key of what is set aside,
    ``in_list`` says that a profile's selector found the block inside the printed list of sources.
    """

    start: int
    end: int
    part: Part
    bullet: str = ""
    level: int = 0
    why: str = ""
    in_list: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a page, its blocks in order (together all but white space and bullets), and what the page says."""

    text: str
    blocks: tuple[Block, ...]
    is_html: bool
    title: str = ""
    language: str = ""
    published: str = ""
    notices: tuple[str, ...] = field(default=())

    def words(self, block: Block) -> str:
        """Return what the block prints."""
        return self.text[block.start : block.end]
