"""Reading and checking beside libyaml's bare event parse of the same files, in one run.

    python -m benchmarks.reading [matters]

Prints the ratio of the times (goal: at most 4), the growth exponent from a tenth of the matters to all of them (goal:
at most 1.05), and the memory a checked matter holds. Files are written to a temporary folder first; every time
includes opening and reading the files. Each side's best of the rounds, in processor seconds, both sides in turn: on a
shared machine only the minimum is a figure of the program and not of the neighbours. The first reading in a fresh
process, when nothing has been met before, is printed too.
"""

from __future__ import annotations

import gc
import math
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import yaml

from benchmarks.generated import write_project
from processes.checking import Checked, check_project

ROUNDS = 9


def bare_events(root: Path) -> None:
    """Every file's events as PyYAML gives them (``yaml.parse`` with libyaml's loader), nothing done with them."""
    for path in root.rglob("*.yaml"):
        with path.open("rb") as stream:
            for _ in yaml.parse(stream, Loader=yaml.CLoader):
                pass


def full(root: Path) -> Checked:
    """Read and check."""
    return check_project(root)


def seconds(work: Callable[[Path], object], root: Path) -> float:
    """How long ``work`` takes until its result is there, the garbage collector off for both sides alike."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    result = work(root)
    spent = time.process_time() - start
    gc.enable()
    del result
    return spent


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder, "large"), Path(folder, "small")
        write_project(large, count)
        write_project(small, count // 10)
        rounds = [(seconds(full, large), seconds(bare_events, large), seconds(full, small)) for _ in range(ROUNDS)]
        whole, bare, tenth = (min(times) for times in zip(*rounds, strict=True))
        print(f"{count} matters, PyYAML {yaml.__version__}, Python {sys.version.split()[0]}")
        print(f"read+check / bare event parse: {whole / bare:.2f}  (goal <= 4)")
        print(f"the same, first reading in a fresh process: {rounds[0][0] / rounds[0][1]:.2f}")
        print(f"growth exponent from {count // 10} to {count}: {math.log10(whole / tenth):.3f}  (goal <= 1.05)")
        print(f"read+check: {whole / count * 1e3:.3f} ms a matter here")
        tracemalloc.start()
        held = check_project(small)
        size = tracemalloc.get_traced_memory()[0]
        print(f"memory held: {size / len(held.matters) / 1024:.1f} KiB a matter")


if __name__ == "__main__":
    main()
