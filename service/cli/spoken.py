"""Commands that speak the catalogue's languages, are loaded late, and end with a sentence instead of a traceback.

Options and commands name catalogue keys; the words are looked up when they are shown.
"""

import importlib
from collections.abc import Callable, Mapping
from typing import Any

import click

from service.cli.speech import speak
from service.cli.usage import no_command, spoken_usage


class SpokenOption(click.Option):
    """An option whose help is a catalogue key."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option's line in help, in the language of the command line."""
        record = super().get_help_record(ctx)
        if record is None or self.help is None:
            return record
        return record[0], record[1].replace(self.help, speak()(self.help))


class _Worded(click.Command):
    """What commands and the group of them have in common: help in the language of the command line."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the --help option with its own words."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = speak()("cli.help")
        return found

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{speak()('cli.usage')} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx)) is not None]
        with formatter.section(speak()("cli.options")):
            formatter.write_dl(records)


class SpokenCommand(_Worded):
    """A command whose help is the catalogue text ``cli.<name>``; refusals become a sentence and exit code 1."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - of click
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(speak()(f"cli.{self.name}"))

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - signature of click
        """Run the command; what the field, the settings or the database refuse ends with exit code 1 or 2."""
        from service.cli.endings import explained  # noqa: PLC0415 - loads the database layer, which help never needs

        with explained():
            return super().invoke(ctx)


class Spoken(_Worded, click.Group):
    """The group of all commands; a command's module is imported when it is asked for."""

    def __init__(self, modules: Mapping[str, str], **attributes: Any) -> None:  # noqa: ANN401 - signature of click
        """Keep which module holds which command."""
        super().__init__(**attributes)
        self.modules = modules

    def make_context(self, *args: Any, **attributes: Any) -> click.Context:  # noqa: ANN401 - signature of click
        """Read the options of the group itself."""
        with spoken_usage():
            return super().make_context(*args, **attributes)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - signature of click
        """Read the options of a command and run it."""
        with spoken_usage():
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for; wrong use where there is none of this name."""
        if args and not args[0].startswith("-") and args[0] not in self.modules:
            ctx.fail(no_command(args[0], list(self.modules)))
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - of click
        """Return the commands in their own order."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - of click
        """Load and return a command, None for an unknown one."""
        if cmd_name not in self.modules:
            return None
        module = importlib.import_module(f"service.cli.{self.modules[cmd_name]}")
        found: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return found

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - of click
        """Write what the program is."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(speak()("cli"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - of click
        """List the commands without loading one."""
        rows = [(name, speak()(f"cli.{name}.short")) for name in self.modules]
        with formatter.section(speak()("cli.commands")):
            formatter.write_dl(rows)


def command(name: str) -> Callable[[Callable[..., None]], SpokenCommand]:
    """Return the decorator that makes a function a spoken command."""
    return click.command(name, cls=SpokenCommand)


def option(*names: str, **attributes: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - passed on to click
    """Return the decorator of a spoken option; ``help`` is a catalogue key."""
    return click.option(*names, cls=SpokenOption, **attributes)


as_json = option("--json", "as_json", is_flag=True, help="cli.option.json")
on_day = option("--today", "today", metavar="YYYY-MM-DD", help="cli.option.today")
by_person = option("--by", "by", metavar="NAME", help="cli.option.by")
