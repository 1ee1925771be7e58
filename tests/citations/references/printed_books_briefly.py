"""Books and chapters told in few words, and what is like them, with every field: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        (
            "Deutsche Fassung: Roe, A., Doe, B. & Poe, C. (2014). SKALA/6-18. Deutsche Schulalter-Form. "
            "Göttingen: Hogrefe."
        ),
        {
            "kind": "book",
            "organisations": ["Hogrefe"],
            "authors": ["Roe, A.", "Doe, B.", "Poe, C."],
            "title": "SKALA/6-18. Deutsche Schulalter-Form",
            "year": 2014,
        },
    ),
    (
        "Rogers, C. R. – Entwicklung der Persönlichkeit",
        {"kind": "book", "authors": ["Rogers, C. R."], "title": "Entwicklung der Persönlichkeit"},
    ),
    (
        "Kitwood, T. — Demenz. Der person-zentrierte Ansatz",
        {"kind": "book", "authors": ["Kitwood, T."], "title": "Demenz. Der person-zentrierte Ansatz"},
    ),
    (
        "Yalom, I. D.: Theorie und Praxis der Gruppenpsychotherapie",
        {"kind": "book", "authors": ["Yalom, I. D."], "title": "Theorie und Praxis der Gruppenpsychotherapie"},
    ),
    (
        "Müller, A.: Das Herz in der Praxis, 2019",
        {"kind": "book", "authors": ["Müller, A."], "title": "Das Herz in der Praxis", "year": 2019},
    ),
    (
        (
            "Roe K. Records in care. In: Informatics Meets Health. IOS Press; 2017:227–234. "
            "doi:10.3233/978-1-61499-  759-7-227"
        ),
        {
            "kind": "chapter",
            "organisations": ["IOS Press"],
            "authors": ["Roe K"],
            "title": "Records in care",
            "container": "Informatics Meets Health",
            "year": 2017,
            "pages": "227–234",
            "doi": "10.3233/978-1-61499-759-7-227",
        },
    ),
    (
        "Roe J et al, Oxford Handbook of Skin, 3rd edition, Oxford Medical Publications, 2013.",
        {
            "kind": "book",
            "organisations": ["Oxford Medical Publications"],
            "authors": ["Roe J"],
            "title": "Oxford Handbook of Skin",
            "version": "3",
            "year": 2013,
        },
    ),
    (
        "Petermann, F. & Petermann, U. (Hrsg.) (2017). WISC-V. Frankfurt: Pearson Assessment.",
        {
            "kind": "book",
            "organisations": ["Pearson Assessment"],
            "authors": ["Petermann, F.", "Petermann, U."],
            "title": "WISC-V",
            "year": 2017,
        },
    ),
    (
        "Roe B, Doe RL: Fragebogen. Manual. 2. Auflage. Karlsruhe: Prüfer, 2002.",
        {
            "kind": "book",
            "organisations": ["Prüfer"],
            "authors": ["Roe B", "Doe RL"],
            "title": "Fragebogen. Manual",
            "version": "2",
            "year": 2002,
        },
    ),
    (
        "Roe, M., Doe, F. (2006). Inventar. Revision. Frankfurt/Main: Harcourt Test Services.",
        {
            "kind": "book",
            "organisations": ["Harcourt Test Services"],
            "authors": ["Roe, M.", "Doe, F."],
            "title": "Inventar. Revision",
            "year": 2006,
        },
    ),
    (
        "Müller, S. (2019). Akupunktur in der Schwangerschaft [Dissertation, Universität Heidelberg].",
        {
            "kind": "book",
            "organisations": ["Universität Heidelberg"],
            "authors": ["Müller, S."],
            "title": "Akupunktur in der Schwangerschaft",
            "year": 2019,
        },
    ),
    (
        "Schmidt J: Wundversorgung (Masterarbeit). Fachhochschule Bielefeld 2018",
        {
            "kind": "book",
            "organisations": ["Fachhochschule Bielefeld"],
            "authors": ["Schmidt J"],
            "title": "Wundversorgung",
            "year": 2018,
        },
    ),
    (
        "Kahneman D: Schnelles Denken, langsames Denken. Siedler, 2012",
        {
            "kind": "book",
            "organisations": ["Siedler"],
            "authors": ["Kahneman D"],
            "title": "Schnelles Denken, langsames Denken",
            "year": 2012,
        },
    ),
    (
        "Robert Koch-Institut. Epid Bull 4/2024: Masern in Berlin",
        {
            "kind": "report",
            "organisations": ["Robert Koch-Institut"],
            "title": "Masern in Berlin",
            "container": "Epid Bull",
            "year": 2024,
            "issue": "4",
        },
    ),
    (
        "Nährwertschlüssel (NWS), Version 3.02: Datenbank der Nährstoffe.",
        {"kind": "other", "title": "Nährwertschlüssel (NWS)", "version": "3.02"},
    ),
    (
        "SMART Roe IT. SMART Roe IT. Available from: https://smartroe.org/. Accessed May 13, 2025.",
        {
            "kind": "web-page",
            "organisations": ["SMART Roe IT"],
            "title": "SMART Roe IT",
            "accessed": "2025-05-13",
            "url": "https://smartroe.org/",
        },
    ),
    (
        'Roe A, Doe B, "The title," in Proc. IEEE EMBC, Berlin, Germany, 2019, pp. 123–126.',
        {
            "kind": "chapter",
            "authors": ["Roe A", "Doe B"],
            "title": "The title",
            "container": "Proc. IEEE EMBC, Berlin, Germany",
            "year": 2019,
            "pages": "123–126",
        },
    ),
    (
        "Miller WR & Roe S: Motivierende Gespräche. 3. Auflage, Lambertus, Freiburg 2015",
        {
            "kind": "book",
            "organisations": ["Lambertus"],
            "authors": ["Miller WR", "Roe S"],
            "title": "Motivierende Gespräche",
            "version": "3",
            "year": 2015,
        },
    ),
    (
        "Psychotherapie: Grundlagen und Praxis, Hogrefe 2018",
        {"kind": "book", "organisations": ["Hogrefe"], "title": "Psychotherapie: Grundlagen und Praxis", "year": 2018},
    ),
    (
        "WHO Classification of Breast Tumours, 2019",
        {"kind": "book", "organisations": ["WHO"], "title": "WHO Classification of Breast Tumours", "year": 2019},
    ),
    (
        "WHO Classification of Head and Neck Tumours 2022",
        {
            "kind": "book",
            "organisations": ["WHO"],
            "title": "WHO Classification of Head and Neck Tumours",
            "year": 2022,
        },
    ),
    (
        "Barbara Roe, Wundassessment, Stand 22.01.2021",
        {"kind": "web-page", "authors": ["Barbara Roe"], "title": "Wundassessment", "stand": "2021-01-22"},
    ),
    (
        "Anna Roe, Wundversorgung in der Praxis, Stand 2021",
        {"kind": "web-page", "authors": ["Anna Roe"], "title": "Wundversorgung in der Praxis", "stand": "2021"},
    ),
)
