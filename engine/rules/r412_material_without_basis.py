"""R412 材料没有依据."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.rules.papers import is_copy_unexplained, new_without_basis
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="R412",
    name="材料没有依据",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="依法依规确定办理材料",
    source="工作方案 二(三)1 减材料",
    why="优化后新增的材料没有依据是错误;原有的材料(申请表、照片、身份证除外)没有写依据,每个事项提示一次。改名、合并的材料用“沿自”写明,不算新增;身份证复印件改为身份证、几件写成一件的也不算。本来就不该要的(写了可共享的,身份证、营业执照等的复印件)由R411、ZX07提出,去掉就不用写依据。",
    mend="写“依据: 《…》第×条”;没有依据的材料不再要求。",
    bad="""
优化后:
  材料: 申请书、无违法证明
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
    - 名称: 无违法证明
      依据: 《示范经营法》第三十七条
""",
)

_SHOWN = 3
_USUAL = re.compile(r"申请|申报表|登记表|照片|身份证")
"""What every application has (行政许可法 art. 29): nobody asks for its basis where it was there before."""


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """A material of 优化后 that continues none of 优化前 and has no basis; else, once, those that have none.

    What R411 or ZX07 asks to be dropped needs no basis.
    """
    if subject.after is None:
        return
    before, after = subject.before.version.materials, subject.after.version.materials
    bare = [material for material in after if not material.basis and not material.shared]
    if not bare:
        return
    new = new_without_basis(before, after)
    for material in bare:
        if material.place in new:
            message = f"「{material.name}」是优化后新增的材料,没有写依据"
            yield RULE.at(material.place, message, width=len(material.name))
    old = [one for one in bare if one.place not in new and not _USUAL.search(one.name) and not is_copy_unexplained(one)]
    if old:
        names = quoted([material.name for material in old], _SHOWN)
        yield RULE.at(
            old[0].place,
            f"优化后 {len(after)} 件材料里有 {len(old)} 件没有写依据:{names}",
            width=len(old[0].name),
            severity=Severity.INFO,
        )
