"""R507 流程图的出口或时限不清."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.matter import VersionLabel
from processes.model.process import Flow, Process
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R507",
    name="流程图的出口或时限不清",
    severity=Severity.ERROR,
    scope=Scope.PROCESS,
    quote="完善工作流程图(附件8)",
    source="工作方案 二(三)2",
    why=(
        "流程图要一个开始、能到办结,判断有两个以上标明的出口,每个框写承办和时限,框数等于附件6第8栏。"
        "多数由程序保证;会画不清的是几个出口通到同一个地方,以及限时办结的事项里有的环节没有时限(只作警告)。只查优化后。"
    ),
    mend="几种情形去向相同的不用写去向;环节补上时限,依法不计时限的写 不计时限(听证) 等。",
    bad="""
优化后:
  承办: 行政审批股
  时限: 8工作日
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查
    - 环节: 审查 | 行政审批股/审查岗 | 3工作日 | 材料审核
      沿自: 材料审查、现场核查
      去向:
        合格: 决定
        不合格: 决定
    - 环节: 决定 | 行政审批股/股长 | 2工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 行政审批股/受理岗 | 2工作日 | 制证、盖章、送达
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 8工作日
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查
    - 环节: 审查 | 行政审批股/审查岗 | 3工作日 | 材料审核
      沿自: 材料审查、现场核查
      去向:
        合格: 决定
        不合格: 不予许可
    - 环节: 决定 | 行政审批股/股长 | 2工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 行政审批股/受理岗 | 2工作日 | 制证、盖章、送达
""",
)


def check(process: Process, context: Context) -> Iterator[Finding]:
    """Of 优化后: the labelled exits of a step have different labels and do not all lead to the same place.

    A counted step has a limit (or 即时, or excluded time) when the matter has one.
    """
    if process.version.label is not VersionLabel.AFTER:
        return
    yield from _exits(process)
    if process.version.limit.days:
        for step in process.counted_steps:
            if step.limit.is_none:
                message = f"环节「{step.name}」没有时限,流程图的框里写不出;整个事项限{process.version.limit}"
                yield RULE.at(step.at("limit"), message, severity=Severity.WARNING)


def _exits(process: Process) -> Iterator[Finding]:
    leaving: dict[str, list[Flow]] = {}
    for flow in process.flows:
        if flow.condition:
            leaving.setdefault(flow.source, []).append(flow)
    for source, ways in leaving.items():
        if len(ways) < 2:  # noqa: PLR2004 - a choice is between two at least
            continue
        if len({way.target for way in ways}) == 1:
            yield RULE.at(ways[0].place, f"环节「{_name(process, source)}」的{_labels(ways)}都去同一个地方,不是判断")
        elif len({fold_name(way.condition) for way in ways}) < len(ways):
            message = f"环节「{_name(process, source)}」有两个出口写的是同样的情形:{_labels(ways)}"
            yield RULE.at(ways[0].place, message)


def _name(process: Process, source: str) -> str:
    return next(node.step.name for node in process.nodes if node.key == source and node.step is not None)


def _labels(ways: list[Flow]) -> str:
    return "、".join(f"“{way.condition}”" for way in ways)
