"""附件3: the rows of 附件1 and 附件2 added up."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from engine.annexes.form import Form
from tests.engine.annexes.conftest import APPROVALS, AT_ONCE, Cells

Fill = Callable[[str, str], Form | None]
Changed = Callable[[str, str, str, str], set[tuple[int, str]]]


def test_the_form_is_filled_line_by_line(fill_declared: Fill, body: Callable[[str, str], str]) -> None:
    """Sums, per cent to one decimal, reasons; matters of other types take no part."""
    form = fill_declared("附件3", APPROVALS)
    assert form is not None
    assert form.title == "示范市“两集中三到位”改革汇总表"
    assert (
        body("附件3", APPROVALS)
        == """\
改革前后情况: 改革前情况
股室数量: 2
行政审批权力数量: 2
办理程序环节数: 4
办理时限总数: 30
收费总数: 2

改革前后情况: 改革后情况
股室数量: 1
行政审批权力数量: 1
办理程序环节数: 2
办理时限总数: 13
收费总数: 1

改革前后情况: 改革后压缩百分比(%)
股室数量: 50
行政审批权力数量: 50
办理程序环节数: 50
办理时限总数: 56.7
收费总数: 50

改革前后情况: 备注
股室数量: 行政审批股:撤一建一
行政审批权力数量: 取消1个:停业许可
办理程序环节数: 无
办理时限总数: 工作日
收费总数: 无

注:改革后压缩百分比(%)=(改革前数量-改革后数量)/改革前数量
"""
    )


def test_the_grid_is_the_prescribed_one(fill_declared: Fill) -> None:
    """6 columns, one row of headings, the sign line inside the table, four lines and no empty ones."""
    form = fill_declared("附件3", APPROVALS)
    assert form is not None
    assert [heading.text for heading in form.headings] == [
        *("改革前后情况", "股室数量", "行政审批权力数量", "办理程序环节数", "办理时限总数", "收费总数")
    ]
    assert (form.header_rows, form.sign_inside, len(form.rows), form.least_rows) == (1, True, 4, 0)


def test_a_department_without_approvals_does_not_file_it(fill_declared: Fill) -> None:
    """R201."""
    assert fill_declared("附件3", "类型: 公共服务事项\n种类: 其他\n") is None


def test_nothing_before_leaves_nothing_to_take_a_share_of(cells: Cells) -> None:
    """前 = 0: ——, whatever there is after."""
    assert cells("附件3", "收费: 不收费\n", "fees") == [0, 0, "——", "无"]
    grown = f"优化前:\n  收费: 不收费\n  时限: 即时\n{AT_ONCE}优化后:\n  收费: 工本费\n  时限: 1工作日\n"
    assert cells("附件3", grown, "fees") == [0, 1, "——", "无"]
    assert cells("附件3", grown, "days") == [0, 1, "——", "工作日"]


def test_growth_is_shown_as_what_it_is(cells: Cells) -> None:
    """R708 reports it; the form hides nothing."""
    grown = f"优化前:\n  时限: 3工作日\n{AT_ONCE}优化后:\n  时限: 4工作日\n"
    assert cells("附件3", grown, "days") == [3, 4, Fraction("-33.3"), "工作日"]


@pytest.mark.parametrize(
    ("before", "after", "share"),
    [(20, 13, 35), (30, 20, Fraction("33.3")), (45, 30, Fraction("33.3")), (8, 7, Fraction("12.5"))],
)
def test_per_cent_has_one_decimal(before: int, after: int, share: Fraction, cells: Cells) -> None:
    """(前-后)/前×100, rounded half up: the exact share is for the rules."""
    text = f"优化前:\n  时限: {before}工作日\n{AT_ONCE}优化后:\n  时限: {after}工作日\n"
    assert cells("附件3", text, "days")[2] == share


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("- 登记 | 业务股", "- 登记 | 行政审批股", {(0, "offices"), (2, "offices")}),
        ("- 登记 | 业务股 | 1工作日 | 登记", "- 登记 | 业务股 | 1工作日 | 登记、核对", set()),
        ("方式: 撤一建一", "方式: 已建立", {(3, "offices")}),
        ("时限: 20工作日", "时限: 30工作日", {(0, "days"), (2, "days")}),
        ("时限: 13工作日", "时限: 10工作日", {(1, "days"), (2, "days")}),
        ("收费: 检测费 | 省定标准", "收费: 不收费", {(1, "fees"), (2, "fees")}),
        ("名称: 停业许可", "名称: 歇业许可", {(3, "powers")}),
    ],
)
def test_a_cell_tells_the_lines_it_comes_from(
    old: str, new: str, cells: set[tuple[int, str]], changed: Changed
) -> None:
    """Change a line, and the cells that change are those that named it."""
    assert changed("附件3", APPROVALS, old, new) == cells


def test_a_number_afterwards_comes_from_the_cancelling_too(changed: Changed) -> None:
    """The row is missing because of that line, so every number after it comes from there."""
    found = changed("附件3", APPROVALS, "优化后: 取消", "优化后: 不变")
    assert found >= {(1, "powers"), (2, "powers"), (3, "powers"), (1, "steps"), (1, "days"), (1, "offices")}
    assert not any(row == 0 for row, _ in found)


def test_cells_say_how_they_were_computed(fill_declared: Fill) -> None:
    """Formulas in the words of 附件1 and 附件2."""
    form = fill_declared("附件3", APPROVALS)
    assert form is not None
    assert [cell.formula for cell in form.rows[0][1:]] == [
        "附件1所列内设机构的个数,同一机构只计一次",
        "附件1的行数",
        "附件1“办理程序”所列环节数之和",
        "附件1“办理时限”天数之和",
        "附件1“收费标准”所列收费项目数之和",
    ]
    assert {cell.formula for cell in form.rows[2][1:]} == {"(改革前数量-改革后数量)/改革前数量×100"}
    assert {cell.formula for cell in form.rows[3]} == {""}


def test_a_city_may_print_another_title_and_other_notes(fill_declared: Fill) -> None:
    """方案.附件.附件3."""
    form = fill_declared("附件3", "==> 方案.yaml <==\n附件:\n  附件3:\n    标题: 汇总\n    注: 注:从略。\n")
    assert form is not None
    assert (form.title, form.notes) == ("汇总", ("注:从略。",))
