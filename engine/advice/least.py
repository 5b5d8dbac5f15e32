"""The least that a matter must keep of 时限, 环节 and 程序 when it is cut further, so that the advice can be followed.

- 时限: along the critical path every 环节 that takes time keeps a day (one that takes less keeps what it has), and a
  环节 that publishes (公示) keeps its whole period, which is set from outside.
- 环节: one; somebody has to hold the file.
- 程序: those that are declared 法定, and at least one.

These are bounds of the advice, no rules: whether a matter can do with so little, its department has to judge.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from engine.main_path import longest_path, main_graph
from engine.measures.measured import Counting
from engine.reports.target import ACTS, DAYS
from processes.model.plan import Switches
from processes.model.process import NodeKind, Process
from processes.model.vocabulary import StepKind

LEAST_TEXT = (
    "下限:时限按关键路径,每个占时间的环节至少留1天(原来不足1天的照旧),公示的天数不动;环节至少留1个;"
    "程序不少于标明法定的,至少留1个。"
)
"""The bounds in a sentence."""

_DAY = Fraction(1)


def least_of(process: Process, name: str, switches: Switches) -> Fraction:
    """The least of one of the tested quantities, by its name."""
    if name == DAYS:
        return _days(process)
    acts = name == ACTS and switches.counting in (Counting.ACTS, Counting.HANDOVERS)
    lawful = sum(bool(act.statutory) for step in process.counted_steps for act in step.procedures) if acts else 0
    return Fraction(max(lawful, 1))


def _days(process: Process) -> Fraction:
    graph = main_graph(process)
    days = dict(graph.days)
    for key, node in graph.nodes.items():
        if node.kind is not NodeKind.STEP:
            # What a named block has beyond its longest branch is to spare.
            days[key] = Fraction(0)
        elif node.step is not None and StepKind.PUBLICISE not in node.step.kinds:
            days[key] = min(days[key], _DAY)
    length, _ = longest_path(replace(graph, days=days))
    return length
