"""S103 去向不认识."""

from __future__ import annotations

from collections.abc import Iterator

from processes.compilation.entries import keys_of
from processes.compilation.exits import FINISH, NEXT_STEP, branch_names
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope
from processes.suggesting import suggest

RULE = Rule(
    code="S103",
    name="去向不认识",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    blocks=True,
    why="去向指到哪里,流程图的箭头就画到哪里;指不到就走不下去。",
    mend="写同一列里的环节名、支线名、“下一环节”或“结束”;并联里的去向只能在那一路里。",
    bad="""
优化前:
  时限: 2工作日
  流程:
    - 环节: 受理 | 综合股 | 1工作日 | 形式审查
      去向:
        需要核实: 审察
    - 审查 | 综合股 | 1工作日 | 材料审核
  材料: 申请书
""",
    good="""
优化前:
  时限: 2工作日
  流程:
    - 环节: 受理 | 综合股 | 1工作日 | 形式审查
      去向:
        需要核实: 审查
    - 审查 | 综合股 | 1工作日 | 材料审核
  材料: 申请书
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """Every target of 去向 is a step of the same list (from a 支线: of the main list too), a 支线, or 结束/下一环节."""
    for version in matter.versions:
        jumping = [met for met in context.steps_of(version) if met.entry.exits]
        if not jumping:
            continue
        branches = branch_names(matter, version)
        main = keys_of(version.entries)
        ends = {fold_name(name) for name in branches} | {FINISH}
        lists: dict[int, set[str]] = {}
        for met in jumping:
            if id(met.siblings) not in lists:
                lists[id(met.siblings)] = keys_of(met.siblings) | (set() if met.depth else main | ends)
            allowed = lists[id(met.siblings)]
            for exit_ in met.entry.exits:
                if exit_.target == NEXT_STEP or fold_name(exit_.target) in allowed:
                    continue
                if "：" in exit_.target:
                    # 不同意：不予许可 with a full-width colon is one text, which is taken for the place to go.
                    yield RULE.at(
                        exit_.target.place,
                        "去向里的冒号是全角的,整行被当成了一个环节",
                        "改成半角冒号加一个空格,如 不同意: 不予许可。",
                        width=len(exit_.target),
                    )
                else:
                    yield RULE.at(
                        exit_.target.place,
                        f"去向「{exit_.target}」不是这里能去的环节",
                        suggest(exit_.target, allowed) + RULE.mend,
                        width=len(exit_.target),
                        related=(met.entry.place,),
                    )
