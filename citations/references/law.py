"""Laws: "§ 44 SGB V – Krankengeld – Gesetze im Internet"; directives of the G-BA are such as well."""

import re

from citations.records import Organisation, Reference
from citations.references.cleaning import BREAK
from citations.references.editions import read_edition
from citations.references.lines import line_of
from citations.references.printed_dates import date_at

_LAW = re.compile(r"^(?:§{1,2} ?\d+|Art(?:ikel|\.) ?\d+[a-z]? )")
_NAMED = re.compile(
    r"^(?:[A-ZÄÖÜ][\w-]*- und -?)?[A-ZÄÖÜa-z][\w-]*(?:gesetz|verordnung(?! in der Praxis)"
    r"|gesetzbuch)(?:es)?(?: \([A-Z][\w-]+\))?(?=[\s,.:]|$)"
    r"|^(?:(?:Delegierte |Durchführungs|E[UG]-)?(?:Verordnung|Richtlinie)|VO|RL|Regulation|Directive) "
    r"(?:\((?:EU|EG|EWG|EC)\) )?(?:Nr\. |No\.? )?\d+/\d+"
    r"|^[A-ZÄÖÜ][A-Za-zÄÖÜäöü-]{1,12}(?:[ -][IVX]{1,4})?,? (?:§|Art(?:\.|ikel) ?\d)"
    r"|^(?:DS-?GVO|IfSG|HWG|MPG|MPDG|MPBetreibV|GOÄ|GOZ|TPG|TFG|GenDG|PflBG|MuSchG|ArbSchG|JArbSchG|StrlSchG|StrlSchV"
    r"|KHG|KHEntgG|ApBetrO|AMVV|BtMVV|KCanG|MedCanG|PatRG)(?=[ ,:(]|$)"
    r"|^(?:(?:Ärztliche |\(?Muster-?\)?)?(?:Approbations|Berufs|Weiterbildungs|Gebühren)ordnung)(?=[ ,:(]|$)"
    r"|^(?:Arzneimittel|Heilmittel|Hilfsmittel)-Richtlinie"
    r"|^(?:Gesetz|Verordnung) (?:über|zur|zum|für)\b|^(?:SGB|StGB|BGB|AMG|BtMG|MBO-Ä)\b|^Sozialgesetzbuch\b"
    r"|^(?:Erstes|Fünftes|Siebtes|Neuntes|Elftes|Zwölftes) Buch Sozialgesetzbuch\b"
    r"|^(?:Grundgesetz|Strafgesetzbuch|Bürgerliches Gesetzbuch)\b"
)
_PARTS = re.compile(
    r" [–—|-] |(?<!\d)(?<!BGBl)(?<!Abs)(?<!Art)(?<!Nr)(?<!ff)(?<!f)\. (?=[A-Z])|\x1e|, (?=Gesetze im Internet"
    r"|gesetze-im-internet|Bundesgesetzblatt$|dejure|buzer)"
)
_AMENDED = re.compile(
    r"[,;(]? ?(?:das |die )?(?:zuletzt )?(?:geändert|ergänzt) (?:durch|mit) .{0,120}?(?:vom|v\.) ?(?=\d)"
    r"|[,;]? (?:das|die) zuletzt durch .{0,120}? vom (?=\d)"
    r"|[,;]? ?(?:(?:in der )?Fassung|i\. ?d\. ?F\.)(?: der Bekanntmachung| d\. ?Bek\.)? (?:vom|v\.) "
    r"|[,;(.]? ?(?:[Ii]n Kraft (?:getreten )?(?:am|seit)(?: dem)?|gültig (?:ab|seit)(?: dem)?) (?=\d)"
)
_SITES = (
    "gesetze im internet",
    "gesetze-im-internet.de",
    "bundesgesetzblatt",
    "buzer.de",
    "dejure.org",
    "sozialgesetzbuch-sgb.de",
)
_COMMITTEE = r"(?:Gemeinsame[rn] Bundesausschuss(?:es)?|G-BA)(?: \(G-BA\))?"
_BY_COMMITTEE = re.compile(
    rf"(?P<who>{_COMMITTEE})[.:,]? (?:\((?P<year>20\d\d)\)[.:]? )?(?=(?:[A-ZÄÖÜ][\w-]*-)?Richtlinie)"
)
_MINISTRY = re.compile(
    r"(?P<who>(?:Bundesministerium|Bundesamt) [^:.(]{3,80}|Deutscher Bundestag"
    r"|Europäische(?:s Parlament(?: und(?: der)? Rat)?| Union| Kommission))(?: \(\w+\))?[:.,] "
)
_OF_COMMITTEE = re.compile(rf"(?P<title>[A-ZÄÖÜ][\w/-]*-Richtlinien?) (?:des|vom) (?P<who>{_COMMITTEE})")
_DIRECTIVE = re.compile(rf"Richtlinien? (?:des|vom) {_COMMITTEE} ")
_ABBREVIATED = re.compile(r" \(G-BA\)$")
_DECISION = re.compile(r"Beschl[uü]ss")
_LED_BY_SITE = re.compile(
    r"(?P<site>(?:dejure\.org|buzer\.de|gesetze-im-internet\.de|Gesetze im Internet))[:,]? (?:[–—-] )?(?=§|Art)"
)
_IMPRINT = re.compile(r"[A-ZÄÖÜ][a-zäöü]{2,20}: [^.:]{2,60}")


_COURT = (
    r"(?:BSG|BGH|BAG|BFH|BVerfG|BVerwG|BPatG|EuGH|EuG|EGMR|OGH|(?:LSG|OLG|LAG|LG|AG|SG|VG|OVG|VGH|KG|ArbG)"
    r"(?: [A-ZÄÖÜ][\w-]{1,30}){1,2}?)"
)
_JUDGMENT = re.compile(
    r"(?P<court>(?:Bundes|Landes|Ober|Verwaltungs|Amts|Land|Sozial|Verfassungs"
    r"|Europäischer )[\wäöü-]*(?:gericht(?:s?hof)?|Gerichtshof)"
    rf"(?: [A-ZÄÖÜ][\w-]+){{0,3}}|{_COURT})(?: \([\w-]{{2,8}}\))?[,:.]? "
    r"(?=(?:Urteil|Beschluss|Urt\.|Beschl\.) (?:vom|v\.) ?\d)"
)


_DOCKET = (
    r"(?:[A-Z]{1,2} ?\d{1,2} )?(?:[A-Z]{1,4}|\d{1,3}|[IVX]{1,5})(?: ?\(?[A-Z][A-Za-z]{0,4}\)?){1,3} \d{1,5}[/.]\d\d"
    r"(?: [A-Z]{1,3})?|C[-‑]\d{1,4}/\d\d"
)
_RULING = re.compile(rf"(?P<court>{_COURT})(?:(?P<sep>[,:]) | )(?:Az\.:? ?)?(?P<docket>{_DOCKET})(?=[\s.,;:()]|$)")
"""A court and the docket of its ruling, nothing between them ("BSG B 1 KR 29/13 R")."""


def _ruling(text: str, url: str, accessed: str) -> Reference | None:
    """Return the ruling that a court and its docket name; without a comma both together are its name."""
    hit = _RULING.match(text)
    if hit is None:
        return None
    court = hit["court"] if hit["sep"] else ""
    title = text[hit.start("docket") if court else 0 :].strip(f" .,;:{BREAK}").replace(BREAK, " ")
    bodies = (Organisation(court),) if court else ()
    return Reference("law", organisations=bodies, title=title, url=url, accessed=accessed)


def _judgment(text: str, url: str, accessed: str) -> Reference | None:
    """Return the judgment of a court ("BSG, Urteil vom ..., Az. ..."), its day and number as its title, or None."""
    court = _JUDGMENT.match(text)
    if court is None:
        return None
    title = text[court.end() :].strip(f" .,;:{BREAK}")
    return Reference(
        "law",
        organisations=(Organisation(court["court"]),),
        title=title.replace(BREAK, " "),
        url=url,
        accessed=accessed,
    )


def read(line: str) -> Reference | None:
    """Return the law of a line that begins with a paragraph or a law's name, or a court's judgment; None for others."""
    peeled = line_of(line)
    judgment = _judgment(peeled.text, peeled.url, peeled.accessed) if "rt" in line or "eschl" in line else None
    judgment = judgment or _ruling(peeled.text, peeled.url, peeled.accessed)
    if judgment:
        return judgment
    led = _LED_BY_SITE.match(peeled.text)
    lead, text = _directive(peeled.text[led.end() :] if led else peeled.text)
    if not (lead or _LAW.match(text) or _NAMED.match(text)):
        return None
    text, stand = _amended(_ADDED.sub("", text))
    edition = read_edition(text, months=False)
    parts = [part for piece in _PARTS.split(edition.text) if (part := piece.strip(" .,;:–—"))]
    site = next((part for part in parts if part.lower() in _SITES), "")
    title = " – ".join(part for part in parts if part != site and not _IMPRINT.fullmatch(part))
    topic = _TOPIC.search(title)
    title = title[: topic.start()] if topic and "§" in title[: topic.start()] else title
    return Reference(
        "law",
        organisations=lead.organisations if lead else (),
        title=title.rstrip("."),
        container=site or (led["site"] if led else ""),
        year=edition.year or (lead.year if lead else None),
        stand=peeled.stand or stand,
        accessed=peeled.accessed,
        url=peeled.url,
    )


def _directive(text: str) -> tuple[Reference | None, str]:
    """Return the committee before or behind the name of its directive, and the line without it; None for others.

    A decision about a directive ("Beschluss", the annex on single drugs) is none: that is a report.
    """
    ministry = _MINISTRY.match(text)
    if ministry and _NAMED.match(text[ministry.end() :]):
        return Reference("", organisations=(Organisation(ministry["who"]),)), text[ministry.end() :]
    if "Richtlinie" not in text or _DECISION.search(text):
        return None, text
    by, of = _BY_COMMITTEE.match(text), _OF_COMMITTEE.match(text)
    who = by or of
    if who is None:
        return (Reference(""), text) if _DIRECTIVE.match(text) else (None, text)
    year = int(by["year"]) if by and by["year"] else None
    rest = text[by.end() :] if by else f"{who['title']}{text[who.end() :]}"
    return Reference("", organisations=(Organisation(_ABBREVIATED.sub("", who["who"])),), year=year), rest


def _amended(text: str) -> tuple[str, str]:
    """Return the line without the words on its last amendment, and the day of that as its Stand."""
    stand = ""
    while (hit := _AMENDED.search(text)) and (date := date_at(text, hit.end())):
        source = _GAZETTE.match(text, date.end)
        text = f"{text[: hit.start()]}{BREAK}{text[source.end() if source else date.end :]}"
        stand = date.iso
    return text, stand


_ADDED = re.compile(r"; (?:ergänzt|geändert|berichtigt|ersetzt)\b.*$")
"""What another act did to the one that is named."""
_TOPIC = re.compile(r"\s*\([^()]*\)$")
"""What a paragraph is about, in brackets behind it."""
_GAZETTE = re.compile(r"(?: ?\(BGBl[^()]*\))?(?: geändert worden ist)?")
