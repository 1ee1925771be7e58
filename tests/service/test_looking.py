"""What the settings give to those who look: places, keys, and our honest name."""

import pytest
from pydantic import SecretStr

from service.looking import identity, manner, places
from service.settings import Settings


def test_every_registry_has_a_place_without_closing_slash() -> None:
    found = places(Settings())
    registries = {"awmf", "crossref", "doi", "pubmed", "onkopedia", "openlibrary", "dnb", "ema", "bfarm", "gba"}
    registries |= {"archive", "web_archive"}
    assert set(found.bases) == registries
    assert all(base.startswith("https://") and not base.endswith("/") for base in found.bases.values())
    assert (found.secrets, found.agent) == ({}, "Leitstand")


def test_keys_are_given_under_the_name_of_their_registry_and_never_shown() -> None:
    settings = Settings(awmf_key=SecretStr("geheim"), contact="https://example.org, x@example.org")
    assert places(settings).secrets == {"awmf": "geheim", "contact": "x@example.org"}
    assert "geheim" not in repr(settings)


@pytest.mark.parametrize(
    "contact, told",
    [
        ("", ""),
        ("x@example.org", " (mailto:x@example.org)"),
        ("https://example.org/a", " (+https://example.org/a)"),
        ("x@example.org, https://example.org/a", " (+https://example.org/a; mailto:x@example.org)"),
    ],
)
def test_we_say_who_we_are_and_whom_to_ask(contact: str, told: str) -> None:
    name, _, rest = identity(contact).partition("/")
    number, blank, told_then = rest.partition(" ")
    assert (name, f"{blank}{told_then}") == ("Leitstand", told)
    assert number[0].isdigit()


def test_private_hosts_are_those_of_the_setting() -> None:
    settings = Settings(allow_hosts="127.0.0.1:8090, verzeichnis.intern")
    assert manner(settings).allow_hosts == {"127.0.0.1:8090", "verzeichnis.intern"}
