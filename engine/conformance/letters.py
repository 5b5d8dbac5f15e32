"""What of a process a log can show: which transition of its net has which name.

A step is done when the file leaves it. A named block as a whole is done when all its branches have come together; it
is seen only where the log has its name, and its steps are not seen where the log has its name and none of theirs.
A step that is 不计环节 (归档, 通报) is often in no system: where no case of the log has it, it is not seen either, for
it was hardly skipped every time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from engine.nets.net import NetTransition
from processes.model.process import NodeKind, Process, Step


@dataclass(frozen=True, slots=True)
class Shown:
    """``steps``: name → the steps of that name; ``letter``: what names a transition, None if nothing.

    ``unlogged``: the names of steps that are 不计环节 and in no case of the log.
    """

    steps: dict[str, tuple[Step, ...]]
    unlogged: tuple[str, ...]
    letter: Callable[[NetTransition], str | None]


def step_names(process: Process) -> tuple[str, ...]:
    """The names by which a log may call its steps and named blocks, each once."""
    return tuple(dict.fromkeys(node.step.name for node in process.nodes if node.step is not None))


def shown(process: Process, seen: Collection[str]) -> Shown:
    """What a log shows in which the names ``seen`` occur."""
    own = {node.key: node.step for node in process.nodes if node.kind is NodeKind.STEP and node.step is not None}
    blocks = {
        node.key: node.step
        for node in process.nodes
        if node.kind is NodeKind.JOIN and node.step is not None and node.step.name in seen
    }
    inside: dict[str, list[str]] = {block.key: [] for block in blocks.values()}
    for key, step in own.items():
        if step.block in inside:
            inside[step.block].append(key)
    unlogged = {key: step for key, step in own.items() if step.uncounted and step.name not in seen}
    hidden = {key for keys in inside.values() if not any(own[key].name in seen for key in keys) for key in keys}
    hidden |= unlogged.keys()
    visible = {key: step for key, step in own.items() if key not in hidden}
    steps: dict[str, tuple[Step, ...]] = {}
    for step in (*visible.values(), *blocks.values()):
        steps[step.name] = (*steps.get(step.name, ()), step)

    def letter(one: NetTransition) -> str | None:
        step = blocks.get(one.node) if one.silent else visible.get(one.node)
        return step.name if step is not None else None

    return Shown(steps, tuple(dict.fromkeys(step.name for step in unlogged.values())), letter)
