"""Forms of the editor's pages, read into frozen records before an act is called. No database, no rules of the field."""

from dataclasses import dataclass
from datetime import date

from werkzeug.datastructures import FileStorage, MultiDict

from citations.kinds import Decision, Harm, Role, Status
from citations.policy import DEFAULTS
from jobs.facts import Fact
from service.acts.cite import Binding
from service.acts.facts import Opened
from service.acts.import_page import Upload
from service.acts.review import Verdict
from service.web.fields import Fault, Fields, FormError

Form = MultiDict[str, str]
LONGEST_PAGE = 2_000_000
"""Characters of a pasted page, markup and all; the text in it has the reader's own, narrower limit."""
LONGEST_SENTENCE = 20_000
FORMATS = ("", "text", "html")
_NO_TEXT = (
    (b"PK\x03\x04", "DOCX, ODT, ZIP"),
    (b"\xd0\xcf\x11\xe0", "DOC"),
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
)
"""How files begin that editors hand in by mistake: their bytes would else be complained of one by one."""


@dataclass(frozen=True, slots=True)
class PolicyEntry:
    """A number an administrator wants: None means that the clock does not run."""

    key: str
    value: int | None
    because: str


@dataclass(frozen=True, slots=True)
class PageDate:
    """The date a page gives as its own, as partial ISO ("" for none), and why it is changed."""

    published: str
    because: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Newer evidence against a sentence: its day, and where it stands."""

    on: date
    note: str


def read_upload(form: Form, file: FileStorage | None) -> Upload:
    """Return what somebody hands in: a file or pasted text, with address, title, format and date.

    FormError if both or neither came, if the address is missing, or a date is none.
    """
    fields = Fields(form)
    url = fields.line("url", longest=2000, needed=True)
    title = fields.line("title", longest=500)
    published = fields.partial("published")
    chosen = form.get("format", "").strip()
    if chosen not in FORMATS:
        fields.fault("format", "form.no_choice", value=chosen[:80])
    pasted = form.get("text", "")
    data: bytes | str = file.stream.read() if file is not None and file.filename else b""
    kind = next((kind for start, kind in _NO_TEXT if isinstance(data, bytes) and data.startswith(start)), "")
    if kind:
        fields.fault("file", "form.no_text_file", kind=kind)
    if data and pasted.strip():
        fields.fault("text", "form.file_or_text")
    if not data and not pasted.strip():
        fields.fault("file", "form.empty_file" if file is not None and file.filename else "form.page_missing")
    if len(pasted) > LONGEST_PAGE:
        fields.fault("text", "form.too_long", longest=LONGEST_PAGE, length=len(pasted))
    fields.check()
    # browsers send \r\n from a text area, whatever was pasted: the page's own line ends are plain
    return Upload(url, data or pasted.replace("\r\n", "\n"), title=title, format=chosen, published=published)


def read_verdict(form: Form) -> Verdict:
    """Return a decision with what was on the screen; a day stands for a ticked source without one, never for others."""
    fields = Fields(form)
    decision = fields.word("decision", Decision)
    verdict = Verdict(
        decision=decision,
        note=fields.text("note"),
        seen=fields.numbers("seen"),
        last_review=fields.number("last_review") or 0,
        accessed=_accessed(fields),
        moves=_moves(fields) if decision is Decision.SOURCE_UPDATED else {},
        words=fields.line("words", longest=LONGEST_SENTENCE) if decision is Decision.REVISED else "",
        until=fields.day("until") if decision is Decision.DEFERRED else None,
    )
    fields.check()
    return verdict


def _accessed(fields: Fields) -> dict[int, str]:
    """Return the days on which ticked versions were opened."""
    days = {}
    for version_id in fields.numbers("opened"):
        day = fields.day(f"opened_on-{version_id}", needed=True)
        days[version_id] = day.isoformat() if day else ""
    return days


def _moves(fields: Fields) -> dict[int, int]:
    """Return which citation moves to which version."""
    moves = {}
    for citation_id in fields.keyed("move"):
        version_id = fields.number(f"move-{citation_id}")
        if version_id:
            moves[citation_id] = version_id
    return moves


def read_binding(form: Form) -> Binding:
    """Return which version a sentence is bound to, in which role, where in it."""
    fields = Fields(form)
    version_id = fields.number("version", needed=True) or 0
    role = fields.word("role", Role, Role.SUPPORTS)
    binding = Binding(version_id, role, fields.line("locator", longest=300), fields.text("quote"))
    fields.check()
    return binding


def read_citation(form: Form) -> tuple[int, str]:
    """Return (citation, note) of an unbinding or a rejection."""
    fields = Fields(form)
    found = fields.number("citation", needed=True) or 0, fields.line("note")
    fields.check()
    return found


def read_place(form: Form) -> tuple[int, str]:
    """Return (citation, place) of what a citation points at; an empty place is none."""
    fields = Fields(form)
    found = fields.number("citation", needed=True) or 0, fields.line("locator", longest=300)
    fields.check()
    return found


def read_reason(form: Form, name: str, *, needed: bool) -> str:
    """Return a single reason in one line."""
    fields = Fields(form)
    text = fields.line(name, needed=needed)
    fields.check()
    return text


def read_harm(form: Form) -> Harm:
    """Return the chosen harm class."""
    fields = Fields(form)
    harm = fields.word("harm", Harm)
    fields.check()
    return harm


def read_contradiction(form: Form) -> Contradiction:
    """Return the newer evidence against a sentence."""
    fields = Fields(form)
    on, note = fields.day("on", needed=True), fields.text("note", needed=True)
    fields.check()
    if on is None:
        raise FormError(Fault("on", "form.needed"))
    return Contradiction(on, note)


def read_fact(form: Form) -> Fact:
    """Return what somebody read in a register; at least one of its facts."""
    fields = Fields(form)
    status = form.get("status", "").strip()
    fact = Fact(
        version=fields.line("version", longest=40),
        stand=fields.partial("stand"),
        valid_until=fields.partial("valid_until"),
        status=fields.word("status", Status) if status else None,
        awmf_number=fields.line("awmf_number", longest=40),
        note=fields.text("note"),
    )
    if not any((fact.version, fact.stand, fact.valid_until, fact.status, fact.awmf_number)) and not fields.faults:
        fields.fault("version", "form.no_fact")
    fields.check()
    return fact


def read_access(form: Form) -> Opened:
    """Return who opened which version when; at least one page it was for."""
    fields = Fields(form)
    version_id = fields.number("version", needed=True) or 0
    on, pages = fields.day("on", needed=True), fields.numbers("page")
    note = fields.line("note", longest=500)
    if not pages:
        fields.fault("page", "form.no_page")
    fields.check()
    return Opened(version_id, pages, on.isoformat() if on else "", note)


def read_policy(form: Form) -> PolicyEntry:
    """Return the new number for a key; an empty field or the tick for none means that the clock does not run."""
    fields = Fields(form)
    key = fields.line("key", longest=120, needed=True)
    if key not in DEFAULTS:
        fields.fault("key", "form.no_choice", value=key)
    value = fields.number("value", highest=1200)
    because = fields.line("because", needed=True)
    fields.check()
    return PolicyEntry(key, value, because)


def read_page_date(form: Form) -> PageDate:
    """Return the date a page gives as its own, and why it changes."""
    fields = Fields(form)
    found = PageDate(fields.partial("published"), fields.line("because", needed=True))
    fields.check()
    return found
