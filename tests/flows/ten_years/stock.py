"""The stock: guidelines, articles, pages and books, each with a history of its own. Other houses are in ``houses``."""

from datetime import date, timedelta
from itertools import count
from random import Random

from tests.flows.ten_years.script import DEAD, END, LONG, STEP, Scripted, days
from tests.registries.awmf import guideline, registration
from tests.registries.crossref import notice

_QUOTE = "Wer älter als siebzig Jahre ist, bekommt die halbe Menge."
_WORDS = "Die Behandlung dauert sechs Wochen und wird in der Klinik begonnen. Danach folgt eine Kontrolle. "
_SHELL = '<!doctype html><html><head><title>Portal</title></head><body><div id="root"></div></body></html>'
_BEFORE = date(2016, 1, 1)


def guideline_story(number: int, chance: Random) -> Scripted:
    """Return a guideline: prolonged in time or late, in work, gone from the list, then newer versions."""
    name = f"{100 + number // 900:03d}-{number % 900 + 1:03d}"
    title = f"Leitlinie Nummer {number}"
    source = Scripted("awmf", name, "Leitlinien", (
        "Leitlinienprogramm Onkologie (Deutsche Krebsgesellschaft, Deutsche Krebshilfe, AWMF): S3-Leitlinie "
        f"{title}, Langversion, 1.0, 2016, AWMF-Registernummer: {name.replace('-', '/')} "
        "(Stand 01/2016, aufgerufen am 14.11.2016)."
    ))  # fmt: skip
    version, stand, until = "1.0", "01.2016", date(2020, 6, 30)

    def record(**fields: object) -> dict[str, object]:
        return guideline(name, title, version=version, stand=stand, until=f"{until:%d.%m.%Y}", **fields)

    source.says.append((_BEFORE, "awmf", record()))
    told = [(_BEFORE, until)]
    plan = ["revision", "vanish", "prolong"] if number % 3 else ["vanish", "late"]
    chance.shuffle(plan)
    plan += ["minor", "major", "major"]
    major = 1
    for day in days(chance, END):
        if not plan:
            break
        what = plan[0]
        if (what == "late" and day < until + LONG) or (what == "prolong" and day + LONG > until):
            what = "quiet"  # neither the time to be late, nor to be early
        if what != "quiet" or plan[0] == "prolong":
            plan.pop(0)
        source.happened.append(what)
        if what == "revision":
            start = registration(name, title, start=f"{day:%d.%m.%Y}", planned=f"{day + 3 * LONG:%d.%m.%Y}")
            source.says.append((day, "awmf", [record(AWMFReleaseType="Überarbeitung"), start]))
            source.says.append((day + LONG, "awmf", record()))
            source.flag("under_revision", day, "awmf")
        elif what == "vanish":
            source.says += [(day, "awmf", None), (day + LONG, "awmf", record())]
        elif what in ("prolong", "late"):
            until = max(until, day) + timedelta(days=500)
            told.append((day, until))
            source.says.append((day, "awmf", record()))
        elif what in ("minor", "major"):
            major += what == "major"
            version = f"{major}.0" if what == "major" else f"{major}.1"
            stand, until = f"{day:%d.%m.%Y}", day + timedelta(days=1500)
            source.says.append((day, "awmf", record()))
            source.flag(f"superseded_{what}", day, "awmf")
    source.ends = _passed(told)
    return source


def _passed(told: list[tuple[date, date]]) -> list[date]:
    """Return since when the cited version was out of date: after each end that nobody had put off by then."""
    following = [*(day for day, _ in told[1:]), END + LONG]
    return [until + timedelta(days=1) for (_, until), after in zip(told, following, strict=True) if until < after]


def article_story(number: int, chance: Random) -> Scripted:
    """Return an article: corrections, a concern, a link that moves and dies, a newer version, the end of it."""
    doi = f"10.1000/study.{number:04d}x"
    source = Scripted("article", doi, "Fachartikel", (
        f"Miller A, Smith B. A study of drug {number}. Lancet. 2016 May;391({number}):{number + 1}-{number + 9}. "
        f"doi: {doi}."
    ))  # fmt: skip
    rows: list[dict[str, object]] = []
    comments: list[tuple[str, str, str]] = []
    numbers = count(1)
    pmid = str(700_000 + number)
    target = {"url": f"https://publisher.example/{doi}"}
    work: dict[str, object] = {"title": [f"A study of drug {number}"]}
    source.says += [(_BEFORE, "crossref:" + doi, work), (_BEFORE, "doi:" + doi, target)]
    plan = ["correction", "erratum", "moved", "dead", "expression_of_concern", "new_version", "correction"]
    chance.shuffle(plan)
    last = ("reinstated", "withdrawal", "retraction")[number % 3]
    for day, what in zip(days(chance, END), [*plan, last], strict=False):
        source.happened.append(what)
        if what == "moved":
            target = {"url": f"https://new.example/{doi}"}
            source.says.append((day, "doi:" + doi, target))
        elif what == "dead":
            source.says += [(day, "doi:" + doi, None), (day + LONG, "doi:" + doi, target)]
            source.flag("link_dead", day + timedelta(days=2), "doi", extra=DEAD)
        else:
            named = f"{doi}n{next(numbers)}"
            kind = "retraction" if what == "reinstated" else what
            rows.append(notice(kind, named, day.isoformat()))
            source.says.append((day, "crossref:" + doi, work | {"updated-by": list(rows)}))
            source.flag(_REASON[kind], day, "crossref")
            if kind in _PUBMED:
                comments.append((_PUBMED[kind], f"Lancet. {day:%Y %b %d};1:1. doi: {named}", str(900_000 + number)))
                said = {"doi": doi, "title": f"A study of drug {number}", "comments": list(comments)}
                source.says.append((day + timedelta(days=60), "pubmed:" + pmid, said))
        if what == "reinstated":
            rows.append(notice("reinstatement", f"{doi}b", (day + LONG).isoformat()))
            source.says.append((day + LONG, "crossref:" + doi, work | {"updated-by": list(rows)}))
    return source


_REASON = {
    "correction": "corrected",
    "erratum": "corrected",
    "expression_of_concern": "contradicted",
    "new_version": "superseded_major",
    "retraction": "retracted",
    "withdrawal": "withdrawn",
}
_PUBMED = {"retraction": "RetractionIn", "erratum": "ErratumIn"}


def page_story(number: int, chance: Random) -> Scripted:
    """Return a page: its text changes, loses what is quoted, it moves, dies and returns, and only looks missing."""
    name = f"haus/seite-{number:04d}x"
    source = Scripted("page", name, "Internetseiten", (
        f"Haus der Medizin: Behandlung {number}. {{site}}/page/{name} (aufgerufen am 14.11.2016)."
    ), quote=_QUOTE if number % 3 == 0 else "")  # fmt: skip
    text, quoted = 1, True

    def shown() -> dict[str, object]:
        title = f"Behandlung {number}"
        words = f"{_WORDS * 3} {_QUOTE if quoted else 'Das steht hier nicht mehr.'} Fassung {'abcdefghijklmnop'[text]}."
        body = f"<main><h1>{title}</h1><p>{words}</p></main>"
        page: object = f"<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>"
        return {"body": page} | ({"etag": f'"{number}-{text}-{quoted}"'} if number % 3 != 1 else {})

    source.says.append((_BEFORE, "page:" + name, shown()))
    plan = ["changed", "moved", "gone", "shell", "missing", "quote" if source.quote else "changed", "gone"]
    chance.shuffle(plan)
    place = name
    for day, what in zip(days(chance, END), plan, strict=False):
        source.happened.append(what)
        if what == "changed":
            text += 1
            source.says.append((day, "page:" + place, shown()))
            source.flag("content_changed", day, "page")
            continue
        if what == "quote":
            for at in (day, day + LONG):
                quoted = at != day
                source.says.append((at, "page:" + place, shown()))
                source.flag("content_changed", at, "page")
            source.flag("quote_lost", day, "page")
            continue
        if what == "moved":
            place = f"{name}-neu"
            source.says.append((day, "page:" + place, shown()))
            source.says.append((day, "page:" + name, {"redirect": f"/page/{place}"}))
            continue
        away: object = None
        if what == "gone":
            away = {"status": 410, "body": "<html></html>"} if chance.random() < 0.5 else None
            source.flag("link_dead", day + timedelta(days=2), "page", extra=DEAD)
        elif what == "shell":
            away = {"body": _SHELL}
        elif what == "missing":
            away = {"body": _SHELL.replace("Portal", "Seite nicht gefunden")}
        source.says += [(day, "page:" + place, away), (day + LONG, "page:" + place, shown())]
    return source


def book_story(number: int, _chance: Random) -> Scripted:
    """Return a book of which nobody ever says anything."""
    letter = "ABCDEFGHIKLMNOP"[number % 15]
    return Scripted(
        "book", f"{number:04d}", "Bücher", f"Huber {letter}: Lehrbuch der Medizin {number}. Springer, Berlin, 2015."
    )


assert STEP > LONG
