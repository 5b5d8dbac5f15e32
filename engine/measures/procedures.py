"""程序: the procedural acts performed inside the counted 环节.

Source: 附件6 columns 12, 13 (number) and 15, 16 (names); plan, 简程序: “精简重复审核和功能雷同的办理程序”.
An act that occurs in two 环节 counts twice (that is what 简程序 is to mend); the branches of a named parallel block
together have each name once. Acts whose time is not counted (行政许可法 art. 45) are 程序 all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.measures.measured import Counting, Measured, counted
from engine.measures.stages import LEGAL_PHASES, stages
from engine.measures.steps import step_names
from processes.model.places import Text

if TYPE_CHECKING:
    from processes.model.flow import Procedure
    from processes.model.plan import Switches
    from processes.model.process import Process

NAME = "程序"
UNIT = "个"


def measure(process: Process, switches: Switches) -> Measured:
    """The number of 程序 in the chosen counting (口径.环节程序), with their names."""
    steps = process.counted_steps
    sources = [step.place for step in steps]
    match Counting(switches.counting):
        case Counting.STAGES:
            items = step_names(steps)
        case Counting.PHASES:
            items = stages(steps, LEGAL_PHASES)
        case Counting.ACTS | Counting.HANDOVERS:
            acts = [procedure for step in steps for procedure in step.procedures]
            items = tuple(Text(_printed(act), act.place) for act in acts)
            # 人数 is printed with the name, and may stand on a line of its own.
            sources = [*(act.place for act in acts), *(act.at("people", act.place) for act in acts)]
    return counted(items, (*sources, *process.uncounted_places), process.version.at("entries"))


def _printed(procedure: Procedure) -> str:
    """The name with the least number of people, where the law or the declaration asks for it: ``现场核查(2人以上)``."""
    return f"{procedure.name}({procedure.people}人以上)" if procedure.people else procedure.name
