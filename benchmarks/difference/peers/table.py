"""F1 of every kind, for ours and for every peer, in one table."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.difference.claims import Answer, Engine, Pair
from benchmarks.difference.generator import samples
from benchmarks.difference.ours import Ours
from benchmarks.difference.peers import bpmn_js_differ, deepdiff, gawd, ged, pm4py, spiffworkflow, xmldiff
from benchmarks.difference.peers.cache import NODE, PYTHON, Cache, default_cache
from benchmarks.difference.peers.lines import NoAnswer
from benchmarks.difference.scoring import Score, f1_table, score


@dataclass
class Patient:
    """An engine that may give up on a pair, which then counts as nothing said, and how long it took for all."""

    engine: Engine
    seconds: float = 0.0
    given_up: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """As printed."""
        return self.engine.name

    @property
    def codes(self) -> frozenset[str]:
        """The kinds that it can name at all."""
        return self.engine.codes

    def answer(self, pair: Pair) -> Answer:
        """What it finds, nothing if it gives up."""
        start = time.perf_counter()
        try:
            return self.engine.answer(pair)
        except NoAnswer as reason:
            self.given_up.append(str(reason))
            return Answer(frozenset())
        finally:
            self.seconds += time.perf_counter() - start


def peers(cache: Cache, *, hidden: bool) -> dict[str, tuple[str, Callable[[], Engine]]]:
    """Name → how to install what is missing (empty if nothing is), and how to start it."""
    python, node, prints = cache.missing_python("peers"), cache.missing_node(), cache.missing_python("pm4py")
    return {
        "bpmn-js-differ": (node, lambda: bpmn_js_differ.BpmnJsDiffer(bpmn_js_differ.worker(cache), hidden)),
        "spiffworkflow": (python, lambda: spiffworkflow.SpiffWorkflow(spiffworkflow.worker(cache), hidden)),
        "pm4py": (prints, lambda: pm4py.Footprints(pm4py.worker(cache), hidden)),
        "xmldiff": (python, lambda: xmldiff.XmlDiff(xmldiff.worker(cache), hidden)),
        "deepdiff": (python, lambda: deepdiff.DeepDiff(deepdiff.worker(cache), hidden)),
        "gawd": (python, lambda: gawd.Gawd(gawd.worker(cache), hidden)),
        "ged": (ged.missing(), lambda: ged.EditDistance(hidden)),
    }


def main(words: Sequence[str]) -> None:
    """Measure and print."""
    parser = ArgumentParser(prog="python -m benchmarks.difference peers")
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ids", choices=("kept", "hidden"), default="kept")
    parser.add_argument("--cache", type=Path, default=default_cache())
    parser.add_argument("--only", nargs="*", help="names of peers")
    asked = parser.parse_args(words)
    hidden = asked.ids == "hidden"
    engines = [Patient(Ours())]
    for name, (missing, start) in peers(Cache(asked.cache), hidden=hidden).items():
        if asked.only is not None and name not in asked.only:
            continue
        if missing:
            print(f"{name} is not installed: {missing}\n")
        else:
            engines.append(Patient(start()))
    made = list(samples(asked.pairs, asked.seed, hidden=hidden))
    scores = [score(engine, made) for engine in engines]
    versions = ", ".join((*NODE, *(one for names in PYTHON.values() for one in names)))
    print(f"{asked.pairs} pairs, seed {asked.seed}, ids {asked.ids}; {versions}\n")
    print(f1_table(scores, [engine.codes for engine in engines]))
    print(f"| **all claims** | {' | '.join(f'{overall(one):.2f}' for one in scores)} |")
    print(f"| milliseconds a pair | {' | '.join(f'{one.seconds / asked.pairs * 1e3:.0f}' for one in engines)} |\n")
    for engine in engines:
        for reason in sorted({*engine.given_up}):
            print(f"{engine.name}: {engine.given_up.count(reason)} pairs given up: {reason}")
        if isinstance(engine.engine, ged.EditDistance):
            done = asked.pairs - engine.engine.unfinished
            print(f"{engine.name}: exact on {done} pairs, else the best found in {engine.engine.seconds:.0f} s")


def overall(one: Score) -> float:
    """F1 over the claims of all kinds together."""
    right = one.right.total()
    return 2 * right / (2 * right + one.wrong.total() + one.missing.total())
