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
    - 名称: 照片(2张)
      依据: 《示范经营法》第三十六条
""",
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """A material of 优化后 of which more than one copy is asked for; sheets (张) are not copies."""
    if subject.after is None:
        return
    for material in subject.after.version.materials:
        if material.copies and "张" not in material.copies and (count := copies(material)) > 1:
            yield RULE.at(material.at("copies"), f"「{material.name}」要交 {count} 份", width=len(material.name))
