"""R502 份数写在名称里."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R502",
    name="份数写在名称里",
    severity=Severity.INFO,
    scope=Scope.MATTER,
    quote="申报所需材料(如未标记数量默认为一份)",
    source="附件7 申报所需材料栏",
    why="没有标份数的按一份算。份数写在材料名称里,程序看不出来,按份数计材料(口径.材料计数)和前后对比都会算错。",
    mend="把份数写进后面的括号,如 申请书(2份)。",
    bad="""
优化后:
  材料:
    - 名称: 申请书一式三份
      依据: 《示范经营法》第三十六条
      沿自: 申请书
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 4工作日
  流程:
    - 受理 | 1工作日 | 形式审查
    - 环节: 决定送达 | 3工作日 | 审批决定、送达
      沿自: 材料审查、现场核查、审批、制证送达
  材料:
    - 名称: 申请书
      份数: 3份
      依据: 《示范经营法》第三十六条
""",
)

_COPIES = re.compile(r"(?:[2-9]|\d\d|[二两三四五六七八九十])份(?!额|子)")


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """No material without 份数 has more than one copy in its name (一式三份, 2份)."""
    for version in matter.versions:
        for paper in version.materials:
            found = not paper.copies and _COPIES.search(paper.name)
            if found:
                message = f"材料「{paper.name}」的份数写在名称里,告知单会当作一份"
                yield RULE.at(paper.at("name"), message, width=len(paper.name))
