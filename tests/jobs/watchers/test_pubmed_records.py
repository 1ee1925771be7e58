"""Records of PubMed as they were recorded, and bytes that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.kinds import Lifecycle, LookOutcome, NoticeKind
from jobs.watchers import pubmed
from jobs.watchers.contract import WatchError
from jobs.watchers.pubmed_records import read_articles, reference_of
from tests.house import ROOT


def _read(name: str) -> bytes:
    return (ROOT / "tests" / "answers" / "pubmed" / name).read_bytes()


def test_a_recorded_chain_of_versions_is_read() -> None:
    articles = read_articles(_read("efetch-cd005296-three-versions.xml"))
    assert [(one.pmid, one.doi, one.dated, one.review) for one in articles.values()] == [
        ("17943848", "", "2007-10-17", "CD005296"),
        ("27905673", "10.1002/14651858.cd005296.pub3", "2016-12-01", "CD005296"),
        ("36512807", "10.1002/14651858.cd005296.pub4", "2022-12-13", "CD005296"),
    ]
    assert [one.value for one in pubmed.successors(articles["17943848"])] == ["10.1002/14651858.cd005296.pub3"]
    assert pubmed.notices(articles["36512807"]) == ()


def test_a_retraction_with_its_history_is_read() -> None:
    (article,) = read_articles(_read("efetch-retraction.synthetic.xml")).values()
    told = {one.kind: one.key for one in pubmed.notices(article)}
    assert told == {
        NoticeKind.RETRACTION: "retraction:pmid:20137807",
        NoticeKind.EXPRESSION_OF_CONCERN: "expression_of_concern:pmid:1",
        NoticeKind.ERRATUM: "erratum:lancet 2004 mar 6;363(9411):750",
    }
    assert (pubmed.lifecycle(article), reference_of(article).year) == (Lifecycle.RETRACTED, None)


def test_an_answer_nested_without_end_is_refused() -> None:
    deep = b"<PubmedArticleSet><PubmedArticle>" + b"<i>" * 20_000 + b"</i>" * 20_000
    with pytest.raises(WatchError):
        read_articles(deep + b"</PubmedArticle></PubmedArticleSet>")


@given(st.binary(max_size=300) | st.text(alphabet="<>/ab&;!-PMID", max_size=60).map(lambda text: text.encode()))
def test_no_bytes_break_the_reading(body: bytes) -> None:
    for whole in (body, b"<PubmedArticleSet><PubmedArticle>" + body + b"</PubmedArticle></PubmedArticleSet>"):
        try:
            read_articles(whole)
        except WatchError as error:
            assert error.outcome in {LookOutcome.PARSE_FAILED, LookOutcome.RATE_LIMITED}  # noqa: PT017 - any ending
