"""Bulletins and papers with number, version or pages, and the fields that each says: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "DGUV Information 207-022 „Bewegen von Menschen im Sozialdienst“, 2019",
        {
            "kind": "report",
            "organisations": ["DGUV"],
            "title": "Bewegen von Menschen im Sozialdienst",
            "container": "DGUV Information 207-022",
            "year": 2019,
        },
    ),
    (
        ("BfR (Bundesinstitut für Risikobewertung). Rohe Milch erhitzen. Mitteilung Nr. 018/2024, 16.05.2024."),
        {
            "kind": "report",
            "organisations": ["Bundesinstitut für Risikobewertung"],
            "title": "Rohe Milch erhitzen",
            "year": 2024,
            "issue": "018/2024",
        },
    ),
    (
        "BfR (2021): Höchstmengen für Jod. Stellungnahme Nr. 009/2021 vom 15. März 2021",
        {
            "kind": "report",
            "organisations": ["BfR"],
            "title": "Höchstmengen für Jod",
            "year": 2021,
            "issue": "009/2021",
        },
    ),
    (
        "Epidemiologisches Bulletin 34/2023, RKI",
        {
            "kind": "report",
            "organisations": ["RKI"],
            "title": "Epidemiologisches Bulletin",
            "container": "Epidemiologisches Bulletin",
            "year": 2023,
            "issue": "34",
        },
    ),
    (
        "IQWiG: Allgemeine Methoden, Version 7.0 (PDF)",
        {"kind": "report", "organisations": ["IQWiG"], "title": "Allgemeine Methoden", "version": "7.0"},
    ),
    (
        ("Robert Koch-Institut (Hrsg.). 2011. Sturz im Alter. Schriftenreihe Gesundheitsberichterstattung, Bd. 48"),
        {
            "kind": "report",
            "organisations": ["Robert Koch-Institut"],
            "title": "Sturz im Alter",
            "container": "Schriftenreihe Gesundheitsberichterstattung",
            "year": 2011,
            "volume": "48",
        },
    ),
    (
        (
            "Paul-Ehrlich-Institut. (2022). Verdachtsfälle von Nebenwirkungen. Bulletin zur "
            "Arzneimittelsicherheit 4/2022."
        ),
        {
            "kind": "report",
            "organisations": ["Paul-Ehrlich-Institut"],
            "title": "Verdachtsfälle von Nebenwirkungen",
            "container": "Bulletin zur Arzneimittelsicherheit",
            "year": 2022,
            "issue": "4",
        },
    ),
    (
        "Bekanntmachung des Bundesministeriums für Gesundheit (2020): Liste der Prüfstellen; S. 12",
        {
            "kind": "report",
            "organisations": ["Bundesministeriums für Gesundheit"],
            "title": "Liste der Prüfstellen",
            "year": 2020,
            "pages": "12",
        },
    ),
    (
        "STIKO Epid Bull 5/2025",
        {"kind": "report", "organisations": ["STIKO"], "container": "Epid Bull", "year": 2025, "issue": "5"},
    ),
    (
        "BfArM Bulletin zur Arzneimittelsicherheit 2/2022",
        {
            "kind": "report",
            "organisations": ["BfArM"],
            "container": "Bulletin zur Arzneimittelsicherheit",
            "year": 2022,
            "issue": "2",
        },
    ),
    (
        "RKI, Epidemiologisches Bulletin 34/2021",
        {
            "kind": "report",
            "organisations": ["RKI"],
            "container": "Epidemiologisches Bulletin",
            "year": 2021,
            "issue": "34",
        },
    ),
    (
        "DGUV Regel 101-022: Friseurhandwerk, 2018",
        {
            "kind": "report",
            "organisations": ["DGUV"],
            "title": "Friseurhandwerk",
            "container": "DGUV Regel 101-022",
            "year": 2018,
        },
    ),
    (
        "WHO Technical Report Series 1010: Evaluation of certain food additives, 2018",
        {
            "kind": "report",
            "organisations": ["WHO"],
            "title": "Evaluation of certain food additives",
            "container": "WHO Technical Report Series 1010",
            "year": 2018,
        },
    ),
    (
        "BfR-Stellungnahme Nr. 007/2020: Höchstmengen für Vitamin D",
        {
            "kind": "report",
            "organisations": ["BfR"],
            "title": "Höchstmengen für Vitamin D",
            "year": 2020,
            "issue": "007/2020",
        },
    ),
    (
        "G-BA (2020). Verfahrensordnung, Kapitel 5, S. 30",
        {"kind": "report", "organisations": ["G-BA"], "title": "Verfahrensordnung", "year": 2020, "pages": "30"},
    ),
    (
        "WHO (2019). World Malaria Report, Chapter 3, pp. 12-14",
        {"kind": "report", "organisations": ["WHO"], "title": "World Malaria Report", "year": 2019, "pages": "12-14"},
    ),
    (
        "RKI (2012): Die Gesundheit von Erwachsenen in Deutschland, S. 45–48",
        {
            "kind": "report",
            "organisations": ["RKI"],
            "title": "Die Gesundheit von Erwachsenen in Deutschland",
            "year": 2012,
            "pages": "45–48",
        },
    ),
    (
        (
            "IQWiG (2015). Allgemeine Methoden. Version 4.2, 22.04.2015, Technical Report. "
            "Available at https://www.iqwig.de/methoden.html, assessed last 15.05.19."
        ),
        {
            "kind": "report",
            "organisations": ["IQWiG"],
            "title": "Allgemeine Methoden",
            "version": "4.2",
            "year": 2015,
            "stand": "2015-04-22",
            "accessed": "2019-05-15",
            "url": "https://www.iqwig.de/methoden.html",
        },
    ),
)
