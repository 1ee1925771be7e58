"""A week in her sheet, and back: what she changed is stored, what changed on both sides is shown and stays."""

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]  # has no types of its own
from sqlmodel import Session, func, select

from citations.formats import written
from citations.formats.sheets.columns import MARK_HEADING, SOURCES, STATEMENTS
from citations.kinds import Harm
from citations.models import Event, ImportedEntry, LikelyDouble, ListImport, Source, SourceVersion
from jobs.refused import ConflictError, RefusedError
from service.acts.edit_source import edit_source
from service.acts.sheets import SheetResult, bring_in, import_sheet, keep_sheet, preview_sheet
from service.acts.statements import set_harm
from service.db import Sessions
from service.reads.export_items import export_items
from service.reads.export_pages import statements_out
from tests.factories import EDITOR, bound, moment, statement_with, subject_of, version_of
from tests.factories import bring_in as bring_page_in

GUIDELINE = "awmf:032-044OL"
ARTICLE = "The diagnosis and treatment of soft tissue sarcomas of the limbs"
Cells = dict[str, Any]
Edit = Callable[[list[Cells]], object]


def carried(session: Session, form: str = "xlsx") -> bytes:
    """Return the sheet as it is carried away."""
    items = statements_out(session, moment().today) if form.startswith("statements") else export_items(session)
    return b"".join(written(form, items))


def edited(data: bytes, edit: Edit) -> bytes:
    """Return a workbook whose rows somebody edited, saved again; cells by technical name, ``mark`` the last."""
    book = load_workbook(BytesIO(data))
    sheet = book.active
    table = SOURCES if sheet.title == "Quellen" else STATEMENTS
    names = [*(column.name for column in table.columns), "mark"]
    rows = [dict(zip(names, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=2)]
    edit(rows)
    sheet.delete_rows(2, sheet.max_row)
    for row in rows:
        sheet.append([row.get(name) for name in names])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def row_of(rows: list[Cells], key: str = GUIDELINE) -> Cells:
    """Return the row of a source."""
    return next(row for row in rows if row["key"] == key)


def saying(rows: list[Cells], words: str) -> Cells:
    """Return the row of a statement with these words."""
    return next(row for row in rows if words in row["exact"])


def change(session: Session, edit: Edit, form: str = "xlsx") -> SheetResult:
    """Carry a sheet away, edit it and bring it in."""
    return import_sheet(session, moment(), EDITOR, edited(carried(session, form), edit))


def told(result: SheetResult) -> dict[str, int]:
    """Return the outcomes that there are."""
    return {outcome: n for outcome, n in result.counts.items() if n}


def problems(result: SheetResult) -> list[str]:
    """Return why rows were left out."""
    return [one.why for row in result.rows for one in row.problems]


@pytest.mark.parametrize("form", ["csv", "xlsx", "statements-csv", "statements-xlsx"])
def test_a_sheet_nobody_touched_changes_nothing(sessions: Sessions, form: str) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        bound(session, "Doxorubicin", harm=Harm.H3)
        before = session.exec(select(func.count()).select_from(Event)).one()
        result = import_sheet(session, moment(), EDITOR, carried(session, form))
        assert set(told(result)) == {"unchanged"}
        assert (result.form, result.rows) == (form, ())
        assert session.exec(select(func.count()).select_from(Event)).one() == before


def _correct(rows: list[Cells], fresh: Sequence[Cells] = ()) -> None:
    row = row_of(rows)
    row |= {"title": "Weichteilsarkome", "as_of": "06.06.2022", "label": 1.1, "year": 2022.0, "issue": "+7"}
    row |= {"valid_until": "2026-09-06", "organisations": 'AWMF [A]; "X; Y"'}
    rows.extend(fresh)


def test_what_she_changed_is_stored_and_goes_out_again(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        assert told(change(session, lambda rows: row_of(rows).update(issue="x"))) == {"changed": 1, "unchanged": 1}
        result = change(session, _correct)
        assert told(result) == {"changed": 1, "unchanged": 1}
        version = version_of(session, GUIDELINE)
        assert (version.title, version.as_of, version.label) == ("Weichteilsarkome", "2022-06-06", "1.1")
        seen: list[Cells] = []
        edited(carried(session), seen.extend)
        row = row_of(seen)
        assert (row["issue"], row["organisations"], row["year"]) == ("+7", 'AWMF [A]; "X; Y"', "2022")
        assert row["valid_until_origin"] == "gedruckt"


def test_the_same_sheet_twice_changes_nothing_the_second_time(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        fresh = {"title": "Neues Buch", "publisher": "Verlag", "year": 2020, "authors": "Muster A", "kind": "Buch"}
        data = edited(carried(session), partial(_correct, fresh=(fresh,)))
        assert told(import_sheet(session, moment(), EDITOR, data)) == {"changed": 1, "new": 1, "unchanged": 1}
        sources = session.exec(select(func.count()).select_from(Source)).one()
        again = import_sheet(session, moment(), EDITOR, data)
        assert "changed" not in told(again)
        assert (again.counts["new"], again.counts["known"], again.counts["conflict"]) == (0, 1, 0)
        assert session.exec(select(func.count()).select_from(Source)).one() == sources


def test_what_changed_here_only_stays(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        data = carried(session)
        edit_source(session, moment(), EDITOR, version_of(session, GUIDELINE).id or 0, {"title": "Hier"})
        assert told(import_sheet(session, moment(), EDITOR, data)) == {"kept": 1, "unchanged": 1}
        assert version_of(session, GUIDELINE).title == "Hier"


@pytest.mark.parametrize("choice, title", [("", "Hier"), ("here", "Hier"), ("sheet", "Dort")])
def test_what_changed_on_both_sides_is_shown_and_left_to_a_person(sessions: Sessions, choice: str, title: str) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        data = edited(carried(session), lambda rows: row_of(rows).update(title="Dort"))
        version = version_of(session, GUIDELINE)
        edit_source(session, moment(), EDITOR, version.id or 0, {"title": "Hier", "medium": "PDF"})
        shown = preview_sheet(session, moment(), EDITOR, data)
        assert told(shown) == {"conflict": 1, "unchanged": 1}
        cells = {cell.column: (cell.sheet, cell.here) for cell in shown.rows[0].cells}
        assert cells == {"title": ("Dort", "Hier"), "medium": ("", "PDF")}
        import_sheet(session, moment(), EDITOR, data, {shown.rows[0].name: choice})
        version = version_of(session, GUIDELINE)
        assert (version.title, version.medium) == (title, "PDF")


def test_without_its_mark_a_changed_row_must_be_decided(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        assert told(change(session, lambda rows: [row.update(mark=None) for row in rows])) == {"unchanged": 2}
        result = change(session, lambda rows: row_of(rows).update(mark="z1kaputt", title="Dort"))
        assert (result.counts["conflict"], problems(result)) == (1, ["reading.sheet_mark"])


@pytest.mark.parametrize(
    "cells, why",
    [
        ({"as_of": "31.02.2022"}, "refused.no_date"),
        ({"kind": "Merkblatt"}, "refused.edit_word"),
        ({"valid_until": "2020-01-01"}, "refused.valid_before_stand"),
        ({"awmf_number": "32-44"}, "refused.no_register_number"),
        ({"isbn": "9789283245026"}, "refused.no_isbn"),
        ({"et_al": "vielleicht"}, "refused.edit_word"),
        ({"authors": '"offen'}, "reading.sheet_list"),
        ({"cite_key": "gibtesnicht", "mark": None}, "reading.sheet_unknown"),
        ({"cite_key": None}, "reading.sheet_name_missing"),
    ],
)
def test_a_row_is_applied_whole_or_not_at_all(sessions: Sessions, cells: Cells, why: str) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        result = change(session, lambda rows: row_of(rows).update(cells | {"title": "Anders"}))
        assert told(result) == {"problem": 1, "unchanged": 1}
        assert problems(result) == [why]
        assert result.rows[0].line > 1
        assert version_of(session, GUIDELINE).title == "Adulte Weichgewebesarkome"


def test_a_column_nobody_may_change_is_reported_and_the_rest_of_the_row_applied(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        result = change(session, lambda rows: row_of(rows).update(accessed="2026-01-01", title="Anders"))
        assert (told(result), problems(result)) == ({"changed": 1, "unchanged": 1}, ["reading.sheet_read_only"])


def test_a_doubled_row_is_a_problem_and_a_missing_one_changes_nothing(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        result = change(session, lambda rows: rows.append(dict(row_of(rows))))
        assert (told(result), problems(result)) == ({"problem": 2, "unchanged": 1}, ["reading.sheet_twice"] * 2)
        assert told(change(session, lambda rows: rows.clear())) == {}
        assert session.exec(select(func.count()).select_from(SourceVersion)).one() == 2


def test_columns_may_be_moved_left_out_and_added(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        seen: list[Cells] = []
        edited(carried(session), seen.extend)
        row = row_of(seen)
        lines = [f"{MARK_HEADING},Notiz,Titel,Zitierschlüssel", f"{row['mark']},meins,Anders,{row['cite_key']}"]
        result = import_sheet(session, moment(), EDITOR, "\n".join(lines).encode())
        assert (told(result), result.ignored) == ({"changed": 1}, ("Notiz",))
        assert "year" in result.missing
        assert version_of(session, GUIDELINE).title == "Anders"
        assert version_of(session, GUIDELINE).year == 2022


def test_a_new_row_that_may_be_a_stored_source_is_proposed_with_its_reasons(sessions: Sessions) -> None:
    def add(rows: list[Cells]) -> None:
        rows.append({"kind": "Fachartikel", "title": ARTICLE.replace("of the limbs", "of limbs"), "year": "2011"})

    with sessions.write() as session:
        bring_page_in(session)
        data = edited(carried(session), add)
        shown = preview_sheet(session, moment(), EDITOR, data)
        assert session.exec(select(LikelyDouble)).all() == [], "a look stores nothing"
        assert import_sheet(session, moment(), EDITOR, data) == shown
        (row,) = shown.rows
        assert row.twin is not None
        assert (row.outcome, row.twin.title) == ("new", ARTICLE)
        assert row.twin.reasons == ("double.near_title", "double.same_year")
        assert session.exec(select(LikelyDouble.state)).all() == ["open"]


def test_statements_are_judged_bound_and_unbound(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        bound(session, "Doxorubicin", harm=Harm.H3)
        keys = sorted(session.exec(select(SourceVersion.cite_key)))
        wanted = "; ".join(reversed(keys))

        def edit(rows: list[Cells]) -> None:
            first, second, third = (saying(rows, words) for words in ("Doxorubicin", "Operation", "100.000"))
            first |= {"harm": "h2", "sources": wanted, "band": "A"}
            second |= {"no_source_because": "steht im Text davor"}
            third |= {"harm": "H9"}

        result = change(session, edit, "statements-xlsx")
        assert (result.counts["changed"], result.counts["problem"]) == (2, 1)
        assert sorted(problems(result)) == ["reading.sheet_read_only", "refused.edit_word"]
        statement = statement_with(session, "Doxorubicin")
        assert (statement.harm, statement.harm_by) == (Harm.H2, EDITOR)
        assert subject_of(session, statement).harm is Harm.H2
        assert statement_with(session, "Operation").no_source_because == "steht im Text davor"
        cleared = change(session, lambda rows: saying(rows, "Doxorubicin").update(sources=None), "statements-xlsx")
        assert cleared.counts["changed"] == 1
        unknown = change(
            session, lambda rows: saying(rows, "Doxorubicin").update(sources="niemand2020"), "statements-xlsx"
        )
        assert problems(unknown) == ["refused.unknown_cite_key"]
        added = change(session, lambda rows: rows.append({"exact": "Neuer Satz."}), "statements-xlsx")
        assert problems(added) == ["reading.sheet_no_new"]


def test_a_preview_changes_nothing_and_says_what_the_import_will(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        fresh = {"title": "Neues Buch", "isbn": "978-92-832-4502-5"}
        data = edited(carried(session), partial(_correct, fresh=(fresh, dict(fresh))))
        count = session.exec(select(func.count()).select_from(Event)).one()
        shown = preview_sheet(session, moment(), EDITOR, data)
        assert session.exec(select(func.count()).select_from(Event)).one() == count
        assert version_of(session, GUIDELINE).title == "Adulte Weichgewebesarkome"
        assert told(import_sheet(session, moment(), EDITOR, data)) == told(shown)


def test_a_draft_waits_and_is_compared_anew_when_it_is_brought_in(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        data = edited(carried(session), lambda rows: row_of(rows).update(title="Dort"))
        number = keep_sheet(session, moment(), EDITOR, "quellen.xlsx", data)
        assert told(preview_sheet(session, moment(), EDITOR, data)) == {"changed": 1, "unchanged": 1}
        edit_source(session, moment(), EDITOR, version_of(session, GUIDELINE).id or 0, {"title": "Hier"})
        result = bring_in(session, moment(), EDITOR, number, {})
        assert result.counts["conflict"] == 1
        row = session.get_one(ListImport, number)
        assert (row.state, row.format, row.data) == ("imported", "xlsx", b"")
        entry = session.exec(select(ImportedEntry)).one()
        assert (entry.outcome, entry.why, entry.raw) == ("problem", "sheet.conflict", "title: Dort")
        with pytest.raises(ConflictError):
            bring_in(session, moment(), EDITOR, number, {})


def test_a_change_of_harm_on_both_sides_is_a_conflict(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_page_in(session)
        statement = statement_with(session, "Doxorubicin")
        data = edited(
            carried(session, "statements-xlsx"),
            lambda rows: next(row for row in rows if row["id"] == str(statement.id)).update(harm="H0"),
        )
        set_harm(session, moment(), EDITOR, statement.id or 0, Harm.H1)
        assert import_sheet(session, moment(), EDITOR, data).counts["conflict"] == 1
        with pytest.raises(RefusedError):
            import_sheet(session, moment(), EDITOR, b"a;b\n")
