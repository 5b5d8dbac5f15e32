"""The simulation of a matter as a report: before beside after, posts, steps, how the days are spread, what-if."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from engine.annexes.form import NONE_TEXT, NOT_SUMMED, Cell
from engine.reports.report import Column, ColumnKind, Report, Table
from engine.simulation.assumptions import Assumptions
from engine.simulation.comparing import Variant
from engine.simulation.histogram import Bin, histogram
from engine.simulation.outcome import Outcome, Result
from engine.simulation.stating import assumed, days_text, overloads, share_text
from engine.simulation.worked_days import WorkedDays

_NUMBER, _SHARE = ColumnKind.NUMBER, ColumnKind.SHARE
VERSION = Column("流程")
_POSTS = (
    VERSION,
    Column("岗位"),
    Column("人数", _NUMBER),
    Column("同时能办", _NUMBER),
    Column("平均要办", _NUMBER),
    Column("占用率", _SHARE),
    Column("每次等(天)", _NUMBER),
    Column("平均排队", _NUMBER),
    Column("最多排队", _NUMBER),
)
_STEPS = (
    VERSION,
    Column("环节"),
    Column("承办"),
    Column("每件办几次", _NUMBER),
    Column("每次办理(天)", _NUMBER),
    Column("每次等候(天)", _NUMBER),
)


def simulation_report(  # noqa: PLR0913 - what was assumed, what came out, and what else was asked for
    name: str,
    outcomes: Sequence[Outcome],
    assumptions: Assumptions,
    arrivals_from: str,
    worked: WorkedDays | None,
    variants: Sequence[Variant] = (),
    notes: Sequence[str] = (),
) -> Report:
    """The report on the matter called ``name``; days are working days.

    ``variants`` are what --比较 asks for; ``notes`` stand before what was assumed.
    """
    received = f"一年{assumptions.cases_of(name)}件({arrivals_from})"
    parts = [took_table(outcomes), posts_table(outcomes), _steps(outcomes), spread_table(outcomes), _ends(outcomes)]
    if variants:
        parts.insert(1, variants_table(variants))
    return Report(
        title=f"{name}模拟运行",
        summary=f"{name}:{summary_of(outcomes)}",
        notes=(*notes, *overloads(outcomes), *assumed(assumptions, outcomes, received, worked)),
        parts=tuple(parts),
    )


def matter_report(name: str, outcomes: Sequence[Outcome]) -> Report:
    """A matter inside the report on several: what is its own."""
    parts = (took_table(outcomes), _steps(outcomes), _ends(outcomes))
    return Report(title=name, summary=f"{name}:{summary_of(outcomes)}", parts=parts)


def summary_of(outcomes: Sequence[Result]) -> str:
    """Both versions in a line."""
    return ";".join(map(_summary, outcomes))


def _summary(outcome: Result) -> str:
    kept = "" if outcome.kept is None else f",按期办结{share_text(outcome.kept)}"
    took = outcome.whole_took
    return f"{outcome.label}平均{days_text(took.mean)}个工作日,九成在{days_text(took.high)}个工作日以内{kept}"


def took_table(outcomes: Sequence[Result]) -> Table:
    """How long it took; what is promised, where it is one matter."""
    promised = [Cell(str(one.promise)) for one in outcomes if isinstance(one, Outcome)]
    rows = [
        ("办件(件)", [Cell(one.cases) for one in outcomes]),
        ("平均用时", [number(one.whole_took.mean) for one in outcomes]),
        ("一半办件在多少天以内", [number(one.whole_took.median) for one in outcomes]),
        ("九成办件在多少天以内", [number(one.whole_took.high) for one in outcomes]),
        ("最长", [number(one.whole_took.longest) for one in outcomes]),
        ("其中计入时限:平均", [number(one.counted_took.mean) for one in outcomes]),
        ("其中计入时限:九成以内", [number(one.counted_took.high) for one in outcomes]),
        *([("承诺时限", promised)] if promised else []),
        ("按期办结", [Cell(NONE_TEXT if one.kept is None else share_text(one.kept)) for one in outcomes]),
    ]
    columns = (Column("项目"), *(Column(one.label, _NUMBER) for one in outcomes))
    return Table("办理用时(工作日)", columns, tuple((Cell(name), *cells) for name, cells in rows))


def posts_table(outcomes: Sequence[Result]) -> Table:
    """How busy the posts are, and what lies there."""
    rows = [
        (
            Cell(one.label),
            Cell(post.name),
            Cell("不限" if post.officers is None else post.officers),
            Cell("不限" if post.places is None else post.places),
            number(post.load),
            Cell(NOT_SUMMED) if post.occupancy is None else share(post.occupancy),
            number(post.wait),
            number(post.queue),
            Cell(post.longest),
        )
        for one in outcomes
        for post in one.posts
    ]
    return Table("岗位(件)", _POSTS, tuple(rows))


def _steps(outcomes: Sequence[Outcome]) -> Table:
    rows = [
        (
            Cell(one.label),
            Cell(step.name),
            Cell(step.post),
            Cell(Fraction(round(step.visits * 100), 100)),
            number(step.work),
            number(step.wait),
        )
        for one in outcomes
        for step in one.steps
    ]
    return Table("环节", _STEPS, tuple(rows))


def spread_table(outcomes: Sequence[Result]) -> Table:
    """How the days are spread."""
    columns = (Column("用时(工作日)"), *(Column(one.label, _SHARE) for one in outcomes))
    bins = histogram([one.counted for one in outcomes])
    rows = tuple((Cell(bin_text(one)), *map(share, one.shares)) for one in bins)
    return Table("计入时限的用时分布", columns, rows)


def bin_text(one: Bin) -> str:
    """``0–2``, ``20以上``."""
    return f"{one.low}以上" if one.high is None else f"{one.low}–{one.high}"


def _ends(outcomes: Sequence[Outcome]) -> Table:
    names = dict.fromkeys(name for one in outcomes for name, _ in one.ends)
    rows = tuple((Cell(name), *(share(dict(one.ends).get(name, 0.0)) for one in outcomes)) for name in names)
    return Table("办件结果", (Column("结果"), *(Column(one.label, _SHARE) for one in outcomes)), rows)


def variants_table(variants: Sequence[Variant]) -> Table:
    """What --比较 asks for, a row a choice."""
    axes = tuple(Column(name) for name, _ in variants[0].chosen)
    columns = [*axes]
    for one in variants[0].outcomes:
        columns += [
            Column(f"{one.label}平均", _NUMBER),
            Column(f"{one.label}九成", _NUMBER),
            Column(f"{one.label}按期", _NUMBER),
            Column(f"{one.label}占用", _NUMBER),
        ]
    rows = (tuple(_variant(one)) for one in variants)
    return Table("比较(天;九成办件在几天以内;最忙岗位的占用率)", tuple(columns), tuple(rows))


def _variant(variant: Variant) -> Iterator[Cell]:
    yield from (Cell(text) for _, text in variant.chosen)
    for one in variant.outcomes:
        busiest = one.busiest
        yield number(one.whole_took.mean)
        yield number(one.whole_took.high)
        yield Cell(NONE_TEXT if one.kept is None else share_text(one.kept))
        yield Cell(NOT_SUMMED if busiest is None or busiest.occupancy is None else share_text(busiest.occupancy))


def number(value: float) -> Cell:
    """A number with one decimal."""
    return Cell(Fraction(round(value * 10), 10))


def share(value: float) -> Cell:
    """A share of one, with three decimals: what percentages with one decimal need."""
    return Cell(Fraction(round(value * 1000), 1000))
