"""Pages, statements and changes to export: one of each that is known, and any at all."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from citations.formats.page_item import ChangeOut, FeedOut, PageOut, StatementOut
from citations.kinds import Band, Clock, Harm, Reason, StatementKind
from tests.citations.formats.items import ARTICLE, GUIDELINE, ITEMS, PORTAL

NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)
BOUND = StatementOut(
    id=12,
    page_id=3,
    page_url="https://www.example.org/sarkome",
    page_title="Sarkome",
    position=4,
    kind=StatementKind.SENTENCE,
    exact="Doxorubicin ist meist das erste Medikament.",
    prefix="Überblick\n",
    suffix=" Eine Operation",
    start=24,
    harm=Harm.H3,
    sources=(GUIDELINE.cite_key, ARTICLE.cite_key, PORTAL.cite_key),
    due_on=date(2026, 9, 7),
    clock=Clock.VALIDITY,
    band=Band.A,
    points=73,
    reasons=(Reason.EXPIRED, Reason.ACCESS_STALE),
)
LOOSE = StatementOut(
    13, 3, BOUND.page_url, BOUND.page_title, 5, StatementKind.SENTENCE, "Etwa 4 erkranken.", harm=Harm.H1
)
LOST = StatementOut(14, 3, BOUND.page_url, BOUND.page_title, 6, StatementKind.SENTENCE, "Nicht mehr da.", state="lost")
PAGE = PageOut(
    id=3,
    url=BOUND.page_url,
    title="Sarkome",
    language="de",
    published="2025-03",
    reviewed_on=date(2026, 1, 2),
    reviewed_by="Anna",
    due_on=date(2028, 3, 14),
    statements=(BOUND, LOOSE, LOST),
    sources=(GUIDELINE, ARTICLE, PORTAL),
)
CHANGE = ChangeOut(
    "urn:uuid:7f6f0a3e-0000-5000-8000-000000000001", NOON, "Anna", "Seite eingelesen – Sarkome",
    "Titel: Sarkome", "http://127.0.0.1:8000/pages/3",
)  # fmt: skip
FEED = FeedOut(
    id="urn:uuid:7f6f0a3e-0000-5000-8000-000000000000",
    title="Leitstand: was sich geändert hat",
    url="http://127.0.0.1:8000/",
    own_url="http://127.0.0.1:8000/export/atom",
    language="de",
    updated=NOON,
    entries=(CHANGE,),
)

_TEXT = st.text(max_size=30)
_DAYS = st.none() | st.dates()
_AT = st.datetimes(timezones=st.just(UTC))
STATEMENTS = st.builds(
    StatementOut,
    id=st.integers(1, 2**31 - 1),
    page_id=st.just(3),
    page_url=st.just(BOUND.page_url),
    page_title=_TEXT,
    position=st.integers(0, 9999),
    kind=st.sampled_from(StatementKind),
    exact=_TEXT,
    prefix=_TEXT,
    suffix=_TEXT,
    start=st.integers(0, 10**6),
    harm=st.sampled_from(Harm),
    state=st.sampled_from(["active", "lost"]),
    sources=st.lists(_TEXT, max_size=2).map(tuple),
    due_on=_DAYS,
    clock=st.none() | st.sampled_from(Clock),
    band=st.none() | st.sampled_from(Band),
    reasons=st.lists(st.sampled_from(Reason), max_size=3).map(tuple),
    reviewed_on=_DAYS,
)
PAGES = st.builds(
    PageOut,
    id=st.just(3),
    url=st.just(BOUND.page_url),
    title=_TEXT,
    language=st.sampled_from(["de", "en", ""]),
    published=st.sampled_from(["", "2025", "2025-03", "2025-03-14"]),
    reviewed_on=_DAYS,
    reviewed_by=_TEXT,
    due_on=_DAYS,
    statements=st.lists(STATEMENTS, max_size=3).map(tuple),
    sources=st.lists(ITEMS, max_size=2).map(tuple),
)
_CHANGES = st.builds(
    ChangeOut, id=st.uuids().map(lambda one: one.urn), at=_AT, by=_TEXT, title=_TEXT, text=_TEXT, url=st.just(FEED.url)
)
FEEDS = st.builds(
    FeedOut,
    id=st.uuids().map(lambda one: one.urn),
    title=_TEXT,
    url=st.just(FEED.url),
    own_url=st.just(FEED.own_url),
    language=st.just("de"),
    updated=_AT,
    entries=st.lists(_CHANGES, max_size=3).map(tuple),
)
