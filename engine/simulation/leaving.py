"""What 取消 and 下放 mean for 优化后 of a simulation: the department does not handle the matter any more.

“加大取消下放力度,能取消的取消、能下放的下放,实现服务对象就近提交申请” (the plan, 放权力): what is devolved goes on at
the receiving level, with its people. Only where the declaration says how it is done there can it be simulated.
"""

from __future__ import annotations

from engine.simulation.together import OWN
from processes.model.process import CheckedMatter, Process


def alone_after(one: CheckedMatter) -> Process | None:
    """优化后 of a matter that is simulated alone: that of the receiving level where it is declared (R401 asks for it).

    None where it is cancelled, or devolved without a 流程 of its own: how it goes on is not known then.
    """
    after = one.matter.after
    if one.matter.devolved_to and after is not None and after.takes_over(one.matter.before, "entries"):
        return None
    return one.after


def leaving(one: CheckedMatter) -> tuple[str, ...]:
    """What has to be said of 优化后 of a matter that is simulated alone; nothing where the department keeps it."""
    if not one.matter.is_gone:
        return ()
    level = one.matter.devolved_to
    if not level:
        return ("这个事项优化后取消,不再办理,没有优化后。",)
    after = alone_after(one)
    if after is None:
        unknown = f"这个事项优化后下放至{level},本单位不再办理;承接层级的流程没有申报,没有优化后。"
        return (f"{unknown}要模拟承接以后的,在 优化后 写承接层级的 时限、流程。",)
    ours = dict.fromkeys(str(step.holders[0]) for step in after.steps if step.holders and step.holders[0].kind in OWN)
    people = f"除了流程里写着的{'、'.join(ours)},不再占用本单位的人员" if ours else "不再占用本单位的人员"
    goes_on = f"这个事项优化后下放至{level},优化后是承接层级的流程:{people},全部办件按在一处办理算;"
    return (f"{goes_on}由几处承接的,用 --到达 写一处一年收几件。",)
