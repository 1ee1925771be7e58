"""Dates as printed, and the same form with another day."""

import pytest

from citations.references.access_dates import find_access
from citations.references.printed_dates import date_at, reprint


@pytest.mark.parametrize(
    "text, iso",
    [
        ("04.03.2025", "2025-03-04"),
        ("4.3.25", "2025-03-04"),
        ("4. März 2025", "2025-03-04"),
        ("24. Nov. 2023", "2023-11-24"),
        ("2025-03-04", "2025-03-04"),
        ("March 4, 2025", "2025-03-04"),
        ("4 March 2025", "2025-03-04"),
        ("2021 Nov 3", "2021-11-03"),
        ("2021 Nov", "2021-11"),
        ("Juni 2022", "2022-06"),
        ("06/2022", "2022-06"),
        ("04 / 2019", "2019-04"),
        ("11/22", "2022-11"),
        ("12.2021", "2021-12"),
        ("2019", "2019"),
        ("13/2022", None),
        ("Haut", None),
        ("", None),
    ],
)
def test_a_printed_date_is_read(text: str, iso: str | None) -> None:
    found = date_at(text, 0)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    "text", ["04.03.2025", "4. März 2025", "2025-03-04", "March 4, 2025", "04/03/2025", "2025 Mar 4"]
)
def test_a_new_day_takes_the_form_of_the_old_one(text: str) -> None:
    old = date_at(text, 0)
    assert old is not None
    again = reprint(old, "2026-12-20")
    new = date_at(again, 0)
    assert new is not None
    assert (new.iso, new.form, new.end) == ("2026-12-20", old.form, len(again))


@pytest.mark.parametrize(
    "words",
    [
        "aufgerufen am",
        "zuletzt abgerufen am",
        "Zugriff am",
        "Zugriff:",
        "Zugegriffen:",
        "Abruf:",
        "Abrufdatum:",
        "accessed",
        "letzter Zugriff",
        "zuletzt geprüft am",
        "Accessed on",
        "abgerufen",
        "zuletzt eingesehen am",
        "Retrieved",
    ],
)
def test_an_access_date_is_found_behind_every_wording(words: str) -> None:
    found = find_access(f"Haut. Stand 01.01.2020, {words} 04.03.2025.")
    assert found is not None
    assert found[1].iso == "2025-03-04"
