"""The printed list of sources of a page as it should stand now: in its own words and order, with renewed access dates.

The rule (domain 4.1, 6): while nothing changed, every line comes back byte for byte; a newer human access changes its
date and nothing else; an entry that was moved prints the newer version; prose is never rewritten.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import Session, col, select

from citations.dates import read_iso
from citations.formats import html, text
from citations.formats.item import ListedOut
from citations.kinds import CitationState
from citations.models import Access, Citation, ListedSource, Observation, Page, Source, SourceVersion
from citations.records import Reference
from citations.references import print_line, print_reference, read_line, renew_verbatim
from citations.stored import reference_of, short_name
from jobs.refused import UnknownError


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line as it should be printed. ``was`` is the line on the page; ``how`` same, renewed, moved, filled or prose.

    ``hint`` names the newer versions that a prose line should speak of: its words are the editor's. ``cite_key`` is the
    version that the line prints, "" for prose and for what nobody could read.
    """

    bullet: str
    text: str
    was: str
    how: str
    hint: str = ""
    cite_key: str = ""


@dataclass(frozen=True, slots=True)
class PrintedGroup:
    """A group of the list with its heading."""

    title: str
    lines: tuple[PrintedLine, ...]


@dataclass(frozen=True, slots=True)
class PrintedList:
    """The list of a page. ``missing`` are sources that sentences rest on and that no line names, as house lines."""

    page_id: int
    page_title: str
    page_url: str
    groups: tuple[PrintedGroup, ...]
    missing: tuple[str, ...]
    changed: int


@dataclass(frozen=True, slots=True)
class _Use:
    """A version as the page uses it on one line, with the version the line was printed for."""

    version: SourceVersion
    source: Source
    printed_version: int
    accessed: str
    facts: dict[str, str]

    @property
    def moved(self) -> bool:
        """Whether the page has gone over to another version than the line prints."""
        return (self.version.id or 0) != self.printed_version


def printed_list(session: Session, page_id: int) -> PrintedList:
    """Return the list as it should be printed now, in six questions. UnknownError for an unknown page."""
    page = session.get(Page, page_id)
    if page is None:
        raise UnknownError("refused.unknown_page", number=page_id)
    uses, loose = _uses(session, page_id)
    rows = session.exec(
        select(ListedSource)
        .where(ListedSource.page_id == page_id, ListedSource.state == "active")
        .order_by(col(ListedSource.position), col(ListedSource.id))
    )
    groups: list[tuple[str, list[PrintedLine]]] = []
    for row in rows:
        if not groups or groups[-1][0] != row.group:
            groups.append((row.group, []))
        groups[-1][1].append(_line(row, uses.get(row.id or 0, [])))
    made = tuple(PrintedGroup(title, tuple(lines)) for title, lines in groups)
    changed = sum(line.text != line.was for group in made for line in group.lines)
    missing = tuple(print_reference(reference_of(use.version), accessed=use.accessed or None) for use in loose)
    return PrintedList(page_id, page.title, page.url, made, missing, changed)


def lines_of(printed: PrintedList) -> list[ListedOut]:
    """Return the lines as the formats print them, each with the heading of its group."""
    return [ListedOut(group.title, line.bullet, line.text) for group in printed.groups for line in group.lines]


def as_text(printed: PrintedList) -> str:
    """Return the list as plain text: groups apart by an empty line, each line as the house prints it."""
    return "".join(text.render_lines(lines_of(printed)))


def as_html(printed: PrintedList) -> str:
    """Return the list as HTML to paste: a heading per group, paragraphs, and lists where lines had bullets."""
    return "".join(html.render_lines(lines_of(printed)))


def _line(row: ListedSource, uses: list[_Use]) -> PrintedLine:
    """Return one line: prose as it is, a moved entry anew, any other with what changed and nothing else."""
    if row.reading != "reference" or not uses:
        hint = ", ".join(short_name(use.version, use.source.key, use.source.title) for use in uses if use.moved)
        return PrintedLine(row.bullet, row.text, row.text, "prose" if row.reading != "reference" else "same", hint)
    use = _current(uses)
    if use.moved:
        reference = replace(reference_of(use.version), style=row.style)
        line = PrintedLine(row.bullet, print_reference(reference, accessed=use.accessed), row.text, "moved")
    else:
        line = _unmoved(row, use)
    return replace(line, cite_key=use.version.cite_key)


def _unmoved(row: ListedSource, use: _Use) -> PrintedLine:
    """Return a line whose version stands: filled with facts that people recorded, its access date renewed."""
    accessed = use.accessed or row.printed_access
    own = None if row.irregular or not row.style else read_line(row.text)
    if not isinstance(own, Reference):
        text = renew_verbatim(row.text, row.printed_access, accessed) if row.printed_access else row.text
        return PrintedLine(row.bullet, text, row.text, "same" if text == row.text else "renewed")
    filled: dict[str, Any] = {name: value for name, value in use.facts.items() if value and not getattr(own, name)}
    text = print_line(replace(own, style=row.style, **filled), accessed=accessed) or row.text
    how = "filled" if filled and text != row.text else "renewed"
    return PrintedLine(row.bullet, text, row.text, "same" if text == row.text else how)


def _current(uses: list[_Use]) -> _Use:
    """Return the use that counts on a line: one that no other use of the line supersedes."""
    ids = {use.version.id for use in uses}
    return next((use for use in uses if use.version.superseded_by_id not in ids), uses[-1])


def _uses(session: Session, page_id: int) -> tuple[dict[int, list[_Use]], list[_Use]]:
    """Return the live entries of a page by line, and the versions sentences rest on that no line names."""
    rows = session.exec(
        select(Citation, SourceVersion, Source)
        .join(SourceVersion, col(SourceVersion.id) == col(Citation.version_id))
        .join(Source, col(Source.id) == col(SourceVersion.source_id))
        .where(
            Citation.page_id == page_id,
            col(Citation.state).in_([CitationState.CONFIRMED, CitationState.ENDED]),
        )
        .order_by(col(Citation.id))
    ).all()
    accessed, facts = _accesses(session, page_id), _facts(session, page_id)
    first = _printed_versions([citation for citation, _, _ in rows])
    by_line: dict[int, list[_Use]] = defaultdict(list)
    loose: dict[int, _Use] = {}
    for citation, version, source in rows:
        if citation.state is not CitationState.CONFIRMED:
            continue
        number, listed = version.id or 0, citation.listed_id or 0
        printed_for = first.get((listed, citation.subject_id), number)
        use = _Use(version, source, printed_for, accessed.get(number, ""), facts.get(number, {}))
        if citation.statement_id is None and listed:
            by_line[listed].append(use)
        elif citation.statement_id is not None:
            loose[number] = use
    named = {use.version.id for uses in by_line.values() for use in uses}
    return by_line, [use for number, use in loose.items() if number not in named]


def _printed_versions(citations: list[Citation]) -> dict[tuple[int, int], int]:
    """Return the version each entry of a line began with: the one its printed words speak of."""
    first: dict[tuple[int, int], int] = {}
    for citation in citations:
        if citation.statement_id is None and citation.listed_id is not None:
            first.setdefault((citation.listed_id, citation.subject_id), citation.version_id)
    return first


def _accesses(session: Session, page_id: int) -> dict[int, str]:
    """Return the last human access of each version for this page (domain 6); never inferred, never a machine's."""
    last: dict[int, str] = {}
    for version_id, on in session.exec(select(Access.version_id, Access.on).where(Access.page_id == page_id)):
        have = last.get(version_id)
        if have is None or read_iso(on).earliest() > read_iso(have).earliest():
            last[version_id] = on
    return last


def _facts(session: Session, page_id: int) -> dict[int, dict[str, str]]:
    """Return what people recorded of the versions a page uses and a line can show: version, Stand, number."""
    used = select(Citation.version_id).where(Citation.page_id == page_id, Citation.state == CitationState.CONFIRMED)
    rows = session.exec(
        select(Observation.version_id, Observation.values, SourceVersion)
        .join(SourceVersion, col(SourceVersion.id) == col(Observation.version_id))
        .where(col(Observation.version_id).in_(used), Observation.outcome == "recorded")
        .order_by(col(Observation.id))
    )
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for number, values, version in rows:
        stored = {"version": version.label, "stand": version.as_of, "awmf_number": version.awmf_number}
        found[number or 0] |= {name: stored[name] for name in stored if values.get(name)}
    return found
