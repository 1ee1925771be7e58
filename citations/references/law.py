"""Laws: "§ 44 SGB V – Krankengeld – Gesetze im Internet"; directives of the G-BA are such as well."""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.bodies import is_society, split_bodies
from citations.references.cleaning import BREAK, LINE_END
from citations.references.editions import Edition, read_edition
from citations.references.gazettes import cut_gazette
from citations.references.lines import line_of
from citations.references.printed_dates import date_at
from citations.references.signs import has_any

_LAW = re.compile(r"^(?:§{1,2} ?\d+|Art(?:ikel|\.) ?\d+[a-z]? )")
_FEES = (
    r"^(?:EBM|GOÄ|GOZ|BEMA|UV-GOÄ|GOP)(?:, | |-|: )"
    r"(?:(?:GOP|Nr\.?|Nummer|Ziffer|Position|Pos\.|Kapitel|Abschnitt) ?)?[A-Z]?\d"
)
_FEE = re.compile(_FEES)
"""A position of a schedule of fees."""
_NAMED_BY_NOUN = re.compile(
    r"^(?:[A-ZÄÖÜ][\w-]*- und -?)?[A-ZÄÖÜa-z][\w-]*(?:gesetz|-Gesetz|-Verordnung|verordnung(?! in der Praxis)"
    r"|gesetzbuch)(?:es)?(?: \([A-Z][\w-]+\))?(?=[\s,.:]|$)"
    r"|^(?=[A-ZÄÖÜ])[\w-]{3,50}(?:[Vv]ereinbarung|[Rr]ichtlinien?)(?: [A-ZÄÖÜ][\w-]{2,40})?"
    r" (?:nach|gemäß|gem\.|zu|i\. ?S\. ?d\.) §"
    r"|^[A-ZÄÖÜ]\w*(?:hilfe|mantel|rahmen|versorgungs|vergütungs|staats|kollektiv)vertrag(?=[ ,(:.]|$)"
)
_NAMED = re.compile(
    r"^(?:(?:Delegierte |Durchführungs|E[UG]-)?(?:Verordnung|Richtlinie)|VO|RL|Regulation|Directive) "
    r"(?:\((?:EU|EG|EWG|EC)\) )?(?:Nr\. |No\.? )?\d+/\d+"
    r"|^[A-ZÄÖÜ][A-Za-zÄÖÜäöü-]{1,12}(?:[ -][IVX]{1,4})?,? (?:§|Art(?:\.|ikel) ?\d)"
    r"|^(?:DS-?GVO|IfSG|HWG|MPG|MPDG|MPBetreibV|GOÄ|GOZ|TPG|TFG|GenDG|PflBG|MuSchG|ArbSchG|JArbSchG|StrlSchG|StrlSchV"
    r"|KHG|KHEntgG|ApBetrO|AMVV|BtMVV|KCanG|MedCanG|PatRG)(?=[ ,:(]|$)"
    r"|^(?:(?:Ärztliche |\(?Muster-?\)?)?(?:Approbations|Berufs|Weiterbildungs|Gebühren)ordnung)(?=[ ,:(]|$)"
    r"|^(?:Arzneimittel|Heilmittel|Hilfsmittel)-Richtlinie"
    r"|^(?:Bundes)?(?:[Rr]ahmen|[Mm]antel)vertrag (?:über|nach|gemäß)\b"
    r"|^(?:Vertrag|Vereinbarung) (?:über|nach) |^Richtlinien? (?:nach|gemäß) §"
    rf"|{_FEES}"
    r"|^(?:Gesetz|Verordnung) (?:über|zur|zum|für)\b|^(?:SGB|StGB|BGB|AMG|BtMG|MBO-Ä)\b|^Sozialgesetzbuch\b"
    r"|^(?:Erstes|Fünftes|Siebtes|Neuntes|Elftes|Zwölftes) Buch Sozialgesetzbuch\b"
    r"|^(?:Grundgesetz|Strafgesetzbuch|Bürgerliches Gesetzbuch)\b"
)
_ANNEX = re.compile(
    r"[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]{1,14}[VG],? (?:Anlage|Anhang)(?:,? Teil)? (?:\d{1,3}|[IVX]{1,4}|[A-D])\b.{0,120}"
    r"|(?:BMV-[ÄZ]|EKV(?:-Z)?|Bundesmantelvertrag(?:[ -][\w-]{3,20}){0,3})(?: \(BMV-[ÄZ]\))?,?"
    r" (?:Anlage|Anhang) \d{1,2}(?:\.\d{1,2})?[a-z]?\b.{0,120}"
    r"|(?:Anlage|Anhang)(?: [\dIVX]{1,4})? (?:zu(?:r|m)?|der|des) (?:§{1,2} ?\d+\w* (?:Abs\. ?\d+ )?(?:der |des )?)?"
    r"[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]{1,14}[VG]\b.{0,100}"
)
"""An annex of an act or ordinance by its short name ("GefStoffV, Anhang I Nr. 2.3"); its numbers are no version."""
_GAZETTE_LEADS = re.compile(
    r"(?P<who>Bundesgesetzblatt|Bundesanzeiger|BGBl\.?|BAnz) \((?P<year>(?:19|20)\d\d)\)[.:]? "
    r"(?P<name>.{8,300}?)(?:[.,] (?:In: )?(?P<printed>(?:Bundesgesetzblatt|Bundesanzeiger)(?: (?:TEIL|Teil) I{1,3})?"
    r"|BGBl\.?(?: I{1,3})?|BAnz(?: AT)?)(?=[\s.,])(?:.{0,20}?\bNr\. ?(?P<issue>\d{1,4})| (?P<no>\d{1,3})(?=: ?\d))?"
    r"(?:.{0,20}?(?:\bS\.? ?|: ?)(?P<pages>\d{1,5}(?: ?[–-] ?\d{1,5})?))?.*)?[\s.]*"
)
"""The gazette in the place of an author ("Bundesgesetzblatt (2013) Gesetz zur ... In: Bundesgesetzblatt Teil I")."""
_PARTS = re.compile(
    r" [–—|-] |(?<!\d)(?<!BGBl)(?<!Abs)(?<!Art)(?<!Nr)(?<!ff)(?<!f)\. (?=[A-Z])|\x1e|, (?=Gesetze im Internet"
    r"|gesetze-im-internet|Bundesgesetzblatt$|dejure|buzer)"
)
_AMENDED = re.compile(
    r"[,;(]? ?(?:das |die )?(?:zuletzt )?(?:geändert|ergänzt) (?:durch|mit) .{0,120}?(?:vom|v\.) ?(?=\d)"
    r"|[,;]? (?:das|die) zuletzt durch .{0,120}? vom (?=\d)"
    r"|[,;]? ?(?:(?:in der )?Fassung|i\. ?d\. ?F\.)(?: der Bekanntmachung| d\. ?Bek\.)? (?:vom|v\.|seit) "
    r"|[,;(.]? ?(?:[Ii]n Kraft (?:getreten )?(?:am|seit)(?: dem)?|gültig (?:ab|seit)(?: dem)?) (?=\d)"
)
_SITES = (
    "gesetze im internet",
    "bundesgesetzblatt",
    "buzer.de",
    "dejure.org",
    "sozialgesetzbuch-sgb.de",
    "eur-lex",
)
_SITE_BRACKET = re.compile(r" \((EUR-Lex|Gesetze im Internet|Bundesgesetzblatt)\)(?=[\s.]*$)")
_NAMED_DAY = re.compile(r"\bvom \d{1,2}\. [A-ZÄÖÜ][a-zä]{2,8} (?:19|20)\d\d[\s.]*$")
_DATED = re.compile(r", (?=\d{1,2}\.? ?(?:\d|[A-Z]))")
_DECIDED = re.compile(r" \((?:Beschluss|Fassung)(?: vom)? (?=\d)")
"""The day of the committee's decision, in brackets behind its directive, with more about it."""
_OFFICIAL = re.compile(r" \((?:nicht)?amtliche[rs]? [^()]{1,40}\):?$")
_COMMITTEE = r"(?:Gemeinsame[rn] Bundesausschuss(?:es)?|G-BA)(?: \(G-BA\))?"
_BY_COMMITTEE = re.compile(
    rf"(?P<who>{_COMMITTEE})(?:[.:,]|(?<! ) [–—-])? (?:\((?P<year>20\d\d)\)[.:]? )?(?=(?:[A-ZÄÖÜ][\w-]*-)?Richtlinie)"
)
_MINISTRY = re.compile(
    r"(?P<who>(?:Bundesministerium|Bundesamt) [^:.(]{3,80}|Deutscher Bundestag|ABDA|DAV"
    r"|(?:GKV-Spitzenverband|KBV|KZBV|DKG)(?:(?: ?/ ?|, | und )(?:GKV-Spitzenverband|KBV|KZBV|DKG)){0,3}"
    r"|Europäische(?:s Parlament(?: und(?: der)? Rat)?| Union| Kommission))(?: \(\w+\))?(?:[:.,]| [–—-]) "
)
_OF_COMMITTEE = re.compile(
    rf"(?P<title>[A-ZÄÖÜ][\w/-]*(?:-R|r)ichtlinien?(?: [A-ZÄÖÜ][\w-]{{2,40}})?(?: \([\w-]+\))?)"
    rf"(?: (?:des|vom)|,| [–—-]|(?= \(?(?:G-BA|Gemeinsame))) \(?(?P<who>{_COMMITTEE})\)?"
)
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
_NAMED_RULING = re.compile(
    r"(?P<court>(?:Bundes|Landes|Ober|Verwaltungs|Amts|Land|Sozial|Verfassungs)[\wäöü-]*gericht(?:s?hof)?"
    rf"|{_COURT})(?:[,:]| [–—-]) (?P<title>[A-ZÄÖÜ„][^,;:]{{2,100}}?)(?:[,:]| [–—-]| \()? ?"
    r"(?:Urteil|Beschluss|Urt\.|Beschl\.) (?:vom|v\.) ?(?=\d)"
)
"""A ruling by the name that it goes by; all behind its day is said about it."""


_DOCKET = (
    r"(?:[A-Z]{1,2} ?\d{1,2} )?(?:[A-Z]{1,4}|\d{1,3}|[IVX]{1,5})(?: ?\(?[A-Z][A-Za-z]{0,4}\)?){1,3} \d{1,5}[/.]\d\d"
    r"(?: [A-Z]{1,3})?|C[-‑]\d{1,4}/\d\d"
)
_RULED = re.compile(r"(?:Urteil|Beschluss|Urt\.|Beschl\.) (?:vom|v\.) ?(?=\d)")
_RULING = re.compile(rf"(?P<court>{_COURT})(?:(?P<sep>[,:]) | )(?:Az\.:? ?)?(?P<docket>{_DOCKET})(?=[\s.,;:()]|$)")
"""A court and the docket of its ruling, nothing between them ("BSG B 1 KR 29/13 R")."""


def _by_gazette(text: str, url: str, accessed: str) -> Reference | None:
    """Return the act behind the gazette that stands in its author's place, None for a line that no gazette leads."""
    hit = _GAZETTE_LEADS.fullmatch(text.replace(BREAK, " ").rstrip()) if text[:1] == "B" else None
    if hit is None:
        return None
    return Reference(
        "law",
        title=hit["name"],
        container=hit["printed"] or hit["who"],
        year=int(hit["year"]),
        issue=hit["issue"] or hit["no"] or "",
        pages=hit["pages"] or "",
        accessed=accessed,
        url=url,
    )


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
    named, court = _NAMED_RULING.match(text), _JUDGMENT.match(text)
    day = _RULED.search(text)
    date = date_at(text, day.end()) if day else None
    year = int(date.iso[:4]) if date else None
    if named:
        bodies = (Organisation(named["court"]),)
        return Reference("law", organisations=bodies, title=named["title"], year=year, url=url, accessed=accessed)
    if court is None:
        return None
    title = text[court.end() :].strip(f" .,;:{BREAK}")
    return Reference(
        "law",
        organisations=(Organisation(court["court"]),),
        title=title.replace(BREAK, " "),
        year=year,
        url=url,
        accessed=accessed,
    )


def read(line: str) -> Reference | None:
    """Return the law of a line that begins with a paragraph or a law's name, or a court's judgment; None for others."""
    peeled = line_of(line)
    judgment = _judgment(peeled.text, peeled.url, peeled.accessed) if "rt" in line or "eschl" in line else None
    judgment = judgment or _ruling(peeled.text, peeled.url, peeled.accessed)
    judgment = judgment or _by_gazette(peeled.text, peeled.url, peeled.accessed)
    if judgment:
        return judgment
    annex = _annex(peeled.text) if has_any(("Anlage", "Anhang"), peeled.text) else None
    if annex:
        return replace(annex, url=peeled.url, accessed=peeled.accessed, stand=peeled.stand)
    led = _LED_BY_SITE.match(peeled.text)
    lead, text = _directive(peeled.text[led.end() :] if led else peeled.text)
    if not (lead or _LAW.match(text) or _is_named(text)):
        return None
    text = _SITE_BRACKET.sub(rf"{BREAK}\1", text.partition(_ROWS)[0])
    text, decided = _decided(text)
    text, stand = _amended(_SINCE.sub("", _ADDED.sub("", text)))
    gazette, text = cut_gazette(text)
    named = gazette.name or _NAMED_DAY.search(text)  # the day of an act belongs to its name
    edition = Edition(_undated(text) if gazette.name else text) if named else read_edition(text, months=False)
    parts = [part for piece in _PARTS.split(edition.text) if (part := piece.strip(" .,;:–—"))]
    site = next((part for part in parts if part.lower() in _SITES), "")
    title = " – ".join(part for part in parts if part != site and not _IMPRINT.fullmatch(part))
    title = _SAID_OF_ANNEX.sub(r"\1", title) if ": " in title else title
    topic = _TOPIC.search(title)
    title = title[: topic.start()] if topic and ("§" in title[: topic.start()] or _FEE.match(title)) else title
    return Reference(
        "law",
        organisations=lead.organisations if lead else (),
        title=_OFFICIAL.sub("", title.rstrip(".")),
        container=site or (led["site"] if led else "") or gazette.name,
        year=gazette.year or edition.year or (lead.year if lead else None) or decided,
        issue=gazette.issue,
        pages=gazette.pages,
        stand=peeled.stand or stand,
        accessed=peeled.accessed,
        url=peeled.url,
    )


def _annex(text: str) -> Reference | None:
    """Return the annex of an act, ordinance or contract, with who published it in brackets behind; None for others."""
    title = text.strip(f" .;,–—{BREAK}")
    if BREAK in title or not _ANNEX.fullmatch(title):
        return None
    issued = _ISSUED_BY.search(title) if title.endswith(")") else None
    bodies = split_bodies(issued["who"]) if issued and is_society(issued["who"]) else ()
    return Reference("law", organisations=bodies, title=title[: issued.start()] if issued and bodies else title)


_ISSUED_BY = re.compile(r" \((?P<who>[A-ZÄÖÜ][\w-]{1,9})\)$")


def _is_named(text: str) -> bool:
    """Say whether a line begins with the name of an act, ordinance, directive or contract."""
    worded = has_any(("esetz", "erordnung", "vertrag", "§"), text)
    return (worded and _NAMED_BY_NOUN.match(text) is not None) or _NAMED.match(text) is not None


def _directive(text: str) -> tuple[Reference | None, str]:
    """Return the committee before or behind the name of its directive, and the line without it; None for others.

    A decision about a directive ("Beschluss", the annex on single drugs) is none: that is a report.
    """
    ministry = _MINISTRY.match(text)
    if ministry and _is_named(text[ministry.end() :]):
        return Reference("", organisations=split_bodies(ministry["who"])), text[ministry.end() :]
    if "ichtlinie" not in text or _DECISION.search(_BRACKETED.sub("", text)):
        return None, text
    by, of = _BY_COMMITTEE.match(text), _OF_COMMITTEE.match(text)
    who = by or of
    if who is None:
        return (Reference(""), text) if _DIRECTIVE.match(text) else (None, text)
    year = int(by["year"]) if by and by["year"] else None
    rest = text[by.end() :] if by else who["title"] + _BARE_YEAR.sub(r" (\1)", text[who.end() :])
    return Reference("", organisations=(Organisation(_ABBREVIATED.sub("", who["who"])),), year=year), rest


def _decided(text: str) -> tuple[str, int | None]:
    """Return a directive without what is said of its decision behind it, and the decision's year; None without."""
    hit = _DECIDED.search(text)
    date = date_at(text, hit.end()) if hit else None
    return (text[: hit.start()], int(date.iso[:4])) if hit and date else (text, None)


def _undated(text: str) -> str:
    """Return a law's name without its day at the end; the gazette behind it says the year."""
    hit = _DATED.search(text)
    date = date_at(text, hit.end()) if hit else None
    return text[: hit.start()] if hit and date and date.end == len(text) else text


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
_SINCE = re.compile(r" \((?:ab|seit|gültig (?:ab|seit))(?: dem)? [\d.]{4,10}\)")
"""The day from which a contract or law holds."""
_BARE_YEAR = re.compile(r"^ ((?:19|20)\d\d)(?=[\s.,;]|$)")
_BRACKETED = re.compile(r"\([^()]*\)")
_ROWS = f"{LINE_END} - "
"""Where a list begins in the lines below a law's name."""
_SAID_OF_ANNEX = re.compile(
    r"((?:\b(?:Anhang|Anlage|Art\.|Artikel|Abs\.|Absatz|Satz|Nr\.|Nummer)|§)(?: (?:\d{1,4}[a-z]?|[IVX]{1,6}))?): "
    r"(?=\d|[a-zäöü][^:]{0,60}?\b(?:ist|sind|gilt|gelten|heißt|wird|werden|darf|dürfen|muss|müssen|hat|haben)\b).*$"
)
"""What is said there, by figures or by a verb behind small letters; what a paragraph is called has none of these."""
_TOPIC = re.compile(r"\s*\([^()]*\)$")
"""What a paragraph is about, in brackets behind it."""
_GAZETTE = re.compile(r"(?: ?\(BGBl[^()]*\))?(?: geändert worden ist)?")
