"""N206 说即办却不即办."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="N206",
    name="说即办却不即办",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="“即时办结”的填写0。",
    source="附件6 注2",
    why="即时办结就是当场办完。名称、环节或备注说即办、当场,自己又写了天数;或总时限是即时,中间却有不计时限的环节,"
    "申请人当场办不完。环节相加超过即时的,由 R420 提出。",
    mend="当场能办完的写“即时”;不能的,去掉即办、当场的说法,写实际时限。",
    bad="""
备注: 即办件
""",
    good="""
备注: 承诺件,非即办件
""",
)

_AT_ONCE = re.compile(r"(?<![非不])(?:即办|即时|当场|当即|立等|马上办)")
_SAID = re.compile(r"(?<![非不])即办(?:件|事项)")
"""In 备注, which may speak of much else, only the term itself counts."""


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """优化后: 即办 in the name of the matter or a 环节, or in 备注, beside days; 即时 beside excluded time."""
    if subject.after is None:
        return
    matter, version = subject.matter, subject.after.version
    if version.limit.is_immediate:
        for step in subject.after.counted_steps:
            if step.limit.excluded:
                yield RULE.at(
                    step.at("limit"),
                    f"总时限是即时办结,环节「{step.name}」的时间却不计时限({step.limit.excluded})",
                    width=len(str(step.limit)),
                )
    elif version.limit.counted:
        for field, text, words in (("name", matter.name, _AT_ONCE), ("remark", matter.remark, _SAID)):
            if words.search(text):
                message = f"「{text}」说是即办,承诺时限却是{version.limit.official}"
                yield RULE.at(matter.at(field), message, width=len(text), related=(version.at("limit"),))
    for step in subject.after.steps:
        if step.limit.counted and _AT_ONCE.search(step.name):
            message = f"环节「{step.name}」说是当场办,时限却是{step.limit.official}"
            yield RULE.at(step.place, message, width=len(step.name))
