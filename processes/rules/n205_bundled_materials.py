"""N205 几件材料并成一件."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="N205",
    name="材料打包或兜底",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="依法依规确定办理材料",
    source="工作方案 二(三)1 减材料;《行政许可法》第三十条(公示需要提交的全部材料的目录)",
    why="“其他相关材料”“…等材料”让申请人不知道交什么;几件材料写成一件,件数少了,要交的没少。括号、书名号里的顿号不算;"
    "“和”“及”连着的多是一件材料的全称,不看。",
    mend="兜底的删去或逐件列明;打包的一行一件。",
    bad="""
优化后:
  材料:
    - 申请书
    - 其他相关材料
    - 身份证、户口簿、结婚证
""",
    good="""
出具: 示范经营许可证
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
    - 名称: 安全制度(含值班、巡查制度)
      依据: 《示范经营法》第三十六条
""",
)

_OPEN = re.compile(
    r"^(?:其他|其它|另外)(?!组织|单位|股东|合伙|投资|人员|机构).*(?:材料|资料|文件|证明|证件|手续)$|"
    r"(?<![同高初中平对相均上下])等(?:相关|有关|其他)?(?:材料|资料|文件|证明材料|证件|证照|手续|复印件|原件)?$|"
    r"(?:要求|规定|需要)(?:提[交供])?的?(?:其他|其它)(?:材料|资料|文件)$|"
    r"^(?:相关|有关)(?:证明)?(?:材料|资料|文件|手续)$"
)
_PAPER = re.compile(
    r"(?:证|证书|证明|证件|执照|申请|表|书|报告|合同|协议|簿|章程|图|图纸|照片|清单|名单|文件|方案|复印件|原件|凭证|承诺|"
    r"委托|制度|记录|发票|批复|意见)$"
)
_INSIDE = re.compile(r"《[^》]*》|\([^()]*\)|“[^”]*”")


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A material of 优化后 that leaves open what it is, or lists two papers or more with 、 outside brackets."""
    if matter.after is None:
        return
    for material in matter.after.materials:
        if fault := _fault(material.name):
            yield RULE.at(material.place, f"「{material.name}」{fault}", width=len(material.name))


@lru_cache(1 << 14)
def _fault(name: str) -> str:
    name = _INSIDE.sub("", fold_name(name))
    if _OPEN.search(name):
        return "没有写明是哪些材料"
    parts = name.split("、")
    return f"是 {len(parts)} 件材料,只算了一件" if len([part for part in parts if _PAPER.search(part)]) > 1 else ""
