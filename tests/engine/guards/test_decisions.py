"""Exits of a decision: exclusive, complete, or not, as far as the words say."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from engine.guards.decisions import decisions, judged
from engine.guards.quantities import bounds_of
from engine.properties.answers import Status
from engine.walk.route import labels_of
from processes.model.process import Flow
from tests.declaring import Declared

NOTHING_WRONG = ""


def said(*conditions: str) -> tuple[Status, str]:
    """The one answer on these exits."""
    exits = [Flow(source="审查", target=str(index), condition=text) for index, text in enumerate(conditions)]
    (answer,) = judged("审查", exits)
    return answer.status, answer.message


@pytest.mark.parametrize(
    "conditions",
    [
        ("金额超过50万元", "金额不超过50万元"),
        ("金额>50万元", "金额≤500000元"),
        ("不满10万元", "10万元以上不满50万元", "50万元以上"),
        ("10万元以下", "10万元(不含)以上50万元以下", "超过50万元"),
        ("人数3人以下", "人数4人以上"),
        ("是", "否"),
        ("有异议", "无异议"),
        ("材料齐全", "材料不齐全"),
        ("准予许可", "不予许可"),
        ("不动产已抵押", "其他情形"),
        ("材料不齐全或不符合法定形式", "不属于受理范围", "符合受理条件"),
        ("金额超过50万元且面积超过3公顷", "金额不超过50万元或面积不超过30000平方米"),
    ],
)
def test_what_the_words_prove(conditions: tuple[str, ...]) -> None:
    """Every case has one way and no more."""
    assert said(*conditions) == (Status.HOLDS, NOTHING_WRONG)


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        (
            ("金额超过30万元", "金额超过50万元", "其他情形"),
            "「审查」的「金额超过30万元」和「金额超过50万元」在金额为100万元时都成立,走哪一路说不清",
        ),
        (
            ("10万元以上50万元以下", "50万元以上", "不满10万元"),
            "「审查」的「10万元以上50万元以下」和「50万元以上」在数值为50万元时都成立,走哪一路说不清",
        ),
        (("金额超过50万元", "金额不满50万元"), "「审查」在金额为50万元时没有去向"),
        (("人数3人以下", "人数5人以上"), "「审查」在人数为4人时没有去向"),
    ],
)
def test_what_the_words_contradict(conditions: tuple[str, ...], message: str) -> None:
    """A case with two ways, or with none, is named."""
    assert said(*conditions) == (Status.BROKEN, message)


@pytest.mark.parametrize(
    "conditions",
    [("通过", "存疑", "未通过"), ("金额超过50万元", "面积超过3公顷", "其他情形"), ("情况复杂", "情况简单")],
)
def test_what_the_words_leave_open(conditions: tuple[str, ...]) -> None:
    """Whether two things can both be so nobody has written."""
    assert said(*conditions) == (Status.UNKNOWN, NOTHING_WRONG)


def test_an_otherwise_that_never_happens_is_a_note() -> None:
    """是 and 否 are all there is."""
    assert said("是", "否", "其他情形") == (Status.NOTE, "「审查」的各种情形已经说全,「其他情形」永远不会发生")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("金额50万元以上", [(">=", 500_000)]),
        ("金额50万元(不含)以上", [(">", 500_000)]),
        ("不满18周岁", [("<", 18)]),
        ("面积超过1.5公顷", [(">", 15_000)]),
        ("10-50万元", [(">=", 100_000), ("<=", 500_000)]),
        ("10万元以上不满50万元", [(">=", 100_000), ("<", 500_000)]),
        ("涉及3个以上部门", []),
        ("材料齐全", []),
    ],
)
def test_how_quantities_are_read(text: str, expected: list[tuple[str, int]]) -> None:
    """以上 and 以下 include the number, 不满 and 超过 do not."""
    assert [(bound.sign, bound.number) for bound in bounds_of(text)] == [(s, Fraction(n)) for s, n in expected]


def test_every_decision_of_a_process_is_looked_at(declare: Callable[[str], Declared]) -> None:
    """Steps and blocks with several exits, not forks; the line is that of the second 情形."""
    process = declare(
        """类型: 其他事项
优化前:
  承办: 综合股
  时限: 20工作日
  材料: 无
  流程:
    - 环节: 审查 | 5工作日 | 审
      去向:
        金额超过30万元: 决定
        金额超过50万元: 送达
        其他情形: 办理
    - 办理 | 1工作日 | 办
    - 决定 | 1工作日 | 审批
    - 送达 | 即时 | 送
"""
    ).before
    (decision,) = decisions(process, labels_of(process.nodes))
    assert decision.node == "审查"
    (answer,) = decision.answers
    assert answer.status is Status.BROKEN
    assert answer.place.line == 10
