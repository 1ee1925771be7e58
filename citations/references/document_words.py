"""What a document calls itself, and which kind of source it is thereby: the one table of such words. Data.

Signs are in small letters. A word counts for its kind whoever issued the document and wherever it is found; only a
journal makes an article of it. Words of guidelines that need their grammar stand in ``guideline_words``.
"""

REPORTS = (
    "bericht", "report", "bulletin", "krebs in deutschland", "nutzenbewertung", "dossierbewertung", "beschluss",
    "gutachten", "health technology assessment", "weißbuch", "jahrbuch", "cancer facts",
    "positionspapier", "stellungnahme", "white paper", "technical", "global aids update", "datenreport", "hta-",
    "wissenschaftliche bewertung", "aktualisierte bewertung", "schriftenreihe", "expertise ", "handlungsrahmen",
    "befragung", "basisstatistik", "sterbetafel", "health at a glance", "fachserie", "pflegestatistik",
    "todesursachenstatistik", "rapid review", "surveillance", "studie 20", "bundesauswertung",
)  # fmt: skip
WEAK_REPORTS = (
    "statistic", "statistik", "statistis", "survey", "monitor", "erhebung", "survival",
    "schätzung", "referenzwert", "reference value", "scientific opinion", "broschüre",
    "leitfaden", "handreichung", "curriculum", "eckpunkte",
)  # fmt: skip
"""Words of pages on figures as well: they speak of a report only where no address and no day of access do."""
PAGES = (
    "information", "ratgeber", "merkblatt", "faktenblatt", r"fact ?sheet", "infoblatt", "kurzinfo", "tipps", "page",
    "homepage", "startseite", "online", "website", "faq", r"(?:reise|sicherheits|warn)hinweise", "abfrage",
    r"(?:frage|anamnese|aufklärungs)bogen", "formular", "vordruck", "checkliste", "questionnaire",
)  # fmt: skip
"""What a page for readers calls itself, or a form to fill in: patterns of whole words or of their ends."""
DRUG_LABELS = (
    r"\bFachinfos?\b", r"\bzusammenfassung der merkmale des arzneimittels",
    r"\b(?:Fach|Gebrauchs|Produkt|Arzneimittel)information(?:en)?\b", r"\bPackungsbeilage", r"\bBeipackzettel",
    r"\bRote-Hand-Brief", r"\bSicherheitsinformation", r"\bdrug safety communication", r"\bdrug safety update",
    r"\bÄnderung(?:en)? der Arzneimittel-Richtlinie(?=$|[,.:;( ])", r"\bInformationsbrief zu\b",
    r"\bsummary of product characteristics", r"\bprescribing information", r"\bproduct information", r"\bEPAR\b",
    r"\bArzneimittel-Informationssystem", r"\bPharmNet\b", r"\bEmbryotox\b", r"\bSmPC\b", r"\[package insert\]",
    r"\bRote Liste\b", r"\bGelbe Liste\b", r"^Monogra(?:ph|f)ien? \w",
    r"\bproduct monograph\b", r"\b(?:Wirkstoff|Arzneistoff|Arzneimittel)monogra(?:ph|f)ien?\b",
)  # fmt: skip
"""A monograph at the head of a line is that of a drug; a book calls itself so behind its title."""
DRUG_SIGNS = (
    "information", "drug safety", "fachinfo", "merkmale", "packungsbeilage", "beipackzettel", "brief",
    "characteristics", "epar", "insert", "smpc", "liste", "arzneimittel-richtlinie", "pharmnet", "embryotox", "monogra",
)  # fmt: skip
"""One of them stands in each of the words of drug information."""
ADVICE = (
    r"position (?:paper|stand|statement)s?", r"(?:practice|clinical) (?:advisory|guidance|parameter)s?",
    r"\w*algorith(?:mus|men|ms?)", r"empfehlung(?:en)? zum?",
    r"(?:consensus|konsensus?)(?:-?(?:papier|statement|paper))?",
)  # fmt: skip
"""What a society calls its advice besides a guideline: such a paper is one only behind the name of a society."""
ADVICE_SIGNS = ("position ", "advisory", "guidance", "parameter", "algorith", "consensus", "konsens", "empfehlung")
