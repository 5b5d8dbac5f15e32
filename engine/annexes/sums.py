"""The five quantities of 附件3, each with how it is counted in the rows of 附件1 and 附件2 and what 备注 says of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from engine.annexes.approvals import Approval, approvals_after, approvals_before, approvals_gone, gone_place
from engine.annexes.form import NONE_TEXT, NOT_SUMMED
from engine.annexes.wording import fee_places, listed, office_names, office_places
from engine.measures import measures
from engine.measures.measured import Counting
from engine.reports.numbers import percent
from processes.model.folding import fold, fold_name
from processes.model.limits import DayKind, number_text
from processes.model.matter import Outcome
from processes.model.places import Place
from processes.model.vocabulary import APPROVAL_OFFICE_MODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from processes.model.department import Department
    from processes.model.matter import Matter
    from processes.model.plan import Switches
    from processes.model.process import CheckedMatter

    _Count = Callable[[Sequence[Approval]], Fraction | int | None]
    _Remark = tuple[list[str], list[Place]]

STEP_COUNTS: Mapping[str, tuple[str, ...]] = {
    "环节": ("steps",),
    "程序": ("procedures",),
    "两者": ("steps", "procedures"),
}
"""口径.附件3环节数 → the measures that are added up."""

BY_ITEMS, BY_MATTERS = "项目", "事项"
"""Values of 口径.附件3收费; the third is 金额."""

_CASE = "[件证本张份个册次人户]"
_FIXED_FEE = re.compile(rf"(?:每{_CASE})?(\d+(?:\.\d+)?)元(?:/{_CASE})?")
"""A standard that is the same sum for every case: 每证4元, 10元/本; not 每平方米30元, not 省定标准."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is added up: the 行政审批事项 of one department, or of all of them."""

    departments: tuple[Department, ...]
    before: tuple[Approval, ...]
    after: tuple[Approval, ...]
    gone: tuple[Matter, ...]
    switches: Switches
    city: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A column of 附件3. ``noun`` names it in a sentence; ``formula`` says what is added up, ``unit`` of what.

    ``counts`` has one number, or two under their names (口径.附件3环节数: 两者); None is 无: there is no such number.
    """

    noun: str
    formula: str
    counts: Mapping[str, _Count]
    places: Callable[[Approval], Iterable[Place]]
    unit: str = ""
    remarks: tuple[str, ...] = ()
    remark_places: tuple[Place, ...] = ()


def scope_of(
    departments: Sequence[tuple[Department, Sequence[CheckedMatter]]], switches: Switches, *, city: bool = False
) -> Scope:
    """The 行政审批事项 of these departments."""
    matters = [matter for _, own in departments for matter in own]
    return Scope(
        tuple(department for department, _ in departments),
        approvals_before(matters),
        approvals_after(matters),
        approvals_gone(matters),
        switches,
        city,
    )


def quantities(scope: Scope) -> tuple[Quantity, ...]:
    """股室, 行政审批权力, 办理程序环节, 办理时限, 收费."""
    return _offices(scope), _powers(scope), _steps(scope), _days(scope), _fees(scope)


def cut(before: Fraction | int | None, after: Fraction | int | None) -> Fraction | None:
    """改革后压缩百分比, one decimal; None where there was nothing before to take a share of."""
    return percent((Fraction(before) - after) / before) if before and after is not None else None


def number_or_none(number: Fraction | int | None, nothing: str = NONE_TEXT) -> str:
    """The number as printed in a sentence."""
    return nothing if number is None else number_text(number)


def _offices(scope: Scope) -> Quantity:
    """The 股室 that handle 行政审批事项: the form sums up 附件1 and 2; all 内设机构 are counted elsewhere (R204)."""

    def count(rows: Sequence[Approval]) -> int:
        return len({(row.matter.department, fold_name(name)) for row in rows for name in office_names(row.process)})

    texts, places = _modes(scope)
    return Quantity(
        noun="股室",
        formula="所列内设机构的个数,同一机构只计一次",
        counts={"": count},
        places=lambda row: office_places(row.process),
        remarks=tuple(texts),
        remark_places=tuple(places),
    )


def _modes(scope: Scope) -> _Remark:
    """How the 行政审批股 was formed (R203), with the reason why it carries another name (R206)."""
    formed = [office for department in scope.departments if (office := department.approval_office)]
    places = [office.at(field) for office in formed for field in ("mode", "reason") if getattr(office, field)]
    if scope.city:
        modes = Counter(office.mode for office in formed)
        counted = [f"{mode}{modes[mode]}个" for mode in APPROVAL_OFFICE_MODES if modes[mode]]
        return [f"行政审批股:{listed(counted)}"] if counted else [], places
    return [f"行政审批股:{one.mode}" + (f"({one.reason})" if one.reason else "") for one in formed], places


def _powers(scope: Scope) -> Quantity:
    """The rows themselves; 备注 says which are missing afterwards."""
    texts = []
    for outcome, word in ((Outcome.CANCELLED, "取消"), (Outcome.DEVOLVED, "下放")):
        gone = [matter for matter in scope.gone if matter.outcome is outcome]
        names = [matter.name + (f"({matter.devolved_to})" if matter.devolved_to else "") for matter in gone]
        if gone:
            texts.append(f"{word}{len(gone)}个" + ("" if scope.city else f":{listed(names)}"))
    return Quantity(
        noun="行政审批权力",
        formula="的行数",
        counts={"": len},
        places=lambda row: (row.matter.at("type"),),
        remarks=tuple(texts),
        remark_places=tuple(place for matter in scope.gone for place in (gone_place(matter), matter.at("name"))),
    )


def _steps(scope: Scope) -> Quantity:
    """环节 or 程序 as listed in 办理程序: the form's own words mix the two (口径.附件3环节数)."""
    switches = scope.switches
    chosen = [measures()[key] for key in STEP_COUNTS[switches.annex3_steps]]

    def counting(number: int) -> _Count:
        return lambda rows: sum(Fraction(chosen[number].measure(row.process, switches).value or 0) for row in rows)

    def places(row: Approval) -> Iterable[Place]:
        return (place for measure in chosen for place in measure.measure(row.process, switches).sources)

    counts = {measure.NAME if len(chosen) > 1 else "": counting(number) for number, measure in enumerate(chosen)}
    said = [] if switches.annex3_steps == "环节" else [f"按{'、'.join(measure.NAME for measure in chosen)}计"]
    if switches.counting != Counting.ACTS:
        said.append(f"按{switches.counting}计")
    texts, key_places = _key_projects(scope, counts)
    own = [switches.at(field) for field in ("annex3_steps", "counting")] if said else []
    return Quantity(
        noun="办理程序环节",
        formula=f"“办理程序”所列{'、'.join(measure.NAME for measure in chosen)}数之和",
        counts=counts,
        places=places,
        remarks=(*said, *texts),
        remark_places=(*own, *key_places),
    )


def _days(scope: Scope) -> Quantity:
    """Days added up as they are; 备注 names their unit, and how many are of the other kind (其中自然日××日)."""
    rows = (*scope.before, *scope.after)
    kinds = Counter(kind for row in rows if (kind := row.process.version.limit.day_kind))
    unit = max(kinds, key=lambda kind: (kinds[kind], kind is DayKind.WORKING), default=None)
    texts: list[str] = [] if unit is None else [str(unit)]
    for other in kinds:
        if other is not unit:
            sides = [number_text(_nominal(side, other)) for side in (scope.before, scope.after)]
            texts = [f"以{unit}为主,其中{other}改革前{sides[0]}日、改革后{sides[1]}日"]
    without = [sum(row.process.version.limit.is_none for row in side) for side in (scope.before, scope.after)]
    if any(without):
        texts.append(f"改革前{without[0]}个、改革后{without[1]}个事项没有时限,未计入")
    counts = {"": _limits}
    more, key_places = _key_projects(scope, counts)
    return Quantity(
        noun="办理时限",
        formula="“办理时限”天数之和",
        counts=counts,
        places=lambda row: (row.process.version.at("limit"),),
        unit="天" if len(kinds) > 1 else str(unit or ""),
        remarks=(*texts, *more),
        remark_places=(*(row.process.version.at("limit") for row in rows), *key_places),
    )


def _limits(rows: Sequence[Approval]) -> Fraction:
    """The sum of the limits; 无 counts as no value, as in 总计 of 附件6, and 备注 says so."""
    return sum((row.process.version.limit.days for row in rows), Fraction(0))


def _nominal(rows: Iterable[Approval], kind: DayKind) -> Fraction:
    limits = (row.process.version.limit for row in rows)
    return sum((limit.days for limit in limits if limit.day_kind is kind), Fraction(0))


def _fees(scope: Scope) -> Quantity:
    """收费项目: the formula of the form speaks of 数量, and most standards are no sums (口径.附件3收费)."""
    chosen = scope.switches.annex3_fees
    formula, count, unit = {
        BY_ITEMS: ("“收费标准”所列收费项目数之和", _items, ""),
        BY_MATTERS: ("“收费标准”不是“不收费”的行数", _charging, ""),
    }.get(chosen, ("“收费标准”所列定额收费金额之和", _money, "元"))
    texts, places = [], []
    if chosen != BY_ITEMS:
        texts.append("按收费的事项数计" if chosen == BY_MATTERS else "按金额计,单位:元")
        places.append(scope.switches.at("annex3_fees"))
    if unit:
        odd = [
            [fee for row in side for fee in row.process.version.fees if fixed_sum(fee.standard) is None]
            for side in (scope.before, scope.after)
        ]
        if any(odd):
            texts.append(f"改革前{len(odd[0])}项、改革后{len(odd[1])}项收费不是定额,未计入")
            places += [fee.at("standard") for side in odd for fee in side]
    return Quantity(
        noun="收费",
        formula=formula,
        counts={"": count},
        places=lambda row: fee_places(row.process.version),
        unit=unit,
        remarks=tuple(texts),
        remark_places=tuple(places),
    )


def _items(rows: Sequence[Approval]) -> int:
    return sum(len(row.process.version.fees) for row in rows)


def _charging(rows: Sequence[Approval]) -> int:
    return sum(bool(row.process.version.fees) for row in rows)


def _money(rows: Sequence[Approval]) -> Fraction | None:
    """The sum of the fixed fees; None where there are fees, but no fixed one: 0 would read 不收费."""
    sums = [fixed_sum(fee.standard) for row in rows for fee in row.process.version.fees]
    fixed = [one for one in sums if one is not None]
    return sum(fixed, Fraction(0)) if fixed or not sums else None


def fixed_sum(standard: str) -> Fraction | None:
    """The sum in 元 of a standard that is the same for every case: 每证4元, 10元/本; None of others."""
    fixed = _FIXED_FEE.fullmatch(fold(standard))
    return Fraction(fixed[1]) if fixed else None


def _key_projects(scope: Scope, counts: Mapping[str, _Count]) -> _Remark:
    """市级重点工程项目 need not be cut by a third (R214): they stay in the sums and are shown by themselves."""
    key = [row for row in scope.before if row.matter.key_project]
    if not key:
        return [], []
    others = [[row for row in side if not row.matter.key_project] for side in (scope.before, scope.after)]
    still = [row for row in scope.after if row.matter.key_project]
    parts = []
    for name, count in counts.items():
        rest = cut(count(others[0]), count(others[1]))
        parts.append(
            f"{name}改革前{number_or_none(count(key))}、改革后{number_or_none(count(still))},"
            f"其余事项压缩百分比{number_or_none(rest, NOT_SUMMED)}"
        )
    return (
        [f"其中市级重点工程项目{len(key)}个(不受缩减三分之一限制):{';'.join(parts)}"],
        [row.matter.at("key_project") for row in key],
    )
