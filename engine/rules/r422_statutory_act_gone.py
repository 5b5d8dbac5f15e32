"""R422 法定程序没有了."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.flow import Procedure
from processes.model.folding import fold_name
from processes.model.process import Process
from processes.model.vocabulary import StepKind
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R422",
    name="法定程序没有了",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="一是坚持依法依规原则。",
    source="工作方案 一(二)(推出)",
    why="减的是自己加的程序,法律规定的不能减。写了“法定”的程序在优化后不见了是错误;听证、两人以上核查、公示、送达、"
    "一次告知没有写法定,只提示核对有没有规定。合并、改名的用“沿自”写明,不算取消。",
    mend="在优化后保留这个程序,改了名的写“沿自”;法律已经修改的,在说明里写明条文。",
    bad="""
优化前:
  时限: 20工作日
  流程:
    - 受理 | 登记股 | 1工作日 | 形式审查
    - 公示 | 登记股 | 5工作日 | 公示(法定)
    - 送达 | 登记股 | 1工作日 | 制证、送达
  材料: 申请书
优化后:
  时限: 2工作日
  流程:
    - 受理 | 登记股 | 1工作日 | 形式审查
    - 送达 | 登记股 | 1工作日 | 制证、送达
""",
    good="""
优化前:
  出处: 2016年公布的权力清单
  承办: 登记股、业务股
  时限: 20工作日
  流程:
    - 受理 | 登记股 | 1工作日 | 形式审查、一次告知
    - 材料审查 | 登记股 | 4工作日 | 材料审核
    - 现场核查 | 业务股 | 6工作日 | 现场核查(2人以上)
    - 公示 | 登记股 | 5工作日 | 公示(法定)
    - 审批 | 局领导 | 2工作日 | 局长签批
    - 制证送达 | 登记股 | 2工作日 | 制证、盖章、送达
  材料: 申请书、营业执照复印件
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)、公示(法定)
      沿自: 材料审查、现场核查、公示
    - 环节: 决定送达 | 行政审批股/受理岗 | 4工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)

_LOCAL = re.compile(r"听证|公示|公布|送达|一次(?:性)?告知")
_CHECK = re.compile(r"核查|勘验|踏勘|检查|调查|查看|抽查")


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """A 程序 of 优化前 that nothing in 优化后 continues: declared 法定 → error, one of five names → information.

    Continued is what is there under its name (be it in a 支线), what a 沿自 names, what a new 程序 has in its name.
    """
    after = subject.after
    if after is None or after.version.takes_over(subject.before.version, "entries"):
        return
    acts = [act for step in after.steps for act in step.procedures]
    kept = {fold_name(act.name) for act in acts}
    new = kept - {fold_name(act.name) for step in subject.before.counted_steps for act in step.procedures}
    kept.update(fold_name(origin) for act in acts for origin in act.origins or ())
    told: set[str] = set()
    for step in subject.before.counted_steps:
        for act in step.procedures:
            if fold_name(act.name) in kept or any(fold_name(act.name) in name for name in new):
                continue
            gone = after.version.at("entries")
            if act.statutory:
                named = f"({act.statutory})" if act.statutory != "是" else ""
                message = f"「{act.name}」({step.name})是法定程序{named},优化后没有了"
                yield RULE.at(act.place, message, width=len(act.name), related=(gone,))
            elif (hint := _hint(act)) and hint not in told and not _goes_on(hint, after):
                told.add(hint)
                yield RULE.at(
                    act.place,
                    f"「{act.name}」({step.name})优化后没有了,请核对法律法规有没有规定必须{hint}",
                    "有规定的,保留这个程序并写“法定”;没有规定的不必改。",
                    width=len(act.name),
                    related=(gone,),
                    severity=Severity.INFO,
                )


def _hint(act: Procedure) -> str:
    """Which of the five acts that a law often prescribes it is by its name and number of people, else empty."""
    if act.people > 1 and _CHECK.search(act.name):
        return "两人以上核查"
    found = _LOCAL.search(act.name)
    return found[0] if found else ""


def _goes_on(hint: str, after: Process) -> bool:
    """送达: what is done on the spot is handed over at once, and a 环节 may say it; the others: an act of such name."""
    if hint == "送达":
        return after.version.limit.is_immediate or any(StepKind.DELIVER in step.kinds for step in after.steps)
    if hint == "两人以上核查":
        return any(act.people > 1 and _CHECK.search(act.name) for step in after.steps for act in step.procedures)
    return any(hint in act.name for step in after.steps for act in step.procedures)
