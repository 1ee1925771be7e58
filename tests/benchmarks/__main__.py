"""Runs every ``bench_*.py`` of this folder, or those whose names are given: ``python -m tests.benchmarks ledger``."""

import importlib
import sys
from pathlib import Path


def main() -> None:
    """Run the benchmarks in the order of their names."""
    wanted = sys.argv[1:]
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        name = path.stem.removeprefix("bench_")
        if not wanted or name in wanted:
            print(f"\n## {name}\n", flush=True)
            importlib.import_module(f"tests.benchmarks.{path.stem}").main()


if __name__ == "__main__":
    main()
