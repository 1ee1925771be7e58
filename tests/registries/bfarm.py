"""The feed of Rote-Hand-Briefe as played: RSS 2.0 with the twenty newest; by registries 8.

``world.on(day, "bfarm", "2026/rhb-arixtra.html", {"title": ..., "on": "Fri, 6 Feb 2026 09:00:00 +0100"})`` enters a
letter from that day on; ``description`` and ``link`` may be given. ``world.on(day, "bfarm", "html", True)`` answers
with a page for people and 200, ``"empty"`` with a feed without letters, ``"entities"`` with one that declares its own.
"""

from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from xml.sax.saxutils import escape

from tests.registries.server import Request, Response
from tests.registries.world import World

_FEED = "SiteGlobals/Functions/RSSFeed/DE/Pharmakovigilanz/Rote-Hand-Briefe/RSSNewsfeed.xml"
_FOLDER = "https://www.bfarm.de/SharedDocs/Risikoinformationen/Pharmakovigilanz/DE/RHB"
_NEWEST = 20


def answer(world: World, request: Request) -> Response:
    """Answer as the site does."""
    if request.path != _FEED:
        return Response(404, b"<html><title>Seite nicht gefunden</title></html>", "text/html")
    if world.says("bfarm", "html"):
        return Response(200, b"<!DOCTYPE html><html><head><title>RSS</title></head><body><p>RSS</p></body></html>")
    letters = [(key, said) for key, said in world.all("bfarm") if isinstance(said, Mapping)]
    letters.sort(key=lambda one: parsedate_to_datetime(str(one[1]["on"])), reverse=True)
    items = "" if world.says("bfarm", "empty") else "".join(_item(key, said) for key, said in letters[:_NEWEST])
    entities = '<!DOCTYPE rss [<!ENTITY a "aaaa">]>' if world.says("bfarm", "entities") else ""
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>{entities}<rss version="2.0"><channel><title>BfArM RSS-Feed</title>'
        f"<link>https://www.bfarm.de</link><description></description>{items}</channel></rss>"
    )
    return Response(200, text.encode(), "application/rss+xml")


def _item(key: str, said: Mapping[str, object]) -> str:
    link = str(said.get("link", f"{_FOLDER}/{key}?nn=591002"))
    return (
        f"<item><title>{escape(str(said['title']))}</title><link>{escape(link)}</link>"
        f"<pubDate>{said['on']}</pubDate><description>{escape(str(said.get('description', '')))}</description></item>"
    )
