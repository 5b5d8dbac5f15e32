"""附件5: what was found wrong with the workflows, and what is done about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.annexes.form import Form, Heading

Fill = Callable[[str, str], Form | None]
Changed = Callable[[str, str, str, str], set[tuple[int, str]]]

TEXT = """==> 示范局/01-咨询.yaml <==
名称: 政策咨询服务
类型: 公共服务事项
种类: 其他
问题: 仍需提供无谓证明
==> 示范局/01-示范事项.yaml <==
名称: 餐饮许可证核发
问题:
  - 环节多 | 初审并入受理 | 综合股、业务股 | 问卷
  - 问题: 时限长,用足法定时限
    措施: 压缩到13个工作日
==> 示范局/02-变更.yaml <==
名称: 变更许可
问题: 无
==> 示范局/03-延续.yaml <==
名称: 延续许可
==> 示范局/04-注销.yaml <==
名称: 注销许可
问题: 无
"""


def test_the_form_is_filled_line_by_line(fill_declared: Fill, body: Callable[[str, str], str]) -> None:
    """A row a problem in the order of 附件4, the name repeated; below, the matters that have none and why."""
    form = fill_declared("附件5", TEXT)
    assert form is not None
    assert form.title == "示范市工作流程问题清单"
    assert (
        body("附件5", TEXT)
        == """\
序号: 1
事项名称: 餐饮许可证核发
问题内容: 环节多
整改措施: 初审并入受理
承办内设机构: 综合股、业务股
备注: 问卷

序号: 2
事项名称: 餐饮许可证核发
问题内容: 时限长,用足法定时限
整改措施: 压缩到13个工作日
承办内设机构: 无
备注: 无

序号: 3
事项名称: 政策咨询服务
问题内容: 仍需提供无谓证明
整改措施: 无
承办内设机构: 无
备注: 无

已评估、未发现问题的事项:变更许可、注销许可。
尚未评估的事项:延续许可。
"""
    )


def test_the_grid_is_the_prescribed_one(fill_declared: Fill) -> None:
    """6 columns, one row of headings, no numbers, no 注; the sign line inside, 9 lines printed."""
    form = fill_declared("附件5", "问题: 环节多\n")
    assert form is not None
    assert form.headings == tuple(
        Heading(text, 0, column)
        for column, text in enumerate(("序号", "事项名称", "问题内容", "整改措施", "承办内设机构", "备注"))
    )
    assert (form.header_rows, form.least_rows, form.sign_inside, form.notes) == (1, 9, True, ())


def test_a_department_in_which_nothing_was_found_says_so(fill_declared: Fill) -> None:
    """All were evaluated: one row of 无, from the lines that say it; never a blank form."""
    form = fill_declared("附件5", "问题: 无\n==> 示范局/02-乙.yaml <==\n名称: 乙许可\n问题: 无\n")
    assert form is not None
    assert [[cell.value for cell in row] for row in form.rows] == [["无"] * 6]
    assert [(place.file, place.line) for place in form.rows[0][2].sources] == [
        ("示范局/01-示范事项.yaml", 1),
        ("示范局/02-乙.yaml", 2),
    ]
    assert form.notes == ("已评估、未发现问题的事项:示范事项、乙许可。",)


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("", ("尚未评估的事项:示范事项。",)),
        (
            "问题: 无\n==> 示范局/02-乙.yaml <==\n名称: 乙许可\n",
            ("已评估、未发现问题的事项:示范事项。", "尚未评估的事项:乙许可。"),
        ),
    ],
)
def test_not_evaluated_is_not_nothing_found(text: str, notes: tuple[str, ...], fill_declared: Fill) -> None:
    """R320: the lines stay free to write on, and below stands what is still to be done."""
    form = fill_declared("附件5", text)
    assert form is not None
    assert (form.rows, form.notes) == ((), notes)


def test_a_department_without_matters_has_nothing_to_evaluate(fill_declared: Fill) -> None:
    """Nothing was found, but nothing was looked at either."""
    form = fill_declared("附件5", "==> 示范局/01-示范事项.yaml <==\n# 删除\n")
    assert form is not None
    assert (form.rows, form.notes) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("名称: 餐饮许可证核发", "名称: 餐饮许可", {(0, "name"), (1, "name")}),
        ("环节多", "程序多", {(0, "problem")}),
        ("初审并入受理", "取消初审", {(0, "measure")}),
        ("综合股、业务股", "综合股", {(0, "offices")}),
        ("| 问卷", "| 自查", {(0, "remark")}),
        ("压缩到13个工作日", "压缩到12个工作日", {(1, "measure")}),
        ("仍需提供无谓证明", "程序繁琐", {(2, "problem")}),
    ],
)
def test_a_cell_tells_the_lines_it_comes_from(
    old: str, new: str, cells: set[tuple[int, str]], changed: Changed
) -> None:
    """Change a line, and the cells that change are those that named it."""
    assert changed("附件5", TEXT, old, new) == cells


def test_a_city_may_print_another_title_and_add_notes(fill_declared: Fill) -> None:
    """方案.附件.附件5; what stands below for the reader stays."""
    form = fill_declared("附件5", "==> 方案.yaml <==\n附件:\n  附件5:\n    标题: 清单\n    注: 注:从略。\n")
    assert form is not None
    assert (form.title, form.notes) == ("清单", ("注:从略。", "尚未评估的事项:示范事项。"))
