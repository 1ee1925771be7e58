"""Pages, statements and bulletins by their site, section, printing or editor: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "Lungeninformationsdienst (Helmholtz Zentrum München): Was ist COPD? – https://www.example.org/copd/verbreitung",
        {
            "kind": "web-page",
            "organisations": ["Lungeninformationsdienst", "Helmholtz Zentrum München"],
            "title": "Was ist COPD?",
            "url": "https://www.example.org/copd/verbreitung",
        },
    ),
    (
        "Mayo Clinic: Is gout curable? — www.mayoclinic.org/gout, accessed 3 May 2024",
        {
            "kind": "web-page",
            "organisations": ["Mayo Clinic"],
            "title": "Is gout curable?",
            "accessed": "2024-05-03",
            "url": "www.mayoclinic.org/gout",
        },
    ),
    (
        "Stiftung Gesundheitswissen: Wie entsteht Asthma? – abgerufen am 3.4.2024",
        {
            "kind": "web-page",
            "organisations": ["Stiftung Gesundheitswissen"],
            "title": "Wie entsteht Asthma?",
            "accessed": "2024-04-03",
        },
    ),
    (
        "flexikon.doccheck.com; amboss.com (abgerufen am 12.03.2024)",
        {"kind": "web-page", "accessed": "2024-03-12", "url": "flexikon.doccheck.com"},
    ),
    (
        "gelbe-liste.de und fachinfo.de, Zugriff 03/2023",
        {"kind": "web-page", "accessed": "2023-03", "url": "gelbe-liste.de"},
    ),
    (
        "MedlinePlus.gov (NIH) – Gout. https://medlineplus.gov/gout.html",
        {
            "kind": "web-page",
            "organisations": ["NIH"],
            "title": "Gout",
            "container": "MedlinePlus.gov",
            "url": "https://medlineplus.gov/gout.html",
        },
    ),
    (
        "BZgA Infektionsschutz.de: Scharlach",
        {"kind": "web-page", "organisations": ["BZgA"], "title": "Scharlach", "container": "Infektionsschutz.de"},
    ),
    (
        "infektionsschutz.de (BZgA): Scharlach, Stand 03/2024",
        {
            "kind": "web-page",
            "organisations": ["BZgA"],
            "title": "Scharlach",
            "stand": "2024-03",
            "url": "infektionsschutz.de",
        },
    ),
    (
        "Roe, A. (o. D.). Lentigo simplex (Leberfleck). Enzyklopädie Dermatologie.",
        {
            "kind": "web-page",
            "authors": ["Roe, A."],
            "title": "Lentigo simplex (Leberfleck)",
            "container": "Enzyklopädie Dermatologie",
        },
    ),
    (
        "Doe, A., & Roe, B. (n.d.). Gout and diet. Arthritis Today.",
        {
            "kind": "web-page",
            "authors": ["Doe, A.", "Roe, B."],
            "title": "Gout and diet",
            "container": "Arthritis Today",
        },
    ),
    (
        "DocCheck Medical Services. (o. D.). Nephron. DocCheck Flexikon.",
        {
            "kind": "web-page",
            "organisations": ["DocCheck Medical Services"],
            "title": "Nephron",
            "container": "DocCheck Flexikon",
        },
    ),
    (
        "Destatis. (2022). Zahl der Pflegebedürftigen [Infografik]. In Statista. Abruf: 3.4.2024, https://statista.com/x",
        {
            "kind": "web-page",
            "organisations": ["Destatis"],
            "title": "Zahl der Pflegebedürftigen",
            "container": "Statista",
            "year": 2022,
            "accessed": "2024-04-03",
            "url": "https://statista.com/x",
        },
    ),
    (
        "Mayo Clinic. (2022, May 12). Gout. https://www.mayoclinic.org/gout",
        {
            "kind": "web-page",
            "organisations": ["Mayo Clinic"],
            "title": "Gout",
            "year": 2022,
            "url": "https://www.mayoclinic.org/gout",
        },
    ),
    (
        "Deutsche Krebshilfe (12. Mai 2022): Darmkrebs. https://krebshilfe.de/darmkrebs",
        {
            "kind": "web-page",
            "organisations": ["Deutsche Krebshilfe"],
            "title": "Darmkrebs",
            "year": 2022,
            "url": "https://krebshilfe.de/darmkrebs",
        },
    ),
    (
        "World Health Organization (2022). ICD-11 for Mortality and Morbidity Statistics (icd.who.int).",
        {
            "kind": "other",
            "organisations": ["World Health Organization"],
            "title": "ICD-11 for Mortality and Morbidity Statistics",
            "year": 2022,
            "url": "icd.who.int",
        },
    ),
    (
        "Deutsche Rheuma-Liga Webseite: Gicht. https://rheuma-liga.de/gicht",
        {
            "kind": "web-page",
            "organisations": ["Deutsche Rheuma-Liga"],
            "title": "Gicht",
            "url": "https://rheuma-liga.de/gicht",
        },
    ),
    (
        "Kurier – Rubrik Gesundheit. Artikel zu Migräne. https://kurier.at",
        {"kind": "web-page", "organisations": ["Kurier"], "title": "Artikel zu Migräne", "url": "https://kurier.at"},
    ),
    ("Nerdfallmedizin – Sepsis", {"kind": "web-page", "organisations": ["Nerdfallmedizin"], "title": "Sepsis"}),
    (
        "Thromboseprophylaxe im Alter (Universitätsklinikum Jena 2019)",
        {
            "kind": "web-page",
            "organisations": ["Universitätsklinikum Jena"],
            "title": "Thromboseprophylaxe im Alter",
            "year": 2019,
        },
    ),
    (
        "Deutsche Herzstiftung (2022): Vorhofflimmern",
        {"kind": "web-page", "organisations": ["Deutsche Herzstiftung"], "title": "Vorhofflimmern", "year": 2022},
    ),
    (
        "Deutsches Krebsforschungszentrum, Krebsinformationsdienst. (2025). Darmkrebs: Nachsorge.",
        {
            "kind": "web-page",
            "organisations": ["Deutsches Krebsforschungszentrum", "Krebsinformationsdienst"],
            "title": "Darmkrebs: Nachsorge",
            "year": 2025,
        },
    ),
    (
        "AMBOSS: SOP Sepsis, Stand 12.03.2024",
        {"kind": "web-page", "organisations": ["AMBOSS"], "title": "SOP Sepsis", "stand": "2024-03-12"},
    ),
    (
        "Robert Koch-Institut: Gesundheitsberichterstattung des Bundes. https://www.gbe-bund.de",
        {
            "kind": "web-page",
            "organisations": ["Robert Koch-Institut"],
            "title": "Gesundheitsberichterstattung des Bundes",
            "url": "https://www.gbe-bund.de",
        },
    ),
    (
        "DGKJ/BVKJ Positionspapier – Bildschirmzeit im Kindesalter (2023)",
        {"kind": "report", "organisations": ["DGKJ", "BVKJ"], "title": "Bildschirmzeit im Kindesalter", "year": 2023},
    ),
    (
        "BÄK und KBV gemeinsame Erklärung: Umgang mit Ebola (2015)",
        {"kind": "report", "organisations": ["BÄK", "KBV"], "title": "Umgang mit Ebola", "year": 2015},
    ),
    (
        "Doe A, Roe B (IGES Institut GmbH). Pflege im Quartier. Hrsg.: Robert Bosch Stiftung, Stuttgart 2021.",
        {
            "kind": "report",
            "organisations": ["IGES Institut GmbH", "Robert Bosch Stiftung"],
            "authors": ["Doe A", "Roe B"],
            "title": "Pflege im Quartier",
            "year": 2021,
        },
    ),
    (
        "Kurz E et al. Jugend. Hg. Bundeszentrale für gesundheitliche Aufklärung, Köln, März 2020. https://bzga.de/x.pdf",
        {
            "kind": "report",
            "organisations": ["Bundeszentrale für gesundheitliche Aufklärung"],
            "authors": ["Kurz E"],
            "title": "Jugend",
            "year": 2020,
            "stand": "2020-03",
            "url": "https://bzga.de/x.pdf",
        },
    ),
    (
        "Doe A, Roe B: Masern in Hessen. Epid Bull 12/2024 (Version 3 vom 02.05.2024)",
        {
            "kind": "report",
            "authors": ["Doe A", "Roe B"],
            "title": "Masern in Hessen",
            "container": "Epid Bull",
            "version": "3",
            "year": 2024,
            "issue": "12",
            "stand": "2024-05-02",
        },
    ),
    (
        "STIKO. Impfkalender. Epidemiologisches Bulletin 4/2024; aktualisierte Version 3 vom 01.02.2025",
        {
            "kind": "report",
            "organisations": ["STIKO"],
            "title": "Impfkalender",
            "container": "Epidemiologisches Bulletin",
            "version": "3",
            "year": 2024,
            "issue": "4",
            "stand": "2025-02-01",
        },
    ),
    (
        "G-BA – Heilmittel-Richtlinie, Stand 01.01.2024",
        {"kind": "law", "organisations": ["G-BA"], "title": "Heilmittel-Richtlinie", "stand": "2024-01-01"},
    ),
    (
        "EFSA (2017): Referenzwerte für Zink (mind. 7 mg) bei Erwachsenen.",
        {
            "kind": "report",
            "organisations": ["EFSA"],
            "title": "Referenzwerte für Zink (mind. 7 mg) bei Erwachsenen",
            "year": 2017,
        },
    ),
)
