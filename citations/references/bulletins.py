"""An institute's bulletin or a numbered paper of its series, told by name and number: "RKI Epid Bull 37/2024".

The bulletin alone is what a list cites; an article in one is read with the journals, a paper with a title here.
"""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references import periodical
from citations.references.bodies import is_short_name, looks_like_body, split_bodies
from citations.references.cleaning import BREAK
from citations.references.editions import read_edition
from citations.references.lines import line_of
from citations.references.printed_dates import date_at
from citations.references.segments import segments, unquoted
from citations.references.signs import has_any

_ALONE = re.compile(
    r"(?:(?P<who>[A-ZÄÖÜ][^:,.;]{1,80}?)(?:[:,.]| [–—-])? )?"
    r"(?P<name>(?:Epid(?:emiol(?:ogisches|ogical|og)?)?\.? ?)?(?:Bulletin|Bull)\.?(?: zu[rm] [A-ZÄÖÜ]\w{3,40})?),?"
    r" (?:Nr\. ?|Ausgabe |No\. ?)?(?P<issue>\d{1,3}(?:[–-]\d{1,3})?)/(?P<year>(?:19|20)\d\d)"
    r"(?:(?:,| [–—-]) (?P<behind>[^:;,]{2,120}))?"
)
_NUMBERED = re.compile(
    r"(?P<series>(?P<who>[A-ZÄÖÜ][\w-]{1,9})[ -](?:Information|Regel|Vorschrift|Grundsatz|Technical Report(?: Series)?"
    r"|Publication|Merkblatt|Monographie|Working Paper|Discussion Paper|Policy Brief|Fact ?[Ss]heet|Factsheet"
    r"|Technical Brief|Schrift|Datenblatt|Report)"
    r"(?:,? (?:Nr|No)\.)? (?!(?:19|20)\d\d\b)[A-Z]{0,3}-?\d[\w./-]*\b)(?P<sep>[:,.]?| [–—-]) (?=[„“\"»A-ZÄÖÜ])"
)
"""A paper by its house, the sort and the number of it; the title stands behind a sign or in quotation marks."""
_SIGNS = ("nformation", "egel", "Vorschrift", "rundsatz", "Report", "Pub", "Merk", "Monog", "Paper", "Brief", "heet")
_REVISED = re.compile(
    r"(?:[;,.] |[.;]? \()(?:aktualisierte |korrigierte |überarbeitete |revidierte )?"
    r"(?:Version|Fassung) (?P<version>\d{1,2})"
    r",? vom (?=\d)"
)
"""Which printing of a piece is meant, behind its issue ("4/2025; aktualisierte Version 2 vom 14.01.2026")."""
_BEHIND_BODY = re.compile(r"[.:!?] (?:In: )?Epid(?:emiologisches|\.)? ?Bull")
"""The bulletin behind the title of what stands in it."""
_REMARK = re.compile(r" \((?:PDF|Website|online|Download)\)$")


def read(line: str) -> Reference | None:
    """Return the bulletin of a line that names nothing but one, or the numbered paper of a house; None for others."""
    peeled = line_of(line)
    text = peeled.text
    if "Bull" in text and "/" in text:
        alone = _ALONE.fullmatch(text.strip(f" .,;–—{BREAK}"))
        who = (alone["who"] or alone["behind"] or "") if alone else ""
        if alone and (not who or looks_like_body(who)):
            return Reference(
                "report",
                organisations=split_bodies(who),
                container=alone["name"],
                issue=alone["issue"],
                year=int(alone["year"]),
                accessed=peeled.accessed,
                doi=peeled.doi,
                url=peeled.url,
            )
    revised = _REVISED.search(text) if "Bull" in text and " vom " in text else None
    if revised:
        return _revised(line, revised)
    if "Epid" in text and "Bull" in text and _BEHIND_BODY.search(text):
        return _of_body(line)
    numbered = _NUMBERED.match(text) if has_any(_SIGNS, text) else None
    return _paper(line, numbered) if numbered and is_short_name(numbered["who"]) else None


def _revised(line: str, clause: re.Match[str]) -> Reference | None:
    """Return what stands in a bulletin of which the line says that it was printed anew, None for anything else."""
    before, _, behind = line.partition(clause.group())
    date = date_at(behind, 0)
    if date is None:
        return None
    plain = f"{before}.{behind[date.end :].removeprefix(')')}"
    article = _of_body(plain) or periodical.read_weak(plain)
    if article is None or "Bull" not in article.container:
        return None
    return replace(article, version=clause["version"], stand=date.iso)


def _of_body(line: str) -> Reference | None:
    """Return what an institute itself wrote in its bulletin: its report, None for an article of people."""
    article = periodical.read(line)
    if article is None or article.authors or not article.organisations or not article.container.startswith("Epid"):
        return None
    return replace(article, kind="report") if article.kind == "journal-article" else None


def _paper(line: str, series: re.Match[str]) -> Reference | None:
    """Return the paper behind its series and number, None where no sign parts them and no quotation mark does."""
    peeled = line_of(line)
    edition = read_edition(peeled.text[series.end() :], months=not peeled.stand)
    parts = segments(edition.text)
    if not parts or (not series["sep"] and parts[0][0] not in '„“"»'):
        return None
    return Reference(
        "report",
        organisations=(Organisation(series["who"]),),
        title=unquoted(_REMARK.sub("", parts[0])),
        container=series["series"],
        version=edition.version,
        year=edition.year,
        stand=peeled.stand or edition.stand,
        accessed=peeled.accessed,
        doi=peeled.doi,
        url=peeled.url,
    )
