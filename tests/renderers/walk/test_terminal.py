"""A walk in a terminal or a pipe."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from engine.walk.script import understand
from engine.walk.walk import Walk
from renderers.reports.style import Style
from renderers.walk.terminal import course, happened, heading, instructions, materials, message, situation
from tests.declaring import Declared

HEARING = """类型: 其他事项
优化前:
  承办: 综合股
  时限: 9工作日
  材料: 申请书
  流程:
    - 受理 | 1工作日 | 形式审查
    - 环节: 告知 | 1工作日 | 告知
      去向:
        不听证: 决定
    - 环节: 听证 | 不计时限(听证) | 听证(2人以上)
      出具: 听证笔录
    - 环节: 决定 | 1工作日 | 审批决定
      使用: 申请书、听证笔录、上位规划
"""


def along(walk: Walk, *lines: str) -> Walk:
    """The walk after some lines of a script."""
    for line in lines:
        walk = understand(walk, line)
    return walk


def test_a_document_that_nobody_has_made_is_marked(declare: Callable[[str], Declared]) -> None:
    """Because the step that makes it was passed over; materials and what nobody makes are not."""
    walk = along(Walk.begin(declare(HEARING).before), "收到 全部", "下一环节")
    assert "  使用  申请书、听证笔录(没有出具)、上位规划\n" in situation(along(walk, "不听证"))
    heard = along(walk, "听证")
    assert "【听证】承办 综合股  时限 不计时限(听证)  到此已用 2/9工作日\n  程序  听证(2人以上)\n" in situation(heard)
    assert "  使用  申请书、听证笔录、上位规划\n" in situation(along(heard, "下一环节"))


def test_what_has_just_happened(declare: Callable[[str], Declared]) -> None:
    """Where the file was, what was chosen, where it went; documents and hand-overs."""
    walk = along(Walk.begin(declare("").before), "收到 申请书")
    assert happened(walk.events[-1], walk) == "… 收到 申请书\n"
    walk = along(walk, "收到 全部", "下一环节")
    assert happened(walk.events[-1], walk) == "… 受理,符合受理条件 → 审查;交接 综合股→业务股\n"
    walk = along(Walk.begin(declare("").before), "材料不齐全", "下一环节")
    assert happened(walk.events[-1], walk) == "… 支线 一次告知补正,下一环节 → 回到 受理;出具 补正告知书\n"


def test_materials_are_listed(declare: Callable[[str], Declared]) -> None:
    """What has come in before what has not; how to say it."""
    walk = Walk.begin(declare("").before)
    assert materials(along(walk, "收到 身份证复印件")).splitlines() == [
        "  收到      身份证复印件",
        "  没有收到  申请书",
        "收到了就写:收到 名称、名称,或 收到 全部。",
    ]
    assert "收到了就写" not in materials(along(walk, "收到 全部"))
    none = Walk.begin(declare("优化前:\n  时限: 9工作日\n  流程: 受理 | 综合股 | 1工作日 | 审\n  材料: 无\n").before)
    assert materials(none) == "这个事项不用交材料。\n"


def test_a_course_without_events_is_where_the_case_begins(declare: Callable[[str], Declared]) -> None:
    """No empty table."""
    assert course(Walk.begin(declare("").before)).startswith("现在:\n【受理】")


@pytest.mark.parametrize("width", [40, 60, 100])
def test_everything_keeps_the_width_and_colour_only_repeats(width: int, declare: Callable[[str], Declared]) -> None:
    """Long names are broken; without its escape sequences the coloured text is the plain one."""
    name = "关于某某事项办理情况的非常非常长的说明材料及其附件"
    text = f"优化前:\n  时限: 9工作日\n  承办: 综合股\n  流程:\n    - 受理并当场核对全部申请材料的原件与复印件 | 1工作日 | {name}\n    - 决定 | 1工作日 | 审批\n  材料: {name}甲、{name}乙\n"
    matter = declare(text).checked_matter
    start = Walk.begin(matter.before)
    further = along(start, "材料不齐全", "下一环节", "收到 全部", "下一环节")
    for show in (
        lambda style: heading(matter.matter, start, style),
        lambda style: situation(start, style),
        lambda style: happened(further.events[-1], further, style),
        lambda style: materials(start, style),
        lambda style: course(further, style),
        lambda style: message(f"没有{name}{name}。", style),
        instructions,
    ):
        plain = show(Style(width=width))
        assert [line for line in plain.splitlines() if cell_len(line) > width] == []
        assert "\x1b" not in plain
        coloured = show(Style(width=width, colour=True))
        bare = re.sub(r"\x1b\[[\d;]*m", "", coloured)
        assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()
