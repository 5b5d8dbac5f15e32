"""N210 告知单是空的."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="N210",
    name="告知单是空的",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="表格所有项目都为必填项,不涉及相关内容或无法填写的,应填“无”,不能空项。",
    source="附件4 注1;附件7(参考样式)",
    why="条件、材料都是“无”,又没有办理地点和咨询电话,印出来的告知单等于空的,申请人看了还是不知道怎么办。"
    "流程空的由格式拒绝;涉密和不公开的事项不看。",
    mend="条件、材料不是真的没有就补上;确实没有的,写上办理地点和咨询电话就行。",
    bad="""
# 不要: 地点、咨询电话
条件: 无
优化后:
  材料: 无
""",
    good="""
条件: 无
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
  材料: 无
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """优化后, public: 条件 无, 材料 无, 地点 and 咨询电话 not declared."""
    after = matter.after
    if after is None or matter.secret or not after.public:
        return
    if not (after.conditions or after.materials or after.location or matter.inquiry_phone):
        yield RULE.at(
            after.at("conditions"), f"「{matter.name}」的条件、材料都写了“无”,又没有地点和电话,告知单上没有可看的"
        )
