"""The file with all decisions of the G-BA as played; element names as read from the real one, by registries 8.

``world.on(day, "gba", "2024-01-15-D-999", {"product": ..., "substances": [...], "on": "2024-07-04",
"indication": ...})`` enters a decision; ``url`` may be given. ``world.on(day, "gba", "broken", True)`` breaks the file
off in its middle, ``"html"`` answers with the page of terms and 200.
"""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from tests.registries.server import Request, Response
from tests.registries.world import World


def answer(world: World, request: Request) -> Response:
    """Answer as the site does."""
    if request.path != "G-BA_Beschluss_Info.xml":
        return Response(404, b"<html><title>Fehler</title></html>", "text/html")
    if world.says("gba", "html"):
        return Response(200, b"<html><body><p>Nutzungsbedingungen</p></body></html>", "text/html")
    decisions = [_decision(key, said) for key, said in world.all("gba") if isinstance(said, Mapping)]
    text = f'<?xml version="1.0" encoding="UTF-8"?><BE_COLLECTION>{"".join(decisions)}</BE_COLLECTION>'
    return Response(200, text.encode()[: len(text) // 2 if world.says("gba", "broken") else None], "text/xml")


def _decision(key: str, said: Mapping[str, object]) -> str:
    names = said.get("substances")
    substances = "".join(
        f"<WS_BEW><NAME_WS_BEW value={quoteattr(str(name))}/></WS_BEW>"
        for name in (names if isinstance(names, list) else [])
    )
    url = said.get("url", "https://www.g-ba.de/bewertungsverfahren/nutzenbewertung/999/")
    return (
        f'<BE><ID_BE value="{key[-3:]}"/><ID_BE_AKZ value="{key}"/><REG_NB value="Beschluss_reg"/><URL value="{url}"/>'
        f"<ZUL><NAME_HN value={quoteattr(str(said.get('product', '')))}/>"
        f"<AWG>{escape('<p>' + str(said.get('indication', '')) + '</p>')}</AWG></ZUL><PAT_GR_INFO_COLLECTION>"
        f'<ID_PAT_GR value="1"><DATUM_BE_VOM value="{said.get("on", "")}"/>'
        f"<AWG_KURZ value={quoteattr(str(said.get('indication', '')))}/>{substances}</ID_PAT_GR>"
        "</PAT_GR_INFO_COLLECTION></BE>"
    )
