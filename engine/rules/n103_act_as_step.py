"""N103 程序当作环节."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.rules.functions import could_be_one, serial_steps
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.flow import StepEntry
from processes.model.folding import fold_name
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="N103",
    name="程序当作环节",
    severity=Severity.INFO,
    scope=Scope.MATTER,
    quote="减环节、简程序",
    source="附件6 第7–16栏(环节、程序分别统计)",
    why="环节是一个岗位持件的一个阶段,程序是其中的一个动作。环节用的是程序的名称,里面又只有这一个程序,前后还是同一家办,"
    "同一件事就数了两遍。名称是不是程序,按常用名称判断,请核对。",
    mend="并入前后的环节,只作程序;确是单独一个阶段的,写明岗位或“种类”;公示、考试等有自己天数的不算。",
    bad="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 1工作日 | 形式审查
    - 书面审查 | 3工作日 | 书面审查
    - 决定 | 2工作日 | 审批决定、送达
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股/审查岗 | 7工作日 | 书面审查、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 行政审批股/股长 | 2工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 行政审批股/受理岗 | 2工作日 | 制证、盖章、送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)

_ACT = re.compile(
    r"形式审查|(?:一次性?)?告知|(?:材料|资料)审核|书面审[核查]|网上预审|股长(?:复核|审核)|会签|法制审核|"
    r"集体讨论|征求意见|(?:听取)?陈述申辩|(?:现场|实地)(?:核查|勘验|踏勘|查勘|检查|审核|考察)|踏勘|勘验|公示|公告|考试|培训|"
    r"面试|登记|归档|通报|签字|签批"
)


_STAGE = ("公示", "公告", "考试", "培训", "面试", "征求意见")
"""With days of their own these are stages, whoever holds the file."""


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """A serial 环节 of 优化后 named like a 程序, with at most one 程序 in it, next to one of the same holder."""
    after = subject.after
    if after is None:
        return
    steps = serial_steps(after)
    for index, step in enumerate(steps):
        if len(step.procedures) > 1 or not _ACT.fullmatch(fold_name(step.name)) or step.limit.excluded:
            continue
        entry = next(one for one in after.version.entries if isinstance(one, StepEntry) and one.key == step.key)
        if entry.kinds or entry.exits or (step.name in _STAGE and step.limit.counted):
            continue
        around = [*steps[max(index - 1, 0) : index], *steps[index + 1 : index + 2]]
        if any(could_be_one(step, one) for one in around):  # N102
            continue
        if any(list(map(str, one.holders)) == list(map(str, step.holders)) for one in around):
            yield RULE.at(
                step.place,
                f"环节「{step.name}」用的是程序的名称,前后又都由「{step.holders[0]}」办,像是一个程序",
                width=len(step.name),
            )
