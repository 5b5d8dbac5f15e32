"""附件2: the 行政审批事项 that stay, as they are handled after the reform."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.annexes.form import Form, Heading

Fill = Callable[[str, str], Form | None]
Changed = Callable[[str, str, str, str], set[tuple[int, str]]]

TEXT = """==> 方案.yaml <==
承接层级: 镇(乡)
==> 示范局/单位.yaml <==
内设机构:
  - 综合股
  - 业务股 | 监管
  - 机构: 行政审批股 | 审批 | 新设
    加挂: 登记管理股
==> 示范局/01-停业许可.yaml <==
名称: 停业许可
优化后: 取消
==> 示范局/01-示范事项.yaml <==
名称: 餐饮许可证核发
条件: 有固定场所
优化前:
  收费: 工本费 | 每证4元
  时限: 20工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | 10工作日 | 材料审核
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书
优化后:
  承办: 行政审批股/审查岗
  收费: 不收费
  时限: 10工作日
  流程:
    - 受理 | 1工作日 | 形式审查
    - 审查送达 | 9工作日 | 材料审核、送达
==> 示范局/02-小作坊登记.yaml <==
名称: 小作坊许可
优化后:
  下放: 镇(乡)
==> 示范局/03-变更许可.yaml <==
名称: 变更许可
"""


def test_the_form_is_filled_line_by_line(fill_declared: Fill, body: Callable[[str, str], str]) -> None:
    """The order of 附件1 without what is cancelled or devolved; the office with the name it also carries (R203)."""
    form = fill_declared("附件2", TEXT)
    assert form is not None
    assert form.title == "示范市“两集中三到位”改革基本情况表(改革后)"
    assert (
        body("附件2", TEXT)
        == """\
序号: 1
改革后基本情况 / 现内设机构名称: 行政审批股(挂登记管理股牌子)
改革后基本情况 / 行政审批权力名称: 餐饮许可证核发
改革后基本情况 / 办理条件: 有固定场所
改革后基本情况 / 办理程序: 受理→审查送达
改革后基本情况 / 办理时限: 10个工作日
改革后基本情况 / 收费标准: 不收费

序号: 2
改革后基本情况 / 现内设机构名称: 综合股、业务股
改革后基本情况 / 行政审批权力名称: 变更许可
改革后基本情况 / 办理条件: 无
改革后基本情况 / 办理程序: 受理→审查→决定→送达
改革后基本情况 / 办理时限: 10个工作日
改革后基本情况 / 收费标准: 不收费
"""
    )


def test_the_order_is_that_of_annex_1(fill_declared: Fill) -> None:
    """So that the two sheets compare line by line."""
    old, new = (fill_declared(code, TEXT) for code in ("附件1", "附件2"))
    assert old is not None
    assert new is not None
    assert [cell.value for cell in old.column("name")] == ["停业许可", "餐饮许可证核发", "小作坊许可", "变更许可"]
    assert [cell.value for cell in new.column("name")] == ["餐饮许可证核发", "变更许可"]


def test_the_grid_is_that_of_annex_1_with_other_words(fill_declared: Fill) -> None:
    """改革后, 现 instead of 原, and 8 lines printed."""
    form = fill_declared("附件2", TEXT)
    assert form is not None
    assert (len(form.columns), form.header_rows, form.least_rows, form.sign_inside) == (7, 2, 8, False)
    assert form.headings[1:3] == (Heading("改革后基本情况", 0, 1, 1, 6), Heading("现内设机构名称", 1, 1, 1, 1))


@pytest.mark.parametrize("after", ["取消", "\n  下放: 镇(乡)", "\n  取消: 没有上位法依据"])
def test_a_department_that_keeps_nothing_says_so(after: str, fill_declared: Fill) -> None:
    """It had 行政审批事项, so it files the form: 无 throughout, because of what was done with them."""
    form = fill_declared("附件2", f"优化后: {after}\n")
    assert form is not None
    assert [{cell.value for cell in row} for row in form.rows] == [{"无"}]
    assert {place.line for cell in form.rows[0] for place in cell.sources} == {1 + after.count("\n")}


def test_a_department_without_approvals_does_not_file_it(fill_declared: Fill) -> None:
    """R201."""
    assert fill_declared("附件2", "类型: 公共服务事项\n种类: 其他\n") is None


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("加挂: 登记管理股", "加挂: 登记管理局", {(0, "offices")}),
        ("行政审批股/审查岗", "业务股", {(0, "offices")}),
        ("有固定场所", "有场所", {(0, "conditions")}),
        ("审查送达 |", "审查发证 |", {(0, "steps")}),
        ("时限: 10工作日", "时限: 即时", {(0, "limit")}),
        ("收费: 不收费", "收费: 工本费 | 每证2元", {(0, "fees")}),
        ("每证4元", "每证3元", set()),
        ("名称: 变更许可", "名称: 变更核准", {(1, "name")}),
    ],
)
def test_a_cell_tells_the_lines_it_comes_from(
    old: str, new: str, cells: set[tuple[int, str]], changed: Changed
) -> None:
    """Of what 优化后 does not say, the line is that of 优化前 or of the whole matter."""
    assert changed("附件2", TEXT, old, new) == cells
