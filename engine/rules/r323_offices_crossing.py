"""R323 股室之间来回."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from engine.rules.said import speaks_of
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.process import HolderKind, NodeKind, Process, Step
from processes.model.vocabulary import StepKind
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R323",
    name="股室之间来回",
    severity=Severity.INFO,
    scope=Scope.MATTER,
    quote="找出股室之间是否存在运行不顺、环节交叉、衔接不畅的问题",
    source="工作方案 二(二)2三",
    why="一个股室办过、转给别的股室,又转回来,就是环节交叉。窗口收件、最后由同一个股室制证送达是统一受理、统一送达,不算;"
    "领导、其他部门和上级的环节不看;行政处罚、行政强制依法查审分离,不看。",
    mend="把同一个股室的环节排在一起,或由一个股室办到底;优化前的写进“问题”。",
    bad="""
问题: 能共享的证照还要申请人交 | 取消可以共享的材料 | 行政审批股
优化前:
  时限: 10工作日
  流程:
    - 受理 | 登记股 | 1工作日 | 形式审查
    - 现场核查 | 业务股 | 3工作日 | 现场核查(2人以上)
    - 材料审查 | 登记股 | 3工作日 | 材料审核
    - 审批 | 局领导 | 3工作日 | 局长签批
  材料: 申请书
优化后: 取消
""",
    good="""
问题: 股室之间来回流转,环节交叉 | 由行政审批股办到底 | 行政审批股
""",
)

_ABOUT = re.compile("交叉|衔接|流转|来回|往返|股室|互为|转办|分别|重复|两次|再")
_CLOSING = frozenset((StepKind.PRODUCE, StepKind.SEAL, StepKind.DELIVER, StepKind.PAY, StepKind.PUBLICISE))

_APART = ("行政处罚", "行政强制")
"""Kinds in which the law itself keeps investigation, legal review and decision apart."""


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """An own office holds two stretches with another own office between, closing steps aside; once a version."""
    if subject.matter.kind in _APART:
        return
    for process in subject.processes:
        if process is subject.before and (subject.matter.problems is None or speaks_of(subject.matter, _ABOUT)):
            continue
        if process is subject.after and process.version.entries is subject.before.version.entries:
            continue
        crossing = _crossing(process)
        if crossing:
            first, between, again = crossing
            unit = again.holders[0].unit
            yield RULE.at(
                again.place,
                f"{process.version.label}「{unit}」办过「{first.name}」,转给「{between.holders[0].unit}」,"
                f"又转回「{unit}」办「{again.name}」",
                width=len(again.name),
                related=(first.place, between.place),
            )


def _crossing(process: Process) -> tuple[Step, Step, Step] | None:
    """The last step of the first stretch, the first of the next office's, the step that comes back."""
    if any(node.kind is NodeKind.FORK and node.step is None for node in process.nodes):
        return None
    own = [step for step in process.counted_steps if step.holders and step.holders[0].kind is HolderKind.OFFICE]
    while own and own[-1].kinds and _CLOSING.issuperset(own[-1].kinds):
        own.pop()
    seen: dict[str, tuple[Step, int]] = {}
    stretches = [(unit, list(held)) for unit, held in groupby(own, key=lambda step: step.holders[0].unit)]
    for index, (unit, held) in enumerate(stretches):
        if unit in seen:
            last, position = seen[unit]
            return last, stretches[position + 1][1][0], held[0]
        seen[unit] = held[-1], index
    return None
