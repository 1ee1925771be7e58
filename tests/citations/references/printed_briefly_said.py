"""Lines with several works, with a group between people and title, or with hardly more than people and a title.

Data of test_printed_forms: what stands behind the first work, and what is said of it, belongs to no field.
"""

_GUT: dict[str, object] = {
    "kind": "journal-article", "authors": ["Roe A"], "title": "Sleep and pain", "container": "Gut", "year": 2019,
    "volume": "68", "issue": "3", "pages": "12–19",
}  # fmt: skip
_SEPSIS: dict[str, object] = {
    "kind": "journal-article", "authors": ["Roe A", "Doe B"], "title": "Steroids in early sepsis",
    "container": "N Engl J Med", "year": 2019, "volume": "381", "pages": "2091–2102",
}  # fmt: skip
_GROUP: dict[str, object] = {**_SEPSIS, "organisations": ["ABC Trial Study Group"]}
_PAPER: dict[str, object] = {
    "kind": "report", "authors": ["Roe A"], "organisations": ["Universität Ulm"], "title": "Pflege im Wandel",
    "year": 2020,
}  # fmt: skip
_SAID: dict[str, object] = {
    "kind": "journal-article",
    "authors": ["Roe A", "Doe B"],
    "title": "Early mobilisation after a stroke",
}
_CHAPTER: dict[str, object] = {"kind": "chapter", "title": "Acne Vulgaris", "container": "StatPearls"}
_BOOK: dict[str, object] = {
    "kind": "book",
    "authors": ["Roe A", "Doe B"],
    "title": "Pflege im Alter",
    "organisations": ["Springer"],
}
_RKI: dict[str, object] = {"organisations": ["Robert Koch-Institut"], "title": "Masern"}

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    # several works
    ("Roe A (2019): Sleep and pain. Gut 68(3), 12–19 · Doe B (2020): Pain and sleep. Lancet 3(4), 5–9", _GUT),
    ("Roe A (2019): Sleep and pain. Gut 68(3), 12–19; Doe B (2020): Pain and sleep. Lancet 3(4), 5–9", _GUT),
    ("Roe A. Sleep and pain. Gut 2019;68(3):12–19 · Doe B. Pain and sleep. Lancet 2020;3(4):5–9", _GUT),
    ("Roe A (2019): Sleep and pain. Gut 68(3), 12–19 · S3-Leitlinie „Schmerz“, AWMF 001-002", _GUT),
    ("Roe, A.; Doe, B. (2019): Sleep and pain. Gut 68(3), 12–19", {**_GUT, "authors": ["Roe, A.", "Doe, B."]}),
    ("RKI (2023): Masern in Deutschland · BfArM (2024): Sicherheit von Impfstoffen",
     {"kind": "report", "organisations": ["RKI"], "title": "Masern in Deutschland", "year": 2023}),
    ("S3-Leitlinie Melanom, AWMF 032-024OL · S2k-Leitlinie Aktinische Keratose, AWMF 032-022OL",
     {"kind": "guideline", "guideline_class": "S3", "title": "Melanom", "awmf_number": "032-024OL"}),
    # a remark behind the same sign; what it says of the place and state of the work stays
    ("Robert Koch-Institut (RKI) — Masern · Antworten auf häufige Fragen", {**_RKI, "kind": "web-page"}),
    ("[12] Robert Koch-Institut: Masern · Antworten auf häufige Fragen", {**_RKI, "kind": "web-page"}),
    ("Robert Koch-Institut (RKI) — Masern · Antworten auf Fragen (Epidemiologisches Bulletin 12/2024 bzw. 3/2025)",
     {**_RKI, "kind": "report", "container": "Epidemiologisches Bulletin", "issue": "12", "year": 2024}),
    ("Robert Koch-Institut (RKI) — Masern · Antworten auf Fragen (Stand 01.03.2024); https://www.rki.de/masern",
     {**_RKI, "kind": "web-page", "stand": "2024-03-01", "url": "https://www.rki.de/masern"}),
    ("WHO — Yellow fever vaccines · Weekly Epidemiological Record 88(27):269–283; Valid for life since 11.07.2016.",
     {"kind": "journal-article", "organisations": ["WHO"], "title": "Yellow fever vaccines", "volume": "88",
      "issue": "27", "pages": "269–283", "container": "Weekly Epidemiological Record"}),
    # a group or study in brackets behind people
    ("Roe A, Doe B, et al. (ABC Trial Study Group) (2019)\nSteroids in early sepsis\nN Engl J Med 381:2091–2102",
     _GROUP),
    ("Roe A, Doe B (for the ABC Trial Study Group). Steroids in early sepsis. N Engl J Med 2019;381:2091–2102", _GROUP),
    ("Roe A, Doe B [ABC Trial Study Group]: Steroids in early sepsis. N Engl J Med 2019;381:2091–2102", _GROUP),
    ("Roe A, Doe B, et al. (ABC Study) (2019)\nSteroids in early sepsis\nN Engl J Med 381:2091–2102", _SEPSIS),
    ("Roe A, Doe B, et al. [ABC Trial]. Steroids in early sepsis. N Engl J Med 2019;381:2091–2102", _SEPSIS),
    ("Roe A, Doe B (Arbeitsgruppe Sepsis): Steroids in early sepsis. N Engl J Med 2019;381:2091–2102",
     {**_SEPSIS, "organisations": ["Arbeitsgruppe Sepsis"]}),
    # people's names and places in journals
    ("A. De Vries, B. Van Damme, „Sleep and pain“, Gut 68(3):12–19, 2019",
     {**_GUT, "authors": ["A. De Vries", "B. Van Damme"]}),
    ('Roe, Jacqueline, et al. "Sleep and pain." Gut 68.3 (2019): 12–19.', {**_GUT, "authors": ["Roe, Jacqueline"]}),
    ('Roe, Jacqueline, and Karl Doe. "Sleep and pain." Gut 68.3 (2019): 12–19.',
     {**_GUT, "authors": ["Roe, Jacqueline", "Karl Doe"]}),
    ('Roe, Jacqueline, et al. "Sleep and pain." Cochrane Database of Systematic Reviews 2018.12 (2018).',
     {"kind": "systematic-review", "authors": ["Roe, Jacqueline"], "title": "Sleep and pain", "year": 2018,
      "container": "Cochrane Database of Systematic Reviews", "volume": "2018", "issue": "12"}),
    ("Roe A. Sleep and pain. Health Aff (Millwood) 2002;Suppl Web Exclusives:W96–114.",
     {"kind": "journal-article", "authors": ["Roe A"], "title": "Sleep and pain", "year": 2002,
      "container": "Health Aff (Millwood)", "issue": "Suppl Web Exclusives", "pages": "W96–114"}),
    ("ROE, A.: Sleep and pain. In: Z. Krankengymnastik 37(1985)12, 855–864",
     {"kind": "journal-article", "authors": ["ROE, A."], "title": "Sleep and pain", "year": 1985, "volume": "37",
      "container": "Z. Krankengymnastik", "issue": "12", "pages": "855–864"}),
    ("Roe A, Doe B: Masern in Hessen. Epid Bull 2020;41:3–10",
     {"kind": "report", "authors": ["Roe A", "Doe B"], "title": "Masern in Hessen", "container": "Epid Bull",
      "year": 2020, "issue": "41", "pages": "3–10"}),
    ("Roe, A. & Doe, B. Sleep and pain. Nat. Rev. Rheumatol. 14, 674–686 (2018).",
     {"kind": "journal-article", "authors": ["Roe, A.", "Doe, B."], "title": "Sleep and pain", "year": 2018,
      "container": "Nat. Rev. Rheumatol", "volume": "14", "pages": "674–686"}),
    # not in print yet, the year before a dash, people behind the title
    ("Roe A, Doe B (2018). Early mobilisation after a stroke. Br J Sports Med, online first.",
     {**_SAID, "container": "Br J Sports Med", "year": 2018}),
    ("Roe A, Doe B. Early mobilisation after a stroke. Br J Sports Med 2018 (Epub ahead of print).",
     {**_SAID, "container": "Br J Sports Med", "year": 2018}),
    ("Roe A, Doe B et al. Early mobilisation after a stroke. Br J Sports Med. In press.",
     {**_SAID, "container": "Br J Sports Med"}),
    ("Roe et al., 2019 – Early mobilisation after a stroke, Br J Sports Med",
     {**_SAID, "authors": ["Roe"], "container": "Br J Sports Med", "year": 2019}),
    ("JAMA 2018: Early mobilisation after a stroke (Roe et al.)",
     {**_SAID, "authors": ["Roe"], "container": "JAMA", "year": 2018}),
    ("Deutsches Ärzteblatt: Hepatitis verstehen (Typ A)",
     {"kind": "journal-article", "title": "Hepatitis verstehen (Typ A)", "container": "Deutsches Ärzteblatt"}),
    # people, an institute and a quoted title
    ('Roe A (2020), Universität Ulm: "Pflege im Wandel?" Befragung von 197 Häusern; bemängelt fehlende Zeit.',
     {**_PAPER, "title": "Pflege im Wandel?"}),
    ("Roe A, Universität Ulm (2020): „Pflege im Wandel“", _PAPER),
    # chapters, and what a book is said to have in it
    ('Roe A, Doe B (Hrsg., 2023): "Pflege im Alter." Springer - u. a. Kapitel zu Sturz und Schmerz.',
     {**_BOOK, "year": 2023}),
    ("Roe A, Doe B (Hrsg.): Pflege im Alter. Springer 2020. Kapitel 3 und 4", {**_BOOK, "year": 2020}),
    ("Roe A (2018) Sturz. In: Müller K, Huber P (Hrsg) Orthopädie, Springer, Berlin",
     {"kind": "chapter", "authors": ["Roe A"], "title": "Sturz", "container": "Orthopädie",
      "organisations": ["Springer"], "year": 2018}),
    ("Roe A et al. Acne Vulgaris. StatPearls 2023.", {**_CHAPTER, "authors": ["Roe A"], "year": 2023}),
    ("StatPearls: Acne Vulgaris. https://www.ncbi.nlm.nih.gov/books/NBK459173/",
     {**_CHAPTER, "url": "https://www.ncbi.nlm.nih.gov/books/NBK459173/"}),
    ("StatPearls/NCBI Bookshelf: Acne Vulgaris", {**_CHAPTER, "organisations": ["NCBI Bookshelf"]}),
    ("NCBI Bookshelf, StatPearls: Acne Vulgaris, 2023",
     {**_CHAPTER, "organisations": ["NCBI Bookshelf"], "year": 2023}),
    # people and a title
    ("Roe A, Doe B. Early mobilisation after a stroke.", _SAID),
    ("Roe A, Doe B, et al. Early mobilisation after a stroke. Crit Care Med.", {**_SAID, "container": "Crit Care Med"}),
    ("Roe A, Doe B et al. Early mobilisation after a stroke, Lancet", {**_SAID, "container": "Lancet"}),
    ("Roe A, Doe B. Early mobilisation after a stroke. UpToDate 2022.",
     {**_SAID, "kind": "web-page", "container": "UpToDate", "year": 2022}),
    ("Roe A, Doe B. Early mobilisation after a stroke. https://pubmed.ncbi.nlm.nih.gov/31234567/",
     {**_SAID, "pmid": "31234567", "url": "https://pubmed.ncbi.nlm.nih.gov/31234567/"}),
    # books that everybody calls by a name
    ("Guyton & Hall Physiology", {"kind": "book", "authors": ["Guyton", "Hall"], "title": "Physiology"}),
    ("Schmidt/Lang: Physiologie des Menschen",
     {"kind": "book", "authors": ["Schmidt", "Lang"], "title": "Physiologie des Menschen"}),
    ("Harrison's Principles of Internal Medicine, 20th ed., 2018",
     {"kind": "book", "authors": ["Harrison"], "title": "Principles of Internal Medicine", "version": "20",
      "year": 2018}),
    ("Larsen: Anästhesie", {"kind": "book", "authors": ["Larsen"], "title": "Anästhesie"}),
)  # fmt: skip
