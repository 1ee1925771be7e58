"""The word lists behind the proposed harm class (domain section 7), as data. Lower-case; no rules live here."""

from citations.pages.word_lists import words

DRUGS = words("""
    abemaciclib abirateron adriamycin alectinib anastrozol aspirin bevacizumab bleomycin bortezomib busulfan
    capecitabin carboplatin carmustin cetuximab chlorambucil cisplatin cyclophosphamid cytarabin dacarbazin
    dactinomycin daunorubicin denosumab dexamethason docetaxel doxorubicin epirubicin eribulin erlotinib etoposid
    everolimus exemestan fluorouracil fludarabin folinsäure fulvestrant gemcitabin goserelin heparin hydroxyurea
    ibuprofen idarubicin ifosfamid imatinib insulin interferon interleukin ipilimumab irinotecan kortison cortison
    lapatinib larotrectinib letrozol leucovorin leuprorelin lomustin melphalan mercaptopurin mesna metamizol
    methotrexat mifamurtid mitomycin mitotan mitoxantron morphin nivolumab octreotid olaparib olaratumab oxaliplatin
    paclitaxel paracetamol pazopanib pembrolizumab pemetrexed pertuzumab prednisolon prednison procarbazin raloxifen
    regorafenib rituximab sirolimus sorafenib sunitinib tamoxifen tazemetostat temozolomid temsirolimus thalidomid
    topotecan trabectedin trastuzumab tretinoin vinblastin vincristin vinorelbin warfarin marcumar zoledronat
    zoledronsäure selinexor ripretinib avapritinib entrectinib atezolizumab durvalumab""")

DRUG_ENDINGS = (
    "inib", "mab", "zomib", "platin", "taxel", "rubicin", "fosfamid", "ciclib", "parib", "tecan", "bulin", "bectedin",
    "dronat", "statin", "limus", "prazol", "cillin", "lisib", "degib", "metinib", "mustin", "citabin", "trexat",
    "setron", "grastim", "xaban", "gatran", "sartan", "floxacin", "mycin", "trozol", "relin", "mide", "leucel",
)  # fmt: skip
NO_DRUGS = frozenset(("globulin", "immunglobulin", "tubulin", "mab", "somatostatin"))

H3_STEMS = (
    "medikament", "arzneimittel", "arznei", "wirkstoff",
    "substanz", "präparat", "antikörper", "inhibitor", "immuntherapie",
    "kortikoid", "kortikost", "corticost", "checkpoint", "zytostatik", "chemotherapeutik", "antibiotik",
    "schmerzmittel", "kortison", "hormonpräparat",
    "zulassung", "zugelassen", "zulassen", "dosis", "dosier",
    "überdos", "infusion", "tablette", "einnahme", "einnehmen", "ampulle",
    "spritze", "erstlinie", "zweitlinie", "drittlinie", "first-line", "second-line", "third-line", "firstline",
    "secondline", "kontraindik", "gegenanzeig", "wechselwirkung", "notfall", "notarzt", "notaufnahme", "notruf",
    "lebensgefähr", "lebensbedroh", "warnung", "warnhinweis", "vergift", "anaphyla", "blutvergift", "sepsis",
    "drug", "medication", "approved", "approval", "dosage", "dose", "antibod", "immunotherap", "inhibitors",
    "emergency", "contraindicat", "tumorhemmer", "impfstoff",
)  # fmt: skip
"""A word that begins with one of these, or holds it after a hyphen or inside a compound."""

H3_ENDINGS = (
    "hemmer",
    "hemmern",
    "hemmers",
    "blocker",
    "blockern",
    "antagonist",
    "antagonisten",
    "agonist",
    "agonisten",
)

NOW = (
    r"\b(?:sofort|umgehend|unverzüglich|schnellstmöglich|noch am selben Tag|rufen Sie (?:den|die|sofort)"
    r"|wählen Sie 112|112"
    r"|lebensgefahr|auf keinen Fall|keinesfalls|niemals|dürfen (?:Sie )?nicht|darf nicht|immediately"
    r"|at once|call 911|never)\b"
)
"""When to act, and what not to do: stands above a pointer in the same sentence."""

AMOUNT = r"\d\s?(?:mg|µg|mcg|ml|g/m²|mg/m²|mg/kg|I\.?E\.?|Gy|Gray)(?![^\W\d_])"

POINTERS = (
    r"\blesen Sie\s(?:\w+\s){0,3}?(?:unter|im|in|hier|auf|auch|mehr|bitte)\b|\b(?:mehr|näheres|weiteres"
    r"|dazu|ausführlich\w*|"
    r"informationen|details)\b[^.!?]{0,200}\b(?:lesen|erfahren|erhalten|bekommen) Sie\b"
    r"|\bfinden Sie\b(?!\s(?:(?:bei|an) (?:sich|\w+)\s)?(?:einen|eine|ein)\s(?:\w+\s)?(?:knoten|schwellung|verhärtung))"
    r"|\b(?:hier|dort|online) zu finden\b|\bwww\.|https?://|\(PDF\)|\bmehr (?:dazu|zum thema|informationen)\b"
    r"|\bweitere informationen\b"
    r"|\b(?:uns|krebsinformationsdienst|team|hotline|telefon|e-mail|fragen)\b[^.!?]{0,80}\bkontaktieren\b"
    r"|\bkontaktieren sie uns\b"
    r"|\b(?:prägte[n]?|stammt|geht zurück|leitet sich)\b[^.!?]{0,60}\b(?:begriff|bezeichnung|name|wort|ausdruck)\b"
    r"|\b(?:begriff|bezeichnung|name|wort|ausdruck)\b[^.!?]{0,60}\b(?:stammt|prägte|geht auf|leitet sich)\b"
    r"|\b(?:telefon|tel|telefax|fax|e-?mail|phone)\b\.?\s?:|\b(?:telefonisch|telefonnummer|öffnungszeiten"
    r"|postanschrift|e-mail-adresse)\b|\bsiehe (?:auch"
    r"|unter|hier|abschnitt|kapitel)\b"
    r"|\b(?:read more|see also|contact us|you can find|can be found|further information|more information)\b"
)

FOUND = r"\b(?:findet sich|finden sich|zu finden|lassen sich finden|wird aufgeführt|sind aufgeführt)\b"
"""What can stand somewhere: a pointer only with a place to look, "Metastasen finden sich in der Lunge" is none."""

PLACES = (
    r"\b(?:im|in|am ende|zu) (?:\w+ ){0,3}?"
    r"(?:beitrag|beiträgen|text|texten|artikeln?|kapiteln?|internet|glossar|anhang|faltblatt|flyer|ratgeber|forum|broschüren?"
    r"|adressverzeichnis|download\w*|portal|tabellen?|abbildung|übersicht|datenbank|rubrik|infothek|mediathek|adressliste"
    r"|linkliste|liste)\b|\bim (?:(?:folgenden|nächsten|letzten|vorigen) )?(?:abschnitt|dokument|netz)\b"
    r"|\bauf (?:der|den|dieser|diesen|unserer|unseren|ihrer|deren|dessen|einer eigenen) "
    r"(?:\w+-)?(?:internet|web|themen|start|unter|service|info\w*)?-?(?:seiten?|site|homepage|website|portal)\b"
    r"|\bunter (?:der (?:adresse|rubrik|nummer|überschrift)|dem (?:link|stichwort|menüpunkt|reiter|punkt|titel)"
    r"|folgende\w+|[„\"»“‚'])|(?:^|\s)(?:online|weiter unten|weiter oben|nachstehend)\b"
    r"|\b(?:beim|bei der|bei dem) (?:\w+)?(?:informationsdienst|krebshilfe|krebsgesellschaft|stiftung|bundesamt)\b"
)

COUNTS = (
    r"(?:\d[\d.,]*\s?(?:%|prozent\b|percent\b)|\b(?:von|of) (?:\d[\d.]*|hundert|tausend) |\bpro \d[\d.]* "
    r"|\d[\d.,]*\s(?:[^\W\d_]+\s){0,2}?(?:neuerkrankung|fälle|erkrank|menschen|personen|frauen|männer|kinder|patient|"
    r"betroffene|einwohner|verschieden|unterschiedlich|arten\b|subtyp|unterform|subentit|formen\b|people"
    r"|cases|women|men\b|patients|types))"
)
OUTCOMES = (
    r"\b(?:ansprech\w*|spr(?:icht|echen)\b|überleb\w*|rückf[aä]ll\w*|geheilt|heil\w+|nebenwirkung\w*|wirk\w+"
    r"|relapse|surviv\w+|respond\w*)"
)

H2_STEMS = (
    "therap", "behandl", "operation", "operativ", "operier", "chirurg", "resektion", "resezier", "bestrahl", "strahlen",
    "radiotherap", "eingriff", "intervention", "diagnos", "diagnost", "untersuch", "biops", "gewebeprobe", "nachsorge",
    "verlaufskontroll", "kontrolltermin", "früherkennung", "screening", "empfehl", "empfohlen", "zentrum", "zentren",
    "lindern", "linderung", "lebensqualität", "metasta", "entfern", "heilbar", "heilung", "geheilt", "prognose",
    "nebenwirkung", "beschwerde", "symptom", "schmerz", "palliativ", "supportiv", "reha", "psychoonko", "psychother",
    "beratungsstelle", "klinik", "krankenhaus", "ärzt", "arzt", "studie", "indiziert", "indikation", "tumorboard",
    "rückfall", "rezidiv", "bildgeb", "ct-", "mrt", "ultraschall", "stadium", "kontrolle", "begleiterkrank",
    "chemother", "transplant", "impfung", "vorsorge", "treat", "surg", "radiat", "follow-up", "diagnosis", "biopsy",
    "recommend", "symptom", "pain", "cure", "risik", "überleben", "komplementär",
)  # fmt: skip
NOT_H2 = ("stadieneinteilung", "uicc-stadi", "tnm-stadi")
