"""Guidelines that lists name in English or by a society abroad, with every field: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "NICE CG128: Autismus bei Kindern und Jugendlichen – Erkennen und Diagnostik",
        {
            "kind": "guideline",
            "organisations": ["NICE"],
            "title": "Autismus bei Kindern und Jugendlichen – Erkennen und Diagnostik",
        },
    ),
    (
        "NICE-Leitlinie NG87: ADHS – Diagnostik und Behandlung",
        {
            "kind": "guideline",
            "organisations": ["NICE"],
            "title": "ADHS – Diagnostik und Behandlung",
        },
    ),
    (
        "NICE NG28 Type 2 diabetes in adults",
        {
            "kind": "guideline",
            "organisations": ["NICE"],
            "title": "Type 2 diabetes in adults",
        },
    ),
    (
        "NICE (2018/2019): Attention deficit hyperactivity disorder: diagnosis and management (NG87).",
        {
            "kind": "guideline",
            "organisations": ["NICE"],
            "title": "Attention deficit hyperactivity disorder: diagnosis and management",
            "year": 2018,
        },
    ),
    (
        "GOLD-Report COPD (2023)",
        {
            "kind": "guideline",
            "organisations": ["GOLD"],
            "title": "GOLD-Report COPD",
            "year": 2023,
        },
    ),
    (
        "KDIGO 2024 Clinical Practice Guideline for CKD Evaluation & Management",
        {
            "kind": "guideline",
            "organisations": ["KDIGO"],
            "title": "KDIGO 2024 Clinical Practice Guideline for CKD Evaluation & Management",
            "year": 2024,
        },
    ),
    (
        "2023 ESC-Leitlinien für das Management von Endokarditis",
        {
            "kind": "guideline",
            "organisations": ["ESC"],
            "title": "2023 ESC-Leitlinien für das Management von Endokarditis",
            "year": 2023,
        },
    ),
    (
        "2023 ESC Guidelines for the management of endocarditis, European Heart Journal 44(39), p. 3948-4042",
        {
            "kind": "guideline",
            "organisations": ["ESC"],
            "title": "2023 ESC Guidelines for the management of endocarditis",
            "container": "European Heart Journal",
            "year": 2023,
            "volume": "44",
            "issue": "39",
            "pages": "3948-4042",
        },
    ),
    (
        'ACC/AHA. "2022 Heart Failure Guidelines." Circulation 2022.',
        {
            "kind": "guideline",
            "organisations": ["ACC", "AHA"],
            "title": "2022 Heart Failure Guidelines",
            "container": "Circulation",
            "year": 2022,
        },
    ),
    (
        (
            "Surviving Sepsis Campaign: International Guidelines for Management of Sepsis and Septic Shock "
            "2021. Intensive Care Med 2021;47:1181–1247."
        ),
        {
            "kind": "guideline",
            "organisations": ["Surviving Sepsis Campaign"],
            "title": (
                "Surviving Sepsis Campaign: International Guidelines for Management of Sepsis and Septic Shock 2021"
            ),
            "container": "Intensive Care Med",
            "year": 2021,
            "volume": "47",
            "pages": "1181–1247",
        },
    ),
    (
        (
            "Kunst G, Gerber V, et al; ESAIC Guidelines Task Force; EACTS, EACTAIC, EBCP Guidelines "
            "Committees. 2024 EACTS/EACTAIC/EBCP Guidelines on cardiopulmonary bypass. Br J Anaesth. "
            "2025;134(4):917–1008."
        ),
        {
            "kind": "guideline",
            "organisations": ["ESAIC Guidelines Task Force", "EACTS", "EACTAIC", "EBCP Guidelines Committees"],
            "authors": ["Kunst G", "Gerber V"],
            "title": "2024 EACTS/EACTAIC/EBCP Guidelines on cardiopulmonary bypass",
            "container": "Br J Anaesth",
            "year": 2025,
            "volume": "134",
            "issue": "4",
            "pages": "917–1008",
        },
    ),
    (
        (
            "EuroGuiDerm Guideline Atopic Eczema ;2022, Vollversion; – "
            "https://www.guidelines.edf.one/uploads/eczema-full-version-dec-2022.pdf"
        ),
        {
            "kind": "guideline",
            "organisations": ["EuroGuiDerm"],
            "title": "EuroGuiDerm Guideline Atopic Eczema",
            "edition_form": "Langversion",
            "year": 2022,
            "url": "https://www.guidelines.edf.one/uploads/eczema-full-version-dec-2022.pdf",
        },
    ),
    (
        "International Alliance for Scabies (IASX) 2020 Consensus Criteria for the Diagnosis of Scabies",
        {
            "kind": "guideline",
            "organisations": ["International Alliance for Scabies"],
            "title": "Consensus Criteria for the Diagnosis of Scabies",
            "year": 2020,
        },
    ),
    (
        "European League Against Rheumatism (EULAR) 2019 Classification Criteria for SLE",
        {
            "kind": "guideline",
            "organisations": ["European League Against Rheumatism"],
            "title": "Classification Criteria for SLE",
            "year": 2019,
        },
    ),
    (
        "ASCO Supportive Care Guidelines 2017",
        {"kind": "guideline", "organisations": ["ASCO"], "title": "ASCO Supportive Care Guidelines", "year": 2017},
    ),
    (
        "EAU Guidelines on Bladder Cancer 2026 (Follow-up section)",
        {"kind": "guideline", "organisations": ["EAU"], "title": "EAU Guidelines on Bladder Cancer", "year": 2026},
    ),
    (
        "ESC Guidelines on Heart Failure 2021 (Chapter 5)",
        {"kind": "guideline", "organisations": ["ESC"], "title": "ESC Guidelines on Heart Failure", "year": 2021},
    ),
    ("NICE CKS. Gout (Clinical Knowledge Summary).", {"kind": "guideline", "organisations": ["NICE"], "title": "Gout"}),
    (
        "NICE CKS – Asthma. https://cks.nice.org.uk/asthma",
        {"kind": "guideline", "organisations": ["NICE"], "title": "Asthma", "url": "https://cks.nice.org.uk/asthma"},
    ),
    (
        "White LN, Black G. AUA best practice statement: evaluation of haematuria. J Urol. 2019;61(2):12-20.",
        {
            "kind": "guideline",
            "organisations": ["AUA"],
            "authors": ["White LN", "Black G"],
            "title": "AUA best practice statement: evaluation of haematuria",
            "container": "J Urol",
            "year": 2019,
            "volume": "61",
            "issue": "2",
            "pages": "12-20",
        },
    ),
)
