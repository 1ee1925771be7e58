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
)
