"""R206 加挂牌子没写全."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.department import Department
from processes.model.findings import Finding, Severity
from processes.model.vocabulary import APPROVAL_OFFICE_MODES, OfficeChange, OfficeRole
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R206",
    name="加挂牌子没写全",
    severity=Severity.WARNING,
    scope=Scope.DEPARTMENT,
    quote="三是如单设行政审批股确有困难的,……归并集中在一个股室,组建行政审批股,并加挂其他股室的牌子。",
    source="工作方案 二(一)3",
    why="加挂牌子只在单设行政审批股确有困难时用,要写挂哪块牌子、有什么困难;反过来,写了加挂的,方式也应是加挂牌子。"
    "加挂以后审批和监管的人员要分开(R210)。",
    mend="在行政审批股那一行写“加挂”,在“原因”里写困难;不是加挂牌子的,改方式或去掉“加挂”。",
    bad="""
内设机构:
  - 综合股
  - 业务股 | 监管
  - 登记股 | 审批 | 撤销
  - 机构: 行政审批股 | 审批 | 新设
    加挂: 登记股
行政审批股:
  方式: 加挂牌子
  主管: 局长
  协管: 分管审批的副局长,在窗口现场办公
  窗口: 示范市行政服务中心一楼3号窗口
  窗口人员: 3
  授权: 示局发〔2017〕12号
  专用章: 是
""",
    good="""
内设机构:
  - 综合股
  - 业务股 | 监管
  - 登记股 | 审批 | 撤销
  - 机构: 行政审批股 | 审批 | 新设
    加挂: 登记股
行政审批股:
  方式: 加挂牌子
  原因: 全局只有三个股室,单设确有困难
  主管: 局长
  协管: 分管审批的副局长,在窗口现场办公
  窗口: 示范市行政服务中心一楼3号窗口
  窗口人员: 3
  授权: 示局发〔2017〕12号
  专用章: 是
""",
)

_PLATED = APPROVAL_OFFICE_MODES[2]
_APPROVING = "审批"


def check(department: Department, context: Context) -> Iterator[Finding]:
    """方式 加挂牌子: an office carries a plate, and 原因 is given; an 审批 office with a plate has that 方式."""
    formed = department.approval_office
    if formed is None or department.outside_scope:
        return
    plated = [one for one in department.offices if one.plates and one.change is not OfficeChange.ABOLISHED]
    if formed.mode != _PLATED:
        for one in plated:
            if one.role is OfficeRole.APPROVAL:
                yield RULE.at(
                    one.plates[0].place,
                    f"「{one.name}」加挂了「{'、'.join(one.plates)}」的牌子,行政审批股的方式却是“{formed.mode}”",
                    width=len(one.plates[0]),
                )
        return
    place, width = formed.at("mode"), len(formed.mode)
    if not any(one.role is OfficeRole.APPROVAL or any(_APPROVING in plate for plate in one.plates) for one in plated):
        yield RULE.at(place, "方式是“加挂牌子”,内设机构里没有写挂哪块牌子", width=width)
    if not formed.reason:
        yield RULE.at(place, "方式是“加挂牌子”,没有写单设行政审批股的困难(原因)", width=width)
