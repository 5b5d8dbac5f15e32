"""R412 材料没有依据."""

from __future__ import annotations

from collections.abc import Iterator

from engine.diff.matching import match_materials
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R412",
    name="材料没有依据",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="依法依规确定办理材料",
    source="工作方案 二(三)1 减材料",
    why="优化后新增的材料没有依据是错误;原有的材料没有写依据,每个事项提示一次。改名、合并的材料用“沿自”写明,不算新增。",
    mend="写“依据: 《…》第×条”;没有依据的材料不再要求。",
    bad="""
优化后:
  材料: 申请书、无违法证明
""",
    good="""
备注: 材料都有依据
""",
)

_SHOWN = 3


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """A material of 优化后 that continues none of 优化前 and has no basis; else, once, those that have none."""
    if subject.after is None:
        return
    before, after = subject.before.version.materials, subject.after.version.materials
    bare = [material for material in after if not material.basis]
    if not bare:
        return
    new = {group.after[0].place for group in match_materials(before, after) if not group.before}
    for material in bare:
        if material.place in new:
            message = f"「{material.name}」是优化后新增的材料,没有写依据"
            yield RULE.at(material.place, message, width=len(material.name))
    old = [material for material in bare if material.place not in new]
    if old:
        names = "、".join(f"「{material.name}」" for material in old[:_SHOWN])
        yield RULE.at(
            old[0].place,
            f"优化后 {len(after)} 件材料里有 {len(old)} 件没有写依据:{names}{'等' if len(old) > _SHOWN else ''}",
            width=len(old[0].name),
            severity=Severity.INFO,
        )
