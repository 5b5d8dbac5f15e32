"""关键路径: the longest way through the main path."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from engine.measures import critical_path
from processes.model.plan import Switches
from processes.model.process import END, START, Flow, FlowKind, Node, NodeKind, Process, Step

Build = Callable[..., Process]
Row = Callable[..., Step]


def test_days_add_up_along_the_list(a_process: Build) -> None:
    """不计时限 and 即时 take no counted days and are not listed."""
    process = a_process(
        "受理 | 甲 | 即时 | 登记",
        "审查 | 甲 | 4小时 | 审核",
        "听证 | 甲 | 20工作日不计时限(听证) | 听证",
        "决定 | 乙 | 3工作日 | 签批",
    )
    measured = critical_path.measure(process, Switches())
    assert measured.value == Fraction(7, 2)
    assert measured.items == ("审查", "决定")
    assert [(place.line, place.column) for place in measured.sources] == [(102, 15), (104, 15)]


def parallel(a_process: Build, a_step: Row, block: Step | None, own: Fraction) -> Process:
    """受理 1, then 勘验 2 + 意见 2 beside 审查 3, then 决定 1."""
    accept, visit, opinion, review, decide = (
        a_step(f"{name} | 甲 | {days}工作日 | 登记", line)
        for line, (name, days) in enumerate([("受理", 1), ("勘验", 2), ("意见", 2), ("审查", 3), ("决定", 1)], 101)
    )
    inner = [replace(step, block=block.key if block else "") for step in (visit, opinion, review)]
    steps = (accept, *((block,) if block else ()), *inner, decide)
    nodes = (
        Node(START, NodeKind.START),
        Node("fork", NodeKind.FORK, block),
        Node("join", NodeKind.JOIN, block),
        Node(END, NodeKind.END),
        *(Node(step.key, NodeKind.STEP, step) for step in (accept, *inner, decide)),
    )
    arcs = (
        *((START, "受理"), ("受理", "fork"), ("fork", "勘验"), ("勘验", "意见"), ("意见", "join")),
        *(("fork", "审查"), ("审查", "join"), ("join", "决定"), ("决定", END)),
    )
    loop = Flow(source="决定", target="受理", condition="退回", kind=FlowKind.LOOP)
    flows = (*(Flow(source=source, target=target) for source, target in arcs), loop)
    return a_process(*steps, graph=(nodes, flows), days={block.key: own} if block else {})


def test_a_parallel_block_takes_its_longest_branch(a_process: Build, a_step: Row) -> None:
    """Loops back are no part of the main path."""
    measured = critical_path.measure(parallel(a_process, a_step, None, Fraction(0)), Switches())
    assert measured.value == 1 + 4 + 1
    assert measured.items == ("受理", "勘验", "意见", "决定")


def test_a_named_block_counts_its_own_longer_limit(a_process: Build, a_step: Row) -> None:
    """The block is listed for what it adds to its longest branch."""
    block = a_step("并联审核 | 甲 | 6工作日 | 登记", 110, composite=True)
    measured = critical_path.measure(parallel(a_process, a_step, block, Fraction(4)), Switches())
    assert measured.value == 1 + 6 + 1
    assert measured.items == ("受理", "勘验", "意见", "并联审核", "决定")


def test_of_equally_long_ways_the_first_declared_is_taken(a_process: Build, a_step: Row) -> None:
    """So that the answer does not depend on chance."""
    process = parallel(a_process, a_step, None, Fraction(0))
    nodes = tuple(
        replace(node, step=a_step("审查 | 甲 | 4工作日 | 登记", 104)) if node.key == "审查" else node
        for node in process.nodes
    )
    assert critical_path.measure(replace(process, nodes=nodes), Switches()).items == ("受理", "勘验", "意见", "决定")
