"""Reports of institutes with the fields that each line says: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "Datenquelle: Statistisches Bundesamt: Pflegestatistik 2021",
        {"kind": "report", "organisations": ["Statistisches Bundesamt"], "title": "Pflegestatistik 2021"},
    ),
    (
        'RKI/ZfKD, „Krebs in Deutschland", Kapitel 3.13 Haut (ICD-10 C43), Datenbasis 2017–2018 — Inzidenz',
        {"kind": "report", "organisations": ["RKI", "ZfKD"], "title": "Krebs in Deutschland"},
    ),
    (
        (
            'Zentrum für Krebsregisterdaten (ZfKD)/GEKID, „Krebs in Deutschland für 2021–2023" '
            "(KID 2025), Kap. 3.13 (C43), krebsdaten.de (PDF-Kapitel abgerufen 30.08.2026)"
        ),
        {
            "kind": "report",
            "organisations": ["Zentrum für Krebsregisterdaten", "GEKID"],
            "title": "Krebs in Deutschland für 2021–2023",
            "accessed": "2026-08-30",
            "url": "krebsdaten.de",
        },
    ),
    (
        (
            "Kooperationsgemeinschaft Mammographie, Jahresbericht Evaluation 2023 — "
            "g-ba.de/downloads/Jahresbericht_2023.pdf"
        ),
        {
            "kind": "report",
            "organisations": ["Kooperationsgemeinschaft Mammographie"],
            "title": "Jahresbericht Evaluation 2023",
            "url": "g-ba.de/downloads/Jahresbericht_2023.pdf",
        },
    ),
    (
        (
            "EPRD – EPRD Jahresbericht 2023, EPRD Deutsche Endoprothesenregister gGmbH. Status 4, "
            "2023-10-28. Datenjahr 2022, S. 48: Tab. 30"
        ),
        {
            "kind": "report",
            "organisations": ["EPRD Deutsche Endoprothesenregister gGmbH"],
            "title": "EPRD Jahresbericht 2023",
            "year": 2023,
            "stand": "2023-10-28",
        },
    ),
    (
        "Deutsche Gesellschaft für Ernährung e. V. Essen und trinken im Alter – ein Überblick. Bonn, 2023.",
        {
            "kind": "report",
            "organisations": ["Deutsche Gesellschaft für Ernährung e. V."],
            "title": "Essen und trinken im Alter – ein Überblick",
            "year": 2023,
        },
    ),
    (
        "Bundesministerium für Gesundheit (BMG) (2023) Daten des Gesundheitswesens 2023. BMG, Berlin",
        {
            "kind": "report",
            "organisations": ["Bundesministerium für Gesundheit"],
            "title": "Daten des Gesundheitswesens 2023",
            "year": 2023,
        },
    ),
    (
        "Sachverständigenrat Gesundheit. Gutachten 2018: Bedarfsgerechte Steuerung. Bonn/Berlin 2018.",
        {
            "kind": "report",
            "organisations": ["Sachverständigenrat Gesundheit"],
            "title": "Gutachten 2018: Bedarfsgerechte Steuerung",
            "year": 2018,
        },
    ),
    (
        "Deutsche Hauptstelle für Suchtfragen e. V. (DHS): Jahrbuch Sucht 2023",
        {
            "kind": "report",
            "organisations": ["Deutsche Hauptstelle für Suchtfragen e. V."],
            "title": "Jahrbuch Sucht 2023",
        },
    ),
    (
        "Nutzen und Risiken hormonaler Kontrazeptiva, BfArM 2021",
        {
            "kind": "report",
            "organisations": ["BfArM"],
            "title": "Nutzen und Risiken hormonaler Kontrazeptiva",
            "year": 2021,
        },
    ),
    (
        "DGPPN (2022): „Psychische Erkrankungen in Deutschland“",
        {"kind": "report", "organisations": ["DGPPN"], "title": "Psychische Erkrankungen in Deutschland", "year": 2022},
    ),
    (
        "Deutsche Gesellschaft für Ernährung (DGE): Referenzwerte für Calcium, 2023",
        {
            "kind": "report",
            "organisations": ["Deutsche Gesellschaft für Ernährung"],
            "title": "Referenzwerte für Calcium",
            "year": 2023,
        },
    ),
    (
        "Umweltbundesamt (Hrsg.). (k.A.). Lärm und Gesundheit",
        {"kind": "report", "organisations": ["Umweltbundesamt"], "title": "Lärm und Gesundheit"},
    ),
    (
        (
            "Roe, A. (2011): Gutachten zur Versorgung. Haut-Stiftung und Akademie für Dermatologie "
            "an der Universität Ulm."
        ),
        {
            "kind": "report",
            "organisations": ["Haut-Stiftung", "Akademie für Dermatologie an der Universität Ulm"],
            "authors": ["Roe, A."],
            "title": "Gutachten zur Versorgung",
            "year": 2011,
        },
    ),
    (
        (
            "WHO – Hand Hygiene Manual 2009, World Health Organization. https://www.who.int/97.pdf "
            "(abgerufen 2026-10-06)"
        ),
        {
            "kind": "report",
            "organisations": ["World Health Organization"],
            "title": "Hand Hygiene Manual",
            "year": 2009,
            "accessed": "2026-10-06",
            "url": "https://www.who.int/97.pdf",
        },
    ),
    (
        (
            "OECD (2021), Health at a Glance 2021: OECD Indicators, OECD Publishing, Paris, "
            "https://doi.org/10.1787/ae301-en."
        ),
        {
            "kind": "report",
            "organisations": ["OECD"],
            "title": "Health at a Glance 2021: OECD Indicators",
            "year": 2021,
            "doi": "10.1787/ae301-en",
            "url": "https://doi.org/10.1787/ae301-en",
        },
    ),
    (
        "Statistisches Bundesamt (Destatis): Todesursachenstatistik 2022. Wiesbaden 2023",
        {
            "kind": "report",
            "organisations": ["Statistisches Bundesamt"],
            "title": "Todesursachenstatistik 2022",
            "year": 2023,
        },
    ),
    (
        ("Gemeinsamer Bundesausschuss: Arzneimittel-Richtlinie/Anlage XII: Olaratumab, Beschluss vom 18.05.2017"),
        {
            "kind": "report",
            "organisations": ["Gemeinsamer Bundesausschuss"],
            "title": "Arzneimittel-Richtlinie/Anlage XII: Olaratumab, Beschluss",
            "year": 2017,
            "stand": "2017-05-18",
        },
    ),
    ("DGE-Ernährungsbericht 2020", {"kind": "report", "organisations": ["DGE"], "title": "DGE-Ernährungsbericht 2020"}),
    (
        "BZgA-Broschüre Alkohol 2019",
        {"kind": "report", "organisations": ["BZgA"], "title": "BZgA-Broschüre Alkohol", "year": 2019},
    ),
    (
        "Patientenbroschüre Deutsche Rheuma-Liga, Stand 03/2022",
        {
            "kind": "report",
            "organisations": ["Deutsche Rheuma-Liga"],
            "title": "Patientenbroschüre",
            "stand": "2022-03",
        },
    ),
    (
        "Informationsbroschüre Deutsche Krebshilfe, 2021",
        {"kind": "report", "organisations": ["Deutsche Krebshilfe"], "title": "Informationsbroschüre", "year": 2021},
    ),
    (
        "Jahresbericht Deutsche Stiftung Organtransplantation 2022",
        {
            "kind": "report",
            "organisations": ["Deutsche Stiftung Organtransplantation"],
            "title": "Jahresbericht",
            "year": 2022,
        },
    ),
    (
        "Leitfaden Prävention, GKV-Spitzenverband, 2023",
        {"kind": "report", "organisations": ["GKV-Spitzenverband"], "title": "Leitfaden Prävention", "year": 2023},
    ),
    (
        "WHO Global Status Report on Road Safety 2018",
        {"kind": "report", "organisations": ["WHO"], "title": "Global Status Report on Road Safety 2018"},
    ),
    (
        "Techniker Krankenkasse, Stressstudie 2021",
        {"kind": "report", "organisations": ["Techniker Krankenkasse"], "title": "Stressstudie 2021"},
    ),
    (
        "Mitteilung der Ständigen Impfkommission beim Robert Koch-Institut (2018): Hinweise zu Impfungen",
        {
            "kind": "report",
            "organisations": ["Ständigen Impfkommission beim Robert Koch-Institut"],
            "title": "Hinweise zu Impfungen",
            "year": 2018,
        },
    ),
    (
        "Gemeinsames Positionspapier der DGE und der DGKJ: Vegane Ernährung, 2020",
        {"kind": "report", "organisations": ["DGE", "DGKJ"], "title": "Vegane Ernährung", "year": 2020},
    ),
    (
        (
            "Bundeszentrale für gesundheitliche Aufklärung in Zusammenarbeit mit der Deutschen "
            "Gesellschaft für Ernährung (2015): Essen in der Schwangerschaft"
        ),
        {
            "kind": "report",
            "organisations": ["Bundeszentrale für gesundheitliche Aufklärung", "Deutschen Gesellschaft für Ernährung"],
            "title": "Essen in der Schwangerschaft",
            "year": 2015,
        },
    ),
    (
        ("Verbraucherzentrale NRW gemeinsam mit dem Bundesinstitut für Risikobewertung: Nahrungsergänzung, 2019"),
        {
            "kind": "report",
            "organisations": ["Verbraucherzentrale NRW", "Bundesinstitut für Risikobewertung"],
            "title": "Nahrungsergänzung",
            "year": 2019,
        },
    ),
    (
        "Bundesministerium für Gesundheit und Robert Koch-Institut: Masern-Aktionsplan, 2015",
        {
            "kind": "report",
            "organisations": ["Bundesministerium für Gesundheit", "Robert Koch-Institut"],
            "title": "Masern-Aktionsplan",
            "year": 2015,
        },
    ),
    (
        "Robert Koch-Institut/Destatis: Gesundheit in Deutschland, 2015",
        {
            "kind": "report",
            "organisations": ["Robert Koch-Institut", "Destatis"],
            "title": "Gesundheit in Deutschland",
            "year": 2015,
        },
    ),
    (
        (
            "Roe, A., & Doe, B. (2020). Schlafstörungen im Alter. Deutsche Gesellschaft für "
            "Schlafforschung. https://www.example.org/schlaf.pdf"
        ),
        {
            "kind": "report",
            "organisations": ["Deutsche Gesellschaft für Schlafforschung"],
            "authors": ["Roe, A.", "Doe, B."],
            "title": "Schlafstörungen im Alter",
            "year": 2020,
            "url": "https://www.example.org/schlaf.pdf",
        },
    ),
    (
        "Informationsblatt „Bluthochdruck“ der Deutschen Hochdruckliga, 2019",
        {
            "kind": "report",
            "organisations": ["Deutschen Hochdruckliga"],
            "title": "Informationsblatt „Bluthochdruck“",
            "year": 2019,
        },
    ),
)
