"""R324 问题没有整改措施."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R324",
    name="问题没有整改措施",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="重点梳理存在问题,建立工作流程问题清单(附件5)。",
    source="工作方案 二(二)2;附件5第3、4栏(整改措施、承办内设机构)",
    why="附件5的每个问题都要有整改措施,并落实到承办的内设机构,否则第3、4栏只能填“无”。",
    mend="写成“问题 | 措施 | 承办”。",
    bad="""
问题: 审查和复审重复,环节多
""",
    good="""
问题: 审查和复审重复,环节多 | 合并审查环节 | 行政审批股
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """Every problem has a measure, which is not 无, and an office."""
    for problem in matter.problems or ():
        measure = "" if problem.measure == "无" else problem.measure
        lacking = [name for name, said in (("整改措施", measure), ("承办内设机构", problem.offices)) if not said]
        if lacking:
            yield RULE.at(
                problem.at("text"), f"问题「{problem.text}」没有写{'和'.join(lacking)}", width=len(problem.text)
            )
