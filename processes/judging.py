"""Findings as the plan and the declarations want them judged: other severities (规则), accepted reasons (说明)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from processes.declaration.folder import DEPARTMENT_FILE, PLAN_FILE
from processes.declaration.refusals import REFUSALS
from processes.model.findings import Finding, Severity
from processes.model.places import Text
from processes.model.plan import Plan
from processes.model.workspace import Workspace
from processes.rules.rule import Rule
from processes.suggesting import suggest

_SEVERITIES = {"错误": Severity.ERROR, "警告": Severity.WARNING, "提示": Severity.INFO}
_IGNORED = "忽略"
_LETTERS = re.compile(r"\w")
_NO_REASONS = frozenset(("没有", "暂无", "不涉及", "同上", "理由", "无理由"))
_SAY_WHY = "写明为什么不能改;没有理由的照要求改,"

Reasons = Mapping[str, Mapping[str, Text]]
"""File → code → reason (说明)."""


def reasons(workspace: Workspace) -> Reasons:
    """All accepted reasons; each holds for the findings of its own file."""
    found: dict[str, Mapping[str, Text]] = {PLAN_FILE: workspace.plan.acceptances}
    found |= {f"{one.folder}/{DEPARTMENT_FILE}": one.acceptances for one in workspace.departments}
    found |= {matter.file: matter.acceptances for matter in workspace.matters}
    found |= {project.file: project.acceptances for project in workspace.projects}
    return found


def ignored(plan: Plan) -> frozenset[str]:
    """The codes of the rules that the plan does not want to hear of."""
    return frozenset(code for code, word in plan.severities.items() if word == _IGNORED)


def judge(workspace: Workspace, findings: Iterable[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    """The findings with the plan's severities and the reasons given; what the plan ignores is left out.

    A reason settles a warning; an error stays one and carries its reason. What has no process cannot be made one by a
    wish: blocking rules are not judged.
    """
    accepted, severities = reasons(workspace), workspace.plan.severities
    judged: list[Finding] = []
    for finding in findings:
        rule = rules.get(finding.code)
        if rule is None or rule.blocks:
            judged.append(finding)
            continue
        word = severities.get(finding.code)
        if word == _IGNORED:
            continue
        one = finding if word is None else replace(finding, severity=_SEVERITIES[word])
        reason = accepted.get(finding.place.file, {}).get(finding.code)
        judged.append(replace(one, accepted=str(reason)) if reason and _is_reason(reason) else one)
    return judged


def _is_reason(text: str) -> bool:
    """Whether it says anything: 无, 略, a dash do not."""
    return len(_LETTERS.findall(text)) > 1 and text.strip("。. ") not in _NO_REASONS


def idle_reasons(
    workspace: Workspace, findings: Iterable[Finding], files: Collection[str], known: Collection[str]
) -> Iterator[Finding]:
    """D119: reasons in ``files`` that no finding needed. All rules must have been run on these files.

    Codes that are not ``known`` are D120's.
    """
    used = {(finding.place.file, finding.code) for finding in findings if finding.accepted}
    for file, given in reasons(workspace).items():
        for code, reason in given.items():
            if file in files and code in known and (file, code) not in used:
                if _is_reason(reason):
                    yield _refused("D119", reason, f"说明里的 {code} 没有用上:这个文件没有这样的问题")
                else:
                    yield _refused("D119", reason, f"说明里的 {code} 写的是「{reason}」,不是理由", _SAY_WHY)


def unknown_codes(workspace: Workspace, known: Collection[str]) -> Iterator[Finding]:
    """D120: codes that no rule has, in 规则 of the plan, in any 说明, and in 核对 of a department."""
    given: list[Mapping[str, Text]] = [workspace.plan.severities, *reasons(workspace).values()]
    given += [department.confirmations for department in workspace.departments]
    for code, text in (pair for one in given for pair in one.items()):
        if code not in known:
            yield _refused("D120", text, f"没有编号为「{code}」的规则", suggest(code, known))


def _refused(code: str, text: Text, message: str, hint: str = "") -> Finding:
    item = REFUSALS[code]
    return Finding(text.place, code, item.severity, message, hint + item.mend, width=len(text))
