"""R612 中介服务不规范."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.several import staying
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.plan import OutsideBody
from processes.model.process import HolderKind
from processes.rules.loose import is_free
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import ENTRY, is_due

RULE = Rule(
    code="R612",
    name="中介服务不规范",
    severity=Severity.WARNING,
    scope=Scope.DEPARTMENT,
    quote="政府有关部门,要依据相关法律法规,规范中介服务的时限、收费标准,并对外公开。",
    source="工作方案 二(四)4",
    why=(
        "流程里承办环节的中介,写明收费、依据、公开,环节写明时限(依法不计时限的除外)。"
        "材料只写来源是“中介”的看不出是哪家;是否在中心收件、出件,申报文件里没有,请核对。"
    ),
    mend="在“外部机构”的“中介”里写全:名称、收费、依据、公开: 是;环节写时限。",
    bad="""
外部机构:
  中介: 检测中心
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 8工作日
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查
    - 检测 | 检测中心 | 3工作日 | 现场检测
    - 环节: 决定送达 | 行政审批股/股长 | 2工作日 | 审批决定、送达
      沿自: 审批、制证送达
""",
    good="""
外部机构:
  中介:
    - 名称: 检测中心
      收费: 每次300元
      依据: 示价发〔2016〕8号
      公开: 是
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 8工作日
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查
    - 检测 | 检测中心 | 3工作日 | 现场检测
    - 环节: 决定送达 | 行政审批股/股长 | 2工作日 | 审批决定、送达
      沿自: 审批、制证送达
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """Every 中介 that holds a step after the reform has 收费, 依据 (unless free) and 公开: 是, the step a limit."""
    if not is_due(context, ENTRY):
        return
    bodies = {
        fold_name(body.name): body
        for body in (*filing.plan.outside_bodies, *filing.department.outside_bodies)
        if body.level == HolderKind.INTERMEDIARY
    }
    seen: set[str] = set()
    for one in staying(filing) if bodies else ():
        for step in one.after.steps if one.after else ():
            for holder in step.holders:
                name = fold_name(holder.unit)
                if holder.kind is not HolderKind.INTERMEDIARY or name not in bodies:
                    continue
                if step.counted and step.limit.is_none:
                    message = f"中介「{holder.unit}」办理的环节「{step.name}」没有时限"
                    yield RULE.at(step.at("limit"), message)
                if name not in seen:
                    seen.add(name)
                    yield from _unregulated(bodies[name])


def _unregulated(body: OutsideBody) -> Iterator[Finding]:
    unsaid = [] if body.fee else ["收费"]
    if not body.basis and not is_free(body.fee):
        unsaid.append("依据")
    wrong = [f"没有写{'、'.join(unsaid)}"] if unsaid else []
    if body.public is not True:
        wrong.append("没有公开" if body.public is False else "没有写是否公开")
    if wrong:
        yield RULE.at(body.place, f"中介「{body.name}」{','.join(wrong)}")
