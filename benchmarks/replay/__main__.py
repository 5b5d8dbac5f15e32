"""Alignments of all variants of a log, beside r4pm (Rust) in one run: the same costs, and how many times faster.

    python -m benchmarks.replay PYTHON

PYTHON is an interpreter with r4pm (pip install r4pm, in an environment of its own). Logs of 10 to 5,000 variants are
made by random runs of the sample processes, with noise.

Both sides are timed from a net and the words, in memory, to a list that has the cost and all moves of every variant,
with the transition of each (r4pm: dicts; ours: ``Alignment``). Nothing is left to be decoded later, and nothing is kept
between two rounds. The quickest round of about a second of rounds counts, by the clock: r4pm works on all cores, ours
on one. Printed: milliseconds of both, their ratio, and the ratio where ours finds the costs alone (all that fitness
needs; r4pm has no such call); last the geometric means. The goal is 6 at least, of the same product; reached for costs
alone. It fails where a cost differs.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.replay.peer import peer_costs
from engine.conformance.alignment import costs_of
from engine.conformance.automaton import automaton_of
from engine.conformance.letters import shown, step_names
from engine.conformance.moves import Word
from engine.conformance.replaying import MOST_MARKINGS, aligned_words
from engine.nets.compiling import net_of
from processes.checking import check_project
from processes.model.process import Process
from tests.noisy import noisy_words

SECONDS = 1.0
"""Of rounds, for each side of each log."""
FEWEST = 5
"""Rounds."""
SIZES = (10, 50, 100, 500, 1000, 5000)
SAMPLES = Path(__file__).parents[2] / "samples" / "hailin"


def main() -> None:
    """All sizes, on a small, a middling and the largest sample process."""
    peer = sys.argv[1]
    matters = check_project(SAMPLES).matters
    ordered = sorted(
        (process for one in matters for process in (one.before, one.after) if process), key=lambda one: len(one.nodes)
    )
    chosen = (ordered[len(ordered) // 4], ordered[len(ordered) // 2], ordered[-1])
    ratios, of_costs = list[float](), list[float]()
    print(f"{'transitions':>11} {'variants':>8} {'ours ms':>9} {'r4pm ms':>9} {'ratio':>7} {'costs':>7}")
    for process in chosen:
        for size in SIZES:
            ours, alone, theirs, transitions = compared(process, size, peer)
            ratios.append(theirs / ours)
            of_costs.append(theirs / alone)
            print(
                f"{transitions:>11} {size:>8} {1000 * ours:>9.2f} {1000 * theirs:>9.2f} {ratios[-1]:>7.1f} "
                f"{of_costs[-1]:>7.1f}",
                flush=True,
            )
    print(f"geometric mean {mean(ratios):.1f}, worst {min(ratios):.1f}; of costs alone {mean(of_costs):.1f}")


def mean(ratios: list[float]) -> float:
    """The geometric one."""
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def compared(process: Process, size: int, peer: str) -> tuple[float, float, float, int]:
    """Our seconds, those for costs alone, theirs, transitions; raises where a cost differs."""
    net, seen = net_of(process), shown(process, ())
    words = noisy_words(net, seen, step_names(process), size, seed=size)
    ours = quickest(lambda: list(aligned_words(net, seen, words)))
    alone = quickest(lambda: list(costs_of(automaton_of(net, seen.letter, MOST_MARKINGS), words)))
    theirs, seconds = peer_costs(net, seen, words, peer, SECONDS)
    found = zip(words, aligned_words(net, seen, words), strict=True)
    costs: dict[Word, int] = {word: one.cost for word, one in found if one is not None}
    different = [word for word in words if costs.get(word) != theirs.get(word)]
    if different:
        raise SystemExit(f"{len(different)} costs differ, first {different[0]}")
    return ours, alone, seconds, len(net.transitions)


def quickest(work: Callable[[], object]) -> float:
    """Seconds of the quickest round, as ``r4pm_worker`` measures."""
    best, rounds, start = math.inf, 0, time.perf_counter()
    while rounds < FEWEST or time.perf_counter() - start < SECONDS:
        began = time.perf_counter()
        made = work()
        best = min(best, time.perf_counter() - began)
        del made
        rounds += 1
    return best


if __name__ == "__main__":
    main()
