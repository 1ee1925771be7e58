"""Printed references of many houses with the fields that each says: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        (
            "Zeppenfeld K, Tfelt-Hansen J, de Riva M, et al; ESC Scientific Document Group. 2022 ESC "
            "Guidelines for the management of patients with ventricular arrhythmias. Eur Heart J. "
            "2022;43(40):3997-4126."
        ),
        {
            "kind": "guideline",
            "organisations": ["ESC", "ESC Scientific Document Group"],
            "authors": ["Zeppenfeld K", "Tfelt-Hansen J", "de Riva M"],
            "title": "2022 ESC Guidelines for the management of patients with ventricular arrhythmias",
            "container": "Eur Heart J",
            "year": 2022,
            "volume": "43",
            "issue": "40",
            "pages": "3997-4126",
        },
    ),
    (
        "Berger M (Hrsg.). Psychische Erkrankungen. 6. Auflage. München: Elsevier; 2019.",
        {
            "kind": "book",
            "organisations": ["Elsevier"],
            "authors": ["Berger M"],
            "title": "Psychische Erkrankungen",
            "version": "6",
            "year": 2019,
        },
    ),
    (
        (
            "Kasper DL, Fauci AS, Hauser SL, editors. Harrison's principles of internal medicine. 19th ed. "
            "New York: McGraw-Hill; 2015."
        ),
        {
            "kind": "book",
            "organisations": ["McGraw-Hill"],
            "authors": ["Kasper DL", "Fauci AS", "Hauser SL"],
            "title": "Harrison's principles of internal medicine",
            "version": "19",
            "year": 2015,
        },
    ),
    (
        (
            "Zimmer A: Opioide. In: Freissmuth M, Offermanns S (Hrsg.): Pharmakologie und Toxikologie. 3. "
            "Auflage. Springer, Berlin 2020, S. 221–240."
        ),
        {
            "kind": "chapter",
            "organisations": ["Springer"],
            "authors": ["Zimmer A"],
            "title": "Opioide",
            "container": "Pharmakologie und Toxikologie",
            "version": "3",
            "year": 2020,
            "pages": "221–240",
        },
    ),
    (
        (
            "WHO Classification of Tumours Editorial Board. Thoracic tumours. 5th ed. Lyon: IARC; 2021. (WHO "
            "classification of tumours series; vol. 5)."
        ),
        {
            "kind": "book",
            "organisations": ["WHO Classification of Tumours Editorial Board", "IARC"],
            "title": "Thoracic tumours",
            "container": "WHO classification of tumours series",
            "version": "5",
            "year": 2021,
            "volume": "5",
        },
    ),
    (
        "World Health Organization. Global tuberculosis report 2023. Geneva: World Health Organization; 2023.",
        {
            "kind": "report",
            "organisations": ["World Health Organization"],
            "title": "Global tuberculosis report 2023",
            "year": 2023,
        },
    ),
    (
        (
            "Robert Koch-Institut (Hrsg.), Gesellschaft der epidemiologischen Krebsregister in Deutschland "
            "e.V. (Hrsg.): Krebs in Deutschland für 2019/2020. 14. Ausgabe. Berlin, 2023"
        ),
        {
            "kind": "report",
            "organisations": [
                "Robert Koch-Institut",
                "Gesellschaft der epidemiologischen Krebsregister in Deutschland e.V.",
            ],
            "title": "Krebs in Deutschland für 2019/2020",
            "version": "14",
            "year": 2023,
        },
    ),
    (
        (
            "Zentrum für Krebsregisterdaten (ZfKD): Darmkrebs. Stand: 24.10.2023. "
            "www.krebsdaten.de/darmkrebs (Zugriff: 02.02.2024)"
        ),
        {
            "kind": "web-page",
            "organisations": ["Zentrum für Krebsregisterdaten"],
            "title": "Darmkrebs",
            "stand": "2023-10-24",
            "accessed": "2024-02-02",
            "url": "www.krebsdaten.de/darmkrebs",
        },
    ),
    (
        (
            "Institut für Qualität und Wirtschaftlichkeit im Gesundheitswesen (IQWiG). Biomarkertests bei "
            "Brustkrebs. Abschlussbericht D14-01. 2016. (IQWiG-Berichte; Band 457)."
        ),
        {
            "kind": "report",
            "organisations": ["Institut für Qualität und Wirtschaftlichkeit im Gesundheitswesen"],
            "title": "Biomarkertests bei Brustkrebs",
            "year": 2016,
        },
    ),
    (
        "IQWiG: Abschlussbericht N20-03 Screening auf Lungenkrebs, Version 1.0, Stand 19.10.2020",
        {
            "kind": "report",
            "organisations": ["IQWiG"],
            "title": "Abschlussbericht N20-03 Screening auf Lungenkrebs",
            "version": "1.0",
            "stand": "2020-10-19",
        },
    ),
    (
        (
            "gesundheitsinformation.de: Arthrose. Aktualisiert am 12. Juli 2023. Online verfügbar unter "
            "https://www.gesundheitsinformation.de/arthrose.html, aufgerufen am 9. Januar 2024."
        ),
        {
            "kind": "web-page",
            "organisations": ["gesundheitsinformation.de"],
            "title": "Arthrose",
            "stand": "2023-07-12",
            "accessed": "2024-01-09",
            "url": "https://www.gesundheitsinformation.de/arthrose.html",
        },
    ),
    (
        (
            "Krebsinformationsdienst: Brustkrebs (https://www.krebsinformationsdienst.de/brustkrebs; zuletzt "
            "geprüft am 3.3.2023)"
        ),
        {
            "kind": "web-page",
            "organisations": ["Krebsinformationsdienst"],
            "title": "Brustkrebs",
            "accessed": "2023-03-03",
            "url": "https://www.krebsinformationsdienst.de/brustkrebs",
        },
    ),
    (
        (
            "Mayo Clinic. Sarcoma: symptoms and causes. https://www.mayoclinic.org/diseases/sarcoma (last "
            "accessed 7th May 2022)"
        ),
        {
            "kind": "web-page",
            "organisations": ["Mayo Clinic"],
            "title": "Sarcoma: symptoms and causes",
            "accessed": "2022-05-07",
            "url": "https://www.mayoclinic.org/diseases/sarcoma",
        },
    ),
    (
        (
            "Bundesministerium für Gesundheit: Pflegegrade, www.bundesgesundheitsministerium.de/pflegegrade, "
            "abgerufen 11/22"
        ),
        {
            "kind": "web-page",
            "organisations": ["Bundesministerium für Gesundheit"],
            "title": "Pflegegrade",
            "accessed": "2022-11",
            "url": "www.bundesgesundheitsministerium.de/pflegegrade",
        },
    ),
    (
        (
            "Stiftung Gesundheitswissen: Rückenschmerzen. URL: "
            "https://www.stiftung-gesundheitswissen.de/ruecken (Abrufdatum: 30.6.2021)"
        ),
        {
            "kind": "web-page",
            "organisations": ["Stiftung Gesundheitswissen"],
            "title": "Rückenschmerzen",
            "accessed": "2021-06-30",
            "url": "https://www.stiftung-gesundheitswissen.de/ruecken",
        },
    ),
    (
        (
            "Fachinformation Keytruda® 25 mg/ml Konzentrat zur Herstellung einer Infusionslösung, MSD Sharp "
            "& Dohme GmbH, Stand der Information: April 2024"
        ),
        {
            "kind": "drug-information",
            "organisations": ["MSD Sharp & Dohme GmbH"],
            "title": "Fachinformation Keytruda® 25 mg/ml Konzentrat zur Herstellung einer Infusionslösung",
            "stand": "2024-04",
        },
    ),
    (
        "Fachinformation Votrient 200 mg Filmtabletten. Stand: März 2023. www.fachinfo.de (abgerufen am 5.6.2024)",
        {
            "kind": "drug-information",
            "title": "Fachinformation Votrient 200 mg Filmtabletten",
            "stand": "2023-03",
            "accessed": "2024-06-05",
            "url": "www.fachinfo.de",
        },
    ),
    (
        (
            "European Medicines Agency. Yondelis: EPAR – Product information. Last updated 21/03/2024. "
            "https://www.ema.europa.eu/yondelis"
        ),
        {
            "kind": "drug-information",
            "organisations": ["European Medicines Agency"],
            "title": "Yondelis: EPAR – Product information",
            "stand": "2024-03-21",
            "url": "https://www.ema.europa.eu/yondelis",
        },
    ),
)
