"""Words of German and English whose full stop does not end a sentence, as data. No rules live here, only lists."""

from citations.pages.word_lists import words

NEVER_LAST = words("""
    abb abs art bzw ca co dipl doz dr evtl fig figs ggf gg hr hrsg inkl kap lit mag max mind min nr nrn nos
    paragr
    priv prof sog st tab tbl univ verf vgl zit zzgl einschl exkl insb insbes bes entspr gem bspw mrs mr ms vs cf approx
    resp dept hl ing phil habil apl rer nat resp jun sen geb verh tgl wö mtl jährl allg eigtl urspr chir klin
    med radiol psych hist rd lat griech engl dt frz s. pkt ziff bd bde aufl ausg verl jg anm randnr rn zt ff
    chem biol pharm mikr syn sc""")
"""Lower-case, without the full stop: what follows belongs to the same sentence, unless it is a sentence opener."""

MAY_BE_LAST = words("etc usw ä")
"""Abbreviations that usually close a list: any capital letter after them begins a new sentence."""

OPENER_ONLY = words("""
    al bz ch chr ev gmbh inc ltd corp jr sr mio mrd jh jhd jhdt str tel std sek bzgl hbf jan feb mär apr jun
    jul aug
    sep sept okt oct nov dez dec mon u.s eds ed vol pp suppl bspw usf i.d.r wg betr zw gesch ges dgl o.g""")
"""Abbreviations after which only a typical sentence opener ("Die", "Bei", "The") begins a new sentence."""

SPACED_NEVER = words(
    "z.b d.h u.u i.d i.d.r z.t u.z o.g s.o s.u m.e m.s u.a.m e.g i.e v.a i.s i.s.d z.hd i.a i.w.s n.n dr.h.c m.w"
)
"""Abbreviations of several letters, written with or without spaces, that never close a sentence before a noun."""

OPENERS = words("""
    der die das den dem des ein eine einen einem einer eines es er sie wir ihr ich man dies diese dieser
    dieses
    diesen diesem jede jeder jedes jeden alle allen alles viele vielen einige manche mehrere wenige keine kein keinen
    in im ins bei beim für mit nach nachdem vor bevor von vom zu zum zur auf aus an am durch gegen ohne um über unter
    hinter neben innerhalb außerhalb gegenüber laut gemäß dank statt anstatt mittels mithilfe anhand aufgrund je ab
    sie sich beide beiden bestimmte andere anderen betroffene erst ebenfalls ferner hierbei hierzu hierfür dafür dagegen
    dahinter daneben darunter darauf daraus damals derzeit zurzeit bislang bisher gelegentlich gleichzeitig typisch
    während wegen trotz seit bis ob wenn falls weil da damit dass obwohl sobald solange auch aber doch denn und oder
    sondern jedoch allerdings außerdem zudem darüber daher deshalb deswegen danach dann dabei dadurch dazu darum daran
    davon dort hier heute häufig oft manchmal meist meistens selten so sofern somit sowohl insgesamt insbesondere
    inzwischen ist sind wird werden kann können soll sollen sollte muss müssen hat haben war waren wurde wurden
    was wer wie wo wann warum welche welcher welches wichtig weitere weiterhin zusätzlich zunächst später anschließend
    schließlich ebenso ebenfalls dennoch trotzdem nur nicht noch mehr bitte ihre ihr seine sein unsere etwa zwischen
    the a an this these those it its they we you he she there here in on at for with by from after before during if
    when while although because but and or however therefore thus also some many most few all no not such our your
    their patients as to of is are was were has have can should may both each other more""")
"""Words that typically begin a sentence, lower-case."""

COUNTED = words("""
    abb abbildung tab tabelle kapitel kap stadium grad typ version phase stufe seite gruppe nr nummer punkt
    teil
    band figure table chapter stage grade type step group hepatitis vitamin faktor klasse arm""")
"""Words before a number or a letter that is a name, not an ordinal: "Stadium 4." ends a sentence."""

DIVISIONS = words("""
    abschnitt absatz teil kapitel buch band artikel titel unterabschnitt paragraph satz nummer quartal halbjahr
    jahrhundert weltkrieg hirnnerv hirnnerven klasse ordnung grades lesung medizinische chirurgische""")
"""Nouns that an ordinal before them counts: "IV. Abschnitt" goes on."""

UNITS = words("""
    g mg kg µg μg mcg ng l ml dl cl µl cm mm m km nm h min s ms Gy mGy Sv mSv Hz kHz dB kJ kcal mmHg mol mmol""")
"""Units of measure: behind a number they end a sentence as any word does."""

MONTHS = words("""januar jänner februar feber märz april mai juni juli august september oktober november dezember
    january february march may june july october december""")

JOINED_NAMES = frozenset(("pharmnet.bund", "gesund.bund", "node.js", "gesundheit.gv"))
"""Names with a full stop inside, lower-case."""
