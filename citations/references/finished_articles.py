"""What the parts of an article make of it: its kind, and what a guideline's title says of class, bodies and version."""

import re
from dataclasses import replace

from citations.records import Reference
from citations.references.article_kind import kind_of_article, makes_guidelines
from citations.references.bodies import looks_like_body, split_bodies
from citations.references.cleaning import BREAK
from citations.references.editions import leading_year, read_edition
from citations.references.guideline_bodies import bodies_around, once
from citations.references.guideline_brackets import cut_bodies
from citations.references.guideline_words import ADJECTIVES
from citations.references.heads import head
from citations.references.journal_guideline import cut_imprint
from citations.references.journals import is_bulletin, is_journal
from citations.references.lines import Peeled
from citations.references.locators import Tail
from citations.references.segments import trim, unquoted
from citations.references.title_bodies import bodies_in_title

_CLASS = re.compile(
    r"\b(?P<a>S1|S2e|S2k|S2|S3)[- ](?:Leitlin(?:ie|e)|guidelines?)\b[:,]?\s*"
    r"|\bLeitlin(?:ie|e)(?: der (?:Qualität|Qualitätsstufe|Entwicklungsstufe|Stufe|Klasse))?"
    r" \(?(?:(?:Entwicklungsstufe|Stufe|Klasse|Qualität):? )?(?P<b>S1|S2e|S2k|S2|S3)(?![\w-])\)?[:,]?\s*",
    re.IGNORECASE,
)
YEAR_AT_END = re.compile(r" \((?P<y>(?:19|20)\d\d)\)?$")
"""The year in brackets that a title or a journal's name ends with; the last bracket may be cut off."""
AROUND = f" \t\n.;,|/·–—{BREAK}"
_OF = re.compile(r"(?:der|des) (?P<who>[^:]{3,400}?) (?=(?:zur|zum|zu) [A-ZÄÖÜ])")
_JOINTLY = re.compile(r"(?:der|des) (?P<who>[^:]{3,400}?): (?=[A-ZÄÖÜ])")
_OF_ONLY = re.compile(r"(?:der|des) (?P<who>[^:]{3,400})")
_LAST_WORDS = re.compile(
    r"(?:(?:^|(?<=[.:–-] ))(?:Die|Eine|Interdisziplinäre|Evidenzbasierte|Aktualisierte|Gemeinsame|Deutsche|Neue"
    r"|Überarbeitete"
    r"|Konsensbasierte|Evidenz- und konsensbasierte|Kurzfassung der|Zusammenfassung der|interdisziplinäre[nrs]?)?\s*)+$"
)
_PREPOSITION = re.compile(r"^(?:zur|zum|zu) (?=[„“»\"A-ZÄÖÜ])|^(?:on|for) (?:the )?(?=\w)")
_WITH = re.compile(
    r",? (?:in (?:Kooperation|Zusammenarbeit|Abstimmung)|gemeinsam) mit (?:der|dem|den) |,? und (?:der|des|dem) "
    r"|, (?:der|des|dem) |,? sowie (?:der|des|dem) "
)
_OWN_SOCIETY = re.compile(
    r" [–—-] (?:S[123][ek]?[- ])?Leitlinie der (?P<who>.{5,200}?)(?: [–—-] (?:[^\W\d_]+ )?(?:19"
    r"|20)\d\d)?(?: [–—-] AWMF.*)?$"
)
_LABEL = re.compile(r"^Leitlinien?: (?=[A-ZÄÖÜ„])")


def class_of(text: str) -> re.Match[str] | None:
    """Return the label in a text that names the class of a guideline ("S3-Leitlinie"), None where none stands."""
    low = text.lower()
    return _CLASS.search(text) if "s1" in low or "s2" in low or "s3" in low else None


def _unlabelled(reference: Reference, before: str, after: str) -> tuple[Reference, str]:
    """Return reference and title without the words around a class label: "Aktualisierte ... der Gesellschaft X zur"."""
    of = _OF.match(after)
    if of and looks_like_body(of["who"]):
        bodies = split_bodies(re.sub(r" und (?:der|des) (?=[A-ZÄÖÜ])", ", ", of["who"]))
        reference = replace(reference, organisations=(*reference.organisations, *bodies))
        after = after[of.end() :]
    own = _OF_ONLY.fullmatch(after)
    if own and trim(before) and looks_like_body(_WITH.split(own["who"])[0]):
        bodies = split_bodies(_WITH.sub(", ", own["who"]))
        title = _LAST_WORDS.sub("", before)
        return replace(reference, organisations=(*reference.organisations, *bodies)), trim(title.rstrip(" .:–-"))
    joint = _JOINTLY.match(after)
    if joint and looks_like_body(_WITH.split(joint["who"])[0]):
        bodies = split_bodies(_WITH.sub(", ", joint["who"]))
        reference = replace(reference, organisations=(*reference.organisations, *bodies))
        after = after[joint.end() :]
    after = unquoted(_PREPOSITION.sub("", trim(after)))
    dated = _OWN_SOCIETY.search(after)
    if dated and looks_like_body(dated["who"]):
        reference = replace(reference, organisations=(*reference.organisations, *split_bodies(dated["who"])))
        after = after[: dated.start()]
    after, named = bodies_around(after)
    reference = replace(reference, organisations=(*reference.organisations, *named))
    kept = "" if not trim(before) or ADJECTIVES.fullmatch(trim(before)) else before
    return reference, trim(kept + after) or trim(before)


def _with_version(reference: Reference, title: str) -> tuple[Reference, str]:
    """Return reference and title with the version taken out of it that a guideline names when a journal prints it."""
    edition = read_edition(title, months=False)
    if not edition.version:
        return reference, title
    topic = unquoted(trim(edition.text.replace(f"({BREAK})", BREAK).strip(AROUND + "–—-(")))
    whole = bool(topic) and BREAK not in topic
    return (
        (replace(reference, version=edition.version, edition_form=edition.form), topic) if whole else (reference, title)
    )


def finished(reference: Reference, peeled: Peeled, tail: Tail, names: tuple[str, str]) -> Reference:
    """Return the article of its people, its tail and its title and journal (``names``), with the kind they tell."""
    title, journal = (" ".join(name.replace(BREAK, " ").split()) if BREAK in name else name for name in names)
    reference, journal = _led(reference, journal)
    kind = "guideline" if peeled.number else reference.kind or kind_of_article(title, journal)
    bodies = reference.organisations
    named = bool(bodies) and not reference.authors and _OF_SOCIETY.search(title) is not None
    if kind == "journal-article" and (named or any(makes_guidelines(body.name) for body in bodies)):
        kind = "guideline"
    weekly = is_bulletin(journal)
    if kind == "journal-article" and weekly:
        kind = "report"  # what an institute prints in its own bulletin is its report, whoever signs it
    title = _SORT_BEHIND.sub("", _LABEL.sub("", title))
    title = title[1:-1] if _TRANSLATED.fullmatch(title) else title
    imprint = cut_imprint(title)
    if imprint:
        kind, title = "guideline", imprint.title
        bodies = (*reference.organisations, *imprint.organisations)
        reference = replace(reference, organisations=bodies, stand=imprint.stand, guideline_class=imprint.sort)
    if kind == "guideline":
        reference, title = _as_guideline(reference, title)
    weekly = weekly and not tail.issue
    return replace(
        reference,
        kind=kind,
        title=title,
        container=journal,
        year=tail.year or reference.year or (leading_year(title) if kind == "guideline" else None),
        month=tail.month,
        volume="" if weekly else tail.volume,
        issue=tail.volume if weekly else tail.issue,
        pages=tail.pages,
        doi=peeled.doi,
        pmid=peeled.pmid,
        url=peeled.url,
        accessed=peeled.accessed,
        stand=peeled.stand or reference.stand,
        awmf_number=peeled.number,
    )


_SORT_BEHIND = re.compile(
    r"\.? [(\[](?:[Ee]ditorial|[Ll]etter|[Cc]omment(?:ary)?|[Rr]eview|[Aa]bstract"
    r"|(?:[Aa]rticle )?in (?:German|English|French)"
    r"|Leitartikel|Leserbrief|Kommentar|Übersicht(?:sarbeit|sartikel)?|Originalarbeit|Fallbericht|Kasuistik)[)\]]$"
)
"""What sort of article it is, as lists remark behind a title."""
_OF_SOCIETY = re.compile(r"(?:[Cc]riteria|[Cc]onsensus|[Pp]osition (?:[Pp]aper|[Ss]tatement))\b")
"""What a society that signs as author recommends under other names."""
_TRANSLATED = re.compile(r"\[[^\[\]]+\]")
"""A translated title, as PubMed marks it."""


def _led(reference: Reference, journal: str) -> tuple[Reference, str]:
    """Return reference and journal without the people before the journal of an article without a title."""
    if " et al" not in journal or reference.authors:
        return reference, journal
    lead, name = head(journal)
    if not (lead.authors and is_journal(trim(name))):
        return reference, journal
    return replace(reference, authors=lead.authors, et_al=True), trim(name)


def _as_guideline(reference: Reference, title: str) -> tuple[Reference, str]:
    """Return reference and title of a guideline with class, bodies and version taken out of the title."""
    title, bracketed = cut_bodies(title)
    label = class_of(title)
    organisations = (*reference.organisations, *bracketed)
    sort = (label["a"] or label["b"]) if label else reference.guideline_class
    reference = replace(reference, organisations=organisations, guideline_class=sort)
    if label:
        reference, title = _unlabelled(reference, title[: label.start()], title[label.end() :])
    if label or "Version" in title:
        reference, title = _with_version(reference, title)
    known = {sign for body in reference.organisations for sign in (body.name, *body.bracket)}
    group = reference.group_author.lower()  # a committee of the society that its label names in capitals
    inside = (body for body in bodies_in_title(title) if body.name not in known)
    named = [body for body in inside if " " not in body.name or not group.startswith(body.name.lower())]
    reference = replace(reference, organisations=tuple(once([*reference.organisations, *named])))
    return reference, re.sub(r"\s*\[[^\]]*\([A-Z]+\)\]$", "", title)
