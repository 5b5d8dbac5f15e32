"""In which order matters and departments stand in the forms, and which departments are in the roll-ups of the city."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from processes.model.vocabulary import MatterType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from processes.model.department import Department
    from processes.model.matter import Matter
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter

    _Declared = tuple[Department, Sequence[CheckedMatter]]


class _OfMatter(Protocol):
    @property
    def matter(self) -> Matter: ...


T = TypeVar("T", bound=_OfMatter)


def by_type(matters: Iterable[T]) -> list[T]:
    """The matters, or what was reckoned of each, by type in the order of 附件4 注3, and as declared within a type."""
    order = list(MatterType)
    return sorted(matters, key=lambda one: order.index(one.matter.type))


def in_scope(plan: Plan, departments: Iterable[_Declared]) -> list[_Declared]:
    """The departments of the city's roll-ups in the plan's order.

    Bodies outside the plan's scope (a 镇 or 开发区 reforming by itself) are no part of the city's totals.
    """
    order: dict[str, int] = {name: position for position, name in enumerate(plan.departments)}
    inside = [(department, matters) for department, matters in departments if not department.outside_scope]
    return sorted(inside, key=lambda pair: order.get(pair[0].name, len(order)))
