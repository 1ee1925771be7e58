"""Onkopedia as played: pages of guidelines, the list of them, archived texts, addresses that moved; by registries 5.

``world.on(day, "onkopedia", slug, {...})`` enters a page: ``title``, ``stand`` ("April 2019") in its head, ``text``
(markup of its body), ``banner`` (outside the main text). ``{"moved": "new-slug"}`` answers 301 to the new slug, with
``status`` another redirect; ``{"home": True}`` leads to the home page as a soft 404. The key of an archived text is
"slug/version-DDMMYYYYThhmmss". Slugs that the world does not know are 404. Each page stands in the list unless it has
``listed: False``.
"""

import re
from collections.abc import Mapping
from html import escape

from tests.registries.server import Request, Response
from tests.registries.world import World

_PLACE = re.compile(r"de/onkopedia/(archive/)?guidelines/([^/@]+(?:/version-\w+)?)(?:/@@guideline/html/index\.html)?")
_TAIL = "@@guideline/html/index.html"


def answer(world: World, request: Request) -> Response:
    """Answer as the site does."""
    path = request.path.rstrip("/")
    if path == "de/onkopedia/guidelines":
        return _html(_list(world))
    if path == "de/onkopedia":
        return _html("<html><head><title>Onkopedia</title></head><body><h1>Onkopedia</h1></body></html>")
    place = _PLACE.fullmatch(path)
    said = world.says("onkopedia", place.group(2)) if place else None
    if not isinstance(said, Mapping):
        return Response(404, b"<html><body><h1>Seite nicht gefunden</h1></body></html>", "text/html")
    if said.get("moved"):
        target = f"/onkopedia/de/onkopedia/guidelines/{said['moved']}/{_TAIL}"
        return Response(int(str(said.get("status", 301))), b"", "text/html", {"Location": target})
    if said.get("home"):
        return Response(302, b"", "text/html", {"Location": "/onkopedia/de/onkopedia"})
    return _html(_page(said))


def _list(world: World) -> str:
    pages = [(slug, said) for slug, said in world.all("onkopedia") if isinstance(said, Mapping) and "title" in said]
    links = [
        f'<li><a class="link" href="/de/onkopedia/guidelines/{slug}/{_TAIL}">'
        f"<span>{escape(str(said['title']))}</span></a></li>"
        for slug, said in pages
        if said.get("listed", True) and "/" not in slug
    ]
    return f"<html><body><h1>Leitlinien</h1><ul>{''.join(links)}</ul></body></html>"


def _page(said: Mapping[str, object]) -> str:
    title = escape(str(said.get("title", "")))
    stand = str(said.get("stand", ""))
    head = (
        f'<div class="meta"><span class="label">Stand</span> <span class="value">{stand}</span></div>' if stand else ""
    )
    return (
        f"<!doctype html><html><head><title>{title} — Onkopedia</title></head><body>"
        f'<nav><a href="/">Start</a></nav><div class="cookie-banner">{said.get("banner", "")}</div>'
        f'<main><h1>{title}</h1><div class="meta"><span class="label">ICD-10</span> <span>C48, C49</span></div>{head}'
        f"<p>{said.get('text', 'Der Text der Leitlinie.')}</p></main></body></html>"
    )


def _html(text: str) -> Response:
    return Response(200, text.encode(), "text/html; charset=utf-8")
