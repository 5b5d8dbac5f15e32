"""Tests of rows put into 问题: all else stays as it is."""

from __future__ import annotations

import pytest

from processes.declaration.problem_rows import ProblemRow, with_problems
from processes.errors import CannotBeDone

_ROWS = (ProblemRow("「复审」常被跳过不办", "10件中2件"), ProblemRow("甲: 乙", "1#"))
_ADDED = '  - 问题: 「复审」常被跳过不办\n    备注: 10件中2件\n  - 问题: "甲: 乙"\n    备注: "1#"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "名称: 甲\n问题:\n  - 环节多 | 合并  # 自查\n  # 还有\n\n# 以下是优化前\n优化前:\n  时限: 无\n",
            f"名称: 甲\n问题:\n  - 环节多 | 合并  # 自查\n{_ADDED}  # 还有\n\n# 以下是优化前\n优化前:\n  时限: 无\n",
        ),
        ("名称: 甲\n问题: 无\n备注: 乙\n", f"名称: 甲\n问题:\n{_ADDED}备注: 乙\n"),
        ("名称: 甲\n问题: 环节多 | 合并\n", f"名称: 甲\n问题:\n  - 环节多 | 合并\n{_ADDED}"),
        ("名称: 甲\n\n优化前:\n  时限: 无\n", f"名称: 甲\n问题:\n{_ADDED}\n优化前:\n  时限: 无\n"),
        (f"名称: 甲\n问题:\n{_ADDED}", f"名称: 甲\n问题:\n{_ADDED}"),
    ],
    ids=["list", "none", "one line", "no key", "there already"],
)
def test_rows_are_put_behind_those_that_are_there(before: str, after: str) -> None:
    """With the comments where they were; a sign of YAML is quoted."""
    assert with_problems(before, _ROWS, "甲.yaml") == after


@pytest.mark.parametrize("written", ["问题: [环节多]", "问题: 环节多  # 自查", '问题: "环节多"', "问题:\n  环节多"])
def test_what_is_written_otherwise_is_left_to_a_person(written: str) -> None:
    """Rather than guessed."""
    with pytest.raises(CannotBeDone, match="手工写进去"):
        with_problems(f"名称: 甲\n{written}\n", _ROWS, "甲.yaml")
