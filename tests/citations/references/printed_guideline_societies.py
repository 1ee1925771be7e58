"""Guidelines by the society before, in or behind their title, and by its series: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "ERC Guidelines 2015. Section 4. Cardiac arrest in special circumstances.",
        {
            "kind": "guideline",
            "organisations": ["ERC"],
            "title": "ERC Guidelines 2015. Section 4. Cardiac arrest in special circumstances",
            "year": 2015,
        },
    ),
    (
        "EASL Guidelines 2021. Chapter 3. Ascites in cirrhosis.",
        {
            "kind": "guideline",
            "organisations": ["EASL"],
            "title": "EASL Guidelines 2021. Chapter 3. Ascites in cirrhosis",
            "year": 2021,
        },
    ),
    (
        "GRC Leitlinien 2021. Kapitel 5. Kreislaufstillstand unter besonderen Umständen.",
        {
            "kind": "guideline",
            "organisations": ["GRC"],
            "title": "GRC Leitlinien 2021. Kapitel 5. Kreislaufstillstand unter besonderen Umständen",
            "year": 2021,
        },
    ),
    (
        "ILAE Guidelines 2022. Part II: Status epilepticus.",
        {
            "kind": "guideline",
            "organisations": ["ILAE"],
            "title": "ILAE Guidelines 2022. Part II: Status epilepticus",
            "year": 2022,
        },
    ),
    (
        "ESC Guidelines 2023. Acute coronary syndromes.",
        {"kind": "guideline", "organisations": ["ESC"], "title": "Acute coronary syndromes", "year": 2023},
    ),
    (
        "ESC-Leitlinien 2022. Lungenembolie.",
        {"kind": "guideline", "organisations": ["ESC"], "title": "Lungenembolie", "year": 2022},
    ),
    (
        "ESC/ERS-Leitlinie zur Diagnostik der pulmonalen Hypertonie 2022",
        {
            "kind": "guideline",
            "organisations": ["ESC", "ERS"],
            "title": "Diagnostik der pulmonalen Hypertonie",
            "year": 2022,
        },
    ),
    ("KDIGO: Anemia in CKD", {"kind": "guideline", "organisations": ["KDIGO"], "title": "Anemia in CKD"}),
    (
        "KDIGO 2012: Acute Kidney Injury",
        {"kind": "guideline", "organisations": ["KDIGO"], "title": "Acute Kidney Injury", "year": 2012},
    ),
    (
        "GINA: Difficult-to-treat asthma",
        {"kind": "guideline", "organisations": ["GINA"], "title": "Difficult-to-treat asthma"},
    ),
    (
        "DGNC Guidelines, S2k-Leitlinie, Version 03/2020, https://www.example.org/leitlinien/x.pdf",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["DGNC"],
            "title": "DGNC Guidelines",
            "year": 2020,
            "stand": "2020-03",
            "url": "https://www.example.org/leitlinien/x.pdf",
        },
    ),
    (
        "DGHO Leitlinien, S2k-Leitlinie, Stand 05/2021",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["DGHO"],
            "title": "DGHO Leitlinien",
            "stand": "2021-05",
        },
    ),
    (
        "DDG/DGIM: S2k Nephropathie bei Diabetes (2023)",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["DDG", "DGIM"],
            "title": "Nephropathie bei Diabetes",
            "year": 2023,
        },
    ),
    (
        "DEGAM/AWMF – S3 Husten (2021)",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["DEGAM", "AWMF"],
            "title": "Husten",
            "year": 2021,
        },
    ),
    (
        "S2k-Leitlinie Gicht. Fassung 2019. Deutsche Gesellschaft für Rheumatologie.",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["Deutsche Gesellschaft für Rheumatologie"],
            "title": "Gicht",
            "year": 2019,
        },
    ),
    (
        "American Urological Association/Society of Urodynamics Overactive Bladder Guideline",
        {
            "kind": "guideline",
            "organisations": ["American Urological Association", "Society of Urodynamics"],
            "title": "American Urological Association/Society of Urodynamics Overactive Bladder Guideline",
        },
    ),
    (
        "European Society of Cardiology Heart Failure Guidelines 2021",
        {
            "kind": "guideline",
            "organisations": ["European Society of Cardiology"],
            "title": "European Society of Cardiology Heart Failure Guidelines 2021",
            "year": 2021,
        },
    ),
    (
        "Society of Critical Care Medicine Sedation Guidelines",
        {
            "kind": "guideline",
            "organisations": ["Society of Critical Care Medicine"],
            "title": "Society of Critical Care Medicine Sedation Guidelines",
        },
    ),
    (
        "American Heart Association Stroke Council Guideline",
        {
            "kind": "guideline",
            "organisations": ["American Heart Association Stroke Council"],
            "title": "American Heart Association Stroke Council Guideline",
        },
    ),
    (
        "British Society of Gastroenterology Barrett's Oesophagus Guidelines",
        {
            "kind": "guideline",
            "organisations": ["British Society of Gastroenterology"],
            "title": "British Society of Gastroenterology Barrett's Oesophagus Guidelines",
        },
    ),
    (
        "Infectious Diseases Society of America Clostridioides difficile Guidelines (2021)",
        {
            "kind": "guideline",
            "organisations": ["Infectious Diseases Society of America"],
            "title": "Infectious Diseases Society of America Clostridioides difficile Guidelines",
            "year": 2021,
        },
    ),
    (
        "American Association for the Study of Liver Diseases Ascites Guidance 2021",
        {
            "kind": "guideline",
            "organisations": ["American Association for the Study of Liver Diseases"],
            "title": "American Association for the Study of Liver Diseases Ascites Guidance",
            "year": 2021,
        },
    ),
    (
        "American Diabetes Association Standards of Care 2024",
        {
            "kind": "guideline",
            "organisations": ["American Diabetes Association"],
            "title": "American Diabetes Association Standards of Care",
            "year": 2024,
        },
    ),
    (
        "Roe J et al. AMERICAN COLLEGE OF RHEUMATOLOGY GUIDELINE: management of gout. Arthritis Care Res. 2020.",
        {
            "kind": "guideline",
            "organisations": ["AMERICAN COLLEGE OF RHEUMATOLOGY"],
            "authors": ["Roe J"],
            "title": "AMERICAN COLLEGE OF RHEUMATOLOGY GUIDELINE: management of gout",
            "container": "Arthritis Care Res",
            "year": 2020,
        },
    ),
    (
        "AUA/CUA/SUFU Recurrent Uncomplicated UTI Guideline (2025 Amendment)",
        {
            "kind": "guideline",
            "organisations": ["AUA", "CUA", "SUFU"],
            "title": "AUA/CUA/SUFU Recurrent Uncomplicated UTI Guideline (2025 Amendment)",
            "year": 2025,
        },
    ),
    (
        "ACR/AAHKS Perioperative Medication Guideline 2022",
        {
            "kind": "guideline",
            "organisations": ["ACR", "AAHKS"],
            "title": "ACR/AAHKS Perioperative Medication Guideline",
            "year": 2022,
        },
    ),
    (
        "AACAP Practice Parameter for the Assessment of Anxiety (2007, updated)",
        {
            "kind": "guideline",
            "organisations": ["AACAP"],
            "title": "AACAP Practice Parameter for the Assessment of Anxiety",
            "year": 2007,
        },
    ),
    (
        "ASA Practice Advisory for Preoperative Evaluation (2022, updated)",
        {
            "kind": "guideline",
            "organisations": ["ASA"],
            "title": "ASA Practice Advisory for Preoperative Evaluation",
            "year": 2022,
        },
    ),
    (
        "Roe A: BPPV clinical practice guideline. AAO-HNSF 2017.",
        {
            "kind": "guideline",
            "organisations": ["AAO-HNSF"],
            "authors": ["Roe A"],
            "title": "BPPV clinical practice guideline",
            "year": 2017,
        },
    ),
    (
        "Doe B: Clinical practice guideline: epistaxis. AAO-HNS 2020.",
        {
            "kind": "guideline",
            "organisations": ["AAO-HNS"],
            "authors": ["Doe B"],
            "title": "Clinical practice guideline: epistaxis",
            "year": 2020,
        },
    ),
)
