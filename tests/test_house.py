"""The rules of the house: each holds for the whole source, and each is shown to fail where it is broken."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import house
from tests.house import Source

SOURCES = house.sources()
STANDARD = frozenset(sys.stdlib_module_names)

LAZY_IMPORTS = {
    "service/cli/spoken.py": "leitstand --help must not wait for the database library",
}
"""Files that may import inside a function, each with its reason."""

ENTRIES = frozenset(
    {".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md", "citations", "jobs", "pyproject.toml"}
    | {"requirements-dev.txt", "requirements.txt", "service", "templates", "tests"},
)

WORDS = ("TODO", "FIXME", "XXX", "HACK", "lorem ipsum", "/home/[a-z]+", "/Users/[a-z]+")
"""Words of unfinished work and of one machine; this file is the only one that may say them."""

RULES: dict[str, Callable[[Source], list[str]]] = {
    "imports run downwards": house.upward_imports,
    "each library is spoken to where it belongs": lambda source: house.misplaced_libraries(source, STANDARD),
    "nobody asks the time": house.clock_calls,
    "everything says what it is": house.missing_docstrings,
    "files and functions are small": house.oversized,
    "nothing is caught wholesale": lambda source: (
        [] if source.path in house.BROAD_EXCEPT else house.broad_excepts(source)
    ),
    "modules are named after what they hold": house.forbidden_names,
    "imports stand at the top": lambda source: house.lazy_imports(source, LAZY_IMPORTS),
    "every function is typed": house.untyped,
}


def _tracked() -> list[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=house.ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout of git")
    return [name for name in listed.stdout.splitlines() if (house.ROOT / name).is_file()]


def _texts() -> dict[str, str]:
    found = {}
    for name in _tracked():
        content = (house.ROOT / name).read_bytes()
        if b"\0" not in content:
            found[name] = content.decode("utf-8", errors="replace")
    return found


@pytest.mark.parametrize("rule", RULES)
def test_the_source_keeps_the_rule(rule: str) -> None:
    broken = [finding for source in SOURCES for finding in RULES[rule](source)]
    assert broken == []


def test_no_modules_import_each_other_in_a_ring() -> None:
    assert house.import_cycles(SOURCES) == []


def test_one_handler_of_the_house_catches_everything() -> None:
    assert len([finding for source in SOURCES for finding in house.broad_excepts(source)]) == 1


def test_every_reason_for_a_lazy_import_is_still_needed() -> None:
    present = {source.path: source for source in SOURCES}
    unneeded = [path for path in LAZY_IMPORTS if path in present and not house.lazy_imports(present[path], {})]
    assert unneeded == []


def test_test_files_are_small_and_say_what_they_are() -> None:
    tests = house.sources(packages=("tests",))
    broken = [finding for source in tests for finding in house.oversized(source)]
    broken += [f"{source.path} has no docstring" for source in tests if not ast.get_docstring(source.tree)]
    assert broken == []


def test_nothing_lies_at_the_top_that_nobody_planned() -> None:
    assert house.strange_entries(_tracked(), ENTRIES) == []


def test_no_file_speaks_of_unfinished_work_or_of_one_machine() -> None:
    spared = ("tests/pages/", "tests/answers/", "tests/test_house.py")
    texts = {path: text for path, text in _texts().items() if not path.startswith(spared)}
    assert [finding for path, text in texts.items() for finding in house.forbidden_words(path, text, WORDS)] == []


def test_no_pinned_file_names_a_registry() -> None:
    pinned = "".join(
        (house.ROOT / name).read_text(encoding="utf-8") for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert re.findall(r"https?://|file:|--index-url|--find-links|--extra-index-url", pinned) == []


def test_every_direct_dependency_is_pinned_with_hashes() -> None:
    pinned = (house.ROOT / "requirements.txt").read_text(encoding="utf-8")
    names = re.findall(r"^([a-z0-9-]+)==\S+ \\$", pinned, re.MULTILINE)
    assert {"flask", "sqlmodel", "bibtexparser", "apscheduler", "httpx", "hatchling", "psycopg-binary"} <= set(names)
    assert len(names) == len(re.findall(r"^\S+==", pinned, re.MULTILINE))


@pytest.mark.parametrize("seed", ["seed_a", "seed_b"])
def test_no_sentence_of_a_seed_is_in_the_repository(seed: str, request: pytest.FixtureRequest) -> None:
    pieces = house.sentences(request.getfixturevalue(seed), "Quellen und weiterführende Informationen")
    assert len(pieces) > 5
    assert [finding for path, text in _texts().items() for finding in house.quoted(path, text, pieces)] == []


BROKEN = [
    ("imports run downwards", "citations/a.py", "from jobs import ledger"),
    ("imports run downwards", "citations/a.py", "def f():\n    import service.db"),
    ("imports run downwards", "jobs/a.py", "from service.db import Sessions"),
    ("imports run downwards", "jobs/a.py", "from . import ledger"),
    ("imports run downwards", "service/a.py", "import tests.conftest"),
    ("each library is spoken to where it belongs", "jobs/a.py", "import apscheduler.schedulers"),
    ("each library is spoken to where it belongs", "service/a.py", "from httpx import Client"),
    ("each library is spoken to where it belongs", "citations/a.py", "import flask"),
    ("nobody asks the time", "service/a.py", "x = datetime.now(UTC)"),
    ("nobody asks the time", "jobs/a.py", "x = datetime.date.today()"),
    ("nobody asks the time", "citations/a.py", "x = time.time()"),
    ("everything says what it is", "jobs/a.py", "x = 1"),
    ("everything says what it is", "jobs/a.py", '"""A."""\ndef f() -> None:\n    pass'),
    (
        "everything says what it is",
        "jobs/a.py",
        '"""A."""\nclass A:\n    """A."""\n    def f(self) -> None:\n        pass',
    ),
    ("files and functions are small", "jobs/a.py", "x = 1\n" * 301),
    ("files and functions are small", "jobs/a.py", "def f():\n" + "    x = 1\n" * 50),
    ("nothing is caught wholesale", "jobs/a.py", "try:\n    f()\nexcept Exception:\n    pass"),
    ("nothing is caught wholesale", "jobs/a.py", "try:\n    f()\nexcept:\n    pass"),
    ("nothing is caught wholesale", "jobs/a.py", "try:\n    f()\nexcept (ValueError, BaseException):\n    pass"),
    ("modules are named after what they hold", "jobs/utils.py", ""),
    ("modules are named after what they hold", "service/common/a.py", ""),
    ("imports stand at the top", "jobs/a.py", "def f():\n    import re"),
    ("every function is typed", "jobs/a.py", "def f(a) -> None: ..."),
    ("every function is typed", "jobs/a.py", "class A:\n    def f(self): ..."),
]


@pytest.mark.parametrize("rule, path, text", BROKEN)
def test_a_source_that_breaks_the_rule_is_found(rule: str, path: str, text: str) -> None:
    assert len(RULES[rule](Source(path, text))) == 1


@pytest.mark.parametrize("rule", RULES)
def test_a_source_that_keeps_the_rules_is_left_alone(rule: str) -> None:
    text = '"""A."""\nimport re\nfrom citations import dates\n\ndef f(a: int) -> None:\n    """F."""\n    a.today()\n'
    assert RULES[rule](Source("jobs/a.py", text)) == []


def test_a_ring_of_imports_is_found() -> None:
    ring = [
        Source("jobs/a.py", "from jobs import b"),
        Source("jobs/b.py", "import jobs.c"),
        Source("jobs/c.py", "from jobs.a import f"),
        Source("jobs/d.py", "from jobs.a import f"),
    ]
    assert house.import_cycles(ring) == [["jobs.a", "jobs.b", "jobs.c"]]


def test_a_package_that_gathers_its_modules_is_no_ring() -> None:
    files = [Source("jobs/__init__.py", "from jobs import a"), Source("jobs/a.py", "import re")]
    assert house.import_cycles(files) == []


def test_forbidden_words_are_found_as_words() -> None:
    assert house.forbidden_words("a", "x\nthe todo list", ["TODO"]) == ["a:2 says todo"]
    assert house.forbidden_words("a", "autodoc mastodont", ["TODO"]) == []


def test_an_entry_that_nobody_planned_is_found() -> None:
    assert house.strange_entries(["setup.cfg", "jobs/a.py"], ENTRIES) == ["setup.cfg"]


def test_a_quoted_sentence_is_found_across_line_ends() -> None:
    seed = "Dieser eigens geschriebene Satz ist lang genug, um aufzufallen. Kurz.\nQuellen\nDruckzeile 2024"
    pieces = house.sentences(seed, "Quellen")
    assert len(pieces) == 1
    assert house.quoted("a", "x = 'Dieser eigens geschriebene Satz\n  ist lang genug, um aufzufallen.'", pieces)
    assert house.quoted("a", "Ein anderer Satz.", pieces) == []


def test_the_source_of_the_rules_is_not_empty() -> None:
    assert {Path(source.path).parts[0] for source in SOURCES} == set(house.PACKAGES)
