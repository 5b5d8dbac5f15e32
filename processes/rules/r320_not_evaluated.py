"""R320 没有评估."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R320",
    name="没有评估",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="各部门对现有工作流程进行科学分析评估,重点梳理存在问题,建立工作流程问题清单(附件5)。",
    source="工作方案 二(二)2",
    why="每个事项都要评估:有问题的列入附件5,没有问题的写“问题: 无”。“问题”没有写,就是还没有评估。",
    mend="评估后写“问题”;没有发现问题的写 无。",
    bad="""
# 不要: 问题
备注: 尚未评估
""",
    good="""
问题: 无
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """问题 is written, be it 无."""
    if matter.problems is None:
        yield RULE.at(matter.at("name"), f"「{matter.name}」没有评估:没有写“问题”", width=len(matter.name))
