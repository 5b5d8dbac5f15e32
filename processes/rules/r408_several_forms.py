"""R408 申请表不止一张."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from processes.model.findings import Finding, Severity
from processes.model.folding import without_bracket
from processes.model.matter import Material, Matter
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="R408",
    name="申请表不止一张",
    severity=Severity.INFO,
    scope=Scope.MATTER,
    quote="探索只提交一次申请、只填写一张表格、只报送一份材料的工作模式。",
    source="工作方案 二(三)1 减材料、减环节(“一表制”)",
    why="申请人填几张表,往往同样的内容填几遍。是不是申请表,按名称判断(申请书、申请表、申报表、登记表等)。",
    mend="能合并的合并成一张表;法定格式不能合并的不必改。",
    bad="""
优化后:
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
    - 名称: 经营登记表
      依据: 《示范经营法》第三十六条
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

_FORM = re.compile(r"(?:申请|申报|登记|审批|备案|报名|呈报)(?:报告)?(?:表|书|单)$|^申请$|申请报告$")


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """优化后 asks for two forms or more that the applicant fills in: by name, and of no other source."""
    after = matter.after
    if after is None:
        return
    forms = [material for material in after.materials if _is_form(material)]
    if len(forms) > 1:
        names = quoted([form.name for form in forms])
        yield RULE.at(
            forms[1].place,
            f"申请人要填 {len(forms)} 张表:{names}",
            width=len(forms[1].name),
            related=[form.place for form in forms if form is not forms[1]],
        )


def _is_form(material: Material) -> bool:
    return material.source in ("", "自备") and _is_named_so(material.name)


@lru_cache(1 << 14)
def _is_named_so(name: str) -> bool:
    return bool(_FORM.search(without_bracket(name)))
