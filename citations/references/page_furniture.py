"""What a page prints around a reference and no field holds: links behind it, mail addresses, the site before its part.

Takes it out of a line; nothing here reads a field.
"""

import re

from citations.references.cleaning import BREAK
from citations.references.signs import has_any

_REPLACES = re.compile(
    r"\((?:supersedes|replaces|ersetzt|löst ab|Vorgänger"
    r"|erratum in)[^()]*(?:\([^()]*\)[^()]*)*\)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\s?(?:Cross-?Ref|Pub ?Med(?: ?Central)?|Google Scholar|Web of Science|View Article|Full ?text)(?=$|[A-Z\]\s.])"
    r"|\s?\[(?i:Crossref|PubMed|Google Scholar|Free Full Text|DOI|Medline|Internet|Preprint|Online"
    r"|Web of Science|ISI)\]"
    r"|,? ?\((?:freier Volltext|englisch|PDF[;,])[^()]{0,60}\)"
    r"|\((?:Open Access|Volltext|PDF|kostenfrei)\)|[·;,] Online publiziert:? [^;]*$"
    r"|(?<=[.;,] )(?:Open Access|advance online publication|e-?pub ahead of print|Published online"
    r"|(?:[Oo]nline|[Pp]ublished|[Pp]rint) ahead of print"
    r"|Epub)[^.;]*(?:[.;]|$)"
    r"|[.,]? \(?(?:[Ii]n press|im Druck|[Oo]nline first)\)?(?=[.;]|$)|(?<=\. )Preprint (?:at|on) (?=[A-Za-z])"
    r"| ?[\[(](?:Epub|Online) ahead of print[\])]|\bpii: ?(?!e?\d{3,8}\b)[\w()-]+\.?|(?<=[.;,] )Licen[cs]e: CC[^;]*$"
)
_LINKS = re.compile(
    r"(?<=[\w.;,)\]])(?:(?!\.(?-i:[a-z]))[ .;,|·]{1,6}[\[(]?(?:Cross-?Ref|Medline|Pub ?Med(?: Central)?|Google Scholar"
    r"|Web of Science|Scopus"
    r"|CAS|ISI|(?:PMC )?(?:FREE )?(?:PMC )?(?:Full[- ]?text|Article)|Volltext|Abstract|Link|PDF"
    r"|DOI)[\])]?){1,8}[ .]{0,3}$",
    re.IGNORECASE,
)
_LINKS_LENGTH = 120
_BARE_LINK = re.compile(r"(?<=[.“”\"»)!?]) Link\.?$")
_BARE_LINKS = (" link", " link.")
"""The word that a page sets its address behind, at the end of a line."""
_LINK_SIGNS = ("crossref", "cross-ref", "medline", "pubmed", "pub med", "scholar", "web of", "full", "volltext")
_OTHER_LINK_SIGNS = ("(link", "[link", "scopus")
"""Without one of these the last words of a line ("Article", "PDF") may be its title's."""
_QUOTED_SIGNS = (" „", ' "', " “", " »")
_SORT_SIGNS = (
    "artikel", "beitrag", "seite", "eintrag", "kapitel", "aufsatz", "video", "podcast", "meldung", "interview",
    "stichwort", "lemma", "article", "chapter", "entry", "blog post",
)  # fmt: skip
_SORT_OF_PART = re.compile(
    r"(?:^|(?<=[.:,] )|(?<=[–—|] ))(?:(?:Online-|Fach-?|Zeitungs-?|Blog-?|Lexikon-?|Themen-?)?(?:[Aa]rtikel|[Bb]eitrag"
    r"|[Ss]eite|[Ee]intrag)|Kapitel|Aufsatz|Video|Podcast(?:folge)?|Meldung|Interview|Stichwort|Lemma|Article|Chapter"
    r"|Entry|Blog post):? (?=[„“\"»])"
)
"""What a quoted title is ("Artikel „...“", "Kapitel „...“"), before it."""
LINKED = frozenset(
    (
        "Online lesen", "Online ansehen", "Read online", "Read more", "Zum Artikel", "Zum Beitrag", "Zur Seite",
        "Zur Website", "Weiterlesen", "Mehr lesen", "Mehr erfahren",
    )
)  # fmt: skip
"""The words of a link that stands below a reference in a line of its own."""
_MAIL = re.compile(
    r"[.,;]? ?(?:Electronic address|E-?mail(?:-Adresse)?|Korrespondenz): ?[\w.+-]{1,60}@[\w-]+(?:\.[\w-]+){1,4}",
    re.IGNORECASE,
)
_PART_OF_SITE = re.compile(
    r"(?<=\[Internet\]\. )[A-ZÄÖÜ][^.:;()]{1,40}(?: \([^()]{2,20}\))?: [^.:;]{2,100}; (?:c|©|\[)?(?:19"
    r"|20)\d\d\]?[-–]?\. (?=[A-ZÄÖÜ])"
)
"""Place, publisher and year of a whole site, before the title and the year of the part that is meant."""
_ISSUED = re.compile(
    r"\((?:veröffentlicht|erschienen|Veröffentlichung|Veröffentlichungsdatum:?|published)(?: am| im| in| on)? "
    r"[^()]{0,16}\b(?P<year>(?:19|20)\d\d)\)"
)
"""The month in which a document appeared; it is no Stand of it."""
_ISSUED_SIGNS = ("(ver", "(ersch", "(publ", "(Ver")
_FURNITURE_SIGNS = (
    "cross", "pub", "scholar", "web of", "view a", "full", "medline", "open acc", "volltext", "pii:", ": cc",
    "online publ", "advance onl", "in press", "preprint", "im druck", "online first",
    "ahead of print",
)  # fmt: skip
"""One of them stands in all of the furniture and of the links but for those in brackets."""
_IN_BRACKETS = ("(pdf", "(kostenf", "(freier", "(englisch", "[doi]", "[internet]", "[isi]", "[online]")


def without_furniture(text: str, low: str) -> str:
    """Return a line without what belongs to its page; ``low`` is the line in small letters."""
    if "(" in text:
        text = _REPLACES.sub(BREAK, text)
        text = _ISSUED.sub(r"(\g<year>)", text) if has_any(_ISSUED_SIGNS, text) else text
    if has_any(_QUOTED_SIGNS, text) and has_any(_SORT_SIGNS, low):
        text = _SORT_OF_PART.sub("", text)
    if "@" in text:
        text = _MAIL.sub("", text)
    if "[internet]. " in low:
        text = _PART_OF_SITE.sub("", text)
    furnished = has_any(_FURNITURE_SIGNS, low)
    if furnished or (("(" in low or "[" in low) and has_any(_IN_BRACKETS, low)):
        text = _FURNITURE.sub(" ", text)
    tail = low[-_LINKS_LENGTH:]
    text = _BARE_LINK.sub("", text) if tail.endswith(_BARE_LINKS) else text
    linked = (furnished and has_any(_LINK_SIGNS, tail)) or has_any(_OTHER_LINK_SIGNS, tail)
    return _without_links(text) if linked or tail.rstrip(" .])").endswith(" doi") else text


def _without_links(text: str) -> str:
    """Return the text without the names of the links that a page prints behind it ("CrossRef MEDLINE")."""
    links = _LINKS.search(text, max(0, len(text) - _LINKS_LENGTH))
    return text[: links.start()] if links else text
