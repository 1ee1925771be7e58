"""Articles told by journal and year or less, with every field that each says: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "Singhal K et al., Nature, 19.08.2023: Large language models encode clinical knowledge.",
        {
            "kind": "journal-article",
            "authors": ["Singhal K"],
            "title": "Large language models encode clinical knowledge",
            "container": "Nature",
            "year": 2023,
        },
    ),
    (
        "Schöttker et al. (2014), BMJ: Vitamin D and mortality",
        {
            "kind": "journal-article",
            "authors": ["Schöttker"],
            "title": "Vitamin D and mortality",
            "container": "BMJ",
            "year": 2014,
        },
    ),
    (
        "Roe / Doe / Poe 2018, J Clin Periodontol — Klassifikation 2018",
        {
            "kind": "journal-article",
            "authors": ["Roe", "Doe", "Poe"],
            "title": "Klassifikation 2018",
            "container": "J Clin Periodontol",
            "year": 2018,
        },
    ),
    (
        "Roe J et al.: Skin: A Comprehensive Review. Am Fam Physician, 2005 ↗",
        {
            "kind": "journal-article",
            "authors": ["Roe J"],
            "title": "Skin: A Comprehensive Review",
            "container": "Am Fam Physician",
            "year": 2005,
        },
    ),
    (
        "Roe J et al. (2013): Optimal protein intake in older people. JAMDA",
        {
            "kind": "journal-article",
            "authors": ["Roe J"],
            "title": "Optimal protein intake in older people",
            "container": "JAMDA",
            "year": 2013,
        },
    ),
    (
        "Cochrane Review (2013): Vitamin C for preventing and treating the common cold",
        {"kind": "systematic-review", "title": "Vitamin C for preventing and treating the common cold", "year": 2013},
    ),
    (
        "Cochrane: Akupunktur bei Migräne",
        {"kind": "systematic-review", "organisations": ["Cochrane"], "title": "Akupunktur bei Migräne"},
    ),
    (
        "Exercise for preventing falls in older people – Cochrane Review 2019",
        {"kind": "systematic-review", "title": "Exercise for preventing falls in older people", "year": 2019},
    ),
    (
        "Exercise for preventing falls (Cochrane Review, Sherrington et al. 2019)",
        {
            "kind": "systematic-review",
            "authors": ["Sherrington"],
            "title": "Exercise for preventing falls",
            "year": 2019,
        },
    ),
    (
        "Cochrane Database Syst Rev 2019: Exercise for preventing falls",
        {
            "kind": "systematic-review",
            "title": "Exercise for preventing falls",
            "container": "Cochrane Database Syst Rev",
            "year": 2019,
        },
    ),
    (
        ("Roe D et al. „Skin and Hair“, 2024 (Open Access). https://pmc.ncbi.nlm.nih.gov/articles/PMC11000001/"),
        {
            "kind": "journal-article",
            "authors": ["Roe D"],
            "title": "Skin and Hair",
            "year": 2024,
            "url": "https://pmc.ncbi.nlm.nih.gov/articles/PMC11000001/",
        },
    ),
    (
        "Roe E et al. Consensus on hair and skin. PMID:36662573",
        {"kind": "journal-article", "authors": ["Roe E"], "title": "Consensus on hair and skin", "pmid": "36662573"},
    ),
    (
        "Deutsche Apotheker Zeitung: Retaxationen vermeiden (Januar 2026)",
        {
            "kind": "journal-article",
            "title": "Retaxationen vermeiden",
            "container": "Deutsche Apotheker Zeitung",
            "year": 2026,
        },
    ),
    (
        "DAZ 2023, Nr. 12: Wechselwirkungen mit Johanniskraut",
        {
            "kind": "journal-article",
            "title": "Wechselwirkungen mit Johanniskraut",
            "container": "DAZ",
            "year": 2023,
            "issue": "12",
        },
    ),
    (
        "Ärzte Zeitung vom 12.03.2021: Neue Impfempfehlung",
        {"kind": "journal-article", "title": "Neue Impfempfehlung", "container": "Ärzte Zeitung", "year": 2021},
    ),
    (
        "Die Schwester Der Pfleger: Dekubitus neu gedacht, 5/2022",
        {
            "kind": "journal-article",
            "title": "Dekubitus neu gedacht",
            "container": "Die Schwester Der Pfleger",
            "year": 2022,
        },
    ),
    (
        "Dr. med. Anna Schmidt: Kopfschmerz bei Kindern, Deutsches Ärzteblatt, 2020",
        {
            "kind": "journal-article",
            "authors": ["Anna Schmidt"],
            "title": "Kopfschmerz bei Kindern",
            "container": "Deutsches Ärzteblatt",
            "year": 2020,
        },
    ),
    (
        'Smith J, Doe A. "Title in quotes". N Engl J Med (2020).',
        {
            "kind": "journal-article",
            "authors": ["Smith J", "Doe A"],
            "title": "Title in quotes",
            "container": "N Engl J Med",
            "year": 2020,
        },
    ),
    (
        'Vaswani et al., "Attention is all you need", NeurIPS 2017',
        {
            "kind": "journal-article",
            "authors": ["Vaswani"],
            "title": "Attention is all you need",
            "container": "NeurIPS",
            "year": 2017,
        },
    ),
    (
        "Lewis P et al. Retrieval-augmented generation. arXiv:2005.11401, 2020",
        {
            "kind": "journal-article",
            "authors": ["Lewis P"],
            "title": "Retrieval-augmented generation",
            "container": "arXiv",
            "year": 2020,
        },
    ),
    (
        "Kroenke et al. 2001 (J Gen Intern Med)",
        {"kind": "journal-article", "authors": ["Kroenke"], "container": "J Gen Intern Med", "year": 2001},
    ),
    (
        "Pugh RN, Br J Surg 1973",
        {"kind": "journal-article", "authors": ["Pugh RN"], "container": "Br J Surg", "year": 1973},
    ),
    (
        "(Strupp et al., Dtsch Arztebl Int 2020)",
        {"kind": "journal-article", "authors": ["Strupp"], "container": "Dtsch Arztebl Int", "year": 2020},
    ),
    (
        "Wright JT et al. (SPRINT), NEJM 2015",
        {"kind": "journal-article", "authors": ["Wright JT"], "title": "SPRINT", "container": "NEJM", "year": 2015},
    ),
    (
        "Prof. Dr. Anna Roe, Dr. Karl Doe: Der Titel. Ärzteblatt Baden-Württemberg 3/2020",
        {
            "kind": "journal-article",
            "authors": ["Anna Roe", "Karl Doe"],
            "title": "Der Titel",
            "container": "Ärzteblatt Baden-Württemberg",
            "year": 2020,
            "issue": "3",
        },
    ),
    (
        "Roe A, Doe B: The title. JAMA. Published online May 4, 2018. doi:10.1001/jama.2018.0001",
        {
            "kind": "journal-article",
            "authors": ["Roe A", "Doe B"],
            "title": "The title",
            "container": "JAMA",
            "doi": "10.1001/jama.2018.0001",
        },
    ),
    (
        "Roe A, Doe B. The title. JAMA 2018, in press.",
        {
            "kind": "journal-article",
            "authors": ["Roe A", "Doe B"],
            "title": "The title",
            "container": "JAMA",
            "year": 2018,
        },
    ),
    (
        "Roe A, Doe B: Der Titel, Der Internist 2018",
        {
            "kind": "journal-article",
            "authors": ["Roe A", "Doe B"],
            "title": "Der Titel",
            "container": "Der Internist",
            "year": 2018,
        },
    ),
    (
        "Cochrane Review zu Akupunktur bei Migräne (2016)",
        {"kind": "systematic-review", "title": "Akupunktur bei Migräne", "year": 2016},
    ),
    (
        "START Trial, Haviland et al, Lancet Oncol 2013;14:1086-94",
        {
            "kind": "journal-article",
            "authors": ["Haviland"],
            "title": "START Trial",
            "container": "Lancet Oncol",
            "year": 2013,
            "volume": "14",
            "pages": "1086-94",
        },
    ),
    (
        "Radiotherapy after mastectomy, Darby S et al., Lancet 2014;383:2127-35",
        {
            "kind": "journal-article",
            "authors": ["Darby S"],
            "title": "Radiotherapy after mastectomy",
            "container": "Lancet",
            "year": 2014,
            "volume": "383",
            "pages": "2127-35",
        },
    ),
)
