"""The times a case has been in a named parallel block, which has a limit of its own.

All branches of a block start together, so it is entered anew when nothing in it is open any more and the first
环节 of every branch is entered on one day. (A single branch may well go back to its own beginning.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.cases.history import Stay
from processes.model.process import NodeKind, Process, Step


@dataclass(frozen=True, slots=True)
class Block:
    """A named block: the nodes in it (its join among them) and those with which its branches begin."""

    step: Step
    nodes: frozenset[str]
    first: frozenset[str]


def blocks_of(process: Process) -> tuple[Block, ...]:
    """The named blocks, in the order of the process."""
    steps = {step.key: step for step in process.steps}
    following: dict[str, list[str]] = {}
    for flow in process.flows:
        following.setdefault(flow.source, []).append(flow.target)
    forks = {node.key: node for node in process.nodes if node.kind is NodeKind.FORK}

    def beginnings(fork: str) -> Iterator[str]:
        for key in following[fork]:
            yield from beginnings(key) if key in forks else (key,)

    return tuple(
        Block(
            fork.step,
            frozenset(node.key for node in process.nodes if _within(node.step, fork.step, steps)),
            frozenset(beginnings(fork.key)),
        )
        for fork in forks.values()
        if fork.step is not None
    )


def visits(block: Block, stays: tuple[Stay, ...]) -> Iterator[tuple[date, date | None]]:
    """When the block was entered and left (None: it is open), time after time. ``stays`` are in order of entering."""
    current: list[Stay] = []
    inside = [stay for stay in stays if stay.node in block.nodes]
    for index, stay in enumerate(inside):
        if current and all(one.left is not None and one.left <= stay.entered for one in current):
            together = {
                other.node for other in inside[index : index + len(block.first)] if other.entered == stay.entered
            }
            if together == block.first:
                yield _span(current)
                current = []
        current.append(stay)
    if current:
        yield _span(current)


def _within(step: Step | None, block: Step, steps: dict[str, Step]) -> bool:
    """Whether a node of ``step`` lies in the block; its own fork and join do."""
    while step is not None:
        if step.key == block.key:
            return True
        step = steps.get(step.block)
    return False


def _span(stays: list[Stay]) -> tuple[date, date | None]:
    lefts = [stay.left for stay in stays]
    known = [left for left in lefts if left is not None]
    return min(stay.entered for stay in stays), max(known) if len(known) == len(lefts) else None
