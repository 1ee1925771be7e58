"""Laws for any item in any style: nothing of the data becomes markup, nothing of the house's facts is lost."""

import html
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.formats.csl.entries import printer
from citations.formats.csl.names import style_named
from citations.formats.item import ExportItem, house_note, partial
from citations.formats.tex.escaping import clean
from tests.citations.formats import items

STYLES = ("nlm", "vancouver", "ama", "apa", "deutsches-aerzteblatt", "springer-medizin")
LOCALES = ("de", "en")
OWN_TAGS = re.compile(r"</?(?:i|b|u|sup|sub)>")
HOSTILE = st.sampled_from(
    (
        "<b>bold</b>",
        "<script>alert(1)</script>",
        '<span class="nocase">SMITH</span>',
        "R&D &amp; &lt;p&gt;",
        "\ufdd0italic\ufdd1 \ufddb. \uffff",
        "]]><img src=x onerror=y>",
        "</p></section>",
    )
)


class _Tags(HTMLParser):
    """Collects tags and text; a tag that closes what is not open is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"i", "b", "u", "sup", "sub"}
        assert attrs == []
        self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def _hostile(item: ExportItem, text: str) -> ExportItem:
    names = ("title", "container", "publisher", "series", "edition", "url", "doi", "awmf_number", "stand", "accessed")
    changed: dict[str, Any] = dict.fromkeys(names, text)
    reference = replace(item.reference, **changed, authors=(text,), group_author=text)
    return replace(item, reference=reference)


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=30)
@given(item=items.ITEMS, locale=st.sampled_from(LOCALES))
def test_any_item_makes_one_line_whose_html_says_the_same(style: str, item: ExportItem, locale: str) -> None:
    line = printer(style_named(style), locale).line(item)
    assert line.text
    assert len(line.text.splitlines()) == 1
    shown = line.html or html.escape(line.text, quote=False)
    assert html.unescape(OWN_TAGS.sub("", shown)) == line.text


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=25)
@given(model=st.sampled_from(items.ONE_OF_EACH), text=HOSTILE | st.text(min_size=1, max_size=30))
def test_no_markup_of_the_data_gets_through(style: str, model: ExportItem, text: str) -> None:
    line = printer(style_named(style), "de").line(_hostile(model, text))
    parser = _Tags()
    parser.feed(line.html)
    parser.close()
    assert parser.opened == []
    assert "<" not in OWN_TAGS.sub("", line.html)


def test_the_text_has_no_entities_and_no_tags() -> None:
    line = printer(style_named("nlm"), "de").line(_hostile(items.GUIDELINE, "<b>A & B</b>"))
    assert "<b>A & B</b>" in line.text
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in line.html


@settings(max_examples=30)
@given(item=items.ITEMS)
def test_a_title_is_printed_whole(item: ExportItem) -> None:
    line = printer(style_named("nlm"), "de").line(item)
    assert clean(item.reference.title).rstrip(".?!… ") in line.text


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("item", items.ONE_OF_EACH, ids=lambda item: item.cite_key)
def test_stand_access_number_and_version_survive_in_every_style(style: str, item: ExportItem) -> None:
    german = printer(style_named(style), "de").line(item).text
    english = printer(style_named(style), "en").line(item).text
    reference, accessed = item.reference, partial(item.reference.accessed)
    for text in (german, english):
        assert reference.awmf_number in text
        assert reference.version in text
        assert accessed is None or str(accessed.year) in text
    if reference.stand:
        assert house_note(item).split(";")[0] in german
        assert "as of" in english


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=25)
@given(item=items.ITEMS)
def test_the_facts_of_the_house_survive_whatever_they_are(style: str, item: ExportItem) -> None:
    text = printer(style_named(style), "de").line(item).text
    for fact in (item.reference.awmf_number, item.reference.version):
        assert clean(fact).strip() in text
