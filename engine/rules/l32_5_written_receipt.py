"""L32-5 受理没有书面凭证."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.model.process import Process, Step
from processes.model.vocabulary import StepKind
from processes.rules.permits import is_after_of_permit
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="L32-5",
    name="受理凭证写得不一致",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="行政机关受理或者不予受理行政许可申请,应当出具加盖本行政机关专用印章和注明日期的书面凭证。",
    source="《行政许可法》第三十二条第二款",
    why="每件许可受理都要出具书面凭证。很多单位的申报不写环节出具什么,那样不查;同一单位有的许可写了、有的没有写时,提示补齐。"
    "凭证上有没有专用印章和日期看不出来,请核对。",
    mend="在受理环节写上出具,如 受理通知书。",
    question="受理、不予受理是否都出具加盖专用印章、注明日期的书面凭证?",
    bad="""
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 环节: 受理 | 1工作日 | 形式审查、一次告知
      出具: 受理通知书
    - 环节: 审查 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 4工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
==> 示范局/02-示范变更.yaml <==
名称: 示范经营许可证变更
""",
    good="""
==> 示范局/01-示范事项.yaml <==
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 环节: 受理 | 1工作日 | 形式审查、一次告知
      出具: 受理通知书
    - 环节: 审查 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 4工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料: 申请书、经营场所平面图
""",
)


def check(subject: Filing, context: Context) -> Iterator[Finding]:
    """Some permits of the department say what 受理 hands out, and others, not decided at once, do not."""
    said: list[Step] = []
    unsaid: list[tuple[str, Step]] = []
    for examined in subject.matters:
        after = examined.after
        step = None if after is None or not is_after_of_permit(after, examined.matter) else _accepting(after)
        if step is None or after is None:
            continue
        if step.outputs:
            said.append(step)
        elif not after.version.limit.is_immediate:
            unsaid.append((examined.matter.name, step))
    if said and unsaid:
        names = quoted([name for name, _ in unsaid])
        yield RULE.at(
            unsaid[0][1].place,
            f"{len(said) + len(unsaid)}项行政许可里,{names}的受理环节没有写出具什么凭证",
            related=(said[0].place, *(step.place for _, step in unsaid[1:])),
        )


def _accepting(process: Process) -> Step | None:
    """受理 of the main path."""
    return next((step for step in process.steps if step.counted and StepKind.ACCEPT in step.kinds), None)
