"""What holds of every process that holds together; ``text`` is the declaration of its matter."""

from __future__ import annotations

from itertools import count

from processes.compilation.days import days_in_sequence
from processes.model.process import END, START, FlowKind, Node, NodeKind, Process
from processes.rules.reach import reachable

STANDARD = ("一次告知补正", "不予受理", "不予许可", "不予办理", "不予立案", "不予处罚")


def arcs(process: Process) -> list[tuple[str, str]]:
    """Source and target of every flow."""
    return [(flow.source, flow.target) for flow in process.flows]


def nodes_and_flows_make_a_graph(process: Process, text: str) -> None:
    """Keys are unique, flows end in nodes, nothing leads into 开始 or out of an end."""
    nodes = {node.key: node for node in process.nodes}
    assert len(nodes) == len(process.nodes)
    assert nodes[START].kind is NodeKind.START
    assert nodes[END].kind is NodeKind.END
    for source, target in arcs(process):
        assert nodes[source].kind is not NodeKind.END
        assert nodes[target].kind is not NodeKind.START
    assert sum(flow.source == START for flow in process.flows) == 1


def every_node_is_reached_and_leads_to_an_end(process: Process, text: str) -> None:
    """办结 is reached too."""
    keys = {node.key for node in process.nodes}
    assert reachable(START, arcs(process)) == keys
    backwards = [(target, source) for source, target in arcs(process)]
    ends = [node.key for node in process.nodes if node.kind is NodeKind.END]
    assert set().union(*(reachable(end, backwards) for end in ends)) == keys
    assert START in reachable(END, backwards)


def forks_match_joins(process: Process, text: str) -> None:
    """What starts at a FORK stays between it and its JOIN, and every branch arrives there."""
    forks = [node for node in process.nodes if node.kind is NodeKind.FORK]
    joins = {node.key for node in process.nodes if node.kind is NodeKind.JOIN}
    assert {join_of(fork) for fork in forks} == joins
    for fork in forks:
        join = join_of(fork)
        inner = [(source, target) for source, target in arcs(process) if source != join]
        for flow in (flow for flow in process.flows if flow.source == fork.key):
            branch = reachable(flow.target, inner)
            assert join in branch
            assert not branch & {START, END, fork.key}
            last = {source for source, target in inner if target == join and source in branch}
            assert len(last) == 1, "one node sends the branch's token"


def join_of(fork: Node) -> str:
    """The key of the JOIN of a FORK."""
    return f"{fork.key.removesuffix(':分')}:合"


def the_ways_out_of_a_node_exclude_each_other(process: Process, text: str) -> None:
    """A node with several has a label on each, and no label twice."""
    for node in process.nodes:
        labels = [flow.condition for flow in process.flows if flow.source == node.key]
        if node.kind is NodeKind.FORK:
            assert set(labels) == {""}
            assert len(labels) > 1
        elif node.kind is NodeKind.END:
            assert labels == []
        else:
            assert len(set(labels)) == len(labels) > 0
            assert len(labels) == 1 or all(labels)


def counted_steps_are_numbered_one_to_n(process: Process, text: str) -> None:
    """In written order; steps in a named block have its number and a letter; what is not counted has none."""
    numbers = [step.number for step in process.counted_steps]
    assert numbers == [str(number) for number, _ in zip(count(1), numbers, strict=False)]
    for step in process.steps:
        if step.branch or (step.uncounted and not step.block):
            assert step.number == ""
        elif step.block and not step.uncounted:
            outer = next(other for other in process.steps if other.key == step.block)
            while outer.block:
                outer = next(other for other in process.steps if other.key == outer.block)
            assert step.number.rstrip("abcdefghijklmnopqrstuvwxyz") == outer.number
    lettered = [step.number for step in process.steps if step.number]
    assert len(set(lettered)) == len(lettered)


def every_step_is_one_node_and_knows_its_place(process: Process, text: str) -> None:
    """A named block is two; every step has a holder, a limit, procedures and a line of the declaration."""
    lines = text.split("\n")
    for step in process.steps:
        nodes = [node for node in process.nodes if node.step is step]
        assert [node.kind for node in nodes] == ([NodeKind.FORK, NodeKind.JOIN] if step.composite else [NodeKind.STEP])
        assert step.holders
        assert step.procedures
        if step.branch not in STANDARD:
            assert step.name in lines[step.at("name").line - 1][step.at("name").column - 1 :]


def the_main_path_adds_up(process: Process, text: str) -> None:
    """Entries one after the other add up, a block takes its longest branch: steps of a named block say nothing more."""
    total = days_in_sequence(process.version.entries)
    assert total >= 0
    named = [step for step in process.steps if step.composite and not step.branch]
    for block in named:
        assert block.limit.days == process.branch_days[block.key], "no block here declares a limit of its own"


def side_branches_never_count(process: Process, text: str) -> None:
    """Their steps are not numbered and their flows are not of the main path."""
    sides = {step.key for step in process.steps if step.branch}
    for flow in process.flows:
        if flow.source in sides or flow.target in sides:
            assert flow.kind in (FlowKind.SIDE, FlowKind.LOOP)


LAWS = (
    nodes_and_flows_make_a_graph,
    every_node_is_reached_and_leads_to_an_end,
    forks_match_joins,
    the_ways_out_of_a_node_exclude_each_other,
    counted_steps_are_numbered_one_to_n,
    every_step_is_one_node_and_knows_its_place,
    the_main_path_adds_up,
    side_branches_never_count,
)
