"""Guidelines that lists name by their class and no register number, with every field: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "S3-Leitlinie „Therapie des Typ-2-Diabetes“ (DDG/DGIM)",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["DDG", "DGIM"],
            "title": "Therapie des Typ-2-Diabetes",
        },
    ),
    (
        "S3-Leitlinie Suizidalität im Kindes- und Jugendalter (DGKJP)",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["DGKJP"],
            "title": "Suizidalität im Kindes- und Jugendalter",
        },
    ),
    (
        "S3-Leitlinie Prophylaxe der venösen Thromboembolie (VTE)",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "title": "Prophylaxe der venösen Thromboembolie (VTE)",
        },
    ),
    (
        "AWMF S2k-Leitlinie Intertrigo DDG (2022)",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["AWMF", "DDG"],
            "title": "Intertrigo",
            "year": 2022,
        },
    ),
    (
        "S3-Leitlinie Rheumatoide Arthritis DGRh 2024",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["DGRh"],
            "title": "Rheumatoide Arthritis",
            "year": 2024,
        },
    ),
    (
        "DGV/GNPI S2k-Leitlinie Thermische Verletzungen im Kindesalter 2021",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["DGV", "GNPI"],
            "title": "Thermische Verletzungen im Kindesalter",
            "year": 2021,
        },
    ),
    (
        "DGZMK / DG PARO (2020): S3-Leitlinie Parodontitis",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["DGZMK", "DG PARO"],
            "title": "Parodontitis",
            "year": 2020,
        },
    ),
    (
        "AWMF S3-Leitlinie VTE 2015",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["AWMF"],
            "title": "VTE",
            "year": 2015,
        },
    ),
    (
        "AWMF S2k-Leitlinie 2023",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["AWMF"],
            "year": 2023,
        },
    ),
    (
        "S3 Leitlinie 2018\nhttps://www.leitlinienprogramm-onkologie.de/leitlinien/endometriumkarzinom/",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "year": 2018,
            "url": "https://www.leitlinienprogramm-onkologie.de/leitlinien/endometriumkarzinom/",
        },
    ),
    (
        "S3-Leitlinie Mammakarzinom v5.0, Kapitel 8",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "title": "Mammakarzinom",
            "version": "5.0",
        },
    ),
    (
        (
            "S3-Leitlinie Prostatakarzinom, Version 8.x, Juli 2025 (Leitlinienprogramm Onkologie) — "
            "Früherkennung, Nachsorge"
        ),
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["Leitlinienprogramm Onkologie"],
            "title": "Prostatakarzinom",
            "version": "8.x",
            "year": 2025,
            "stand": "2025-07",
        },
    ),
    (
        "S3-Leitlinie Mammakarzinom, Langversion 5.0, Dezember 2025, Seiten 124-144",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "title": "Mammakarzinom",
            "version": "5.0",
            "edition_form": "Langversion",
            "year": 2025,
            "pages": "124-144",
            "stand": "2025-12",
        },
    ),
    (
        (
            "DGPPN, BÄK, KBV, AWMF (Hrsg.) für die Leitliniengruppe Unipolare Depression: "
            "S3-Leitlinie/Nationale VersorgungsLeitlinie Unipolare Depression – Langfassung. 2. Auflage. "
            "Version 5. 2017"
        ),
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["DGPPN", "BÄK", "KBV", "AWMF"],
            "title": "Nationale VersorgungsLeitlinie Unipolare Depression",
            "version": "5",
            "edition_form": "Langversion",
            "year": 2017,
        },
    ),
    (
        "S1-Leitlinie Post-COVID/Long-COVID. Koczulla et. al.. 2021",
        {
            "kind": "guideline",
            "guideline_class": "S1",
            "authors": ["Koczulla"],
            "title": "Post-COVID/Long-COVID",
            "year": 2021,
        },
    ),
    (
        "Gerbes AL et al. S2k-Leitlinie der DGVS „Komplikationen der Leberzirrhose“. Z Gastroenterol 2019.",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["DGVS"],
            "authors": ["Gerbes AL"],
            "title": "Komplikationen der Leberzirrhose",
            "container": "Z Gastroenterol",
            "year": 2019,
        },
    ),
    (
        (
            "Layer P. et al., Update S3-Leitlinie Reizdarmsyndrom: Definition und Therapie (DGVS, DGNM), Z "
            "Gastroenterol 2021;59:1323-1415"
        ),
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["DGVS", "DGNM"],
            "authors": ["Layer P."],
            "title": "Reizdarmsyndrom: Definition und Therapie",
            "container": "Z Gastroenterol",
            "year": 2021,
            "volume": "59",
            "pages": "1323-1415",
        },
    ),
    (
        "AWMF S3 guideline for obsessive-compulsive disorders",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["AWMF"],
            "title": "obsessive-compulsive disorders",
        },
    ),
)
