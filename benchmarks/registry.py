"""How fast the registry is, and how it grows: ``python -m benchmarks.registry [sqlite|postgresql]``.

62 departments and 5 stages file until there are 1,250, 2,500, 5,000 and 10,000 submissions, with as many findings,
documents and figures as a department of 25 matters has. Measured at each size: filing one after the other, the latest
of all, the figures of a stage (roll-up), all of history, and what the board of progress asks (status: all of history
and the digests of what is in force). Each in milliseconds by the clock and, in brackets, of this process alone; the
exponent is the slope of the latter over the size on logarithmic scales, from the first size to the last: 1 is linear.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from math import log
from pathlib import Path

from processes.model.filing import FiledDocument, Filing, ReviewState
from processes.store.registry import Registry
from tests.filings import FIGURES, event, filing, finding
from tests.postgres import Server, running

SIZES = (1250, 2500, 5000, 10000)
DEPARTMENTS, STAGES = 62, 5
MATTERS = 25


def large(number: int) -> Filing:
    """The filing with this number: every department and stage in turn, each time something else."""
    department, stage = f"第{number % DEPARTMENTS + 1}局", number // DEPARTMENTS % STAGES + 1
    one = filing(f"第{number}份", department, stage)
    numbers = {f"column{column}": number % 97 + column for column in range(24)}
    return replace(
        one,
        documents=tuple(
            FiledDocument(f"{department}/附件8/{matter}-前.svg", "0" * 64, number) for matter in range(4 * MATTERS)
        ),
        findings=tuple(replace(finding(one.findings[0].severity), line=line) for line in range(2 * MATTERS)),
        figures={**FIGURES, **{f"附件{form}": numbers for form in (3, 4, 5, 9)}},
    )


def milliseconds(work: Callable[[], object], times: int = 5) -> tuple[float, float]:
    """The least of several attempts, by the clock and of this process."""
    found = []
    for _ in range(times):
        begun = time.perf_counter(), time.process_time()
        work()
        found.append((time.perf_counter() - begun[0], time.process_time() - begun[1]))
    return min(wall for wall, _ in found) * 1000, min(own for _, own in found) * 1000


def measure(url: str) -> None:
    """Fill the registry at ``url`` and print a line for each size."""
    rows = []
    with Registry.open(url) as registry:
        asked: dict[str, Callable[[], object]] = {
            "latest": registry.latest,
            "figures": lambda: registry.figures(3),
            "history": registry.history,
            "status": lambda: (registry.history(), registry.declared()),
        }
        filed = 0
        print(f"{'submissions':>12}{'file, a second':>16}" + "".join(f"{name:>16}" for name in asked))
        for size in SIZES:
            begun = time.perf_counter()
            for number in range(filed, size):
                one = registry.submit(large(number)).submission
                if number % 3 == 0:
                    registry.review(one.department, one.stage, event(ReviewState.CONFIRMED))
            rate = (size - filed) / (time.perf_counter() - begun)
            filed = size
            times = [milliseconds(work) for work in asked.values()]
            rows.append([own for _, own in times])
            print(f"{size:>12}{rate:>16.0f}" + "".join(f"{wall:>8.0f} ({own:>4.0f})" for wall, own in times))
        begun = time.perf_counter()
        assert registry.verify() == ()
        print(f"verify: {time.perf_counter() - begun:.1f} s")
    slopes = [log(last / first) / log(SIZES[-1] / SIZES[0]) for first, last in zip(rows[0], rows[-1], strict=True)]
    print("exponents: " + ", ".join(f"{name} {slope:.2f}" for name, slope in zip(asked, slopes, strict=True)))


def main() -> None:
    """Measure the databases that are named, or both."""
    for kind in sys.argv[1:] or ("sqlite", "postgresql"):
        print(kind)
        place: AbstractContextManager[Server | None] = running(durable=True) if kind == "postgresql" else nullcontext()
        with tempfile.TemporaryDirectory() as folder, place as server:
            measure(str(Path(folder) / "登记.db") if server is None else server.database())


if __name__ == "__main__":
    main()
