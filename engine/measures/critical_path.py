"""关键路径: the days that the 环节 need one after the other, the longest branch standing for a parallel block.

Source: plan, 压时限: “最大限度压缩工作时限” — a limit shorter than its own critical path cannot be kept. Unit: counted
days (工作日 or 自然日 as the version has it); 不计时限 counts 0, a named block counts its own limit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.main_path import longest_path, main_graph
from engine.measures.measured import Measured, distinct
from processes.model.places import Text

if TYPE_CHECKING:
    from processes.model.plan import Switches
    from processes.model.process import Process

NAME = "关键路径"
UNIT = "天"


def measure(process: Process, switches: Switches) -> Measured:  # noqa: ARG001 - the same for every measure
    """The length of the longest path of the main graph; items are the 环节 on it that take time."""
    graph = main_graph(process)
    length, on_path = longest_path(graph)
    steps = [graph.nodes[key].step for key in on_path if graph.days[key]]
    items = tuple(Text(step.name, step.at("limit")) for step in steps)
    sources = distinct(item.place for item in items) or distinct((process.version.at("entries"),))
    return Measured(length, items, sources)
