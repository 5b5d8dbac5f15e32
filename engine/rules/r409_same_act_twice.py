"""R409 同级重复审核."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.functions import SIGNING, function_of, level_of, serial_steps
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.flow import Procedure
from processes.model.process import Step
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R409",
    name="同级重复审核",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="精简重复审核和功能雷同的办理程序",
    source="工作方案 二(三)1 简程序",
    why="同一级(本单位各股室算一级,领导算一级)一个接一个做两次同样功能的程序,后一次没有增加内容。功能按程序名称判断,"
    "写了“种类”的按种类;法定的、并联里同时做的不算,签批只看前后相连的环节。请核对是不是真的重复。",
    mend="两个程序合并成一个,或取消一个;确有不同内容的,给程序写“种类”,或在说明里写明理由。",
    bad="""
优化后:
  流程:
    - 受理 | 登记股 | 1工作日 | 形式审查
    - 审查 | 登记股 | 4工作日 | 材料审核
    - 复审 | 业务股 | 4工作日 | 材料复审
    - 决定 | 局领导 | 2工作日 | 局长签批、送达
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 行政审批股/股长 | 2工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 行政审批股/受理岗 | 2工作日 | 制证、盖章、送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """优化后: two 程序 of one function at one level in serial 环节; signatures in one 环节 or in neighbours."""
    after = subject.after
    if after is None:
        return
    seen: dict[tuple[str, str], tuple[int, Step, Procedure]] = {}
    for index, step in enumerate(serial_steps(after)):
        for act in step.procedures:
            function = function_of(act)
            if not function or act.statutory or not step.holders:
                continue
            first = seen.setdefault((function, level_of(step)), (index, step, act))
            if first[2] is act:
                continue
            if function == SIGNING and index > first[0] + 1:
                seen[function, level_of(step)] = (index, step, act)
                continue
            yield RULE.at(
                act.place,
                f"{level_of(step)}已有「{first[2].name}」({first[1].name}),「{act.name}」({step.name})又做一次{function}",
                width=len(act.name),
                related=(first[2].place,),
            )
