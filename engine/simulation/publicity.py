"""公示 in a simulation: its days pass while the officer works on other files, whether alone or with other work."""

from __future__ import annotations

from processes.compilation.dictionary import kinds_of_name
from processes.model.process import Step
from processes.model.vocabulary import StepKind


def publicity(step: Step) -> float:
    """The share of a step's time that is 公示, from 0 to 1.

    A step that is nothing but 公示 is so wholly. In others each 程序 is taken to last equally long, for nobody declares
    how long: 审批公示 of 审批决定 and 审批公示 is half 公示. Where the 程序 do not tell them apart, each kind of the
    step is: 公示听证 of the one 程序 公示 is half a hearing.
    """
    named = sum(StepKind.PUBLICISE in kinds_of_name(one.name) for one in step.procedures)
    kinds = {*step.kinds, StepKind.PUBLICISE} if named else set(step.kinds)
    if StepKind.PUBLICISE not in kinds:
        return 0.0
    if 0 < named < len(step.procedures) and len(kinds) > 1:
        return named / len(step.procedures)
    return 1 / len(kinds)
