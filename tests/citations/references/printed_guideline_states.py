"""Guidelines with a state, a row of forms or a remark around their version: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "S3-Leitlinie Prostatakarzinom, Version 8.0 (Konsultationsfassung, April 2025)",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "title": "Prostatakarzinom",
            "version": "8.0",
            "year": 2025,
            "stand": "2025-04",
        },
    ),
    (
        "S3-Leitlinie Mammakarzinom, Kurzversion 5.0 (Entwurf vom Mai 2025, AWMF 032-045OL)",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "title": "Mammakarzinom",
            "version": "5.0",
            "edition_form": "Kurzversion",
            "year": 2025,
            "stand": "2025-05",
            "awmf_number": "032-045OL",
        },
    ),
    (
        "DGN. Migräne. AWMF S1-Leitlinie 030/057, 2022. AWMF-Registernummer 030/057.",
        {
            "kind": "guideline",
            "guideline_class": "S1",
            "organisations": ["DGN", "AWMF"],
            "title": "Migräne",
            "year": 2022,
            "awmf_number": "030/057",
        },
    ),
    (
        "S3-Leitlinie Schizophrenie, Versionsnummer 4.0, 2025",
        {"kind": "guideline", "guideline_class": "S3", "title": "Schizophrenie", "version": "4.0", "year": 2025},
    ),
    (
        "S2k-Leitlinie Psoriasis (DDG, Version 5.0, AWMF 013-001)",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["DDG"],
            "title": "Psoriasis",
            "version": "5.0",
            "awmf_number": "013-001",
        },
    ),
    (
        "S3-Leitlinie Adipositas (DAG, 3. Aufl., 2024)",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["DAG"],
            "title": "Adipositas",
            "version": "3",
            "year": 2024,
        },
    ),
    (
        "S2k-Leitlinie Sepsis (Langfassung, 2020)",
        {"kind": "guideline", "guideline_class": "S2k", "title": "Sepsis", "edition_form": "Langversion", "year": 2020},
    ),
    (
        "S3-Leitlinie Kreuzschmerz, Überarbeitung 2021/05/12, AWMF nvl-007",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "title": "Kreuzschmerz",
            "stand": "2021-05-12",
            "awmf_number": "nvl-007",
        },
    ),
    (
        "DGE/ÖGE Ernährungsempfehlungen – Säuglinge",
        {"kind": "guideline", "organisations": ["DGE", "ÖGE"], "title": "Ernährungsempfehlungen – Säuglinge"},
    ),
    (
        "STIKO Impfempfehlungen 2024",
        {"kind": "guideline", "organisations": ["STIKO"], "title": "Impfempfehlungen 2024", "year": 2024},
    ),
    (
        "S2k-Leitlinie Rosazea. AWMF 013-065. Überarbeitung vom 12.03.2022",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "title": "Rosazea",
            "stand": "2022-03-12",
            "awmf_number": "013-065",
        },
    ),
    (
        "S3-Leitlinie Adipositas, Version 5.0, 2024, AWMF 050-001 (Langversion und Kurzversion)",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "title": "Adipositas",
            "version": "5.0",
            "year": 2024,
            "awmf_number": "050-001",
        },
    ),
    (
        "S3-Leitlinie Schlaganfall (Kurzfassung, Langfassung sowie Patientenversion), AWMF 030-046",
        {"kind": "guideline", "guideline_class": "S3", "title": "Schlaganfall", "awmf_number": "030-046"},
    ),
    (
        "DGN S2k-Leitlinie AWMF 030-057 – maßgeblich für die Prophylaxe",
        {"kind": "guideline", "guideline_class": "S2k", "organisations": ["DGN"], "awmf_number": "030-057"},
    ),
    (
        "Gonarthrose – S2k-Leitlinie DGOOC (AWMF 187-050) – gültig für alle Praxen",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["DGOOC"],
            "title": "Gonarthrose",
            "awmf_number": "187-050",
        },
    ),
    (
        "Clinical practice guideline for gout, Alberta Health Services, 2020",
        {
            "kind": "guideline",
            "organisations": ["Alberta Health Services"],
            "title": "Clinical practice guideline for gout",
            "year": 2020,
        },
    ),
    (
        "Guideline for the Management of Chronic Pain, Royal College of Physicians, 2018.",
        {
            "kind": "guideline",
            "organisations": ["Royal College of Physicians"],
            "title": "Guideline for the Management of Chronic Pain",
            "year": 2018,
        },
    ),
    (
        "AWMF Leitlinienprogramm Onkologie (2021). S3-Leitlinie Prävention von Hautkrebs (Version 2.1).",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["AWMF", "Leitlinienprogramm Onkologie"],
            "title": "Prävention von Hautkrebs",
            "version": "2.1",
            "year": 2021,
        },
    ),
    (
        "Deutsche Gesellschaft für Neurologie\nDGN-Leitlinien 2022\nAkuttherapie des Schlaganfalls",
        {
            "kind": "guideline",
            "organisations": ["Deutsche Gesellschaft für Neurologie"],
            "title": "Akuttherapie des Schlaganfalls",
            "year": 2022,
        },
    ),
    (
        "Roe SR et al. VTE: guidelines of the Clot Task Force of the American Society of Hematology. Blood. 2019;3:1.",
        {
            "kind": "guideline",
            "organisations": ["Clot Task Force", "American Society of Hematology"],
            "authors": ["Roe SR"],
            "title": "VTE: guidelines of the Clot Task Force of the American Society of Hematology",
            "container": "Blood",
            "year": 2019,
            "volume": "3",
            "pages": "1",
        },
    ),
    (
        "Doe J et al. Gout: recommendations by the Imaging Group of the European Rheumatology Society. Gut. 2022;81:1.",
        {
            "kind": "guideline",
            "organisations": ["Imaging Group", "European Rheumatology Society"],
            "authors": ["Doe J"],
            "title": "Gout: recommendations by the Imaging Group of the European Rheumatology Society",
            "container": "Gut",
            "year": 2022,
            "volume": "81",
            "pages": "1",
        },
    ),
)
