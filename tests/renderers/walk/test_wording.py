"""The words of a walk."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.walk.script import understand
from engine.walk.walk import Move, Walk
from renderers.walk.wording import balance_text, choice_text, exceeded, move_text, title, used_text
from tests.declaring import Declared

WAYS = """支线:
  复查:
    - 告知整改 | 综合股 | 1工作日 | 告知
    - 环节: 再查 | 综合股 | 无 | 再查
      去向: 审查
优化前:
  承办: 综合股
  时限: 9工作日
  材料: 无
  流程:
    - 受理 | 1工作日 | 形式审查
    - 环节: 审查 | 2工作日 | 审
      去向:
        要复查: 复查
        不清楚: 受理
        当场可办: 送达
        撤回: 结束
        通过: 下一环节
    - 并联:
        - 甲 | 1工作日 | 审
        - 并联:
            - 乙 | 1工作日 | 审
            - 丙 | 1工作日 | 审
    - 环节: 联审
      并联:
        - 丁 | 1工作日 | 审
        - 戊 | 1工作日 | 审
    - 决定 | 1工作日 | 审批决定
    - 送达 | 1工作日 | 送达
"""


def along(walk: Walk, *lines: str) -> Walk:
    """The walk after some lines of a script."""
    for line in lines:
        walk = understand(walk, line)
    return walk


def choices(walk: Walk) -> list[str]:
    """All choices in words."""
    return [choice_text(walk.route, choice) for choice in walk.choices()]


def test_a_choice_tells_where_it_leads(declare: Callable[[str], Declared]) -> None:
    """On, past steps, back, aside with the limit there, into blocks and out of them, to an end."""
    start = Walk.begin(declare(WAYS).before)
    assert choices(start) == ["符合受理条件 → 审查", "不属于受理范围 → 支线 不予受理(即时办结)"]
    walk = along(start, "下一环节")
    assert choices(walk) == [
        "通过 → 并联1:甲、乙、丙",
        "当场可办 → 直接到 送达",
        "撤回 → 办结",
        "不清楚 → 退回 受理",
        "要复查 → 支线 复查:告知整改(1个工作日)",
    ]
    assert choices(along(walk, "要复查")) == ["下一环节 → 支线 复查:再查"]
    assert choices(along(walk, "要复查", "下一环节")) == ["下一环节 → 回到 审查"]
    assert choices(along(walk, "通过", "甲: 下一环节"))[0] == "下一环节 → 并联2汇合"
    together = along(walk, "通过", "甲: 下一环节", "乙: 下一环节")
    done = along(together, "丙: 下一环节")
    event = done.events[-1]
    assert isinstance(event, Move)
    assert move_text(done.route, event) == "并联2汇合,各路办完 → 联审(并联:丁、戊)"
    assert choices(done) == ["下一环节 → 联审(汇合)"] * 2
    assert choices(along(start, "不予受理")) == ["下一环节 → 结束(不予受理)"]


def test_materials_are_a_choice(declare: Callable[[str], Declared]) -> None:
    """With their number."""
    assert choices(Walk.begin(declare("").before))[0] == "收到所缺的全部材料(2件)"


@pytest.mark.parametrize(
    ("limit", "begins", "used", "balance", "over"),
    [
        ("10工作日", "总时限10个工作日,材料2件", "1.5/10工作日", "用了1.5工作日,总时限10个工作日", False),
        ("12小时", "总时限12个小时,材料2件", "1.5/1.5工作日", "用了1.5工作日,总时限12个小时", False),
        ("1工作日", "总时限1个工作日,材料2件", "1.5/1工作日", "用了1.5工作日,超过总时限1个工作日,多0.5工作日", True),
        ("即时", "总时限即时办结,材料2件", "1.5工作日", "用了1.5工作日,超过总时限即时办结,多1.5工作日", True),
        ("无", "没有总时限,材料2件", "1.5工作日", "用了1.5工作日,没有总时限", False),
    ],
)
def test_the_days_used_stand_beside_the_limit(
    limit: str, begins: str, used: str, balance: str, *, over: bool, declare: Callable[[str], Declared]
) -> None:
    """Where there is one; how much too many."""
    text = f"优化前:\n  时限: {limit}\n  承办: 综合股\n  流程:\n    - 受理 | 12小时 | 审\n    - 决定 | 即时 | 审批\n  材料: 甲、乙\n"
    matter = declare(text).checked_matter
    walk = along(Walk.begin(matter.before), "收到 全部", "下一环节")
    assert title(matter.matter, walk.route) == f"示范事项,优化前:{begins}"
    assert used_text(walk.route, walk.used) == used
    assert balance_text(walk) == balance
    assert exceeded(walk.route, walk.used) is over


def test_what_is_done_at_once_uses_nothing(declare: Callable[[str], Declared]) -> None:
    """And a matter may ask for no material."""
    text = "优化前:\n  时限: 即时\n  流程: 受理 | 综合股 | 即时 | 审\n  材料: 无\n"
    matter = declare(text).checked_matter
    walk = along(Walk.begin(matter.before), "下一环节")
    assert title(matter.matter, walk.route) == "示范事项,优化前:总时限即时办结,不用交材料"
    assert balance_text(walk) == "当场办理,没有用时限,总时限即时办结"
