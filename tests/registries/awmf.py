"""The guideline register of the AWMF as played: list, search, single numbers; by registries section 1.

``world.on(day, "awmf", "032-044OL", [record, ...])`` enters the records of a number, written with ``guideline`` and
``registration`` below; a mapping is one record. Under the key "answer" stands what every call answers instead: a
(status, body) pair. Under "refusal" stands the status of "Unauthorized" (200 unless said: only the body tells).

Oddities: every call wants the header Api-Key with ``KEY``; any other path gives the app shell with status 200; limit
and offset come back as text; the list is grouped by society, a guideline and its registration stand side by side.
"""

import json
from collections.abc import Mapping

from tests.registries.server import Request, Response
from tests.registries.world import World

KEY = "key-of-the-register"
SHELL = (
    b"<!doctype html><html><head><title>AWMF Leitlinienregister</title></head><body><app-root></app-root></body></html>"
)
Record = dict[str, object]


def guideline(number: str, name: str, **fields: object) -> Record:
    """Return a record of a guideline: ``stand``, ``until``, ``released`` as DD.MM.YYYY, ``version`` as "1.1"."""
    version = str(fields.pop("version", "1.0"))
    major, _, minor = version.partition(".")
    names = {"stand": "lastEdit", "until": "validUntilDate", "released": "releaseDate"}
    said = {names.get(field, field): value for field, value in fields.items()}
    return _record(number, name) | {"versionMajor": major, "versionMinor": minor} | said


def registration(number: str, name: str, **fields: object) -> Record:
    """Return the registration of a guideline or its update: ``start`` and ``planned`` as DD.MM.YYYY; others."""
    names = {"start": "startDate", "planned": "plannedCompletionDate"}
    said = {names.get(field, field): value for field, value in fields.items()}
    blank = {"versionLabel": "Registration", "versionMajor": "", "versionMinor": "", "links": []}
    return _record(number, name) | blank | {"AWMFReleaseType": "Überarbeitung"} | said


def file(media: str, type: str = "longVersion", **fields: object) -> Record:  # noqa: A002 - the register's word
    """Return a link to a stored file."""
    return {"active": 1, "href": "", "media": media, "title": "Langfassung", "type": type, **fields}


def _record(number: str, name: str) -> Record:
    society, _, serial = number.partition("-")
    return {
        "AWMFAssociationNumber": society,
        "AWMFDetailPage": f"https://register.awmf.org/de/leitlinien/detail/{number}",
        "AWMFGuidelineClass": "S3",
        "AWMFGuidelineID": number,
        "AWMFGuidelineNumber": serial,
        "AWMFReleaseType": "ohne",
        "description": "<p>…</p>",
        "institutions": {"leading": [{"name": "Deutsche Krebsgesellschaft e.V. (DKG)"}], "participating": []},
        "links": [file(f"{number}l_S3_Titel_2022-06.pdf")],
        "name": name,
        "titleKeywords": "",
        "versionLabel": "Guideline",
    }


def answer(world: World, request: Request) -> Response:
    """Answer as the register does."""
    said = world.says("awmf", "answer")
    if isinstance(said, tuple):
        return Response(said[0], said[1], "application/json" if said[1][:1] in b"{[" else "text/html")
    call, _, rest = request.path.partition("/")
    if call not in ("list", "search", "get"):
        return Response(200, SHELL, "text/html")
    if request.headers.get("api-key") != KEY:
        refusal = world.says("awmf", "refusal")
        return Response(refusal if isinstance(refusal, int) else 200, b'{"status":"error","message":"Unauthorized"}')
    records = _records(world)
    if call == "list":
        grouped: dict[str, list[Record]] = {}
        for record in records:
            grouped.setdefault(str(record["AWMFAssociationNumber"]), []).append(record)
        groups: list[Record] = [{"association": name, "guidelines": rows} for name, rows in grouped.items()]
        return _enveloped(groups, request, len(records))
    if call == "get":
        return _enveloped([one for one in records if one["AWMFGuidelineID"] == rest.replace("/", "-", 1)], request)
    return _found(records, request)


def _records(world: World) -> list[Record]:
    said = [value for key, value in world.all("awmf") if key not in ("answer", "refusal")]
    rows = [one for value in said for one in (value if isinstance(value, list) else [value])]
    return [dict(one) for one in rows if isinstance(one, dict)]


def _found(records: list[Record], request: Request) -> Response:
    """Search: any of the words, anywhere in name and keywords; most words first; page by offset."""
    words = request.query.get("keywords", "").lower().split()
    stems = [word[:12] for word in words]
    scored = [(sum(stem in f"{one['name']} {one['titleKeywords']}".lower() for stem in stems), one) for one in records]
    hits = [one for score, one in sorted(scored, key=lambda pair: -pair[0]) if score]
    first, limit = int(request.query.get("offset", "0")), int(request.query.get("limit", "20"))
    return _enveloped(hits[first : first + limit], request, len(hits))


def _enveloped(records: list[Record], request: Request, hits: int | None = None) -> Response:
    search: Mapping[str, str] = {
        "limit": request.query.get("limit", "20"), "offset": request.query.get("offset", "0"),
        "phrase": request.query.get("keywords", ""), "sorting": "_score:desc",
    }  # fmt: skip
    meta = {"hits": len(records) if hits is None else hits, "search": search, "status": "success"}
    return Response(200, json.dumps({"meta": meta, "records": records}, ensure_ascii=False).encode())
