"""Where a moved step stands now, and what of 去向 merely follows from something else."""

from __future__ import annotations

import pytest

from engine.diff.changes import Change
from engine.diff.changes.arrangement import StepMoved
from engine.diff.compare import differing
from tests.flows import checked

HEAD = "类型: 其他事项\n法定时限: 无\n优化前:\n  时限: 60工作日\n  材料: 无\n  流程:\n"


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Of a matter whose 流程 is ``before``, then ``after``."""
    flows = ["".join(f"    {line}\n" for line in text.strip().splitlines()) for text in (before, after)]
    found = checked(f"{HEAD}{flows[0]}优化后:\n  时限: 60工作日\n  流程:\n{flows[1]}")
    assert found is not None
    assert found.after is not None
    return differing(found.before, found.after).changes


LINE = ["受理", "公示", "审查", "决定", "送达"]


@pytest.mark.parametrize(
    ("order", "behind", "ahead"),
    [
        (["受理", "审查", "公示", "决定", "送达"], "审查", "决定"),
        (["受理", "审查", "决定", "送达", "公示"], "送达", None),
        (["公示", "受理", "审查", "决定", "送达"], None, "受理"),
    ],
    ids=["in the middle", "at the end", "at the beginning"],
)
def test_a_moved_step_tells_its_neighbours(order: list[str], behind: str | None, ahead: str | None) -> None:
    """Of two that changed places 公示 moved: it is no part of what every matter goes through."""
    before, after = ("\n".join(f"- {name} | 综合股 | 1工作日 | 办{name}" for name in names) for names in (LINE, order))
    (moved,) = (change for change in changes(before, after) if isinstance(change, StepMoved))
    assert [step.name for step in moved.after] == ["公示"]
    assert (moved.behind.name if moved.behind else None) == behind
    assert (moved.ahead.name if moved.ahead else None) == ahead


CHOICE = """
- 环节: 受理 | 综合股 | 1工作日 | 登记
  去向:
    新建: 勘查
    改建: 评估
- 环节: 勘查 | 业务股 | 2工作日 | 现场勘查
  去向: 决定
- 评估 | 业务股 | 3工作日 | 出具评估
- 决定 | 局领导 | 1工作日 | 签批
"""
ONE_LEFT = """
- 受理 | 综合股 | 1工作日 | 登记
- 查档 | 综合股 | 1工作日 | 查阅档案
- 勘查 | 业务股 | 2工作日 | 现场勘查
- 决定 | 局领导 | 1工作日 | 签批
"""


@pytest.mark.parametrize("backwards", [False, True], ids=["it goes", "it comes"])
def test_the_ways_of_a_decision_go_with_its_alternatives(backwards: bool) -> None:
    """Where one of two alternatives goes there is nothing to decide: both ways follow, that to the other one too."""
    found = changes(ONE_LEFT, CHOICE) if backwards else changes(CHOICE, ONE_LEFT)
    ways = [change for change in found if change.code in ("way-added", "way-removed")]
    assert len(ways) == 2
    assert not any(change.direct for change in ways)
