"""Footprints of pm4py (PyPI, AGPL: for this benchmark only, optional), compared.

A footprint says of two activities whether one directly follows the other, or both orders occur, which counts as side by
side. Activities are known by their labels: the id of the step where ids are kept, else its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from benchmarks.difference.claims import Answer, Pair, labels
from benchmarks.difference.peers import said
from benchmarks.difference.peers.bpmn import Diagram, Style, diagrams
from benchmarks.difference.peers.cache import Cache
from benchmarks.difference.peers.lines import WORKERS, Worker
from processes.model.process import Process


def worker(cache: Cache) -> Worker:
    """It in its environment; many states take long."""
    return Worker((str(cache.python("pm4py")), str(WORKERS / "with_pm4py.py")), seconds=20.0)


@dataclass
class Footprints:
    """Behaviour, by labels."""

    worker: Worker
    hidden: bool
    name: str = "pm4py footprints"
    codes: frozenset[str] = frozenset({"step-removed", "step-added", "steps-parallelised", "steps-serialised"})

    def answer(self, pair: Pair) -> Answer:
        """Activities of one side only; pairs that follow each other on one side and run side by side on the other."""
        files = diagrams(pair, Style(shapes=False), hidden=self.hidden)
        found = self.worker.ask({"before": files[0].xml, "after": files[1].xml, "ids": not self.hidden})
        old, new = (self._labels(file, process) for file, process in zip(files, (pair.before, pair.after), strict=True))
        there, then = ({*found[side]["activities"]} for side in ("before", "after"))
        side_by_side = _pairs(found["before"]["sequence"]) & _pairs(found["after"]["parallel"])
        one_by_one = _pairs(found["before"]["parallel"]) & _pairs(found["after"]["sequence"])
        return said.answer(
            said.Said(
                removed=[old[one] for one in there - then if one in old],
                added=[new[one] for one in then - there if one in new],
                onward={old[one]: new[one] for one in there & then if one in old and one in new},
                parallel=_blocks(side_by_side, new),
                serial=_blocks(one_by_one, old),
            ),
            pair,
        )

    def _labels(self, file: Diagram, process: Process) -> dict[str, str]:
        """What an activity is called there → the label of its step, the first of several of one name."""
        names = labels(process)
        steps = {key: step for key, step in file.steps.items() if step.key in names}
        if not self.hidden:
            return {key: names[step.key] for key, step in steps.items()}
        return {step.name: names[step.key] for step in reversed(steps.values())}


def _pairs(found: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    """Both orders are one pair."""
    return {frozenset(one) for one in found}


def _blocks(pairs: Iterable[frozenset[str]], names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The steps that hang together by pairs, a change each."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((min(pair), max(pair)) for pair in pairs if len(pair) == 2 and pair <= names.keys())
    return [tuple(names[one] for one in block) for block in nx.connected_components(graph)]
