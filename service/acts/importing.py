"""What one import carries from step to step: the session, the moment, the person, the page and what was read of it."""

from dataclasses import dataclass, field

from sqlmodel import Session

from citations.models import Page, Revision, Source
from citations.records import PageDraft
from jobs.ledger import Moment, Touched, record
from jobs.versions import number
from service.acts.sources import Found


@dataclass(slots=True)
class ImportResult:
    """What an import did, in numbers an editor can check. ``unchanged``: the same text was there already."""

    page_id: int
    title: str
    url: str
    unchanged: bool = False
    statements: int = 0
    new_statements: int = 0
    carried: int = 0
    lost: int = 0
    listed: int = 0
    new_sources: int = 0
    known_sources: int = 0
    unread: list[str] = field(default_factory=list)
    set_aside: int = 0
    notices: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Importing:
    """One import under way. ``group_guideline`` is the guideline listed last in the present group of the list."""

    session: Session
    moment: Moment
    by: str
    page: Page
    revision: Revision
    draft: PageDraft
    touched: Touched
    result: ImportResult
    group: str = ""
    group_guideline: Source | None = None
    added: list[int] = field(default_factory=list)
    """Sources that nobody knew before this import."""

    def named(self, found: Found) -> None:
        """Note what is new or better known of a source since this page names it; what was learned is logged."""
        if found.new_source:
            self.added.append(number(found.source))
        if found.new_version or found.learned:
            self.touched.versions.add(number(found.version))
        if found.learned:
            about = f"source:{found.source.key}"
            record(self.session, self.moment, self.by, "record_fact", about, after=found.learned)

    @property
    def page_id(self) -> int:
        """Return the id of the page, which has been written."""
        return self.page.id or 0
