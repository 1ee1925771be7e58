"""Guidelines that lists name by the German words of a society alone, with every field: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
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
        "S2k-LL Indikation Knieendoprothese (AWMF Registernummer: )",
        {"kind": "guideline", "guideline_class": "S2k", "title": "Indikation Knieendoprothese"},
    ),
    (
        "S3-Leitlinie Demenzen (AWMF-Register-Nr.: )",
        {"kind": "guideline", "guideline_class": "S3", "title": "Demenzen"},
    ),
    (
        "S2k-Leitlinie „Gicht“ (DGRh, Fassung 2023)",
        {"kind": "guideline", "guideline_class": "S2k", "organisations": ["DGRh"], "title": "Gicht", "year": 2023},
    ),
    (
        (
            "S3-Leitlinie „Adipositas“ (Deutsche Adipositas-Gesellschaft und weitere Fachgesellschaften, "
            "Fassung 2024, AWMF-Register 050-001)"
        ),
        {
            "kind": "guideline",
            "guideline_class": "S3",
            "organisations": ["Deutsche Adipositas-Gesellschaft"],
            "title": "Adipositas",
            "year": 2024,
            "awmf_number": "050-001",
        },
    ),
    (
        "AAP „Safe Sleep“ Empfehlungen 2022",
        {"kind": "guideline", "organisations": ["AAP"], "title": "Safe Sleep", "year": 2022},
    ),
    (
        "ERC „Basic Life Support“ Empfehlungen 2021",
        {"kind": "guideline", "organisations": ["ERC"], "title": "Basic Life Support", "year": 2021},
    ),
    (
        "STIKO Empfehlungen 2023",
        {"kind": "guideline", "organisations": ["STIKO"], "title": "STIKO Empfehlungen 2023", "year": 2023},
    ),
)
