"""One 环节 in numbers: what it adds to the process, and when on the main path it is reached."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.main_path import longest_ways, main_graph
from engine.measures import measures
from engine.measures.measured import Measured
from processes.model.places import Place
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, NodeKind, Process, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """``reached``: counted days before it begins, when everything before takes its whole limit; None off the main path.

    ``steps``, ``procedures`` and ``critical_path`` are those of the whole version.
    """

    step: Step
    version: str
    reached: Fraction | None
    steps: Measured
    procedures: Measured
    critical_path: Measured


def step_at(checked: CheckedMatter, line: int, switches: Switches) -> StepCard | None:
    """The card of the 环节 that is written on ``line`` (from 1) of the matter's file; None if none is."""
    for process in (checked.before, checked.after):
        if process is not None:
            for step in process.steps:
                if _is_on(step, Place(checked.matter.file, line, 0)):
                    return _card(process, step, switches)
    return None


def _is_on(step: Step, line: Place) -> bool:
    """A standard side branch is written nowhere."""
    return step.at("name")[:2] == line[:2]


def _card(process: Process, step: Step, switches: Switches) -> StepCard:
    counted = measures()
    return StepCard(
        step=step,
        version=str(process.version.label),
        reached=_reached(process, step),
        steps=counted["steps"].measure(process, switches),
        procedures=counted["procedures"].measure(process, switches),
        critical_path=counted["critical_path"].measure(process, switches),
    )


def _reached(process: Process, step: Step) -> Fraction | None:
    graph = main_graph(process)
    for key, (done, _) in longest_ways(graph).items():
        node = graph.nodes[key]
        if node.step is not None and node.step.key == step.key and node.kind is not NodeKind.JOIN:
            days: Fraction = done - graph.days[key]
            return days
    return None
