"""Reforms of other years, under other laws."""

from __future__ import annotations

from tests.rulebook.clean import Draft

BEFORE_2019, AFTER_2019, AFTER_2020 = "2018-03-31", "2019-12-31", "2020-03-31"


def later(draft: Draft, day: str = "2022-03-31") -> None:
    """The reform ends on that day."""
    draft.plan["阶段"] = [f"总结验收阶段 | {day} | 工作总结、附件9、附件10"]
