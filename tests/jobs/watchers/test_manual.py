"""Houses that a person looks at: which, where, how often; and registries whose key is not set."""

import pytest

from citations.kinds import SourceKind
from jobs.watchers import awmf, crossref, manual
from jobs.watchers.contract import Watched
from jobs.watchers.hashing import record_hash
from tests.jobs.watchers.conftest import Play


@pytest.mark.parametrize(
    "kind, identifiers, url, key",
    [
        (SourceKind.PORTAL, {"house": "fachinfo"}, "", "https://www.fachinfo.de"),
        (SourceKind.PORTAL, {"house": "pharmnet-bund"}, "", "https://www.pharmnet-bund.de"),
        (SourceKind.PORTAL, {"house": "pei"}, "", "https://www.pei.de"),
        (SourceKind.PORTAL, {"house": "iqwig"}, "www.iqwig.de/sarkome", "https://www.iqwig.de/sarkome"),
        (SourceKind.PORTAL, {"house": "oncomap"}, "", "https://www.oncomap.de"),
        (SourceKind.ORGANISATION, {"house": "deutsche-sarkom-stiftung"}, "", "https://www.sarkome.de"),
        (SourceKind.PORTAL, {"house": "bfarm"}, "", ""),
        (SourceKind.PORTAL, {"house": "ema"}, "", ""),
        (SourceKind.PORTAL, {"house": "g-ba"}, "", ""),
        (SourceKind.ORGANISATION, {"house": "verein-unbekannt"}, "", ""),
        (SourceKind.IQWIG_REPORT, {}, "https://www.iqwig.de/projekte/a24-12.html",
         "https://www.iqwig.de/projekte/a24-12.html"),
        (SourceKind.IQWIG_REPORT, {}, "", "https://www.iqwig.de/projekte/"),
        (SourceKind.DRUG_LABEL, {}, "", "https://www.fachinfo.de"),
        (SourceKind.DRUG_LABEL, {}, "https://www.ema.europa.eu/en/medicines/human/EPAR/yondelis", ""),
        (SourceKind.SAFETY_NOTICE, {}, "https://www.pei.de/brief.html", "https://www.pei.de/brief.html"),
        (SourceKind.SAFETY_NOTICE, {}, "https://www.bfarm.de/brief.html", ""),
        (SourceKind.NICE_GUIDELINE, {}, "", "https://www.nice.org.uk/guidance"),
        (SourceKind.ESMO_CPG, {"doi": "10.1016/x"}, "", ""),
        (SourceKind.AWMF_GUIDELINE, {"awmf": "032-044OL"}, "", ""),
        (SourceKind.WEB_PAGE, {"url": "example.org/a"}, "https://example.org/a", ""),
    ],
)  # fmt: skip
def test_the_key_is_the_address_that_a_person_opens(
    kind: SourceKind, identifiers: dict[str, str], url: str, key: str
) -> None:
    assert manual.key_of(kind, identifiers, url) == key
    assert manual.WATCHER.page(key) == key


def test_a_registry_without_its_key_is_looked_at_by_a_person_each_quarter(play: Play) -> None:
    without, with_key = play(), play(awmf="key")
    assert (manual.needs_hand(awmf.WATCHER, without), manual.needs_hand(awmf.WATCHER, with_key)) == (True, False)
    assert (manual.days_between(awmf.WATCHER, without), manual.days_between(awmf.WATCHER, with_key)) == (91, 7)
    assert awmf.WATCHER.page("032-044OL").endswith("/de/leitlinien/detail/032-044OL")
    assert manual.needs_hand(manual.WATCHER, with_key)
    assert not manual.needs_hand(crossref.WATCHER, without)


def test_nothing_is_looked_at_where_a_person_looks() -> None:
    assert (manual.WATCHER.look, manual.WATCHER.by_hand, manual.WATCHER.every_days) == (None, True, 91)
    assert Watched(1, "https://www.iqwig.de", SourceKind.PORTAL, "").before is None


def test_equal_records_have_equal_hashes_whatever_the_order_of_their_fields() -> None:
    assert record_hash({"a": [1, "ä"], "b": None}) == record_hash({"b": None, "a": [1, "ä"]})
    assert record_hash([1, 2]) != record_hash([2, 1])
    assert record_hash("\ud800") != record_hash("?")
    with pytest.raises(ValueError, match="JSON"):
        record_hash(float("nan"))
