"""Web pages with an address, a day of access or a Stand, and the fields that each says: data of test_printed_forms."""

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "DocCheck Flexikon; Nephron – https://flexikon.doccheck.com/de/Nephron",
        {
            "kind": "web-page",
            "organisations": ["DocCheck Flexikon"],
            "title": "Nephron",
            "url": "https://flexikon.doccheck.com/de/Nephron",
        },
    ),
    (
        "Wikipedia: Gicht, Version vom 12.03.2024",
        {"kind": "web-page", "organisations": ["Wikipedia"], "title": "Gicht", "stand": "2024-03-12"},
    ),
    (
        "RKI: Masern. RKI-Ratgeber, Stand 12.05.2021",
        {
            "kind": "web-page",
            "organisations": ["RKI"],
            "title": "Masern",
            "container": "RKI-Ratgeber",
            "stand": "2021-05-12",
        },
    ),
    (
        (
            'Destatis, „Erwerbstätige nach Wirtschaftsbereichen (Inlandskonzept)", destatis.de '
            "(Abruf 30.08.2026): 2023 gesamt 45.909 Tsd."
        ),
        {
            "kind": "web-page",
            "organisations": ["Destatis"],
            "title": "Erwerbstätige nach Wirtschaftsbereichen (Inlandskonzept)",
            "accessed": "2026-08-30",
            "url": "destatis.de",
        },
    ),
    (
        'UBA, „Methodenkonvention 4.0" (umweltbundesamt.de)',
        {"kind": "web-page", "organisations": ["UBA"], "title": "Methodenkonvention 4.0", "url": "umweltbundesamt.de"},
    ),
    (
        "Gicht. Gesundheitsinformation.de (IQWiG). Aktualisiert 12.04.2023.",
        {"kind": "web-page", "organisations": ["Gesundheitsinformation.de"], "title": "Gicht", "stand": "2023-04-12"},
    ),
    (
        "Quelle: www.gesundheitsinformation.de/gicht.html",
        {"kind": "web-page", "url": "www.gesundheitsinformation.de/gicht.html"},
    ),
    (
        "TK – Die Techniker: Kopfschmerzen. Stand: Januar 2023",
        {"kind": "web-page", "organisations": ["Die Techniker"], "title": "Kopfschmerzen", "stand": "2023-01"},
    ),
    (
        "AMBOSS – Hüftgelenk, AMBOSS GmbH. https://www.amboss.com/de/wissen/huefte (abgerufen 2026-10-06)",
        {
            "kind": "web-page",
            "organisations": ["AMBOSS GmbH"],
            "title": "Hüftgelenk",
            "accessed": "2026-10-06",
            "url": "https://www.amboss.com/de/wissen/huefte",
        },
    ),
    (
        "LGL Bayern. Zecken und Borreliose. https://www.lgl.bayern.de/zecken (abgerufen Mai 2025)",
        {
            "kind": "web-page",
            "organisations": ["LGL Bayern"],
            "title": "Zecken und Borreliose",
            "accessed": "2025-05",
            "url": "https://www.lgl.bayern.de/zecken",
        },
    ),
    (
        (
            "gesund.bund.de, Portal des Bundesministeriums für Gesundheit (BMG): Gicht, Stand "
            "10.02.2022. Schmerz; Fieber."
        ),
        {
            "kind": "web-page",
            "organisations": ["Bundesministeriums für Gesundheit"],
            "title": "Gicht",
            "stand": "2022-02-10",
            "url": "gesund.bund.de",
        },
    ),
    (
        "Migräne | Krankheiten von A bis Z | gesundheit.gv.at",
        {"kind": "web-page", "title": "Migräne", "container": "Krankheiten von A bis Z", "url": "gesundheit.gv.at"},
    ),
    (
        ("Bundesgesundheitsministerium: Ratgeber Sucht — Bundesgesundheitsministerium.de (abgerufen am 4. Mai 2026)."),
        {
            "kind": "web-page",
            "organisations": ["Bundesgesundheitsministerium"],
            "title": "Ratgeber Sucht",
            "accessed": "2026-05-04",
            "url": "Bundesgesundheitsministerium.de",
        },
    ),
    (
        "WHO. Ageing and health. Fact sheet. 1 October 2024. https://www.who.int/fact-sheets/ageing",
        {
            "kind": "web-page",
            "organisations": ["WHO"],
            "title": "Ageing and health. Fact sheet",
            "year": 2024,
            "stand": "2024-10-01",
            "url": "https://www.who.int/fact-sheets/ageing",
        },
    ),
    (
        "Bundesgesundheitsministerium, Ratgeber zur Pflege, 2023, abgerufen am 3.4.2024",
        {
            "kind": "web-page",
            "organisations": ["Bundesgesundheitsministerium"],
            "title": "Ratgeber zur Pflege",
            "year": 2023,
            "accessed": "2024-04-03",
        },
    ),
    (
        (
            "AMBOSS: Pneumonie. Letzte Änderung: 05.02.2024. next.amboss.com/de/article/pneumonie "
            "(eingesehen am 6.2.2024)"
        ),
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
        ("UpToDate: Treatment of acute gout. Topic last updated: Jan 12, 2024. (Accessed on February 3, 2024.)"),
        {
            "kind": "web-page",
            "organisations": ["UpToDate"],
            "title": "Treatment of acute gout",
            "stand": "2024-01-12",
            "accessed": "2024-02-03",
        },
    ),
    (
        "Akne: Behandlung, gesundheitsinformation.de",
        {"kind": "web-page", "title": "Akne: Behandlung", "url": "gesundheitsinformation.de"},
    ),
    (
        "https://www.amboss.com/de/wissen/Gicht (21.07.2020): Gicht, Website von Amboss",
        {
            "kind": "web-page",
            "organisations": ["Amboss"],
            "title": "Gicht",
            "accessed": "2020-07-21",
            "url": "https://www.amboss.com/de/wissen/Gicht",
        },
    ),
    (
        "Pschyrembel Online, Stichwort „Ödem“, Zugriff 03/2022",
        {"kind": "web-page", "organisations": ["Pschyrembel Online"], "title": "Ödem", "accessed": "2022-03"},
    ),
    (
        ("AMBOSS: Kapitel „Hernien“ (Anatomie, Diagnostik), amboss.com/de/wissen/hernien, abgerufen am 06.10.2025"),
        {
            "kind": "web-page",
            "organisations": ["AMBOSS"],
            "title": "Hernien",
            "accessed": "2025-10-06",
            "url": "amboss.com/de/wissen/hernien",
        },
    ),
    (
        "Deutsche Krebsgesellschaft in Kooperation mit der Deutschen Krebshilfe: Brustkrebs. Stand 2020",
        {
            "kind": "web-page",
            "organisations": ["Deutsche Krebsgesellschaft", "Deutschen Krebshilfe"],
            "title": "Brustkrebs",
            "stand": "2020",
        },
    ),
    (
        "Roe A, Doe B (2021). Obesity in children. World Health Organization. https://www.who.int/obesity",
        {
            "kind": "web-page",
            "organisations": ["World Health Organization"],
            "authors": ["Roe A", "Doe B"],
            "title": "Obesity in children",
            "year": 2021,
            "url": "https://www.who.int/obesity",
        },
    ),
    (
        "GKV-Spitzenverband – Hilfsmittelverzeichnis: gkv-spitzenverband.de",
        {
            "kind": "web-page",
            "organisations": ["GKV-Spitzenverband"],
            "title": "Hilfsmittelverzeichnis",
            "url": "gkv-spitzenverband.de",
        },
    ),
    (
        "Royal College of Ophthalmologists — information on cataract (see rcophth.ac.uk)",
        {
            "kind": "web-page",
            "organisations": ["Royal College of Ophthalmologists"],
            "title": "information on cataract",
            "url": "rcophth.ac.uk",
        },
    ),
    (
        "Deutsche Herzstiftung: Bluthochdruck (siehe herzstiftung.de)",
        {
            "kind": "web-page",
            "organisations": ["Deutsche Herzstiftung"],
            "title": "Bluthochdruck",
            "url": "herzstiftung.de",
        },
    ),
    (
        (
            "Deutsches Rotes Kreuz: Erste Hilfe bei Verbrennungen. Abgerufen am 5. Mai 2023 von "
            "https://www.drk.de/verbrennung"
        ),
        {
            "kind": "web-page",
            "organisations": ["Deutsches Rotes Kreuz"],
            "title": "Erste Hilfe bei Verbrennungen",
            "accessed": "2023-05-05",
            "url": "https://www.drk.de/verbrennung",
        },
    ),
)
