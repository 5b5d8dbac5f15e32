"""What a leader reads in a minute about the city: headline numbers, ranking, groups, every department of the plan.

A department that has declared nothing is listed as 未申报, one whose matters do not hold together as 申报不完整.
Neither is ever counted as 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from engine.annexes.form import NOT_SUMMED, Align, Cell
from engine.annexes.order import in_scope
from engine.diff.compare import Difference
from engine.documents.document import (
    Column,
    Document,
    Figure,
    Figures,
    Heading,
    Paragraph,
    Part,
    Row,
    Setting,
    Table,
    Tone,
)
from engine.reports.numbers import percent_text
from engine.reports.overview import (
    four_bars,
    grows,
    notes_of,
    share_bars,
    short_text,
    sum_figures,
    sum_texts,
    target_cell,
)
from engine.reports.sentences import counts_sentence, cuts_sentence
from engine.reports.standing import Standing, average, ranked, shares, standing_of
from engine.reports.target import share_words
from engine.reports.totals import Totals, totals
from processes.model.department import Department
from processes.model.plan import Plan
from processes.model.process import CheckedMatter

NOT_FILED, INCOMPLETE = "未申报", "申报不完整"
OTHERS = "其他单位"
"""Departments that are declared and in no group of the plan (R101 tells of them)."""

_AVERAGE = "环节、程序、材料、时限四项压减比例的平均值"


def city_overview(
    plan: Plan,
    declared: Sequence[tuple[Department, Sequence[CheckedMatter]]],
    left_out: Mapping[str, int] | None = None,
) -> Document:
    """The report of the city; ``left_out``: how many matters of a department do not hold together."""
    inside = [(department, matters) for department, matters in in_scope(plan, declared) if matters]
    own = {department.name: standing_of(department, plan, matters) for department, matters in inside}
    every = [one for standing in own.values() for one in standing.differences]
    broken = dict(left_out or {})
    parts: list[Part] = [
        Figures(_figures(own, totals(every, plan.switches), plan)),
        *_paragraphs(own, every, plan),
        *notes_of(every, plan, sum(broken.values())),
        four_bars(totals(every, plan.switches)),
        *_charts(own, plan),
        Heading("一、各部门情况"),
        _department_table(own, plan, broken),
        Heading("二、部门排名"),
        Paragraph(f"按{_AVERAGE}排名;没有某一项的部门,按其余各项平均。", Setting.NOTE),
        _ranking_table(own),
        Heading("三、还有哪些问题"),
        *_problems(own, plan, broken),
    ]
    return Document(title=f"{plan.city}工作流程再造情况报告", unit_name=plan.recipient, parts=tuple(parts))


def groups_of(plan: Plan, known: Mapping[str, object]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Name and departments of each group in the plan's order, then declared departments that are in none."""
    planned = set(plan.departments)
    others = tuple(name for name in known if name not in planned)
    groups: list[tuple[str, tuple[str, ...]]] = [(group.name, group.departments) for group in plan.groups]
    return (*groups, *([(OTHERS, others)] if others else ()))


def _names(plan: Plan, own: Mapping[str, Standing]) -> tuple[str, ...]:
    return tuple(name for _, names in groups_of(plan, own) for name in names)


def _figures(own: Mapping[str, Standing], sums: Totals, plan: Plan) -> tuple[Figure, ...]:
    matters, *four = sum_figures(sums)
    matters = replace(matters, detail=f"优化{sums.optimised}项")
    gone = Figure("取消、下放", f"{sums.cancelled}项、{sums.devolved}项", "放权力")
    return matters, *four, gone, _target_figure(own, plan), _filed_figure(own, plan)


def _filed_figure(own: Mapping[str, Standing], plan: Plan) -> Figure:
    every = len(_names(plan, own))
    missing = every - len(own)
    tone = Tone.BAD if missing else Tone.GOOD
    return Figure("已申报部门", f"{len(own)}/{every}个", f"未申报{missing}个" if missing else "全部申报", tone)


def _target_figure(own: Mapping[str, Standing], plan: Plan) -> Figure:
    tested = [one for one in own.values() if one.target.reached is not None]
    reached = sum(one.target.reached is True for one in tested)
    tone = Tone.PLAIN if not tested else Tone.GOOD if reached == len(tested) else Tone.BAD
    label = f"达到缩减{share_words(plan.targets.cut)}"
    return Figure(label, f"{reached}/{len(tested)}个部门", f"未达到{len(tested) - reached}个部门", tone)


def _paragraphs(own: Mapping[str, Standing], every: Sequence[Difference], plan: Plan) -> Iterator[Paragraph]:
    sums = totals(every, plan.switches)
    planned = len(_names(plan, own))
    filed = f"列入方案的{planned}个部门中,已申报{len(own)}个。" if len(own) < planned else f"{planned}个部门全部申报。"
    yield Paragraph(f"{plan.city}{filed}{counts_sentence(sums)}{cuts_sentence(sums)}")
    tested = [one for one in own.values() if one.target.reached is not None]
    reached = sum(one.target.reached is True for one in tested)
    wanted = f"审批事项时限、审批程序缩减{share_words(plan.targets.cut)}"
    yield Paragraph(
        f"承担行政审批事项的部门{len(tested)}个,达到“{wanted}”目标的{reached}个,未达到的{len(tested) - reached}个。"
        if tested
        else "已申报的部门没有列入考核的行政审批事项。"
    )


def _charts(own: Mapping[str, Standing], plan: Plan) -> Iterator[Part]:
    """The ranking, and the groups compared; one alone is not compared with anything."""
    order = [(one.department.name, share) for _, one, share in ranked(list(own.values()))]
    if len(order) > 1:
        yield share_bars("部门排名:四项平均压减比例", order, plan.targets.cut)
    groups = [
        (f"{name}({len(filed)}个部门)", share)
        for name, names in groups_of(plan, own)
        if (filed := _filed(names, own)) and (share := average(_sums(filed, plan))) is not None
    ]
    if len(groups) > 1:
        yield share_bars("各组对比:四项平均压减比例", groups, plan.targets.cut)


def _filed(names: Sequence[str], own: Mapping[str, Standing]) -> list[Standing]:
    return [own[name] for name in names if name in own]


def _sums(standings: Sequence[Standing], plan: Plan) -> Totals:
    return totals([difference for one in standings for difference in one.differences], plan.switches)


def _department_table(own: Mapping[str, Standing], plan: Plan, broken: Mapping[str, int]) -> Table:
    columns = (
        Column("部门", 5.1, Align.LEFT),
        Column("事项", 3.1),
        *(Column(title, 2) for title in ("优化", "取消", "下放")),
        *(Column(title, 4.1) for title in ("环节", "程序", "材料")),
        Column("时限", 7.2),
        Column(share_words(plan.targets.cut), 4),
    )
    rows: list[Row] = []
    for group, names in groups_of(plan, own):
        for name in names:
            one = own.get(name)
            if one is None:
                why = INCOMPLETE if broken.get(name) else NOT_FILED
                rows.append(Row((Cell(name), Cell(why), *_blank(columns))))
            else:
                places = tuple(difference.matter.place for difference in one.differences)
                cells = (Cell(value, places) for value in _numbers(one.sums))
                rows.append(Row((Cell(name), *cells, target_cell(one.target))))
        rows.append(_sum_row(f"{group}小计", names, own, plan))
    rows.append(_sum_row(f"{plan.city}合计", _names(plan, own), own, plan))
    return Table("", columns, tuple(rows))


def _blank(columns: Sequence[Column]) -> Iterator[Cell]:
    return (Cell(NOT_SUMMED) for _ in columns[2:])


def _numbers(sums: Totals) -> tuple[int | str, ...]:
    return sums.matters, sums.optimised, sums.cancelled, sums.devolved, *sum_texts(sums)


def _sum_row(label: str, names: Sequence[str], own: Mapping[str, Standing], plan: Plan) -> Row:
    """The departments that have filed, added up; how many of how many these are stands beside the label."""
    filed = _filed(names, own)
    counted = Cell(f"{label}({len(filed)}/{len(names)})")
    if not filed:
        return Row((counted, Cell(NOT_FILED), *(Cell(NOT_SUMMED) for _ in range(8))), strong=True)
    tested = [one for one in filed if one.target.reached is not None]
    reached = sum(one.target.reached is True for one in tested)
    cells = (Cell(value) for value in _numbers(_sums(filed, plan)))
    return Row((counted, *cells, Cell(f"{reached}/{len(tested)}" if tested else NOT_SUMMED)), strong=True)


def _ranking_table(own: Mapping[str, Standing]) -> Table:
    columns = (
        Column("名次", 4),
        Column("部门", 10, Align.LEFT),
        *(Column(f"{title}压减", 7) for title in ("环节", "程序", "材料", "时限")),
        Column("平均", 7),
    )
    rows = (
        Row(
            (
                Cell(place),
                Cell(one.department.name),
                *(Cell(percent_text(cut)) for cut in shares(one.sums)),
                Cell(percent_text(share)),
            )
        )
        for place, one, share in ranked(list(own.values()))
    )
    return Table("", columns, tuple(rows))


def _problems(own: Mapping[str, Standing], plan: Plan, broken: Mapping[str, int]) -> Iterator[Part]:
    """What is left to do; what there is none of is not mentioned."""
    found = list(_problem_parts(own, plan, broken))
    yield from found or [Paragraph("没有未申报、未达目标、未评估或不减反增的情况。")]


def _problem_parts(own: Mapping[str, Standing], plan: Plan, broken: Mapping[str, int]) -> Iterator[Part]:
    missing = [name for name in _names(plan, own) if name not in own and not broken.get(name)]
    if missing:
        yield Paragraph(f"未申报的部门{len(missing)}个:{'、'.join(missing)}。", Setting.FLUSH)
    if broken:
        parts = "、".join(f"{name}{number}个" for name, number in broken.items())
        yield Paragraph(f"申报不完整、没有计入的事项:{parts}。", Setting.FLUSH)
    short = [one for one in own.values() if one.target.reached is False]
    if short:
        title = f"未达到缩减{share_words(plan.targets.cut)}目标的部门"
        rows = tuple(Row((Cell(one.department.name), Cell(short_text(one.target)))) for one in short)
        yield Table("", (Column(title, 16, Align.LEFT), Column("差在哪里", 24, Align.LEFT)), rows)
    wanting: tuple[tuple[str, Callable[[Difference], bool]], ...] = (
        ("尚未评估存在问题的事项", lambda one: one.matter.problems is None),
        ("没有优化的事项", lambda one: not one.is_optimised),
        ("有指标不减反增的事项", grows),
    )
    for text, wants in wanting:
        counts = [(name, sum(map(wants, one.differences))) for name, one in own.items()]
        if total := sum(number for _, number in counts):
            parts = "、".join(f"{name}{number}项" for name, number in counts if number)
            yield Paragraph(f"{text}{total}项:{parts}。", Setting.FLUSH)
