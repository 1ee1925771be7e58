"""A published page comes in: revision, statements, list, sources, citations; then the ledger draws the dates."""

import hashlib
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from sqlmodel import Session, col, select

from citations.dates import BadDateError, earliest, read_iso
from citations.kinds import CitationState, Harm, SubjectKind
from citations.models import Access, Citation, Page, Revision, SetAsideText, Subject
from citations.pages import read_page
from citations.records import PageDraft
from jobs.entries import stand_behind
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import RefusedError
from jobs.standing import activate
from jobs.succession import put_families_in_order
from service.acts.doubles import notice
from service.acts.import_list import store_list
from service.acts.import_statements import store_mentions, store_statements
from service.acts.importing import Importing, ImportResult
from service.acts.take_back import with_taken_back


@dataclass(frozen=True, slots=True)
class Upload:
    """What somebody hands in: the page as bytes or text, its address, and what they know better than the page."""

    url: str
    data: bytes | str
    title: str = ""
    format: str = ""
    published: str = ""


def import_page(session: Session, moment: Moment, by: str, upload: Upload) -> ImportResult:
    """Store a page, or a new revision of it, and everything that follows; the same text again changes nothing.

    Raises PageUnreadableError for input that cannot be read, RefusedError for a wrong address or date.
    """
    url = page_address(upload.url)
    published = _published(upload.published, moment)
    draft = read_page(upload.data, url=url, format=upload.format or None, title=upload.title or None)
    page = session.exec(select(Page).where(Page.url == url)).first()
    draft = with_taken_back(session, page, draft)
    digest = hashlib.sha256(draft.text.encode("utf-8", "surrogatepass")).hexdigest()
    known = page is not None and page.retired_on is None and _latest_digest(session, page) == digest
    if page is not None and known and published in ("", page.published):
        _retitle(session, moment, by, page, upload.title)
        return ImportResult(_id(page), page.title, url, unchanged=True, statements=len(draft.statements))
    page = _again(session, page) if page is not None else _new_page(session, draft, url, moment)
    page.published = published or draft.published or page.published
    page.title = upload.title or draft.title or page.title
    revision = _revision(session, page, draft, digest, moment, by)
    result = ImportResult(_id(page), page.title, url, notices=list(draft.notices), set_aside=len(draft.set_aside))
    run = Importing(session, moment, by, page, revision, draft, Touched(pages={_id(page)}), result)
    _store(run)
    after: dict[str, object] = {"url": url, "revision": revision.number}
    settle(session, record(session, moment, by, "import_page", f"page:{page.id}", after=after), moment, run.touched)
    return result


def _retitle(session: Session, moment: Moment, by: str, page: Page, title: str) -> None:
    """Give a page the title that somebody hands in with the same text again."""
    if title and title != page.title:
        before: dict[str, object] = {"title": page.title}
        page.title = title
        record(session, moment, by, "retitle", f"page:{page.id}", before=before, after={"title": title})


def _store(run: Importing) -> None:
    """Store everything an import brings, in the order in which one thing needs the other."""
    ids = store_statements(run)
    store_list(run)
    store_mentions(run, ids)
    _set_aside(run)
    _infer_review(run.session, run.page)
    run.touched.versions |= put_families_in_order(run.session, run.touched.versions)
    run.touched.entries |= _entries(run)
    run.touched.subjects |= stand_behind(run.session, run.page_id)
    notice(run.session, run.moment, run.added)


def _entries(run: Importing) -> set[tuple[int, int]]:
    """Return every version the page uses: a new printed access moves the clocks of all that print none (8)."""
    used = select(Citation.version_id).where(Citation.page_id == run.page_id, Citation.state == CitationState.CONFIRMED)
    return {(run.page_id, version_id) for version_id in run.session.exec(used.distinct())}


def page_address(text: str) -> str:
    """Return an address in one spelling: lower-case host, no fragment. RefusedError unless it is http or https."""
    parts = urlsplit(text.strip())
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise RefusedError("refused.address", address=text)
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", parts.query, ""))


def _published(text: str, moment: Moment) -> str:
    """Return a publication date as stored; RefusedError for what is no date or lies ahead."""
    if not text:
        return ""
    try:
        read = read_iso(text)
    except BadDateError as error:
        raise RefusedError("refused.no_date", value=text) from error
    if read.earliest() > moment.today:
        raise RefusedError("refused.date_ahead", value=text, today=moment.today.isoformat())
    return str(read)


def _latest_digest(session: Session, page: Page) -> str:
    """Return the hash of the newest revision of a page."""
    newest = select(Revision.sha256).where(Revision.page_id == page.id).order_by(col(Revision.number).desc())
    return session.exec(newest).first() or ""


def _new_page(session: Session, draft: PageDraft, url: str, moment: Moment) -> Page:
    """Add the page and the subject for the page as a whole."""
    page = Page(
        url=url,
        title=draft.title or url,
        language=draft.language,
        first_seen_on=moment.today,
        imported_at=moment.now,
    )
    session.add(page)
    session.flush()
    session.add(Subject(kind=SubjectKind.PAGE, page_id=_id(page), harm=Harm.H0))
    return page


def _again(session: Session, page: Page) -> Page:
    """Return a page that is known; one that was retired is published again, and so is back in the work."""
    if page.retired_on is not None:
        page.retired_on = None
        whole = select(Subject.id).where(Subject.page_id == page.id, Subject.kind == SubjectKind.PAGE)
        activate(session, [number for number in session.exec(whole) if number is not None], active=True)
    return page


def _revision(session: Session, page: Page, draft: PageDraft, digest: str, moment: Moment, by: str) -> Revision:
    """Add the next revision of a page."""
    last = session.exec(
        select(Revision.number).where(Revision.page_id == page.id).order_by(col(Revision.number).desc())
    ).first()
    revision = Revision(
        page_id=_id(page),
        number=(last or 0) + 1,
        sha256=digest,
        encoding=draft.encoding,
        format="text",
        text=draft.text,
        notices=list(draft.notices),
        imported_at=moment.now,
        imported_by=by,
    )
    page.imported_at = moment.now
    session.add(revision)
    session.flush()
    return revision


def _set_aside(run: Importing) -> None:
    """Keep what was set aside, so that a person can take it back; what they took back before stays back."""
    run.session.add_all(
        SetAsideText(
            page_id=run.page_id,
            revision_id=run.revision.id or 0,
            position=position,
            text=one.text,
            why=one.why,
        )
        for position, one in enumerate(run.draft.set_aside)
    )


def _infer_review(session: Session, page: Page) -> None:
    """Take the latest printed access as the last whole-page review, unless a person recorded one (domain 8)."""
    session.flush()
    printed = session.exec(select(Access.on).where(Access.page_id == page.id, Access.origin == "printed")).all()
    days = [day for day in (earliest(on) for on in printed) if day is not None]
    if days and (page.reviewed_on is None or page.reviewed_inferred):
        page.reviewed_on, page.reviewed_inferred = max(days), True


def _id(row: Page | Citation) -> int:
    """Return the id of a stored row."""
    if row.id is None:
        raise RefusedError("refused.unsaved")
    return row.id
