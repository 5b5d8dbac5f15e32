"""The generator: the same for the same seed, whole, and as mixed as it says."""

from __future__ import annotations

import networkx as nx
import pytest

from benchmarks.flowcharts import generator
from processes.model.process import END, START, FlowKind, NodeKind, Process
from renderers.flowcharts.chart import Parallel, Sequence, Shape

COUNT, SEED = 150, "test"


@pytest.fixture(scope="module")
def processes() -> tuple[Process, ...]:
    """Generated processes, made once."""
    return tuple(generator.matter(f"{SEED}/{number}").before for number in range(COUNT))


def test_a_seed_gives_the_same_chart_however_many_are_made() -> None:
    """The first of three are the first of two; another seed gives others."""
    assert list(generator.charts(3, 5))[:2] == list(generator.charts(2, 5))
    assert next(generator.charts(1, 5)) != next(generator.charts(1, 6))


def test_every_step_is_reached_and_every_case_ends(processes: tuple[Process, ...]) -> None:
    """There is a way from 开始 to every node, and from every node to an end."""
    for process in processes:
        graph: nx.DiGraph[str] = nx.DiGraph([(flow.source, flow.target) for flow in process.flows])
        keys = {node.key for node in process.nodes}
        ends = {node.key for node in process.nodes if node.kind is NodeKind.END}
        assert nx.descendants(graph, START) | {START} == keys
        assert set().union(*(nx.ancestors(graph, end) for end in ends)) | ends == keys


def test_no_step_says_two_things_about_one_case(processes: tuple[Process, ...]) -> None:
    """The conditions out of a node differ."""
    for process in processes:
        said = [(flow.source, flow.condition) for flow in process.flows if flow.condition]
        assert len(said) == len(set(said))


def test_sizes_are_mixed_as_in_real_life(processes: tuple[Process, ...]) -> None:
    """Mostly 8–20 steps beside the standard ones, a tail to 60; a wanted size is met."""
    standard = ("一次告知补正", "不予受理", "不予许可", "不予办理")
    sizes = [sum(step.name not in standard for step in process.steps) for process in processes]
    assert min(sizes) >= generator.FEWEST
    assert max(sizes) > 40
    assert 0.55 < sum(size <= generator.USUAL for size in sizes) / COUNT < 0.8
    wanted = generator.matter("test/size", 33).before
    assert sum(step.name not in standard for step in wanted.steps) == 33


def test_every_shape_occurs(processes: tuple[Process, ...]) -> None:
    """Blocks in blocks, named and not; loops, steps passed over, side branches from side branches, decisions."""
    kinds = [flow.kind for process in processes for flow in process.flows]
    assert min(kinds.count(kind) for kind in FlowKind) > COUNT
    forks = [node for process in processes for node in process.nodes if node.kind is NodeKind.FORK]
    assert 0.2 < sum(node.step is not None for node in forks) / len(forks) < 0.8
    beside = 0
    for process in processes:
        step = {step.key: step.branch for step in process.steps}
        beside += sum(
            step.get(flow.source, "") != step.get(flow.target, "") and all(map(step.get, (flow.source, flow.target)))
            for flow in process.flows
        )
    charts = list(generator.charts(COUNT, SEED))
    nested = sum(_depth(chart.main) > 1 for chart in charts)
    exits = [
        sum(arrow.source == box.key for arrow in chart.arrows)
        for chart in charts
        for box in chart.boxes
        if box.shape is Shape.DECISION
    ]
    assert min(nested, beside) > 10
    assert {2, 3, 4} <= set(exits)
    assert all(END in {arrow.target for arrow in chart.arrows} for chart in charts)


def test_the_file_travels_between_two_and_six_lanes() -> None:
    """The applicant's lane counts."""
    lanes = [len(chart.lanes) for chart in generator.charts(COUNT, SEED)]
    assert set(lanes) == {2, 3, 4, 5, 6}


def _depth(items: Sequence) -> int:
    """How deep blocks are nested."""
    return max(
        (1 + max(map(_depth, item.branches)) for item in items if isinstance(item, Parallel)),
        default=0,
    )
