"""The house-style printer (domain 4.1): a Reference back to the bytes of its line, or to a proper line where none was.

Reads nothing; wording and punctuation of the house stand here and nowhere else.
"""

import re
from dataclasses import dataclass, replace

from citations.records import Organisation, Reference
from citations.references.numbers import read_register_number
from citations.references.printed_dates import NLM_MONTHS

_NAME_PARTS = re.compile(r"[\s.\-\u2010\u2011]+")
_RANK = re.compile(r"Jr|Sr|I{2,3}|IV|2nd|3rd")
_MONTH_PARTS = 2
_DAY_PARTS = 3


@dataclass(frozen=True, slots=True)
class ArticleStyle:
    """The parameters in which the three article styles differ (domain 4.1, table)."""

    authors_end: str
    journal_end: str
    after_semicolon: str
    after_colon: str


ARTICLE_STYLES = {
    "nlm": ArticleStyle(".", ".", "", ""),
    "nlm-spaced": ArticleStyle(".", ".", " ", ""),
    "vancouver-colon": ArticleStyle(":", "", " ", " "),
}
STYLES = ("guideline", *ARTICLE_STYLES, "book")


def print_line(reference: Reference, *, accessed: str | None = None) -> str | None:
    """Return the line in the style the reference was printed in, None where it has none (domain 4.1).

    ``accessed`` (ISO day) replaces the printed access date, for the renewed list; styles without one ignore it.
    """
    if accessed is not None:
        reference = replace(reference, accessed=accessed)
    return _printed(reference, reference.style)


def _printed(reference: Reference, style: str) -> str | None:
    if style == "guideline":
        return _guideline(reference)
    if style in ARTICLE_STYLES:
        return _article(reference, ARTICLE_STYLES[style])
    return _book(reference) if style == "book" else None


def style_of(reference: Reference, line: str) -> str:
    """Return the style in which a reference of this kind prints to exactly this line, "" where none does (4.1)."""
    return next((style for style in candidate_styles(reference) if _printed(reference, style) == line), "")


def default_style(reference: Reference) -> str:
    """Return the style for a reference without one: by its kind, ``plain`` where the house has no form of its own."""
    in_journal = bool(reference.container and (reference.volume or reference.pages or reference.authors))
    if reference.kind in ("guideline", "patient-guideline"):
        return "nlm" if in_journal and reference.container != "Onkopedia" else "guideline"
    if reference.kind in ("journal-article", "systematic-review"):
        return "nlm"
    if reference.kind == "book" and reference.place and reference.publisher:
        return "book"
    return "plain"


def candidate_styles(reference: Reference) -> tuple[str, ...]:
    """Return the styles in which a reference of this kind may have been printed."""
    style = default_style(reference)
    if style == "nlm":
        return tuple(ARTICLE_STYLES)
    return () if style == "plain" else (style,)


def print_reference(reference: Reference, accessed: str | None = None) -> str:
    """Return a house-style line for any reference, with ``accessed`` (ISO day) in place of its access date if given.

    Stand and access are printed for guidelines and for what lives on the web, never for articles and books
    (domain 4.1, further rules).
    """
    if accessed is not None:
        reference = replace(reference, accessed=accessed)
    if reference.style:
        return print_line(reference) or _plain(reference)
    reference = _in_house_form(reference)
    line = print_line(replace(reference, style=default_style(reference)))
    return (_plain(reference) if line is None else line).replace("?. ", "? ").replace("!. ", "! ").replace(".. ", ". ")


def _in_house_form(reference: Reference) -> Reference:
    """Return a reference that was printed elsewhere with its number in the house's form and nothing said twice."""
    number = read_register_number(reference.awmf_number) if reference.awmf_number else None
    bodies = tuple(body for body in reference.organisations if body.name not in reference.title)
    dated = reference.version == str(reference.year)
    return replace(
        reference,
        authors=tuple(map(initialed, reference.authors)),
        awmf_number=number.printed if number else reference.awmf_number,
        organisations=bodies if reference.kind == "guideline" else reference.organisations,
        version="" if dated else reference.version,
    )


def initialed(author: str) -> str:
    """Return a person stored as "Müller, Anna Maria" as the house prints people: "Müller AM" (domain 4.1).

    A particle behind the given name goes before the family, "Jr" and the like behind the letters, as NLM has it.
    """
    family, comma, given = author.partition(",")
    parts = _NAME_PARTS.split(given.strip())
    ranks = [part for part in parts if _RANK.fullmatch(part)]
    letters = "".join(part[0] for part in parts if part[:1].isupper() and part not in ranks)
    particles = [part for part in parts if part[:1].islower() and part not in ranks]
    if not comma or not letters:
        return author
    return " ".join([*particles, family.strip(), letters, *ranks])


def organisation_text(organisation: Organisation) -> str:
    """Return the organisation with what stood in brackets behind it."""
    bracket = f" ({', '.join(organisation.bracket)})" if organisation.bracket else ""
    return organisation.name + bracket


def german_day(iso: str) -> str:
    """Return a partial ISO date in German order: 04.03.2025, 06/2022, 2019."""
    parts = iso.split("-")
    if len(parts) == _DAY_PARTS:
        return f"{parts[2]}.{parts[1]}.{parts[0]}"
    return f"{parts[1]}/{parts[0]}" if len(parts) == _MONTH_PARTS else iso


def _stand_month(iso: str) -> str:
    """Return the Stand as the house prints it: month and year, never the day (domain 4.1)."""
    return german_day("-".join(iso.split("-")[:_MONTH_PARTS]))


def dates_bracket(stand: str, accessed: str) -> str:
    """Return "(Stand 06/2022, aufgerufen am 04.03.2025)", with what is known of both (4.1, extension)."""
    parts = [f"Stand {stand}"] if stand else []
    parts += [f"aufgerufen am {german_day(accessed)}"] if accessed else []
    return f"({', '.join(parts)})" if parts else ""


def class_label(reference: Reference) -> str:
    """Return the words before a guideline's topic: "S3-Leitlinie ", "Onkopedia-Leitlinie ", "Patientenleitlinie "."""
    if reference.container == "Onkopedia":
        return "Onkopedia-Leitlinie "
    if reference.guideline_class:
        return f"{reference.guideline_class}-Leitlinie "
    return "Patientenleitlinie " if reference.kind == "patient-guideline" else ""


def _guideline(reference: Reference) -> str:
    head = ", ".join(map(organisation_text, reference.organisations)) or ", ".join(reference.authors)
    pieces = [class_label(reference) + reference.title, reference.edition_form, reference.version]
    pieces.append(str(reference.year) if reference.year else "")
    pieces.append(f"AWMF-Registernummer: {reference.awmf_number}" if reference.awmf_number else "")
    body = ", ".join(piece for piece in pieces if piece)
    dates = dates_bracket(_stand_month(reference.stand) if reference.stand else "", reference.accessed)
    return (f"{head}: " if head else "") + body + (f" {dates}" if dates else "") + "."


def _authors(reference: Reference) -> str:
    people = ", ".join(reference.authors) + (" et al" if reference.et_al else "")
    groups = [reference.group_author] if reference.group_author else []
    groups += [organisation_text(organisation) for organisation in reference.organisations] if not people else []
    return "; ".join(part for part in (people, *groups) if part)


def _article(reference: Reference, style: ArticleStyle) -> str:
    authors = _authors(reference)
    title = reference.title + ("" if reference.title.endswith(("?", "!", ".")) or not reference.title else ".")
    date = str(reference.year) if reference.year else ""
    date += f" {NLM_MONTHS[reference.month - 1]}" if date and reference.month else ""
    where = reference.volume + (f"({reference.issue})" if reference.issue else "")
    where += f":{style.after_colon}{reference.pages}" if reference.pages else ""
    place = f"{date};{style.after_semicolon}{where}" if date and where else date or where
    parts = [f"{authors}{style.authors_end}" if authors else "", title]
    parts += [f"{reference.container}{style.journal_end}" if reference.container else ""]
    parts += [f"{place}." if place else "", f"doi: {reference.doi}." if reference.doi else ""]
    return " ".join(part for part in parts if part)


def ordinal(number: str) -> str:
    """Return "5th" for "5"; anything that is no plain number comes back as it is."""
    if not number.isdecimal():
        return number
    endings = {"1": "st", "2": "nd", "3": "rd"}
    teen = number[-2:-1] == "1"
    return number + ("th" if teen else endings.get(number[-1], "th"))


def _book(reference: Reference) -> str:
    author = ", ".join(map(organisation_text, reference.organisations)) or ", ".join(reference.authors)
    medium = f" [{reference.medium}]" if reference.medium else ""
    place = reference.place + (f" ({reference.country})" if reference.country else "")
    imprint = f"{place}: {reference.publisher}" if place else reference.publisher
    imprint += f"; {reference.year}" if reference.year else ""
    edition = f"{ordinal(reference.edition)} ed." if reference.edition else ""
    volume = f"vol. {reference.volume}" if reference.volume else ""
    tail = "; ".join(part for part in (edition, volume) if part)
    series = ", ".join(part for part in (reference.series, tail) if part)
    line = (f"{author}. " if author else "") + f"{reference.title}{medium}. {imprint}."
    return line + (f" ({series})." if series else "")


def _plain(reference: Reference) -> str:
    """Return the line of a kind that the seed has no form for: report, chapter, web page, drug information, law."""
    people = _authors(reference) or ", ".join(map(organisation_text, reference.organisations))
    title = class_label(reference) + reference.title if reference.kind.endswith("guideline") else reference.title
    inside = (
        f"In: {reference.container}" if reference.container and reference.kind == "chapter" else reference.container
    )
    edition = reference.edition or reference.version
    imprint = ": ".join(part for part in (reference.place, reference.publisher) if part)
    year = str(reference.year) if reference.year else ""
    pieces = [title, inside, f"{edition}. Auflage" if edition.isdecimal() else edition]
    pieces += ["; ".join(part for part in (imprint, year) if part)]
    pieces += [f"S. {reference.pages}" if reference.pages else "", f"ISBN {reference.isbn}" if reference.isbn else ""]
    pieces += [f"doi: {reference.doi}" if reference.doi else "", reference.url]
    body = ". ".join(piece.rstrip(".") for piece in pieces if piece)
    dated = reference.kind not in ("book", "chapter", "law")
    dates = dates_bracket(german_day(reference.stand) if reference.stand else "", reference.accessed) if dated else ""
    line = ": ".join(part for part in (people, body) if part)
    return line + (f" {dates}" if dates else "") + "."
