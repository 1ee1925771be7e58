"""The other houses of the stock: patient versions, Onkopedia, Cochrane, ESMO, medicines."""

from datetime import date
from itertools import count
from random import Random

from tests.flows.ten_years.script import BEGIN, END, LONG, Scripted, days
from tests.registries.crossref import notice

_BEFORE = date(2016, 1, 1)
_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
_INHERITED = ("superseded_minor", "superseded_major")
_SERIOUS = date(2019, 7, 1)
"""Since then a Cochrane review is withdrawn for serious reasons only; before, its words must be read (domain 1.4)."""


def word(number: int) -> str:
    """Return a made-up name of its own for each number, without a digit that could be read as an edition."""
    return "".join(f"{'bdfgklmnprst'[number // 12**place % 12]}{'aeiou'[place]}" for place in range(4))


def patient_story(number: int, guideline: Scripted) -> Scripted:
    """Return the patient version of a guideline, to which happens what happens to the guideline (invariant 7)."""
    source = Scripted(
        "patient", f"{guideline.name}-patient", guideline.heading,
        f"Patientenleitlinie „Thema {number}“, Leitlinienprogramm Onkologie, 1. Auflage, Juni 2016.",
        key=f"patient-guideline:thema-{number}", parent=guideline,
    )  # fmt: skip
    source.expected = [one for one in guideline.expected if one.reason in _INHERITED]
    return source


def onkopedia_story(number: int, chance: Random) -> Scripted:
    """Return a guideline of Onkopedia: another text, another Stand, another address; one is cited from the archive."""
    title, slug, named = f"Krankheit {word(number).capitalize()}", f"krankheit-{word(number)}", count(2)
    archived = f"{slug}/version-20160601T101112" if number % 4 == 1 else ""
    where = f"archive/guidelines/{archived}" if archived else f"guidelines/{slug}"
    source = Scripted("onkopedia", slug, "Leitlinien", (
        f"DGHO: Onkopedia Leitlinie {title}. Stand: Mai 2016. https://www.onkopedia.com/de/onkopedia/{where}"
        "/@@guideline/html/index.html (aufgerufen am 14.11.2016)."
    ), key=f"onkopedia:{slug}")  # fmt: skip
    told = {"title": title, "stand": "Mai 2016", "text": "Erste Fassung des Textes."}
    if archived:
        source.says.append((_BEFORE, "onkopedia:" + archived, dict(told)))
        source.flag("superseded_major", BEGIN, "onkopedia")
        return source
    source.says.append((_BEFORE, "onkopedia:" + slug, dict(told)))
    plan = ["new_text", "new_stand", "moved_slug", "renamed", "unlisted", "new_text", "new_stand"]
    chance.shuffle(plan)
    for day, what in zip(days(chance, END), plan, strict=False):
        source.happened.append(what)
        if what == "unlisted":
            source.says += [(day, "onkopedia:" + slug, None), (day + LONG, "onkopedia:" + slug, dict(told))]
            continue
        if what in ("moved_slug", "renamed"):
            old, slug = slug, f"{source.name}-{'abcdefg'[next(named) - 2]}"
            source.says.append((day, "onkopedia:" + old, {"moved": slug} if what == "moved_slug" else None))
        else:
            told["text"] = f"Fassung vom {day:%d.%m.%Y}."
        if what == "new_stand":
            told["stand"] = f"{_MONTHS[day.month - 1]} {day.year}"
            source.flag("superseded_major", day, "onkopedia")
        if what == "new_text":
            source.flag("content_changed", day, "onkopedia")
        source.says.append((day, "onkopedia:" + slug, dict(told)))
    return source


def cochrane_story(number: int, chance: Random) -> Scripted:
    """Return a Cochrane review: an erratum, newer versions, and at the end perhaps a withdrawal."""
    review, pub = f"CD1{number:05d}", 2
    title = f"{word(number).capitalize()} for pain in adults"
    first = f"10.1002/14651858.{review}.pub{pub}".lower()
    source = Scripted("cochrane", review, "Fachartikel", (
        f"Miller A, Smith B. {title}. Cochrane Database Syst Rev. 2015;(2):{review}. "
        f"doi: 10.1002/14651858.{review}.pub2."
    ), key=f"cochrane:{review}", marks=[str(600_000 + 20 * number + place) for place in range(10)])  # fmt: skip

    def appear(day: date, told: str) -> str:
        """Let a version appear at doi.org, Crossref and PubMed; return its DOI."""
        doi = f"10.1002/14651858.{review}.pub{pub}".lower()
        parts = [day.year, day.month, day.day]
        source.says.append((day, "doi:" + doi, {"url": f"https://reviews.example/{doi}"}))
        source.says.append((day, "crossref:" + doi, {"title": [told], "issued": {"date-parts": [parts]}}))
        record = {
            "title": told,
            "doi": doi,
            "pages": review,
            "date": f"{day:%Y %b %d}",
            "iso": "Cochrane Database Syst Rev",
        }
        source.says.append((day, f"pubmed:{source.marks[pub - 2]}", record))
        return doi

    appear(date(2015, 2, 1), title)
    plan = ["updated", "erratum", "updated"] + (["review_withdrawn"] if number % 2 == 0 else [])
    for day, what in zip([one for place, one in enumerate(days(chance, END)) if place % 3 == 1], plan, strict=False):
        source.happened.append(what)
        if what == "erratum":
            work = {"title": [title], "updated-by": [notice("erratum", f"{first}n1", day.isoformat())]}
            source.says.append((day, "crossref:" + first, work | {"issued": {"date-parts": [[2015, 2, 1]]}}))
            source.flag("corrected", day, "crossref")
            continue
        pub += 1
        appear(day, title if what == "updated" else f"WITHDRAWN: {title}")
        if what == "updated":
            source.flag("superseded_major", day, "cochrane")
        else:
            source.flag("withdrawn" if day >= _SERIOUS else "corrected", day, "cochrane")
    return source


def esmo_story(number: int, chance: Random) -> Scripted:
    """Return a guideline of ESMO: later ones are candidates and open nothing, a correction opens its flag."""
    subject, doi = f"{word(number).capitalize()} tumours", f"10.1093/annonc/mdu9{number:04d}"
    title = f"{subject}: ESMO Clinical Practice Guidelines for diagnosis, treatment and follow-up"
    source = Scripted("esmo", doi, "Leitlinien", (
        f"Gronchi A, Miah AB. {title}. Ann Oncol. 2014;25({number + 1}):iii102-12. doi: {doi}."
    ))  # fmt: skip
    work: dict[str, object] = {"title": [title], "ISSN": ["0923-7534"], "issued": {"date-parts": [[2014, 9]]}}
    source.says += [
        (_BEFORE, "crossref:" + doi, work),
        (_BEFORE, "doi:" + doi, {"url": f"https://journal.example/{doi}"}),
    ]
    plan = ["candidate", "correction", "candidate"]
    for day, what in zip([one for place, one in enumerate(days(chance, END)) if place % 3 == 0], plan, strict=False):
        source.happened.append(what)
        if what == "correction":
            row = notice("correction", f"{doi}n1", day.isoformat())
            source.says.append((day, "crossref:" + doi, work | {"updated-by": [row]}))
            source.flag("corrected", day, "crossref")
        else:
            issued = {"date-parts": [[day.year, day.month]]}
            later = {"title": [f"{subject}: ESMO Clinical Practice Guideline"], "ISSN": ["0923-7534"], "issued": issued}
            source.says.append((day, f"crossref:10.1016/j.annonc.{day.year}.{day.month:02d}.9{number:04d}", later))
    return source


def medicine_story(number: int, chance: Random) -> Scripted:
    """Return a label: letters of two houses, a decision on its benefit, and at the end its approval is gone."""
    substance = f"{word(number)}mab"
    product = f"{word(number)[::-1].capitalize()}ex"
    source = Scripted(
        "medicine", f"fachinformation-{substance}", "Arzneimittel",
        f"Muster AG: Fachinformation {substance.capitalize()} 20 mg. Stand 05/2016 (aufgerufen am 14.11.2016).",
        key=f"title:fachinformation-{substance}-20-mg-muster-ag", substance=substance,
    )  # fmt: skip
    row = {"name_of_medicine": product, "active_substance": substance, "last_updated_date": "01/02/2016"}
    source.says.append((_BEFORE, f"ema:EMEA/H/C/{number:06d}", row))
    source.says += [
        (_BEFORE, "bfarm:2015/rhb-anderes.html", _letter("Anderesin", _BEFORE)),
        (_BEFORE, "gba:2015-01-01-D-001", _decision("anderesin", _BEFORE)),
    ]
    plan = ["letter_ema", "letter_bfarm", "benefit", "letter_bfarm", "benefit", "letter_ema"]
    chance.shuffle(plan)
    for day, what in zip(days(chance, END), [*plan, "approval_gone"], strict=False):
        source.happened.append(what)
        if what == "letter_ema":
            letter = {
                "name_of_medicine": product,
                "active_substances": substance,
                "dissemination_date": f"{day:%d/%m/%Y}",
            }
            source.says.append((day, f"ema:dhpc/{substance}-{day:%Y%m}", letter))
            source.flag("contradicted", day, "ema")
        elif what == "letter_bfarm":
            source.says.append((day, f"bfarm:{day:%Y}/rhb-{substance}-{day:%m}.html", _letter(substance, day)))
            source.flag("contradicted", day, "bfarm")
        elif what == "benefit":
            source.says.append((day, f"gba:{day:%Y-%m-%d}-D-{number:03d}", _decision(substance, day)))
            source.flag("corrected", day, "gba")
        else:
            source.says.append((day, f"ema:EMEA/H/C/{number:06d}", row | {"medicine_status": "Withdrawn"}))
            source.flag("withdrawn", day, "ema")
    return source


def _letter(substance: str, day: date) -> dict[str, object]:
    return {"title": f"Rote-Hand-Brief zu {substance.capitalize()}: Risiko", "on": f"{day:%a, %d %b %Y} 09:00:00 +0100"}


def _decision(substance: str, day: date) -> dict[str, object]:
    return {
        "product": "Produkt",
        "substances": [substance.capitalize()],
        "on": day.isoformat(),
        "indication": "Schmerz",
    }
