"""Data sets and programs of a repository: "Roe A (2021). Title [Data set]. Zenodo. doi", "Title, Berlin: Zenodo"."""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.heads import head
from citations.references.lines import line_of
from citations.references.segments import segments, trim, unquoted
from citations.references.signs import has_any

_SIGNS = ("zenodo", "physionet", "figshare", "dryad", "dataverse", "mendeley data", "openneuro", "pangaea")
_REPOSITORY = re.compile(
    r"(?P<title>.*?)(?:^|, |: )(?:(?P<place>[A-ZÄÖÜ][\w. -]{2,30}): )?"
    r"(?P<who>(?:[A-Z]\w{2,20} )?(?:Zenodo|PhysioNet|[Ff]igshare|Dryad|Dataverse|Mendeley Data|OpenNeuro|PANGAEA"
    r"|Dryad Digital Repository))"
)
_SORT = re.compile(r"[.,]? ?[(\[](?:[Dd]ata ?[Ss]ets?|Datensatz|Computer software|Software|Code)[)\]]$")
"""What sort of thing it is, behind its title."""
_VERSION = re.compile(r"[,.]? \(?[Vv](?:ersion)?[ .]?(?P<v>\d+(?:\.\d+){0,3})\)?$")


def read(line: str) -> Reference | None:
    """Return the data set of a line that ends with the repository which keeps it, None for any other line."""
    peeled = line_of(line)
    if not has_any(_SIGNS, peeled.text.lower()):
        return None
    reference, rest = head(peeled.text)
    parts = segments(rest)
    hit = next((found for part in parts if (found := _REPOSITORY.fullmatch(part))), None)
    title = trim(hit["title"]) if hit and hit["title"] else parts[0] if parts else ""
    if hit is None or not title or hit.group() == title:
        return None
    title = _SORT.sub("", title)
    version = _VERSION.search(title)
    title = _SORT.sub("", title[: version.start()]) if version else title
    return replace(
        reference,
        kind="other",
        organisations=(*reference.organisations, Organisation(hit["who"])),
        title=unquoted(title),
        version=version["v"] if version else "",
        doi=peeled.doi,
        url=peeled.url,
        accessed=peeled.accessed,
        stand=peeled.stand,
    )
