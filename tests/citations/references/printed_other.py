"""Printed references of other kinds and houses with the fields that each says: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "Deutsches Ärzteblatt (2021): Long COVID: Anhaltende Symptome",
        {
            "kind": "journal-article",
            "title": "Long COVID: Anhaltende Symptome",
            "container": "Deutsches Ärzteblatt",
            "year": 2021,
        },
    ),
    (
        "DIN EN ISO 13485:2021 Medizinprodukte – Qualitätsmanagementsysteme",
        {"kind": "other", "title": "DIN EN ISO 13485:2021 Medizinprodukte – Qualitätsmanagementsysteme"},
    ),
    ("ICD-10-GM 2024, BfArM", {"kind": "other", "organisations": ["BfArM"], "title": "ICD-10-GM 2024"}),
    ("UKE SOP Delir (2019)", {"kind": "other", "organisations": ["UKE"], "title": "SOP Delir", "year": 2019}),
    (
        ("APS – Flyer „Sichere Übergabe“, Aktionsbündnis Patientensicherheit e. V. https://www.aps-ev.de/f.pdf"),
        {
            "kind": "other",
            "organisations": ["Aktionsbündnis Patientensicherheit e. V."],
            "title": "Sichere Übergabe",
            "url": "https://www.aps-ev.de/f.pdf",
        },
    ),
    (
        "Common Toxicity Criteria (CTC), Version 2.0, National Cancer Institute, 1999",
        {
            "kind": "other",
            "organisations": ["National Cancer Institute"],
            "title": "Common Toxicity Criteria (CTC)",
            "version": "2.0",
            "year": 1999,
        },
    ),
    (
        (
            "Patientenleitlinie „Prostatakrebs II – Lokal fortgeschrittenes und metastasiertes "
            "Prostatakarzinom“, Leitlinienprogramm Onkologie, 3. Auflage, Oktober 2018"
        ),
        {
            "kind": "patient-guideline",
            "organisations": ["Leitlinienprogramm Onkologie"],
            "title": "Prostatakrebs II – Lokal fortgeschrittenes und metastasiertes Prostatakarzinom",
            "version": "3",
            "year": 2018,
            "stand": "2018-10",
        },
    ),
    (
        "Leitlinienprogramm Onkologie: Gesundheitsleitlinie Früherkennung von Prostatakrebs, 2015",
        {
            "kind": "patient-guideline",
            "organisations": ["Leitlinienprogramm Onkologie"],
            "title": "Gesundheitsleitlinie Früherkennung von Prostatakrebs",
            "year": 2015,
        },
    ),
    ("doi:10.1136/bmj.n71", {"kind": "journal-article", "doi": "10.1136/bmj.n71"}),
    (
        "https://doi.org/10.1016/S0140-6736(20)31288-5",
        {
            "kind": "journal-article",
            "doi": "10.1016/S0140-6736(20)31288-5",
            "url": "https://doi.org/10.1016/S0140-6736(20)31288-5",
        },
    ),
    (
        "https://register.awmf.org/de/leitlinien/detail/032-054OL",
        {
            "kind": "guideline",
            "awmf_number": "032-054OL",
            "url": "https://register.awmf.org/de/leitlinien/detail/032-054OL",
        },
    ),
    (
        "Grimer R. Size matters for sarcomas! Ann R Coll Surg Engl 2006;88(6):519–24. [PubMed: 17059708]",
        {
            "kind": "journal-article",
            "authors": ["Grimer R"],
            "title": "Size matters for sarcomas!",
            "container": "Ann R Coll Surg Engl",
            "year": 2006,
            "volume": "88",
            "issue": "6",
            "pages": "519–24",
            "pmid": "17059708",
        },
    ),
    (
        (
            "Tap WD, Jones RL, Van Tine BA, et al. Olaratumab and doxorubicin versus doxorubicin "
            "alone. Lancet. 2016 Jul 30;388(10043):488-97. Erratum in: Lancet 2016;388:464."
        ),
        {
            "kind": "journal-article",
            "authors": ["Tap WD", "Jones RL", "Van Tine BA"],
            "title": "Olaratumab and doxorubicin versus doxorubicin alone",
            "container": "Lancet",
            "year": 2016,
            "volume": "388",
            "issue": "10043",
            "pages": "488-97",
        },
    ),
    (
        (
            "van der Graaf WT, Blay JY, Chawla SP, et al. Pazopanib for metastatic soft-tissue "
            "sarcoma (PALETTE): a randomised, double-blind, placebo-controlled phase 3 trial. "
            "Lancet 2012; 379: 1879–86 (Open Access)"
        ),
        {
            "kind": "journal-article",
            "authors": ["van der Graaf WT", "Blay JY", "Chawla SP"],
            "title": (
                "Pazopanib for metastatic soft-tissue sarcoma (PALETTE): a randomised, double-blind, "
                "placebo-controlled phase 3 trial"
            ),
            "container": "Lancet",
            "year": 2012,
            "volume": "379",
            "pages": "1879–86",
        },
    ),
    (
        (
            "Schmidt-Hieber M, Bierwirth J, Buchheidt D et al. (AGIHO): Diagnosis and management "
            "of gastrointestinal complications. Ann Hematol 2018; 97: 31–49"
        ),
        {
            "kind": "journal-article",
            "organisations": ["AGIHO"],
            "authors": ["Schmidt-Hieber M", "Bierwirth J", "Buchheidt D"],
            "title": "Diagnosis and management of gastrointestinal complications",
            "container": "Ann Hematol",
            "year": 2018,
            "volume": "97",
            "pages": "31–49",
        },
    ),
    (
        (
            "Deutsche Krebsgesellschaft, Deutsche Krebshilfe, AWMF (Leitlinienprogramm Onkologie): "
            "S3-Leitlinie Supportive Therapie bei onkologischen PatientInnen, Langversion 1.3, "
            "2020, AWMF Registernummer: 032/054OL, "
            "https://www.leitlinienprogramm-onkologie.de/supportive/ (abgerufen am: 14.03.2021)"
        ),
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": [
                "Deutsche Krebsgesellschaft",
                "Deutsche Krebshilfe",
                "AWMF",
                "Leitlinienprogramm Onkologie",
            ],
            "title": "Supportive Therapie bei onkologischen PatientInnen",
            "version": "1.3",
            "edition_form": "Langversion",
            "year": 2020,
            "accessed": "2021-03-14",
            "awmf_number": "032/054OL",
            "url": "https://www.leitlinienprogramm-onkologie.de/supportive/",
        },
    ),
    (
        "S1-Leitlinie 'Long/Post-COVID', AWMF-Register Nr. 020-027, Stand 30.05.2024 (Living Guideline)",
        {
            "kind": "guideline",
            "guideline_class": "S1",
            "title": "Long/Post-COVID",
            "stand": "2024-05-30",
            "awmf_number": "020-027",
        },
    ),
    (
        "Artikel „Sommergrippe“, Apotheken Umschau, 2021",
        {"kind": "journal-article", "title": "Sommergrippe", "container": "Apotheken Umschau", "year": 2021},
    ),
)
