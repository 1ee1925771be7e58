"""Works with a remark behind them, and works told by people, journal or edition alone: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "ESMO Clinical Practice Guideline: Renal Cell Carcinoma, 2024 — adjuvant therapy and follow-up intervals",
        {
            "kind": "guideline",
            "organisations": ["ESMO"],
            "title": "ESMO Clinical Practice Guideline: Renal Cell Carcinoma",
            "year": 2024,
        },
    ),
    (
        "Müller A: Das Knie. Springer, 2018 – gute Übersicht zur Anatomie",
        {"kind": "book", "organisations": ["Springer"], "authors": ["Müller A"], "title": "Das Knie", "year": 2018},
    ),
    (
        "Roe A, Doe B. Skin care in infants. Pediatr Dermatol 2019;36:12-18 — bathing intervals",
        {
            "kind": "journal-article",
            "authors": ["Roe A", "Doe B"],
            "title": "Skin care in infants",
            "container": "Pediatr Dermatol",
            "year": 2019,
            "volume": "36",
            "pages": "12-18",
        },
    ),
    (
        "Roe A, Doe B (2003): Gait and falls in the old. J Gerontol — Tinetti-Test",
        {
            "kind": "journal-article",
            "authors": ["Roe A", "Doe B"],
            "title": "Gait and falls in the old",
            "container": "J Gerontol",
            "year": 2003,
        },
    ),
    (
        "AMBOSS: Gicht, 2021 – https://www.amboss.com/de/wissen/gicht",
        {
            "kind": "web-page",
            "organisations": ["AMBOSS"],
            "title": "Gicht",
            "year": 2021,
            "url": "https://www.amboss.com/de/wissen/gicht",
        },
    ),
    (
        "WHO: Physical activity, 2020 – Version 2",
        {"kind": "report", "organisations": ["WHO"], "title": "Physical activity", "version": "2", "year": 2020},
    ),
    (
        "Roe A: Gangschule. Thieme, Stuttgart 2018 – 3. Auflage",
        {
            "kind": "book",
            "organisations": ["Thieme"],
            "authors": ["Roe A"],
            "title": "Gangschule",
            "version": "3",
            "year": 2018,
        },
    ),
    (
        "Krebsinformationsdienst: Misteltherapie – unzureichende Belege für eine Lebensverlängerung",
        {"kind": "web-page", "organisations": ["Krebsinformationsdienst"], "title": "Misteltherapie"},
    ),
    (
        "NCCIH: Ingwer – Forschungsstand und mögliche Nebenwirkungen",
        {"kind": "web-page", "organisations": ["NCCIH"], "title": "Ingwer"},
    ),
    (
        "IQWiG: Knieschmerzen – genaue Angaben zum Schmerzverlauf",
        {"kind": "web-page", "organisations": ["IQWiG"], "title": "Knieschmerzen"},
    ),
    (
        "BfArM: Homöopathika – Zulassung und Prüfung unterscheiden",
        {"kind": "web-page", "organisations": ["BfArM"], "title": "Homöopathika"},
    ),
    (
        "NCCN Clinical Practice Guidelines in Oncology: Uveal Melanoma — staging, plaques, and liver checks",
        {
            "kind": "guideline",
            "organisations": ["NCCN"],
            "title": "NCCN Clinical Practice Guidelines in Oncology: Uveal Melanoma",
        },
    ),
    (
        "BZgA: Stillen – was tun bei Problemen?",
        {"kind": "web-page", "organisations": ["BZgA"], "title": "Stillen – was tun bei Problemen?"},
    ),
    (
        "DGE: Essen im Alter – grundlegende Empfehlungen",
        {"kind": "web-page", "organisations": ["DGE"], "title": "Essen im Alter – grundlegende Empfehlungen"},
    ),
    (
        "Krebshilfe: Brustkrebs – Informationen für Betroffene und Angehörige",
        {
            "kind": "web-page",
            "organisations": ["Krebshilfe"],
            "title": "Brustkrebs – Informationen für Betroffene und Angehörige",
        },
    ),
    (
        "IQWiG: Asthma – richtig inhalieren, Anfälle erkennen, Auslöser meiden",
        {
            "kind": "web-page",
            "organisations": ["IQWiG"],
            "title": "Asthma – richtig inhalieren, Anfälle erkennen, Auslöser meiden",
        },
    ),
    (
        "IQWiG: Arthrose – Nutzen und Schaden abwägen",
        {"kind": "web-page", "organisations": ["IQWiG"], "title": "Arthrose – Nutzen und Schaden abwägen"},
    ),
    (
        "Robert Koch-Institut: Gesundheit in Deutschland (aktuelle Ausgabe)",
        {"kind": "web-page", "organisations": ["Robert Koch-Institut"], "title": "Gesundheit in Deutschland"},
    ),
    (
        "G-BA: Psychotherapie-Richtlinie (in der jeweils gültigen Fassung)",
        {"kind": "law", "organisations": ["G-BA"], "title": "Psychotherapie-Richtlinie"},
    ),
    (
        "Psychrembel: Klinisches Wörterbuch (aktuelle Auflage), De Gruyter",
        {"kind": "book", "organisations": ["De Gruyter"], "authors": ["Psychrembel"], "title": "Klinisches Wörterbuch"},
    ),
    (
        "S3-Leitlinie Asthma (aktuelle Version 06/2022), AWMF 020-009",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "title": "Asthma",
            "year": 2022,
            "stand": "2022-06",
            "awmf_number": "020-009",
        },
    ),
    (
        "DGU: Harnsteine, aktuelle Fassung 05/2020",
        {"kind": "report", "organisations": ["DGU"], "title": "Harnsteine", "year": 2020, "stand": "2020-05"},
    ),
    (
        "BfArM — Metamizol · Fachinformation zu Novalgin und Berlosin",
        {"kind": "drug-information", "organisations": ["BfArM"], "title": "Metamizol"},
    ),
    ("Rook's Textbook of Dermatology, 9e", {"kind": "book", "title": "Rook's Textbook of Dermatology", "version": "9"}),
    (
        "Roe A, Doe B. Essential Hand Surgery, 3/e. Elsevier, 2019",
        {
            "kind": "book",
            "organisations": ["Elsevier"],
            "authors": ["Roe A", "Doe B"],
            "title": "Essential Hand Surgery",
            "version": "3",
            "year": 2019,
        },
    ),
    ("Miller's Anesthesia, 9e", {"kind": "book", "authors": ["Miller"], "title": "Anesthesia", "version": "9"}),
    (
        "Bolognia & Schaffer, Skin Disease, 4e",
        {"kind": "book", "authors": ["Bolognia", "Schaffer"], "title": "Skin Disease", "version": "4"},
    ),
    (
        "Telephone Advice for Nurses (5th Edition, Julia Roe)",
        {"kind": "book", "authors": ["Julia Roe"], "title": "Telephone Advice for Nurses", "version": "5"},
    ),
    (
        "Gesundheit fördern, Anna Roe und Karl Doe, Beltz 2012",
        {
            "kind": "book",
            "organisations": ["Beltz"],
            "authors": ["Anna Roe", "Karl Doe"],
            "title": "Gesundheit fördern",
            "year": 2012,
        },
    ),
    (
        "Rheuma, Gicht und Arthrose, Thieme 2019",
        {"kind": "book", "organisations": ["Thieme"], "title": "Rheuma, Gicht und Arthrose", "year": 2019},
    ),
    (
        "Karl Roe / Anna Doe: Gangschule im Alter. Thieme 2019",
        {
            "kind": "book",
            "organisations": ["Thieme"],
            "authors": ["Karl Roe", "Anna Doe"],
            "title": "Gangschule im Alter",
            "year": 2019,
        },
    ),
    (
        "Roe A: Das Herz. Eastland Press 2001/2003.",
        {"kind": "book", "organisations": ["Eastland Press"], "authors": ["Roe A"], "title": "Das Herz", "year": 2001},
    ),
    (
        "Roe K: Lymph and Flow. Lecture notes, University of Bern, 2015",
        {
            "kind": "other",
            "organisations": ["University of Bern"],
            "authors": ["Roe K"],
            "title": "Lymph and Flow",
            "year": 2015,
        },
    ),
    (
        "Roe A: Faszien in Bewegung. Kursskript 2021.",
        {"kind": "other", "authors": ["Roe A"], "title": "Faszien in Bewegung", "year": 2021},
    ),
    (
        "Roe G E-H et al. Gait training. Clin Rehabil. 2019;33:1-9.",
        {
            "kind": "journal-article",
            "authors": ["Roe G E-H"],
            "title": "Gait training",
            "container": "Clin Rehabil",
            "year": 2019,
            "volume": "33",
            "pages": "1-9",
        },
    ),
    ("Smith 2018, JAMA", {"kind": "journal-article", "authors": ["Smith"], "container": "JAMA", "year": 2018}),
    (
        "Roe A et al., N Engl J Med. (2020)",
        {"kind": "journal-article", "authors": ["Roe A"], "container": "N Engl J Med", "year": 2020},
    ),
    (
        "Roe & Doe, Ann Oncol (2017)",
        {"kind": "journal-article", "authors": ["Roe", "Doe"], "container": "Ann Oncol", "year": 2017},
    ),
    ("Diabetes, Dtsch Arztebl (2018)", {}),
    (
        "Der Hautarzt (52) Heft 3/2001, S. 12-18",
        {
            "kind": "journal-article",
            "container": "Der Hautarzt",
            "year": 2001,
            "volume": "52",
            "issue": "3",
            "pages": "12-18",
        },
    ),
    (
        "PHQ-9 (Kroenke et al., 2001)",
        {"kind": "journal-article", "authors": ["Kroenke"], "title": "PHQ-9", "year": 2001},
    ),
    (
        "Beck Depression Inventory: Beck et al. (1961)",
        {"kind": "journal-article", "authors": ["Beck"], "title": "Beck Depression Inventory", "year": 1961},
    ),
    (
        "Barthel-Index – Mahoney & Barthel (1965)",
        {"kind": "journal-article", "authors": ["Mahoney", "Barthel"], "title": "Barthel-Index", "year": 1965},
    ),
    (
        "Roe & Doe Falls Screening Test (2012)",
        {"kind": "journal-article", "authors": ["Roe", "Doe"], "title": "Falls Screening Test", "year": 2012},
    ),
    ("Ernährung: Obst & Gemüse (2020)", {}),
    (
        "JAMA 2019;321:1-9: Falls prevention (Roe A, Doe B)",
        {
            "kind": "journal-article",
            "authors": ["Roe A", "Doe B"],
            "title": "Falls prevention",
            "container": "JAMA",
            "year": 2019,
            "volume": "321",
            "pages": "1-9",
        },
    ),
    (
        "Roe A: Fracture healing. JBJS 2011.",
        {
            "kind": "journal-article",
            "authors": ["Roe A"],
            "title": "Fracture healing",
            "container": "JBJS",
            "year": 2011,
        },
    ),
    (
        "ESC Guideline on Diabetes: Care of Patients With Heart Failure, 2021",
        {
            "kind": "guideline",
            "organisations": ["ESC"],
            "title": "ESC Guideline on Diabetes: Care of Patients With Heart Failure",
            "year": 2021,
        },
    ),
)
