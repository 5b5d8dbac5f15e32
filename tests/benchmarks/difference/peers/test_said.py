"""What a peer says becomes the claims that a reader would take from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.difference.claims import Claim, Pair, claim
from benchmarks.difference.peers.in_plain import Gathered
from benchmarks.difference.peers.plain import flat, plain
from benchmarks.difference.peers.said import Said, answer, really_moved
from processes.model.process import FlowKind, Process

MATTER = """优化前:
  时限: 10工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 环节: 审查 | 业务股 | 3工作日 | 材料审核、现场核查(2人以上)
      去向:
        材料有误: 受理
    - 会签 | 业务股 | 1工作日 | 会签
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书
优化后:
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 会签 | 业务股 | 1工作日 | 会签
    - 环节: 审查 | 业务股 | 3工作日 | 材料审核、现场核查(2人以上)
      去向:
        免予审批: 送达
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 综合股 | 1工作日 | 送达
类型: 其他事项
"""
ALL = {name: name for name in ("受理", "审查", "会签", "决定", "送达")}


@pytest.fixture
def declared(pair: Callable[[str], Pair]) -> Pair:
    """A loop goes, a way past 决定 comes, 审查 and 会签 change places."""
    return pair(MATTER)


def flow(process: Process, kind: FlowKind) -> Said:
    """That the one flow of a kind came."""
    return Said(onward=ALL, added_flows=[one for one in process.flows if one.kind is kind])


def claims(said: Said, pair: Pair) -> set[Claim]:
    """The claims of what was said."""
    return {*answer(said, pair).claims}


def test_a_flow_that_runs_back_is_a_loop(declared: Pair) -> None:
    """审查 → 受理 of 优化前, said to have gone."""
    (loop,) = (one for one in declared.before.flows if one.kind is FlowKind.LOOP)
    assert claims(Said(onward=ALL, removed_flows=[loop]), declared) == {claim("loop-removed", ("审查", "受理"))}


def test_a_loop_goes_with_the_step_at_its_end(declared: Pair) -> None:
    """No claim of its own."""
    (loop,) = (one for one in declared.before.flows if one.kind is FlowKind.LOOP)
    assert claims(Said(removed=["受理"], removed_flows=[loop]), declared) == {claim("step-removed", ("受理",))}


def test_a_flow_past_steps_makes_them_optional(declared: Pair) -> None:
    """审查 → 送达 of 优化后 passes over 决定."""
    assert claims(flow(declared.after, FlowKind.SKIP), declared) == {claim("steps-made-optional", ("决定",), ("决定",))}


def test_gateways_round_steps_that_go_on_put_them_side_by_side(declared: Pair) -> None:
    """Not where one of the steps is new to the peer."""
    both = ("审查", "会签")
    assert claims(Said(onward=ALL, parallel=[both]), declared) == {claim("steps-parallelised", both, both)}
    assert claims(Said(onward={"审查": "审查"}, parallel=[both]), declared) == set()


def test_changed_attributes_are_named(declared: Pair) -> None:
    """Procedures are told from the two lists."""
    changed = {
        "审查": {"limit": ("3工作日", "2工作日"), "procedures": ("材料审核、现场核查(2人以上)", "现场核查、公示")}
    }
    assert claims(Said(onward=ALL, changed=changed), declared) == {
        claim("step-limit-changed", ("审查",), ("审查",)),
        claim("procedure-removed", ("材料审核", "审查")),
        claim("procedure-changed", ("现场核查", "审查"), ("现场核查", "审查")),
        claim("procedure-added", (), ("公示", "审查")),
    }


def test_another_index_is_no_move_where_the_rank_is_the_same(declared: Pair) -> None:
    """Without 受理, of which the peer says that it went, all others come one earlier."""
    onward = {name: name for name in ALL if name != "受理"}
    assert really_moved(["审查", "会签", "决定"], onward, declared) == ["审查", "会签"]


def test_a_step_taken_out_here_and_put_in_there_has_moved(declared: Pair) -> None:
    """As the peer is told by what to know a step."""
    gathered = Gathered(declared, hidden=True)
    for place, process in ((gathered.removed, declared.before), (gathered.added, declared.after)):
        rows = {row["环节"]: row for row in flat(plain(process, hidden=True)["流程"])}
        place["会签"] = rows["会签"]
    assert gathered.answer().claims == {claim("step-moved", ("会签",), ("会签",))}
