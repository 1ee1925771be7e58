"""Text that an import set aside comes back into the body, by a person's word; a later import keeps it there."""

from collections.abc import Iterable
from dataclasses import replace

from sqlmodel import Session, col, select

from citations.kinds import StatementKind
from citations.models import Page, Revision, SetAsideText, Statement
from citations.pages import lapse_rule, propose_harm, time_words
from citations.pages.sentences import sentences
from citations.records import DraftStatement, PageDraft
from jobs.entries import stand_behind
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import ConflictError, RefusedError, UnknownError
from service.acts.import_statements import add_statements

_CONTEXT = 32


def take_back(session: Session, moment: Moment, by: str, set_aside_id: int) -> list[int]:
    """Add the sentences of a text that was set aside at the end of its page; return their ids.

    Raises UnknownError for an unknown one, ConflictError if it is back already, RefusedError if a newer revision of
    the page no longer has it.
    """
    row = session.get(SetAsideText, set_aside_id)
    if row is None:
        raise UnknownError("refused.unknown_set_aside", number=set_aside_id)
    if row.taken_back_at is not None:
        raise ConflictError("conflict.taken_back_already", who=row.taken_back_by)
    page, revision = session.get_one(Page, row.page_id), session.get_one(Revision, row.revision_id)
    if _newest(session, row.page_id) != row.revision_id:
        raise RefusedError("refused.older_revision", number=revision.number)
    row.taken_back_at, row.taken_back_by = moment.now, by
    at = max(0, revision.text.find(row.text))
    drafts = _drafts(revision.text, row.text, at)
    last = select(Statement.position).where(Statement.page_id == row.page_id).order_by(col(Statement.position).desc())
    ids = add_statements(session, page, revision, drafts, (session.exec(last).first() or 0) + 1, moment)
    after: dict[str, object] = {"text": row.text, "statements": ids}
    event = record(session, moment, by, "take_back", f"page:{row.page_id}", before={"why": row.why}, after=after)
    subjects = stand_behind(session, row.page_id)
    settle(session, event, moment, Touched(pages={row.page_id}, statements=set(ids), subjects=subjects))
    return ids


def with_taken_back(session: Session, page: Page | None, draft: PageDraft) -> PageDraft:
    """Return a draft of a page in which what people took back before stands in the body again, at its end."""
    if page is None or not draft.set_aside:
        return draft
    rows = session.exec(
        select(SetAsideText.text).where(SetAsideText.page_id == page.id, col(SetAsideText.taken_back_at).is_not(None))
    )
    back = set(rows)
    again = [one for one in draft.set_aside if one.text in back]
    fresh = [statement for one in again for statement in _drafts(draft.text, one.text, one.start)]
    rest = tuple(one for one in draft.set_aside if one.text not in back)
    return replace(draft, statements=(*draft.statements, *fresh), set_aside=rest)


def _drafts(page_text: str, text: str, at: int) -> list[DraftStatement]:
    """Return the sentences of a stretch of a page, cut as the sentences of the body are."""
    return [_draft(page_text, at + start, at + end) for start, end in _spans(text)]


def _spans(text: str) -> Iterable[tuple[int, int]]:
    """Return (start, end) of every sentence, line by line: what was set aside may be a list of links."""
    at = 0
    for line in text.splitlines(keepends=True):
        yield from ((at + start, at + end) for start, end in sentences(line))
        at += len(line)


def _draft(page_text: str, start: int, end: int) -> DraftStatement:
    """Return one sentence with its selector and what the reader proposes for it."""
    exact = page_text[start:end]
    return DraftStatement(
        kind=StatementKind.SENTENCE,
        exact=exact,
        prefix=page_text[max(0, start - _CONTEXT) : start],
        suffix=page_text[end : end + _CONTEXT],
        start=start,
        end=end,
        heading_path=(),
        time_words=time_words(exact),
        harm=propose_harm(StatementKind.SENTENCE, exact, ()),
        lapse_rule=lapse_rule(exact),
    )


def _newest(session: Session, page_id: int) -> int | None:
    """Return the newest revision of a page."""
    newest = select(Revision.id).where(Revision.page_id == page_id).order_by(col(Revision.number).desc())
    return session.exec(newest).first()
