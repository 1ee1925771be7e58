"""Wrong use in the language of the command line: what click says in English, said from the catalogue."""

from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import IO, Any

import click

from service.cli.speech import say, speak


class SpokenUsageError(click.UsageError):
    """Wrong use, shown with the way to call the command, where to read more, and what is wrong."""

    def __init__(self, error: click.UsageError) -> None:
        """Take over the error of click, in words of our own."""
        super().__init__(_sentence(error), error.ctx)

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002 - signature of click
        """Print it on standard error."""
        if self.ctx is not None:
            say(self.ctx.get_usage())
            say(speak()("cli.more", command=f"{self.ctx.command_path} --help"))
        say(speak()("cli.wrong", what=self.message))


@contextmanager
def spoken_usage() -> Iterator[None]:
    """Turn wrong use into a sentence of the catalogue."""
    try:
        yield
    except SpokenUsageError:
        raise
    except click.UsageError as error:
        raise SpokenUsageError(error) from error


def no_command(name: str, known: list[str]) -> str:
    """Return that there is no such command, with the one that is most like it."""
    near = get_close_matches(name, known, 1)
    return speak()("cli.no_command.near", name=name, near=near[0]) if near else speak()("cli.no_command", name=name)


def _sentence(error: click.UsageError) -> str:
    t = speak()
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        return t("cli.no_option.near" if near else "cli.no_option", name=error.option_name, near=near)
    if isinstance(error, click.BadParameter):
        names = error.param.get_error_hint(error.ctx) if error.param and error.ctx else error.param_hint or ""
        name = str(names).replace("'", "")
        if isinstance(error, click.MissingParameter):
            return t("cli.missing", name=name)
        return t("cli.bad_value", name=name, what=_allowed(error.param) or error.message)
    return error.message


def _allowed(param: click.Parameter | None) -> str:
    """Return what an option takes where its kind says so, "" where the error has its own words."""
    kind = param.type if param is not None else None
    if isinstance(kind, click.Choice):
        return speak()("cli.allowed.words", words=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        key = "cli.allowed.from" if kind.max is None else "cli.allowed.between"
        return speak()(key, least=str(kind.min), most=str(kind.max))
    return ""
