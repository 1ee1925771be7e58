"""What an HTML page declares about itself: language, title, its own date. Not its text."""

import json
import re
from dataclasses import dataclass

from citations.pages.html_tree import Tree, collapsed
from citations.pages.page_date import stamp

_DATES = re.compile(r'"(dateModified|datePublished|lastReviewed)"\s{0,9}:\s{0,9}"([^"]{4,40})"')
_PREFERRED = ("dateModified", "article:modified_time", "last-modified", "dcterms.modified", "time", "datePublished")
_MORE = ("article:published_time", "date", "dcterms.date", "dc.date")
_LANGUAGE = re.compile(r"[a-z]{2}", re.IGNORECASE)
_LONGEST_SCRIPT = 200_000


@dataclass(frozen=True, slots=True)
class Facts:
    """Empty means: not declared. ``published`` is a partial ISO date."""

    title: str
    language: str
    published: str


def facts_of(tree: Tree) -> Facts:
    """Return what the page declares; of several dates the one that says when it was last changed."""
    found = _from_metas(tree)
    for script in tree.scripts:
        for name, value in _DATES.findall(_unescaped(script)):
            found.setdefault("dateModified" if name == "lastReviewed" else name, value)
    dates = (stamp(found[name]) for name in (*_PREFERRED, *_MORE) if name in found)
    return Facts(_title(tree), _language(tree), next((one for one in dates if one), ""))


def _unescaped(script: str) -> str:
    """Return JSON in plain writing where it is JSON; broken JSON is searched as it stands."""
    content = script[:_LONGEST_SCRIPT]
    try:
        return json.dumps(json.loads(content))
    except (ValueError, RecursionError):
        return content


def _from_metas(tree: Tree) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.metas:
        if meta.get("tag") == "time":
            found.setdefault("time", meta.get("datetime", ""))
            continue
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        name = name if name in ("dateModified", "datePublished") else name.lower()
        if name and meta.get("content"):
            found.setdefault(name, meta["content"])
    return found


def _title(tree: Tree) -> str:
    words = "".join(run.text for run in tree.runs[:20] if run.owner.tag == "title")
    return collapsed(words).strip()


def _language(tree: Tree) -> str:
    for element in tree.elements[:10]:
        match = _LANGUAGE.match(element.attributes.get("lang", ""))
        if match:
            return match.group().lower()
    return ""
