"""How commands end when something is refused: a sentence on standard error, and 1, or 2 for wrong use."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from citations.pages import PageUnreadableError
from jobs.refused import RefusedError
from service.cli.speech import say, speak
from service.said import OperatorError
from service.wording import refusal


@contextmanager
def explained() -> Iterator[None]:
    """Turn what the field, the settings and the database refuse into a sentence and an exit code."""
    try:
        yield
    except (RefusedError, PageUnreadableError) as error:
        say(refusal(speak(), error.key, error.facts))
        raise click.exceptions.Exit(1) from error
    except OperatorError as error:
        say(error.sentence(speak()))
        raise click.exceptions.Exit(error.code) from error
    except BrokenPipeError as error:
        # Whoever read our output has seen enough; the rest goes nowhere, and not into a traceback at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(1) from error
    except OSError as error:
        say(_said_of_file(error))
        raise click.exceptions.Exit(1) from error


def _said_of_file(error: OSError) -> str:
    """Return what is wrong with a file; the system's own words, which are English, only where ours say too little."""
    own = {FileNotFoundError: "cli.file.missing", IsADirectoryError: "cli.file.folder"}
    return speak()(own.get(type(error), "cli.file"), name=error.filename or "", why=error.strerror or str(error))
