"""Web pages told by their house and title only, with the fields that each says: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "IQWiG / gesundheitsinformation.de: Schützt Vitamin C vor Erkältungen?",
        {
            "kind": "web-page",
            "organisations": ["IQWiG", "gesundheitsinformation.de"],
            "title": "Schützt Vitamin C vor Erkältungen?",
        },
    ),
    (
        "gesundheitsinformation.de: Kreatinin",
        {"kind": "web-page", "organisations": ["gesundheitsinformation.de"], "title": "Kreatinin"},
    ),
    ('Wikipedia, „Hitzschlag"', {"kind": "web-page", "organisations": ["Wikipedia"], "title": "Hitzschlag"}),
    (
        "Apotheken Umschau, Bluthochdruck senken ohne Medikamente",
        {"kind": "web-page", "organisations": ["Apotheken Umschau"], "title": "Bluthochdruck senken ohne Medikamente"},
    ),
    (
        "Bundeslebensmittelschlüssel 3.02, Max Rubner-Institut",
        {"kind": "web-page", "organisations": ["Max Rubner-Institut"], "title": "Bundeslebensmittelschlüssel 3.02"},
    ),
    (
        "Harvard Health Publishing (2021): „Understanding the stress response“",
        {
            "kind": "web-page",
            "organisations": ["Harvard Health Publishing"],
            "title": "Understanding the stress response",
            "year": 2021,
        },
    ),
    (
        ("Deutsches Krebsforschungszentrum: Tipps gegen das Rauchen (2018). Dosisabhängigkeit; Passivrauchen."),
        {
            "kind": "web-page",
            "organisations": ["Deutsches Krebsforschungszentrum"],
            "title": "Tipps gegen das Rauchen",
            "year": 2018,
        },
    ),
    ("Kompetenznetz Demenzen", {"kind": "web-page", "organisations": ["Kompetenznetz Demenzen"]}),
    (
        "Statista: Anzahl der Pflegebedürftigen in Deutschland bis 2023",
        {
            "kind": "web-page",
            "organisations": ["Statista"],
            "title": "Anzahl der Pflegebedürftigen in Deutschland bis 2023",
        },
    ),
    (
        "Schlaganfall: Erste Hilfe, Stiftung Deutsche Schlaganfall-Hilfe",
        {
            "kind": "web-page",
            "organisations": ["Stiftung Deutsche Schlaganfall-Hilfe"],
            "title": "Schlaganfall: Erste Hilfe",
        },
    ),
    (
        "FSME (Frühsommer-Meningoenzephalitis), Robert-Koch-Institut",
        {
            "kind": "web-page",
            "organisations": ["Robert-Koch-Institut"],
            "title": "FSME (Frühsommer-Meningoenzephalitis)",
        },
    ),
    (
        "Bundesinstitut für Öffentliche Gesundheit (2025). Hörstörungen bei Kindern. Online lesen",
        {
            "kind": "web-page",
            "organisations": ["Bundesinstitut für Öffentliche Gesundheit"],
            "title": "Hörstörungen bei Kindern",
            "year": 2025,
        },
    ),
    (
        "Katarakt: Berufsverband der Augenärzte Deutschlands (2020/2023). Grauer Star. Zur Website",
        {
            "kind": "web-page",
            "organisations": ["Berufsverband der Augenärzte Deutschlands"],
            "title": "Grauer Star",
            "year": 2020,
        },
    ),
    (
        "Deutsche Schmerzgesellschaft (2020) Deutscher Schmerzfragebogen. https://example.org/bogen.pdf",
        {
            "kind": "web-page",
            "organisations": ["Deutsche Schmerzgesellschaft"],
            "title": "Deutscher Schmerzfragebogen",
            "year": 2020,
            "url": "https://example.org/bogen.pdf",
        },
    ),
    (
        "Bundesärztekammer (2019) Formular Patientenverfügung. https://example.org/pv.pdf",
        {
            "kind": "web-page",
            "organisations": ["Bundesärztekammer"],
            "title": "Formular Patientenverfügung",
            "year": 2019,
            "url": "https://example.org/pv.pdf",
        },
    ),
    (
        "IQWiG-Gesundheitsinformation zur Gicht",
        {"kind": "web-page", "organisations": ["IQWiG"], "title": "Gesundheitsinformation zur Gicht"},
    ),
    ("BZgA-Themenseite Impfen", {"kind": "web-page", "organisations": ["BZgA"], "title": "Themenseite Impfen"}),
)
