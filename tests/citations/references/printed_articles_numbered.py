"""Articles of short lines that still name volume or pages, with every field: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        (
            "PHQ-9: Kroenke K, Spitzer RL, Williams JB. The PHQ-9: validity of a brief depression severity "
            "measure. J Gen Intern Med. 2001;16(9):606-613."
        ),
        {
            "kind": "journal-article",
            "authors": ["Kroenke K", "Spitzer RL", "Williams JB"],
            "title": "The PHQ-9: validity of a brief depression severity measure",
            "container": "J Gen Intern Med",
            "year": 2001,
            "volume": "16",
            "issue": "9",
            "pages": "606-613",
        },
    ),
    (
        "CKD-EPI: Levey AS et al. Ann Intern Med 2009;150:604–612",
        {
            "kind": "journal-article",
            "authors": ["Levey AS"],
            "title": "CKD-EPI",
            "container": "Ann Intern Med",
            "year": 2009,
            "volume": "150",
            "pages": "604–612",
        },
    ),
    (
        "Wells-Score: Wells PS et al. JAMA 2006;295:199",
        {
            "kind": "journal-article",
            "authors": ["Wells PS"],
            "title": "Wells-Score",
            "container": "JAMA",
            "year": 2006,
            "volume": "295",
            "pages": "199",
        },
    ),
    (
        "C. Roe, B. Doe, K. Poe, Age Ageing 39(2):245–251, 2010. doi:10.1093/x/1 (+26 % bei 32 °C).",
        {
            "kind": "journal-article",
            "authors": ["C. Roe", "B. Doe", "K. Poe"],
            "container": "Age Ageing",
            "year": 2010,
            "volume": "39",
            "issue": "2",
            "pages": "245–251",
            "doi": "10.1093/x/1",
        },
    ),
    (
        "A. Roe u. a., Bundesgesundheitsblatt 62(5):571–579, 2019; dies., Epid Bull 23/2019:193–202.",
        {
            "kind": "journal-article",
            "authors": ["A. Roe"],
            "container": "Bundesgesundheitsblatt",
            "year": 2019,
            "volume": "62",
            "issue": "5",
            "pages": "571–579",
        },
    ),
    (
        "Page MJ, et al. PRISMA 2020. BMJ 2021;372:n71. doi: 10.1136/ bmj.n71",
        {
            "kind": "journal-article",
            "authors": ["Page MJ"],
            "title": "PRISMA 2020",
            "container": "BMJ",
            "year": 2021,
            "volume": "372",
            "pages": "n71",
            "doi": "10.1136/bmj.n71",
        },
    ),
    (
        "Linde K et al. (2008): St John's wort for major depression. Cochrane Database Syst Rev CD000448",
        {
            "kind": "systematic-review",
            "authors": ["Linde K"],
            "title": "St John's wort for major depression",
            "container": "Cochrane Database Syst Rev",
            "year": 2008,
            "pages": "CD000448",
        },
    ),
    (
        "Kohl, T., Mai, T. und Klee, D. 2018. Von der Haut. Deutscher Heilverlag. Z Allg Med. 94 (4)",
        {
            "kind": "journal-article",
            "authors": ["Kohl, T.", "Mai, T.", "Klee, D."],
            "title": "Von der Haut",
            "container": "Z Allg Med",
            "year": 2018,
            "volume": "94",
            "issue": "4",
        },
    ),
    (
        (
            "Roe N., Doe S.: Hair and Skin, Journal of the Korean Academy of Child and Adolescent Psychiatry "
            "33(1), 2022, S. 2 bis 15. Vier Studien eingeschlossen."
        ),
        {
            "kind": "journal-article",
            "authors": ["Roe N.", "Doe S."],
            "title": "Hair and Skin",
            "container": "Journal of the Korean Academy of Child and Adolescent Psychiatry",
            "year": 2022,
            "volume": "33",
            "issue": "1",
            "pages": "2 bis 15",
        },
    ),
    (
        "Deutsches Ärzteblatt 115, Heft 12, 2018, S. 201-208: Akuter Schwindel",
        {
            "kind": "journal-article",
            "title": "Akuter Schwindel",
            "container": "Deutsches Ärzteblatt",
            "year": 2018,
            "volume": "115",
            "issue": "12",
            "pages": "201-208",
        },
    ),
    (
        "Ärzteblatt 2019; 116: A-123: Akuter Schwindel",
        {
            "kind": "journal-article",
            "title": "Akuter Schwindel",
            "container": "Ärzteblatt",
            "year": 2019,
            "volume": "116",
            "pages": "A-123",
        },
    ),
    (
        "Cockcroft & Gault, Nephron 1976;16:31-41",
        {
            "kind": "journal-article",
            "authors": ["Cockcroft", "Gault"],
            "container": "Nephron",
            "year": 1976,
            "volume": "16",
            "pages": "31-41",
        },
    ),
    (
        "Cockcroft DW, Gault MH. Nephron. 1976;16(1):31-41",
        {
            "kind": "journal-article",
            "authors": ["Cockcroft DW", "Gault MH"],
            "container": "Nephron",
            "year": 1976,
            "volume": "16",
            "issue": "1",
            "pages": "31-41",
        },
    ),
    (
        "Roe J. S., Doe M., Poe D. Coffee and disease: human studies. Pharmacol. Res. 2007, 55, 187–198.",
        {
            "kind": "journal-article",
            "authors": ["Roe J. S.", "Doe M.", "Poe D."],
            "title": "Coffee and disease: human studies",
            "container": "Pharmacol. Res",
            "year": 2007,
            "volume": "55",
            "pages": "187–198",
        },
    ),
    (
        'Roe, Anna, et al. "The title." The Lancet 391.10120 (2018): 541-551.',
        {
            "kind": "journal-article",
            "authors": ["Roe, Anna"],
            "title": "The title",
            "container": "The Lancet",
            "year": 2018,
            "volume": "391",
            "issue": "10120",
            "pages": "541-551",
        },
    ),
    (
        "Vgl. Roe A: Der Titel. Dtsch Arztebl 2020; 117: 1",
        {
            "kind": "journal-article",
            "authors": ["Roe A"],
            "title": "Der Titel",
            "container": "Dtsch Arztebl",
            "year": 2020,
            "volume": "117",
            "pages": "1",
        },
    ),
    (
        "Metaanalyse (Roe et al., BMJ 2018;361:k1)",
        {
            "kind": "systematic-review",
            "authors": ["Roe"],
            "title": "Metaanalyse",
            "container": "BMJ",
            "year": 2018,
            "volume": "361",
            "pages": "k1",
        },
    ),
    (
        "Roe A, Doe B, Poe C. The title. Lancet. 2018;391:1–9. (Volltext frei)",
        {
            "kind": "journal-article",
            "authors": ["Roe A", "Doe B", "Poe C"],
            "title": "The title",
            "container": "Lancet",
            "year": 2018,
            "volume": "391",
            "pages": "1–9",
        },
    ),
    (
        "Roe A, Doe B. Der Titel (2018) Internist 59:1-9",
        {
            "kind": "journal-article",
            "authors": ["Roe A", "Doe B"],
            "title": "Der Titel",
            "container": "Internist",
            "year": 2018,
            "volume": "59",
            "pages": "1-9",
        },
    ),
    (
        "Arzneiverordnung in der Praxis, Band 44, Heft 2, 2017: Antibiotika",
        {
            "kind": "journal-article",
            "title": "Antibiotika",
            "container": "Arzneiverordnung in der Praxis",
            "year": 2017,
            "volume": "44",
            "issue": "2",
        },
    ),
)
