"""Words that tie a sentence to the day it was written (domain section 0). No date comes of them."""

import re

_WORDS = re.compile(
    r"\b(?:bislang|bisher|derzeit(?:ig\w{0,3})?|noch|aktuell(?:e[nmrs]?)?|aktueller(?:e[nmrs]?)?"
    r"|neu(?:e[nmrs]?|er(?:e[nmrs]?)?|este[nmrs]?|erdings)?|zurzeit|zur Zeit|heuer|momentan|gegenwärtig"
    r"|in Kürze|demnächst|am Horizont|erwartet|gibt es (?:(?:noch|bislang|bisher|derzeit|aktuell|zurzeit) )?nicht"
    r"|currently|so far|not yet|yet to be|recent(?:ly)?|expected|at present|to date|soon|new|newly)\b",
    re.IGNORECASE,
)
_NOT_MEANT = re.compile(
    r"\bnoch (?:ein|zwei|drei)mal\b|\b(?:zum|auf ein) Neues\b|\bweder\b[^.;:!?]{1,120}?\bnoch\b"
    r"|\b(?:Wichtig\w{1,4}|Fakten|Überblick|Alles)\s(?:[^\W\d_]+\s)?in Kürze\b"
    r"|\b(?:als|wie|than|as)\s(?:zuvor\s)?(?:erwartet|expected)\b",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s")


def time_words(sentence: str) -> tuple[str, ...]:
    """Return the time-bound words of a sentence, lower-case, in order, each once (domain section 0).

    Whole words and their inflected forms: "neuen" counts, "erneut" and "neuropathisch" do not, nor does "erwarten".
    """
    plain = _SPACE.sub(" ", sentence.replace("\u00ad", ""))
    plain = _NOT_MEANT.sub(lambda match: " " * len(match.group()), plain)
    return tuple(dict.fromkeys(match.group().lower() for match in _WORDS.finditer(plain)))
