"""Shapes in which lists print articles and books, with every field that each says: data of test_printed_forms.

Each row is a kind of line: where the title stands, what parts it from the journal, what follows behind the numbers.
"""

_GUT = {"kind": "journal-article", "authors": ["Roe A"], "title": "Sleep and pain", "container": "Gut", "year": 2019}
_NUMBERED = {**_GUT, "volume": "68", "issue": "3", "pages": "12–19"}
_UNTITLED = {"kind": "journal-article", "authors": ["Roe A"], "container": "Gut", "year": 2019}
_BOOK = {"kind": "book", "authors": ["Roe, A."], "title": "Pflege im Alter", "organisations": ["Thieme"], "year": 2019}
_PAIR = {**_BOOK, "authors": ["Roe", "Doe"]}
_TWO = {
    "kind": "journal-article", "authors": ["Jane Roe", "John Doe"], "title": "Schlaf und Schmerz",
    "container": "Deutsches Ärzteblatt", "year": 2013, "volume": "110", "issue": "5", "pages": "71–78",
}  # fmt: skip

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    # a remark, the language, an identifier or other pages behind the numbers
    ("Roe A. Sleep and pain. Gut 2019;68(3):12–19 (doses up to 3 mg).", _NUMBERED),
    ("Roe A. Sleep and pain. Gut. 2019 Mar;68(3):12–19. German.", _NUMBERED),
    ("Roe A. Sleep and pain. Gut 2019;68(3):12–19 – Grundlage der Kriterien", _NUMBERED),
    ("Roe A. Sleep and pain. Gut 2019;68(3):12–19 | doi: 10.1136/gut.1", {**_NUMBERED, "doi": "10.1136/gut.1"}),
    ("Roe A. Sleep and pain. Gut 2019;68(3):12–19. doi:10.1136/gut.1 / PMID 30810764.",
     {**_NUMBERED, "doi": "10.1136/gut.1", "pmid": "30810764"}),
    ("Roe A, „Sleep and pain“, Gut 68(3):12–19, 2019, gedruckte S. 14, Abschnitt 4: Schmerz", _NUMBERED),
    ("Roe A. Gut 2019;68(3):12–19. Adhesive tape test.", {**_UNTITLED, "volume": "68", "issue": "3", "pages": "12–19"}),
    ("Gut 2019 · 68:12–19 · DOI 10.1136/gut.1",
     {"kind": "journal-article", "container": "Gut", "year": 2019, "volume": "68", "pages": "12–19",
      "doi": "10.1136/gut.1"}),
    # the title behind the journal
    ("Roe A (2019). Gut, 68(3), 12–19: Sleep and pain.", _NUMBERED),
    ("Roe A et al. (Gut 2019): Sleep and pain", _GUT),
    ('Deutsches Ärzteblatt International, „Sleep and pain", 25.07.2025 — englische Zusammenfassung',
     {"kind": "journal-article", "title": "Sleep and pain", "container": "Deutsches Ärzteblatt International",
      "year": 2025}),
    ('Die Urologie (Springer), „Empfehlungen der aktualisierten S3-Leitlinie 2025", DOI 10.1007/s00120-1',
     {"kind": "journal-article", "title": "Empfehlungen der aktualisierten S3-Leitlinie 2025",
      "container": "Die Urologie", "doi": "10.1007/s00120-1"}),
    # the journal in brackets or behind quotation marks, with a year only or none
    ("Roe A, et al. Sleep and pain (Gut 2019).", _GUT),
    ("Sleep and pain in practice (Deutsches Ärzteblatt, 2023)",
     {"kind": "journal-article", "title": "Sleep and pain in practice", "container": "Deutsches Ärzteblatt",
      "year": 2023}),
    ('Roe A et al. (2019), "Sleep and pain", Heart Rhythm', {**_GUT, "container": "Heart Rhythm"}),
    ("Roe A et al. “Sleep and pain.” Gut, 20 Apr. 2019, https://doi.org/10.1136/gut.1",
     {**_GUT, "doi": "10.1136/gut.1", "url": "https://doi.org/10.1136/gut.1"}),
    # no title at all
    ("Roe A et al., Gut 2019", _UNTITLED),
    ("Roe et al., Critical Care Medicine 2019",
     {**_UNTITLED, "authors": ["Roe"], "container": "Critical Care Medicine"}),
    ("M. an der Heiden u. a., Bundesgesundheitsblatt 62(5):571–579, 2019.",
     {"kind": "journal-article", "authors": ["M. an der Heiden"], "container": "Bundesgesundheitsblatt", "year": 2019,
      "volume": "62", "issue": "5", "pages": "571–579"}),
    # the numbers in other orders
    ("Roe A. Sleep and pain. Gut. 2019; (3).", {**_GUT, "issue": "3"}),
    ("Roe A. Sleep and pain. Gut. 1894:130–176.", {**_GUT, "year": 1894, "pages": "130–176"}),
    ("Roe A. Sleep and pain. Gut 2019;Suppl 2:S12–4.", {**_GUT, "issue": "Suppl 2", "pages": "S12–4"}),
    ("Roe A (2019). Sleep and pain. Gut 45 Suppl 1 S1–S9.",
     {**_GUT, "volume": "45", "issue": "Suppl 1", "pages": "S1–S9"}),
    ('Roe A, "Sleep and pain," Gut, vol. 68, art. no. 140946, Jan. 2019.',
     {**_GUT, "volume": "68", "pages": "140946"}),
    ('Roe A. "Sleep and pain." Gut 68.3 (2019): 12–19.', _NUMBERED),
    ("Roe A (2019): Sleep and pain. Epid Bull, S.10–16.",
     {**_GUT, "kind": "report", "container": "Epid Bull", "pages": "10–16"}),
    ("Roe A et al., Sleep and pain in adults, PLoS ONE 7:e35671 (2012)",
     {**_GUT, "title": "Sleep and pain in adults", "container": "PLoS ONE", "volume": "7", "pages": "e35671",
      "year": 2012}),
    ("Roe A. Schmerz… Notaufnahme up2date 2020; 2: 6–8.",
     {**_GUT, "title": "Schmerz…", "container": "Notaufnahme up2date", "year": 2020, "volume": "2", "pages": "6–8"}),
    # people in other orders
    ("an der Heiden, M; Roe, A (2019): Sleep and pain. Gut 68(3):12–19",
     {**_NUMBERED, "authors": ["an der Heiden, M", "Roe, A"]}),
    ("Roe, A, et al., & Doe, B (2019). Sleep and pain. Gut 68(3) 12–19.",
     {**_NUMBERED, "authors": ["Roe, A", "Doe, B"]}),
    ("Roe, A., B. Doe, and C. Poe. 2019. Sleep and pain. Gut 68 (3): 12–19.",
     {**_NUMBERED, "authors": ["Roe, A.", "B. Doe", "C. Poe"]}),
    ("Roe A., Doe B., et. al.: Sleep and pain. Gut 2019; 68(3): pp. 12–19.",
     {**_NUMBERED, "authors": ["Roe A.", "Doe B."]}),
    ("Roe, Doe: Sleep and pain. In: Gut. Band: 68, Nummer: 3, 2019, p.12–19.",
     {**_NUMBERED, "authors": ["Roe", "Doe"]}),
    ("Jane Roe, John Doe: Schlaf und Schmerz. In: Deutsches Ärzteblatt. Band 110, Nr. 5, 2013, S. 71–78.", _TWO),
    ("Roe A et al.; Sepsis Task Force (STF) collaborators. Sleep and pain. Gut. 2019 Mar 4;68(3):12–19.",
     {**_NUMBERED, "organisations": ["Sepsis Task Force collaborators"]}),
    # books: one family name, several with slashes, given names in full, editors with the year
    ("Roe, Pflege im Alter (ISBN 978-3-13-245429-3), Thieme 2019",
     {**_BOOK, "authors": ["Roe"], "isbn": "978-3-13-245429-3"}),
    ("Roe/Doe, Pflege im Alter, Thieme, 6. Auflage 2019", {**_PAIR, "version": "6"}),
    ("Roe, Jane Marie: Pflege im Alter. Thieme, Stuttgart 2019", {**_BOOK, "authors": ["Roe, Jane Marie"]}),
    ("Roe, Joerg. Pflege im Alter. Stuttgart: Thieme, 2019.", {**_BOOK, "authors": ["Roe, Joerg"]}),
    ('Roe A, Doe B (Hrsg., 2019): "Pflege im Alter." Thieme', {**_BOOK, "authors": ["Roe A", "Doe B"]}),
    ("Roe, Doe, Poe, Moe: Pflege im Alter. Thieme, 12. Auflage 2019",
     {**_BOOK, "authors": ["Roe", "Doe", "Poe", "Moe"], "version": "12"}),
    ("Roe A et al. Innere Medizin 2019.",
     {"kind": "book", "authors": ["Roe A"], "title": "Innere Medizin", "year": 2019}),
    # a list of nouns is no family name
    ("Schmerz, Angst und Depression. Thieme 2019",
     {"kind": "book", "title": "Schmerz, Angst und Depression", "organisations": ["Thieme"], "year": 2019}),
    ("Ernährung, Bewegung und Entspannung, Thieme 2019",
     {"kind": "book", "title": "Ernährung, Bewegung und Entspannung", "organisations": ["Thieme"], "year": 2019}),
    # publishers of several words, the length of a work, theses
    ("Roe, A. (2019). Pflege im Alter. Göttingen: Hogrefe Verlag GmbH & Co. KG.",
     {**_BOOK, "organisations": ["Hogrefe Verlag GmbH & Co. KG"]}),
    ("Roe, A. (2019). Pflege im Alter. Wiesbaden: Springer VS.", {**_BOOK, "organisations": ["Springer VS"]}),
    ("Roe, A.: Pflege im Alter. 3 Bände, G. P. Probst Verlag, München/Zürich 2019",
     {**_BOOK, "organisations": ["G. P. Probst Verlag"]}),
    ("Roe, A. (2019). Pflege im Alter. Dissertation, Universität Hamburg.",
     {**_BOOK, "organisations": ["Universität Hamburg"]}),
    ("Roe, A. Pflege im Alter [Dissertation]. München: Ludwig-Maximilians-Universität; 2019.",
     {**_BOOK, "organisations": ["Ludwig-Maximilians-Universität"]}),
)  # fmt: skip
