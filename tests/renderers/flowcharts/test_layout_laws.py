"""Laws of the picture, over processes of every shape: blocks in blocks, jumps both ways, side branches of branches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations, count, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from processes.model.flow import BlockEntry, BranchDeclaration, Entry, Exit, StepEntry
from processes.model.limits import NO_LIMIT, DayKind, TimeLimit
from processes.model.matter import Material
from processes.model.places import Text
from renderers.flowcharts.chart import Chart, Shape
from renderers.flowcharts.geometry import Point, Rect, around
from renderers.flowcharts.layout.figures import WAVE
from renderers.flowcharts.layout.layouts import Layout, drawing_of
from renderers.flowcharts.layout.lines import related
from renderers.flowcharts.sheets.page import page_of
from tests.effort import tried

WORDS = st.sampled_from(("审查", "现场核查", "征求相关部门意见", "组织专家对申请材料进行评审", "会签", "制证", "决定"))
CONDITIONS = ("不同意", "需要补充材料", "情况复杂需要进一步核实有关情况", "不属于本部门职权范围", "不合格")
UNITS = ("行政审批股", "公安局交警大队", "社区(村)", "食品流通监管股")
LIMITS = (
    TimeLimit(Fraction(3), DayKind.WORKING),
    TimeLimit(Fraction(0)),
    NO_LIMIT,
    TimeLimit(Fraction(20), DayKind.WORKING, "专家评审"),
)


@st.composite
def lists(draw: st.DrawFn, names: Iterator[int], targets: tuple[str, ...] = (), depth: int = 0) -> tuple[Entry, ...]:
    """Entries one after another; ``targets`` are the side branches that exits may name."""
    size = draw(st.integers(1, 2 if depth else 6))
    plain = [not (depth < 2 and draw(st.integers(0, 4)) == 0) for _ in range(size)]
    keys = [f"{draw(WORDS)}{next(names)}" for _ in range(size)]
    entries: list[Entry] = []
    for index, key in enumerate(keys):
        branches: tuple[tuple[Entry, ...], ...] = ()
        if not plain[index]:
            branches = tuple(draw(lists(names, depth=depth + 1)) for _ in range(draw(st.integers(2, 3))))
            if draw(st.booleans()):
                entries.append(BlockEntry(branches=branches))
                continue
        entries.append(
            StepEntry(
                name=key,
                holders=(Text(draw(st.sampled_from(UNITS))),),
                limit=draw(st.sampled_from(LIMITS)),
                outputs=(Text("决定书"),) if draw(st.integers(0, 4)) == 0 else (),
                uncounted="归档" if draw(st.integers(0, 9)) == 0 else "",
                exits=draw(exits(tuple(entries), tuple(zip(keys, plain, strict=True))[index:], targets)),
                branches=branches,
            )
        )
    return tuple(entries)


@st.composite
def exits(
    draw: st.DrawFn, before: tuple[Entry, ...], after: tuple[tuple[str, bool], ...], targets: tuple[str, ...]
) -> tuple[Exit, ...]:
    """去向 of one step: nothing, always to another one, or up to three conditions."""
    back = [entry.name for entry in before if isinstance(entry, StepEntry)]
    ahead = [*(name for name, plain in after[1:] if plain), *targets]
    places = [*back, *(name for name, plain in after[:1] if plain), *ahead]
    if not places or draw(st.integers(0, 2)) > 0:
        return ()
    if ahead and draw(st.integers(0, 5)) == 0:
        # Never back: a process that cannot end is none.
        return (Exit(condition="", target=Text(draw(st.sampled_from(ahead)))),)
    chosen = draw(st.lists(st.sampled_from(places), min_size=1, max_size=3, unique=True))
    return tuple(
        Exit(condition=condition, target=Text(place)) for condition, place in zip(CONDITIONS, chosen, strict=False)
    )


@st.composite
def written(draw: st.DrawFn) -> tuple[tuple[Entry, ...], dict[str, BranchDeclaration], tuple[Material, ...]]:
    """流程, 支线 and 材料 of a version."""
    names = count(1)
    branches = tuple(f"支线{index}" for index in range(draw(st.integers(0, 3))))
    entries = draw(lists(names, targets=(*branches, "不予许可") if draw(st.booleans()) else branches))
    main = tuple(entry.name for entry in entries if isinstance(entry, StepEntry))
    declared: dict[str, BranchDeclaration] = {}
    for name in branches:
        inner = draw(lists(names, targets=(*main, *declared), depth=1))
        declared[name] = BranchDeclaration(name=name, entries=inner)
    materials = (Material(name="申请书"),) * draw(st.integers(0, 2))
    return entries, declared, materials


def inside(rect: Rect) -> Rect:
    """The rectangle without its rim (a document has a wave at its foot, where lines begin)."""
    return Rect(rect.x, rect.y, rect.width - 2, rect.height - 14)


NOTHING = 1e-6
"""Rounding."""
LAWS = settings(max_examples=tried(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])
both_layouts = pytest.mark.parametrize("layout", Layout)


@both_layouts
@LAWS
@given(version=written())
def test_nothing_stands_on_anything_else(version: object, layout: Layout, compiled: Callable[..., Chart]) -> None:
    """No two boxes overlap, no line runs through a box, every label is free of boxes, lines and labels."""
    drawing = drawing_of(compiled(version), layout)
    boxes = list(drawing.rects.items())
    for index, (key, rect) in enumerate(boxes):
        assert not any(rect.meets(other) for _, other in boxes[:index]), key
    for route in drawing.routes:
        ends = (route.arrow.source, route.arrow.target)
        for piece in route.segments:
            for key, rect in boxes:
                assert not piece.near(inside(rect) if key in ends else rect), (route.arrow, key)
    assert not drawing.conflicts


@settings(LAWS, max_examples=tried(20))
@given(version=written())
def test_in_lanes_everything_keeps_to_its_place(version: object, compiled: Callable[..., Chart]) -> None:
    """Boxes stand in their lanes and in rows, lines between the outer edges, and no line runs on an unrelated one."""
    chart = compiled(version)
    drawing = drawing_of(chart, Layout.LANES)
    bands = {band.lane.key: band for band in drawing.bands}
    assert [band.lane for band in drawing.bands] == list(chart.lanes)
    for box in drawing.boxes:
        rect, band = drawing.rects[box.key], bands[box.lane]
        assert box.shape is Shape.BAR or band.left < rect.left < rect.right < band.right, box
    for one, other in combinations(drawing.rects.values(), 2):
        assert abs(one.y - other.y) < NOTHING or one.bottom < other.top or other.bottom < one.top
    for route in drawing.routes:
        assert all(drawing.bands[0].left < x < drawing.bands[-1].right for x, _ in route.points)
    for first, second in combinations(drawing.routes, 2):
        if not related(first.arrow, second.arrow):
            assert not any(mine.shared(its, 3) > NOTHING for mine in first.segments for its in second.segments)


@both_layouts
@settings(LAWS, max_examples=tried(15))
@given(version=written())
def test_lines_run_at_right_angles_from_rim_to_rim_and_everything_is_on_the_page(
    version: object, layout: Layout, compiled: Callable[..., Chart]
) -> None:
    """Every arrow has a line; nothing is cut off."""
    page = page_of(compiled(version), layout)
    paper = Rect(page.width / 2, page.height / 2, page.width, page.height)
    rects = {mark.key: mark.rect for mark in page.marks if mark.key}
    assert all(around((paper, mark.rect)) == paper for mark in page.marks)
    assert all(around((paper, label.rect)) == paper for label in page.labels)
    for route in page.routes:
        assert all((x1 == x2) != (y1 == y2) for (x1, y1), (x2, y2) in pairwise(route.points))
        assert all(around((paper, piece.rect)) == paper for piece in route.segments)
        # A line that leaves a document begins at the wave, a little above its lower edge.
        assert on_rim(route.points[0], rects[route.arrow.source], WAVE)
        assert on_rim(route.points[-1], rects[route.arrow.target], 0.0)


def on_rim(point: Point, rect: Rect, depth: float) -> bool:
    """Whether a point lies on the rim of a rectangle, or up to ``depth`` above its lower edge."""
    x, y = point
    level = abs(abs(x - rect.x) - rect.width / 2) < NOTHING and rect.top <= y <= rect.bottom
    upright = abs(y - rect.top) < NOTHING or rect.bottom - depth - NOTHING < y < rect.bottom + NOTHING
    return level or (upright and rect.left <= x <= rect.right)


@settings(LAWS, max_examples=tried(10))
@given(version=written())
def test_every_flow_can_be_followed_in_the_chart(version: object, compiled: Callable[..., Chart]) -> None:
    """Out of every box but ends and documents there is a way, out of a diamond at least two, all with labels."""
    chart = compiled(version)
    for box in chart.boxes:
        leaving = [arrow for arrow in chart.arrows if arrow.source == box.key and not arrow.bare]
        if box.shape is Shape.DECISION:
            assert len(leaving) > 1
            assert all(arrow.label for arrow in leaving)
        elif box.shape is not Shape.BAR:
            ends = box.shape is Shape.TERMINAL and box.name in ("办结", "结束")
            assert len(leaving) == (0 if ends or box.key.endswith("|文书") else 1), box
