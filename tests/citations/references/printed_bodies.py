"""Bodies told by the shape of the head, by their branch or by what stands behind them: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "DermNet NZ: Acne vulgaris – https://dermnetnz.org/topics/acne-vulgaris",
        {
            "kind": "web-page",
            "organisations": ["DermNet NZ"],
            "title": "Acne vulgaris",
            "url": "https://dermnetnz.org/topics/acne-vulgaris",
        },
    ),
    (
        "Thieme. via medici – Asthma bronchiale, aufgerufen am 1.2.2024",
        {
            "kind": "web-page",
            "organisations": ["Thieme", "via medici"],
            "title": "Asthma bronchiale",
            "accessed": "2024-02-01",
        },
    ),
    (
        "Springer Medizin. eMedpedia: Gicht. https://www.springermedizin.de",
        {
            "kind": "web-page",
            "organisations": ["Springer Medizin", "eMedpedia"],
            "title": "Gicht",
            "url": "https://www.springermedizin.de",
        },
    ),
    (
        "PD Dr. med. Hans Beispiel – Akne im Jugendalter, https://example.org (abgerufen am 2.3.2024)",
        {
            "kind": "web-page",
            "authors": ["Hans Beispiel"],
            "title": "Akne im Jugendalter",
            "accessed": "2024-03-02",
            "url": "https://example.org",
        },
    ),
    (
        "Long Covid Plattform – POTS. Link, aufgerufen am 19.09.2025.",
        {"kind": "web-page", "organisations": ["Long Covid Plattform"], "title": "POTS", "accessed": "2025-09-19"},
    ),
    (
        "AOK Plus: Rückenschmerzen. https://www.aok.de (Zugriff am 21.11.2025)",
        {
            "kind": "web-page",
            "organisations": ["AOK Plus"],
            "title": "Rückenschmerzen",
            "accessed": "2025-11-21",
            "url": "https://www.aok.de",
        },
    ),
    (
        "IKK classic – Migräne, https://www.ikk-classic.de",
        {"kind": "web-page", "organisations": ["IKK classic"], "title": "Migräne", "url": "https://www.ikk-classic.de"},
    ),
    ("DAK Pflegereport 2021", {"kind": "report", "organisations": ["DAK"], "title": "DAK Pflegereport 2021"}),
    (
        "NHS Blood and Transplant. Organ donation. https://www.nhsbt.nhs.uk",
        {
            "kind": "web-page",
            "organisations": ["NHS Blood and Transplant"],
            "title": "Organ donation",
            "url": "https://www.nhsbt.nhs.uk",
        },
    ),
    (
        "NHS Improvement. Atlas of Care, 2016. London: Public Health England.",
        {
            "kind": "report",
            "organisations": ["NHS Improvement", "Public Health England"],
            "title": "Atlas of Care",
            "year": 2016,
        },
    ),
    (
        "DRV – Deutsche Rentenversicherung (Träger der Rehabilitation)",
        {"kind": "web-page", "organisations": ["Deutsche Rentenversicherung"]},
    ),
    (
        "UKE – Universitätsklinikum Hamburg-Eppendorf",
        {"kind": "web-page", "organisations": ["Universitätsklinikum Hamburg-Eppendorf"]},
    ),
    (
        "Deutsches Konsortium Herzfehler und Herzinsuffizienz – https://example.org/",
        {
            "kind": "web-page",
            "organisations": ["Deutsches Konsortium Herzfehler und Herzinsuffizienz"],
            "url": "https://example.org/",
        },
    ),
    (
        "KBV, Disease-Management-Programme – https://www.kbv.de",
        {
            "kind": "web-page",
            "organisations": ["KBV"],
            "title": "Disease-Management-Programme",
            "url": "https://www.kbv.de",
        },
    ),
    (
        "Zentrum für Krebsregisterdaten im RKI, Interaktive Abfrage, www.krebsdaten.de/abfrage, Stand 19.11.2024",
        {
            "kind": "web-page",
            "organisations": ["Zentrum für Krebsregisterdaten", "RKI"],
            "title": "Interaktive Abfrage",
            "stand": "2024-11-19",
            "url": "www.krebsdaten.de/abfrage",
        },
    ),
    (
        "Deutsche Rheuma-Liga (DRL) Rheuma im Alltag, 2020",
        {"kind": "report", "organisations": ["Deutsche Rheuma-Liga"], "title": "Rheuma im Alltag", "year": 2020},
    ),
    (
        "World Health Organization (WHO) Global tuberculosis report 2021",
        {"kind": "report", "organisations": ["World Health Organization"], "title": "Global tuberculosis report 2021"},
    ),
    (
        "Difficult Airway Society (DAS) Paediatric Intubation Algorithm",
        {
            "kind": "guideline",
            "organisations": ["Difficult Airway Society"],
            "title": "Paediatric Intubation Algorithm",
        },
    ),
    (
        'IOF (International Osteoporosis Foundation) (2021): „Exercise for bones." Link',
        {
            "kind": "web-page",
            "organisations": ["International Osteoporosis Foundation"],
            "title": "Exercise for bones",
            "year": 2021,
        },
    ),
    (
        'BMSGPK (Bundesministerium für Soziales, Gesundheit, Pflege und Konsumentenschutz) (2023): „Impfplan." Link',
        {
            "kind": "web-page",
            "organisations": ["Bundesministerium für Soziales, Gesundheit, Pflege und Konsumentenschutz"],
            "title": "Impfplan",
            "year": 2023,
        },
    ),
    (
        "AGES – Österreichische Agentur für Gesundheit und Ernährungssicherheit: Listerien",
        {
            "kind": "web-page",
            "organisations": ["Österreichische Agentur für Gesundheit und Ernährungssicherheit"],
            "title": "Listerien",
        },
    ),
    (
        "BVKJ – Kinder- und Jugendärzte im Netz: Masern",
        {"kind": "web-page", "organisations": ["BVKJ", "Kinder- und Jugendärzte im Netz"], "title": "Masern"},
    ),
    (
        "Helios Kliniken – Hüftprothese, https://www.helios-gesundheit.de",
        {
            "kind": "web-page",
            "organisations": ["Helios Kliniken"],
            "title": "Hüftprothese",
            "url": "https://www.helios-gesundheit.de",
        },
    ),
    (
        "Patienten-Information.de – Kreuzschmerz",
        {"kind": "web-page", "organisations": ["Patienten-Information.de"], "title": "Kreuzschmerz"},
    ),
    (
        "Medscape: Acute Gout (2022)",
        {"kind": "web-page", "organisations": ["Medscape"], "title": "Acute Gout", "year": 2022},
    ),
    (
        "gematik: TIM – Messenger im Gesundheitswesen",
        {"kind": "web-page", "organisations": ["gematik"], "title": "TIM – Messenger im Gesundheitswesen"},
    ),
    (
        "AWMF. S2k Adipositas (050-001).",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["AWMF"],
            "title": "Adipositas",
            "awmf_number": "050-001",
        },
    ),
    (
        "AWMF S3 Sepsis (nur Erwachsene; keine eigene Leitlinie für Kinder).",
        {"kind": "guideline", "guideline_class": "S3", "organisations": ["AWMF"], "title": "Sepsis"},
    ),
    (
        "S2k-Leitlinie Gicht 2016 / DEGAM",
        {"kind": "guideline", "guideline_class": "S2k", "organisations": ["DEGAM"], "title": "Gicht", "year": 2016},
    ),
    (
        "Resuscitation Council/AAGBI-Leitlinie perioperative Anaphylaxie",
        {
            "kind": "guideline",
            "organisations": ["Resuscitation Council", "AAGBI"],
            "title": "perioperative Anaphylaxie",
        },
    ),
    (
        "EASL. Clinical Practice Guideline on liver failure (2017). Replaces European Liver Society grades of failure.",
        {
            "kind": "guideline",
            "organisations": ["EASL"],
            "title": "Clinical Practice Guideline on liver failure",
            "year": 2017,
        },
    ),
    (
        "S3-Leitlinie „Gicht“, AWMF 060-005, DGRh, Abschnitt 3.2 „Harnsäuresenkung“, Punkt 2",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["DGRh"],
            "title": "Gicht",
            "awmf_number": "060-005",
        },
    ),
    (
        'Auszug S3-Leitlinie Melanom, Version 3.3, Juli 2020, Statement geprüft 2019: „Die Exzision ist Standard."',
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "title": "Melanom",
            "version": "3.3",
            "year": 2020,
            "stand": "2020-07",
        },
    ),
    (
        "Roe A, Doe B. Glaucoma: us preventive services task force recommendation statement. JAMA 2020;3:1-9.",
        {
            "kind": "guideline",
            "organisations": ["us preventive services task force"],
            "authors": ["Roe A", "Doe B"],
            "title": "Glaucoma: us preventive services task force recommendation statement",
            "container": "JAMA",
            "year": 2020,
            "volume": "3",
            "pages": "1-9",
        },
    ),
)
