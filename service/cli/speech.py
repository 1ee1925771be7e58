"""How the command line speaks: in which language, and where to. Commands and their help are in ``spoken``."""

import os
import sys
from functools import cache

import click

from service.words import Translate, translator

LANGUAGES = ("de", "en")


@cache
def speak() -> Translate:
    """Return the translator of the command line: LEITSTAND_LANGUAGE, German unless it says English."""
    chosen = os.environ.get("LEITSTAND_LANGUAGE", LANGUAGES[0]).strip()
    return translator(chosen if chosen in LANGUAGES else LANGUAGES[0])


def say(text: str) -> None:
    """Print a line for people on standard error, so that standard output stays what a program may read."""
    click.echo(text, file=sys.stderr)
