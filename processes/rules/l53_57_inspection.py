"""L53-57 检验检测检疫不合要求."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from processes.compilation.days import days_in_sequence
from processes.compilation.standard import accepting_step
from processes.model.findings import Finding, Severity
from processes.model.flow import walk
from processes.model.limits import DayKind, number_text
from processes.model.matter import Version
from processes.model.process import HolderKind, Process, Step
from processes.rules.permits import is_after_of_permit
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import people_said

RULE = Rule(
    code="L53-57",
    name="检验检测不合要求",
    severity=Severity.WARNING,
    scope=Scope.PROCESS,
    quote="行政机关实施检验、检测、检疫,应当自受理申请之日起五日内指派两名以上工作人员按照技术标准、技术规范进行检验、检测、检疫。",
    source="《行政许可法》第五十五条第二款",
    why="本机关自己做的检验、检测、检疫,受理后5个工作日内指派,两人以上。看优化后主流程上由内设机构办理、名称以检验、检测、检疫结尾的程序;"
    "招标拍卖(第五十三条)、考试(第五十四条)、当场登记(第五十六条)、数量限制(第五十七条)要看许可的种类,这里不查。",
    mend="写上(2人以上),把检验、检测、检疫提前到受理后5个工作日内开始。",
    bad="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 1工作日 | 形式审查、一次告知
    - 环节: 检测 | 7工作日 | 材料审核、设备检测
      沿自: 材料审查、现场核查
    - 环节: 决定 | 4工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 1工作日 | 形式审查、一次告知
    - 环节: 检测 | 7工作日 | 材料审核、设备检测(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 4工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料: 申请书、经营场所平面图
""",
)

_TESTS = ("检验", "检测", "检疫")
_PEOPLE, _SOON = 2, 5


def check(process: Process, context: Context) -> Iterator[Finding]:
    """A test by an own office is done by fewer than two people, or begins more than five working days after 受理."""
    if not is_after_of_permit(process, context.matter):
        return
    for step in process.steps:
        if step.branch or step.composite or not step.holders or step.holders[0].kind is not HolderKind.OFFICE:
            continue
        tests = [one for one in step.procedures if one.name.endswith(_TESTS)]
        for one in tests:
            if one.people < _PEOPLE:
                message = f"程序「{one.name}」{people_said(one)},应当两人以上"
                yield RULE.at(one.place, message, width=len(one.name))
        if tests and process.version.limit.day_kind is not DayKind.NATURAL:
            waited = _waited(step, process.version)
            if waited > _SOON:
                message = f"「{step.name}」在受理后 {number_text(waited)} 个工作日才开始,应当在5个工作日内"
                yield RULE.at(step.place, message, width=len(step.name))


def _waited(step: Step, version: Version) -> Fraction:
    """Days of the entries between 受理 and the one in which the step stands."""
    accepting = accepting_step(version.entries)
    for index, entry in enumerate(version.entries):
        if accepting is not None and any(met.entry.key == step.key for met in walk((entry,))):
            return days_in_sequence(version.entries[accepting + 1 : index])
    return Fraction(0)
