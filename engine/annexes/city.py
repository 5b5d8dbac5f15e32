"""Which departments are in the roll-ups of the whole city, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from processes.model.department import Department
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter

    _Declared = tuple[Department, Sequence[CheckedMatter]]


def in_scope(plan: Plan, departments: Iterable[_Declared]) -> list[_Declared]:
    """The departments in the plan's order.

    Bodies outside the plan's scope (a 镇 or 开发区 reforming by itself) are no part of the city's totals.
    """
    order: dict[str, int] = {name: position for position, name in enumerate(plan.departments)}
    inside = [(department, matters) for department, matters in departments if not department.outside_scope]
    return sorted(inside, key=lambda pair: order.get(pair[0].name, len(order)))
