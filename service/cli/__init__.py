"""The command line. Commands live one module per family and are loaded only when they run, so that help is quick."""

from service.cli.spoken import Spoken

COMMANDS = {
    "serve": "serving",
    "web": "serving",
    "scheduler": "serving",
    "migrate": "database",
    "demo": "database",
    "import-page": "pages",
    "import-sources": "lists",
    "pages": "pages",
    "sweep": "queue",
    "due": "queue",
    "check": "looks",
    "archive": "archive",
    "sources": "sources",
    "record-access": "sources",
    "record-fact": "sources",
    "look-up": "look_up",
    "read-references": "references",
    "export": "export",
    "import-sheet": "sheets",
}
"""Every command and the module of this package that holds it, in the order in which help lists them."""


def main() -> None:
    """Run the command line; exit code 0 done, 1 did not succeed, 2 wrong use."""
    Spoken(COMMANDS, name="leitstand")(prog_name="leitstand")
