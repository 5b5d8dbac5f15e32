"""The simulation of several matters with the same officers as a report: the whole, each matter, who fills the posts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from engine.annexes.form import NONE_TEXT, NOT_SUMMED, Cell
from engine.reports.report import Column, ColumnKind, Report, Table
from engine.simulation.assumptions import Assumptions
from engine.simulation.comparing import Variant
from engine.simulation.outcome import Outcome
from engine.simulation.report import (
    VERSION,
    matter_report,
    number,
    posts_table,
    share,
    spread_table,
    summary_of,
    took_table,
    variants_table,
)
from engine.simulation.stating import assumed, overloads, share_text
from engine.simulation.together import Together
from engine.simulation.worked_days import WorkedDays

_NUMBER, _SHARE = ColumnKind.NUMBER, ColumnKind.SHARE
_MOST_QUEUES = 10
"""Steps at which files lie longest, a version."""
_LEAST_WAIT = 0.05
"""Working days below which one decimal shows no waiting."""
_MOST_NAMED = 5
"""Matters named in a sentence; of more only the number is told."""


def together_report(  # noqa: PLR0913 - what was assumed, what came out, and what else was asked for
    name: str,
    sides: Sequence[Together],
    assumptions: Assumptions,
    arrivals_from: str,
    worked: WorkedDays | None,
    variants: Sequence[Variant] = (),
    notes: Sequence[str] = (),
) -> Report:
    """The report on the matters of ``name``; days are working days.

    ``arrivals_from`` says where numbers of applications that the user gave are from, else it is empty. ``variants`` are
    what --比较 asks for; ``notes`` stand behind what posts cannot do.
    """
    matters = by_matter(sides)
    outcomes = [outcome for found in matters.values() for outcome in found.values()]
    told = assumed(assumptions, outcomes, _received(matters, assumptions, arrivals_from), worked, shared=True)
    parts = [took_table(sides), _matters(sides, matters, assumptions), posts_table(sides), *_shares(sides)]
    parts += [*_queues(sides), spread_table(sides)]
    if variants:
        parts.insert(1, variants_table(variants))
    return Report(
        title=f"{name}模拟运行",
        summary=f"{name}{len(matters)}个事项:{summary_of(sides)}",
        notes=(*overloads(sides), *notes, *_gone(sides, matters), *told),
        parts=tuple(parts),
        inner_title="事项",
        inner=tuple(matter_report(matter, [*found.values()]) for matter, found in matters.items()),
    )


def by_matter(sides: Sequence[Together]) -> Mapping[str, Mapping[str, Outcome]]:
    """Name of a matter → label of a version → what came out."""
    found: dict[str, dict[str, Outcome]] = {}
    for side in sides:
        for name, outcome in side.matters:
            found.setdefault(name, {})[side.label] = outcome
    return found


def _received(matters: Mapping[str, object], assumptions: Assumptions, arrivals_from: str) -> str:
    total = sum(map(assumptions.cases_of, matters))
    unsaid = [name for name in matters if name not in assumptions.volumes]
    if arrivals_from and len(unsaid) == len(matters):
        where = f"{arrivals_from},每个{assumptions.cases}件"
    elif len(unsaid) == len(matters):
        where = f"都没有写年办件量,按默认每个{assumptions.cases}件"
    else:
        where = "各事项的年办件量和 --到达 指定的" if arrivals_from else "各事项的年办件量"
        named = "、".join(unsaid[:_MOST_NAMED]) + (f"等{len(unsaid)}个" if len(unsaid) > _MOST_NAMED else "")
        where += f";{named}每个{assumptions.cases}件" if unsaid else ""
    return f"{len(matters)}个事项一年共{total}件({where})"


def _gone(sides: Sequence[Together], matters: Mapping[str, Mapping[str, Outcome]]) -> Iterator[str]:
    """What the department does not handle any more."""
    last = sides[-1].label
    gone = [name for name, found in matters.items() if last not in found]
    if len(sides) == 1:
        yield "这些事项优化后都取消或者下放了,没有优化后。"
    elif gone:
        yield (
            f"取消或者下放的事项{last}不再占用人员:{'、'.join(gone)};"
            f"为了前后可比,全部门的用时只算前后都办的{len(matters) - len(gone)}个事项。"
        )


def _matters(
    sides: Sequence[Together], matters: Mapping[str, Mapping[str, Outcome]], assumptions: Assumptions
) -> Table:
    columns = [Column("事项"), Column("一年(件)", _NUMBER)]
    for side in sides:
        columns += [Column(f"{side.label}{what}", _NUMBER) for what in ("平均", "九成", "按期")]
    rows = []
    for name, found in matters.items():
        cells = [Cell(name), Cell(assumptions.cases_of(name))]
        for side in sides:
            cells += _told(found.get(side.label))
        rows.append(tuple(cells))
    return Table("各事项(平均几个工作日;九成办件在几天以内)", tuple(columns), tuple(rows))


def _told(outcome: Outcome | None) -> list[Cell]:
    if outcome is None:
        return [Cell(NOT_SUMMED)] * 3
    kept = Cell(NONE_TEXT if outcome.kept is None else share_text(outcome.kept))
    return [number(outcome.whole_took.mean), number(outcome.whole_took.high), kept]


def _shares(sides: Sequence[Together]) -> Iterator[Table]:
    """Which matters fill a post that several share."""
    rows = []
    for side in sides:
        for post in side.posts:
            parts = [(name, own.load) for name, one in side.matters for own in one.posts if own.name == post.name]
            if len(parts) > 1 and post.load > 0:
                rows += [
                    (Cell(side.label), Cell(post.name), Cell(name), number(load), share(load / post.load))
                    for name, load in sorted(parts, key=lambda part: -part[1])
                ]
    if rows:
        columns = (VERSION, Column("岗位"), Column("事项"), Column("平均要办", _NUMBER), Column("占这个岗位", _SHARE))
        yield Table("几个事项合用的岗位:活从哪里来", columns, tuple(rows))


def _queues(sides: Sequence[Together]) -> Iterator[Table]:
    """The steps at which files lie longest in all, the worst first."""
    rows = []
    for side in sides:
        steps = [(name, step, one.cases * step.visits) for name, one in side.matters for step in one.steps]
        waiting = sorted((one for one in steps if one[1].wait >= _LEAST_WAIT), key=lambda one: -one[1].wait * one[2])
        rows += [
            (Cell(side.label), Cell(name), Cell(step.name), Cell(step.post), Cell(round(times)), number(step.wait))
            for name, step, times in waiting[:_MOST_QUEUES]
        ]
    if rows:
        columns = (
            VERSION,
            Column("事项"),
            Column("环节"),
            Column("承办"),
            Column("办了几次", _NUMBER),
            Column("每次等候(天)", _NUMBER),
        )
        yield Table(f"排队最多的环节(各列{_MOST_QUEUES}个以内)", columns, tuple(rows))
