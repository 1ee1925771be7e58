"""Real printed lines with their fields: read as well as the field asks. Skips where the file is missing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from citations.references import fields, read_line

SHARED = Path(__file__).resolve().parents[4] / "shared"
GOLD = SHARED / "references-dev.jsonl"
SCORER = SHARED / "tools" / "score_references.py"


@pytest.mark.skipif(not (GOLD.exists() and SCORER.exists()), reason="the gold file is not beside the checkout")
def test_the_gold_lines_are_read_to_the_level_of_the_field(tmp_path: Path) -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    answers = [{"id": row["id"], "fields": fields(read_line(row["text"]))} for row in rows]
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("\n".join(map(json.dumps, answers)), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(GOLD), str(predicted)]
    lines, micro = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-2:]
    assert float(micro.split()[-1]) >= 0.95
    assert float(lines.split()[-1]) >= 0.95
