"""交接次数: how often the file changes hands between units and posts on the counted path.

Source: counting D3, the hardest to embellish, for 环节 merged in name only leave it as it was. 问题 of the plan: “股室
之间是否存在运行不顺、环节交叉、衔接不畅”. The branches of an unnamed parallel block are taken one after the other:
handing copies to several units at once neither costs nor hides anything. A named block is held by its leading unit.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from engine.measures.measured import Measured, counted
from processes.model.places import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from processes.model.plan import Switches
    from processes.model.process import Process, Step

NAME = "交接次数"
UNIT = "次"


def measure(process: Process, switches: Switches) -> Measured:  # noqa: ARG001 - the same for every measure
    """The number of hand-overs; each item says from whom to whom (``审查股→局领导``), placed at the taking 环节."""
    steps = process.counted_steps
    items = (Text(f"{giver}→{taker}", taken[0].place) for (giver, _), (taker, taken) in pairwise(holdings(steps)))
    sources = (*(step.place for step in steps), *process.uncounted_places)
    return counted(items, sources, process.version.at("entries"))


def holdings(steps: Iterable[Step]) -> tuple[tuple[str, tuple[Step, ...]], ...]:
    """Stretches of consecutive ``steps`` held by the same unit and post, each with its holder (the leading one)."""
    return tuple((holder, tuple(held)) for holder, held in groupby(steps, key=leading_holder))


def leading_holder(step: Step) -> str:
    """The unit and post that answers for the step: the first one written."""
    return str(step.holders[0]) if step.holders else ""
