"""Which steps left the critical path, and which entered it."""

from __future__ import annotations

import pytest

from engine.diff.compare import compare
from engine.measures import critical_path
from processes.model.plan import Switches
from tests.flows import checked

HEAD = "类型: 其他事项\n法定时限: 无\n优化前:\n  时限: 60工作日\n  材料: 无\n  流程:\n"
LINE = """
- 受理 | 综合股 | 1工作日 | 登记
- 审查 | 业务股 | 5工作日 | 审核
- 踏勘 | 业务股 | 8工作日 | 现场踏勘
- 决定 | 局领导 | 2工作日 | 签批
"""
BESIDE = """
- 受理 | 综合股 | 1工作日 | 登记
- 并联:
    - 审查 | 业务股 | 5工作日 | 审核
    - 踏勘 | 业务股 | 8工作日 | 现场踏勘
- 决定 | 局领导 | 2工作日 | 签批
"""
LONGER_REVIEW = BESIDE.replace("审查 | 业务股 | 5工作日", "审查 | 业务股 | 9工作日")
AT_ONCE = LINE.replace("受理 | 综合股 | 1工作日", "受理 | 综合股 | 即时")
WITHOUT = LINE.replace("- 审查 | 业务股 | 5工作日 | 审核\n", "")
RENAMED = LINE.replace("- 踏勘 | 业务股 | 8工作日", "- 现场踏勘 | 业务股 | 7.5工作日")


def flow(text: str) -> str:
    """The lines under 流程."""
    return "".join(f"    {line}\n" for line in text.strip().splitlines())


@pytest.mark.parametrize(
    ("before", "after", "left", "entered"),
    [
        (LINE, LINE, [], []),
        (LINE, BESIDE, ["审查"], []),
        (BESIDE, LINE, [], ["审查"]),
        (BESIDE, LONGER_REVIEW, ["踏勘"], ["审查"]),
        (LINE, AT_ONCE, ["受理"], []),
        (LINE, WITHOUT, ["审查"], []),
        (LINE, RENAMED, [], []),
    ],
    ids=[
        "the same",
        "beside a longer one",
        "in line again",
        "the longer one",
        "at once",
        "gone",
        "renamed and shorter",
    ],
)
def test_steps_leave_and_enter_the_critical_path(before: str, after: str, left: list[str], entered: list[str]) -> None:
    """By what goes on as what, not by names; a step without time is on no path."""
    found = checked(f"{HEAD}{flow(before)}优化后:\n  时限: 60工作日\n  流程:\n{flow(after)}")
    assert found is not None
    difference = compare(found, Switches())
    assert [step.name for step in difference.left_path] == left
    assert [step.name for step in difference.entered_path] == entered


def test_of_a_cancelled_matter_the_whole_path_is_left() -> None:
    """The same steps that the measure names."""
    found = checked(f"{HEAD}{flow(BESIDE)}优化后: 取消\n")
    assert found is not None
    measured = critical_path.measure(found.before, Switches())
    difference = compare(found, Switches())
    assert (
        [step.name for step in difference.left_path]
        == [str(item) for item in measured.items]
        == ["受理", "踏勘", "决定"]
    )
    assert difference.entered_path == ()
