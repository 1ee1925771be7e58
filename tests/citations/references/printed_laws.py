"""Laws, contracts, directives and rulings with the fields that each line says: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        (
            "LP_Einwilligung (Aufbau des Gesprächs): Bundesministerium der Justiz. Bürgerliches "
            "Gesetzbuch §630d — Einwilligung (Patientenrechte), 2013."
        ),
        {
            "kind": "law",
            "organisations": ["Bundesministerium der Justiz"],
            "title": "Bürgerliches Gesetzbuch §630d – Einwilligung",
            "year": 2013,
        },
    ),
    ("IfSG § 6 Meldepflichtige Krankheiten", {"kind": "law", "title": "IfSG § 6 Meldepflichtige Krankheiten"}),
    ("DSGVO Art. 6, 7, 9", {"kind": "law", "title": "DSGVO Art. 6, 7, 9"}),
    ("MPDG", {"kind": "law", "title": "MPDG"}),
    ("VO (EG) Nr. 1924/2006", {"kind": "law", "title": "VO (EG) Nr. 1924/2006"}),
    ("EU-Verordnung 1169/2011 (LMIV)", {"kind": "law", "title": "EU-Verordnung 1169/2011 (LMIV)"}),
    (
        (
            "Verordnung (EU) Nr. 536/2014 über klinische Prüfungen; geändert u. a. durch "
            "Verordnung (EU) 2022/2239 (Etikettierung)."
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
        {"kind": "law", "organisations": ["BGH"], "title": "Urt. v. 28.10.2014, Az. VI ZR 125/13", "year": 2014},
    ),
    ("Approbationsordnung für Ärzte (ÄApprO)", {"kind": "law", "title": "Approbationsordnung für Ärzte (ÄApprO)"}),
    (
        "Anwendungsbeobachtungs-Verordnung (AnwBV), 15 May 2024 — BGBl. I 2024 Nr. 162, under § 84 StrlSchG",
        {
            "kind": "law",
            "title": "Anwendungsbeobachtungs-Verordnung (AnwBV)",
            "container": "BGBl. I",
            "year": 2024,
            "issue": "162",
        },
    ),
    (
        "Gesundheitsdatennutzungsgesetz (GDNG), BGBl. 2024 I Nr. 102",
        {
            "kind": "law",
            "title": "Gesundheitsdatennutzungsgesetz (GDNG)",
            "container": "BGBl. I",
            "year": 2024,
            "issue": "102",
        },
    ),
    (
        "Digitale-Versorgung-Gesetz (DVG) vom 9. Dezember 2019, BGBl. I S. 2562",
        {
            "kind": "law",
            "title": "Digitale-Versorgung-Gesetz (DVG) vom 9. Dezember 2019",
            "container": "BGBl. I",
            "pages": "2562",
        },
    ),
    (
        "G-BA: Mutterschafts-Richtlinien, BAnz AT 05.03.2024 B3, abgerufen am 04.05.2024",
        {
            "kind": "law",
            "organisations": ["G-BA"],
            "title": "Mutterschafts-Richtlinien",
            "container": "BAnz AT",
            "year": 2024,
            "accessed": "2024-05-04",
        },
    ),
    (
        ("G-BA. Kinder-Richtlinie — Mukoviszidose-Screening (Beschluss 2025-06-18; in der Regelversorgung ab 2026)"),
        {
            "kind": "law",
            "organisations": ["G-BA"],
            "title": "Kinder-Richtlinie – Mukoviszidose-Screening",
            "year": 2025,
        },
    ),
    (
        "BVerfG – Suizidhilfe, Urteil vom 26.02.2020, 2 BvR 2347/15",
        {"kind": "law", "organisations": ["BVerfG"], "title": "Suizidhilfe", "year": 2020},
    ),
    (
        "Verordnung (EU) Nr. 1169/2011: Information der Verbraucher über Lebensmittel (EUR-Lex)",
        {
            "kind": "law",
            "title": "Verordnung (EU) Nr. 1169/2011: Information der Verbraucher über Lebensmittel",
            "container": "EUR-Lex",
        },
    ),
    (
        (
            "GOÄ Anlage 1 (amtlicher Verordnungstext):\n- `5050` eine Leistung.\n- URL: "
            "https://www.gesetze-im-internet.de/g"
        ),
        {"kind": "law", "title": "GOÄ Anlage 1", "url": "https://www.gesetze-im-internet.de/g"},
    ),
    (
        "GKV-Spitzenverband: Rahmenvertrag über die Versorgung mit Hebammenhilfe nach § 134a SGB V",
        {
            "kind": "law",
            "organisations": ["GKV-Spitzenverband"],
            "title": "Rahmenvertrag über die Versorgung mit Hebammenhilfe nach § 134a SGB V",
        },
    ),
    ("BGB § 630d (Einwilligung) i.d.F. seit 26.02.2013", {"kind": "law", "title": "BGB § 630d", "stand": "2013-02-26"}),
    (
        "§ 31 SGB V: Arzneimittel – gesetze-im-internet.de",
        {"kind": "law", "title": "§ 31 SGB V: Arzneimittel", "url": "gesetze-im-internet.de"},
    ),
    (
        "Medizinprodukte-Durchführungsgesetz (MPDG) vom 28. April 2020 (BGBl. I S. 960)",
        {
            "kind": "law",
            "title": "Medizinprodukte-Durchführungsgesetz (MPDG) vom 28. April 2020",
            "container": "BGBl. I",
            "pages": "960",
        },
    ),
    (
        "Richtlinie 2011/24/EU des Europäischen Parlaments und des Rates vom 9. März 2011",
        {"kind": "law", "title": "Richtlinie 2011/24/EU des Europäischen Parlaments und des Rates vom 9. März 2011"},
    ),
    (
        "§ 137f SGB V Strukturierte Behandlungsprogramme bei chronischen Krankheiten",
        {"kind": "law", "title": "§ 137f SGB V Strukturierte Behandlungsprogramme bei chronischen Krankheiten"},
    ),
    (
        "Sozialgesetzbuch (SGB) Fünftes Buch (V), § 20i, zuletzt geändert am 22.03.2024",
        {"kind": "law", "title": "Sozialgesetzbuch (SGB) Fünftes Buch (V), § 20i", "stand": "2024-03-22"},
    ),
    (
        "Patientenrechtegesetz, BGBl. I 2013, S. 277",
        {"kind": "law", "title": "Patientenrechtegesetz", "container": "BGBl. I", "year": 2013, "pages": "277"},
    ),
    (
        "§ 37 SGB V – Häusliche Krankenpflege: sozialgesetzbuch-sgb.de",
        {"kind": "law", "title": "§ 37 SGB V – Häusliche Krankenpflege", "url": "sozialgesetzbuch-sgb.de"},
    ),
    (
        ("GKV-Spitzenverband – Hebammenhilfevertrag (ab 01.11.2025): https://www.gkv-spitzenverband.de/hebammen.pdf"),
        {
            "kind": "law",
            "organisations": ["GKV-Spitzenverband"],
            "title": "Hebammenhilfevertrag",
            "url": "https://www.gkv-spitzenverband.de/hebammen.pdf",
        },
    ),
    (
        "KBV: Bundesmantelvertrag – Ärzte (Stand 01.01.2023)",
        {"kind": "law", "organisations": ["KBV"], "title": "Bundesmantelvertrag – Ärzte", "stand": "2023-01-01"},
    ),
    ("Rahmenvertrag nach § 129 SGB V, 2019", {"kind": "law", "title": "Rahmenvertrag nach § 129 SGB V", "year": 2019}),
    (
        "GKV-Spitzenverband: Vertrag über die Versorgung mit Hebammenhilfe nach § 134a SGB V, 2020",
        {
            "kind": "law",
            "organisations": ["GKV-Spitzenverband"],
            "title": "Vertrag über die Versorgung mit Hebammenhilfe nach § 134a SGB V",
            "year": 2020,
        },
    ),
    (
        "Heilmittel-Richtlinie (HeilM-RL), G-BA, Stand 2023",
        {"kind": "law", "organisations": ["G-BA"], "title": "Heilmittel-Richtlinie (HeilM-RL)", "stand": "2023"},
    ),
    (
        "VersMedV, Anlage Teil B Nr. 18.4 i. V. m. Nr. 3.7",
        {"kind": "law", "title": "VersMedV, Anlage Teil B Nr. 18.4 i. V. m. Nr. 3.7"},
    ),
    ("GefStoffV, Anhang I Nr. 2.3", {"kind": "law", "title": "GefStoffV, Anhang I Nr. 2.3"}),
    ("Anlage zu § 2 VersMedV, Teil B Nr. 18.4", {"kind": "law", "title": "Anlage zu § 2 VersMedV, Teil B Nr. 18.4"}),
    (
        (
            "Bundesgesetzblatt (2013) Gesetz zur Verbesserung der Rechte von Kranken. In: Bundesgesetzblatt "
            "Teil I, Nr. 9, 2013, S 277–282. https://example.de/x. Zugegriffen am 31.03.2018"
        ),
        {
            "kind": "law",
            "title": "Gesetz zur Verbesserung der Rechte von Kranken",
            "container": "Bundesgesetzblatt Teil I",
            "year": 2013,
            "issue": "9",
            "pages": "277–282",
            "accessed": "2018-03-31",
            "url": "https://example.de/x",
        },
    ),
    (
        "Bundesgesetzblatt (2015) Gesetz zur Stärkung der Prävention. BGBl I 31: 1368–1379",
        {
            "kind": "law",
            "title": "Gesetz zur Stärkung der Prävention",
            "container": "BGBl I",
            "year": 2015,
            "issue": "31",
            "pages": "1368–1379",
        },
    ),
    (
        "Bundesanzeiger (2019) Bekanntmachung eines Beschlusses. BAnz AT 12.03.2019 B1",
        {"kind": "law", "title": "Bekanntmachung eines Beschlusses", "container": "BAnz AT", "year": 2019},
    ),
    ("SAPV-Richtlinie G-BA", {"kind": "law", "organisations": ["G-BA"], "title": "SAPV-Richtlinie"}),
    (
        "Heilmittel-Richtlinie G-BA 2023",
        {"kind": "law", "organisations": ["G-BA"], "title": "Heilmittel-Richtlinie", "year": 2023},
    ),
    (
        "Schutzimpfungs-Richtlinie (G-BA)",
        {"kind": "law", "organisations": ["G-BA"], "title": "Schutzimpfungs-Richtlinie"},
    ),
    (
        "Kinder-Richtlinie (Gemeinsamer Bundesausschuss)",
        {"kind": "law", "organisations": ["Gemeinsamer Bundesausschuss"], "title": "Kinder-Richtlinie"},
    ),
    (
        "Psychotherapie-Richtlinie G-BA, Stand 01.01.2024",
        {"kind": "law", "organisations": ["G-BA"], "title": "Psychotherapie-Richtlinie", "stand": "2024-01-01"},
    ),
    (
        (
            "Verordnung (EU) Nr. 1169/2011 über die Information der Verbraucher über Lebensmittel, "
            "Anhang XIV: 4 kcal je Gramm Protein und Kohlenhydrate, 9 kcal je Gramm Fett."
        ),
        {
            "kind": "law",
            "title": "Verordnung (EU) Nr. 1169/2011 über die Information der Verbraucher über Lebensmittel, Anhang XIV",
        },
    ),
    ("IfSG § 20 Abs. 9: nachweispflichtig sind Beschäftigte.", {"kind": "law", "title": "IfSG § 20 Abs. 9"}),
    (
        "Verordnung (EU) 2016/679, Art. 9: besondere Kategorien",
        {"kind": "law", "title": "Verordnung (EU) 2016/679, Art. 9: besondere Kategorien"},
    ),
)
