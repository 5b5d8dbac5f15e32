"""R411 能共享的材料还要申请人交."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.papers import is_copy_unexplained, new_without_basis
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope
from processes.rules.sharing import online_law_asks

RULE = Rule(
    code="R411",
    name="还要能共享的材料",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="原则上能够通过政府内部信息共享的,不再要求申请人提供身份证、营业执照、法人证书等复印件。",
    source="工作方案 二(三)1 减材料",
    why="自己写了可共享,又要申请人提供,是错误;身份证、营业执照、法人证书、组织机构代码证、户口簿、不动产权证的复印件,"
    "没有说明为什么不能共享,是警告。网上办理又写了可共享的,2019年4月26日起由ZX07提出;新增又没有依据的复印件由R412提出。",
    mend="从优化后的材料里去掉;确实不能共享的,写“可共享: 否”和“备注: 理由”。",
    bad="""
优化后:
  材料:
    - 名称: 营业执照复印件
      依据: 《示范经营法》第三十六条
      可共享: 是
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
    - 名称: 营业执照复印件
      依据: 《示范经营法》第三十六条
      可共享: 否
      备注: 外省执照,本省不能联网核验
""",
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """优化后 asks for a material declared 可共享, or for a copy of a paper of the plan's list without a reason.

    What is online is left to ZX07 where that is law, a new copy without a basis to R412.
    """
    if subject.after is None:
        return
    before, after = subject.before.version.materials, subject.after.version.materials
    shared = [one for one in after if one.shared]
    copies = [one for one in after if not one.shared and is_copy_unexplained(one)]
    for material in () if shared and online_law_asks(subject.after.version, context.day) else shared:
        yield RULE.at(material.place, f"「{material.name}」写了可共享,优化后还要申请人提供", width=len(material.name))
    new = new_without_basis(before, after) if copies else ()
    for material in copies:
        if material.place not in new:
            yield RULE.at(
                material.place,
                f"优化后还要申请人交「{material.name}」,没有说明为什么不能共享",
                width=len(material.name),
                severity=Severity.WARNING,
            )
