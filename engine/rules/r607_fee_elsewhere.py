"""R607 收费不在窗口."""

from __future__ import annotations

from collections.abc import Iterator

from engine.documents.common import CENTRE
from engine.rules.centre import entering, is_behind, windows_of
from engine.rules.several import names_text, place_of
from engine.rules.subjects import Examined, Filing
from processes.model.findings import Finding, Severity
from processes.model.process import HolderKind, Step
from processes.model.vocabulary import StepKind
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import ENTRY, is_due

RULE = Rule(
    code="R607",
    name="收费不在窗口",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="真正形成统一受理、统一办理、统一收费、统一送达的工作格局",
    source="工作方案 二(四)3",
    why="收费也在行政服务中心统一收,申请人不用另跑一处。受理和送达由R606查。",
    mend="缴费环节改由行政审批股或行政服务中心承办。",
    bad="""
==> 示范局/01-示范事项.yaml <==
收费: 工本费 | 每证4元 | 《示范经营法》第五十条
优化后:
  承办: 行政审批股
  时限: 8工作日
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查
    - 环节: 审查 | 行政审批股/审查岗 | 3工作日 | 材料审核
      沿自: 材料审查、现场核查
    - 环节: 决定 | 行政审批股/股长 | 1工作日 | 审批决定
      沿自: 审批
    - 缴费 | 综合股 | 1工作日 | 收费
    - 制证送达 | 行政审批股/受理岗 | 2工作日 | 制证、送达
""",
    good="""
==> 示范局/01-示范事项.yaml <==
收费: 工本费 | 每证4元 | 《示范经营法》第五十条
优化后:
  承办: 行政审批股
  时限: 8工作日
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查
    - 环节: 审查 | 行政审批股/审查岗 | 3工作日 | 材料审核
      沿自: 材料审查、现场核查
    - 环节: 决定 | 行政审批股/股长 | 2工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 行政审批股/受理岗 | 2工作日 | 收费、制证、送达
""",
)

_PAYING = ("收费", "缴费")


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Money is taken by 行政审批股 or the hall, in every matter that enters: once per department."""
    windows = windows_of(filing.department)
    if windows and is_due(context, ENTRY):
        elsewhere = [(one, step) for one in entering(filing) if (step := _paid_elsewhere(one, windows))]
        if elsewhere:
            matters = [one for one, _ in elsewhere]
            place = elsewhere[0][1].at("name") if len(elsewhere) == 1 else place_of(filing, matters)
            yield RULE.at(place, f"{names_text(matters)}的费用不在行政服务中心窗口收")


def _paid_elsewhere(one: Examined, windows: frozenset[str]) -> Step | None:
    steps = (
        step
        for step in (one.after.steps if one.after else ())
        if step.holders
        and (
            is_behind(step.holders[0], windows)
            or (step.holders[0].kind is HolderKind.DEPARTMENT and CENTRE not in step.holders[0].unit)
        )
        and not (step.branch or step.composite)
        and (
            StepKind.PAY in step.kinds
            or any(word in procedure.name for procedure in step.procedures for word in _PAYING)
        )
    )
    return next(steps, None)
