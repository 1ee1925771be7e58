"""The small part of CSS selectors that profiles need: ``main .text > p#a[role=x], article``. No pseudo-classes."""

import re
from dataclasses import dataclass

from citations.pages.html_tree import Element

_SIMPLE = re.compile(r"([a-zA-Z][\w-]*|\*)?((?:[.#][\w-]+|\[[\w-]+(?:=[^\]]*)?\])*)")
_PART = re.compile(r"([.#])([\w-]+)|\[([\w-]+)(?:=[\"']?([^\]\"']*)[\"']?)?\]")
_HIGHEST = 400


class BadSelectorError(ValueError):
    """A selector of a profile is not of the small grammar read here."""


@dataclass(frozen=True, slots=True)
class _Step:
    tag: str
    tests: tuple[tuple[str, str], ...]
    direct: bool


Selector = tuple[tuple[_Step, ...], ...]


def read_selector(text: str) -> Selector:
    """Return a selector ready to be matched. Raises BadSelectorError for what is not of the grammar."""
    alternatives = tuple(_steps(part.strip()) for part in text.split(",") if part.strip())
    if not alternatives:
        raise BadSelectorError(text)
    return alternatives


def matches(selector: Selector, element: Element) -> bool:
    """Say whether an element is one that the selector names."""
    return any(_fits(steps, element) for steps in selector)


def _steps(text: str) -> tuple[_Step, ...]:
    steps = []
    direct = False
    for word in text.replace(">", " > ").split():
        if word == ">":
            direct = True
            continue
        match = _SIMPLE.fullmatch(word)
        if match is None:
            raise BadSelectorError(text)
        tests = tuple(_test(part) for part in _PART.finditer(match.group(2)))
        steps.append(_Step((match.group(1) or "*").lower(), tests, direct))
        direct = False
    if not steps or direct:
        raise BadSelectorError(text)
    return tuple(steps)


def _test(part: re.Match[str]) -> tuple[str, str]:
    if part.group(1):
        return ("class" if part.group(1) == "." else "id", part.group(2))
    return (f"[{part.group(3)}", part.group(4) or "")


def _fits(steps: tuple[_Step, ...], element: Element) -> bool:
    """Match from the right; each earlier step takes the nearest ancestor that fits."""
    if not _is(steps[-1], element):
        return False
    direct = steps[-1].direct
    current = element.parent
    for step in reversed(steps[:-1]):
        climbed = 0
        while current is not None and not _is(step, current):
            current = None if direct or climbed > _HIGHEST else current.parent
            climbed += 1
        if current is None:
            return False
        direct = step.direct
        current = current.parent
    return True


def _is(step: _Step, element: Element) -> bool:
    return step.tag in ("*", element.tag) and all(_passes(element, name, value) for name, value in step.tests)


def _passes(element: Element, name: str, value: str) -> bool:
    if name == "class":
        return value in element.attributes.get("class", "").split()
    if name == "id":
        return element.attributes.get("id") == value
    attribute = element.attributes.get(name[1:])
    return attribute is not None and (not value or attribute == value)
