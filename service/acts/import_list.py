"""The printed list of an imported page: its lines, the sources behind them, and the dates on which they were opened."""

from dataclasses import replace

from sqlmodel import col, select

from citations.kinds import CitationState, SourceKind
from citations.models import Access, Citation, ListedSource, Source, SourceVersion
from citations.records import ListedLine, Reference, Unread
from jobs.flags import close_of_citations
from jobs.ledger import record
from jobs.standing import activate
from jobs.versions import number
from service.acts.access_rules import access_fault, stand_fault
from service.acts.cite import cite_on_page, end
from service.acts.findable import make_findable
from service.acts.importing import Importing
from service.acts.sources import Found, find_or_add, find_source

_GUIDELINES = (SourceKind.AWMF_GUIDELINE, SourceKind.AWMF_LIVING)


def store_list(run: Importing) -> None:
    """Store the lines in order; a line that was there keeps its row, one that is gone retires with its entries."""
    old = run.session.exec(
        select(ListedSource).where(ListedSource.page_id == run.page_id, ListedSource.state == "active")
    ).all()
    unused = dict(enumerate(old))
    entries: set[int] = set()
    named: list[tuple[int, ListedLine]] = []
    for line in run.draft.listed:
        row = _line(run, line, unused)
        named.append((row.id or 0, line))
        run.result.listed += 1
        entries |= _store_reading(run, row, line)
    for row in unused.values():
        row.state = "retired"
    gone = _gone(run, entries, [row.id or 0 for row in unused.values()])
    if gone:
        _end_entries(run, _unless_named(run, gone, entries, named))


def _line(run: Importing, line: ListedLine, unused: dict[int, ListedSource]) -> ListedSource:
    """Return the row of a line: the one with the same words if there is one, else a new one."""
    same = next((index for index, row in unused.items() if row.text == line.text), None)
    row = unused.pop(same) if same is not None else None
    if row is None:
        row = ListedSource(
            page_id=run.page_id, revision_id=run.revision.id or 0, position=line.position, text=line.text, reading=""
        )
        run.session.add(row)
    row.position, row.group, row.bullet = line.position, line.group, line.bullet
    row.reading = _word(line)
    row.irregular = line.irregular
    if isinstance(line.reading, Unread):
        row.why = line.reading.why
    if isinstance(line.reading, Reference):
        row.style, row.printed_access = line.reading.style, line.reading.accessed
    run.session.flush()
    if same is None:
        make_findable(run.session, "listed", {row.id or 0: row.text})
    return row


def _word(line: ListedLine) -> str:
    """Return the stored word for how a line was read."""
    if isinstance(line.reading, Reference):
        return "reference"
    return "unread" if isinstance(line.reading, Unread) else "prose"


def _store_reading(run: Importing, row: ListedSource, line: ListedLine) -> set[int]:
    """Store what a line names and return the entries it gives."""
    if line.group != run.group:
        run.group, run.group_guideline = line.group, None
    kept = _kept(run, row)
    if kept:
        _stays_filled_in(row, line)
        return kept
    if isinstance(line.reading, Unread):
        run.result.unread.append(line.text)
        return set()
    if isinstance(line.reading, Reference):
        return {_entry(run, row, line.reading, "")}
    return {
        _entry(run, row, mention.reference, line.text[mention.start : mention.end]) for mention in line.reading.mentions
    }


def _stays_filled_in(row: ListedSource, line: ListedLine) -> None:
    """Keep the reading of a line that nobody could read and a person filled in: its text stays as printed (4.1)."""
    if isinstance(line.reading, Unread):
        row.reading, row.why, row.irregular = "reference", "", True


def _kept(run: Importing, row: ListedSource) -> set[int]:
    """Return the entries a line has from an earlier import: while its words stay, what people decided on them holds."""
    rows = run.session.exec(
        select(Citation, Source)
        .join(SourceVersion, col(SourceVersion.id) == Citation.version_id)
        .join(Source, col(Source.id) == SourceVersion.source_id)
        .where(
            Citation.listed_id == row.id,
            col(Citation.statement_id).is_(None),
            Citation.state == CitationState.CONFIRMED,
        )
        .order_by(col(Citation.id))
    ).all()
    run.result.known_sources += len(rows)
    guidelines = [source for _, source in rows if source.kind in _GUIDELINES]
    run.group_guideline = guidelines[-1] if guidelines else run.group_guideline
    return {citation.id or 0 for citation, _ in rows}


def _entry(run: Importing, row: ListedSource, reference: Reference, mention: str) -> int:
    """Find or add the source a reference names, put it on the page, and keep its printed access."""
    reference = _with_real_stand(run, row, reference)
    found = find_or_add(run.session, reference, run.moment.today, _read_on(run))
    run.result.new_sources += found.new_source
    run.result.known_sources += not found.new_source
    run.named(found)
    _family(run, found)
    citation = cite_on_page(run, found.version, row, mention)
    if reference.accessed:
        _printed_access(run, row, found, reference.accessed)
    return citation.id or 0


def _read_on(run: Importing) -> str:
    """Return the latest access printed on the page: a version dated later is not the one it names (8)."""
    readings = [line.reading for line in run.draft.listed]
    printed = [reading.accessed for reading in readings if isinstance(reading, Reference) and reading.accessed]
    return max((on for on in printed if not access_fault(on, "", run.moment.today)), default="")


def _with_real_stand(run: Importing, row: ListedSource, reference: Reference) -> Reference:
    """Return the reference without a Stand that no calendar has or that lies ahead; the line keeps it, marked."""
    fault = stand_fault(reference.stand, run.moment.today)
    if not fault:
        return reference
    row.why, row.irregular = fault, True
    run.result.notices.append(fault)
    return replace(reference, stand="")


def _family(run: Importing, found: Found) -> None:
    """Tie a patient guideline to the guideline listed before it in its group (domain 4.2, line 85)."""
    kind = found.source.kind
    if kind in _GUIDELINES:
        run.group_guideline = found.source
    elif kind is SourceKind.AWMF_PATIENT_GUIDELINE and found.source.parent_id is None and run.group_guideline:
        found.source.parent_id = run.group_guideline.id
        run.touched.versions.add(number(found.version))


def _printed_access(run: Importing, row: ListedSource, found: Found, accessed: str) -> None:
    """Keep a printed access date once; one that breaks a rule stays in the line, marked, and counts for nothing."""
    fault = access_fault(accessed, found.version.as_of, run.moment.today)
    if fault:
        row.why, row.irregular = fault, True
        run.result.notices.append(fault)
        return
    known = select(Access).where(
        Access.version_id == found.version.id,
        Access.page_id == run.page.id,
        Access.on == accessed,
        Access.origin == "printed",
    )
    if run.session.exec(known).first() is None:
        run.session.add(
            Access(
                version_id=number(found.version),
                page_id=run.page_id,
                on=accessed,
                origin="printed",
                by=run.page.url,
                recorded_at=run.moment.now,
            )
        )


def _gone(run: Importing, kept: set[int], retired: list[int]) -> list[Citation]:
    """Return the page's entries whose line is gone from the list."""
    entries = select(Citation).where(
        col(Citation.listed_id).in_(retired),
        col(Citation.statement_id).is_(None),
        Citation.state == CitationState.CONFIRMED,
    )
    return [entry for entry in run.session.exec(entries) if entry.id not in kept]


def _unless_named(
    run: Importing, gone: list[Citation], kept: set[int], named: list[tuple[int, ListedLine]]
) -> list[Citation]:
    """Return what is gone but for entries whose source another line still names: those go over to that line."""
    lines = {
        source.id: row_id
        for row_id, line in named
        for reference in _references(line)
        if (source := find_source(run.session, reference)) is not None
    }
    listed = {run.session.get_one(SourceVersion, entry.version_id).source_id for entry in _entries(run, kept)}
    ending = []
    for entry in gone:
        source_id = run.session.get_one(SourceVersion, entry.version_id).source_id
        if source_id in lines and source_id not in listed:
            entry.listed_id = lines[source_id]
        else:
            ending.append(entry)
    return ending


def _references(line: ListedLine) -> list[Reference]:
    """Return what a line names."""
    if isinstance(line.reading, Unread):
        return []
    if isinstance(line.reading, Reference):
        return [line.reading]
    return [mention.reference for mention in line.reading.mentions]


def _entries(run: Importing, ids: set[int]) -> list[Citation]:
    """Return entries by id."""
    return list(run.session.exec(select(Citation).where(col(Citation.id).in_(ids))))


def _end_entries(run: Importing, gone: list[Citation]) -> None:
    """End entries of the page; what is bound to sentences stays bound."""
    if not gone:
        return
    about = f"page:{run.page.id}"
    event = record(run.session, run.moment, run.by, "unlist", about, before={"versions": [c.version_id for c in gone]})
    for citation in gone:
        end(citation, run.moment, run.by)
    run.session.flush()
    close_of_citations(run.session, event, [citation.id or 0 for citation in gone])
    activate(run.session, [citation.subject_id for citation in gone], active=False)
    run.touched.citations |= {citation.id or 0 for citation in gone}
