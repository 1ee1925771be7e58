"""Guidelines that lists name by their register number, with every field: data of test_printed_forms."""

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
