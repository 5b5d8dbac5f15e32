"""The words of a walk: places, where choices lead, days used, what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.walk.walk import Receive
from processes.model.limits import DayKind, number_text
from processes.model.process import FlowKind, NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from engine.walk.route import Route
    from engine.walk.walk import Choice, Move, Walk
    from processes.model.flow import Procedure
    from processes.model.matter import Matter
    from processes.model.process import Flow, Node


def title(matter: Matter, route: Route) -> str:
    """``食品经营许可证核发(新办),优化后:总时限13个工作日,材料3件``."""
    version = route.process.version
    limit = "没有总时限" if version.limit.is_none else f"总时限{version.limit.official}"
    materials = f"材料{len(route.materials)}件" if route.materials else "不用交材料"
    return f"{matter.name},{version.label}:{limit},{materials}"


def procedures_text(procedures: Iterable[Procedure]) -> str:
    """``材料审核、现场核查(2人以上)``."""
    return "、".join(
        f"{procedure.name}({procedure.people}人以上)" if procedure.people else procedure.name
        for procedure in procedures
    )


def unit(route: Route) -> str:
    """The kind of day that is counted: that of the whole limit, else of the first step that has one."""
    limits = (route.process.version.limit, *(step.limit for step in route.process.steps))
    return next((limit.day_kind for limit in limits if limit.day_kind), DayKind.WORKING)


def used_text(route: Route, days: Fraction) -> str:
    """``1/13工作日``: used of the whole limit; ``1工作日`` where there is no limit to be compared with."""
    limit = route.process.version.limit
    of = "" if limit.is_none or limit.is_immediate else f"/{number_text(limit.days)}"
    return f"{number_text(days)}{of}{unit(route)}"


def exceeded(route: Route, days: Fraction) -> bool:
    """Whether so many days are more than the whole limit."""
    limit = route.process.version.limit
    return not limit.is_none and days > limit.days


def balance_text(walk: Walk) -> str:
    """``用了13工作日,总时限13个工作日``, and by how much it is exceeded."""
    limit = walk.route.process.version.limit
    used = f"用了{number_text(walk.used)}{unit(walk.route)}" if walk.used else "当场办理,没有用时限"
    if limit.is_none:
        return f"{used},没有总时限"
    if exceeded(walk.route, walk.used):
        over = number_text(walk.used - limit.days)
        return f"{used},超过总时限{limit.official},多{over}{unit(walk.route)}"
    return f"{used},总时限{limit.official}"


def place_text(route: Route, node: Node) -> str:
    """``审查``, ``支线 不予受理``, ``支线 整改复查:告知整改``, ``并联汇合``; at the join of a named block its name."""
    label = route.labels[node.key]
    if node.step is None or not node.step.branch:
        return label
    branch = f"支线 {node.step.branch}"
    return branch if node.step.name == node.step.branch else f"{branch}:{node.step.name}"


def end_text(node: Node) -> str:
    """``办结``, or by which 支线 the case ended: ``结束(不予受理)``."""
    return node.name if node.name == node.key else f"结束({node.name})"


def target_text(route: Route, flow: Flow) -> str:
    """Where a flow leads: ``审查``, ``退回 调查取证``, ``支线 不予受理``, ``并联:甲、乙``."""
    node = route.nodes[flow.target]
    match node.kind:
        case NodeKind.END:
            return end_text(node)
        case NodeKind.JOIN:
            return f"{route.labels[node.key]}(汇合)" if node.step else route.labels[node.key]
        case NodeKind.FORK:
            return f"{_way(route, flow)}{_fork_text(route, node)}"
        case _:
            return f"{_way(route, flow)}{place_text(route, node)}"


def _way(route: Route, flow: Flow) -> str:
    """How the file goes there, if not simply on."""
    if flow.kind is FlowKind.LOOP:
        return "退回 "
    if flow.kind is FlowKind.SKIP:
        return "直接到 "
    if flow.kind is FlowKind.SIDE and not route.branch_of(flow.target):
        return "回到 "
    return ""


def _fork_text(route: Route, node: Node) -> str:
    """The first steps of the branches, those of blocks inside included."""
    first: list[str] = []
    forks = [node.key]
    while forks:
        fork = forks.pop(0)
        for flow in route.process.flows:
            if flow.source == fork:
                if route.nodes[flow.target].kind is NodeKind.FORK:
                    forks.append(flow.target)
                else:
                    first.append(route.labels[flow.target])
    names = "、".join(first)
    return f"{route.labels[node.key]}(并联:{names})" if node.step else f"{route.labels[node.key]}:{names}"


def choice_text(route: Route, choice: Choice) -> str:
    """``不同意 → 支线 不予许可(3个工作日)``, ``收到全部材料(3件)``."""
    if isinstance(choice, Receive):
        return f"收到所缺的全部材料({len(choice.materials)}件)"
    node = route.nodes[choice.flow.target]
    step = node.step if node.kind is NodeKind.STEP else None
    limit = f"({step.limit.official})" if step and step.branch and not step.limit.is_none else ""
    return f"{choice.name} → {target_text(route, choice.flow)}{limit}"


def move_text(route: Route, move: Move) -> str:
    """Where the file went: the target of the choice, and past a join what came of it."""
    chosen, *further = move.taken
    target = target_text(route, chosen)
    passed = [flow for flow in further if route.nodes[flow.source].kind is NodeKind.JOIN]
    return f"{target},各路办完 → {target_text(route, passed[-1])}" if passed else target


def handover_text(pairs: Iterable[tuple[str, str]]) -> str:
    """``甲股→局领导;局领导→甲股``."""
    return ";".join(f"{giver}→{taker}" for giver, taker in pairs)
