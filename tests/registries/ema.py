"""EMA's tables as played, in their envelope or bare; by registries 8.

``world.on(day, "ema", "EMEA/H/C/000001", {...})`` enters a row of the medicines table,
``world.on(day, "ema", "dhpc/evrysdi-0", {...})`` one of the table of safety letters; None takes it out. Columns are
named as EMA names them, days as DD/MM/YYYY; what is left out is "". ``world.on(day, "ema", "bare", True)`` leaves the
envelope away, ``"html"`` answers with a page for people and 200.
"""

import json
from collections.abc import Mapping

from tests.registries.server import Request, Response
from tests.registries.world import World

_MEDICINE = dict.fromkeys(
    (
        "category", "name_of_medicine", "ema_product_number", "medicine_status", "active_substance",
        "international_non_proprietary_name_common_name", "atc_code_human", "therapeutic_indication",
        "marketing_authorisation_date", "revision_number", "last_updated_date", "medicine_url",
    ),
    "",
) | {"category": "Human", "medicine_status": "Authorised"}  # fmt: skip
_LETTER = dict.fromkeys(
    (
        "category", "name_of_medicine", "procedure_number", "active_substances", "dhpc_type", "regulatory_outcome",
        "dissemination_date", "first_published_date", "last_updated_date", "dhpc_url",
    ),
    "",
)  # fmt: skip
_TABLES = {"medicines-output-medicines_json-report_en.json": "EMEA/", "dhpc-output-json-report_en.json": "dhpc/"}


def answer(world: World, request: Request) -> Response:
    """Answer as the site does: its tables are open, every other page asks who is there."""
    prefix = _TABLES.get(request.path.removeprefix("en/documents/report/"))
    if prefix is None:
        return Response(403, b"<html><title>Access denied</title></html>", "text/html")
    if world.says("ema", "html"):
        return Response(200, b"<html><title>Download medicine data</title></html>", "text/html")
    rows = [_row(key, said) for key, said in world.all("ema") if key.startswith(prefix) and isinstance(said, Mapping)]
    rows = rows or [_row(prefix + "0", {"name_of_medicine": "Anderes", "active_substance": "anderes"})]
    meta = {"total_records": len(rows), "timestamp": f"{world.day}T06:02:43Z"}
    return Response(200, json.dumps(rows if world.says("ema", "bare") else {"meta": meta, "data": rows}).encode())


def _row(key: str, said: Mapping[str, object]) -> dict[str, object]:
    if key.startswith("dhpc/"):
        return _LETTER | {"dhpc_url": f"https://www.ema.europa.eu/en/medicines/{key}"} | dict(said)
    name = str(said.get("name_of_medicine", "")).lower()
    page = f"https://www.ema.europa.eu/en/medicines/human/EPAR/{name}"
    return _MEDICINE | {"ema_product_number": key, "medicine_url": page} | dict(said)
