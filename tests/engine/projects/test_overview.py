"""Both versions of a project: kinds of day, ceilings, what cannot be reckoned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.projects.overview import ProjectOverview, overview_of
from processes.checking import check_project
from processes.model.limits import DayKind
from tests.declaring import PROJECT_FILE, Declared

SAMPLE = Path(__file__).parents[3] / "samples" / "hailin"
CONVERTED = "==> 方案.yaml <==\n口径:\n  混合日: 折算\n"
Declare = Callable[[str], Declared]


def overview(declare: Declare, text: str, around: str = "") -> ProjectOverview:
    """The overview of a project laid over the small one."""
    workspace = declare(f"{around}==> {PROJECT_FILE} <==\n{text}").checked.workspace
    assert workspace is not None
    return overview_of(workspace.projects[0], workspace)


def test_the_sample_takes_43_days_and_then_13() -> None:
    """As its head comment says: 53 and 43 before, 1+4+3+2+3 after."""
    workspace = check_project(SAMPLE).workspace
    assert workspace is not None
    both = overview_of(workspace.projects[0], workspace)
    assert [one.schedule.total for one in (both.before, both.after)] == [53, 17]
    assert [one.schedule.days for one in (both.before, both.after)] == [43, 13]
    assert (both.before.ceiling, both.after.ceiling) == (15, 15)
    way = [both.after.schedule.activities[index].task.name for index in both.after.schedule.way]
    assert way == ["一窗受理", "联合审图", "工程规划", "质监安监", "施工许可"]


def test_the_projects_own_ceiling_comes_before_that_of_the_plan(declare: Declare) -> None:
    """上限."""
    assert overview(declare, "上限: 12工作日\n").after.ceiling == 12
    assert overview(declare, "").after.ceiling == 15


MIXED = """优化前:
  - 备案 | 发改局 | 5工作日
优化后:
  - 备案 | 发改局 | 5自然日
  - 许可 | 住建局 | 3工作日 | 备案
"""


def test_both_kinds_of_day_cannot_be_reckoned(declare: Declare) -> None:
    """As R609 says; the version that has one kind is reckoned all the same."""
    both = overview(declare, MIXED)
    assert both.after.obstacle.startswith("优化后有的行是工作日,有的行是自然日")
    assert (both.before.obstacle, both.before.schedule.days) == ("", 5)
    assert both.obstacle == ""
    assert not both.is_comparable


def test_both_kinds_of_day_are_converted_where_the_city_does(declare: Declare) -> None:
    """混合日: 折算 — 5 and 3 working days are 7 and 5 natural ones, the ceiling of 15 is 21; both versions alike."""
    both = overview(declare, MIXED, CONVERTED)
    assert both.is_comparable
    assert both.before.schedule.kind is both.after.schedule.kind is DayKind.NATURAL
    assert (both.before.schedule.days, both.after.schedule.days, both.after.ceiling) == (7, 10, 21)
    assert both.after.is_converted


def test_a_ceiling_of_another_kind_is_not_compared(declare: Declare) -> None:
    """The rows are in working days."""
    both = overview(declare, "上限: 20自然日\n")
    assert (both.after.ceiling, both.after.schedule.days) == (None, 8)


def test_versions_of_different_kinds_are_each_reckoned_in_their_own(declare: Declare) -> None:
    """They cannot be compared."""
    both = overview(declare, "上限: 无\n优化前:\n  - 备案 | 发改局 | 5自然日\n优化后:\n  - 备案 | 发改局 | 1工作日\n")
    assert (both.before.schedule.kind, both.after.schedule.kind) == (DayKind.NATURAL, DayKind.WORKING)
    assert not both.is_comparable


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("  - 甲 | 发改局 | 1工作日 | 乙\n  - 乙 | 住建局 | 1工作日 | 甲\n", "优化后各行的“先办”互相等着"),
        ("  - 甲 | 发改局 | 1自然日\n  - 乙 | 住建局 | 1工作日 | 甲\n", "优化后有的行是工作日"),
    ],
)
def test_what_cannot_be_reckoned_is_told(rows: str, told: str, declare: Declare) -> None:
    """The whole project has an obstacle only if both versions have one."""
    both = overview(declare, f"优化前:\n{rows}优化后:\n{rows}")
    assert both.obstacle.startswith(told)
    assert both.after.schedule.activities == ()


def test_rows_without_a_limit_are_named(declare: Declare) -> None:
    """无 in the row, or of the matter to which it is tied; they take no time."""
    text = """优化后:
  - 甲 | 发改局 | 无
  - 乙 | 住建局 | 2工作日 | 甲
"""
    both = overview(declare, text)
    assert (both.after.endless, both.after.schedule.days) == (("甲",), 2)
