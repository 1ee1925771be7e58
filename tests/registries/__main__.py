"""Plays the registries by hand: ``python -m tests.registries``, and a service beside it with the settings it prints.

It stands on ``--day`` and knows what is behind the sources of the first seed page. ``--script`` adds a file with a JSON
object a line, {"day", "registry", "key", "value"}: from that day on the registry says the value of the key. A day typed
in moves the play there.
"""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from threading import Event

from tests.played import addresses
from tests.registries.awmf import KEY
from tests.registries.seed_world import TODAY, seed_world
from tests.registries.server import playing
from tests.registries.world import World


def main() -> None:
    """Play until somebody interrupts it."""
    cli = argparse.ArgumentParser(prog="python -m tests.registries", description="Play the registries by hand.")
    cli.add_argument("--port", type=int, default=8100, help="on 127.0.0.1; 0 for any that is free")
    cli.add_argument("--day", type=date.fromisoformat, default=TODAY, help="the day they stand on, YYYY-MM-DD")
    cli.add_argument("--script", type=Path, help="what they say from which day on, a JSON object a line")
    asked = cli.parse_args()
    world = seed_world(asked.day)
    if asked.script:
        _enter(world, asked.script)
    with playing(world, asked.port) as address:
        told = addresses(address) | {"awmf_key": KEY}
        print("\n".join(f"export LEITSTAND_{name.upper()}={value}" for name, value in told.items()), flush=True)
        _days(world)
        Event().wait()


def _enter(world: World, script: Path) -> None:
    """Enter a script; ends with the line that cannot be read."""
    for number, line in enumerate(script.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            said = json.loads(line)
            world.on(said["day"], said["registry"], said["key"], said["value"])
        except (ValueError, KeyError, TypeError) as error:
            sys.exit(f"{script}, line {number}: {error!r}; wanted day, registry, key and value")


def _days(world: World) -> None:
    """Move the play to each day that is typed in."""
    for line in sys.stdin:
        try:
            world.day = date.fromisoformat(line.strip())
        except ValueError:
            print(f"{line.strip()!r} is no day like 2027-03-01", file=sys.stderr, flush=True)
        else:
            print(f"# the day is {world.day}", flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
