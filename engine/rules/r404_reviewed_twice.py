"""R404 没有做到审一次、真备案."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.rules.functions import SIGNING, function_of, serial_steps
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name, without_bracket
from processes.model.matter import Matter
from processes.model.process import HolderKind, Process, Step
from processes.model.vocabulary import POWERS, MatterType, StepKind
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="R404",
    name="没有审一次、真备案",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="按照“多取消、审一次、真备案”原则,结合优化再造流程,继续精简权力",
    source="工作方案 二(三)1 放权力",
    why="审一次:同一行政审批事项,下级审了内容,上级再审同样的内容(终审在上级的,按许可法第三十五条办,不在此列)。"
    "真备案:名为备案的,不审查、不核查、当场办结。是不是同样的内容,按程序名称判断,请核对。",
    mend="只留一级审查;备案改为收件登记、即时办结。上位法要求的,在说明里写明依据。",
    bad="""
名称: 示范经营备案
""",
    good="""
名称: 示范经营备案
类型: 其他行政权力事项
种类: 其他
法定时限: 无
# 不要: 监管措施
优化后:
  承办: 综合股
  时限: 即时
  流程:
    - 环节: 当场备案 | 综合股 | 即时 | 形式审查、登记、送达
      沿自: 受理、材料审查、审批、制证送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)

_REVIEWS = {StepKind.REVIEW, StepKind.SECOND_REVIEW}
_SUBSTANCE = re.compile(r"审查|审核|复核|复审|初审|审批|核准|签批|核查|勘验|踏勘|查勘|评审")
_HARMLESS = ("形式审查",)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """优化后: (a) a 行政审批事项 reviewed below and again above; (b) a power named 备案 with reviews or a limit.

    (a) two 环节 one after the other with 初审 in the name of the first or the same function of 程序, none of it 法定.
    What is devolved without saying how it is done there is R401.
    """
    matter, after = subject.matter, subject.after
    if after is None or (matter.devolved_to and after.version.takes_over(subject.before.version, "entries")):
        return
    if matter.type in POWERS and "备案" in matter.name and without_bracket(matter.name).endswith("备案"):
        yield from _not_really_filed(matter, after)
    elif matter.type is MatterType.APPROVAL:
        final = context.workspace.plan.final_levels
        ours = not matter.final_level or not final or fold_name(matter.final_level) == fold_name(final[-1])
        yield from _reviewed_again(serial_steps(after), ours=ours)


def _not_really_filed(matter: Matter, after: Process) -> Iterator[Finding]:
    acts = [act for step in after.counted_steps for act in step.procedures if act.name not in _HARMLESS]
    acts = [act for act in acts if _SUBSTANCE.search(act.name)]
    faults = [f"还要{quoted([act.name for act in acts])}"] if acts else []
    limit = after.version.limit
    if limit.counted:
        faults.append(f"承诺时限是 {limit.official}")
    if faults:
        place = acts[0].place if acts else after.version.at("limit")
        width = len(acts[0].name) if acts else len(str(limit))
        yield RULE.at(place, f"「{matter.name}」是备案,{','.join(faults)}", width=width)


def _reviewed_again(steps: Sequence[Step], *, ours: bool) -> Iterator[Finding]:
    reviews = [step for step in steps if not _REVIEWS.isdisjoint(step.kinds)]
    for index, lower in enumerate(reviews):
        for upper in reviews[index + 1 :]:
            if _is_above(lower, upper, ours=ours) and _same_content(lower, upper):
                yield RULE.at(
                    upper.place,
                    f"{lower.holders[0].unit}「{lower.name}」审过,{upper.holders[0].unit}「{upper.name}」又审一次",
                    width=len(upper.name),
                    related=(lower.place,),
                )
                break


def _is_above(lower: Step, upper: Step, *, ours: bool) -> bool:
    one, other = lower.holders[0].kind, upper.holders[0].kind
    own = (HolderKind.OFFICE, HolderKind.LEADER)
    return (one is HolderKind.SUBORDINATE and other in own) or (ours and one in own and other is HolderKind.SUPERIOR)


def _same_content(lower: Step, upper: Step) -> bool:
    if any(act.statutory for act in lower.procedures) or any(
        act.statutory and "审" in act.name for act in upper.procedures
    ):
        return False
    shared = {function_of(act) for act in lower.procedures} & {function_of(act) for act in upper.procedures}
    return "初审" in lower.name or not shared <= {"", SIGNING}
