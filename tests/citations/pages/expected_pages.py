"""What an editor expects of pages nobody tuned the readers for: one row per page of tests/pages. Data only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expected:
    """``counts`` in the order sentence, list item, heading, glossary, caption; ``listed`` is (group, bullet, key)."""

    name: str
    title: str
    published: str
    counts: tuple[int, int, int, int, int]
    first: str
    last: str
    last_path: tuple[str, ...]
    listed: tuple[tuple[str, str, str], ...]
    aside: tuple[str, ...]


EXPECTED = (
    Expected(
        name="klinik.html",
        title="Gallensteine",
        published="2025-02-11",
        counts=(8, 3, 5, 0, 0),
        first="Gallensteine sind häufig und bleiben oft unbemerkt.",
        last="Sekretariat Viszeralchirurgie\nTelefon: 0000 12345\nE-Mail schreiben",
        last_path=("Gallensteine", "Nachsorge", "Ihr Kontakt"),
        listed=(
            ("", "", "awmf:021-008"),
            ("", "", "doi:10.1038/nrdp.2016.24"),
            ("", "", "title:the-treatment-of-gallstone-disease-gutt-2020-117"),
        ),
        aside=("breadcrumb", "footer", "header", "navigation", "page_title"),
    ),
    Expected(
        name="stiftung.html",
        title="Leben mit Neurodermitis",
        published="2024-06-20",
        counts=(8, 0, 7, 0, 1),
        first="Die Haut juckt, ist trocken und entzündet sich leicht.1",
        last="Eine Diät ohne nachgewiesene Allergie wird nicht empfohlen.",
        last_path=("Leben mit Neurodermitis", "Pflege im Alltag", "Hilft eine Diät?"),
        listed=(
            ("Leitlinien", "", "awmf:013-027"),
            ("Internet", "", "url:gesundheitsinformation.de/neurodermitis.html"),
            ("Internet", "", "doi:10.17886/rki-gbe-2018-075"),
        ),
        aside=("cookies", "footer", "form", "header", "linkbox", "navigation", "page_date", "page_title", "share"),
    ),
    Expected(
        name="enzyklopaedie.html",
        title="Spannungskopfschmerz",
        published="",
        counts=(6, 0, 6, 0, 0),
        first="Der Spannungskopfschmerz ist die häufigste Form von Kopfschmerzen.[1]",
        last="Schmerzmittel sollten an höchstens zehn Tagen im Monat genommen werden.",
        last_path=("Spannungskopfschmerz", "Behandlung"),
        listed=(
            ("", "", "isbn:9783642206948"),
            ("Weblinks", "", "house:deutsche-migraene-und-kopfschmerzgesellschaft"),
            ("", "↑ ", "pmid:17381554"),
            ("", "↑ a b ", "guideline:therapie-des-episodischen-und-chronischen-kopfschmerzes-vom"),
            ("", "↑ ", "doi:10.1111/j.1468-1331.2010.03070.x"),
        ),
        aside=("contents", "footer", "form", "header", "linkbox", "navigation", "page_title"),
    ),
    Expected(
        name="blog.html",
        title="Eisenmangel erkennen",
        published="2024-01-15",
        counts=(3, 8, 3, 0, 1),
        first="Müde, blass, brüchige Nägel\xa0– das kann an zu wenig Eisen liegen.",
        last="Hirse\n6,9 mg",
        last_path=("Eisenmangel erkennen", "Wer ist gefährdet?"),
        listed=(
            ("", "[1] ", "title:iron-deficiency-anemia-camaschella-2015-372"),
            ("", "[2] ", "title:who-guideline-on-use-of-ferritin-concentrations-to-world-health-2020"),
            ("", "[3] ", "onkopedia:eisenmangel-und-eisenmangelanaemie"),
        ),
        aside=("footer", "header", "linkbox", "navigation", "page_title", "share"),
    ),
    Expected(
        name="typo3.html",
        title="Bluthochdruck",
        published="2024-09-30",
        counts=(6, 3, 5, 0, 1),
        first="Von Bluthochdruck spricht man ab 140/90\xa0mmHg.",
        last="Reicht das nicht, kommen ACE-Hemmer, Sartane oder Kalziumantagonisten infrage.",
        last_path=("Bluthochdruck", "Wie wird behandelt?"),
        listed=(
            ("", "", "awmf:nvl-009"),
            ("", "", "title:2023-esh-guidelines-for-the-management-of-arterial-mancia-2023-41"),
            ("", "", "title:bluthochdruck-in-deutschland-robert-koch-institut-2022"),
        ),
        aside=("footer", "linkbox", "navigation", "page_title"),
    ),
    Expected(
        name="arzneimittel.html",
        title="Methotrexat bei Rheuma",
        published="2024-06",
        counts=(3, 6, 5, 0, 0),
        first="Methotrexat wird einmal pro Woche gegeben, niemals täglich.",
        last="Fieber und Halsschmerzen",
        last_path=("Methotrexat bei Rheuma", "Wann sofort zum Arzt?"),
        listed=(
            ("", "", "title:fachinformation-methotrexat-muster-10-mg-tabletten-musterpharma-gmbh"),
            ("", "", "title:rote-hand-brief-zu-methotrexat-dosierungsfehler-bundesinstitut-fuer-2019"),
            ("", "", "doi:10.1007/s00393-018-0481-y"),
            ("", "", "prose"),
        ),
        aside=("page_date", "page_title"),
    ),
    Expected(
        name="charity.html",
        title="Staging of bowel cancer",
        published="2024-03-14",
        counts=(7, 2, 4, 0, 0),
        first="The stage tells you how far the cancer has grown.",
        last="Next review due: 14 March 2027",
        last_path=("Staging of bowel cancer", "Treatment"),
        listed=(
            ("", "", "title:localised-colon-cancer-esmo-clinical-practice-guidelines-argiles-2020-31"),
            ("", "", "title:colorectal-cancer-national-institute-for-2020"),
            ("", "", "title:principles-and-practice-of-oncology-cancer-2019-11ed"),
        ),
        aside=("footer", "form", "header", "linkbox", "navigation", "page_date", "page_title"),
    ),
    Expected(
        name="glossar.html",
        title="Begriffe rund um die Schilddrüse",
        published="",
        counts=(2, 0, 4, 2, 0),
        first="Diese Seite erklärt Wörter aus dem Arztbrief.",
        last="Lassen Sie einen erhöhten Wert nach sechs Wochen kontrollieren.",
        last_path=("Begriffe rund um die Schilddrüse", "Nächste Schritte"),
        listed=(
            ("", "", "title:latente-hypothyreose-muster-2019-144"),
            ("", "", "awmf:053-046"),
            ("", "", "title:innere-medizin-herold-2023"),
        ),
        aside=("page_title",),
    ),
    Expected(
        name="fussnoten.html",
        title="Vitamin D: Was ist belegt?",
        published="",
        counts=(5, 0, 2, 0, 0),
        first="Der Körper bildet Vitamin D in der Haut.1",
        last="Das gilt auch für Kinder.",
        last_path=("Vitamin D: Was ist belegt?",),
        listed=(
            ("", "1 ", "title:vitamin-d-deficiency-holick-2007-357"),
            ("", "2 ", "url:rki.de/vitamind"),
            ("", "3 ", "pmid:26162848"),
            ("", "4 ", "title:hochdosierte-nahrungsergaenzungsmittel-mit-bundesinstitut-fuer-2023"),
        ),
        aside=("page_title",),
    ),
    Expected(
        name="autorenbox.html",
        title="Reizdarm: Was hilft wirklich?",
        published="",
        counts=(7, 0, 4, 0, 0),
        first="Bauchschmerz, Blähungen, Durchfall: Jede zehnte Person kennt das.",
        last="Fachlich geprüft von: Innere Medizin, 09/2023",
        last_path=("Reizdarm: Was hilft wirklich?", "Medikamente"),
        listed=(
            ("", "", "guideline:reizdarmsyndrom"),
            ("", "", "title:irritable-bowel-syndrome-ford-2020-396"),
            ("", "", "url:reizdarmselbsthilfe.de/rezepte"),
        ),
        aside=("footer", "page_title"),
    ),
    Expected(
        name="verschachtelt.html",
        title="Reisedurchfall",
        published="",
        counts=(3, 9, 4, 0, 0),
        first="Die meisten Fälle klingen nach wenigen Tagen ab.",
        last="Redaktion Reisemedizin",
        last_path=("Reisedurchfall", "Autor"),
        listed=(
            ("Leitlinien", "", "awmf:021-024"),
            ("Fachartikel", "", "title:traveler-s-diarrhea-a-clinical-review-steffen-2015-313"),
            ("Fachartikel", "", "title:guidelines-for-the-prevention-and-treatment-of-travelers-riddle-2017-24"),
            ("Internetseiten", "", "url:auswaertiges-amt.de/durchfall"),
        ),
        aside=("page_title",),
    ),
    Expected(
        name="druckansicht.txt",
        title="Tinnitus",
        published="2023-01-12",
        counts=(6, 3, 4, 0, 0),
        first="Druckversion von: https://www.example.org/gesundheit/tinnitus",
        last="Hörgeräte bei\n    Schwerhörigkeit",
        last_path=("Was hilft?",),
        listed=(
            ("", "1. ", "awmf:017-064"),
            ("", "2. ", "title:a-multidisciplinary-european-guideline-for-tinnitus-cima-2019-67"),
            ("", "3. ", "title:evidenz-und-evidenzluecken-in-der-tinnitustherapie-hesse-2016-95"),
        ),
        aside=("page_date",),
    ),
    Expected(
        name="ratgeber.md",
        title="Migräne bei Kindern",
        published="2023-12",
        counts=(5, 2, 4, 0, 0),
        first="Auch Kinder haben Migräne.",
        last="Regelmäßiger Schlaf beugt Attacken vor.",
        last_path=("Migräne bei Kindern", "Behandlung", "Vorbeugung"),
        listed=(
            ("", "1. ", "awmf:030-057"),
            ("", "2. ", "title:kopfschmerzen-bei-kindern-und-jugendlichen-ebinger-2019-167"),
            ("", "3. ", "url:dmkg.de/patienten/kinder"),
        ),
        aside=("page_date",),
    ),
    Expected(
        name="guertelrose.html",
        title="Gürtelrose",
        published="2024-04-04",
        counts=(5, 0, 3, 0, 0),
        first="Die Gürtelrose beginnt mit brennenden Schmerzen – oft einseitig.",
        last="Der Ausschlag folgt dem Verlauf eines Nervs („Gürtel“).",
        last_path=("Gürtelrose", "Woran erkennt man sie?"),
        listed=(
            ("", "1. ", "guideline:diagnostik-und-therapie-des-zoster-und-der-postzosterneuralgie"),
            ("", "2. ", "title:empfehlungen-der-stiko-staendige-impfkommission-2024"),
            ("", "3. ", "title:patienteninformation-guertelrose-aezq"),
        ),
        aside=("navigation", "page_date", "page_title"),
    ),
    Expected(
        name="silben.html",
        title="Prostatakarzinom",
        published="",
        counts=(4, 0, 2, 0, 0),
        first="Der PSA-Wert allein beweist keinen Krebs, z.\xa0B. kann eine Ent\xadzün\xaddung ihn erhöhen.",
        last="Sie dauert etwa acht\xa0Wochen.",
        last_path=("Prostatakarzinom",),
        listed=(("", "", "awmf:043-022OL"), ("", "", "doi:10.1056/nejmoa2214122")),
        aside=("page_title",),
    ),
)
