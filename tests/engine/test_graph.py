"""A process as a networkx graph: the whole of it."""

from __future__ import annotations

from collections.abc import Callable

from engine.graph import process_graph
from tests.declaring import Declared

OTHER = "类型: 其他事项\n"
FLOW = """优化前:
  承办: 综合股
  时限: 20工作日
  流程:
    - 受理 | 1工作日 | 审
    - 环节: 联审 | 6工作日
      并联:
        - 甲 | 2工作日 | 审
        - 乙 | 2工作日 | 审
    - 环节: 决定 | 3工作日 | 审
      去向:
        不同意: 受理
  材料: 无
"""


def test_the_whole_graph_has_every_node_and_flow(declare: Callable[[str], Declared]) -> None:
    """With what they are, in the order declared."""
    process = declare(FLOW).before
    graph = process_graph(process)
    assert list(graph) == [node.key for node in process.nodes]
    assert [graph.nodes[node.key]["node"] for node in process.nodes] == list(process.nodes)
    found = [data["flow"] for _, _, data in graph.edges(data=True)]
    assert sorted(found, key=process.flows.index) == list(process.flows)
    assert graph.number_of_edges() == len(process.flows)


def test_two_ways_to_one_place_are_two_arcs(declare: Callable[[str], Declared]) -> None:
    """甲类 and 乙类 both go back."""
    text = FLOW.replace("不同意: 受理", "甲类: 受理\n        乙类: 受理")
    graph = process_graph(declare(OTHER + text).before)
    assert graph.number_of_edges("决定", "受理") == 2
