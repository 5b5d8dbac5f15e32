"""How long a difference takes, as a ratio to the diff of bpmn-js-differ alone, in one run.

    python -m benchmarks.difference time [--cache DIR] [--rounds 7] [--many 10000]

Ours is all from a checked pair of processes to the whole tuple of changes: compiled to integers, matched, compared.
The differ's is its ``diff`` on definitions that moddle has parsed already, in node, timed there. Both take the same
generated pairs, the differ with ids kept, with and without diagram interchange. Warm is the best of the rounds, a
pair each, added up; what ours remembers of names is forgotten before each call, for a pair is compared once. Fresh is
the first call in a new process. Goals: 20 steps at most 0.5 of the differ, 200 steps at most 0.25; exponent from 20
to 200 steps at most 1.35; many pairs in even time and memory.
"""

from __future__ import annotations

import gc
import math
import platform
import resource
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from benchmarks.difference.claims import Pair
from benchmarks.difference.generator import sample
from benchmarks.difference.peers import bpmn_js_differ
from benchmarks.difference.peers.bpmn import diagrams
from benchmarks.difference.peers.cache import NODE, Cache, default_cache
from engine.diff.compare import compare
from processes.model.plan import Switches

SIZES = (20, 50, 100, 200)
PAIRS = 8
"""Of each size."""
GOALS = {20: 0.5, 200: 0.25}
EXPONENT = 1.35
SEED = "time"
BLOCK = 1000


def ours(pair: Pair) -> None:
    """What is measured."""
    compare(pair.checked, Switches())


def pairs_of(size: int, *, hidden: bool) -> list[Pair]:
    """The pairs of one size."""
    return [sample(f"{SEED}/{size}/{number}", hidden=hidden, steps=size).pair for number in range(PAIRS)]


def caches() -> list[Callable[[], None]]:
    """What makes the engine forget the names it has seen."""
    modules = [module for name, module in sys.modules.items() if name.startswith("engine.diff")]
    found = {id(one): one for module in modules for one in vars(module).values() if hasattr(one, "cache_clear")}
    return [one.cache_clear for one in found.values()]


def warm(pairs: Sequence[Pair], rounds: int) -> float:
    """Microseconds a pair: the best round of each."""
    forget, best = caches(), [math.inf] * len(pairs)
    gc.disable()
    for _ in range(rounds):
        for index, pair in enumerate(pairs):
            for _ in range(5):
                for clear in forget:
                    clear()
                start = time.perf_counter()
                ours(pair)
                best[index] = min(best[index], time.perf_counter() - start)
        gc.collect()
    gc.enable()
    return sum(best) / len(best) * 1e6


def first(size: int, *, hidden: bool) -> float:
    """Microseconds of the first comparison of a new process."""
    pair = pairs_of(size, hidden=hidden)[0]
    start = time.perf_counter()
    ours(pair)
    return (time.perf_counter() - start) * 1e6


def first_elsewhere(size: int, *, hidden: bool) -> float:
    """The same, of a process that is really new."""
    words = [sys.executable, "-m", "benchmarks.difference", "time", "--first", str(size)]
    return float(subprocess.run([*words, *(("--hidden",) if hidden else ())], check=True, capture_output=True, text=True).stdout)


def differ(pairs: Iterable[Pair], cache: Cache, rounds: int, *, shapes: bool) -> tuple[float, float, str]:
    """Microseconds a pair of the differ: warm, and the first of a new node; the version of node."""
    worker = bpmn_js_differ.worker(cache)
    firsts, bests, version = [], [], ""
    for pair in pairs:
        before, after = diagrams(pair.before, pair.after, hidden=False, shapes=shapes)
        calls = max(3, 6000 // len(before.steps) // 10)
        answer = worker.ask({"before": before.xml, "after": after.xml, "rounds": rounds, "calls": calls})
        firsts.append(answer["first"])
        bests.append(answer["best"])
        version = answer["node"]
    worker.stop()
    return sum(bests) / len(bests), firsts[0], version


def main(words: Sequence[str]) -> None:
    """Measure and print."""
    parser = ArgumentParser(prog="python -m benchmarks.difference time")
    parser.add_argument("--cache", type=Path, default=default_cache())
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--many", type=int, default=10_000)
    parser.add_argument("--first", type=int, help="print the first comparison of that many steps, for a run of this")
    parser.add_argument("--hidden", action="store_true", help="with --first: without 标识")
    asked = parser.parse_args(words)
    if asked.first:
        print(first(asked.first, hidden=asked.hidden))
        return
    ratios(Cache(asked.cache), asked.rounds)
    if asked.many:
        many(asked.many)


def ratios(cache: Cache, rounds: int) -> None:
    """Ours beside the differ at every size."""
    if missing := cache.missing_node():
        sys.exit(f"bpmn-js-differ is not installed: {missing}")
    times: dict[bool, dict[int, float]] = {False: {}, True: {}}
    peer: dict[int, float] = {}
    rows = []
    for size in SIZES:
        pairs = {hidden: pairs_of(size, hidden=hidden) for hidden in times}
        drawn, drawn_first, version = differ(pairs[False], cache, rounds, shapes=True)
        bare, bare_first, _ = differ(pairs[False], cache, rounds, shapes=False)
        peer[size] = bare
        for hidden, found in times.items():
            found[size] = warm(pairs[hidden], rounds)
            fresh = first_elsewhere(size, hidden=hidden)
            rows.append(
                f"| {size} | {'hidden' if hidden else 'kept'} | {found[size]:.0f} | {found[size] / drawn:.2f} | "
                f"{found[size] / bare:.2f} | {fresh / drawn_first:.2f} | {fresh / bare_first:.2f} |"
            )
    print(f"{cpu()}; Python {platform.python_version()}, node {version}, {', '.join(NODE)}; {PAIRS} pairs a size\n")
    print("| steps | ids | µs a pair | warm, with shapes | warm, without | fresh, with shapes | fresh, without |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    print("\n".join(rows))
    print(f"\ngoals: {', '.join(f'{size} steps at most {goal}' for size, goal in GOALS.items())}")
    for hidden, found in times.items():
        said = f"{exponent(found):.2f}  (goal <= {EXPONENT})"
        print(f"exponent from {SIZES[0]} to {SIZES[-1]} steps, ids {'hidden' if hidden else 'kept'}: {said}")
    print(f"exponent of bpmn-js-differ, without shapes: {exponent(peer):.2f}")


def exponent(times: dict[int, float]) -> float:
    """Of the growth from the smallest to the largest."""
    return math.log(times[SIZES[-1]] / times[SIZES[0]]) / math.log(SIZES[-1] / SIZES[0])


def many(count: int) -> None:
    """Many different pairs one after the other: time a pair of the first and of the last, and the peak of memory."""
    spent, peaks = [], []
    for block in range(math.ceil(count / BLOCK)):
        total = 0.0
        for number in range(BLOCK):
            pair = sample(f"{SEED}/many/{block * BLOCK + number}", hidden=True).pair
            start = time.perf_counter()
            ours(pair)
            total += time.perf_counter() - start
        spent.append(total / BLOCK * 1e6)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(f"\n{len(spent) * BLOCK} different pairs, ids hidden: {spent[0]:.0f} µs a pair in the first thousand, ", end="")
    print(f"{spent[-1]:.0f} in the last; peak of memory {peaks[0]:.0f} MiB after the first, {peaks[-1]:.0f} at the end")


def cpu() -> str:
    """What the machine calls its processor."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


if __name__ == "__main__":
    main(sys.argv[1:])
