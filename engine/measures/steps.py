"""环节: the stages in which one unit or post holds the file until it hands it on.

Source: 附件6 columns 7, 8 (number) and 10, 11 (names); plan, 减环节: “精简整合、调整优化部门办理的工作环节”.
Counted is the main path from 受理 to 送达, both included: neither 支线 nor what is declared 不计环节 (归档, 通报).
A named parallel block is one 环节; in an unnamed one each 环节 counts. 不计时限 does not make a 环节 uncounted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.measures.handovers import holdings
from engine.measures.measured import Counting, Measured, counted
from engine.measures.stages import STANDARD_STAGES, stages
from processes.model.places import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from processes.model.plan import Switches
    from processes.model.process import Process, Step

NAME = "环节"
UNIT = "个"


def measure(process: Process, switches: Switches) -> Measured:
    """The number of 环节 in the chosen counting (口径.环节程序), with their names."""
    steps = process.counted_steps
    match Counting(switches.counting):
        case Counting.STAGES:
            items = stages(steps, STANDARD_STAGES)
        case Counting.HANDOVERS:
            items = tuple(
                Text(f"{holder}({'、'.join(step.name for step in held)})", held[0].place)
                for holder, held in holdings(steps)
            )
        case Counting.ACTS | Counting.PHASES:
            items = step_names(steps)
    sources = (*(step.place for step in steps), *process.uncounted_places)
    return counted(items, sources, process.version.at("entries"))


def step_names(steps: Iterable[Step]) -> tuple[Text, ...]:
    """Names of 环节 as declared, each with its place."""
    return tuple(Text(step.name, step.place) for step in steps)
