"""优化对比: what the reform changes about one matter, the matters of a department, and those of the whole city."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from engine.annexes.form import Cell
from engine.diff.compare import Difference
from engine.reports.briefing import briefing
from engine.reports.kinds import EXPLANATIONS, check_note, evidence_note, listings_of, overview
from engine.reports.numbers import day_text, limits_text, percent_text, quantity_text, sides_text
from engine.reports.one_line import line
from engine.reports.path import path_listing
from engine.reports.quantities import delta_table, total_table
from engine.reports.report import Column, ColumnKind, Report, Table
from engine.reports.sentences import counts_sentence, cuts_sentence
from engine.reports.standing import UNNAMED, shown_name
from engine.reports.totals import Total, Totals, totals
from processes.model.limits import number_text
from processes.model.matter import Outcome
from processes.model.plan import Plan, Switches

_MATTERS = "事项"
_NOT_PUBLIC = "不得公开;要发出去的,用 docx 或汇报格式。"
_DEPARTMENTS = "部门"


def matter_report(difference: Difference, *, masked: bool = False) -> Report:
    """One matter: all in a line, the quantities, the changes by kind, then each of them with its details.

    ``masked``: of a secret matter there are but the quantities, without its name, as in every paper that is handed on.
    """
    matter = difference.matter
    prefix = {
        Outcome.CANCELLED: "取消;",
        Outcome.DEVOLVED: f"下放至{matter.devolved_to};",
        Outcome.UNCHANGED: "维持不变;",
        Outcome.REWORKED: "",
    }[matter.outcome]
    if masked and matter.secret:
        said = f"{UNNAMED}:{prefix}{line(difference)}"
        return Report(title=UNNAMED, summary=said, briefing=briefing(difference), parts=(delta_table(difference),))
    listings = listings_of(difference)
    # What is handed on asks nothing of the analyst.
    asked = "" if masked else check_note(listings)
    return Report(
        title=matter.name,
        summary=f"{matter.name}:{prefix}{line(difference)}",
        briefing=briefing(difference),
        notes=tuple(filter(None, (*_matter_notes(difference), evidence_note(listings), asked))),
        parts=(delta_table(difference), *overview(listings), *listings, *path_listing(difference)),
    )


def department_report(
    name: str,
    differences: Sequence[Difference],
    switches: Switches,
    *,
    with_matters: bool = True,
    masked: bool = False,
) -> Report:
    """The matters of one department: their sums, one row each, and a report of each if ``with_matters``."""
    sums = totals(differences, switches)
    reports = [matter_report(one, masked=masked) for one in differences] if with_matters else []
    # What the brackets mean is said once, before all matters.
    explained = tuple(note for note in EXPLANATIONS if any(note in one.notes for one in reports))
    return Report(
        title=f"{name}工作流程优化对比",
        summary=f"{name} {_sums_text(sums)}",
        briefing=f"{name}{counts_sentence(sums)}{cuts_sentence(sums)}",
        notes=(*_notes(differences, switches, masked=masked), *explained),
        parts=(total_table(sums), _matter_table(differences, masked=masked)),
        inner_title=_MATTERS,
        inner=tuple(replace(one, notes=tuple(note for note in one.notes if note not in explained)) for one in reports),
    )


def city_report(
    plan: Plan, differences: Sequence[Difference], *, with_matters: bool = False, masked: bool = False
) -> Report:
    """All matters, by department in the order of the plan; departments without any are named, never taken for 0."""
    by_department = {
        name: [difference for difference in differences if difference.matter.department == name]
        for name in dict.fromkeys((*plan.departments, *(one.matter.department for one in differences)))
    }
    missing = [name for name, own in by_department.items() if not own]
    present = {name: own for name, own in by_department.items() if own}
    sums = totals(differences, plan.switches)
    notes = [*_notes(differences, plan.switches, masked=masked)]
    if missing:
        notes.append(f"未列入的部门 {len(missing)} 个(没有可对比的事项):{'、'.join(missing)}。")
    return Report(
        title=f"{plan.city}工作流程优化对比",
        summary=f"{plan.city} {len(present)} 个部门 {_sums_text(sums)}",
        briefing=f"{plan.city}{len(present)}个部门{counts_sentence(sums)}{cuts_sentence(sums)}",
        notes=tuple(notes),
        parts=(total_table(sums), _department_table(present, plan.switches)),
        inner_title=_DEPARTMENTS,
        inner=tuple(
            department_report(name, own, plan.switches, with_matters=with_matters, masked=masked)
            for name, own in present.items()
        ),
    )


def _sums_text(sums: Totals) -> str:
    """``2 项:环节 13→11(减2,15.4%)、…、优化 2 项、取消 0 项、下放 0 项``."""
    counts = [*map(quantity_text, (sums.steps, sums.procedures, sums.materials)), limits_text(sums)]
    matters = [f"优化 {sums.optimised} 项", f"取消 {sums.cancelled} 项", f"下放 {sums.devolved} 项"]
    return f"{sums.matters} 项:{'、'.join(counts + matters)}"


# ------------------------------------------------------------------------------------------------------- one matter
def _matter_notes(difference: Difference) -> Iterator[str]:
    matter = difference.matter
    kind = f"({matter.kind})" if matter.kind else ""
    yield f"{matter.department},{matter.type}{kind}。"
    if matter.secret:
        yield f"涉密({matter.secret}),{_NOT_PUBLIC}"
    if matter.cancel_reason:
        yield f"取消原因:{matter.cancel_reason}。"
    if matter.devolved_to:
        yield f"下放承接层级:{matter.devolved_to}。"
    if matter.other_improvement:
        yield f"其他优化:{matter.other_improvement}。"
    if any(days.is_converted for _, days in difference.limits):
        yield "时限已按5个工作日折7个自然日折算,不足1日的按1日计。"
    if text := _against_law(difference):
        yield text
    if not difference.exact:
        yield "环节次序变动太多,移动了哪些环节是近似的结果:可能有更少的移动也能说明。"


def _against_law(difference: Difference) -> str:
    """How the promise stands to 法定时限, where both are in one unit."""
    law, promise = difference.statutory, difference.time_limit.after
    if law.value is None or promise.value is None or (promise.kind and promise.kind is not law.kind):
        return ""
    saved = Fraction(law.value) - promise.value
    said = f"法定时限{day_text(law.value, law.kind)},优化后{day_text(promise.value, promise.kind)}"
    if saved > 0:
        return f"{said},较法定时限压缩{day_text(saved, law.kind)}({percent_text(saved / law.value)})。"
    return f"{said},与法定时限相同。" if not saved else f"{said},超过法定时限{day_text(-saved, law.kind)}。"


# ----------------------------------------------------------------------------------------------------- many matters
def _matter_table(differences: Sequence[Difference], *, masked: bool) -> Table:
    columns = ("编号", "事项名称", "结果", "环节", "程序", "材料", "时限")
    rows = tuple(_matter_row(one, masked=masked) for one in differences)
    return Table("事项对比", tuple(map(Column, columns)), rows)


def _matter_row(difference: Difference, *, masked: bool) -> tuple[Cell, ...]:
    matter = difference.matter
    result = "调整" if matter.outcome is Outcome.REWORKED and not difference.is_optimised else str(matter.outcome)
    return (
        Cell(matter.number, (matter.place,)),
        Cell(shown_name(matter) if masked else matter.name, (matter.at("name"),)),
        Cell(result, (matter.at("after"),)),
        *(Cell(sides_text(delta), (matter.place,)) for delta in difference.deltas),
    )


def _department_table(present: dict[str, list[Difference]], switches: Switches) -> Table:
    counts: tuple[tuple[str, Callable[[Totals], int]], ...] = (
        ("事项", lambda sums: sums.matters),
        ("优化", lambda sums: sums.optimised),
        ("取消", lambda sums: sums.cancelled),
        ("下放", lambda sums: sums.devolved),
    )
    columns = (
        Column("部门"),
        *(Column(title, ColumnKind.NUMBER) for title, _ in counts),
        *map(Column, ("环节", "程序", "材料", "时限")),
    )
    rows = []
    for name, own in present.items():
        sums = totals(own, switches)
        rows.append(
            (
                Cell(name),
                *(Cell(count(sums), tuple(one.matter.place for one in own)) for _, count in counts),
                *(
                    Cell("、".join(map(sides_text, parts)), total.sources)
                    for total, parts in zip(sums.four, _parts(sums), strict=True)
                ),
            )
        )
    return Table("部门对比", columns, tuple(rows))


def _parts(sums: Totals) -> tuple[tuple[Total, ...], ...]:
    """The four sums, 时限 by kind of day where both occur."""
    return (sums.steps,), (sums.procedures,), (sums.materials,), sums.days or (sums.time_limit,)


def _notes(differences: Sequence[Difference], switches: Switches, *, masked: bool) -> Iterator[str]:
    hidden = [one for one in differences if one.matter.secret]
    secret = {one.matter.name: UNNAMED for one in hidden if masked}
    if hidden and not masked:
        yield f"列有涉密事项 {len(hidden)} 项,{_NOT_PUBLIC}"
    for note in total_notes(differences, switches):
        text = note
        for name, shown in secret.items():
            text = text.replace(name, shown)
        yield text


def total_notes(differences: Sequence[Difference], switches: Switches) -> Iterator[str]:
    """What one has to know to read the sums."""
    cancelled = [one for one in differences if one.matter.outcome is Outcome.CANCELLED]
    if cancelled and not switches.totals_with_cancelled:
        yield f"合计不含取消事项 {len(cancelled)} 项。"
    elif cancelled:
        part = totals(cancelled, switches)
        saved = "、".join(
            f"{total.name}{number_text(total.reduction)}{total.days or total.unit}"
            for totals_of_one in _parts(part)
            for total in totals_of_one
            if total.reduction
        )
        yield f"合计含取消事项 {len(cancelled)} 项,其中因取消减少{saved}。"
    unlimited = [one for one in differences if one.time_limit.before.value is None and one.time_limit.after.value]
    if unlimited:
        yield f"原无时限的事项 {len(unlimited)} 项,不计压减:{_names(unlimited)}。"
    mixed = [one for one in differences if one.time_limit.before.value and one.time_limit.after.value]
    mixed = [one for one in mixed if one.time_limit.reduction is None]
    if mixed:
        yield f"优化前后时限单位不同的事项 {len(mixed)} 项,不计压减:{_names(mixed)}。"
    if totals(differences, switches).days:
        yield "时限合计中既有工作日又有自然日,合计数为名义天数。"


def _names(differences: Sequence[Difference]) -> str:
    return "、".join(one.matter.name for one in differences)
