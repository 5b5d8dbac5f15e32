"""Flowcharts measured: how good the pictures are beside other systems', and how fast they are drawn.

    python -m benchmarks.flowcharts quality|worst|time …

What may follow each is said in the file of its name.
"""

from __future__ import annotations

import sys
from importlib import import_module

COMMANDS = ("quality", "worst", "time")
"""Each is a file beside this one, with a ``main`` that takes what follows on the command line."""


def main() -> None:
    """Run the command that is named."""
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(f"python -m benchmarks.flowcharts {'|'.join(COMMANDS)}")
    import_module(f"benchmarks.flowcharts.{sys.argv[1]}").main(sys.argv[2:])


if __name__ == "__main__":
    main()
