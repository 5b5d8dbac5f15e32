"""R110 裁量基准没有写."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.subjects import Examined, Filing
from processes.model.findings import Finding, Severity
from processes.model.vocabulary import MatterType
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="R110",
    name="裁量基准没有写",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="压缩部门之间模糊边界空间,规范自由裁量权,维护群众合法权益。",
    source="工作方案 一(二)",
    why="行政处罚、行政强制、行政征收都有裁量空间,应有裁量基准。申报格式没有专门的栏目,所以只在依据、备注、监管措施、"
    "条件、环节、程序和文书里找“裁量”两个字,一个单位提示一次;基准合不合理,软件看不出。",
    mend="把裁量基准的文件名写进依据(规范性文件)或备注;没有裁量余地的,在备注里写“无裁量余地”和理由。",
    bad="""
==> 示范局/02-处罚.yaml <==
名称: 示范违法行为行政处罚
类型: 其他行政权力事项
种类: 行政处罚
优化后:
  承办: 业务股
  时限: 12工作日
""",
    good="""
==> 示范局/02-处罚.yaml <==
名称: 示范违法行为行政处罚
类型: 其他行政权力事项
种类: 行政处罚
备注: 按《示范市行政处罚裁量基准》执行
优化后:
  承办: 业务股
  时限: 12工作日
  流程:
    - 立案审查 | 业务股 | 7工作日 | 案件审核、告知、听取陈述申辩
    - 决定送达 | 局领导 | 1工作日 | 集体讨论、送达
""",
)

_KINDS = ("行政处罚", "行政强制", "行政征收")
_WORD = "裁量"
_MOST_NAMES = 5


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """One for the 行政处罚, 强制 and 征收 that stay with a department and nowhere speak of 裁量."""
    concerned = [
        one
        for one in filing.matters
        if one.matter.type is MatterType.OTHER_POWER and one.matter.kind in _KINDS and not one.matter.is_gone
    ]
    silent = [one.matter for one in concerned if not any(_WORD in text for text in _texts(one))]
    if silent:
        names = quoted([one.name for one in silent], _MOST_NAMES)
        yield RULE.at(
            filing.department.at("name"),
            f"{len(concerned)}个处罚、强制、征收事项中,{len(silent)}个没有提到裁量基准:{names}",
            width=len(filing.department.name),
            related=[one.at("kind") for one in silent],
        )


def _texts(one: Examined) -> Iterator[str]:
    matter = one.matter
    yield from (matter.remark, matter.supervision, *(basis.text for basis in matter.bases), *matter.outputs)
    for process in one.processes:
        yield from process.version.conditions
        for step in process.steps:
            yield from (step.name, *step.outputs, *step.uses)
            for procedure in step.procedures:
                yield from (procedure.name, procedure.statutory)
