"""Reports, pages, drug information, laws and rulings as apps and pages of houses print them: test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "Quelle: Fachinformation Humira, AbbVie, Stand 02/2024",
        {
            "kind": "drug-information",
            "organisations": ["AbbVie"],
            "title": "Fachinformation Humira",
            "stand": "2024-02",
        },
    ),
    (
        "Datenquelle: Statistisches Bundesamt: Pflegestatistik 2021",
        {"kind": "report", "organisations": ["Statistisches Bundesamt"], "title": "Pflegestatistik 2021"},
    ),
    (
        (
            "LP_Einwilligung (Aufbau des Gesprächs): Bundesministerium der Justiz. Bürgerliches Gesetzbuch §630d "
            "— Einwilligung (Patientenrechte), 2013."
        ),
        {
            "kind": "law",
            "organisations": ["Bundesministerium der Justiz"],
            "title": "Bürgerliches Gesetzbuch §630d – Einwilligung",
            "year": 2013,
        },
    ),
    (
        "Hexal 1999 Hexal AG (2016) Fachinformation Verapamil Hexal® 40 mg Filmtabletten",
        {
            "kind": "drug-information",
            "organisations": ["Hexal AG"],
            "title": "Fachinformation Verapamil Hexal® 40 mg Filmtabletten",
            "year": 2016,
        },
    ),
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
    (
        "DocCheck Flexikon; Nephron – https://flexikon.doccheck.com/de/Nephron",
        {
            "kind": "web-page",
            "organisations": ["DocCheck Flexikon"],
            "title": "Nephron",
            "url": "https://flexikon.doccheck.com/de/Nephron",
        },
    ),
    ('Wikipedia, „Hitzschlag"', {"kind": "web-page", "organisations": ["Wikipedia"], "title": "Hitzschlag"}),
    (
        "Apotheken Umschau, Bluthochdruck senken ohne Medikamente",
        {"kind": "web-page", "organisations": ["Apotheken Umschau"], "title": "Bluthochdruck senken ohne Medikamente"},
    ),
    (
        "Deutsches Ärzteblatt (2021): Long COVID: Anhaltende Symptome",
        {
            "kind": "journal-article",
            "title": "Long COVID: Anhaltende Symptome",
            "container": "Deutsches Ärzteblatt",
            "year": 2021,
        },
    ),
    (
        "Wikipedia: Gicht, Version vom 12.03.2024",
        {"kind": "web-page", "organisations": ["Wikipedia"], "title": "Gicht", "stand": "2024-03-12"},
    ),
    (
        "Bundeslebensmittelschlüssel 3.02, Max Rubner-Institut",
        {"kind": "web-page", "organisations": ["Max Rubner-Institut"], "title": "Bundeslebensmittelschlüssel 3.02"},
    ),
    (
        "DGUV Information 207-022 „Bewegen von Menschen im Sozialdienst“, 2019",
        {
            "kind": "web-page",
            "organisations": ["DGUV"],
            "title": "DGUV Information 207-022 „Bewegen von Menschen im Sozialdienst“",
            "year": 2019,
        },
    ),
    (
        "DIN EN ISO 13485:2021 Medizinprodukte – Qualitätsmanagementsysteme",
        {"kind": "other", "title": "DIN EN ISO 13485:2021 Medizinprodukte – Qualitätsmanagementsysteme"},
    ),
    ("ICD-10-GM 2024, BfArM", {"kind": "other", "organisations": ["BfArM"], "title": "ICD-10-GM 2024"}),
    (
        "RKI: Masern. RKI-Ratgeber, Stand 12.05.2021",
        {
            "kind": "web-page",
            "organisations": ["RKI"],
            "title": "Masern",
            "container": "RKI-Ratgeber",
            "stand": "2021-05-12",
        },
    ),
    (
        (
            'Destatis, „Erwerbstätige nach Wirtschaftsbereichen (Inlandskonzept)", destatis.de (Abruf '
            "30.08.2026): 2023 gesamt 45.909 Tsd."
        ),
        {
            "kind": "web-page",
            "organisations": ["Destatis"],
            "title": "Erwerbstätige nach Wirtschaftsbereichen (Inlandskonzept)",
            "accessed": "2026-08-30",
            "url": "destatis.de",
        },
    ),
    (
        'UBA, „Methodenkonvention 4.0" (umweltbundesamt.de)',
        {"kind": "web-page", "organisations": ["UBA"], "title": "Methodenkonvention 4.0", "url": "umweltbundesamt.de"},
    ),
    (
        'RKI/ZfKD, „Krebs in Deutschland", Kapitel 3.13 Haut (ICD-10 C43), Datenbasis 2017–2018 — Inzidenz',
        {"kind": "report", "organisations": ["RKI", "ZfKD"], "title": "Krebs in Deutschland"},
    ),
    (
        (
            'Zentrum für Krebsregisterdaten (ZfKD)/GEKID, „Krebs in Deutschland für 2021–2023" (KID 2025), Kap. '
            "3.13 (C43), krebsdaten.de (PDF-Kapitel abgerufen 30.08.2026)"
        ),
        {
            "kind": "report",
            "organisations": ["Zentrum für Krebsregisterdaten", "GEKID"],
            "title": "Krebs in Deutschland für 2021–2023",
            "accessed": "2026-08-30",
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
            "EPRD – EPRD Jahresbericht 2023, EPRD Deutsche Endoprothesenregister gGmbH. Status 4, 2023-10-28. "
            "Datenjahr 2022, S. 48: Tab. 30"
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
        "BfR (Bundesinstitut für Risikobewertung). Rohe Milch erhitzen. Mitteilung Nr. 018/2024, 16.05.2024.",
        {"kind": "report", "organisations": ["BfR"], "title": "Rohe Milch erhitzen", "year": 2024, "issue": "018/2024"},
    ),
    (
        "BfR (2021): Höchstmengen für Jod. Stellungnahme Nr. 009/2021 vom 15. März 2021",
        {
            "kind": "report",
            "organisations": ["BfR"],
            "title": "Höchstmengen für Jod",
            "year": 2021,
            "issue": "009/2021",
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
        "Epidemiologisches Bulletin 34/2023, RKI",
        {
            "kind": "report",
            "organisations": ["RKI"],
            "title": "Epidemiologisches Bulletin",
            "container": "Epidemiologisches Bulletin",
            "year": 2023,
            "issue": "34",
        },
    ),
    (
        "IQWiG: Allgemeine Methoden, Version 7.0 (PDF)",
        {"kind": "report", "organisations": ["IQWiG"], "title": "Allgemeine Methoden", "version": "7.0"},
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
        (
            "Europäische Arzneimittel-Agentur. Wegovy (Semaglutid): Zusammenfassung der Merkmale des "
            "Arzneimittels. Amsterdam: EMA."
        ),
        {
            "kind": "drug-information",
            "organisations": ["Europäische Arzneimittel-Agentur"],
            "title": "Wegovy (Semaglutid): Zusammenfassung der Merkmale des Arzneimittels",
        },
    ),
    (
        "Fachinformation Propofol-Lipuro (fachinfo.de); AkdÄ-Empfehlung Propofolinfusionssyndrom",
        {
            "kind": "drug-information",
            "organisations": ["AkdÄ"],
            "title": "Fachinformation Propofol-Lipuro | AkdÄ-Empfehlung Propofolinfusionssyndrom",
            "url": "fachinfo.de",
        },
    ),
    (
        "Fachinfo Ketamin; AkdÄ Warnhinweis",
        {"kind": "drug-information", "organisations": ["AkdÄ"], "title": "Fachinfo Ketamin | Warnhinweis"},
    ),
    (
        "Fachinformation Ketanest S (Pfizer, fachinfo.de)",
        {
            "kind": "drug-information",
            "organisations": ["Pfizer"],
            "title": "Fachinformation Ketanest S",
            "url": "fachinfo.de",
        },
    ),
    (
        "SmPC Eliquis 5 mg (EMA, Stand 11/2023)",
        {"kind": "drug-information", "organisations": ["EMA"], "title": "SmPC Eliquis 5 mg", "stand": "2023-11"},
    ),
    (
        "Fachinformation Rocuronium 10 mg/mL (EU SmPC, dosing in adults).",
        {"kind": "drug-information", "title": "Fachinformation Rocuronium 10 mg/mL"},
    ),
    (
        "Fachinformation Dopamin 250 mg — dose given as the base.",
        {"kind": "drug-information", "title": "Fachinformation Dopamin 250 mg"},
    ),
    (
        "Fachinformation Amoxicillin-ratiopharm® 1000 mg Filmtabletten, ratiopharm GmbH (02/2022)",
        {
            "kind": "drug-information",
            "organisations": ["ratiopharm GmbH"],
            "title": "Fachinformation Amoxicillin-ratiopharm® 1000 mg Filmtabletten",
            "year": 2022,
            "stand": "2022-02",
        },
    ),
    (
        "Gebrauchsinformation: Dekristol® 1.000 I.E. Tabletten (abgerufen am 21.07.2026)",
        {
            "kind": "drug-information",
            "title": "Gebrauchsinformation: Dekristol® 1.000 I.E. Tabletten",
            "accessed": "2026-07-21",
        },
    ),
    (
        "BfArM Rote-Hand-Brief 08.04.2019",
        {
            "kind": "drug-information",
            "organisations": ["BfArM"],
            "title": "Rote-Hand-Brief",
            "year": 2019,
            "stand": "2019-04-08",
        },
    ),
    (
        "BfArM, Rote-Hand-Brief zu Finasterid vom 15.09.2025 – Suizidgedanken",
        {
            "kind": "drug-information",
            "organisations": ["BfArM"],
            "title": "Rote-Hand-Brief zu Finasterid",
            "year": 2025,
            "stand": "2025-09-15",
        },
    ),
    (
        "Rote-Hand-Brief zu Metamizol: Agranulozytose. BfArM 2024",
        {
            "kind": "drug-information",
            "organisations": ["BfArM"],
            "title": "Rote-Hand-Brief zu Metamizol: Agranulozytose",
            "year": 2024,
        },
    ),
    (
        "FDA Prescribing Information: OZEMPIC (semaglutide) injection. Revised 10/2022",
        {
            "kind": "drug-information",
            "organisations": ["FDA"],
            "title": "Prescribing Information: OZEMPIC (semaglutide) injection",
            "stand": "2022-10",
        },
    ),
    (
        "Rote Liste Online. Metformin. Zugriff am 03.04.2023",
        {
            "kind": "drug-information",
            "organisations": ["Rote Liste Online"],
            "title": "Metformin",
            "accessed": "2023-04-03",
        },
    ),
    ("IfSG § 6 Meldepflichtige Krankheiten", {"kind": "law", "title": "IfSG § 6 Meldepflichtige Krankheiten"}),
    ("DSGVO Art. 6, 7, 9", {"kind": "law", "title": "DSGVO Art. 6, 7, 9"}),
    ("MPDG", {"kind": "law", "title": "MPDG"}),
    ("VO (EG) Nr. 1924/2006", {"kind": "law", "title": "VO (EG) Nr. 1924/2006"}),
    ("EU-Verordnung 1169/2011 (LMIV)", {"kind": "law", "title": "EU-Verordnung 1169/2011 (LMIV)"}),
    (
        (
            "Verordnung (EU) Nr. 536/2014 über klinische Prüfungen; geändert u. a. durch Verordnung (EU) "
            "2022/2239 (Etikettierung)."
        ),
        {"kind": "law", "title": "Verordnung (EU) Nr. 536/2014 über klinische Prüfungen"},
    ),
    (
        "Europäisches Parlament. Verordnung (EU) 2016/679 (Datenschutz-Grundverordnung). [Online] 2018.",
        {
            "kind": "law",
            "organisations": ["Europäisches Parlament"],
            "title": "Verordnung (EU) 2016/679 (Datenschutz-Grundverordnung)",
            "year": 2018,
        },
    ),
    ("dejure.org § 10 SGB V", {"kind": "law", "title": "§ 10 SGB V", "container": "dejure.org"}),
    (
        "G-BA: Kinder-Richtlinie, Fassung vom 18.06.2015, zuletzt geändert am 12.05.2023",
        {"kind": "law", "organisations": ["G-BA"], "title": "Kinder-Richtlinie", "stand": "2023-05-12"},
    ),
    ("BSG B 12 KR 4/15 R", {"kind": "law", "title": "BSG B 12 KR 4/15 R"}),
    ("BSG, B 12 KR 4/15 R", {"kind": "law", "organisations": ["BSG"], "title": "B 12 KR 4/15 R"}),
    ("BVerfG 1 BvR 347/98", {"kind": "law", "title": "BVerfG 1 BvR 347/98"}),
    ("LSG NRW L 16 KR 12/20", {"kind": "law", "title": "LSG NRW L 16 KR 12/20"}),
    ("EuGH C-307/18", {"kind": "law", "title": "EuGH C-307/18"}),
    (
        "BGH, Urt. v. 28.10.2014, Az. VI ZR 125/13",
        {"kind": "law", "organisations": ["BGH"], "title": "Urt. v. 28.10.2014, Az. VI ZR 125/13"},
    ),
    (
        "Gicht. Gesundheitsinformation.de (IQWiG). Aktualisiert 12.04.2023.",
        {"kind": "web-page", "organisations": ["Gesundheitsinformation.de"], "title": "Gicht", "stand": "2023-04-12"},
    ),
    (
        "Nutzen und Risiken hormonaler Kontrazeptiva, BfArM 2021",
        {
            "kind": "web-page",
            "organisations": ["BfArM"],
            "title": "Nutzen und Risiken hormonaler Kontrazeptiva",
            "year": 2021,
        },
    ),
    ("Approbationsordnung für Ärzte (ÄApprO)", {"kind": "law", "title": "Approbationsordnung für Ärzte (ÄApprO)"}),
    (
        "Quelle: www.gesundheitsinformation.de/gicht.html",
        {"kind": "web-page", "url": "www.gesundheitsinformation.de/gicht.html"},
    ),
    (
        "TK – Die Techniker: Kopfschmerzen. Stand: Januar 2023",
        {"kind": "web-page", "organisations": ["Die Techniker"], "title": "Kopfschmerzen", "stand": "2023-01"},
    ),
    (
        "U.S. Food and Drug Administration. Drug Safety Communication: FDA warns about fluoroquinolones. 2018.",
        {
            "kind": "web-page",
            "organisations": ["U.S. Food and Drug Administration"],
            "title": "Drug Safety Communication: FDA warns about fluoroquinolones",
            "year": 2018,
        },
    ),
)
