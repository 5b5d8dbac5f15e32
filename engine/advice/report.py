"""The distance to the share as a report: of a department with each of its matters, and of the whole city."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

from engine.advice.distance import Distance, Way
from engine.advice.least import LEAST_TEXT
from engine.annexes.form import NOT_SUMMED, Cell, plain
from engine.reports.report import Column, ColumnKind, Report, Table
from engine.reports.sentences import target_sentence
from engine.reports.target import Tested, share_words
from processes.model.limits import number_text
from processes.model.matter import Matter, Outcome
from processes.model.plan import Plan

_NUMBER, _SHARE = ColumnKind.NUMBER, ColumnKind.SHARE

_SUMS = (
    Column("项目"),
    Column("优化前", _NUMBER),
    Column("优化后", _NUMBER),
    Column("压减比例", _SHARE),
    Column("最多可留", _NUMBER),
    Column("还差", _NUMBER),
    Column("结论"),
)
_EACH = (
    Column("编号"),
    Column("事项"),
    Column("优化前", _NUMBER),
    Column("优化后", _NUMBER),
    Column("最多可留", _NUMBER),
    Column("还差", _NUMBER),
    Column("下限", _NUMBER),
    Column("建议再减", _NUMBER),
)
_OUTCOMES = {Outcome.CANCELLED: "(取消)", Outcome.DEVOLVED: "(下放)"}


def distance_report(distance: Distance, plan: Plan, *, alone: bool = True) -> Report:
    """One department: the sums, then by 时限, 环节 and 程序 each matter and what is best taken from it.

    What 下限 means is explained in the report of one department ``alone``, and once in that of the city.
    """
    name = distance.department.name
    share = share_words(plan.targets.cut)
    parts = (_sums(distance), *(_each(way, distance) for way in distance.ways)) if distance.matters else ()
    return Report(
        title=f"{name}距缩减{share}的差距",
        summary=f"{name}:{target_sentence(distance.target)}",
        notes=(*_notes(distance), *([LEAST_TEXT] if alone and distance.matters else [])),
        parts=parts,
    )


def city_distance_report(plan: Plan, distances: Sequence[Distance], missing: Sequence[str]) -> Report:
    """The departments with 行政审批事项 one below the other, then each of them; ``missing`` are not declared."""
    concerned = [one for one in distances if one.matters]
    reached = sum(one.target.reached is True for one in concerned)
    share = share_words(plan.targets.cut)
    without = [one.department.name for one in distances if not one.matters]
    notes = [f"没有行政审批事项列入考核的部门:{'、'.join(without)}。"] if without else []
    notes += [f"没有可用申报:{'、'.join(missing)}。"] if missing else []
    notes += [LEAST_TEXT] if concerned else []
    return Report(
        title=f"{plan.city}各部门距缩减{share}的差距",
        summary=f"{plan.city}:承担行政审批事项的部门{len(concerned)}个,达到缩减{share}的{reached}个,"
        f"未达到的{len(concerned) - reached}个",
        notes=tuple(notes),
        parts=(_city(concerned),) if concerned else (),
        inner_title="部门",
        inner=tuple(distance_report(one, plan, alone=False) for one in concerned),
    )


def _city(distances: Sequence[Distance]) -> Table:
    names = [way.sums.name for way in distances[0].ways]
    pairs = [(Column(name), Column(f"{name}还差", _NUMBER)) for name in names]
    columns = (Column("部门"), Column("事项", _NUMBER), *chain.from_iterable(pairs), Column("结论"))
    rows = []
    for one in distances:
        numbers = [
            Cell(value)
            for way in one.ways
            for value in (
                f"{number_text(way.sums.before)}→{number_text(way.sums.after)}",
                plain(way.sums.missing(one.target.share)),
            )
        ]
        rows.append((Cell(one.department.name), Cell(len(one.matters)), *numbers, Cell(one.target.word)))
    return Table("各部门", columns, tuple(rows))


def _sums(distance: Distance) -> Table:
    share = distance.target.share
    rows = tuple(
        (Cell(f"{way.sums.name}({way.sums.unit})"), *_numbers(way.sums, share), Cell(_verdict(way, share)))
        for way in distance.ways
    )
    return Table("合计", _SUMS, rows)


def _numbers(sums: Tested, share: Fraction) -> tuple[Cell, ...]:
    return (
        Cell(plain(sums.before)),
        Cell(plain(sums.after)),
        Cell(NOT_SUMMED if sums.share is None else sums.share),
        Cell(sums.most(share)),
        Cell(plain(sums.missing(share))),
    )


def _verdict(way: Way, share: Fraction) -> str:
    word = "达到" if way.sums.reaches(share) else "未达到"
    return word if way.tested else f"{word}(不考核)"


def _each(way: Way, distance: Distance) -> Table:
    share = distance.target.share
    rows = []
    for matter, own, left, cut in zip(distance.matters, way.each, way.lefts, way.cuts.each, strict=True):
        numbers = (own.before, own.after, own.most(share), own.missing(share), left.least, cut)
        name = Cell(f"{matter.name}{_OUTCOMES.get(matter.outcome, '')}", (matter.at("name"),))
        rows.append((Cell(matter.number), name, *(Cell(plain(Fraction(number))) for number in numbers)))
    return Table(f"{way.sums.name}({way.sums.unit})", _EACH, tuple(rows))


def _notes(distance: Distance) -> Iterator[str]:
    if not distance.matters:
        return
    share = distance.target.share
    if distance.target.each:
        yield f"方案的口径是按事项:每个事项的时限和审批程序都要各自缩减{share_words(share)}。"
    for way in distance.ways:
        if way.cuts.total or way.cuts.missing:
            yield _advice(way, distance.matters)


def _advice(way: Way, matters: Sequence[Matter]) -> str:
    """``时限最少再减3天:「甲」减2天、「乙」减1天。``, and what cannot be taken from anywhere."""
    unit, cuts = way.sums.unit, way.cuts
    aside = "" if way.tested else "(方案不考核,供参考)"
    taken = [
        f"「{matter.name}」减{cut}{unit}({number_text(left.after)}→{number_text(left.after - cut)})"
        for matter, left, cut in zip(matters, way.lefts, cuts.each, strict=True)
        if cut
    ]
    said = f"{way.sums.name}{aside}最少再减{cuts.total + cuts.missing}{unit}" + (
        f":{'、'.join(taken)}" if taken else ""
    )
    if not cuts.missing:
        return f"{said}。"
    return (
        f"{said};减到下限还差{cuts.missing}{unit},要靠取消、下放事项"
        + ("" if way.sums.unit == "个" else ",或合并环节、改为即时办结")
        + "。"
    )
