"""How long a difference takes, as a ratio to the diff of bpmn-js-differ alone, in one run.

    python -m benchmarks.difference time [--cache DIR] [--calls 20] [--many 10000]

Ours is all from a checked pair of processes to the whole tuple of changes: compiled to integers, matched, compared;
with totals: the critical path and the counts too. The differ's is its ``diff`` on definitions that moddle has parsed
already, timed in node. Both take the same generated pairs, the differ with ids kept, with and without diagram
interchange. Warm is the best call of each pair; what ours remembers of names is forgotten before each call, for a pair
is compared once. Fresh is the first call in a new process. Ours is in processor seconds; of the differ, whichever is
less of the clock and the processor.

Goals: 20 steps at most 0.5 of the differ, 200 steps at most 0.25; exponent from 20 to 200 steps at most 1.35; many
pairs in even time and memory.
"""

from __future__ import annotations

import gc
import math
import platform
import resource
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from benchmarks.difference.claims import Pair
from benchmarks.difference.generator import sample
from benchmarks.difference.peers import bpmn_js_differ
from benchmarks.difference.peers.bpmn import Style, diagrams
from benchmarks.difference.peers.cache import NODE, Cache, default_cache
from benchmarks.difference.writing import read
from engine.diff.compare import compare, differing
from processes.model.plan import Switches

SIZES = (20, 50, 100, 200)
PAIRS = 3
"""Of each size."""
GOALS = {20: 0.5, 200: 0.25}
EXPONENT = 1.35
SEED = "time"
BLOCK = 1000
WARMING = 10
"""Calls of the differ for one of ours, at the smallest size; at others as many as take about as long."""


def changes(pair: Pair) -> object:
    """What is measured: the whole tuple of changes, in its order."""
    return differing(pair.before, pair.after).changes


def difference(pair: Pair) -> object:
    """The same with the totals and the critical path, which the differ knows nothing of."""
    return compare(pair.checked, Switches())


def pairs_of(size: int, *, hidden: bool) -> list[Pair]:
    """The pairs of one size."""
    return [sample(f"{SEED}/{size}/{number}", hidden=hidden, steps=size).pair for number in range(PAIRS)]


def caches() -> list[Callable[[], None]]:
    """What makes the engine forget the names it has seen."""
    modules = [module for name, module in sys.modules.items() if name.startswith("engine.diff")]
    found = {id(one): one for module in modules for one in vars(module).values() if hasattr(one, "cache_clear")}
    return [one.cache_clear for one in found.values()]


def once(pair: Pair, work: Callable[[Pair], object] = changes) -> float:
    """Microseconds of the processor for one comparison."""
    start = time.process_time()
    work(pair)
    return (time.process_time() - start) * 1e6


def warm(pairs: Sequence[Pair], calls: int, work: Callable[[Pair], object] = changes) -> float:
    """Microseconds a pair: the best of the calls of each."""
    forget, best = caches(), [math.inf] * len(pairs)
    gc.disable()
    for _ in range(calls):
        for index, pair in enumerate(pairs):
            for clear in forget:
                clear()
            best[index] = min(best[index], once(pair, work))
        gc.collect()
    gc.enable()
    return sum(best) / len(best)


def first(pair: Pair) -> float:
    """Microseconds of the first comparison of a new process."""
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        file.write(pair.text)
        file.flush()
        words = [sys.executable, "-m", "benchmarks.difference", "time", "--first", file.name]
        return float(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


def differ(pairs: Iterable[Pair], cache: Cache, calls: int, *, shapes: bool) -> tuple[float, float, str]:
    """Microseconds a pair of the differ: warm, and the first of a new node; the version of node."""
    worker = bpmn_js_differ.worker(cache)
    answers = []
    for pair in pairs:
        before, after = diagrams(pair, Style(shapes=shapes), hidden=False)
        answers.append(worker.ask({"before": before.xml, "after": after.xml, "calls": calls}))
    worker.stop()
    return sum(one["best"] for one in answers) / len(answers), answers[0]["first"], answers[0]["node"]


def main(words: Sequence[str]) -> None:
    """Measure and print."""
    parser = ArgumentParser(prog="python -m benchmarks.difference time")
    parser.add_argument("--cache", type=Path, default=default_cache())
    parser.add_argument("--calls", type=int, default=20, help="of each pair; of the differ, which warms up, more")
    parser.add_argument("--many", type=int, default=10_000)
    parser.add_argument(
        "--first", type=Path, help="only print what the first comparison takes, of the matter in this file"
    )
    asked = parser.parse_args(words)
    if asked.first:
        print(once(read(asked.first.read_text(encoding="utf-8"))))
        return
    ratios(Cache(asked.cache), asked.calls)
    if asked.many:
        many(asked.many)


def ratios(cache: Cache, calls: int) -> None:
    """Ours beside the differ at every size."""
    if missing := cache.missing_node():
        sys.exit(f"bpmn-js-differ is not installed: {missing}")
    times: dict[bool, dict[int, float]] = {False: {}, True: {}}
    peer: dict[int, float] = {}
    print(f"{cpu()}; Python {platform.python_version()}, {', '.join(NODE)}; {PAIRS} pairs a size\n")
    print("| steps | ids | µs a pair | with totals | warm, with shapes | warm, without | ", end="")
    print("fresh, with shapes | fresh, without |\n| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for size in SIZES:
        warming = max(calls, WARMING * calls * SIZES[0] // size)
        pairs = {hidden: pairs_of(size, hidden=hidden) for hidden in times}
        drawn, drawn_first, version = differ(pairs[False], cache, warming, shapes=True)
        bare, bare_first, _ = differ(pairs[False], cache, warming, shapes=False)
        peer[size] = bare
        for hidden, found in times.items():
            found[size] = warm(pairs[hidden], calls)
            fresh = first(pairs[hidden][0])
            whole = warm(pairs[hidden], calls, difference)
            print(
                f"| {size} | {'hidden' if hidden else 'kept'} | {found[size]:.0f} | {whole:.0f} | "
                f"{found[size] / drawn:.2f} | "
                f"{found[size] / bare:.2f} | {fresh / drawn_first:.2f} | {fresh / bare_first:.2f} |",
                flush=True,
            )
    print(f"\nnode {version}; goals: {', '.join(f'{size} steps at most {goal}' for size, goal in GOALS.items())}")
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
    # Each pair is dropped when it has been compared, so that the peak shows what the engine keeps.
    for block in range(math.ceil(count / BLOCK)):
        total = 0.0
        for number in range(BLOCK):
            pair = sample(f"{SEED}/many/{block * BLOCK + number}", hidden=True).pair
            total += once(pair)
        spent.append(total / BLOCK)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(
        f"\n{len(spent) * BLOCK} different pairs, ids hidden: {spent[0]:.0f} µs a pair in the first thousand, ", end=""
    )
    print(f"{spent[-1]:.0f} in the last; peak of memory {peaks[0]:.0f} MiB after the first, {peaks[-1]:.0f} at the end")


def cpu() -> str:
    """What the machine calls its processor."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


if __name__ == "__main__":
    main(sys.argv[1:])
