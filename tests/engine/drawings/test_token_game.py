"""Verdicts on random drawings equal those of a token game played on the sequence flows, as BPMN 2.0 (13.3) plays it."""

from __future__ import annotations

import random
from collections import Counter

from engine.drawings.proving import proof_of_drawing
from engine.soundness.faults import Outcome
from processes.intake.bpmn.control_flow import FlowGraph, Shape, control_flow
from processes.intake.bpmn.notes import Notes
from tests.drawn import drawing

SIGNS = ["", "?", "?", "?", "+"]
Tokens = tuple[str, ...]
"""Ids of the flows that hold a token, sorted; an end that was reached as its id."""


def some_drawing(dice: random.Random) -> str:
    """Tasks and gateways on the way from one start to one or two ends, with a few arrows thrown in."""
    inner = [f"{dice.choice(SIGNS)}{number}" for number in range(dice.randint(2, 7))]
    ends = [f"){number}" for number in range(dice.randint(1, 2))]
    arrows = [("(s", inner[0])]
    arrows += [(one, dice.choice([*inner[index + 1 :][:2], *ends])) for index, one in enumerate(inner)]
    arrows += [(dice.choice(inner), dice.choice([*inner, *ends])) for _ in range(dice.randint(0, 3))]
    return "\n".join(f"{source} -> {target}" for source, target in arrows)


def moves(graph: FlowGraph, tokens: Tokens) -> list[Tokens]:
    """What may come of one step of one node."""
    found = []
    for node in graph.nodes:
        ins = [flow.id for flow in graph.flows if flow.target == node.id]
        outs = [flow.id for flow in graph.flows if flow.source == node.id]
        if node.shape is Shape.PARALLEL and len(ins) > 1:
            taken = [ins] if set(ins) <= set(tokens) else []
        else:
            taken = [[flow] for flow in ins if flow in tokens]
        given = [[one] for one in outs] if node.shape is Shape.CHOICE else [outs]
        if node.shape is Shape.END:
            given = [[node.id]]
        for takes in taken:
            left = Counter(tokens) - Counter(takes)
            found += [tuple(sorted((left + Counter(gives)).elements())) for gives in given if gives]
    return found


def is_sound(graph: FlowGraph) -> bool:
    """Whether from each marking an end can be reached, alone, no flow holds two tokens, and each node has its turn."""
    ends = {one.id for one in graph.nodes if one.shape is Shape.END}
    start = next(one.id for one in graph.nodes if one.shape is Shape.START)
    first: Tokens = tuple(flow.id for flow in graph.flows if flow.source == start)
    after: dict[Tokens, list[Tokens]] = {}
    waiting = [first]
    while waiting:
        tokens = waiting.pop()
        if len(set(tokens)) < len(tokens) or (ends & set(tokens) and len(tokens) > 1):
            return False
        if tokens not in after:
            after[tokens] = moves(graph, tokens)
            waiting += after[tokens]
    good = {tokens for tokens in after if set(tokens) & ends}
    while more := {one for one, nexts in after.items() if one not in good and good & set(nexts)}:
        good |= more
    held = {flow for tokens in after for flow in tokens}
    return len(good) == len(after) and all(flow.id in held for flow in graph.flows)


def test_five_hundred_random_drawings() -> None:
    """Sound ones and unsound ones, many of each."""
    dice = random.Random(19)  # noqa: S311 - a sample, no secret
    counts: Counter[bool] = Counter()
    for _ in range(500):
        content = drawing(some_drawing(dice))
        (graph,) = control_flow(content, Notes())
        (flow,) = proof_of_drawing(content, "图").flows
        assert (flow.outcome is Outcome.SOUND) == is_sound(graph), content.decode()
        assert flow.outcome is Outcome.SOUND or flow.answers
        counts[flow.outcome is Outcome.SOUND] += 1
    assert min(counts.values()) > 50, counts
