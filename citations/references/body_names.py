"""The words by which an organisation is told: the nouns that head its name, names known whole, short names. Data."""

import re

from citations.references.signs import has_any

_HEADS = (
    "gesellschaft|institut|institute|institutes|association|society|college|academy|initiative|verband|verein|zentrum"
    "|centre|center|clinic|leitlinienprogramm|programme|agency|agentur|behörde|kammer|vereinigung|organization"
    "|organisation|bundesamt|authority"
    "|ministerium|gesundheitsministerium|arbeitsgemeinschaft|kooperationsgemeinschaft|stiftung|foundation|committee|commission|kommission"
    "|ausschuss|panel"
    "|board|group|arbeitsgruppe|netzwerk|network|verbraucherzentrale|konsortium|plattform|platform|universitätsklinik|poliklinik|hautklinik|kinderklinik|frauenklinik|fachklinik|universität|hochschule|universitätsklinikum|klinikum"
    "|universitätsmedizin|university|hospital|council|alliance|federation|union|league|liga|krebshilfe|fachgesellschaft"
    "|krankenkasse|ministry|department|office|portal|dienst|informationsdienst|register|hilfe|service|services"
    "|research uk"
    "|bundesanstalt|landesamt|charité|task force|collaboration|consortium|kollegium|bund|dachverband|redaktion"
    "|online|wikipedia|uptodate|pschyrembel|flexikon|doccheck|netdoktor|onmeda|medscape"
    "|gmbh|pharma|ltd|limited|kgaa|inc|arbeitskreis|akademie|kasse|versicherung|trust|editorial board|ärzteblatt"
    "|spital|universitätsspital|program|research fund|fund|research team|study team|collaborators|investigators"
    "|faculty"
    "|observatory|program in oncology|gesundheitsamt|rat|administration|hauptstelle|beauftragte|umschau|telegramm"
    "|gesundheitsmagazin|netz|publishing|bündnis|united nations|rotes kreuz"
    "|roten kreuzes|red cross|bundestag|bundesrat|auswärtiges amt|statistisches amt"
    "|school of public health|school of medicine|medical school"
    "|public health england|public health scotland"
)
_NOUNS = frozenset(head + ending for head in _HEADS.split("|") for ending in ("", "es", "s", "en", "n"))
_ENDS = {
    noun[-2:]: sorted({len(other) for other in _NOUNS if other[-2:] == noun[-2:] and " " not in other})
    for noun in _NOUNS
}
_WORD = re.compile(r"(?:^|(?<=[\s-]))\w+(?=$|[\s,.()/-])")
_TWO_WORDS = tuple(head for head in _HEADS.split("|") if " " in head)
NAMED = frozenset(
    (
        "barmer", "dak-gesundheit", "msd manual", "mayo clinic", "nhs", "knappschaft", "medlineplus", "orphanet",
        "thieme", "springer", "elsevier", "hogrefe", "kohlhammer", "apotheken umschau", "nhs inform", "nhs england",
        "nhs scotland", "nhs digital", "nhs wales", "nhs choices", "via medici", "thieme via medici", "msd manuals",
        "radiopaedia", "healthline", "bmj best practice", "unaids", "destatis", "pharmazeutische zeitung",
        "krebsgesellschaft", "netzathleten", "macmillan cancer support", "macmillan", "breast cancer now",
        "marie curie", "pschyrembel online", "rote liste online", "msd manual professional edition",
        "johns hopkins medicine", "deximed",
        "cochrane kompakt", "webmd", "statista", "vfa", "vdek",
        "centers for disease control and prevention", "die techniker", "planet wissen",
        "doccheck flexikon", "gelbe liste online", "wikipedia", "amboss", "netdoktor",
        "notfallguru", "nerdfallmedizin", "dasfoam", "leitlinien.de", "lecturio",
        "physiopedia", "orthobullets", "weisse liste", "weiße liste", "geeky medics", "drugs.com", "health canada",
        "medscape", "onmeda", "doccheck", "life in the fast lane", "emcrit",
        "dermnet", "dermnet nz", "statpearls", "emedpedia", "emedicine", "gematik", "merck manual",
        "uptodate", "dynamed", "patient.info", "medline plus", "flexikon", "eurostat", "versus arthritis",
        "national comprehensive cancer network",
    )
)  # fmt: skip
ONE_WORD = re.compile(
    r"(?=[A-ZÄÖÜ])(?:\w*-)*\w*(?:[Ss]pitzenverband|[Dd]achverband|[Bb]erufsverband|ministerium|bundesamt|landesamt"
    r"|gesundheitsamt|ärztekammer|apothekerkammer|therapeutenkammer|bundesanstalt"
    r"|(?:verbraucher|bundes|landes)zentrale)s?"
)
"""An authority in one word; other words with such an ending ("Herzkammer", "Druckverband") are topics."""
SOCIETY = re.compile(
    r"(?:D|Ö|OE|Oe|S)Gf?[A-ZÄÖÜ][A-Za-zÄÖÜ]{0,8}|[GN]?DG|DGN|DEGAM|AGO|AWMF|BÄK|KBV|DKG|DKH|AZQ|ÄZQ|DMKG|GPGE"
    r"|GNPI|DIVI|DKHW"
    r"|BVKJ|BVF|ESC|ESMO|EASL|EAU|EULAR|ACR|AHA|ACC|NICE|WHO|RKI|STIKO|DNQP|AQUA|DVO|GTH|PEG|ÖGGG|IQWiG|G-BA"
    r"|DDG|DSG|DTG|DEGRO|DEGUM|DAIG|DVGS|GPOH|GfV|BVDD|VDBD|KRINKO|GINA|KDIGO|ERC|GRC|ESH|ERS|ATS|IDSA|ESPEN|ESPGHAN|ASPEN|ESGE|ECCO|EASD|ASCO|NCCN|ESTRO|ESGO|ESHRE|FIGO"
    r"|ACOG|RCOG|SIGN|USPSTF|ECDC|BfArM|BfR|CDC|ILAE|AASM|RCPsych|NHMRC|SOGC|AAOS|ACEP|OARSI|WSES|ESO|EAN|EHRA|ESA|AAN|AAP|AAD|ADA|AGA|ACG|ACS|ACP|ACCP|AASLD|ASH|ATA|BTS|BSG|BAD|BHIVA|BASHH|IUSTI|ISPAD|ISTH|ECIL|EBMT|EFLM|EFSMA|AMMI|RCPCH|GOLD|ILCOR|AABB|BAP|CANMAT|ENETS|SIOG|EANO|SITC|ESICM|SCCM|ESAIC|EACTS|BZgA|DHS|KZBV|BZÄK|ÖDG|AkdÄ|WAO|EAACI|EADV|ESVS|ISUOG|ASAS|AGS|ISCD|IOF|AUA|EFNS|WFSBP|NOGG|EMAS|EHS"
    r"|EuroGuiDerm|ESCMID|EORTC|DAG|AAGBI|ASRA|RCEM|RCoA|BASL|EHNS|EUSOBI|ESUR|SAGES|IQTIG"
)

_INSURERS = (
    "AOK ", "BARMER ", "Barmer ", "DAK ", "TK ", "IKK ", "BKK ", "NHS ", "ADAC ", "DRK ", "KV ", "KZV ", "VdK ",
    "Helios ", "Asklepios ", "Sana ", "Schön Klinik", "Median ",
)  # fmt: skip
_OF_INSURER = re.compile(r"[A-Za-zö]{2,9}(?: (?:[A-ZÄÖÜ][\w-]{2,24}|classic|plus|gesund|and|of|for|und|für)){1,5}")
"""A branch, portal or service of an insurer or health service goes by its short name ("AOK Gesundheitspartner")."""
_DOCUMENT_WORD = re.compile(
    r"[Bb]ericht|[Rr]eport|[Ss]tudie|[Pp]lan\b|[Aa]tlas|[Mm]onitor|[Ss]tatisti|[Ii]nfo|[Rr]atgeber|[Ll]eitlinie|[Gg]uid"
)


def is_branch(name: str) -> bool:
    """Say whether a name is that of a branch, portal or service of an insurer or health service."""
    return name.startswith(_INSURERS) and _OF_INSURER.fullmatch(name) is not None and not _DOCUMENT_WORD.search(name)


def has_head(text: str) -> bool:
    """Say whether a word ends with the noun of an organisation ("...gesellschaft", "...zentrums", "Society")."""
    low = text.lower()
    for word in _WORD.findall(low):
        for length in _ENDS.get(word[-2:], ()):
            if word[-length:] in _NOUNS and (
                low == text or f" {word}" not in text or word == "online"
            ):  # no "tumor board workflows"
                return True
    return " " in low and has_any(_TWO_WORDS, low)
