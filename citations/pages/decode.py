"""Bytes of a page to its characters: what cannot be decoded is refused with its place, never replaced."""

import codecs
import re

from citations.pages.unreadable import PageUnreadableError

LARGEST_INPUT = 20_000_000
"""Bytes (or characters of a text handed in) of the largest input that is read."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""What a text may begin with, and the encoding that it tells; the longer mark before the one that begins like it."""

_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,300}?charset\s{0,9}=|\?xml\b[^>]{0,99}?encoding\s{0,9}=)\s{0,9}[\"']?([\w.:-]{2,40})",
    re.IGNORECASE,
)
_AS_WINDOWS = frozenset(("iso8859-1", "ascii", "cp1252", "iso8859-15"))
_UNDEFINED_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_UTF8_TRACE = re.compile("[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€")
_PLAUSIBLE = frozenset("äöüÄÖÜßéèêáàâçñóôíúëïîÉ§°±²³µ·½¼¾×«»„“”‚‘’–—…€•®©™†‰\u00a0\u00adøåæØÅÆšžŠŽœŒ")


def decode(data: bytes | str) -> tuple[str, str]:
    """Return the characters of a page and the name of their encoding ("utf-8", "windows-1252", "text" for a str).

    In this order: byte order mark, strict UTF-8, the charset the page declares, Windows-1252 where it is plausible.
    Raises PageUnreadableError: page_too_large, page_empty, page_undecodable (position of the first bad byte),
    page_binary (position of the first control character).
    """
    if len(data) > LARGEST_INPUT:
        raise PageUnreadableError("page_too_large", size=len(data), limit=LARGEST_INPUT)
    if isinstance(data, str):
        text, encoding = data.removeprefix("\ufeff"), "text"
        _refuse_surrogates(text)
    else:
        text, encoding = _decode_bytes(data)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise PageUnreadableError("page_empty")
    control = _CONTROL.search(text)
    if control:
        raise PageUnreadableError("page_binary", position=control.start())
    return text, encoding


def _refuse_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise PageUnreadableError("page_undecodable", position=error.start, encoding="text") from error


def _decode_bytes(data: bytes) -> tuple[str, str]:
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data, name, len(mark)), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        first_bad = error.start
    declared = _declared(data)
    if declared == "utf-8":
        raise PageUnreadableError("page_undecodable", position=first_bad, encoding="utf-8")
    if declared and declared not in _AS_WINDOWS:
        return _strictly(data, declared, 0), declared
    return _windows(data, first_bad), "windows-1252"


def _strictly(data: bytes, name: str, skipped: int) -> str:
    try:
        return data[skipped:].decode(name)
    except UnicodeDecodeError as error:
        raise PageUnreadableError("page_undecodable", position=skipped + error.start, encoding=name) from error


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:4096])
    if match is None:
        return ""
    try:
        info = codecs.lookup(match.group(1).decode("ascii"))
    except LookupError:
        return ""
    return info.name if getattr(info, "_is_text_encoding", True) else ""


def _windows(data: bytes, first_bad: int) -> str:
    """Read as Windows-1252 if nearly all of its letters beyond ASCII are ones that German or English pages use."""
    undefined = _UNDEFINED_1252.search(data)
    if undefined:
        raise PageUnreadableError("page_undecodable", position=undefined.start(), encoding="windows-1252")
    text = data.decode("windows-1252")
    # half broken UTF-8 is not Windows-1252: its pairs would become "Ã¤", and nobody would ever be told
    trace = _UTF8_TRACE.search(text)
    beyond = [character for character in text if character > "\x7f"]
    strange = sum(character not in _PLAUSIBLE for character in beyond)
    if trace or strange * 10 > len(beyond):
        raise PageUnreadableError("page_undecodable", position=first_bad, encoding="utf-8")
    return text
