"""Where the sentences of a paragraph end: German first, English as well. Positions only; what a sentence means, no.

The rules are about what stands directly before and after a mark, so the work grows with the length of the text alone.
"""

import re
from bisect import bisect_right

from citations.pages.abbreviations import (
    COUNTED,
    DIVISIONS,
    JOINED_NAMES,
    MAY_BE_LAST,
    MONTHS,
    NEVER_LAST,
    OPENER_ONLY,
    OPENERS,
    SPACED_NEVER,
    UNITS,
)

_CLOSERS = "\"'“”‘’«»›‹)]"
_MARK = re.compile(rf"(?P<mark>[.!?…]{{1,9}})(?P<closers>[{re.escape(_CLOSERS)}]{{0,4}})")
_NOTE = re.compile(r"(?:\s?\[\d{1,3}(?:[,;–-]\s?\d{1,3}){0,9}\]|[¹²³⁴-⁹⁰]{1,4}|\d{1,2}(?:[,–-]\d{1,2}){0,5}(?=\s|$))+")
_BRACKETED_NOTE = re.compile(r"(?:\s?\[\d{1,3}(?:[,;–-]\s?\d{1,3}){0,9}\])+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+){0,6}")
_NEXT_WORD = re.compile(r"[\"'“„”‘‚«»›‹(\[]{0,3}([^\W\d_]+)")
_LAST_RUN = re.compile(r"[^\s(\[„“\"'»«/]*\Z")
_TAIL_WORD = re.compile(r"[^\W\d_]{3,}\Z")
_SPACED = re.compile(r"(?:(?<=\s)|(?<=[(„“\"»«])|(?<![\w.]))((?:[^\W\d_]{1,2}\.[\s\u00a0\u202f]?){1,4}[^\W\d_]{1,3})\Z")
_MEASURED = re.compile(r"\d\s?\Z")
_ROMAN = re.compile(r"[IVX]{1,5}\Z")
_BRACKET = re.compile(r"[()\[\]]")
_QUOTED = re.compile(r"„[^„“”\n]{1,160}[“”]|«[^«»\n]{1,160}»|»[^«»\n]{1,160}«|“[^“”\n]{1,160}”|\"[^\"\n]{1,160}\"")
_LONGEST_BRACKET = 400
_WINDOW = 60
_NAMED_WITHIN = 24
_SPACED_LENGTH = 20
_YEAR = 4
_SHORT = 5
_FULL_WORD = 3


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of every sentence of one paragraph, without the white space around them.

    Every character that is not white space lies in exactly one sentence. Linear in the length of the text.
    """
    brackets, quotes = _brackets(text), _quotes(text)
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _MARK.finditer(text):
        if match.start() < start or _inside(quotes, match.start(), match.end()):
            continue
        around = _inside(brackets, match.start(), match.start() + 1)
        if around and not (match.end() >= around[1] and not text[start : around[0]].strip()):
            continue
        end = _cut_after(text, match)
        if end:
            spans.append((start, end))
            start = end
    spans.append((start, len(text)))
    return [span for span in (_trimmed(text, *span) for span in spans) if span[0] < span[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _quotes(text: str) -> list[tuple[int, int]]:
    """Return the sorted stretches of quoted words; nothing is cut inside, only where the quote closes."""
    spans = [(match.start(), match.end()) for match in _QUOTED.finditer(text)]
    return _merged([(start, end) for start, end in spans if not text[max(0, start - 1) : start].isalnum()])


def _brackets(text: str) -> list[tuple[int, int]]:
    """Return the sorted stretches of brackets that close; nothing is cut inside, unless they hold a whole sentence."""
    spans = []
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match.group() in "([":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if match.start() - start <= _LONGEST_BRACKET:
                spans.append((start, match.end()))
    return _merged(spans)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _inside(spans: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """Return the stretch around start to end; one that ends where the mark and its closers end does not count."""
    index = bisect_right(spans, start, key=lambda span: span[0]) - 1
    if index >= 0 and spans[index][0] < start and end < spans[index][1]:
        return spans[index]
    return None


def _cut_after(text: str, match: re.Match[str]) -> int:
    """Return where the sentence ends that this mark closes, 0 if it closes none."""
    end = match.end()
    note = (_NOTE if _may_carry_note(text, match) else _BRACKETED_NOTE).match(text, end)
    if note and (note.end() == len(text) or text[note.end()].isspace()):
        end = note.end()
    if end == len(text):
        return end
    bracketed = bool(note) and text[end - 1] == "]"
    if not text[end].isspace():
        return end if _cuts_without_space(text, match) else 0
    following = text[end : end + _WINDOW].lstrip()
    if not following:
        return end
    if bracketed and following[0].isupper():
        return end
    return end if _cuts_before(text, match, following) else 0


def _may_carry_note(text: str, match: re.Match[str]) -> bool:
    """Say whether a footnote mark may hang on this end: after a word of three letters, never after a number."""
    return bool(match["closers"]) or bool(_TAIL_WORD.search(text, max(0, match.start() - 12), match.start()))


def _cuts_before(text: str, match: re.Match[str], following: str) -> bool:
    first = following[0]
    if first.islower() or first in ",;:)]%/=+&":
        return False
    mark = match["mark"]
    if "!" in mark or "?" in mark:
        return not (match["closers"] and first in "([")
    if mark != ".":
        return _opens(following)
    if match["closers"]:
        return True
    return _full_stop_cuts(text, match.start(), following)


def _opens(following: str) -> bool:
    word = _NEXT_WORD.match(following)
    return word is not None and word.group(1)[0].isupper() and word.group(1).lower() in OPENERS


def _full_stop_cuts(text: str, stop: int, following: str) -> bool:
    """Judge by what the full stop hangs on: a spaced abbreviation, a number, or a word."""
    before = text[max(0, stop - _WINDOW) : stop]
    run_match = _LAST_RUN.search(before)
    run = run_match.group() if run_match else ""
    spaced = _SPACED.search(before, max(0, len(before) - _SPACED_LENGTH))
    if spaced:
        return _spaced_cuts(re.sub(r"\s", "", spaced.group(1)).lower(), following)
    if run in UNITS and _MEASURED.search(before[: len(before) - len(run)]):
        return True
    if run.rstrip("–-").isdigit():
        return _number_cuts(before, run, following)
    return _word_cuts(before, run, following)


def _word_cuts(before: str, run: str, following: str) -> bool:
    word = run.lower().rsplit("-", 1)[-1]
    if word in MAY_BE_LAST:
        return following[0].isupper() or following[0] in '„“"»«'
    if _ROMAN.match(run):
        return _roman_cuts(before, run, following)
    if word in OPENER_ONLY or _voiceless(run):
        return _opens(following)
    if word in NEVER_LAST or (word == "no" and following[0].isdigit()):
        return False
    if len(run) == 1 and run.isalpha():
        return _letter_cuts(before, run, following)
    return True


def _roman_cuts(before: str, run: str, following: str) -> bool:
    """Let "Kapitel IV. Abschnitt" and "Heinrich IV. von ..." go on; "im Stadium IV. Hinter dem Wort ..." ends."""
    word = _NEXT_WORD.match(following)
    if word is None or word.group(1).lower() in DIVISIONS:
        return False
    names = _WORD.findall(before[: len(before) - len(run)])
    numbered = bool(names) and names[-1].lower().rsplit("-", 1)[-1] in COUNTED
    return _opens(following) or (numbered and word.group(1)[0].isupper())


def _spaced_cuts(letters: str, following: str) -> bool:
    if letters in SPACED_NEVER:
        return False
    if letters.endswith(".ä"):
        return following[0].isupper()
    if letters.rsplit(".", 1)[-1] in MAY_BE_LAST:
        return True
    return _opens(following)


def _number_cuts(before: str, run: str, following: str) -> bool:
    """Let an ordinal go on ("4. März", "5. Auflage", "01. 02. 2024"); a year or a numbered name ends the sentence."""
    word = _NEXT_WORD.match(following)
    if word and word.group(1).lower() in MONTHS:
        return False
    if len(run) >= _YEAR:
        return True
    if following[0].isdigit():
        return False
    names = _WORD.findall(before[: -len(run)])
    if names and names[-1].lower() in COUNTED:
        return True
    return _opens(following)


def _letter_cuts(before: str, letter: str, following: str) -> bool:
    """Let an initial go on ("J. Müller"), or half an abbreviation; "Hepatitis B. Danach" ends."""
    names = _WORD.findall(before[-_NAMED_WITHIN:-1])
    if letter.isupper() and names and names[-1].lower().rsplit("-", 1)[-1] in COUNTED:
        return True
    return _opens(following)


def _voiceless(run: str) -> bool:
    """Say whether this is an abbreviation nobody listed: lower-case letters and not one vowel among them."""
    short = run.isalpha() and 1 < len(run) <= _SHORT and run[1:].islower()
    return short and not re.search(r"[aeiouyäöü]", run.lower())


def _cuts_without_space(text: str, match: re.Match[str]) -> bool:
    """Find the lost space of "…formen.Danach", but not the full stop inside a name, a domain or an abbreviation."""
    following = _WORD.match(text, match.end())
    if following is None or not _capitalised(following.group()):
        return False
    before = text[max(0, match.start() - _WINDOW) : match.start()]
    tail = _TAIL_WORD.search(before)
    if match["closers"] or (before and before[-1] in '%)]“”»"') or re.search(r"(?<!\d)\d{4}\Z", before):
        return match["mark"] in ".!?" and (bool(match["closers"]) or following.group().lower() in OPENERS)
    if tail is None or match["mark"] not in (".", "!", "?"):
        return False
    return not _is_joined_name(text, before, following)


def _capitalised(word: str) -> bool:
    return len(word) >= _FULL_WORD and word[0].isupper() and word[1:].replace("-", "").replace("'", "")[:2].islower()


def _is_joined_name(text: str, before: str, following: re.Match[str]) -> bool:
    run_match = _LAST_RUN.search(before)
    run = run_match.group() if run_match else ""
    last = run.rsplit("-", 1)[-1]
    after = text[following.end() : following.end() + 2]
    return (
        f"{last}.{following.group()}".lower() in JOINED_NAMES
        or "." in run
        or "@" in run
        or bool(re.search(r"\d", run))
        or not last[1:].islower()
        or last.lower() in NEVER_LAST | OPENER_ONLY
        or (after[:1] in tuple("./@") and after[1:].isalnum() and after[1:].islower())
    )
