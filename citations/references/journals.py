"""Words by which the name of a journal is told from a title, and the test of a name by them. Data."""

_LENGTH = 140
_WORDS = frozenset(
    (
        "j", "journal", "ann", "annals", "arztebl", "ärztebl", "ärzteblatt", "arzteblatt", "int", "rev", "lancet",
        "bmj", "jama", "chest", "chir", "z", "zeitschrift", "internist", "nephrologe", "hautarzt", "onkologe",
        "urologe", "chirurg", "radiologe", "anaesthesist", "gynäkologe", "pneumologe", "kardiologe", "orthopäde",
        "nervenarzt", "ophthalmologe", "hno", "pathologe", "diabetologe", "gastroenterologe", "rheumatol", "dermatol",
        "oncol", "onkol", "surg", "med", "clin", "cancer", "eur", "am", "br", "dtsch", "wochenschr", "arch", "acta",
        "bull", "circulation", "gut", "thorax", "plos", "nature", "science", "blood", "brain", "pain", "pediatrics",
        "radiology", "radiol", "neurology", "neurol", "stroke", "diabetes", "allergy", "infect", "dis", "proc",
        "endosc", "endoscopy", "bundesgesundheitsbl", "bundesgesundheitsblatt", "n", "engl", "oncology", "rheumatology",
        "resuscitation", "cochrane", "monatsschr", "geburtshilfe", "forum", "hepatology",
    )
)  # fmt: skip


def is_journal(name: str) -> bool:
    """Say whether a name is short enough for a journal and has one of the words that journals have."""
    words = [word.strip(".,()").lower() for word in name.split()]
    return bool(words) and name[:1].isupper() and len(name) <= _LENGTH and any(word in _WORDS for word in words)
