"""How many sources of each kind there are, and the pages that cite them, ten on each."""

from dataclasses import dataclass
from random import Random

from sqlmodel import Session, col, select

from citations.models import Source, Statement, Watch
from jobs.watching import plan
from service.acts.cite import Binding, bind
from service.db import Sessions
from tests.factories import EDITOR, bring_in, moment, version_of
from tests.flows.ten_years.houses import cochrane_story, esmo_story, medicine_story, onkopedia_story, patient_story
from tests.flows.ten_years.script import BEGIN, Scripted
from tests.flows.ten_years.stock import article_story, book_story, guideline_story, page_story

_ON_A_PAGE = 10


@dataclass(frozen=True, slots=True)
class Counts:
    """How many sources of each kind, and how many statements for each of them."""

    guidelines: int = 0
    patients: int = 0
    onkopedia: int = 0
    articles: int = 0
    cochrane: int = 0
    esmo: int = 0
    medicines: int = 0
    pages: int = 0
    books: int = 0
    statements: int = 3

    def stories(self, chance: Random) -> list[Scripted]:
        """Return the histories; a patient version stands behind its guideline."""
        found: list[Scripted] = []
        for number in range(self.guidelines):
            found.append(guideline_story(number, chance))
            if number < self.patients:
                found.append(patient_story(number, found[-1]))
        several = (
            (onkopedia_story, self.onkopedia), (article_story, self.articles), (cochrane_story, self.cochrane),
            (esmo_story, self.esmo), (medicine_story, self.medicines), (page_story, self.pages),
            (book_story, self.books),
        )  # fmt: skip
        return found + [tell(number, chance) for tell, count in several for number in range(count)]


def publish(sessions: Sessions, sources: list[Scripted], site: str, statements: int) -> dict[str, str]:
    """Import the pages that cite the sources, ten on each; return the names of the sources by their keys."""
    names: dict[str, str] = {}
    for first in range(0, len(sources), _ON_A_PAGE):
        part = sources[first : first + _ON_A_PAGE]
        lists: dict[str, list[str]] = {}
        for source in part:
            lists.setdefault(source.heading, []).append(source.line.replace("{site}", site))
        body = "\n".join(f"Etwa {n + 2} von 100 Menschen haben Merkmal {first}." for n in range(statements * len(part)))
        listed = "\n".join(f"{heading}\n" + "\n".join(lines) for heading, lines in lists.items())
        text = f"Behandlung im Überblick\n{body}\nQuellen\n{listed}\n"
        with sessions.write() as session:
            page_id = bring_in(session, text, moment(BEGIN), f"https://www.example.org/seite-{first}").page_id
            keys = {source.name: _key(session, source) for source in part if source.kind != "book"}
            names |= {key: name for name, key in keys.items()}
            _bind(session, page_id, [(keys[source.name], source) for source in part if source.name in keys])
    return names


def _bind(session: Session, page_id: int, sources: list[tuple[str, Scripted]]) -> None:
    """Bind a statement to each source, and let the substance of a medicine be known."""
    sentences = select(Statement.id).where(Statement.page_id == page_id).order_by(col(Statement.id))
    for (key, source), sentence in zip(sources, session.exec(sentences).all(), strict=False):
        version = version_of(session, key)
        if source.substance:
            session.get_one(Source, version.source_id).substances = source.substance
            session.flush()
            plan(session, [version.source_id], moment(BEGIN).now)
        bind(session, moment(BEGIN), EDITOR, sentence or 0, Binding(version.id or 0, quote=source.quote))


def _key(session: Session, source: Scripted) -> str:
    """Return the key of a source, by that of its look where the script does not say it."""
    if source.key:
        return source.key
    looks = select(Source.key).join(Watch, col(Watch.source_id) == col(Source.id))
    return session.exec(looks.where(col(Watch.key).endswith(source.name)).distinct()).one()
