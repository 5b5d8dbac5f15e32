"""R405 下放后没有就近申请."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.compilation.holders import written_holders
from processes.compilation.standard import accepting_step
from processes.model.findings import Finding, Severity
from processes.model.flow import StepEntry
from processes.model.matter import Matter, Outcome
from processes.model.process import HolderKind
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R405",
    name="下放后没有就近申请",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="能下放的下放,实现服务对象就近提交申请",
    source="工作方案 二(三)1 放权力",
    why="下放是为了让服务对象就近提交申请;地点还在市里,或受理还由本单位股室承担,等于没有下放。"
    "地点按有没有承接层级的字样(镇、乡、社区、村、开发区等)判断,请核对。",
    mend="把优化后的地点和受理的承办改成承接层级的。",
    bad="""
优化后:
  下放: 镇(乡)
""",
    good="""
地点: 所在镇便民服务中心
优化后:
  下放: 镇(乡)
  时限: 5工作日
  流程:
    - 环节: 受理 | 镇政府 | 1工作日 | 形式审查、一次告知
    - 环节: 核查登记 | 镇政府 | 3工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查、审批
    - 制证送达 | 镇政府 | 1工作日 | 制证、盖章、送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)

_NEAR = re.compile(r"镇|乡|街道|社区|村|开发区|园区|林场|农场|就近|居住地|户籍地|所在地")
_OWN = (HolderKind.OFFICE, HolderKind.LEADER)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """下放, and the place of 优化后 is no place of a lower level, else an own office accepts (if 流程 is given)."""
    after = matter.after
    if after is None or matter.outcome is not Outcome.DEVOLVED:
        return
    level = matter.devolved_to
    if after.location and not _NEAR.search(after.location) and level not in after.location:
        yield RULE.at(
            after.at("location"),
            f"「{matter.name}」下放到「{level}」,办理地点还是「{after.location}」",
            width=len(after.location),
        )
        return
    if after.takes_over(matter.before, "entries"):
        return
    index = accepting_step(after.entries)
    step = None if index is None else after.entries[index]
    if isinstance(step, StepEntry) and (holders := written_holders(step, after)):
        found = context.book.resolve(holders[0])
        if found is not None and found.kind in _OWN:
            message = f"「{matter.name}」下放到「{level}」,「{step.name}」还由「{found.unit}」承担"
            yield RULE.at(holders[0].place, message, width=len(holders[0]))
