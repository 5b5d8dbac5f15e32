"""R503 告知单与流程图不一致."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.process import Process
from processes.model.vocabulary import StepKind
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R503",
    name="告知单与流程图不一致",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="优化工作事项一次性告之单,完善工作流程图",
    source="工作方案 二(三)2",
    why=(
        "时限、材料、类型、依据在各张表里出自同一处,不会不一致。会不一致的是两处各写一遍的:"
        "告知单的“出具的文书或证照”和流程图里发证环节出具的,告知单的材料和流程图里环节使用的。"
        "环节使用的也可能是机关内部资料,所以只作警告,请核对。"
    ),
    mend="两处写成同样的名称:改“出具”,或改“材料”和环节的“使用”。",
    bad="""
出具: 示范经营许可证
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
    - 环节: 决定 | 行政审批股/股长 | 2工作日 | 审批决定
      沿自: 审批
    - 环节: 制证送达 | 行政审批股/受理岗 | 2工作日 | 制证、盖章、送达
      出具: 示范卫生合格证
""",
    good="""
出具: 示范经营许可证
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
      使用: 申请书
    - 环节: 决定 | 行政审批股/股长 | 2工作日 | 审批决定
      沿自: 审批
    - 环节: 制证送达 | 行政审批股/受理岗 | 2工作日 | 制证、盖章、送达
      出具: 示范经营许可证
""",
)

_ISSUING = frozenset((StepKind.PRODUCE, StepKind.DELIVER))


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """After the reform the main steps that issue and deliver issue one of 出具, as far as they say what they issue.

    What a step uses is a material or was made by a step; one name inside the other is the same paper.
    """
    after = subject.after
    if after is None:
        return
    promised = [fold_name(name) for name in subject.matter.outputs]
    issued = [name for step in after.counted_steps if _ISSUING.intersection(step.kinds) for name in step.outputs]
    if issued and not any(_known(name, promised) for name in issued):
        said = "、".join(subject.matter.outputs) or "无"
        message = f"发证环节出具的是「{'、'.join(issued)}」,告知单的“出具”写的是「{said}」"
        yield RULE.at(issued[0].place, message, width=len(issued[0]), related=(subject.matter.at("outputs"),))
    papers = _papers(after)
    for step in after.steps:
        for name in step.uses:
            if not _known(name, papers):
                message = f"环节「{step.name}」使用「{name}」,材料里没有,也没有环节出具"
                yield RULE.at(name.place, message, width=len(name), severity=Severity.WARNING)


def _papers(process: Process) -> list[str]:
    made = (name for step in process.steps for name in step.outputs)
    return [fold_name(name) for name in (*(paper.name for paper in process.version.materials), *made)]


def _known(name: str, papers: Iterable[str]) -> bool:
    folded = fold_name(name)
    return any(folded in paper or paper in folded for paper in papers)
