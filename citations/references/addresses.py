"""The address of a line: found with or without its scheme, with the words that announce it, and the DOI that it has."""

import re

from citations.references.cleaning import BREAK
from citations.references.numbers import trim_doi
from citations.references.peeled import Peeled

_URL = re.compile(
    r"<?\b(?i:https?://|www\.)[^\s<>\"\x1e]+>?"
    r"|(?<![\w@./-])(?:[a-z0-9-]{1,60}\.){1,3}(?:de|org|com|net|info|eu|uk|ch|at|gov|int|edu)/[^\s<>\"\x1e]+"
    r"|(?<= )(?:(?<=URL: )|(?<=URL )|(?<=unter )|(?<=unter: ))(?:[a-z0-9-]{1,60}\.){1,3}(?:de|org|com|net"
    r"|info|eu|uk|ch|at|gov|int|edu)\b"
)
_SITE = re.compile(
    r"(?:(?<=[.,:;?!)\x1e–—] )|\((?:see|siehe|s\.) )(?!dejure\.|buzer\.)"
    r"(?:[A-Za-z0-9-]{1,60}\.){1,3}(?:de|org|com|net|info|eu|uk|ch|at|gov|int|edu)"
    r"(?=[.;)]{0,2} {0,2}(?:$|\x1e|[,;.]? ?[(\[]?(?i:(?:zu)?(?:letzte?[rs]?)? ?(?:zugriff|zugegriffen|abruf|abgerufen"
    r"|aufruf|aufgerufen|besucht|eingesehen|geprüft|access|retrieved|stand\b))))"
    r"|(?:(?<=\()|(?<=, ))(?:[a-z0-9-]{1,60}\.){1,3}(?:de|org|com|net|info|eu|uk|ch|at|gov|int|edu)(?=\)(?:[.;]|$))"
    r"|(?<=, )(?:[a-z0-9-]{1,60}\.){1,3}(?:de|org|com|net|info|eu|uk|ch|at|gov|int|edu)(?=\. [A-ZÄÖÜ]| \()"
)
"""An address without scheme and path where a line ends or its day of access stands; collections of laws are works."""
_ONE_SITE = r"(?:[a-z0-9-]{1,60}\.){1,3}(?:de|org|com|net|info|eu|uk|ch|at|gov|int|edu)"
_SITES_ALONE = re.compile(
    rf"(?P<first>{_ONE_SITE})(?:(?:[,;]| und| and| ?/) {_ONE_SITE}){{1,9}}"
    r"(?=[\s.,;]*(?:$|\x1e|[(\[]?(?:zu)?(?:letzte?[rs]? ?)?(?i:abruf|abgeruf|aufruf|aufgeruf|zugriff|accessed)))"
)
"""A line that names nothing but sites; the first of them stands for all."""
_URL_LABEL = re.compile(
    r"(?<![^\W\d_])(?:(?:Online(?:-Quelle|-Dokument|-Publikation)?|Im Internet|Internet|Web)[.:,]?\s*)?"
    r"(?:(?:zu finden |online )?(?:verfügbar|abrufbar|erhältlich|einsehbar|zugänglich"
    r"|einzusehen) (?:unter|über|auf|via)"
    r"|Available (?:from|at|online|online at)|Retrieved from|URL|DOI|Link|Internetadresse|Quelle|unter|at|from"
    r"|von|Homepage)"
    r"[:;]?\s*(?=[<(]?\x1e)|(?<![^\W\d_])(?:Online(?:-Quelle|-Dokument)?|Im Internet|Internet"
    r"|Online)[.:,]?\s*(?=[<(]?\x1e)",
    re.IGNORECASE,
)
_LABEL_LENGTH = 70
ADDRESS_SIGN = re.compile(r"://|www\.|\.(?:de|org|com|net|info|eu|uk|ch|at|gov|int|edu)")
_SIGN = re.compile(r"://|w(?i:ww\.)|W(?i:ww\.)|\.(?:de|org|com|net|info|eu|uk|ch|at|gov|int|edu)")
"""What every address has in it, in the line as it is printed."""
_SITE_LENGTH, _SCHEME_LENGTH = 200, 6
"""So far before the first of these signs an address may begin; what stands before is not searched."""
_LABEL_ENDS = (
    "adresse", "at", "auf", "doi", "dokument", "from", "homepage", "internet", "link", "online", "quelle", "unter",
    "url", "via", "von", "über",
)  # fmt: skip
"""How the words end that announce an address; what else stands before one is not searched for them."""
_DOI_IN_URL = re.compile(r"/(10\.\d{4,9}/[^\s?#]+)")
_AFTER_DOI = re.compile(
    r"(?:/(?:full|abstract|pdf|epdf|epub|html|summary|references|meta))+(?:/.*)?$|\.(?:pdf|html?|full)$"
)
_MANY = 60


def without_labels(text: str) -> str:
    """Return the text without the words that announce what was taken out ("Available from: "); they end at a BREAK."""
    *pieces, end = text.split(BREAK)
    return "".join([*map(_without_label, pieces), end])


def _without_label(piece: str) -> str:
    """Return what stands before a BREAK, and the BREAK, without the words at its end that announce what was there."""
    before, last = piece[:-_LABEL_LENGTH], piece[-_LABEL_LENGTH:]
    if last.rstrip("(<").rstrip().rstrip(".,:;").lower().endswith(_LABEL_ENDS):
        return before + _URL_LABEL.sub("", last + BREAK)
    return f"{piece}{BREAK}"


def take_addresses(peeled: Peeled) -> None:
    """Take the addresses out of a line; the first page of one is kept, and a DOI that stands in one."""
    start = 0
    while sign := _SIGN.search(peeled.text, start):
        before = _SCHEME_LENGTH if sign.group() == "://" else _SITE_LENGTH
        hit = _URL.search(peeled.text, max(start, sign.start() - before))
        if hit is None:
            break
        start = hit.start()
        url = hit.group().strip("<>")
        while url and (url[-1] in ".,;:'\"“”]" or (url[-1] == ")" and url.count(")") > url.count("("))):
            url = url[:-1]
        if "_(" in url and ")" not in url:
            url = url[: url.index("_(")].rstrip("_")
        end = hit.start() + hit.group().index(url) + len(url) if url else hit.end()
        end += len(peeled.text[end:]) - len(peeled.text[end:].lstrip("_(")) if peeled.text[end : end + 2] == "_(" else 0
        end += hit.group().startswith("<") and peeled.text.startswith(">", end)
        is_doi = "doi.org/10." in url
        peeled.doi = peeled.doi or _linked_doi(url)
        if not peeled.url or ("doi.org/" in peeled.url and not is_doi):
            peeled.url = url
        peeled.take(hit.start(), end)
        if peeled.text.count(BREAK) > _MANY:
            break
    if peeled.url:
        return
    alone = _SITES_ALONE.match(peeled.text)
    if alone:
        peeled.url = alone["first"]
        peeled.take(0, alone.end())
        return
    site = _SITE.search(peeled.text)
    if site:
        peeled.url = site.group().rpartition(" ")[2]
        peeled.take(site.start(), site.end())


def _linked_doi(url: str) -> str:
    """Return the DOI that an address carries in its path ("link.springer.com/article/10.1007/..."), "" for none."""
    hit = _DOI_IN_URL.search(url) if "/10." in url else None
    return trim_doi(_AFTER_DOI.sub("", hit.group(1))) if hit else ""
