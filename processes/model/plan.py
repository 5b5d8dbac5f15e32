"""方案: the reform of one city — everything that another county would write differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from processes.model.limits import DayKind, TimeLimit
from processes.model.places import Placed, Text
from processes.model.property import Property
from processes.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Placed):
    """A group of departments, in the plan's order."""

    name: str
    departments: tuple[Text, ...]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Placed):
    """阶段: name, last day, what is to be filed."""

    name: str
    due: date
    deliverables: tuple[Text, ...] = ()


_FIFTEEN_DAYS = TimeLimit(Fraction(15), DayKind.WORKING)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Targets(Placed):
    """目标: the share to be cut (plan: 三分之一) and the ceiling of joint approvals (plan: 15个工作日)."""

    cut: Fraction = Fraction(1, 3)
    joint_limit: TimeLimit = _FIFTEEN_DAYS


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideBody(Placed):
    """外部机构: a body outside the plan that may hold a step; ``level`` is 上级, 下级, 同级 or 中介."""

    name: str
    level: str
    fee: str = ""
    basis: str = ""
    public: bool | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Switches(Placed):
    """口径: the readings of the plan that a city may choose; the first value of each is the default.

    ``warning``: the share of a limit at whose end its cases get a yellow card; the default is ours, for neither the
    plan nor a law says when to warn. ``natural_end``: whether a limit in 自然日 that would end on a day off is put off.
    """

    one_third: str = "按部门"
    counting: str = "环节与程序"
    annex3_steps: str = "环节"
    annex3_fees: str = "项目"
    annex9_procedures: str = "净减"
    materials: str = "种类"
    totals_with_cancelled: bool = True
    mixed_days: str = "不折算"
    equal_to_statutory: str = "错误"
    promise_until: str = "送达"
    natural_end: str = "顺延"
    warning: Fraction = Fraction(1, 5)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class FormText(Placed):
    """附件: the title and the notes of a form where a city prints others."""

    title: str = ""
    notes: tuple[Text, ...] = ()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Placed):
    """方案.yaml. ``heading`` (表头) is the prefix of the forms' titles; ``final_levels``: upper to own."""

    name: str
    city: str
    heading: str
    recipient: str
    groups: tuple[Group, ...]
    stages: tuple[Stage, ...]
    final_levels: tuple[Text, ...]
    issued: date | None = None
    targets: Targets = field(default_factory=Targets)
    platforms: tuple[Text, ...] = ()
    receiving_levels: tuple[Text, ...] = ()
    outside_bodies: tuple[OutsideBody, ...] = ()
    switches: Switches = field(default_factory=Switches)
    properties: tuple[Property, ...] = ()
    severities: Mapping[str, Text] = field(default_factory=dict)
    form_texts: Mapping[str, FormText] = field(default_factory=dict)
    acceptances: Mapping[str, Text] = field(default_factory=dict)

    @property
    def departments(self) -> tuple[Text, ...]:
        """Short names of all departments, in the plan's order."""
        return tuple(name for group in self.groups for name in group.departments)
