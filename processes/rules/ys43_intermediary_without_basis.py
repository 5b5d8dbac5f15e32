"""YS43 中介服务没有依据."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.model.process import HolderKind
from processes.model.vocabulary import MatterType
from processes.rules.bases import is_statutory, said_of
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="YS43",
    name="中介服务没有依据",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="作为办理行政审批条件的中介服务事项(以下称法定行政审批中介服务)应当有法律、法规或者国务院决定依据;没有依据的,不得作为办理行政审批的条件。",
    source="《优化营商环境条例》(2020年1月1日施行)第四十三条",
    why="行政审批要中介出具的材料,没有写依据,或依据只是办法、规定、通知。材料是不是中介出的,看来源是不是 中介 或“外部机构”里的中介。",
    mend="取消这份材料,或在它的“依据”里写明法律、法规或国务院决定。",
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
    - 名称: 检测报告
      来源: 中介
      依据: 《示范检测办法》第三条
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
    - 名称: 检测报告
      来源: 中介
      依据: 《示范经营法》第三十八条
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A material of an approval after the reform that comes from a 中介 has a basis of sufficient rank."""
    if matter.type is not MatterType.APPROVAL or matter.after is None:
        return
    for material in matter.after.materials:
        source = material.source
        if not source or is_statutory(material.basis):
            continue
        if source == "中介" or context.book.outside.get(source) is HolderKind.INTERMEDIARY:
            yield RULE.at(
                material.at("name"),
                f"「{material.name}」由中介出具,{said_of(material.basis)}",
                width=len(material.name),
            )
