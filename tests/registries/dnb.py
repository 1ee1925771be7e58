"""The German National Library as played: SRU 1.1 with MARC 21 records, faults as 200 with a diagnostic; registries 7.

``world.on(day, "dnb", isbn13, [(tag, {code: text}), ...])`` enters the fields of a record, sorting marks included.
``world.on(day, "dnb", "diagnostic", "text")`` makes every answer a diagnostic.
"""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from tests.registries.server import Request, Response
from tests.registries.world import World

_HEAD = '<?xml version="1.0" encoding="UTF-8"?><searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/">'


def answer(world: World, request: Request) -> Response:
    """Answer as the interface does."""
    fault = world.says("dnb", "diagnostic")
    if fault is not None or request.query.get("recordSchema") != "MARC21-xml":
        return _xml(
            '<version>1.1</version><diagnostics><diag:diagnostic xmlns:diag="http://www.loc.gov/zing/srw/diagnostic/">'
            f"<diag:uri>info:srw/diagnostic/1/6</diag:uri><diag:message>{fault or 'schema'}</diag:message>"
            "</diag:diagnostic></diagnostics>"
        )
    fields = world.says("dnb", request.query.get("query", "").removeprefix("num="))
    if not isinstance(fields, Iterable):
        return _xml("<version>1.1</version><numberOfRecords>0</numberOfRecords>")
    record = "".join(
        f'<datafield tag="{tag}" ind1=" " ind2=" ">'
        + "".join(f'<subfield code="{code}">{escape(text)}</subfield>' for code, text in parts.items())
        + "</datafield>"
        for tag, parts in fields
    )
    return _xml(
        '<numberOfRecords>1</numberOfRecords><records><record><recordData><record xmlns="http://www.loc.gov/MARC21/slim">'
        f'<controlfield tag="001">1234567890</controlfield>{record}</record></recordData></record></records>'
    )


def _xml(inside: str) -> Response:
    return Response(200, f"{_HEAD}{inside}</searchRetrieveResponse>".encode(), "text/xml;charset=UTF-8")
