"""The coarse stages to which declared 环节 belong: the standard stages (D2) and the phases of the law (D4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from processes.model.places import Text
from processes.model.vocabulary import StepKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from processes.model.process import Step

STANDARD_STAGES: Mapping[StepKind, str] = {
    StepKind.ACCEPT: "受理",
    StepKind.REVIEW: "审查",
    StepKind.SECOND_REVIEW: "审查",
    StepKind.DECIDE: "决定",
    StepKind.PRODUCE: "制证",
    StepKind.SEAL: "制证",
    StepKind.DELIVER: "送达",
}
"""D2: the five stages of the lists of 2020 and after. A second review is still 审查, sealing part of 制证."""

LEGAL_PHASES: Mapping[StepKind, str] = {
    StepKind.ACCEPT: "受理",  # 行政许可法 arts. 29–33
    StepKind.REVIEW: "审查",  # art. 34
    StepKind.SECOND_REVIEW: "审查",
    StepKind.FORWARD: "审查",  # art. 35: the lower body reviews first and hands up
    StepKind.DECIDE: "决定",  # arts. 37, 38
    StepKind.HEAR: "听证",  # arts. 46–48
    StepKind.PRODUCE: "送达",  # arts. 39, 44: 颁发、送达行政许可证件
    StepKind.SEAL: "送达",
    StepKind.DELIVER: "送达",
}
"""D4: the phases of 行政许可法 chapter 4."""


def stages(steps: Iterable[Step], table: Mapping[StepKind, str]) -> tuple[Text, ...]:
    """The distinct stages of ``steps``, in the order of their first 环节, whose place each carries.

    A special 种类 outside ``table`` (公示, 缴费 …) is a stage of its own when it has a 环节 to itself; inside a 环节
    of a listed 种类 it is only an act there. A 环节 of no 种类 cannot be folded into any stage and stands for itself.
    """
    found: dict[str, Text] = {}
    for step in steps:
        listed = [table[kind] for kind in step.kinds if kind in table]
        for name in listed or [kind.value for kind in step.kinds] or [step.name]:
            found.setdefault(name, Text(name, step.place))
    return tuple(found.values())
