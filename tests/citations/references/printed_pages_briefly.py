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
    (
        "Arbeitsgemeinschaft Dermatologische Histologie (ADH)",
        {"kind": "web-page", "organisations": ["Arbeitsgemeinschaft Dermatologische Histologie"]},
    ),
    (
        "Arbeitsgemeinschaft Pädiatrische Immunologie e.V.",
        {"kind": "web-page", "organisations": ["Arbeitsgemeinschaft Pädiatrische Immunologie e.V."]},
    ),
    (
        "Heilmittelindex im Wissenschaftlichen Institut der AOK (WIdO), Stand 10/2022",
        {
            "kind": "web-page",
            "organisations": ["Wissenschaftlichen Institut der AOK"],
            "title": "Heilmittelindex",
            "stand": "2022-10",
        },
    ),
    (
        "Zentrum für Krebsregisterdaten im Robert Koch-Institut (RKI), Stand 05/2024",
        {
            "kind": "web-page",
            "organisations": ["Zentrum für Krebsregisterdaten im Robert Koch-Institut"],
            "stand": "2024-05",
        },
    ),
    (
        "ProtoDent® – die Datenbank zahnärztlicher Leitfäden",
        {"kind": "web-page", "organisations": ["ProtoDent®"], "title": "die Datenbank zahnärztlicher Leitfäden"},
    ),
    (
        "Mölnlycke, Wundauflagen im Überblick (2023) — molnlycke.com",
        {
            "kind": "web-page",
            "organisations": ["Mölnlycke"],
            "title": "Wundauflagen im Überblick",
            "year": 2023,
            "url": "molnlycke.com",
        },
    ),
    (
        "Convatec: Stomapflege im Alltag (2022) — convatec.de",
        {
            "kind": "web-page",
            "organisations": ["Convatec"],
            "title": "Stomapflege im Alltag",
            "year": 2022,
            "url": "convatec.de",
        },
    ),
    (
        "Smith & Nephew, Wundversorgung in der Praxis (2022) — smith-nephew.com",
        {
            "kind": "web-page",
            "organisations": ["Smith & Nephew"],
            "title": "Wundversorgung in der Praxis",
            "year": 2022,
            "url": "smith-nephew.com",
        },
    ),
    (
        "Rheuma, Leben mit der Krankheit — rheuma.de",
        {"kind": "web-page", "title": "Rheuma, Leben mit der Krankheit", "url": "rheuma.de"},
    ),
    (
        "Roe AB, et al. (2010)\nThe Foo Scoring Manual (2nd Edition)\nUniversity of Oxford, Oxford\nhttps://www.example.org/manual.pdf",
        {
            "kind": "book",
            "organisations": ["University of Oxford"],
            "authors": ["Roe AB"],
            "title": "The Foo Scoring Manual",
            "version": "2",
            "year": 2010,
            "url": "https://www.example.org/manual.pdf",
        },
    ),
    (
        (
            "Deutsche Gesellschaft für Ernährung: Referenzwerte für die Energiezufuhr. "
            "PAL-Werte reichen von 1,2 bis 2,4 bei schwerer Arbeit."
        ),
        {
            "kind": "report",
            "organisations": ["Deutsche Gesellschaft für Ernährung"],
            "title": "Referenzwerte für die Energiezufuhr",
        },
    ),
)
