"""R413 一种材料要几份."""

from __future__ import annotations

from collections.abc import Iterator

from engine.measures.materials import copies
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R413",
    name="一种材料要几份",
    severity=Severity.INFO,
    scope=Scope.MATTER,
    quote="探索只提交一次申请、只填写一张表格、只报送一份材料的工作模式。",
    source="工作方案 二(三)1 减材料",
    why="要申请人交几份一样的材料,多半是为了股室之间各留一份,可以由窗口复制或网上流转。照片按张计,不在此列。",
    mend="能只收一份的改成一份。",
    bad="""
优化后:
  材料: 申请书(3份)
""",
    good="""
优化前:
  出处: 2016年公布的权力清单
  时限: 20工作日
  流程:
    - 受理 | 登记股 | 4工作日 | 形式审查、一次告知
    - 材料审查 | 登记股 | 4工作日 | 材料审核
    - 现场核查 | 业务股 | 6工作日 | 现场核查(2人以上)
    - 审批 | 局领导 | 4工作日 | 局长签批
    - 制证送达 | 登记股 | 2工作日 | 制证、盖章、送达
  材料: 申请书(3份)、营业执照复印件、经营场所平面图
""",
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """A material of 优化后 of which more than one copy is asked for; sheets (张) are not copies."""
    if subject.after is None:
        return
    for material in subject.after.version.materials:
        if material.copies and "张" not in material.copies and (count := copies(material)) > 1:
            yield RULE.at(material.at("copies"), f"「{material.name}」要交 {count} 份", width=len(material.name))
