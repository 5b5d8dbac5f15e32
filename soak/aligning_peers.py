"""Run by an interpreter that has r4pm and pm4py: the costs of optimal alignments by each of them.

    python aligning_peers.py TASKS COSTS

TASKS: a JSON file, a list of ``{"net": as r4pm.petri_net has it, "log": an XES file, "words": its words in order}``.
COSTS: where a list of ``{"r4pm": [cost, …], "pm4py": [cost, …]}`` is written, by task and word.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import r4pm
from pm4py.algo.conformance.alignments.petri_net.variants import dijkstra_no_heuristics
from pm4py.objects.log.obj import Event, Trace
from pm4py.objects.petri_net.obj import Marking, PetriNet
from pm4py.objects.petri_net.utils.petri_utils import add_arc_from_to

WHOLE = 10_000
"""What a move of one side costs in pm4py; one that no log shows costs 1."""


def main() -> None:
    """All tasks."""
    tasks = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    costs = [{"r4pm": by_r4pm(**task), "pm4py": by_pm4py(task["net"], task["words"])} for task in tasks]
    Path(sys.argv[2]).write_text(json.dumps(costs), encoding="utf-8")


def by_r4pm(net: dict[str, Any], log: str, words: list[list[str]]) -> list[Any]:
    """By A*, in Rust."""
    projection = r4pm.import_item("EventLogActivityProjection", log)
    options = {
        "cost_fn": {"log_move_cost": 1, "model_move_cost": 1, "silent_move_cost": 0, "sync_move_cost": 0},
        "max_states": None,
    }
    found = {
        tuple(one["activities"]): one["result"].get("Ok", one["result"])["cost"]
        for one in r4pm.bindings.align_variants(net, projection, options)
    }
    return [found[tuple(word)] for word in words]


def by_pm4py(net: dict[str, Any], words: list[list[str]]) -> list[Any]:
    """By Dijkstra's search, in Python."""
    places = {name: PetriNet.Place(name) for name in net["places"]}
    moves = {name: PetriNet.Transition(name, one["label"]) for name, one in net["transitions"].items()}
    whole = PetriNet("net", set(places.values()), set(moves.values()))
    for arc in net["arcs"]:
        one, other = ({**places, **moves}[name] for name in arc["from_to"]["nodes"])
        add_arc_from_to(one, other, whole)
    (final,) = net["final_markings"]
    first, last = (Marking({places[name]: 1 for name in marking}) for marking in (net["initial_marking"], final))
    traces = [Trace([Event({"concept:name": letter}) for letter in word]) for word in words]
    return [dijkstra_no_heuristics.apply(trace, whole, first, last)["cost"] // WHOLE for trace in traces]


if __name__ == "__main__":
    main()
