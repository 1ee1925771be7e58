"""The houses that publish books of the field, and the test of a piece of a line by them. Data."""

import re

HOUSES = (
    r"(?:Georg )?Thieme|Springer(?:-Verlag| Nature| Medizin| Spektrum)?|Elsevier|Mosby|Churchill Livingstone"
    r"|Urban & Fischer(?:[/,] ?Elsevier)?|Urban (?:&|und) Schwarzenberg|Urban und Fischer|Hogrefe|Hans Huber"
    r"|Huber|Facultas"
    r"|Kohlhammer|Beltz(?: Juventa)?|Schattauer|[Dd]e Gruyter|Walter de Gruyter|Wiley(?:-VCH|-Blackwell)?|Lehmanns"
    r"|Deutscher Ärzte-?Verlag|Patmos|Trias|Klett-Cotta|Herder|Börm Bruckmeier|Oxford University Press"
    r"|Cambridge University Press|McGraw-Hill(?: Education)?|Lippincott(?:,? Williams (?:&|and) Wilkins)?"
    r"|Wolters Kluwer(?: Health)?|Saunders|Karger|UTB|Reinhardt|Humboldt|Psychosozial|Haug|Hippokrates|Enke"
    r"|Ferdinand Enke"
    r"|Medizinisch Wissenschaftliche Verlagsgesellschaft|MWV|Pearson|Pabst(?: Science Publishers)?|Uni-Med"
    r"|UNI-MED|ecomed"
    r"|IARC(?: Press)?|International Agency for Research on Cancer|Mabuse|Rowohlt|Fischer|Ullstein|Suhrkamp|Goldmann"
    r"|Gräfe (?:&|und) Unzer|GU|Eigenverlag|Selbstverlag|Herold|Jaypee|CRC Press|Routledge|Academic Press|Hirzel|Govi"
    r"|Vandenhoeck & Ruprecht|Steinkopff|Zuckschwerdt|Dr\. Kade|Thieme Verlag|Piper|Junfermann"
)
PUBLISHER = re.compile(
    rf"(?:(?<=[\s,.:;(])|^)(?P<p>(?:{HOUSES})(?: Verlag)?(?:,? GmbH)?(?:/Elsevier|, Elsevier(?: GmbH)?)?(?=[\s,.;:)]|$)"
    rf"|Wissenschaftliche Verlagsgesellschaft(?: Stuttgart)?"
    rf"|(?:[A-ZÄÖÜ][\w&-]+ (?:& )?){{0,3}}(?:Verlag|Verlagsgesellschaft|Press|Publishing|Publishers)"
    rf"(?: GmbH)?)(?=[\s,.;:)]|$)"
)
_CLOSED = re.compile(
    rf"(?:{HOUSES})(?: Verlag)?(?: GmbH)?|(?:[A-ZÄÖÜ][\w&-]+ (?:& )?){{0,3}}(?:Verlag|Verlagsgesellschaft|Press)"
)


def is_publisher(name: str) -> bool:
    """Say whether a text is the name of a publisher and nothing more."""
    return _CLOSED.fullmatch(name.strip(" .,;:()")) is not None
