"""What pandoc, citation-js, bibutils and rispy understand of a file, each by its own rules."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import rispy

from tests.interop.programs import run, run_node
from tests.interop.sixty import SIXTY
from tests.interop.wanted import ET_AL, Facts, bodies

_CSL_KINDS = {
    "article-journal": "article", "webpage": "online", "regulation": "report", "": "online", "document": "online",
}  # fmt: skip
_RIS_KINDS = {"JOUR": "article", "RPRT": "report", "ELEC": "online", "BOOK": "book", "CHAP": "chapter"}
_GENRES = {
    "journal article": "article", "technical report": "report", "report": "report", "web page": "online",
    "electronic": "online", "miscellaneous": "online", "book": "book", "book chapter": "chapter",
    "collection": "chapter", "instruction": "manual",
}  # fmt: skip
_MODS = "{http://www.loc.gov/mods/v3}"
_MORE = ("others", "et al.")


def with_pandoc(text: str, folder: Path, *, written_as: str) -> list[Facts]:
    """Read with pandoc, which gives CSL-JSON."""
    said = run(["pandoc", "--sandbox", "-f", written_as.replace("-", ""), "-t", "csljson"], folder, text)
    return [_csl_facts(entry) for entry in json.loads(said)]


def with_citation_js(text: str, folder: Path, *, written_as: str) -> list[Facts]:
    """Read with citation-js, which gives CSL-JSON."""
    return [_csl_facts(entry) for entry in json.loads(run_node(f"citation-js {written_as}", folder, text))]


def _csl_facts(entry: Mapping[str, Any]) -> Facts:
    kind = _CSL_KINDS.get(entry["type"], entry["type"])
    names = [_csl_name(name) for name in entry.get("author", [])]
    return {
        "kind": kind,
        "key": str(entry["id"]),
        "title": entry.get("title", ""),
        "families": tuple(ET_AL if name in _MORE else name for name in names),
        "year": _csl_date(entry, "issued")[:4],
        "doi": entry.get("DOI", ""),
        "url": entry.get("URL", ""),
        "number": entry.get("number", "") if kind in ("report", "online") else "",
        "journal": entry.get("container-title", "") if kind in ("article", "chapter") else "",
        "volume": entry.get("volume") or entry.get("collection-number", ""),
        "issue": str(entry.get("issue", "")),
        "pages": entry.get("page", "") or (entry.get("number", "") if kind == "article" else ""),
        "publisher": entry.get("publisher", "") if kind in ("report", "book", "chapter") else "",
        "isbn": entry.get("ISBN", ""),
        "accessed": _csl_date(entry, "accessed"),
        "note": entry.get("note", ""),
    }


def _csl_name(name: Mapping[str, str]) -> str:
    parts = (name.get("dropping-particle"), name.get("non-dropping-particle"), name.get("family"))
    return name.get("literal") or " ".join(filter(None, parts))


def _csl_date(entry: Mapping[str, Any], name: str) -> str:
    parts = entry.get(name, {}).get("date-parts", [[]])[0]
    return "-".join(f"{int(part):02d}" for part in parts)


def with_bibutils(text: str, folder: Path, *, program: str) -> list[Facts]:
    """Read with bibutils, which gives MODS; of a RIS file it must be told which names are no people's."""
    (folder / "in").write_text(text, encoding="utf-8", newline="")
    (folder / "bodies").write_text("\n".join(sorted(bodies(SIXTY))) + "\n", encoding="utf-8")
    told = ["--asis", "bodies"] if program == "ris2xml" else []
    root = ET.fromstring(run([program, *told, "in"], folder).removeprefix("\ufeff"))  # noqa: S314 - made by bibutils
    return [_mods_facts(entry) for entry in root.iter(f"{_MODS}mods")]


def _mods_facts(entry: ET.Element) -> Facts:
    genres = [*_texts(entry, "genre"), *_texts(entry, "relatedItem[@type='host']/genre")]
    kind = next((_GENRES[genre] for genre in genres if genre in _GENRES), "")
    publishers = [
        *_texts(entry, "originInfo/publisher"),
        *_texts(entry, "relatedItem/originInfo/publisher"),
        *_sponsors(entry),
    ]
    host = next(iter(_texts(entry, "relatedItem[@type='host']/titleInfo/title")), "")
    details = {detail.get("type", ""): "".join(detail.itertext()) for detail in _all(entry, "part/detail")}
    identifiers = {one.get("type"): one.text or "" for one in _all(entry, "identifier")}
    names = [_mods_name(name) for name in _all(entry, "name") if "author" in _texts(name, "role/roleTerm")]
    return {
        "kind": kind,
        "key": str(entry.get("ID")),
        "title": ": ".join(_texts(entry, "titleInfo/title") + _texts(entry, "titleInfo/subTitle")),
        "families": tuple(ET_AL if name in _MORE else name for name in names),
        "year": "".join(_texts(entry, "originInfo/dateIssued") or _texts(entry, "part/date"))[:4],
        "doi": identifiers.get("doi", ""),
        "url": next(iter(_texts(entry, "location/url")), ""),
        "number": details.get("report number") or (details.get("number", "") if kind == "report" else ""),
        "journal": host if kind in ("article", "chapter") else "",
        "volume": details.get("volume") or (details.get("number", "") if kind in ("book", "chapter") else ""),
        "issue": details.get("issue") or (details.get("number", "") if kind == "article" else ""),
        "pages": details.get("page") or "-".join(_texts(entry, "part/extent/start") + _texts(entry, "part/extent/end")),
        "publisher": next(iter(publishers), "") if kind in ("report", "book", "chapter") else "",
        "isbn": identifiers.get("isbn", ""),
        "accessed": "".join(_texts(entry, "originInfo/dateCaptured")),
        "note": " ".join(_texts(entry, "note")),
    }


def _sponsors(entry: ET.Element) -> list[str]:
    return [_mods_name(name) for name in _all(entry, "name") if "sponsor" in _texts(name, "role/roleTerm")]


def _all(entry: ET.Element, path: str) -> list[ET.Element]:
    return entry.findall("/".join(_MODS + step for step in path.split("/")))


def _texts(entry: ET.Element, path: str) -> list[str]:
    return [element.text or "" for element in _all(entry, path)]


def _mods_name(name: ET.Element) -> str:
    parts = _all(name, "namePart")
    families = [part.text or "" for part in parts if part.get("type") in ("family", None)]
    return " ".join(families)


def with_rispy(text: str, _: Path) -> list[Facts]:
    """Read with rispy."""
    return [_ris_facts(entry) for entry in rispy.loads(text)]


def _ris_facts(entry: Mapping[str, Any]) -> Facts:
    kind = _RIS_KINDS[entry["type_of_reference"]]
    return {
        "kind": kind,
        "key": entry["id"],
        "title": entry["title"],
        "families": tuple(_ris_family(name) for name in entry.get("authors", [])),
        "year": entry.get("year", ""),
        "doi": entry.get("doi", ""),
        "url": next(iter(entry.get("urls", [])), ""),
        "number": entry.get("custom1_", entry.get("note", "")),
        "journal": entry.get("journal_name", "") or entry.get("secondary_title", "") * (kind == "chapter"),
        "volume": entry.get("volume", ""),
        "issue": entry.get("number", ""),
        "pages": "-".join(_filled(entry, "start_page", "end_page")),
        "publisher": entry.get("publisher", "") if kind in ("report", "book", "chapter") else "",
        "isbn": entry.get("issn", ""),
        "accessed": entry.get("access_date", "").strip("/").replace("/", "-"),
        "note": " ".join(entry.get("notes", [])),
    }


def _filled(entry: Mapping[str, Any], *names: str) -> Iterator[str]:
    return (entry[name] for name in names if entry.get(name))


def _ris_family(name: str) -> str:
    return name.split(",", maxsplit=1)[0]


READERS: dict[tuple[str, str], Callable[[str, Path], list[Facts]]] = {
    **{("pandoc", name): partial(with_pandoc, written_as=name) for name in ("biblatex", "bibtex", "csl-json")},
    **{
        ("citation-js", name): partial(with_citation_js, written_as=name)
        for name in ("biblatex", "bibtex", "ris", "csl-json")
    },
    ("bibutils", "biblatex"): partial(with_bibutils, program="biblatex2xml"),
    ("bibutils", "bibtex"): partial(with_bibutils, program="bib2xml"),
    ("bibutils", "ris"): partial(with_bibutils, program="ris2xml"),
    ("rispy", "ris"): with_rispy,
}
