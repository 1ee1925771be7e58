"""``read-references`` says the fields of a line and how sure it is of each."""

import json

from click.testing import CliRunner

from service.cli.references import read_references


def test_every_filled_field_is_printed_with_how_sure_it_is() -> None:
    line = "S3-Leitlinie Melanom, AWMF-Registernummer: 032/024OL, abgerufen am 4.3.2025"
    row = json.loads(CliRunner().invoke(read_references, ["-"], input=line).stdout)
    assert set(row["sure"]) == {name for name, value in row["fields"].items() if value}
    assert row["sure"]["awmf_number"] == "certain"


def test_a_line_that_nobody_can_read_has_no_level() -> None:
    row = json.loads(CliRunner().invoke(read_references, ["-"], input="hm").stdout)
    assert row["sure"] == {}
