"""R613 审批与监管没有衔接."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.rules.centre import approvals_kept
from engine.rules.several import names_text, place_of
from engine.rules.subjects import Examined, Filing
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import ENTRY, is_due
from processes.rules.words import words_of

RULE = Rule(
    code="R613",
    name="审批与监管没有衔接",
    severity=Severity.WARNING,
    scope=Scope.DEPARTMENT,
    quote="各部门行政审批股要将审批情况及时通报有关股室,促进做好日常监管工作。",
    source="工作方案 二(四)5",
    why="审批和监管分开以后,审批股要把结果通报监管股室,批后怎样监管要有规定。通报写成不计环节的环节,或写在监管措施里都可以。",
    mend="写“监管措施”;在流程最后加 通报监管股室 | 即时 | 抄送…,并写“不计环节”的理由。",
    bad="""
==> 示范局/01-示范事项.yaml <==
# 不要: 监管措施
备注: 无
""",
    good="""
==> 示范局/01-示范事项.yaml <==
监管措施: 发证后抄送业务股,三十日内开展首次检查
""",
)

_NOTICE = re.compile(r"通报|抄送|抄告|通知|推送|告知.{0,8}(?:股|科|所|队|站|室)|移送监管|移交监管")

_MEASURES = "写“监管措施”:谁、什么时候、怎样检查,审批结果怎样通报监管股室。"
_TOLD = "在“监管措施”里写明发证后通报哪个股室;或在流程最后加 通报监管股室 | 即时 | 抄送…,并写“不计环节”的理由。"


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """行政审批事项 that stay have 监管措施; a step, a procedure or that text tells those who supervise."""
    if not is_due(context, ENTRY):
        return
    matters = approvals_kept(filing)
    unsupervised = [one for one in matters if not one.matter.supervision]
    if unsupervised:
        yield RULE.at(place_of(filing, unsupervised), f"{names_text(unsupervised)}没有写批后的监管措施", _MEASURES)
    silent = [one for one in matters if one.matter.supervision and not _is_told(one)]
    if silent:
        yield RULE.at(place_of(filing, silent), f"{names_text(silent)}的审批结果没有通报监管股室", _TOLD)


def _is_told(one: Examined) -> bool:
    steps = one.after.steps if one.after else ()
    return bool(_NOTICE.search(one.matter.supervision)) or any(
        not step.branch and any(_NOTICE.search(word) for word in words_of(step)) for step in steps
    )
