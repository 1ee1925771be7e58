"""Printed references of many houses with the fields that each says: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "§ 137f SGB V Strukturierte Behandlungsprogramme bei chronischen Krankheiten",
        {"kind": "law", "title": "§ 137f SGB V Strukturierte Behandlungsprogramme bei chronischen Krankheiten"},
    ),
    (
        "Sozialgesetzbuch (SGB) Fünftes Buch (V), § 20i, zuletzt geändert am 22.03.2024",
        {"kind": "law", "title": "Sozialgesetzbuch (SGB) Fünftes Buch (V), § 20i", "stand": "2024-03-22"},
    ),
    (
        "Patientenrechtegesetz, BGBl. I 2013, S. 277",
        {"kind": "law", "title": "Patientenrechtegesetz, BGBl. I 2013, S. 277"},
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
    (
        "doi:10.1136/bmj.n71",
        {"kind": "journal-article", "doi": "10.1136/bmj.n71"},
    ),
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
            "Tap WD, Jones RL, Van Tine BA, et al. Olaratumab and doxorubicin versus doxorubicin alone. "
            "Lancet. 2016 Jul 30;388(10043):488-97. Erratum in: Lancet 2016;388:464."
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
            "van der Graaf WT, Blay JY, Chawla SP, et al. Pazopanib for metastatic soft-tissue sarcoma "
            "(PALETTE): a randomised, double-blind, placebo-controlled phase 3 trial. Lancet 2012; 379: "
            "1879–86 (Open Access)"
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
            "Schmidt-Hieber M, Bierwirth J, Buchheidt D et al. (AGIHO): Diagnosis and management of "
            "gastrointestinal complications. Ann Hematol 2018; 97: 31–49"
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
            "S3-Leitlinie Supportive Therapie bei onkologischen PatientInnen, Langversion 1.3, 2020, AWMF "
            "Registernummer: 032/054OL, https://www.leitlinienprogramm-onkologie.de/supportive/ (abgerufen "
            "am: 14.03.2021)"
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
        "Statistisches Bundesamt (Destatis): Todesursachenstatistik 2022. Wiesbaden 2023",
        {
            "kind": "report",
            "organisations": ["Statistisches Bundesamt"],
            "title": "Todesursachenstatistik 2022",
            "year": 2023,
        },
    ),
    (
        "Gemeinsamer Bundesausschuss: Arzneimittel-Richtlinie/Anlage XII: Olaratumab, Beschluss vom 18.05.2017",
        {
            "kind": "report",
            "organisations": ["Gemeinsamer Bundesausschuss"],
            "title": "Arzneimittel-Richtlinie/Anlage XII: Olaratumab, Beschluss",
            "year": 2017,
            "stand": "2017-05-18",
        },
    ),
    (
        "AMBOSS: Pneumonie. Letzte Änderung: 05.02.2024. next.amboss.com/de/article/pneumonie (eingesehen am 6.2.2024)",
        {
            "kind": "web-page",
            "organisations": ["AMBOSS"],
            "title": "Pneumonie",
            "stand": "2024-02-05",
            "accessed": "2024-02-06",
            "url": "next.amboss.com/de/article/pneumonie",
        },
    ),
    (
        "UpToDate: Treatment of acute gout. Topic last updated: Jan 12, 2024. (Accessed on February 3, 2024.)",
        {
            "kind": "web-page",
            "organisations": ["UpToDate"],
            "title": "Treatment of acute gout",
            "stand": "2024-01-12",
            "accessed": "2024-02-03",
        },
    ),
)
