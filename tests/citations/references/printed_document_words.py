"""What a document calls itself decides its kind, whoever issued it and however: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "World Health Organization (WHO) — Fact Sheet: Tollwut",
        {"kind": "web-page", "organisations": ["World Health Organization"], "title": "Fact Sheet: Tollwut"},
    ),
    (
        "BAG: Faktenblatt Zecken (2022)",
        {"kind": "web-page", "organisations": ["BAG"], "title": "Faktenblatt Zecken", "year": 2022},
    ),
    (
        "RKI: Merkblatt Tollwut (2021)",
        {"kind": "web-page", "organisations": ["RKI"], "title": "Merkblatt Tollwut", "year": 2021},
    ),
    (
        "Auswärtiges Amt: Reise- und Sicherheitshinweise Kenia (inkl. Gesundheit)",
        {
            "kind": "web-page",
            "organisations": ["Auswärtiges Amt"],
            "title": "Reise- und Sicherheitshinweise Kenia (inkl. Gesundheit)",
        },
    ),
    (
        'DGE (2023): „Zucker im Alltag." Link',
        {"kind": "web-page", "organisations": ["DGE"], "title": "Zucker im Alltag", "year": 2023},
    ),
    (
        'DGE (2023): „Referenzwerte für Jod." Link',
        {"kind": "report", "organisations": ["DGE"], "title": "Referenzwerte für Jod", "year": 2023},
    ),
    (
        "Deutsche Gesellschaft für Ernährung (DGE): Referenzwerte für Eisen (Stand 2022).",
        {
            "kind": "web-page",
            "organisations": ["Deutsche Gesellschaft für Ernährung"],
            "title": "Referenzwerte für Eisen",
            "stand": "2022",
        },
    ),
    (
        "Monographie Ibuprofen. Stand: 2022. Abgerufen am: 01.02.2023.",
        {"kind": "drug-information", "title": "Monographie Ibuprofen", "stand": "2022", "accessed": "2023-02-01"},
    ),
    (
        "Health Canada — Product monograph Xarelto",
        {"kind": "drug-information", "organisations": ["Health Canada"], "title": "Product monograph Xarelto"},
    ),
    (
        "ABDATA: Wirkstoffmonographie Metformin, 2021",
        {
            "kind": "drug-information",
            "organisations": ["ABDATA"],
            "title": "Wirkstoffmonographie Metformin",
            "year": 2021,
        },
    ),
    (
        "Paul-Ehrlich-Institut (PEI) – Nuvaxovid – Produktinformation",
        {
            "kind": "drug-information",
            "organisations": ["Paul-Ehrlich-Institut"],
            "title": "Nuvaxovid – Produktinformation",
        },
    ),
    (
        "Fachinformation Xarelto® (Rivaroxaban) – Dosierung bei Niereninsuffizienz.",
        {"kind": "drug-information", "title": "Fachinformation Xarelto® (Rivaroxaban)"},
    ),
    (
        "AASLD. Practice Guidance on portal hypertension (2021).",
        {
            "kind": "guideline",
            "organisations": ["AASLD"],
            "title": "Practice Guidance on portal hypertension",
            "year": 2021,
        },
    ),
    (
        "ESC: CPG on valvular heart disease (2021)",
        {"kind": "guideline", "organisations": ["ESC"], "title": "CPG on valvular heart disease", "year": 2021},
    ),
    (
        "ASRA Practice Advisory Awake Blocks 2019",
        {"kind": "guideline", "organisations": ["ASRA"], "title": "Practice Advisory Awake Blocks", "year": 2019},
    ),
    (
        "EULAR: Position paper on remote care, 2022",
        {"kind": "guideline", "organisations": ["EULAR"], "title": "Position paper on remote care", "year": 2022},
    ),
    (
        "DGAI: Algorithmus Schwieriger Atemweg 2023",
        {"kind": "guideline", "organisations": ["DGAI"], "title": "Algorithmus Schwieriger Atemweg", "year": 2023},
    ),
    (
        "DGEM: Konsensuspapier Sarkopenie (2021)",
        {"kind": "guideline", "organisations": ["DGEM"], "title": "Konsensuspapier Sarkopenie", "year": 2021},
    ),
    (
        "DGKJ: Empfehlungen zum Stillen (2020)",
        {"kind": "guideline", "organisations": ["DGKJ"], "title": "Empfehlungen zum Stillen", "year": 2020},
    ),
    (
        "Verbraucherzentrale: Empfehlungen zu Vitaminen, https://verbraucherzentrale.de",
        {
            "kind": "web-page",
            "organisations": ["Verbraucherzentrale"],
            "title": "Empfehlungen zu Vitaminen",
            "url": "https://verbraucherzentrale.de",
        },
    ),
    (
        "Roe A, Doe B. Sleep and pain: a position paper of the European Pain Federation. Eur J Pain 2020;24:1-9.",
        {
            "kind": "guideline",
            "organisations": ["European Pain Federation"],
            "authors": ["Roe A", "Doe B"],
            "title": "Sleep and pain: a position paper of the European Pain Federation",
            "container": "Eur J Pain",
            "year": 2020,
            "volume": "24",
            "pages": "1-9",
        },
    ),
    (
        "Roe A. Position of the lateral wall in CT. Eur Radiol 2019;12:1-9.",
        {
            "kind": "journal-article",
            "authors": ["Roe A"],
            "title": "Position of the lateral wall in CT",
            "container": "Eur Radiol",
            "year": 2019,
            "volume": "12",
            "pages": "1-9",
        },
    ),
    (
        "EBM, GOP 01732 (Abschnitt 1.7.2) – https://www.kbv.de/ebm",
        {"kind": "law", "title": "EBM, GOP 01732", "url": "https://www.kbv.de/ebm"},
    ),
    ("BEMA-Nr. 04", {"kind": "law", "title": "BEMA-Nr. 04"}),
    (
        "Ultraschall-Vereinbarung gemäß § 135 Absatz 2 SGB V, Stand 01.04.2023",
        {"kind": "law", "title": "Ultraschall-Vereinbarung gemäß § 135 Absatz 2 SGB V", "stand": "2023-04-01"},
    ),
    (
        "KBV/GKV-Spitzenverband: Qualitätssicherungsvereinbarung Koloskopie nach § 135 Abs. 2 SGB V",
        {
            "kind": "law",
            "organisations": ["KBV", "GKV-Spitzenverband"],
            "title": "Qualitätssicherungsvereinbarung Koloskopie nach § 135 Abs. 2 SGB V",
        },
    ),
    (
        "BMV-Ä, Anlage 4.1 Überweisung (KBV)",
        {"kind": "law", "organisations": ["KBV"], "title": "BMV-Ä, Anlage 4.1 Überweisung"},
    ),
    (
        "Destatis: Diagnosedaten 2020. Statistischer Bericht 23-1-2 (Tabelle 1)",
        {
            "kind": "report",
            "organisations": ["Destatis"],
            "title": "Diagnosedaten 2020",
            "container": "Statistischer Bericht 23-1-2",
        },
    ),
    (
        "IQTIG, Bundesauswertung 2021 – https://iqtig.org",
        {"kind": "report", "organisations": ["IQTIG"], "title": "Bundesauswertung 2021", "url": "https://iqtig.org"},
    ),
    (
        "UBA (Hrsg.), Hitze 2022, Teilbericht 3, Kap. 4.2",
        {"kind": "report", "organisations": ["UBA"], "title": "Hitze 2022, Teilbericht 3"},
    ),
)
