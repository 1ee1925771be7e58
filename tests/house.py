"""The rules of the house as functions over source text: each returns what breaks it, in words, or nothing.

They look at text and syntax trees only, so that ``test_house`` can show of each that it is able to fail.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("citations", "jobs", "service")
LINES_PER_FILE = 300
LINES_PER_FUNCTION = 50
SHORTEST_SENTENCE = 40

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "base", "common", "managers", "manager", "misc"}
MAY_IMPORT = {"citations": {"citations"}, "jobs": {"citations", "jobs"}, "service": {"citations", "jobs", "service"}}
ONLY_IN = {
    "apscheduler": {"jobs/scheduler.py"},
    "citeproc": {"citations/formats/csl/processor.py"},
    "httpx": {"jobs/wire.py"},
    "lxml": {"citations/formats/csl/processor.py"},
}
FIELD_LIBRARIES = {
    *("sqlmodel", "sqlalchemy", "bibtexparser", "selectolax", "rapidfuzz", "stdnum", "pydantic", "openpyxl"),
    *("citeproc", "lxml"),
}
ASKS_THE_TIME = {"service/clock.py"}
BROAD_EXCEPT = {"jobs/running.py"}


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the project's folder, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node of the tree: each rule looks at all of them."""
        return list(ast.walk(self.tree))

    @property
    def package(self) -> str:
        """The package at the top: citations, jobs or service."""
        return self.path.split("/")[0]

    @property
    def module(self) -> str:
        """The name by which it is imported."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources(root: Path = ROOT, packages: Iterable[str] = PACKAGES) -> list[Source]:
    """Return every Python file of ``packages`` but the written migrations."""
    paths = [path for package in packages for path in sorted((root / package).rglob("*.py"))]
    return [
        Source(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
        for path in paths
        if "migrations/versions" not in path.as_posix()
    ]


def imported(source: Source) -> list[tuple[int, str]]:
    """Return (line, full module name) of every import, wherever it stands."""
    found = []
    for node in source.nodes:
        if isinstance(node, ast.Import):
            found += [(node.lineno, name.name) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append((node.lineno, node.module or "." * node.level))
    return found


def functions(source: Source) -> Iterator[tuple[str, Function]]:
    """Yield every function and method with its name, dotted within the class."""
    classes = [node for node in source.nodes if isinstance(node, ast.ClassDef)]
    names = {id(item): f"{node.name}." for node in classes for item in node.body}
    for node in source.nodes:
        if isinstance(node, Function):
            yield names.get(id(node), "") + node.name, node


def upward_imports(source: Source) -> list[str]:
    """Return the imports that run upwards; they may only run from service to jobs to citations."""
    allowed = MAY_IMPORT[source.package]
    return [
        f"{source.path}:{line} imports {name}"
        for line, name in imported(source)
        if name.startswith(".") or (name.split(".")[0] in {*PACKAGES, "tests"} and name.split(".")[0] not in allowed)
    ]


def misplaced_libraries(source: Source, standard: frozenset[str]) -> list[str]:
    """Return the imports of a library where another file alone may speak to it, or that the field has no use for."""
    wrong = []
    for line, name in imported(source):
        top = name.split(".")[0]
        if source.path not in ONLY_IN.get(top, {source.path}):
            wrong.append(f"{source.path}:{line} imports {top}")
        if source.package == "citations" and top not in standard | FIELD_LIBRARIES | {"citations"}:
            wrong.append(f"{source.path}:{line} imports {top}")
    return wrong


def clock_calls(source: Source) -> list[str]:
    """Return the places that ask what time it is; but for the edge, the moment and the day are arguments."""
    if source.path in ASKS_THE_TIME:
        return []
    calls = [node for node in source.nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [
        f"{source.path}:{call.lineno} asks the time"
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and (
            (call.func.attr in {"now", "utcnow", "today"} and _last_name(call.func.value) in {"datetime", "date", "dt"})
            or (call.func.attr == "time" and _last_name(call.func.value) == "time")
        )
    ]


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def missing_docstrings(source: Source) -> list[str]:
    """Return the modules, public classes and public functions that do not say what they are."""
    missing = [] if ast.get_docstring(source.tree) else [f"{source.path} has no docstring"]
    nodes = [node for node in source.nodes if isinstance(node, ast.ClassDef | Function)]
    hidden = [node for node in nodes if isinstance(node, Function) or node.name.startswith("_")]
    nested = {id(inner) for node in hidden for inner in ast.walk(node) if inner is not node}
    return missing + [
        f"{source.path}:{node.lineno} {node.name} has no docstring"
        for node in nodes
        if not node.name.startswith("_") and id(node) not in nested and not ast.get_docstring(node)
    ]


def oversized(source: Source) -> list[str]:
    """Return files of more than 300 lines and functions of more than 50."""
    lines = len(source.text.splitlines())
    wrong = [f"{source.path} has {lines} lines"] if lines > LINES_PER_FILE else []
    for name, node in functions(source):
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > LINES_PER_FUNCTION:
            wrong.append(f"{source.path}:{node.lineno} {name} has {length} lines")
    return wrong


def broad_excepts(source: Source) -> list[str]:
    """Return every handler that catches more than it names; the house has one, in the job loop."""
    handlers = [node for node in source.nodes if isinstance(node, ast.ExceptHandler)]
    return [f"{source.path}:{handler.lineno} catches everything" for handler in handlers if _is_broad(handler.type)]


def _is_broad(caught: ast.expr | None) -> bool:
    parts = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(part is None or _last_name(part) in {"Exception", "BaseException"} for part in parts)


def forbidden_names(source: Source) -> list[str]:
    """Return the parts of a module's name that do not say what lives in it."""
    return [f"{source.path} is called {part}" for part in source.module.split(".") if part in FORBIDDEN_NAMES]


def lazy_imports(source: Source, allowed: Mapping[str, str]) -> list[str]:
    """Return the imports that do not stand at the top; ``allowed`` gives the files that may, each with its reason."""
    if source.path in allowed:
        return []
    inner = [node for _, function in functions(source) for node in ast.walk(function)]
    found = {node.lineno for node in inner if isinstance(node, ast.Import | ast.ImportFrom)}
    return [f"{source.path}:{line} imports inside a function" for line in sorted(found)]


def untyped(source: Source) -> list[str]:
    """Return the functions that do not say what they take and give."""
    wrong = []
    for name, node in functions(source):
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        bare = [item.arg for item in arguments if item.annotation is None and item.arg not in {"self", "cls"}]
        if bare or node.returns is None:
            wrong.append(f"{source.path}:{node.lineno} {name} is not typed")
    return wrong


def import_cycles(files: Iterable[Source]) -> list[list[str]]:
    """Return the rings of modules that import each other, each as a sorted list of names."""
    known = {source.module: source for source in files}
    graph = {name: sorted(_within(source, known)) for name, source in known.items()}
    reached = {name: _reachable(name, graph) for name in graph}
    rings = {tuple(sorted(other for other in reached[name] if name in reached[other])) for name in graph}
    return [list(ring) for ring in sorted(rings) if ring]


def _within(source: Source, known: Mapping[str, Source]) -> set[str]:
    targets = set()
    for node in source.nodes:
        if isinstance(node, ast.Import):
            targets |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{name.name}" for name in node.names}
            targets |= inner & known.keys() or {node.module}
    return targets & known.keys() - {source.module}


def _reachable(start: str, graph: Mapping[str, list[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += graph[name]
    return seen


def forbidden_words(path: str, text: str, words: Iterable[str]) -> list[str]:
    """Return where a file says a word that does not belong into it, as a whole word, whatever the case."""
    pattern = re.compile(rf"(?<![\w])(?:{'|'.join(words)})(?![\w])", re.IGNORECASE)
    found = [(number, pattern.search(line)) for number, line in enumerate(text.splitlines(), 1)]
    return [f"{path}:{number} says {match.group()}" for number, match in found if match]


def strange_entries(names: Iterable[str], allowed: frozenset[str]) -> list[str]:
    """Return the top-level entries that nobody planned."""
    return sorted({name.split("/")[0] for name in names} - allowed)


def sentences(seed: str, printed_from: str) -> list[str]:
    """Return the longer sentences of a seed's body: what stands before the line that begins its list of sources."""
    body = seed.split(printed_from, maxsplit=1)[0]
    pieces = re.split(r"(?<=[.!?])\s+|\n", body)
    return [piece.strip().lstrip("- ") for piece in pieces if len(piece.strip()) >= SHORTEST_SENTENCE]


def quoted(path: str, text: str, pieces: Iterable[str]) -> list[str]:
    """Return which of ``pieces`` a file quotes, however its lines are broken."""
    flat = " ".join(text.split())
    return [f"{path} quotes: {piece[:40]}" for piece in pieces if " ".join(piece.split()) in flat]
