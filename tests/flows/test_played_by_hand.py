"""The played registries, started by hand: they stand on a day, follow a script, and say how to ask them."""

import json
from pathlib import Path

import httpx
import pytest

from tests.processes import line, started, stop

pytestmark = pytest.mark.slow

DOI = "10.1000/played"


@pytest.mark.parametrize("day, status", [("2027-02-28", 404), ("2027-03-01", 200)])
def test_a_script_is_played_from_its_day_on(tmp_path: Path, day: str, status: int) -> None:
    script = tmp_path / "script.jsonl"
    said = {"day": "2027-03-01", "registry": "doi", "key": DOI, "value": {"url": "https://journal.example/played"}}
    script.write_text(json.dumps(said) + "\n", "utf-8")
    with started("tests.registries", "--port", "0", "--day", day, "--script", str(script)) as process:
        told = dict(line(process).removeprefix("export ").split("=", 1) for _ in range(14))
        assert httpx.get(f"{told['LEITSTAND_DOI_URL']}/api/handles/{DOI}").status_code == status
        assert told["LEITSTAND_ALLOW_HOSTS"] in told["LEITSTAND_AWMF_URL"]
        assert told["LEITSTAND_AWMF_KEY"]


def test_a_line_that_is_no_fact_is_named(tmp_path: Path) -> None:
    script = tmp_path / "script.jsonl"
    script.write_text('\n{"day": "2027-03-01"}\n', "utf-8")
    with started("tests.registries", "--port", "0", "--script", str(script)) as process:
        assert process.wait(timeout=30) == 1
        code, _, printed = stop(process)
        assert (code, "script.jsonl, line 2: KeyError('registry')" in printed) == (1, True)
