"""R203 行政审批股没有交代."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.approving import ESTABLISHED, approval_offices, approvals_staying
from engine.rules.subjects import Filing
from processes.model.department import ApprovalOffice, Department
from processes.model.findings import Finding, Severity
from processes.model.vocabulary import OfficeChange
from processes.rules.rule import Context, Rule, Scope
from processes.rules.unsaid import is_blank, papers_unsaid, unsaid

RULE = Rule(
    code="R203",
    name="行政审批股没有交代",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="一是已建立行政审批股的部门……二是尚未建立……按照“撤一建一”的原则,组建行政审批股。"
    "三是如单设行政审批股确有困难的……组建行政审批股,并加挂其他股室的牌子。",
    source="工作方案 二(一)3",
    why="承担行政审批事项的部门都要有行政审批股,组建的方式三种里选一种,并且与内设机构的变动一致。"
    "进驻的期限过了,除方式(和窗口)以外什么也没有写的,当作还没有填写,缺的几项合成一处说;写了一项以后,其余的由各自的规则查。",
    mend="在单位.yaml里写行政审批股和它的方式:已建立、撤一建一或加挂牌子;进驻以后再写主管、协管、窗口、窗口人员、授权、专用章。",
    bad="""
# 不要: 行政审批股
""",
    good="""
内设机构:
  - 综合股
  - 业务股 | 监管
  - 登记股 | 综合 | 撤销
  - 行政审批股 | 审批 | 新设
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """A department with 行政审批事项 that stay declares its 行政审批股; one that is 已建立 is not newly created.

    Once it should be in the hall, more is declared of it than how it was formed.
    """
    department = filing.department
    kept = approvals_staying(context.workspace.matters_of(department.name))
    if not kept or department.outside_scope:
        return
    formed = department.approval_office
    if formed is None:
        yield RULE.at(
            department.at("name"),
            f"有{len(kept)}个行政审批事项,没有写行政审批股是怎样组建的",
            width=len(department.name),
        )
        return
    if is_blank(department, context):
        yield _not_filled_in(department, formed, context)
    if formed.mode == ESTABLISHED:
        for office in approval_offices(department):
            if office.change is OfficeChange.CREATED:
                yield RULE.at(
                    office.at("change"),
                    f"行政审批股的方式是“{ESTABLISHED}”,「{office.name}」却是新设的",
                    "新设的,方式改为“撤一建一”或“加挂牌子”;早已建立的,去掉“新设”。",
                    width=len(office.change),
                    related=(formed.at("mode"),),
                )


def _not_filled_in(department: Department, formed: ApprovalOffice, context: Context) -> Finding:
    """All that is not said, in one finding (R208, R604, R605; R216, R703)."""
    keys, papers = unsaid(formed), papers_unsaid(department, context)
    also = f",“文件”里的{'、'.join(papers)}也没有写" if papers else ""
    file = ";“文件”里写" + "、".join(f"“{paper}: 文号”" for paper in papers) if papers else ""
    return RULE.at(
        formed.at("mode"),
        f"行政审批股尚未填写:没有写{'、'.join(keys)}{also}",
        f"进驻的期限已过,在 单位.yaml 的“行政审批股”里一行一项写上{file}。",
        width=len(formed.mode),
    )
