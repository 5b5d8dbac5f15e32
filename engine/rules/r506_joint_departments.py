"""R506 共同实施部门不全."""

from __future__ import annotations

from collections.abc import Iterator

from engine.documents.common import CENTRE
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.process import HolderKind
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R506",
    name="共同实施部门不全",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="共同实施部门",
    source="附件7 共同实施部门栏",
    why=(
        "告知单的共同实施部门要包括附件4第10栏的并联审批部门。没有单独写的,程序按并联部门印;"
        "单独写了的,不能比并联部门和流程里承办环节的其他部门少。"
    ),
    mend="在“共同实施”里补上这个部门;与并联部门一样的,删去“共同实施”。",
    bad="""
并联部门: 公安局、住建局
共同实施: 公安局
""",
    good="""
并联部门: 公安局、住建局
共同实施: 公安局、住建局、发改局
""",
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """共同实施, if written, names every 并联部门 and every other department that holds a counted step afterwards."""
    matter = subject.matter
    if "joint_departments" not in matter.places:
        return
    wanted = dict.fromkeys((str(name) for name in matter.parallel_departments), "是并联部门")
    for step in subject.after.steps if subject.after else ():
        if not (step.uncounted or step.branch):
            for holder in step.holders:
                if holder.kind is HolderKind.DEPARTMENT and CENTRE not in holder.unit:
                    wanted.setdefault(holder.unit, f"承办环节「{step.name}」")
    joint = tuple(matter.joint_departments)
    for name, reason in wanted.items():
        if not any(name.startswith(one) or one.startswith(name) for one in joint):
            yield RULE.at(matter.at("joint_departments"), f"共同实施没有写「{name}」,它{reason}")
