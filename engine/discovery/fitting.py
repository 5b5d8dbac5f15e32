"""How well a declaration fits the log it came from: measured on the text that is written, not on the tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from engine.conformance.alignment import alignments
from engine.conformance.automaton import TooManyMarkings, automaton_of
from engine.conformance.moves import Word
from engine.discovery.graph import Traces
from engine.nets.compiling import net_of
from engine.nets.net import Net, NetTransition
from processes.compilation.build import compile_process
from processes.compilation.holders import Anybody
from processes.declaration.matter_file import read_matter
from processes.declaration.nodes import parse
from processes.declaration.reporting import Reporter
from processes.model.process import NodeKind, Process
from processes.model.vocabulary import MatterType

MOST_MARKINGS = 1500
"""States of a net that is aligned; each pair of them costs about a byte, and each step of a case time for each."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a text fits.

    ``fitness``: 1 - cost of the best alignments / cost of having nothing in common, over all cases (A. Adriansyah,
    Aligning Observed and Modeled Behavior, 2014); steps in ``unlogged`` cost nothing. ``unfit``: ways that are not
    told exactly → their cases. ``taken``: name of a step and condition → how often the cases go that way.
    """

    fitness: float
    unfit: Traces
    taken: Mapping[tuple[str, str], int]


def process_of(text: str) -> Process:
    """优化前 of a matter file, compiled; the text must be one without errors."""
    report = Reporter("")
    root = parse(text, report)
    assert root is not None, report.findings
    matter = read_matter(root, report, "", {kind: {} for kind in MatterType})
    assert matter is not None, report.findings
    return compile_process(matter, matter.before, Anybody())


def fit(process: Process, traces: Traces, unlogged: Collection[str]) -> Fit | None:
    """The fit; None where the net is too large or has no end. ``unlogged``: steps that no log can have."""
    steps = {node.key: node for node in process.nodes}

    def letter(one: NetTransition) -> str | None:
        node = steps[one.node]
        if node.kind is not NodeKind.STEP or node.step is None or node.step.name in unlogged:
            return None
        return node.step.name

    net: Net = net_of(process)
    try:
        automaton = automaton_of(net, letter, MOST_MARKINGS)
    except TooManyMarkings:
        return None
    if not automaton.ends:
        return None
    shortest, *aligned = alignments(automaton, [(), *traces])
    cost, whole, unfit, taken = 0, 0, dict[Word, int](), Counter[tuple[str, str]]()
    for (word, cases), one in zip(traces.items(), aligned, strict=True):
        cost += one.cost * cases
        whole += (len(word) + shortest.cost) * cases
        if one.cost:
            unfit[word] = cases
        for move in one.moves:
            if move.arc is not None:
                taken[move.letter, move.arc.transition.event] += cases
    return Fit(1 - cost / whole if whole else 1.0, unfit, taken)
