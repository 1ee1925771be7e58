"""Guidelines as lists of apps, wards and exercise books print them, with every field: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "AWMF S3-Leitlinie 025/021: Diagnostik und Therapie der Eisenmangelanämie (DGHO / DGIM 2022).",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["AWMF", "DGHO", "DGIM"],
            "title": "Diagnostik und Therapie der Eisenmangelanämie",
            "year": 2022,
            "awmf_number": "025/021",
        },
    ),
    (
        ("Deutsche Gesellschaft für Neurologie (2020). S3-Leitlinie 030/073: Schlaganfall – Rehabilitation, Teil 1."),
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["Deutsche Gesellschaft für Neurologie"],
            "title": "Schlaganfall – Rehabilitation, Teil 1",
            "year": 2020,
            "awmf_number": "030/073",
        },
    ),
    (
        "S3-Leitlinie Reizdarmsyndrom (021-016, DGVS/DGNM) — Rom-IV-Kriterien",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["DGVS", "DGNM"],
            "title": "Reizdarmsyndrom",
            "awmf_number": "021-016",
        },
    ),
    (
        "S3-Leitlinie Gastrointestinale Infektionen (2023, AWMF 021-024)",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "title": "Gastrointestinale Infektionen",
            "year": 2023,
            "awmf_number": "021-024",
        },
    ),
    (
        "Nationale VersorgungsLeitlinie Hypertonie (nvl-009fs, 2023)",
        {
            "kind": "guideline",
            "title": "Nationale VersorgungsLeitlinie Hypertonie",
            "year": 2023,
            "awmf_number": "nvl-009fs",
        },
    ),
    (
        "AWMF S3 Extrakranielle Carotisstenose 004-028",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["AWMF"],
            "title": "Extrakranielle Carotisstenose",
            "awmf_number": "004-028",
        },
    ),
    (
        "AWMF S3 021/016",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["AWMF"],
            "awmf_number": "021/016",
        },
    ),
    (
        "AWMF S2k guideline 027-075, Prävention dysregulierten Bildschirmmediengebrauchs (2023)",
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["AWMF"],
            "title": "Prävention dysregulierten Bildschirmmediengebrauchs",
            "year": 2023,
            "awmf_number": "027-075",
        },
    ),
    (
        "LL Palliativmedizin, S3, 128/001-OL, Version 2.2, 09/2020",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "title": "Palliativmedizin",
            "version": "2.2",
            "year": 2020,
            "stand": "2020-09",
            "awmf_number": "128/001-OL",
        },
    ),
    (
        ("DGN-Leitlinie: Crampi / Muskelkrampf (Deutsche Gesellschaft für Neurologie, AWMF-Registernummer 030/037)."),
        {
            "kind": "guideline",
            "organisations": ["Deutsche Gesellschaft für Neurologie"],
            "title": "Crampi / Muskelkrampf",
            "awmf_number": "030/037",
        },
    ),
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
        "Patientenleitlinie Brustkrebs (Leitlinienprogramm Onkologie, 2018)",
        {
            "kind": "patient-guideline",
            "organisations": ["Leitlinienprogramm Onkologie"],
            "title": "Brustkrebs",
            "year": 2018,
        },
    ),
    (
        "Patientenleitlinie Adipositas",
        {
            "kind": "patient-guideline",
            "title": "Adipositas",
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
        (
            "DGKCH, DGV, DGKJ, et al. Behandlung thermischer Verletzungen im Kindesalter. S2k-Leitlinie, "
            "AWMF 006/128, Version 3.0, 15.08.2024 (valid to 14.08.2029)."
        ),
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["DGKCH", "DGV", "DGKJ"],
            "title": "Behandlung thermischer Verletzungen im Kindesalter",
            "version": "3.0",
            "year": 2024,
            "stand": "2024-08-15",
            "awmf_number": "006/128",
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
        "AWMF (2017/2018). S3-Leitlinie ADHS bei Kindern, AWMF-Register-Nr. 028-045.",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["AWMF"],
            "title": "ADHS bei Kindern",
            "year": 2017,
            "awmf_number": "028-045",
        },
    ),
    (
        'AWMF. "Nationale VersorgungsLeitlinie Chronische Herzinsuffizienz." 2023.',
        {
            "kind": "guideline",
            "organisations": ["AWMF"],
            "title": "Nationale VersorgungsLeitlinie Chronische Herzinsuffizienz",
            "year": 2023,
        },
    ),
    (
        "DDG/AWMF Nationale Versorgungsleitlinie Typ-2-Diabetes 2022",
        {
            "kind": "guideline",
            "organisations": ["DDG", "AWMF"],
            "title": "Nationale Versorgungsleitlinie Typ-2-Diabetes",
            "year": 2022,
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
            "GON – S3-Leitlinie Gonarthrose – Kurzfassung (AWMF-Reg.-Nr. 187-050), Version 5.0, DGOU/DGOOC "
            "u. a. (AWMF). S. 14–15: Empf. 55; S. 16: Empf. 59."
        ),
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["DGOU", "DGOOC", "AWMF"],
            "title": "Gonarthrose",
            "version": "5.0",
            "edition_form": "Kurzversion",
            "awmf_number": "187-050",
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
        ("KRINKO – Prävention postoperativer Wundinfektionen, Bundesgesundheitsbl 2018;61:448–473, KRINKO am RKI."),
        {
            "kind": "guideline",
            "organisations": ["KRINKO", "RKI"],
            "title": "Prävention postoperativer Wundinfektionen",
            "container": "Bundesgesundheitsbl",
            "year": 2018,
            "volume": "61",
            "pages": "448–473",
        },
    ),
    (
        (
            "KRINKO – Prävention postoperativer Wundinfektionen, KRINKO am RKI. 2018, Bundesgesundheitsblatt "
            "61:448–473, gedruckte S. 461, Abschnitt 4.1: Antiseptik (Kat. II)"
        ),
        {
            "kind": "guideline",
            "organisations": ["KRINKO", "RKI"],
            "title": "Prävention postoperativer Wundinfektionen",
            "container": "Bundesgesundheitsblatt",
            "year": 2018,
            "volume": "61",
            "pages": "448–473",
        },
    ),
    (
        "KRINKO-Empfehlung: Anforderungen an die Hygiene bei der Reinigung von Flächen (2022)",
        {
            "kind": "guideline",
            "organisations": ["KRINKO"],
            "title": "Anforderungen an die Hygiene bei der Reinigung von Flächen",
            "year": 2022,
        },
    ),
    (
        "DNQP, Expertenstandard Mobilität, 2020",
        {
            "kind": "guideline",
            "organisations": ["DNQP"],
            "title": "Expertenstandard Mobilität",
            "year": 2020,
        },
    ),
    (
        "DNQP 2020 — Expertenstandard Schmerzmanagement",
        {
            "kind": "guideline",
            "organisations": ["DNQP"],
            "title": "Expertenstandard Schmerzmanagement",
            "year": 2020,
        },
    ),
    (
        "Expertenstandard Ernährungsmanagement DNQP 2017",
        {
            "kind": "guideline",
            "organisations": ["DNQP"],
            "title": "Expertenstandard Ernährungsmanagement",
            "year": 2017,
        },
    ),
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
        ("GINA 2023 Pocket Guide – https://ginasthma.org/wp-content/uploads/2023/07/GINA-2023-Pocket-Guide-WMS.pdf"),
        {
            "kind": "guideline",
            "organisations": ["GINA"],
            "title": "GINA 2023 Pocket Guide",
            "year": 2023,
            "url": "https://ginasthma.org/wp-content/uploads/2023/07/GINA-2023-Pocket-Guide-WMS.pdf",
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
        ("American Diabetes Association. (2024). Standards of Care in Diabetes—2024. Diabetes Care, 47(Suppl. 1)."),
        {
            "kind": "guideline",
            "organisations": ["American Diabetes Association"],
            "title": "Standards of Care in Diabetes—2024",
            "container": "Diabetes Care",
            "year": 2024,
            "volume": "47",
            "issue": "Suppl. 1",
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
        "AWMF S3 guideline for obsessive-compulsive disorders",
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["AWMF"],
            "title": "obsessive-compulsive disorders",
        },
    ),
    (
        (
            "Bundesärztekammer. Querschnitts-Leitlinien zur Therapie mit Blutkomponenten (current edition; "
            "typical volumes)."
        ),
        {
            "kind": "guideline",
            "organisations": ["Bundesärztekammer"],
            "title": "Querschnitts-Leitlinien zur Therapie mit Blutkomponenten",
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
        (
            "Deutsche Gesellschaft für Kinderchirurgie & beteiligte Fachgesellschaften. (2020). "
            "S2k-Leitlinie Infantile Hämangiome (AWMF-Registernummer 006-100)."
        ),
        {
            "kind": "guideline",
            "guideline_class": "S2k",
            "organisations": ["Deutsche Gesellschaft für Kinderchirurgie"],
            "title": "Infantile Hämangiome",
            "year": 2020,
            "awmf_number": "006-100",
        },
    ),
    (
        (
            "Deutsche Gesellschaft für Kinder- und Jugendpsychiatrie, Psychosomatik und Psychotherapie "
            "(DGKJP), Deutsche Gesellschaft für Psychiatrie und Psychotherapie, Psychosomatik und "
            "Nervenheilkunde (DGPPN) und Deutsche Gesellschaft für Sozialpädiatrie und Jugendmedizin (DGSPJ) "
            "(2018). Langfassung der interdisziplinären evidenz- und konsensbasierten (S3) Leitlinie „ADHS "
            "im Kindes-, Jugend- und Erwachsenenalter“. AWMF-Registernummer 028-045."
        ),
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": [
                "Deutsche Gesellschaft für Kinder- und Jugendpsychiatrie, Psychosomatik und Psychotherapie",
                "Deutsche Gesellschaft für Psychiatrie und Psychotherapie, Psychosomatik und Nervenheilkunde",
                "Deutsche Gesellschaft für Sozialpädiatrie und Jugendmedizin",
            ],
            "title": "ADHS im Kindes-, Jugend- und Erwachsenenalter",
            "year": 2018,
            "awmf_number": "028-045",
        },
    ),
)
