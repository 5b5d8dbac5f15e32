"""The main path with its days, beside what networkx says of it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, assume, given, settings

from engine.main_path import MainGraph, longest_path, main_graph
from processes.checking import check_project
from processes.compilation.days import days_in_sequence
from processes.model.process import END, START, FlowKind, Process
from tests.declaring import Declared
from tests.effort import tried
from tests.flows import checked, matters

SAMPLES = Path(__file__).parents[2] / "samples"
OTHER = "类型: 其他事项\n"
FLOW = """优化前:
  承办: 综合股
  时限: 20工作日
  流程:
    - 受理 | 1工作日 | 审
    - 环节: 联审 | 6工作日
      并联:
        - 甲 | 2工作日 | 审
        - 依次:
            - 乙 | 1工作日 | 审
            - 丙 | 4小时 | 审
    - 环节: 决定 | 3工作日 | 审
      去向:
        不同意: 受理
    - 送达 | 即时 | 送
  材料: 无
"""


def as_networkx(graph: MainGraph) -> nx.DiGraph[str]:
    """The same as a graph of the library, its nodes and arcs in the same order."""
    found: nx.DiGraph[str] = nx.DiGraph()
    found.add_nodes_from((key, {"days": graph.days[key]}) for key in graph.nodes)
    found.add_edges_from((key, other) for key, others in graph.after.items() for other in others)
    return found


def longest(graph: nx.DiGraph[str]) -> Fraction:
    """The days of the longest path."""
    days: dict[str, Fraction] = {}
    for node in nx.topological_sort(graph):
        before = max((days[other] for other in graph.predecessors(node)), default=Fraction(0))
        days[node] = before + graph.nodes[node]["days"]
    return max(days.values())


def main_holds(process: Process) -> None:
    """The main path is acyclic, runs from 开始 to 办结, and takes as long as its entries add up to."""
    own = main_graph(process)
    graph = as_networkx(own)
    assert nx.is_directed_acyclic_graph(graph)
    assert list(own.nodes) == list(nx.topological_sort(graph)) == list(own.days) == list(own.before) == list(own.after)
    assert {key: set(graph.predecessors(key)) for key in graph} == {key: set(them) for key, them in own.before.items()}
    length, on_path = longest_path(own)
    assert length == longest(graph) == sum(own.days[key] for key in on_path)
    assert nx.is_path(graph, on_path)
    assert [node for node in graph if graph.in_degree(node) == 0] == [START]
    assert longest(graph) >= 0
    if not any(flow.kind is FlowKind.SKIP for flow in process.flows):
        assert [node for node in graph if graph.out_degree(node) == 0] == [END]
        assert longest(graph) == days_in_sequence(process.version.entries)


def test_the_main_path_leaves_out_loops_and_side_branches(declare: Callable[[str], Declared]) -> None:
    """What is not counted is not on it."""
    assert list(main_graph(declare(FLOW).before).nodes) == [
        "开始",
        "受理",
        "联审:分",
        "甲",
        "乙",
        "丙",
        "联审:合",
        "决定",
        "送达",
        "办结",
    ]


def test_a_named_block_takes_its_own_limit(declare: Callable[[str], Declared]) -> None:
    """6 days for the window, though the longest branch takes 2: the JOIN adds the other 4."""
    graph = main_graph(declare(OTHER + FLOW).before)
    days = graph.days
    assert (days["甲"], days["乙"], days["丙"]) == (2, 1, Fraction(1, 2))
    assert days["联审:合"] == 4
    assert longest_path(graph)[0] == 1 + 6 + 3


@pytest.mark.parametrize("sample", ["hailin", "edge"])
def test_the_main_path_of_the_samples(sample: str) -> None:
    """Before and after."""
    for matter in check_project(SAMPLES / sample).matters:
        main_holds(matter.before)
        if matter.after is not None:
            main_holds(matter.after)


@settings(max_examples=tried(20), suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(matters())
def test_the_main_path_of_any_process(text: str) -> None:
    """Critical path = sum along the list, where nothing is skipped."""
    # A step that always goes elsewhere takes the main path with it: what follows it is reached by jumps only.
    assume("其他情形: " not in text and "去向: " not in text)
    matter = checked(text)
    assume(matter is not None)
    assert matter is not None
    main_holds(matter.before)
