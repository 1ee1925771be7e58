"""Words by which the name of a journal is told from a title, and the test of a name by them. Data."""

import re

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
        "herz", "schmerz", "phlebologie", "gefässchirurgie", "unfallchirurg", "unfallchirurgie", "orthopäde",
        "pneumologie",
        "allergologie", "allergo", "ophthalmologe", "klinikarzt", "climacteric", "endocrine", "hebamme",
        "kinderärztliche",
        "monatsschrift", "wochenschrift", "nachrichten", "fortschr", "fortschritte", "bundesgesundheitsbl", "senologie",
        "urol", "cardiol", "kardiol", "gynäkol", "gynecol", "obstet", "pediatr", "paediatr", "psychiatr",
        "psychol", "nutr",
        "endocrinol", "metab", "immunol", "hepatol", "gastroenterol", "nephrol", "ophthalmol", "otolaryngol", "orthop",
        "physiother", "nurs", "epidemiol", "haematologica", "leukemia", "sarcoma", "mmw", "dmw", "cmaj", "nejm", "bjog",
        "annu", "mayo", "wien", "klin", "praxis", "pharm", "ztg", "pz", "swiss", "schweiz", "osteoporosis",
        "obesity", "menopause", "sleep",
        "cephalalgia", "headache", "epilepsia", "urology", "cardiology", "hypertension", "heart", "kidney",
        "frauenheilk",
        "neurologie", "psychiatrie", "psychotherapie", "geriatrie", "arzneiverordnung", "pharmacol", "pharmakol",
        "spine",
        "resuscitation", "saf", "pract", "emerg", "ther", "res", "biol", "immunother", "microbiol", "virol", "pathol",
        "anesth", "anaesth", "crit", "endocr", "mol", "physiol", "toxicol", "allergol", "pneumol", "gerontol",
        "geriatr",
        "rehabil", "vasc", "thorac", "hematol", "haematol", "transplant", "transfus", "exp", "appl", "verh",
        "mitt", "notf", "rettungsmed", "intensivmed", "aktuel", "psychother", "psychosom", "sportmed", "neurosurg",
        "gynecol", "perinatol", "neonatol", "arthroplasty", "traumatol", "rhinol", "laryngol", "audiol", "nucl",
        "biochem",
        "cochrane", "monatsschr", "frauenheilkd", "forum", "hepatology", "epid", "thromb", "haemost", "hemost",
        "biomed",
        "ieee", "technol", "sci", "comput", "environ", "occup", "behav", "cogn", "neurosci", "neuropsychol", "biomech",
        "ergon", "commun", "curr", "opin", "pathog", "fertil", "steril", "androl", "endod", "periodontol", "maxillofac",
        "otol", "phoniatr", "parasitol", "hyg", "palliat", "addict", "subst", "promot", "educ", "genet", "hum",
        "reprod", "neurophysiol", "zeitung", "umschau", "spektrum", "pharmacoepidemiol", "chem",
        "neurogastroenterol", "motil", "nat", "phys", "front", "adv", "mil",
    )
)  # fmt: skip


_LOWER = (
    "gynäkologie + geburtshilfe", "arznei-telegramm", "ästhetische dermatologie", "hautnah dermatologie",
    "pädiatrie hautnah",
    "internistische praxis", "pädiatrische praxis", "gynäkologische praxis", "ergopraxis", "physiopraxis", "eLife",
    "mBio", "npj ",
    "der arzneimittelbrief", "hautnah", "medizinische welt", "oncotarget", "iScience", "tägliche praxis",
    "memo ", "memo - ",
)  # fmt: skip
"""Journals that are printed with a small first letter."""


_ALONE = frozenset(
    (
        "Cell", "Cells", "Cancers", "Nutrients", "Nutrition", "Vaccine", "Vaccines", "Medicine", "Surgery",
        "Gastroenterology",
        "Immunity", "Diagnostics", "Antibiotics", "Trials", "Burns", "Injury", "Addiction", "Appetite", "Lung", "Bone",
        "Cureus", "Heliyon", "Somnologie", "Ernährungs Umschau", "Oncogene", "Biomedicines", "Healthcare",
        "Viruses", "Maturitas", "Contraception", "Midwifery", "Dermatology", "Rofo", "RöFo", "Chirurgie",
        "Critical Care", "Critical Care Medicine", "Intensive Care Medicine", "Sports Medicine", "Palliative Medicine",
        "Sleep Medicine", "Family Practice", "Preventive Medicine", "Occupational and Environmental Medicine",
        "Academic Emergency Medicine", "Psychological Medicine", "Molecular Psychiatry", "Biological Psychiatry",
        "World Psychiatry", "Food Chemistry", "Clinical Nutrition", "Anesthesiology", "Anaesthesia", "Perfusion",
        "Transfusion", "Respirology", "Pharmacotherapy", "Pharmacopsychiatry", "Drugs", "Drug Safety", "Heart Rhythm",
        "Europace", "EP Europace", "Neurosurgery", "Psychosomatic Medicine", "Psychological Bulletin", "Diagnostica",
        "Clinical Infectious Diseases", "Emerging Infectious Diseases", "Infection", "Sepsis", "Epid Bull",
        "Psychotherapeut", "Psychosomatics", "Notaufnahme up2date", "Notfallmedizin up2date", "Kidney International",
        "Medicine & Science in Sports & Exercise", "Frontiers in Psychology", "Frontiers in Psychiatry",
        "Quintessenz", "Vasa", "VASA", "Eurosurveillance", "Euro Surveill", "JCO", "NEJM Evidence", "arXiv", "medRxiv",
        "bioRxiv", "Research Square", "Preprints", "Blutalkohol", "JAMDA", "JACC", "JAGS", "PNAS", "JCEM",
        "AJCN", "EHJ", "AJOG", "JAAD", "JEADV", "JNCI", "JMIR", "BJGP", "ZFA", "ZEFQ", "BJA", "EJA", "IJC", "AJR",
        "BJS", "BJD", "RPTH", "JAOA", "JBMR", "JBJS", "JASN", "JPGN", "JVIR", "JAPA", "JCN", "JTCVS",
        "Notfall + Rettungsmedizin", "Notfall & Rettungsmedizin", "Notfall und Rettungsmedizin",
        "Age Ageing", "Age and Ageing", "Diabetologie und Stoffwechsel", "Diabetologie",
        "The Oncologist", "Oncologist", "Nephron",
    )
)  # fmt: skip
"""Journals whose only words are words of titles as well; no more may stand beside them."""


_OF_FIELD = re.compile(
    r"(?:Frontiers in|Current Opinion in|Seminars in|Trends in|Archives of|Annals of|Advances in|Progress in"
    r"|(?:Proceedings|Transactions|Bulletin) of the|Monitor on|Perspectives on|Perspectives in|Topics in|Reviews in"
    r"|Clinics in) .+"
    r"|[A-Z]{2,5} (?:Advances|Open|Reports|Letters|Plus|Evidence|Global|Innovations|Insights)"
    r"|(?:Der|Die|Das) (?:Innere Medizin|(?:MKG-)?[A-ZÄÖÜ][a-zäöü]+"
    r"(?:ologie|pädie|chirurgie|iatrie|ologe|chirurg|arzt|mediziner|pädie|ist|äde|schmerz))"
)
"""The journals of the German specialities, named after their field or after who works in it ("Die Urologie")."""


_PLACE = re.compile(r" \([A-Z][a-z]{2,15}\)$")


def is_journal(name: str) -> bool:
    """Say whether a name is short enough for a journal and has one of the words that journals have."""
    if name.startswith(_LOWER):
        return len(name) <= _LENGTH
    if name.strip(" .") == "Cochrane" or (name.startswith("Mayo Clinic") and not name.startswith("Mayo Clinic P")):
        return False
    plain = _PLACE.sub("", name.strip(" ."))
    if plain in _ALONE or _OF_FIELD.fullmatch(plain):
        return True
    if not name[:1].isupper() or len(name) > _LENGTH:
        return False
    return not _WORDS.isdisjoint([word.strip(".,()") for word in name.lower().split()])


_ABBREVIATIONS = frozenset(
    (
        "j", "journal", "ann", "annals", "arch", "archives", "acta", "rev", "dtsch", "wochenschr", "arztebl", "ärztebl",
        "bundesgesundheitsbl", "bundesgesundheitsblatt", "zeitschrift", "z", "lancet", "bmj", "jama", "nejm", "surg",
        "oncol", "cardiol", "urol", "gynecol", "obstet", "pediatr", "psychiatr", "dermatol", "neurol", "rheumatol",
        "gastroenterol", "hepatol", "nephrol", "endocrinol", "radiol", "anaesth", "anesth", "resusc", "crit", "nutr",
        "ärzteblatt", "arzteblatt", "clin", "wkly", "klin",
    )
)  # fmt: skip


def is_abbreviated(name: str) -> bool:
    """Say whether a name has a word that only journals have, so that no topic is taken for one ("Eur Heart J")."""
    words = name.replace(".", " ").lower().split()
    return not _ABBREVIATIONS.isdisjoint(words) and name[:1].isupper() and len(words) <= _MOST_WORDS


_MOST_WORDS = 8


def ends_with_journal(text: str) -> bool:
    """Say whether a text can end with the name of a journal: cheaper than to look where that name would begin."""
    text = text.rstrip(" .,;\x1e")
    if not _WORDS.isdisjoint([word.strip(".,()") for word in text[-_LAST_WORDS:].lower().split()]):
        return True
    return any(is_journal(text.rpartition(stop)[2]) for stop in (". ", ", ", "? ", ") "))


_LAST_WORDS = 60
_MAGAZINE = re.compile(
    r"(?:[A-ZÄÖÜ][\w.]{1,20} ){0,3}[\w-]{0,20}(?:[ÄA]rzteblatt|[Zz]eitung|[Zz]eitschrift|[Ww]ochenschrift"
    r"|[Mm]onatsschrift|Rundschau)"
    r"(?: (?:International|online|digital))?(?: \([A-Z]{2,4}\))?"
    r"|(?:DAZ|PZ)(?:[. ]?[Oo]nline)?|PTA ?heute|Medical Tribune|Die Schwester,? Der Pfleger|Der Allgemeinarzt"
    r"|(?:Der )?(?:Spiegel|SPIEGEL)|Die Zeit|DIE ZEIT|FAZ|Frankfurter Allgemeine"
    r"|aerzteblatt|arznei-telegramm|Der Arzneimittelbrief|Altenpflege|Heilberufe|ergopraxis|physiopraxis"
)
"""A paper of a profession by the noun of one, or by its name."""


def is_magazine(name: str) -> bool:
    """Say whether a name is a paper's or magazine's whose articles are told by nothing but its name before them."""
    return _MAGAZINE.fullmatch(name.strip(" .")) is not None


_GROUPS = frozenset(
    (
        "Group", "Groups", "Society", "Societies", "Association", "Committee", "Council", "Federation", "Institute",
        "Foundation", "Network", "Alliance", "Academy", "Consortium", "Panel", "Collaborative", "Force", "Gesellschaft",
        "Stiftung", "Kommission", "Arbeitsgruppe", "Arbeitsgemeinschaft",
    )
)  # fmt: skip
"""The last words of the names of groups and societies."""
_PRINTS = re.compile(r"\b(?:J|Journal|Annals|Ann|Bulletin|Bull|Proceedings|Proc|Archives|Arch|Transactions|Trans)\b")
_ABROAD = re.compile(
    r"[A-Z]{2,6} (?:Ireland|Scotland|England|Wales|UK|USA|Canada|Australia|Europe|Deutschland|Germany|Austria|Schweiz"
    r"|Österreich)"
)


def is_printed(name: str) -> bool:
    """Say whether a society's name is but the end of its journal's ("Proceedings of the Nutrition Society")."""
    return _PRINTS.search(name) is not None


def is_group(name: str) -> bool:
    """Say whether a name ends as a society's or group's does and no word in it says that it prints a journal."""
    before, _, last = name.strip(" .").partition(" (")[0].rpartition(" ")
    if before and last in _GROUPS:
        return not is_printed(before)
    return _ABROAD.fullmatch(name.strip(" .")) is not None


_BULLETIN = re.compile(r"Epid(?:emiol(?:ogisches|og)?)?\.? ?Bull", re.IGNORECASE)


def is_bulletin(name: str) -> bool:
    """Say whether a name is that of the bulletin in which an institute itself reports."""
    return _BULLETIN.match(name) is not None
