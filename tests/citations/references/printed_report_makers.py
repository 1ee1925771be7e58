"""Reports by who ordered, edited or printed them: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        (
            "Müller A, Keller U: Kosten der Rückenschmerzen. Report for the National Research Programme "
            '"Health". 2008, Winterthur'
        ),
        {"kind": "report", "authors": ["Müller A", "Keller U"], "title": "Kosten der Rückenschmerzen", "year": 2008},
    ),
    (
        (
            "Rot H, Blau R: Verlagerung von Leistungen. Gutachten im Auftrag des Bundesministeriums für "
            "Gesundheit. Bremen 2013"
        ),
        {"kind": "report", "authors": ["Rot H", "Blau R"], "title": "Verlagerung von Leistungen", "year": 2013},
    ),
    (
        "Weiß M, Schwarz S (2016) Behandlung zu Hause. Gutachten im Auftrag der DGPPN. IGES Institut, Berlin",
        {
            "kind": "report",
            "organisations": ["IGES Institut"],
            "authors": ["Weiß M", "Schwarz S"],
            "title": "Behandlung zu Hause",
            "year": 2016,
        },
    ),
    (
        "Grün K, Gelb L. Kosten der Demenz. Schlussbericht im Auftrag des Bundesamtes für Gesundheit. Zürich, 2012",
        {"kind": "report", "authors": ["Grün K", "Gelb L"], "title": "Kosten der Demenz", "year": 2012},
    ),
    (
        "Brown A, Smith B. Costs of asthma care. Final report to the Department of Health. London, 2011",
        {"kind": "report", "authors": ["Brown A", "Smith B"], "title": "Costs of asthma care", "year": 2011},
    ),
    (
        (
            "Brown A, White B (2010) Screening for depression, Appendix B. Agency for Healthcare Research "
            "and Quality, AHRQ Publication No. 10-0514. Rockville, MD."
        ),
        {
            "kind": "report",
            "organisations": ["Agency for Healthcare Research and Quality"],
            "authors": ["Brown A", "White B"],
            "title": "Screening for depression",
            "year": 2010,
        },
    ),
    (
        (
            "Bunt A (2016) Gut informierte Patienten? Hrsg v. Bertelsmann Stiftung (Gesundheitsmonitor "
            "Newsletter, 2). https://example.org/nl.pdf. Zugegriffen am 12.04.2018"
        ),
        {
            "kind": "report",
            "organisations": ["Bertelsmann Stiftung"],
            "authors": ["Bunt A"],
            "title": "Gut informierte Patienten?",
            "container": "Gesundheitsmonitor Newsletter",
            "year": 2016,
            "issue": "2",
            "accessed": "2018-04-12",
            "url": "https://example.org/nl.pdf",
        },
    ),
    (
        (
            "Bundesministerium für Gesundheit (2018) Ratgeber Pflege. Hrsg v. Bundesministerium der Justiz "
            "und Bundesministerium für Gesundheit. www.example.org/pflege. Zugegriffen am 31.03.2018"
        ),
        {
            "kind": "report",
            "organisations": ["Bundesministerium der Justiz", "Bundesministerium für Gesundheit"],
            "title": "Ratgeber Pflege",
            "year": 2018,
            "accessed": "2018-03-31",
            "url": "www.example.org/pflege",
        },
    ),
    (
        "Statistik Austria (2015) Gesundheitsbefragung 2014. Statistik Austria, Wien",
        {"kind": "report", "organisations": ["Statistik Austria"], "title": "Gesundheitsbefragung 2014", "year": 2015},
    ),
    (
        "Promotion Santé (2016) Psychische Gesundheit. Promotion Santé, Bern",
        {"kind": "report", "organisations": ["Promotion Santé"], "title": "Psychische Gesundheit", "year": 2016},
    ),
    (
        "American Heart Association (AHA) 2020 Heart Disease Statistics",
        {
            "kind": "report",
            "organisations": ["American Heart Association"],
            "title": "Heart Disease Statistics",
            "year": 2020,
        },
    ),
    (
        "Robert Koch-Institut (2008) Impfquoten bei Kindern in Deutschland 2006. Epidemiologisches Bulletin, 7, 55-57",
        {
            "kind": "report",
            "organisations": ["Robert Koch-Institut"],
            "title": "Impfquoten bei Kindern in Deutschland 2006",
            "container": "Epidemiologisches Bulletin",
            "year": 2008,
            "issue": "7",
            "pages": "55-57",
        },
    ),
    (
        "Impfen in der Schweiz. 2018, BAG, Bern. https://example.ch/impfen.pdf",
        {
            "kind": "report",
            "organisations": ["BAG"],
            "title": "Impfen in der Schweiz",
            "year": 2018,
            "url": "https://example.ch/impfen.pdf",
        },
    ),
    (
        "Rauchen in der Schweiz 2002. Schweizerische Gesundheitsbefragung. 2005, [ https://example.ch/rauchen.pdf ]",
        {
            "kind": "report",
            "title": "Rauchen in der Schweiz 2002. Schweizerische Gesundheitsbefragung",
            "year": 2005,
            "url": "https://example.ch/rauchen.pdf",
        },
    ),
    (
        (
            "WHO (2014) Health statistics. World Health Organisation, Geneva. "
            "https://example.org/toc.pdf?ua=1. Zugegriffen im Dezember 2014"
        ),
        {
            "kind": "report",
            "organisations": ["World Health Organisation"],
            "title": "Health statistics",
            "year": 2014,
            "accessed": "2014-12",
            "url": "https://example.org/toc.pdf?ua=1",
        },
    ),
)
