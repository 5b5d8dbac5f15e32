"""What every walk through one process shares: the machine, what its steps need, what its places are called.

Materials: 受理 needs what its 使用 names, else everything (declaration format §3); any other step needs the materials
that its 使用 names. A document that another step makes is never waited for: the step may have been passed over, as 听证
is where nobody asks for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from engine.machine import CaseState, Hindrance, ProcessMachine, Way, Why
from processes.compilation.standard import CORRECTION, accepting_step
from processes.model.flow import StepEntry
from processes.model.folding import fold_name
from processes.model.process import Flow, FlowKind, Node, NodeKind, Process, Step

_ORDER = (FlowKind.MAIN, FlowKind.SKIP, FlowKind.LOOP, FlowKind.SIDE)
"""How choices are listed: what happens normally comes first."""


class Route:
    """One process, ready to be walked through any number of times."""

    def __init__(self, process: Process) -> None:
        """Compile the machine and look up what each step needs."""
        self.process = process
        self.machine = ProcessMachine(process, self._hindrance)
        self.nodes = {node.key: node for node in process.nodes}
        self.materials = tuple(material.name for material in process.version.materials)
        self.labels = labels_of(process.nodes)
        self.outputs = frozenset(fold_name(name) for step in process.steps for name in step.outputs)
        self._accepting = _accepting_key(process)
        self._by_name = {fold_name(name): name for name in self.materials}

    def needs(self, place: str) -> tuple[str, ...]:
        """The materials without which the file may not go on from ``place``."""
        step = self.nodes[place].step
        if step is None:
            return ()
        if self.accepts(place) and not step.uses:
            return self.materials
        return tuple(self._by_name[fold_name(name)] for name in step.uses if fold_name(name) in self._by_name)

    def accepts(self, place: str) -> bool:
        """Whether ``place`` is where the application is accepted (受理)."""
        step = self.nodes[place].step
        return step is not None and step.key == self._accepting and not step.branch

    def corrects(self, flow: Flow) -> bool:
        """Whether ``flow`` sends the application back from 受理 to be completed (补正)."""
        return self.accepts(flow.source) and self.branch_of(flow.target) == CORRECTION.name

    def branch_of(self, place: str) -> str:
        """The 支线 on which ``place`` is, empty for the main path."""
        step = self.nodes[place].step
        return step.branch if step else ""

    def goes_on(self, flow: Flow) -> bool:
        """Whether who takes ``flow`` has done what its step is for: on along the main path, or along a side branch."""
        if flow.kind is FlowKind.SIDE:
            return bool(self.branch_of(flow.source))
        return flow.kind is not FlowKind.LOOP

    def ways(self, case: CaseState) -> tuple[Way, ...]:
        """What may happen next: the places in the order of the process, at each first what happens normally."""
        order = {key: index for index, key in enumerate(self.nodes)}
        ways = self.machine.ways(case)
        return tuple(sorted(ways, key=lambda way: (order[way.place], _ORDER.index(way.flow.kind))))

    def onward(self, ways: Iterable[Way]) -> Way | None:
        """Of the ways out of one place the one that 下一环节 means."""
        listed = tuple(ways)
        main = [way for way in listed if way.flow.kind is FlowKind.MAIN]
        return main[0] if main else listed[0] if len(listed) == 1 else None

    def _hindrance(self, flow: Flow, case: CaseState) -> Hindrance | None:
        missing = tuple(name for name in self.needs(flow.source) if name not in case.received)
        if missing and self.goes_on(flow):
            return Hindrance(Why.MATERIALS_MISSING, missing)
        if not missing and self.corrects(flow):
            return Hindrance(Why.MATERIALS_COMPLETE)
        return None


def _accepting_key(process: Process) -> str:
    entries = process.version.entries
    index = accepting_step(entries)
    if index is None:
        return ""
    entry = entries[index]
    assert isinstance(entry, StepEntry)
    return entry.key


def labels_of(nodes: Iterable[Node]) -> dict[str, str]:
    """What each place is called: its name, or its key where two steps share the name."""
    listed = tuple(nodes)
    named: dict[str, Step] = {node.step.key: node.step for node in listed if node.step}
    times = Counter(fold_name(step.name) for step in named.values())
    unnamed = [node for node in listed if node.kind is NodeKind.JOIN and node.step is None]
    labels: dict[str, str] = {}
    for node in listed:
        if node.step:
            step = node.step
            labels[node.key] = step.name if times[fold_name(step.name)] == 1 else step.key
        elif node.kind in (NodeKind.FORK, NodeKind.JOIN):
            block = "并联" if len(unnamed) == 1 else node.key.rpartition(":")[0]
            labels[node.key] = f"{block}汇合" if node.kind is NodeKind.JOIN else block
        else:
            labels[node.key] = node.name or node.key
    return labels
