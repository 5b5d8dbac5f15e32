"""R210 审批监管没有分人."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from engine.rules.approving import PLATED, SUPERVISION_KINDS, approval_offices, office_names_of
from engine.rules.subjects import Examined, Filing
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.process import Holder
from processes.model.vocabulary import MatterType
from processes.rules.rule import Context, Rule, Scope

_DEPARTMENT = """==> 示范局/单位.yaml <==
内设机构:
  - 综合股
  - 业务股 | 监管 | 撤销
  - 登记股 | 审批 | 撤销
  - 机构: 行政审批股 | 审批 | 新设
    加挂: 业务股
行政审批股:
  方式: 加挂牌子
  原因: 全局只有三个股室,单设确有困难
  主管: 局长
  协管: 分管审批的副局长,在窗口现场办公
  窗口: 示范市行政服务中心一楼3号窗口
  窗口人员: 3
  授权: 示局发〔2017〕12号
  专用章: 是
==> 示范局/02-检查.yaml <==
名称: 示范场所监督检查
类型: 其他行政权力事项
种类: 行政监督检查
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
"""

RULE = Rule(
    code="R210",
    name="审批监管没有分人",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="个别特殊情况挂牌设立行政审批股同时承担审批与监管职能的,负责审批的人员不能同时承担监管工作。",
    source="工作方案 二(四)5",
    why="加挂牌子的行政审批股办监管事项时,审批和监管不能是同一岗位。岗位写在承办里:行政审批股/审查岗;"
    "没有写岗位的看不出是不是同一些人,只提醒。",
    mend="监管事项的环节换一个岗位,并写明岗位。",
    bad=_DEPARTMENT
    + """    - 检查 | 行政审批股/审查岗 | 7工作日 | 现场检查(2人以上)
    - 送达 | 行政审批股/检查岗 | 1工作日 | 送达
""",
    good=_DEPARTMENT
    + """    - 检查 | 行政审批股/检查岗 | 7工作日 | 现场检查(2人以上)
    - 送达 | 行政审批股/检查岗 | 1工作日 | 送达
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """方式 加挂牌子: no post of the 审批 office holds both a step of an approval and one of a supervision matter."""
    department = filing.department
    formed = department.approval_office
    if formed is None or formed.mode != PLATED or department.outside_scope:
        return
    own = office_names_of(approval_offices(department))
    approving = _posts((one for one in filing.matters if one.matter.type is MatterType.APPROVAL), own)
    supervising = _posts((one for one in filing.matters if one.matter.kind in SUPERVISION_KINDS), own)
    if not approving or not supervising:
        return
    unsaid = supervising.get("") or approving.get("")
    for post, (holder, name) in supervising.items():
        if post and post in approving:
            yield RULE.at(
                holder.place,
                f"岗位「{holder}」既办审批事项「{approving[post][1]}」,又办监管事项「{name}」",
                width=len(str(holder)),
                related=(approving[post][0].place,),
            )
    if unsaid:
        yield RULE.at(
            unsaid[0].place,
            f"「{unsaid[0].unit}」同时承担审批和监管,「{unsaid[1]}」的环节没有写岗位,看不出人员是否分开",
            width=len(unsaid[0].unit),
            severity=Severity.INFO,
        )


def _posts(matters: Iterable[Examined], own: frozenset[str]) -> Mapping[str, tuple[Holder, str]]:
    """Post of the office → where it first holds a step of the main path, and of which matter; empty: not said."""
    found: dict[str, tuple[Holder, str]] = {}
    for one in matters:
        if one.after is None or one.matter.is_gone:
            continue
        for step in one.after.steps:
            for holder in step.holders:
                if not step.branch and fold_name(holder.unit) in own:
                    found.setdefault(fold_name(holder.post), (holder, one.matter.name))
    return found
