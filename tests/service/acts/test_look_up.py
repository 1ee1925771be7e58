"""Fill in by identifier: who is asked, what comes of several answers, and what cannot be looked up."""

from collections.abc import Callable

import pytest
from pydantic import SecretStr

from citations.kinds import Lifecycle, SourceKind
from citations.records import Reference
from citations.sightings import Sighting
from jobs.refused import RefusedError
from service.acts.look_up import LookedUp, look_up, understood
from service.acts.looked_up import (
    Said,
    filled_of,
    found_fields,
    kind_of,
    reference_of,
    same_text,
    warnings_of,
)
from service.looking_up import looking
from service.settings import Settings
from tests.clocks import TODAY
from tests.registries import awmf, crossref, seed_world
from tests.registries.world import Outage, World

Look = Callable[..., LookedUp]
DOI, PMID = "10.1016/j.annonc.2021.07.006", "34303807"
ARTICLE = {
    "title": ["Soft tissue and visceral sarcomas"], "author": [{"given": "A.", "family": "Gronchi"}],
    "container-title": ["Annals of Oncology"], "volume": "32", "issue": "11", "page": "1348-1365",
    "publisher": "Elsevier BV", "issued": {"date-parts": [[2021, 11]]},
}  # fmt: skip
RECORD = {
    "title": "Soft tissue and visceral sarcomas.", "doi": DOI, "iso": "Ann Oncol", "journal": "Annals of oncology",
    "date": "2021 Nov", "volume": "32", "issue": "11", "pages": "1348-65", "authors": (("Gronchi", "A"),),
}  # fmt: skip


@pytest.fixture
def look(world: World, played_settings: Settings) -> Look:
    """Return how to look something up in ``world``, with the keys that are given."""

    def start(text: str, **keys: str) -> LookedUp:
        told = {f"{name}_key": SecretStr(key) for name, key in keys.items()}
        with looking(played_settings.model_copy(update=told), world.day) as client:
            return look_up(text, client)

    return start


def _asked(world: World) -> list[str]:
    return list(dict.fromkeys(registry for _, registry, _ in world.calls))


def _values(looked: LookedUp) -> dict[str, tuple[Said, ...]]:
    return {one.name: one.values for one in found_fields(looked)}


@pytest.mark.parametrize(
    "typed, meant",
    [
        (f"https://doi.org/{DOI.upper()}", ("doi", DOI)),
        (f"doi: {DOI}.", ("doi", DOI)),
        ("https://pubmed.ncbi.nlm.nih.gov/34303807/", ("pmid", PMID)),
        ("PMID: 34303807", ("pmid", PMID)),
        ("34303807", ("pmid", PMID)),
        (" 032/044OL ", ("awmf", "032-044OL")),
        ("awmf:032-044OL-patient", ("awmf", "032-044OL-patient")),
        ("ISBN 978-92-832-4502-5", ("isbn", "9789283245025")),
        ("CD003293.pub3", ("cochrane", "CD003293")),
        ("10.1002/14651858.CD003293.pub2", ("doi", "10.1002/14651858.cd003293.pub2")),
        ("https://www.example.org/a?b=c", ("url", "https://www.example.org/a?b=c")),
        ("www.example.org/a", ("url", "https://www.example.org/a")),
        ("http://localhost:8000/", ("url", "http://localhost:8000/")),
    ],
)
def test_what_is_typed_is_taken_for_what_it_is(typed: str, meant: tuple[str, str]) -> None:
    assert understood(typed) == meant


@pytest.mark.parametrize("typed", ["", "  ", "Weichgewebesarkome", "title:sarkome", "file:///etc/passwd", "x" * 5000])
def test_what_no_registry_knows_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(RefusedError) as refused:
        understood(typed)
    assert refused.value.key == "refused.look_up_what"


def test_an_isbn_with_a_wrong_digit_is_called_that(world: World) -> None:
    with pytest.raises(RefusedError) as refused:
        understood("978-92-832-4508-8")
    assert refused.value.key == "refused.no_isbn"
    assert world.calls == []


def test_of_a_doi_two_registries_tell_and_the_house_form_of_the_journal_wins(world: World, look: Look) -> None:
    world.on("2021-12-01", "crossref", DOI, ARTICLE)
    world.on("2021-12-01", "pubmed", PMID, RECORD)
    looked = look(DOI)
    assert _asked(world) == ["crossref", "pubmed"]
    found = reference_of(looked)
    assert (found.title, found.container, found.pmid) == ("Soft tissue and visceral sarcomas", "Ann Oncol", PMID)
    assert (found.publisher, found.doi, found.year) == ("", DOI, 2021)
    assert all(len(values) == 1 for values in _values(looked).values())
    assert _values(looked)["pages"] == (Said("1348-1365", ("crossref", "pubmed")),)
    assert kind_of(looked) is SourceKind.JOURNAL_ARTICLE
    assert looked.failed == ()


def test_where_registries_differ_both_values_are_shown_with_who_says_them(world: World, look: Look) -> None:
    world.on("2021-12-01", "crossref", DOI, ARTICLE)
    world.on("2021-12-01", "pubmed", PMID, RECORD | {"volume": "33", "authors": (("Gronchi", "A"), ("Miah", "AB"))})
    values = _values(look(DOI))
    assert values["volume"] == (Said("32", ("crossref",)), Said("33", ("pubmed",)))
    assert [one.text for one in values["authors"]] == ["Gronchi A", "Gronchi A\nMiah AB"]


def test_a_pmid_leads_on_to_the_registry_of_its_doi_and_nobody_is_asked_twice(world: World, look: Look) -> None:
    world.on("2021-12-01", "crossref", DOI, ARTICLE)
    world.on("2021-12-01", "pubmed", PMID, RECORD)
    looked = look(PMID)
    assert [seen.registry for seen in looked.sightings] == ["pubmed", "crossref"]
    assert [registry for _, registry, _ in world.calls] == ["pubmed", "crossref"]


def test_a_doi_of_another_agency_says_whose_it_is(world: World, look: Look) -> None:
    world.on("2021-12-01", "doi", "10.5281/zenodo.1", {"agency": "DataCite", "url": "https://zenodo.org/1"})
    with pytest.raises(RefusedError) as refused:
        look("10.5281/zenodo.1")
    assert (refused.value.key, refused.value.facts["agency"]) == ("look.crossref_other_agency", "DataCite")


def test_a_doi_of_nobody_is_not_found(look: Look) -> None:
    with pytest.raises(RefusedError) as refused:
        look("10.1016/nobody")
    assert refused.value.key == "look.doi_unknown"


def test_that_pubmed_does_not_list_an_article_is_no_news_but_that_it_failed_is(world: World, look: Look) -> None:
    world.on("2021-12-01", "crossref", DOI, ARTICLE)
    assert look(DOI).failed == ()
    world.outages.append(Outage("pubmed", TODAY, TODAY))
    failed = look(DOI).failed
    assert [(one.registry, one.why) for one in failed] == [("pubmed", "look.server_error")]


def test_a_retraction_is_warned_of_once_however_many_say_it(world: World, look: Look) -> None:
    row = [crossref.notice("retraction", "10.1016/notice", "2023-05-01"),
           crossref.notice("retraction", "10.1016/notice", "2023-05-01", "retraction-watch")]  # fmt: skip
    world.on("2021-12-01", "crossref", DOI, ARTICLE | {"updated-by": row})
    told = (("RetractionIn", "Ann Oncol. 2023 May 1. doi: 10.1016/notice", "37000000"),)
    world.on("2021-12-01", "pubmed", PMID, RECORD | {"comments": told})
    (warned,) = warnings_of(look(DOI), TODAY)
    assert (warned.word, warned.on, warned.registries) == ("retracted", "2023-05-01", ("crossref", "pubmed"))
    assert warned.url == "https://doi.org/10.1016/notice"


def test_an_older_version_of_a_review_is_told_of_the_newer_one(look: Look, world: World) -> None:
    first, second = "10.1002/14651858.cd003293", "10.1002/14651858.cd003293.pub2"
    for doi, year in ((first, 2003), (second, 2012)):
        journal = {"container-title": ["Cochrane Database of Systematic Reviews"]}
        world.on("2013-01-01", "crossref", doi, ARTICLE | journal | {"issued": {"date-parts": [[year]]}})
        world.on("2013-01-01", "doi", doi, {"url": "https://www.cochranelibrary.com/"})
    looked = look(first)
    assert kind_of(looked) is SourceKind.COCHRANE_REVIEW
    assert reference_of(looked).year == 2003
    (warned,) = warnings_of(looked, TODAY)
    assert (warned.word, warned.url) == ("newer", f"https://doi.org/{second}")
    newest = look("CD003293")
    assert (reference_of(newest).year, reference_of(newest).doi) == (2012, second)
    assert warnings_of(newest, TODAY) == ()


def test_a_register_number_gives_stand_version_and_end(world: World, look: Look) -> None:
    record = awmf.guideline(
        "032-044OL", "Adulte Weichgewebesarkome", version="1.1", stand="07.09.2021", until="06.09.2026",
        AWMFGuidelineClass="S3", links=[awmf.file("032-044OLl_S3_Adulte-Weichgewebesarkome_2022-06.pdf")],
    )  # fmt: skip
    world.on("2022-06-30", "awmf", "032-044OL", record)
    looked = look("032/044OL", awmf=awmf.KEY)
    filled = filled_of(looked)
    assert filled.kind is SourceKind.AWMF_GUIDELINE
    expected = {"label": "1.1", "as_of": "2021-09-07", "valid_until": "2026-09-06", "valid_until_origin": "register"}
    assert expected.items() <= filled.fields.items()
    assert [(one.word, one.on) for one in warnings_of(looked, TODAY)] == [("expired", "2026-09-06")]
    by_address = look("https://register.awmf.org/de/leitlinien/detail/032-044OL", awmf=awmf.KEY)
    assert reference_of(by_address) == reference_of(looked)


def test_without_the_key_of_the_register_a_person_is_sent_to_its_page(look: Look) -> None:
    with pytest.raises(RefusedError) as refused:
        look("032/044OL")
    assert refused.value.key == "look.awmf_no_key"


def test_a_page_gives_its_title_its_stand_and_its_address(world: World, look: Look, played: str) -> None:
    world.on("2026-01-01", "onkopedia", "weichgewebssarkome", {"title": "Weichgewebssarkome", "stand": "April 2019"})
    address = f"{played}/onkopedia/de/onkopedia/guidelines/weichgewebssarkome/@@guideline/html/index.html"
    looked = look(address)
    assert [seen.registry for seen in looked.sightings] == ["page"]
    assert reference_of(looked).url == address
    assert kind_of(looked) is SourceKind.WEB_PAGE
    guideline = look("https://www.onkopedia.com/de/onkopedia/guidelines/weichgewebssarkome/@@guideline/html/index.html")
    found = reference_of(guideline)
    assert (found.container, found.title, found.stand) == ("Onkopedia", "Weichgewebssarkome", "2019-04")
    assert kind_of(guideline) is SourceKind.ONKOPEDIA


@pytest.mark.parametrize(
    "address, why",
    [
        ("http://127.0.0.1:1/", "look.private_address"),
        ("http://[::1]/", "look.private_address"),
        ("http://169.254.169.254/latest/meta-data", "look.private_address"),
        ("http://user:word@example.org/", "look.credentials"),
        ("ftp://example.org/x", "look.no_address"),
    ],
)
def test_addresses_that_are_never_called_are_refused(look: Look, address: str, why: str) -> None:
    with pytest.raises(RefusedError) as refused:
        look(address)
    assert refused.value.key == why


def test_the_seed_world_can_be_looked_up(look: Look, world: World) -> None:
    world.__dict__.update(seed_world.seed_world().__dict__)
    for doi in (seed_world.ESMO, seed_world.COCHRANE, seed_world.BANNASCH):
        assert reference_of(look(doi)).title


@pytest.mark.parametrize(
    "name, one, other, same",
    [
        ("pages", "32–8", "32-38", True),
        ("pages", "1348-65", "1348-1366", False),
        ("pages", "e33693", "e33693", True),
        ("container", "Dtsch Arztebl Int", "Deutsches Ärzteblatt international", True),
        ("container", "Lancet", "Blood", False),
        ("title", "A study: of bones", "A Study of Bones.", True),
        ("authors", "Gronchi A\nMiah AB", "Gronchi A\nMiah A", True),
        ("authors", "Gronchi A", "Gronchi A\nMiah AB", False),
        ("isbn", "978-3-16-148410-0", "9783161484100", True),
        ("publisher", "Springer-Verlag", "Springer", True),
        ("volume", "3", "4", False),
    ],
)
def test_another_spelling_is_no_difference(name: str, one: str, other: str, same: bool) -> None:
    assert same_text(name, one, other) is same
    assert same_text(name, other, one) is same


def test_a_state_that_comes_without_a_notice_is_warned_of() -> None:
    seen = Sighting("onkopedia", "x", lifecycle=Lifecycle.SUPERSEDED, reference=Reference("guideline", title="X"))
    assert [one.word for one in warnings_of(LookedUp("url", "x", (seen,), ()), TODAY)] == ["superseded_major"]
