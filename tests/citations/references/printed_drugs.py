"""Drug information with the fields that each line says: data of test_printed_forms."""

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
        "Hexal 1999 Hexal AG (2016) Fachinformation Verapamil Hexal® 40 mg Filmtabletten",
        {
            "kind": "drug-information",
            "organisations": ["Hexal AG"],
            "title": "Fachinformation Verapamil Hexal® 40 mg Filmtabletten",
            "year": 2016,
        },
    ),
    (
        (
            "Europäische Arzneimittel-Agentur. Wegovy (Semaglutid): Zusammenfassung der Merkmale "
            "des Arzneimittels. Amsterdam: EMA."
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
    (
        ("U.S. Food and Drug Administration. Drug Safety Communication: FDA warns about fluoroquinolones. 2018."),
        {
            "kind": "drug-information",
            "organisations": ["U.S. Food and Drug Administration"],
            "title": "Drug Safety Communication: FDA warns about fluoroquinolones",
            "year": 2018,
        },
    ),
    (
        "Fachinformation Metformin (2023) – fachinfo.de",
        {"kind": "drug-information", "title": "Fachinformation Metformin", "year": 2023, "url": "fachinfo.de"},
    ),
    (
        "BfArM: Sicherheitsinformationen zu Valproat",
        {"kind": "drug-information", "organisations": ["BfArM"], "title": "Sicherheitsinformationen zu Valproat"},
    ),
    (
        ("Gebrauchsinformation: Ibuprofen AL 400 (veröffentlicht März 2024); BfArM-Risikoinformation berücksichtigt"),
        {"kind": "drug-information", "title": "Gebrauchsinformation: Ibuprofen AL 400", "year": 2024},
    ),
    (
        "Novo Nordisk: Fachinformation Wegovy®, Stand 05/2024",
        {
            "kind": "drug-information",
            "organisations": ["Novo Nordisk"],
            "title": "Fachinformation Wegovy®",
            "stand": "2024-05",
        },
    ),
    (
        (
            ""
            "https://www.ema.europa.eu/en/documents/product-information/x-epar-product-information_en.pdf "
            "(abgerufen: 09.11.2020) -- Informationen zu X"
        ),
        {
            "kind": "drug-information",
            "title": "Informationen zu X",
            "accessed": "2020-11-09",
            "url": "https://www.ema.europa.eu/en/documents/product-information/x-epar-product-information_en.pdf",
        },
    ),
    (
        "https://www.example.org/fachinformationen/x_9.pdf_(_abgerufen: 02.09.2020) Fachinformation X, MSD",
        {
            "kind": "drug-information",
            "organisations": ["MSD"],
            "title": "Fachinformation X",
            "accessed": "2020-09-02",
            "url": "https://www.example.org/fachinformationen/x_9.pdf",
        },
    ),
    (
        "Fachinformation Xarelto 20 mg, Bayer AG, Leverkusen, Stand Mai 2023",
        {
            "kind": "drug-information",
            "organisations": ["Bayer AG"],
            "title": "Fachinformation Xarelto 20 mg",
            "stand": "2023-05",
        },
    ),
    (
        (
            "https://www.example.org/x.pdf (02.03.2021): Fachinformation Nimenrix, Information vom "
            "Hersteller Pfizer Pharma GmbH"
        ),
        {
            "kind": "drug-information",
            "organisations": ["Pfizer Pharma GmbH"],
            "title": "Fachinformation Nimenrix",
            "accessed": "2021-03-02",
            "url": "https://www.example.org/x.pdf",
        },
    ),
    ("Mitteilung der EMA vom 1.2.2019", {"kind": "drug-information", "organisations": ["EMA"], "stand": "2019-02-01"}),
    (
        "Pressemitteilung des BfArM vom 12.03.2021",
        {"kind": "drug-information", "organisations": ["BfArM"], "stand": "2021-03-12"},
    ),
    ("FDA-Mitteilung vom 3.4.2018", {"kind": "drug-information", "organisations": ["FDA"], "stand": "2018-04-03"}),
)
