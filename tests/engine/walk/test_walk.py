"""One case on its way: materials, days, hand-overs, documents, undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.machine import Hindrance, Way, Why
from engine.nets.net import NEXT
from engine.walk.script import understand
from engine.walk.walk import Choice, Receive, Walk
from tests.declaring import Declared

BLOCK = """类型: 其他事项
优化前:
  承办: 综合股
  时限: 20工作日
  流程:
    - 受理 | 1工作日 | 审
    - 环节: 联审 | 6工作日
      承办: 业务股
      并联:
        - 环节: 甲 | 公安局交警大队 | 2工作日 | 审
          出具: 甲意见
        - 依次:
            - 乙 | 1工作日 | 审
            - 丙 | 局领导 | 2工作日 | 审
      去向:
        不同意: 受理
    - 送达 | 即时 | 送
  材料: 无
"""


def name_of(choice: Choice) -> str:
    """The wording of a choice."""
    return choice.name if isinstance(choice, Way) else "收到"


def along(walk: Walk, *lines: str) -> Walk:
    """The walk after some lines of a script."""
    for line in lines:
        walk = understand(walk, line)
    return walk


def hindered(walk: Walk) -> dict[str, Hindrance]:
    """The choices that may not be taken, and why."""
    return {name_of(choice): choice.hindrance for choice in walk.choices() if choice.hindrance}


# --- what may happen


def test_an_application_waits_for_its_materials(declare: Callable[[str], Declared]) -> None:
    """On it may not go, but back to be completed; when all is there it is the other way round."""
    walk = Walk.begin(declare("").before)
    assert [standing.node.key for standing in walk.standing()] == ["受理"]
    assert hindered(walk) == {"符合受理条件": Hindrance(Why.MATERIALS_MISSING, ("申请书", "身份证复印件"))}
    assert walk.allowed()[0] == Receive("受理", ("申请书", "身份证复印件"))
    walk = walk.receive(("身份证复印件",))
    assert hindered(walk) == {"符合受理条件": Hindrance(Why.MATERIALS_MISSING, ("申请书",))}
    assert walk.standing()[0].missing == ("申请书",)
    walk = walk.choose(walk.allowed()[0])
    assert hindered(walk) == {"材料不齐全或不符合法定形式": Hindrance(Why.MATERIALS_COMPLETE)}
    assert [name_of(choice) for choice in walk.allowed()] == ["符合受理条件", "不属于受理范围"]


def test_a_step_further_on_waits_for_what_it_uses(declared: Declared, normally: Callable[[Walk], Walk]) -> None:
    """
    类型: 其他事项
    优化前:
      时限: 10工作日
      承办: 综合股
      流程:
        - 环节: 受理 | 1工作日 | 形式审查
          使用: 申请书
        - 环节: 审查 | 1工作日 | 审
          使用: 照片
          去向:
            不合格: 受理
        - 送达 | 1工作日 | 送
      材料: 申请书、照片、说明
    """
    walk = along(Walk.begin(declared.before), "收到 申请书", "下一环节")
    # Back it may go without them.
    assert hindered(walk) == {"合格": Hindrance(Why.MATERIALS_MISSING, ("照片",))}
    assert walk.allowed()[0] == Receive("审查", ("照片",))
    walk = normally(walk)
    assert walk.end
    assert walk.outstanding == ("说明",)


def test_correction_named_by_a_later_step_may_be_asked_for_at_any_time(declared: Declared) -> None:
    """
    优化前:
      时限: 10工作日
      承办: 综合股
      流程:
        - 受理 | 1工作日 | 形式审查
        - 环节: 审查 | 1工作日 | 审
          去向:
            需补充材料: 一次告知补正
        - 决定 | 1工作日 | 审批决定
      材料: 申请书
    """
    walk = along(Walk.begin(declared.before), "收到 全部", "下一环节", "需补充材料", "下一环节")
    assert [standing.node.key for standing in walk.standing()] == ["受理"]
    assert walk.used == 2


def test_branches_move_on_their_own_and_the_join_tells_for_whom_it_waits(declare: Callable[[str], Declared]) -> None:
    """Places are listed in the order of the process."""
    walk = along(Walk.begin(declare(BLOCK).before), "下一环节", "乙: 下一环节")
    assert [standing.node.key for standing in walk.standing()] == ["甲", "丙"]
    walk = along(walk, "甲: 下一环节")
    waiting = walk.standing()[1]
    assert (waiting.node.key, waiting.arrived, waiting.branches, waiting.waiting) == ("联审:合", 1, 2, ("丙",))
    assert hindered(walk) == dict.fromkeys(("同意", "不同意"), Hindrance(Why.BRANCHES_OPEN, ("丙",)))
    walk = along(walk, "丙: 下一环节")
    (decided,) = walk.standing()
    assert (decided.arrived, decided.branches, decided.waiting) == (0, 0, ())
    assert [name_of(choice) for choice in walk.allowed()] == ["同意", "不同意"]


# --- days, hand-overs, documents


@pytest.mark.parametrize(
    ("lines", "used"),
    [
        (("下一环节",), 1),
        (("下一环节", "甲: 下一环节", "下一环节"), 3),
        (("下一环节", "甲: 下一环节", "乙: 下一环节", "丙: 下一环节"), 4),
        # The block has 6 days, more than its longest branch.
        (("下一环节", "甲: 下一环节", "乙: 下一环节", "丙: 下一环节", "同意"), 7),
        (("下一环节", "甲: 下一环节", "乙: 下一环节", "丙: 下一环节", "不同意", "下一环节"), 8),
    ],
)
def test_a_block_takes_its_longest_branch_or_its_own_limit(
    lines: tuple[str, ...], used: int, declare: Callable[[str], Declared]
) -> None:
    """And a step passed twice counts twice."""
    assert along(Walk.begin(declare(BLOCK).before), *lines).used == used


def test_neither_side_branches_nor_waiting_for_materials_count(declare: Callable[[str], Declared]) -> None:
    """受理 begins anew when the application is complete (行政许可法 art. 42)."""
    walk = along(Walk.begin(declare("").before), "材料不齐全", "下一环节", "收到 全部")
    assert walk.used == 0
    assert along(walk, "符合受理条件").used == 1
    refused = along(walk, "符合受理条件", "下一环节", "不符合条件")
    assert (refused.used, along(refused, "下一环节").used) == (8, 8)


def test_the_file_is_handed_over_where_the_holder_changes(declare: Callable[[str], Declared]) -> None:
    """To the window of a named block, to the branches that another unit holds, and back again once."""
    walk = along(Walk.begin(declare(BLOCK).before), "下一环节")
    assert walk.handovers == (("综合股", "业务股"), ("业务股", "公安局交警大队"), ("业务股", "综合股"))
    walk = along(walk, "甲: 下一环节", "乙: 下一环节", "丙: 下一环节", "同意")
    assert walk.handovers[3:] == (
        ("综合股", "局领导"),
        ("公安局交警大队、局领导", "业务股"),
        ("业务股", "综合股"),
    )


def test_a_document_is_made_when_its_step_is_done(declared: Declared) -> None:
    """
    优化前:
      时限: 10工作日
      承办: 综合股
      流程:
        - 环节: 受理 | 1工作日 | 形式审查
          出具: 受理通知书
        - 环节: 审查 | 1工作日 | 审
          出具: 审查意见
          去向:
            退回: 受理
        - 环节: 决定 | 1工作日 | 审批决定
          出具: 许可证
      材料: 申请书
    """
    walk = along(Walk.begin(declared.before), "材料不齐全", "下一环节")
    assert walk.documents == ("补正告知书",)
    walk = along(walk, "收到 全部", "下一环节", "退回")
    assert walk.documents == ("补正告知书", "受理通知书")
    walk = along(walk, "下一环节", "下一环节")
    assert along(walk, "符合条件").documents == ("补正告知书", "受理通知书", "审查意见", "许可证")
    assert "许可证" not in along(walk, "不符合条件", "下一环节").documents


def test_a_case_ends_and_tells_how(declare: Callable[[str], Declared]) -> None:
    """办结, or by a side branch; then there is nothing to choose."""
    start = Walk.begin(declare("").before)
    assert start.end is None
    for lines, name in ((("不予受理", "下一环节"), "不予受理"), (("收到 全部", *["下一环节"] * 4), "办结")):
        walk = along(start, *lines)
        assert walk.end is not None
        assert walk.end.name == name
        assert walk.choices() == ()


def test_a_step_back_is_where_one_was(declare: Callable[[str], Declared]) -> None:
    """The very same walk; at the beginning there is no way back."""
    walk = Walk.begin(declare("").before)
    assert walk.undo() is walk
    for line in ("收到 申请书", "材料不齐全", "下一环节"):
        further = understand(walk, line)
        assert further.undo() is walk
        walk = further


def test_the_trigger_of_a_plain_flow_is_the_next_step(declare: Callable[[str], Declared]) -> None:
    """So that every script may say 下一环节."""
    walk = along(Walk.begin(declare("").before), "收到 全部", "下一环节")
    assert [name_of(choice) for choice in walk.choices()] == [NEXT]
