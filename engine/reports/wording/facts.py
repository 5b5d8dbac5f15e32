"""时限, 条件, 收费, 公开 and the other facts of a version in words, and 支线."""

from __future__ import annotations

from engine.diff.changes.facts import BranchChanged, Fact, FactChanged, LimitChanged
from engine.reports.report import Item, Sign
from engine.reports.wording.parts import listed, made
from engine.reports.wording.steps import nested
from processes.model.process import Step

TITLES = {
    Fact.OFFICES: "承办内设机构",
    Fact.CONDITIONS: "办理条件",
    Fact.FEES: "收费",
    Fact.PUBLIC: "是否公开",
    Fact.LOCATION: "办理地点",
    Fact.CHANNELS: "办理渠道",
}


def limit_item(change: LimitChanged) -> Item:
    """办结时限 in words."""
    return made(change, Sign.CHANGED, details=[f"办结时限 {change.before}→{change.after}"])


def fact_item(change: FactChanged) -> Item:
    """A fact in words; of conditions, which are sentences, only those that came or went."""
    if change.fact is not Fact.CONDITIONS:
        details = [f"{TITLES[change.fact]} {listed(change.before)}→{listed(change.after)}"]
        return made(change, Sign.CHANGED, details=details)
    gone = [text for text in change.before if text not in change.after]
    come = [text for text in change.after if text not in change.before]
    details = [f"{word} {';'.join(texts)}" for word, texts in (("减", gone), ("增", come)) if texts] or ["顺序调整"]
    return made(change, Sign.CHANGED, before=[TITLES[change.fact]], after=[TITLES[change.fact]], details=details)


def branch_item(change: BranchChanged) -> Item:
    """A side branch in words."""
    name = f"支线:{change.name}"
    if not change.after:
        return made(change, Sign.GONE, before=[name], details=[f"环节 {_steps(change.before)}"])
    if not change.before:
        return made(change, Sign.NEW, after=[name], details=[f"环节 {_steps(change.after)}"])
    return made(change, Sign.CHANGED, before=[name], after=[name], details=[nested(change.changes)])


def _steps(steps: tuple[Step, ...]) -> str:
    return listed(step.name for step in steps)
