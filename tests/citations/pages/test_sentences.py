"""Where sentences end: a gold list of hard lines ("|" marks a cut), and laws that hold for any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.pages.sentences import sentences

GOLD = """
Man nimmt z. B. Wasser oder Tee.| Danach ruht man.
Man nimmt z.B. Wasser.| Das hilft.
Das heißt, d. h. Geduld ist nötig.
Der Verein Lichtblick e.V. (LB) hilft.| Er berät auch.
Der Verein Lichtblick e. V. bietet Kurse an.
Träger ist der Lichtblick e.V.| Die Beratung kostet nichts.
Müdigkeit, Husten u. a. Zeichen sind möglich.
Es traf Frauen, Männer bzw. Kinder.
Es waren ca. 40 Menschen.| Fast alle kamen wieder.
Das sagt Dr. med. Hanna Beispiel.| Sie leitet die Praxis.
Prof. Beispiel lehrt dort.| Dr. Muster auch.
Das zeigt Abb. 3 sehr gut.| In Tab. 2 steht mehr.
Siehe Nr. 5 der Liste.| Dort steht alles.
Nach § 35a Abs. 1 SGB V gilt das.| Ausnahmen gibt es.
Muster A. Dtsch Arztebl Int 2011; 108(3): 32–8.
Am 4. März begann der Kurs.| Er dauerte lange.
Seit dem 01. 02. 2024 gilt das.| Vorher nicht.
Das Buch liegt in der 5. Auflage vor.
Der Text von J. R. Müller ist alt.| Er passt trotzdem.
Die Daten stehen in PharmNet.Bund bereit.| Sie sind frei.
Mehr unter www.beispiel.de im Netz.| Oder am Telefon.
Die Adresse gesund.bund.de ist bekannt.
Rund 1.000 Menschen kamen.| Es wurden mehr.
Version 1.1 ist neu.| Version 2.0 folgt.
Und dann ... wartet man.
Er zögerte … und ging.
Muster et al. zeigten das.| Andere fanden es nicht.
Es kostet 2 Mio. Euro im Jahr.| Das ist viel.
Der Preis gilt inkl. Versand.
Gehen Sie ggf. Ihren Weg zur Praxis.
Dann sind evtl. Tests nötig.
Das ist so (vgl. Kapitel 2).| Dort steht es.
Die sog. Wächterzellen schwellen an.
In St. Gallen gibt es eine Praxis.
Die Gabe erfolgt i. v.| Danach wartet man.
Man gibt es p. o. oder i. v. über Stunden.
Es sind 5 mg/kg am Tag.| Mehr ist nicht gut.
Sie fragte: „Was nun?“| Niemand wusste es.
Sie fragte „Was nun?“ und ging.
Im Heft "Was nun?" (PDF) steht mehr.| Es ist frei.
Er rief: „Halt!“, aber niemand hielt.
Das wirkt (bei vielen).| Bei manchen nicht.
(Das gilt immer.)| Weiter geht es.
Die Gabe (meist am Abend. Selten am Morgen) ist leicht.
Das hilft gegen Husten.|Manchmal auch gegen Schnupfen.
Ein S3.Leitlinie-Kürzel bleibt ganz.
Das ist schlimm, oh! und ach! sagen viele.
Hilft das?| Ja.
Hilft das wirklich?| Meist schon.
Das ist gut belegt.[1]| Anderes nicht.
Das ist gut belegt. [1, 2]| Anderes nicht.
Das ist gut belegt.3| Anderes nicht.
Das ist gut belegt.²| Anderes nicht.
Er ist im Stadium 4.| Operationen sind dann selten.
Es war im Jahr 2012.| Heute ist es anders.
Sie kam in der 3. Woche wieder.
Das ist Phase III.| Die nächste folgt.
Der II. Weltkrieg ist lange her.
Es gibt Übelkeit, Schwindel usw.| Meist vergeht das.
Die Beispiel GmbH. ist klein.
Der Stoff hilft bei 15 %.| Das ist wenig.
Es fehlt Vitamin C.| Das holt man nach.
Die Gruppe traf sich um 18.30 Uhr.| Alle kamen.
Auf S. 12 steht es.| Auf S. 13 auch.
Das endet mit einem Fragezeichen?!| So ist es.
Man liest „Leben mit Angst. Ein Ratgeber“ gern.| Das Buch hilft.
Das gilt allg. Regeln zufolge nicht.
Er sagte: „Ich gehe. Ich komme wieder.“| Dann ging er.
Das Amt hat die Nr. 12.| Es öffnet um acht.
Die Strahlen treffen den Herd (s. Abb. 4).| Der Rest bleibt heil.
Der Wert liegt bei 3,5.| Normal ist weniger.
Es gibt 3 Formen: a) rasch, b) langsam.| Beide sind selten.
Das Ergebnis kam am 12.03.2024.| Es war gut.
Das Ergebnis kommt im Dez. 2024 heraus.
Dipl.-Psych. Muster hilft.| Sie hat Zeit.
Man misst min. 2 und max. 5 Stunden lang.
Der Arzt, Univ.-Prof. Muster, ist im Haus.
Das sind u. U. Folgen der Kur.
Bei V. a. Entzündung prüft man das Blut.
Take it e.g. in the morning.| Then rest.
Dr. Smith saw 12 patients.| Most of them were well.
This works (cf. Fig. 2).| See there.
Smith et al. found no effect.| Others did.
Is it safe?| It is.
It was 3.5 percent vs. 4 percent.| That is close.
There were no cases.| No. 5 was an exception.
"Does it help?" she asked.| Nobody knew.
Man spricht vom Stadium IV.| Hinter dem Wort steckt viel.
Es ist Grad III.| Tumorzellen wachsen dann rasch.
Siehe Kapitel IV. Abschnitt 2 regelt das.
Heinrich IV. war König.| Er starb alt.
Der V. Hirnnerv ist betroffen.
Papst Pius XII.| Er starb 1958.
Man nimmt höchstens 400 mg.| Schmerzmittel helfen rasch.
Man nimmt höchstens 400 mg.[3]| Schmerzmittel helfen rasch.
Das Öl wirkt (Kapseln zu 0,2 ml).| Loperamid hilft kurz.
"""


def cases() -> list[str]:
    return [line for line in GOLD.splitlines() if line.strip()]


def test_gold_list_is_long_enough() -> None:
    assert len(cases()) >= 60


@pytest.mark.parametrize("line", cases())
def test_hard_line_is_cut_where_a_reader_would(line: str) -> None:
    wanted = [part.strip() for part in line.split("|")]
    text = line.replace("|", "")
    assert [text[start:end] for start, end in sentences(text)] == wanted


def test_lost_space_after_a_full_stop_is_found() -> None:
    text = "Es gibt viele Formen.Dennoch ist das selten."
    assert [text[start:end] for start, end in sentences(text)] == ["Es gibt viele Formen.", "Dennoch ist das selten."]


@pytest.mark.parametrize(
    "text",
    ["Sie nutzt PharmNet.Bund gern.", "Das Portal Gesund.Bund.de hilft.", "Ein Fall von u.U.Not.", "Node.js läuft."],
)
def test_full_stop_inside_a_name_does_not_cut(text: str) -> None:
    assert len(sentences(text)) == 1


def test_no_break_spaces_count_as_spaces() -> None:
    text = "Man nimmt z.\u00a0B. Tee am 4.\u00a0März.\u00a0Das hilft."
    assert [text[start:end] for start, end in sentences(text)] == [
        "Man nimmt z.\u00a0B. Tee am 4.\u00a0März.",
        "Das hilft.",
    ]


@given(st.text(alphabet='ab AB.?!…()„“"12 \n\u00a0z.dß,-[]', max_size=120))
def test_sentences_are_ordered_and_leave_only_white_space_out(text: str) -> None:
    spans = sentences(text)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_no_sentence_begins_or_ends_with_white_space(text: str) -> None:
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in sentences(text))
