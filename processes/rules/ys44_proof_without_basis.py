"""YS44 证明事项没有依据."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.bases import is_statutory, said_of
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="YS44",
    name="证明事项没有依据",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="证明事项应当有法律、法规或者国务院决定依据。",
    source="《优化营商环境条例》(2020年1月1日施行)第四十四条",
    why="优化后还要交的“…证明”没有写依据,或依据只是办法、规定、通知。只看要第三方开具的,如无违法、居住、收入、婚姻、关系证明和介绍信;证照和场所使用证明等权属材料不看。",
    mend="取消这份证明,或在它的“依据”里写明法律、法规或国务院决定。",
    valid_from=date(2020, 1, 1),
    bad="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2020-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查、一次告知
    - 环节: 审查决定 | 行政审批股 | 8工作日 | 材料审核、现场核查(2人以上)、审批决定
      沿自: 材料审查、现场核查、复审、审批
    - 制证送达 | 行政审批股 | 2工作日 | 制证、盖章、送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
    - 名称: 无违规证明
""",
    good="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2020-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查、一次告知
    - 环节: 审查决定 | 行政审批股 | 8工作日 | 材料审核、现场核查(2人以上)、审批决定
      沿自: 材料审查、现场核查、复审、审批
    - 制证送达 | 行政审批股 | 2工作日 | 制证、盖章、送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
    - 名称: 无违规证明
      依据: 《示范经营条例》第九条
""",
)

_PROOF = re.compile(
    "(?:[无未没][^、()]{0,12}|居住|收入|财产|婚姻(?:状况)?|单身|关系|困难|贫困|户籍|户口|失业|就业|在职|工作经历|从业|"
    "品行|表现|遗失|死亡|同意|情况)证明(?!书)|介绍信"
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A 证明 among the materials after the reform has a basis of sufficient rank."""
    for material in matter.after.materials if matter.after is not None else ():
        name = material.name
        if _PROOF.search(name) and not is_statutory(material.basis):
            yield RULE.at(material.at("name"), f"优化后还要交「{name}」,{said_of(material.basis)}", width=len(name))
