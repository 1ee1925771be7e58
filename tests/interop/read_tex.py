"""What readers of BibTeX understand of a file: bibtexparser, pybtex, Better BibTeX and biber, by their own rules."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string as parse_with_bibtexparser
from pybtex.database import Person, parse_string
from pybtex.richtext import Text

from citations.formats.tex.values import plain
from tests.interop.programs import run, run_node
from tests.interop.wanted import ET_AL, Facts

_KINDS = {"techreport": "report", "misc": "online", "inbook": "chapter", "incollection": "chapter"}
_BLTX = "{http://biblatex-biber.sourceforge.net/biblatexml}"


def facts_of_fields(kind: str, key: str, fields: Mapping[str, str], families: list[str]) -> Facts:
    """Return the facts of an entry whose fields have the names of BibTeX or BibLaTeX."""
    kind = _KINDS.get(kind, kind)
    book = kind in ("book", "chapter")

    def first(*names: str) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    return {
        "kind": kind,
        "key": key,
        "title": first("title"),
        "families": tuple(ET_AL if name == "others" else name for name in families),
        "year": first("date", "year")[:4],
        "doi": first("doi"),
        "url": first("url"),
        "number": first("number") if kind == "report" else "",
        "journal": first("journaltitle", "journal", "booktitle"),
        "volume": first("volume", "number") if book else first("volume"),
        "issue": first("number") if kind == "article" else "",
        "pages": first("pages", "eid").replace("--", "-").replace("–", "-"),
        "publisher": first("institution", "publisher"),
        "isbn": first("isbn"),
        "accessed": first("urldate"),
        "note": first("note"),
    }


def with_bibtexparser(text: str, _: Path) -> list[Facts]:
    """Decode with bibtexparser's own middleware; addresses, which it cuts at a percent sign, are taken as parsed."""
    decoding = [
        middlewares.LatexDecodingMiddleware(keep_math_mode=False, keep_braced_groups=True),
        middlewares.SeparateCoAuthors(),
        middlewares.SplitNameParts(),
    ]
    plain = parse_with_bibtexparser(text)
    decoded = parse_with_bibtexparser(text, append_middleware=decoding)
    assert plain.failed_blocks == decoded.failed_blocks == []
    made = []
    for entry, raw in zip(decoded.entries, plain.entries, strict=True):
        fields = {field.key: field.value for field in entry.fields}
        names = [" ".join([*part.von, *part.last]) for part in fields.pop("author", [])]
        as_parsed = {field.key: str(field.value) for field in raw.fields if field.key in ("url", "doi")}
        made.append(facts_of_fields(entry.entry_type, entry.key, _unbraced(fields) | as_parsed, [*map(_bare, names)]))
    return made


def with_pybtex(text: str, _: Path) -> list[Facts]:
    """Decode with pybtex's own rich text; addresses are taken as parsed."""
    made = []
    for key, entry in parse_string(text, "bibtex").entries.items():
        fields = {
            name.lower(): value if name in ("url", "doi") else _plain(value) for name, value in entry.fields.items()
        }
        names = [_family(person) for person in entry.persons.get("author", [])]
        made.append(facts_of_fields(entry.type, key, fields, names))
    return made


def _family(person: Person) -> str:
    return _plain(" ".join([*person.prelast_names, *person.last_names]))


def _plain(value: str) -> str:
    return str(Text.from_latex(value).render_as("text"))


def _bare(name: str) -> str:
    return name[1:-1] if name.startswith("{") and name.endswith("}") else name


def _unbraced(fields: Mapping[str, Any]) -> dict[str, str]:
    return {name: _bare(str(value)) for name, value in fields.items()}


def with_better_bibtex(text: str, folder: Path) -> list[Facts]:
    """Read as Better BibTeX for Zotero does, with its defaults."""
    made = []
    for entry in json.loads(run_node("better-bibtex", folder, text)):
        fields = {name: _joined(value) for name, value in entry["fields"].items()}
        names = [_better_name(name) for name in entry["fields"].get("author", [])]
        made.append(facts_of_fields(entry["type"], entry["key"], fields, names))
    return made


def _joined(value: Any) -> str:  # noqa: ANN401 - a JSON value
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _better_name(name: Mapping[str, str]) -> str:
    return name.get("name") or " ".join(filter(None, (name.get("prefix"), name["lastName"])))


def with_biber(text: str, folder: Path) -> list[Facts]:
    """Read with biber, validating; its own XML has every name taken apart."""
    (folder / "in.bib").write_text(text, encoding="utf-8")
    command = [
        "biber",
        "--tool",
        "--validate-datamodel",
        "--output-format=biblatexml",
        "--output-file=out.xml",
        "in.bib",
    ]
    (folder / "said.txt").write_text(run(command, folder), encoding="utf-8")
    root = ET.fromstring((folder / "out.xml").read_text(encoding="utf-8"))  # noqa: S314 - written by biber
    return [_biber_entry(entry) for entry in root.iter(f"{_BLTX}entry")]


def _biber_entry(entry: ET.Element) -> Facts:
    fields = {}
    names: list[str] = []
    for child in entry:
        name = child.tag.removeprefix(_BLTX)
        if name == "names":
            names = [_biber_name(one) for one in child.iter(f"{_BLTX}name")]
            names += ["others"] if child.get("morenames") else []
        elif name == "date":
            fields[child.get("type", "") + "date"] = child.text or ""
        else:
            value = "-".join(filter(None, map(str.strip, child.itertext())))
            fields[name] = value if name in ("url", "doi") else _tex(value)
    return facts_of_fields(str(entry.get("entrytype")), str(entry.get("id")), fields, names)


def _biber_name(name: ET.Element) -> str:
    parts: list[str] = []
    for wanted in ("prefix", "family"):
        for part in name.findall(f"{_BLTX}namepart[@type='{wanted}']"):
            parts += filter(None, map(str.strip, part.itertext()))
    return _tex(" ".join(parts))


def _tex(value: str) -> str:
    """Take our commands away, which biber leaves to LaTeX."""
    return plain(value)[0]


READERS: dict[tuple[str, str], Callable[[str, Path], list[Facts]]] = {
    ("bibtexparser", "biblatex"): with_bibtexparser,
    ("bibtexparser", "bibtex"): with_bibtexparser,
    ("pybtex", "biblatex"): with_pybtex,
    ("pybtex", "bibtex"): with_pybtex,
    ("better-bibtex", "biblatex"): with_better_bibtex,
    ("better-bibtex", "bibtex"): with_better_bibtex,
    ("biber", "biblatex"): with_biber,
}
