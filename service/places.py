"""Where the program's own files lie, in the source tree and in the wheel. No setting, no file of the user."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def templates_folder() -> Path:
    """Return the folder of the templates: inside the package in a wheel, beside it in the source tree."""
    packed = _HERE / "templates"
    return packed if packed.is_dir() else _HERE.parent / "templates"


def static_folder() -> Path:
    """Return the folder of the style sheet, the script and the pictures."""
    return _HERE / "static"
