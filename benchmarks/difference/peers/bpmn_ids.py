"""What the elements of a BPMN file are called: as in the file it was edited from, or anew."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from processes.model.process import NodeKind, Process

Naming = Callable[[str], str]
"""What an element is (``step 受理``) → its id in the file."""


def kept(what: str) -> str:
    """The same id for the same thing in both versions: made of the key of the step, the ends of the flow, the name."""
    return re.sub(r"\W", lambda found: f"_{ord(found[0]):x}", what, flags=re.ASCII)  # moddle takes no other ids


def fresh(seed: int) -> Naming:
    """Ids that mean nothing, as a tool gives them in a model drawn anew: ``Activity_0k3f9ab``.

    The process, what is around it and its events keep theirs, as many tools call them the same in every model:
    otherwise a comparison by id would end there.
    """
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    given: dict[str, str] = {}

    def name(what: str) -> str:
        if " " not in what or what.startswith("event "):
            return kept(what)
        if what not in given:
            letters = "".join(dice.choices("0123456789abcdefghijklmnopqrstuvwxyz", k=8))
            given[what] = f"{what.partition(' ')[0].capitalize()}_{letters}"
        return given[what]

    return name


def blocks_of(process: Process) -> dict[str, tuple[str, ...]]:
    """Key of the FORK of a block without a name → keys of the steps in it, those of blocks in it too."""
    found: dict[str, tuple[str, ...]] = {}
    for index, node in enumerate(process.nodes):  # a FORK, the steps of its branches, its JOIN: in this order
        if node.kind is NodeKind.FORK and node.step is None:
            end = next(i for i, one in enumerate(process.nodes) if one.key == _join(node.key))
            inside = process.nodes[index + 1 : end]
            found[node.key] = tuple(one.step.key for one in inside if one.step and one.kind is not NodeKind.JOIN)
    return found


def same_blocks(before: Process, after: Process) -> dict[str, str]:
    """What the gateways of 优化后 are called: as those of 优化前 that hold most of the same steps, else anew.

    Blocks without a name are numbered; a tool keeps the ids of gateways when another block comes before them.
    """
    free, names = blocks_of(before), {}
    for fork, inside in blocks_of(after).items():
        shared = {old: len({*steps} & {*inside}) for old, steps in free.items()}
        best = max(shared, key=shared.__getitem__, default="")
        if shared.get(best, 0) > 0:
            del free[best]
            names[fork] = best
        else:
            names[fork] = f"new {fork}"
        names[_join(fork)] = _join(names[fork])
    return names


def _join(fork: str) -> str:
    return f"{fork.removesuffix(':分')}:合"
