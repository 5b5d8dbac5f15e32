"""Choices as text: what is understood, what is refused and in which words; scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.machine import Hindrance, Why
from engine.walk.script import NotUnderstood, hindrance_text, replay, script_of, understand
from engine.walk.walk import Move, Walk
from processes.errors import WrongUsage
from tests.declaring import Declared

BRANCHES = """类型: 其他事项
优化前:
  承办: 综合股
  时限: 20工作日
  流程:
    - 受理 | 1工作日 | 审
    - 并联:
        - 现场勘验 | 2工作日 | 审
        - 环节: 审查 | 2工作日 | 审
          去向:
            不合格: 审查
    - 送达 | 即时 | 送
  材料: 申请书、父(母)、子身份证、身份证明材料
"""
"""The second material has a 顿号 in its name when it is written in a list."""


@pytest.fixture
def small(declare: Callable[[str], Declared]) -> Walk:
    """At 受理 of the small project, nothing received."""
    return Walk.begin(declare("").before)


@pytest.fixture
def parallel(declare: Callable[[str], Declared]) -> Walk:
    """Two branches at work."""
    walk = Walk.begin(declare(BRANCHES).before)
    return understand(understand(walk, "收到 全部"), "下一环节")


def chosen(walk: Walk) -> tuple[str, str]:
    """The flow that was chosen last: its source and its condition."""
    event = walk.events[-1]
    assert isinstance(event, Move)
    return event.taken[0].source, event.taken[0].condition


@pytest.mark.parametrize(
    ("line", "condition"),
    [
        ("材料不齐全或不符合法定形式", "材料不齐全或不符合法定形式"),
        ("材料不齐全", "材料不齐全或不符合法定形式"),
        ("材料", "材料不齐全或不符合法定形式"),
        ("一次告知补正", "材料不齐全或不符合法定形式"),
        ("受理: 材料不齐全", "材料不齐全或不符合法定形式"),
        ("受 理：一次告知补正", "材料不齐全或不符合法定形式"),
        ("不予受理", "不属于受理范围"),
        ("2", "材料不齐全或不符合法定形式"),
        ("３", "不属于受理范围"),
    ],
)
def test_a_choice_has_several_wordings(line: str, condition: str, small: Walk) -> None:
    """Its condition, the beginning of that, where it leads, its number; full-width or half-width."""
    assert chosen(understand(small, line)) == ("受理", condition)


def test_the_next_step_is_where_the_file_normally_goes(small: Walk) -> None:
    """Whatever the condition is called; or it is called by its name."""
    complete = understand(small, "收到 全部")
    assert understand(complete, "下一环节").events == understand(complete, "审查").events
    assert chosen(understand(complete, "下一环节")) == ("受理", "符合受理条件")


def test_the_opposite_is_never_meant(declare: Callable[[str], Declared]) -> None:
    """同意 is no beginning of 不同意, and a single character is none of anything."""
    text = "类型: 其他事项\n优化前:\n  时限: 9工作日\n  承办: 综合股\n  材料: 无\n  流程:\n    - 环节: 会审 | 1工作日 | 审\n      去向:\n        不同意: 结束\n        缓办: 会审\n    - 送达 | 即时 | 送\n"
    walk = Walk.begin(declare(text).before)
    for line in ("同意", "不", "缓"):
        with pytest.raises(NotUnderstood, match="现在没有这个选择"):
            understand(walk, line)
    assert chosen(understand(walk, "不同")) == ("会审", "不同意")


@pytest.mark.parametrize(
    ("line", "received"),
    [
        ("收到 申请书", ("申请书",)),
        ("收到申请书", ("申请书",)),
        ("收到: 身份证复印件,申请书", ("申请书", "身份证复印件")),
        ("收到 身份证、申请", ("申请书", "身份证复印件")),
        ("收到 全部", ("申请书", "身份证复印件")),
        ("1", ("申请书", "身份证复印件")),
    ],
)
def test_materials_come_in(line: str, received: tuple[str, ...], small: Walk) -> None:
    """One, several, all; a part of a name is enough where it fits only one."""
    assert understand(small, line).received == received


def test_a_name_with_a_separator_in_it_is_one_name(declare: Callable[[str], Declared]) -> None:
    """The longest name that fits is taken; what is recorded is understood again."""
    text = "优化前:\n  时限: 9工作日\n  流程: 受理 | 综合股 | 1工作日 | 审\n  材料:\n    - 父(母)、子身份证\n    - 父(母)\n    - 申请书\n"
    walk = understand(Walk.begin(declare(text).before), "收到 父(母)、子身份证、申请书")
    assert walk.received == ("父(母)、子身份证", "申请书")
    assert understand(Walk.begin(declare(text).before), script_of(walk)[0]).received == walk.received


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("决定", "现在没有这个选择。可以写:“收到 全部”、“材料不齐全或不符合法定形式”、“不属于受理范围”"),
        ("", "现在没有这个选择"),
        ("审查: 下一环节", "现在没有这个选择"),
        ("0", "没有第0个选择"),
        ("4", "没有第4个选择"),
        ("9" * 5000, "没有第999999999个选择"),
        ("-1", "现在没有这个选择"),
        ("下一环节", "现在不能选,还缺2件材料:申请书、身份证复印件"),
        ("收到", "收到什么没有写。还没有收到的:申请书、身份证复印件"),
        ("收到 户口簿", "没有“户口簿”这件材料"),
        ("收到 书、户口簿", "没有“户口簿”这件材料"),
    ],
)
def test_what_is_refused_and_why(line: str, told: str, small: Walk) -> None:
    """The message says what there is to choose; the walk is where it was."""
    with pytest.raises(NotUnderstood) as error:
        understand(small, line)
    assert told in str(error.value)
    assert error.value.walk is small
    assert isinstance(error.value, WrongUsage)


def test_materials_are_not_received_twice(small: Walk, parallel: Walk, declare: Callable[[str], Declared]) -> None:
    """Nor where all are there or none is needed; a part of two names means none of them."""
    one = understand(small, "收到 申请书")
    none = Walk.begin(declare("优化前:\n  时限: 9工作日\n  流程: 受理 | 综合股 | 1工作日 | 审\n  材料: 无\n").before)
    two = Walk.begin(declare(BRANCHES).before)
    for walk, line, told in (
        (one, "收到 申请书", "“申请书”已经收到了"),
        (parallel, "收到 申请书", "材料已经全部收到"),
        (none, "收到 全部", "这个事项不用交材料"),
        (two, "收到 身份证", "“身份证”可以指几件材料"),
        (understand(one, "收到 全部"), "材料不齐全", "现在不能选,材料已经收齐"),
    ):
        with pytest.raises(NotUnderstood, match=told):
            understand(walk, line)


def test_with_several_places_the_place_is_named(parallel: Walk) -> None:
    """Unless the wording fits one of them only; what the join waits for is told."""
    with pytest.raises(NotUnderstood, match=r"可以指几个选择.*“现场勘验: 下一环节”、“审查: 合格”"):
        understand(parallel, "下一环节")
    assert chosen(understand(parallel, "不合格")) == ("审查", "不合格")
    walk = understand(parallel, "现场勘验: 下一环节")
    assert chosen(walk) == ("现场勘验", "")
    # The other branch is done, so there is one next step only.
    assert chosen(understand(walk, "下一环节")) == ("审查", "合格")
    with pytest.raises(NotUnderstood, match="现在不能选,等审查办完"):
        understand(walk, "并联汇合: 下一环节")
    assert hindrance_text(walk, Hindrance(Why.BRANCHES_OPEN, ("审查",))) == "等审查办完"


def test_a_script_is_walked_line_by_line(parallel: Walk, declare: Callable[[str], Declared]) -> None:
    """Empty lines and comments say nothing; what is recorded leads to the same place."""
    script = "\ufeff# 注解\n\n收到 申请书\n收到 全部\n  下一环节  \n审查: 不合格\n现场勘验:下一环节\n下一环节\n下一环节"
    start = Walk.begin(declare(BRANCHES).before)
    walk = replay(start, script, "甲.txt")
    assert walk.end
    assert script_of(walk) == (
        "收到 申请书",
        "收到 全部",
        "下一环节",
        "审查: 不合格",
        "现场勘验: 下一环节",
        "审查: 合格",
        "下一环节",
    )
    assert replay(start, "\n".join(script_of(walk)), "").events == walk.events
    assert replay(start, "", "") is start


def test_a_wrong_line_is_told_with_its_place(small: Walk) -> None:
    """The walk until there is kept; nothing can follow the end."""
    with pytest.raises(NotUnderstood) as error:
        replay(small, "\n收到 全部\n不同意\n", "甲.txt")
    assert str(error.value).startswith("甲.txt 第3行“不同意”:现在没有这个选择。可以写:“符合受理条件”")
    assert script_of(error.value.walk) == ("收到 全部",)
    with pytest.raises(NotUnderstood, match="第3行“下一环节”:这个办件已经结束"):
        replay(small, "不予受理\n下一环节\n下一环节\n", "甲.txt")
