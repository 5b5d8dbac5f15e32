"""R309a 终审与决定的承办不符."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.subjects import Examined
from processes.compilation.dictionary import kinds_of_name
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.process import HolderKind, Process, Step
from processes.model.vocabulary import StepKind
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R309a",
    name="终审与决定的承办不符",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="省市终审或海林终审:根据最终审批结果填写。",
    source="附件4 注9",
    why="终审在上级的,最后的决定由上级作出,本单位只是初审、转报;终审在本级的,最后的决定由本级作出。"
    "上级的环节没有画出来、但本单位决定之后有转报的,不算不符。",
    mend="改终审,或改流程里决定环节的承办(上级先在“外部机构”里列出)。",
    bad="""
终审: 省终审
""",
    good="""
终审: 省终审
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理初审 | 行政审批股 | 3工作日 | 形式审查、初审
    - 省厅决定 | 省示范厅 | 7工作日 | 审批决定
    - 送达 | 行政审批股 | 2工作日 | 送达
""",
)

_OURS = (HolderKind.OFFICE, HolderKind.LEADER)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """Upper level: after our last 决定 a superior's step or a 转报 comes. Own level: no superior decides last."""
    level, levels = subject.matter.final_level, subject.plan.final_levels
    if subject.after is None or not level or not levels:
        return
    own = fold_name(level) == fold_name(levels[-1])
    deciding = _last_decision(subject.after)
    if deciding is None:
        return
    index, step = deciding
    superior = step.holders and step.holders[0].kind is HolderKind.SUPERIOR
    if own and superior:
        yield RULE.at(
            step.place,
            f"终审是「{level}」,最后的决定「{step.name}」却由上级「{step.holders[0].unit}」作出",
            width=len(step.name),
            related=(subject.matter.at("final_level"),),
        )
    elif not own and step.holders and step.holders[0].kind in _OURS:
        later = subject.after.counted_steps[index + 1 :]
        if not any(_above(one) for one in later) and StepKind.FORWARD not in step.kinds:
            yield RULE.at(
                step.place,
                f"终审是「{level}」,最后的决定「{step.name}」却由「{step.holders[0].unit}」作出,之后也没有转报上级",
                width=len(step.name),
                related=(subject.matter.at("final_level"),),
            )


def _last_decision(process: Process) -> tuple[int, Step] | None:
    """The last counted step that is a 决定, with its position."""
    steps = process.counted_steps
    for index in range(len(steps) - 1, -1, -1):
        if StepKind.DECIDE in steps[index].kinds:
            return index, steps[index]
    return None


def _above(step: Step) -> bool:
    """Held by a superior, or by which the file goes up."""
    return (
        any(holder.kind is HolderKind.SUPERIOR for holder in step.holders)
        or StepKind.FORWARD in step.kinds
        or any(StepKind.FORWARD in kinds_of_name(one.name) for one in step.procedures)
    )
