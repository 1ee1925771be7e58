"""The archive as played, where it saves; by registries section 9. What it holds is ``archive``.

It saves whatever it is asked for, after ``world.on(day, "web_archive", "pending", 2)`` questions (0 unless said), at
noon of the day. ``world.on(day, "web_archive", url, "error:blocked-url")`` lets one fail with the archive's words;
``world.on(day, "web_archive", "account", "key:secret")`` wants that account.
"""

import json
from urllib.parse import parse_qs

from tests.registries.server import Request, Response
from tests.registries.world import World


def answer(world: World, request: Request) -> Response:
    """Answer as web.archive.org does."""
    account = world.says("web_archive", "account")
    if account is not None and request.headers.get("authorization") != f"LOW {account}":
        return Response(401, json.dumps({"message": "You need to be logged in to use Save Page Now."}).encode())
    if request.method == "POST" and request.path == "save":
        url = parse_qs(request.body.decode()).get("url", [""])[0]
        return _json({"url": url, "job_id": f"spn2-{url}"})
    if request.path.startswith("save/status/"):
        return _json(_state(world, request.path.removeprefix("save/status/")))
    return Response(404, b"<html><title>Not Found</title></html>", "text/html")


def _state(world: World, job: str) -> dict[str, object]:
    url = job.removeprefix("spn2-")
    error = world.says("web_archive", url)
    asked = sum("save/status" in path for day, _, path in world.calls if day == world.day)
    if asked <= int(str(world.says("web_archive", "pending") or 0)):
        return {"status": "pending", "job_id": job, "resources": []}
    if error is not None:
        return {"status": "error", "job_id": job, "status_ext": error, "message": f"The capture failed ({error})."}
    timestamp = f"{world.day:%Y%m%d}120000"
    world.on(world.day, "archive", url, timestamp)
    return {"status": "success", "job_id": job, "original_url": url, "timestamp": timestamp}


def _json(value: dict[str, object]) -> Response:
    return Response(200, json.dumps(value).encode())
