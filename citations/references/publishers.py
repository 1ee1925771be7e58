"""The houses that publish books of the field, and the test of a piece of a line by them. Data."""

import re

HOUSES = (
    r"(?:Georg )?Thieme|Springer(?:-Verlag| Nature| Medizin| Spektrum)?|Elsevier(?:[/,] ?Urban (?:&|und) Fischer)?"
    r"|Mosby|Churchill Livingstone"
    r"|Urban & Fischer(?:[/,] ?Elsevier)?|Urban (?:&|und) Schwarzenberg|Urban und Fischer|Hogrefe|Hans Huber"
    r"|Huber|Facultas"
    r"|Kohlhammer|Beltz(?: Juventa)?|Schattauer|[Dd]e Gruyter|Walter de Gruyter|Wiley(?:-VCH|[- ]Blackwell)?|Lehmanns"
    r"|Deutscher Ärzte-?Verlag|Patmos|Trias|Klett-Cotta|Herder|Börm Bruckmeier|Oxford University Press"
    r"|Cambridge University Press|McGraw-Hill(?: Education)?|Lippincott(?:,? Williams (?:&|and) Wilkins)?"
    r"|Wolters Kluwer(?: Health)?|Saunders|Karger|UTB|Reinhardt|Humboldt|Psychosozial|Haug|Hippokrates|Enke"
    r"|Ferdinand Enke"
    r"|Medizinisch Wissenschaftliche Verlagsgesellschaft|MWV|Pearson(?: Assessment)?|Pabst(?: Science Publishers)?"
    r"|Uni-Med"
    r"|UNI-MED|ecomed"
    r"|IARC(?: Press)?|International Agency for Research on Cancer|Mabuse|Rowohlt|Fischer|Ullstein|Suhrkamp|Goldmann"
    r"|Gräfe (?:&|und) Unzer|GU|Eigenverlag|Selbstverlag|Herold|Jaypee|CRC Press|Routledge|Academic Press|Hirzel|Govi"
    r"|Vandenhoeck & Ruprecht|ABW Wissenschaftsverlag|Steinkopff|Zuckschwerdt|Dr\. Kade|Thieme Verlag|Piper|Junfermann"
    r"|Guilford(?: Press)?|Siedler|dtv|Kösel|Carl-Auer|Droemer|Knaur|Penguin(?: Random House)?|C\. ?H\. ?Beck|Campus"
    r"|Harcourt Test Services|Psychological Corporation|Beltz Test|Testzentrale"
    r"|HMSO|H\.M\. Stationery Office|Her Majesty's Stationery Office"
)
PUBLISHER = re.compile(
    r"(?=[A-ZÄÖÜde])"
    rf"(?:(?<=[\s,.:;(])|^)(?P<p>(?:(?<=[.,:;] )[A-Z]\. )?(?:{HOUSES})(?:[ -]Verlag(?:sgruppe)?)?(?:,? GmbH)?"
    rf"(?: & Co\. KG)?(?:/Elsevier"
    rf"|, Elsevier(?: GmbH)?|(?: & | / |/| )(?:{HOUSES}|VS|Vieweg|Gabler|Fachmedien))?(?=[\s,.;:)]|$)"
    rf"|Wissenschaftliche Verlagsgesellschaft(?: Stuttgart)?"
    rf"|(?:(?<=[.,:;] )(?:[A-Z]\. ){{1,2}})?(?:[A-ZÄÖÜ][\w&-]+ (?:& )?){{0,3}}(?:Verlag|Verlagsgesellschaft"
    rf"|[A-ZÄÖÜ]\w{{1,20}}verlag|Verlagsgruppe|Wissenschaftsverlag|Press(?! [Rr]elease)"
    rf"|Publishing|Publishers|Publications)"
    rf"(?: GmbH)?)(?=[\s,.;:)]|$)"
)
"""Looks at the first letters of all houses first: most signs of a line are refused by that alone."""
_CITIES = frozenset(
    (
        "Berlin", "Heidelberg", "München", "Stuttgart", "New York", "Köln", "Wien", "Zürich", "Bern", "Basel", "Genf",
        "Göttingen", "Hannover", "Hamburg", "Leipzig", "Frankfurt", "Frankfurt am Main", "Bonn", "Düsseldorf",
        "Osnabrück", "Wiesbaden", "Dresden", "Weinheim", "Bremen", "Freiburg", "Marburg", "Tübingen", "Grünwald",
        "Philadelphia", "London", "Lyon", "Oxford", "Cambridge", "Amsterdam", "Geneva", "Paris", "Boston", "Chicago",
        "Edinburgh", "Copenhagen", "Stockholm", "Atlanta", "Bethesda", "Washington", "Lengerich", "Ulm", "Würzburg",
        "Baltimore", "San Antonio", "Thousand Oaks", "Mahwah", "Hillsdale", "Boca Raton", "Los Angeles",
        "San Francisco", "Cham", "Dordrecht", "Reinbek", "Gütersloh", "Salzburg", "Graz", "Innsbruck", "Kiel",
        "Münster", "Bielefeld", "Regensburg", "Augsburg", "Nürnberg", "Halle", "Jena", "Kassel", "Darmstadt",
        "Mannheim", "Aachen", "Opladen", "Paderborn", "Bochum", "Dortmund", "Saarbrücken", "Luzern", "Kröning",
        "Essen", "Mainz", "Erlangen", "Balingen", "Bad Homburg", "Toronto", "St. Louis", "Hoboken", "Rockville",
        "Brussels", "Brüssel", "Madrid", "Barcelona", "Vienna", "Zurich", "Dublin", "Ottawa", "Sydney", "Melbourne",
        "Luxembourg", "Luxemburg", "The Hague", "Den Haag", "Utrecht", "Helsinki", "Oslo", "Lausanne", "Potsdam",
    )
)  # fmt: skip
_BETWEEN_CITIES = re.compile(r" ?/ ?|, ?| und | & | – |-")
_STATE = re.compile(r",? \(?(?:[A-Z]{2}|Germany|Deutschland|USA|UK|France|Switzerland|Schweiz|England)\)?$")
_CLOSED = re.compile(
    rf"(?:{HOUSES})(?:[ -]Verlag)?(?: GmbH)?|(?:[A-ZÄÖÜ][\w&-]+ (?:& )?){{0,3}}(?:Verlag|Verlagsgesellschaft"
    r"|[A-ZÄÖÜ]\w{1,20}verlag|Press)"
)


_IMPRINT = re.compile(
    r"(?P<place>[A-ZÄÖÜ][\w.-]{1,25}(?: [A-ZÄÖÜ][\w.-]{1,20}){0,3}(?:[,/] ?[A-ZÄÖÜ][\w.]{1,20}){0,2}(?:"
    r" \([^()]{2,30}\))?"
    r"): (?P<publisher>[^\W\d_][^.;:\x1e]{1,100})"
)


def imprint_of(part: str) -> tuple[str, str] | None:
    """Return (place, publisher) of a part like "Geneva: World Health Organization" or "Bethesda, MD: NCI"."""
    hit = _IMPRINT.fullmatch(part)
    place = _STATE.sub("", hit["place"].partition(" (")[0].strip()) if hit else ""
    told = hit and ("(" in hit["place"] or "," in hit["place"] or is_place(place))
    return (hit["place"], hit["publisher"].strip()) if hit and told else None


def is_publisher(name: str) -> bool:
    """Say whether a text is the name of a publisher and nothing more."""
    return _CLOSED.fullmatch(name.strip(" .,;:()")) is not None


def is_place(text: str) -> bool:
    """Say whether a text is the place of a publisher and nothing more ("Berlin, Heidelberg", "Stuttgart/New York")."""
    plain = _STATE.sub("", text.strip(" .,;:"))
    return plain in _CITIES or all(name.strip() in _CITIES for name in _BETWEEN_CITIES.split(plain))
