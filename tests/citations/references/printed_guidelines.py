"""Printed references of many houses with the fields that each says: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "S3-Leitlinie Ösophaguskarzinom, Langversion 4.0 – September 2023, AWMF-Registernummer: 021/023OL",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "title": "Ösophaguskarzinom",
            "version": "4.0",
            "edition_form": "Langversion",
            "year": 2023,
            "stand": "2023-09",
            "awmf_number": "021/023OL",
        },
    ),
    (
        "AWMF-S2k-Leitlinie Nr. 013-024: Psoriasis vulgaris (Stand 02/2021)",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["AWMF"],
            "title": "Psoriasis vulgaris",
            "stand": "2021-02",
            "awmf_number": "013-024",
        },
    ),
    (
        "DGAI: S1-Leitlinie Atemwegsmanagement, AWMF-Registernummer 001 – 028, Version 4, gültig bis 30.09.2028",
        {
            "kind": "guideline",
            "guideline_class": "S1",
            "organisations": ["DGAI"],
            "title": "Atemwegsmanagement",
            "version": "4",
            "awmf_number": "001–028",
        },
    ),
    (
        (
            "Deutsche Gesellschaft für Neurologie (Hrsg.): Multiple Sklerose, S2k-Leitlinie, 2023, "
            "AWMF-Register-Nr. 030/050; www.dgn.org/leitlinien (abgerufen am 01.08.2024)"
        ),
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["Deutsche Gesellschaft für Neurologie"],
            "title": "Multiple Sklerose",
            "year": 2023,
            "accessed": "2024-08-01",
            "awmf_number": "030/050",
            "url": "www.dgn.org/leitlinien",
        },
    ),
    (
        (
            "Leitlinie „Unterbauchschmerz der Frau, chronisch“ der DGPFG, AWMF-Registernummer: 016/001, "
            "Klasse S2k, Stand: Januar 2022"
        ),
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["DGPFG"],
            "title": "Unterbauchschmerz der Frau, chronisch",
            "stand": "2022-01",
            "awmf_number": "016/001",
        },
    ),
    (
        (
            "Nationale VersorgungsLeitlinie Typ-2-Diabetes – Leitlinienreport, 2. Auflage, Version 1, 2021. "
            "Register-Nr. nvl-001"
        ),
        {
            "kind": "guideline",
            "title": "Nationale VersorgungsLeitlinie Typ-2-Diabetes",
            "version": "1",
            "edition_form": "Leitlinienreport",
            "year": 2021,
            "awmf_number": "nvl-001",
        },
    ),
    (
        (
            "NVL Chronische KHK. Langfassung. 7. Auflage. Version 1.0. 2024. www.leitlinien.de/khk [letzter "
            "Zugriff 14.11.2024]"
        ),
        {
            "kind": "guideline",
            "title": "NVL Chronische KHK",
            "version": "1.0",
            "edition_form": "Langversion",
            "year": 2024,
            "accessed": "2024-11-14",
            "url": "www.leitlinien.de/khk",
        },
    ),
    (
        (
            "Bundesärztekammer (BÄK), Kassenärztliche Bundesvereinigung (KBV), AWMF: Nationale "
            "Versorgungsleitlinie COPD – Teilpublikation der Langfassung, 2. Auflage. Version 1. 2021"
        ),
        {
            "kind": "guideline",
            "organisations": ["Bundesärztekammer", "Kassenärztliche Bundesvereinigung", "AWMF"],
            "title": "Nationale Versorgungsleitlinie COPD",
            "version": "1",
            "edition_form": "Langversion",
            "year": 2021,
        },
    ),
    (
        (
            "DGHO, OeGHO, SGMO, SGH+SSH: Onkopedia-Leitlinie Multiples Myelom, Stand August 2024, "
            "https://www.onkopedia.com/de/onkopedia/guidelines/multiples-myelom"
        ),
        {
            "kind": "guideline",
            "organisations": ["DGHO", "OeGHO", "SGMO", "SGH+SSH"],
            "title": "Multiples Myelom",
            "container": "Onkopedia",
            "stand": "2024-08",
            "url": "https://www.onkopedia.com/de/onkopedia/guidelines/multiples-myelom",
        },
    ),
    (
        "Wörmann B, Bokemeyer C, Burmeister T et al.: Chronische Lymphatische Leukämie. Onkopedia, Stand: Januar 2023",
        {
            "kind": "guideline",
            "authors": ["Wörmann B", "Bokemeyer C", "Burmeister T"],
            "title": "Chronische Lymphatische Leukämie",
            "container": "Onkopedia",
            "stand": "2023-01",
        },
    ),
    (
        (
            "Cardoso F, Kyriakides S, Ohno S et al. Early breast cancer: ESMO Clinical Practice Guidelines "
            "for diagnosis, treatment and follow-up. Ann Oncol 2019; 30(8): 1194–1220."
        ),
        {
            "kind": "guideline",
            "organisations": ["ESMO"],
            "authors": ["Cardoso F", "Kyriakides S", "Ohno S"],
            "title": ("Early breast cancer: ESMO Clinical Practice Guidelines for diagnosis, treatment and follow-up"),
            "container": "Ann Oncol",
            "year": 2019,
            "volume": "30",
            "issue": "8",
            "pages": "1194–1220",
        },
    ),
    (
        (
            "National Comprehensive Cancer Network. NCCN Clinical Practice Guidelines in Oncology: Soft "
            "Tissue Sarcoma. Version 2.2024. Accessed August 3, 2024. https://www.nccn.org/guidelines"
        ),
        {
            "kind": "guideline",
            "organisations": ["National Comprehensive Cancer Network"],
            "title": "NCCN Clinical Practice Guidelines in Oncology: Soft Tissue Sarcoma",
            "version": "2.2024",
            "year": 2024,
            "accessed": "2024-08-03",
            "url": "https://www.nccn.org/guidelines",
        },
    ),
    (
        (
            "NICE. Hypertension in adults: diagnosis and management [NG136]. London: National Institute for "
            "Health and Care Excellence; 2019."
        ),
        {
            "kind": "guideline",
            "organisations": ["National Institute for Health and Care Excellence"],
            "title": "Hypertension in adults: diagnosis and management",
            "year": 2019,
        },
    ),
    (
        (
            "National Institute for Health and Care Excellence (NICE). Type 2 diabetes in adults: "
            "management. NICE guideline NG28. Last updated 29 June 2022. Available at: "
            "www.nice.org.uk/guidance/ng28 [Accessed 5 May 2023]."
        ),
        {
            "kind": "guideline",
            "organisations": ["National Institute for Health and Care Excellence"],
            "title": "Type 2 diabetes in adults: management",
            "container": "NICE guideline NG28",
            "stand": "2022-06-29",
            "accessed": "2023-05-05",
            "url": "www.nice.org.uk/guidance/ng28",
        },
    ),
    (
        (
            "Bjordal JM, Johnson MI. Antibiotics for sore throat. Cochrane Database Syst Rev 2021, Issue 12. "
            "Art. No.: CD000023. DOI: 10.1002/14651858.CD000023.pub5."
        ),
        {
            "kind": "systematic-review",
            "authors": ["Bjordal JM", "Johnson MI"],
            "title": "Antibiotics for sore throat",
            "container": "Cochrane Database Syst Rev",
            "year": 2021,
            "issue": "12",
            "pages": "CD000023",
            "doi": "10.1002/14651858.CD000023.pub5",
        },
    ),
    (
        (
            "Spinks A, Glasziou PP, Del Mar CB. Antibiotics for treatment of sore throat in children and "
            "adults. Cochrane Database of Systematic Reviews 2021;12(12):CD000023."
        ),
        {
            "kind": "systematic-review",
            "authors": ["Spinks A", "Glasziou PP", "Del Mar CB"],
            "title": "Antibiotics for treatment of sore throat in children and adults",
            "container": "Cochrane Database of Systematic Reviews",
            "year": 2021,
            "volume": "12",
            "issue": "12",
            "pages": "CD000023",
        },
    ),
    (
        "Fiedler U, Wörmann B: Hautmetastasen. Dtsch Arztebl 2019; 116(14): A-678 / B-556 / C-548",
        {
            "kind": "journal-article",
            "authors": ["Fiedler U", "Wörmann B"],
            "title": "Hautmetastasen",
            "container": "Dtsch Arztebl",
            "year": 2019,
            "volume": "116",
            "issue": "14",
            "pages": "A-678/B-556/C-548",
        },
    ),
    (
        (
            "Sung, H., Ferlay, J., Siegel, R. L., & Bray, F. (2021). Global cancer statistics 2020. CA: A "
            "Cancer Journal for Clinicians, 71(3), 209–249. https://doi.org/10.3322/caac.21660"
        ),
        {
            "kind": "journal-article",
            "authors": ["Sung, H.", "Ferlay, J.", "Siegel, R. L.", "Bray, F."],
            "title": "Global cancer statistics 2020",
            "container": "CA: A Cancer Journal for Clinicians",
            "year": 2021,
            "volume": "71",
            "issue": "3",
            "pages": "209–249",
            "doi": "10.3322/caac.21660",
            "url": "https://doi.org/10.3322/caac.21660",
        },
    ),
    (
        (
            "Müller, K.-H. und Schulz, A. (2018): Schlafstörungen im Alter. In: Zeitschrift für Gerontologie "
            "und Geriatrie 51 (4), S. 401-409."
        ),
        {
            "kind": "journal-article",
            "authors": ["Müller, K.-H.", "Schulz, A."],
            "title": "Schlafstörungen im Alter",
            "container": "Zeitschrift für Gerontologie und Geriatrie",
            "year": 2018,
            "volume": "51",
            "issue": "4",
            "pages": "401-409",
        },
    ),
    (
        (
            "RECOVERY Collaborative Group. Dexamethasone in hospitalized patients with Covid-19. N Engl J "
            "Med. 2021;384(8):693-704. doi:10.1056/NEJMoa2021436"
        ),
        {
            "kind": "journal-article",
            "organisations": ["RECOVERY Collaborative Group"],
            "title": "Dexamethasone in hospitalized patients with Covid-19",
            "container": "N Engl J Med",
            "year": 2021,
            "volume": "384",
            "issue": "8",
            "pages": "693-704",
            "doi": "10.1056/NEJMoa2021436",
        },
    ),
)
