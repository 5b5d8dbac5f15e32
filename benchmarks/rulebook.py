"""All rules over generated matters beside the structural check of the same project, in one run.

    python -m benchmarks.rulebook [matters]

The structural check reads the project and asks the guards (what every command does); all rules are that and the rule
book of ``zaizao check``. Every measurement is the first work of a fresh process, as a user has it, the garbage
collector off for both sides alike. Prints the ratio (goal: at most 3), the exponent of the rule book's time from a
tenth of the matters to all of them (goal: linear, at most 1.05), and the ten slowest rules. Each side's best of the
rounds, in processor seconds, both sides in turn.
"""

from __future__ import annotations

import cProfile
import gc
import math
import pstats
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.generated import write_project
from engine.examining import examine, rule_book
from processes.checking import Checked, check_project

MATTERS, ROUNDS, SLOWEST = 10_000, 5, 10
STRUCTURAL, EVERYTHING = "structural", "everything"


def measured(what: str, root: Path) -> float:
    """Processor seconds of the structural check, or of all rules, in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.rulebook", what, str(root)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def work(what: str, root: Path) -> float:
    """The same in this process; what is imported and found by walking is there beforehand."""
    rule_book()
    gc.disable()
    start = time.process_time()
    checked = check_project(root)
    if what == EVERYTHING:
        examine(checked)
    return time.process_time() - start


def measure(root: Path) -> tuple[float, float]:
    """Seconds of the structural check, and of all rules."""
    rounds = [(measured(STRUCTURAL, root), measured(EVERYTHING, root)) for _ in range(ROUNDS)]
    structural, everything = zip(*rounds, strict=True)
    return min(structural), min(everything)


def slowest(checked: Checked) -> list[tuple[str, float]]:
    """The rules that take longest, with their share of the rule book's time."""
    profile = cProfile.Profile()
    profile.runcall(examine, checked)
    stats: Any = pstats.Stats(profile)  # the figures by file are not in its type
    times = {
        Path(file).stem: spent / stats.total_tt
        for (file, _, name), (_, _, _, spent, _) in stats.stats.items()
        if name == "check" and "rules" in file
    }
    return sorted(times.items(), key=lambda one: -one[1])[:SLOWEST]


def main() -> None:
    """Measure and print."""
    if len(sys.argv) > 2:
        print(work(sys.argv[1], Path(sys.argv[2])))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MATTERS
    with tempfile.TemporaryDirectory() as folder:
        sizes = (max(count // 10, 1), count)
        times = []
        for size in sizes:
            root = Path(folder, str(size))
            write_project(root, size)
            times.append(measure(root))
        checked = check_project(Path(folder, str(sizes[0])))
    (few_structural, few), (structural, everything) = times
    book = everything - structural
    exponent = math.log(book / (few - few_structural)) / math.log(sizes[1] / sizes[0])
    print(f"{count} matters, {len(rule_book())} rules")
    print(f"structural check {structural / count * 1e3:.2f} ms a matter, all rules {everything / count * 1e3:.2f}")
    print(
        f"ratio: {everything / structural:.2f}  (goal <= 3); exponent of the rule book: {exponent:.2f}  (goal <= 1.05)"
    )
    for name, share in slowest(checked):
        print(f"  {share:6.1%}  {name}")


if __name__ == "__main__":
    main()
