"""The grid of 附件6 as prescribed: headings, numbers, title, sign line and notes."""

from __future__ import annotations

from collections.abc import Callable

from engine.annexes import annex6
from engine.annexes.form import Form, Paper
from processes.model.department import Department
from processes.model.places import Text
from processes.model.plan import FormText, Plan

LEAVES = (
    "序号",
    "事项名称",
    "是否公开 / 优化前",
    "是否公开 / 优化后",
    "放权力 / 是否在本次优化中 / 取消",
    "放权力 / 是否在本次优化中 / 下放",
    "放权力 / 下放承接层级",
    "减环节 / 优化前(个)",
    "减环节 / 优化后(个)",
    "减环节 / 减少数量(个)",
    "减环节 / 减少前有哪些环节",
    "减环节 / 减少后有哪些环节",
    "简程序 / 优化前(个)",
    "简程序 / 优化后(个)",
    "简程序 / 简化数量(个)",
    "简程序 / 简化前有哪些程序",
    "简程序 / 简化后有哪些程序",
    "减材料 / 优化前(件)",
    "减材料 / 优化后(件)",
    "减材料 / 减少数量(件)",
    "减材料 / 减少前有哪些材料",
    "减材料 / 减少后有哪些材料",
    "压时限 / 法定",
    "压时限 / 优化前",
    "压时限 / 优化后",
    "压时限 / 压减天数",
    "备注",
)


def test_the_grid_is_the_prescribed_one(form_of: Callable[..., Form]) -> None:
    """27 columns, numbered 1–26 from 事项名称 on, under four rows of headings."""
    form = form_of()
    assert [column.title for column in form.columns] == list(LEAVES)
    assert [column.number for column in form.columns] == ["", *map(str, range(1, 27))]
    assert form.header_rows == 4
    assert form.paper is Paper.A3
    merges = {(heading.text, heading.column): (heading.row, heading.rows, heading.columns) for heading in form.headings}
    assert merges["序号", 0] == (0, 4, 1)
    assert merges["事项名称", 1] == (0, 3, 1)
    assert merges["是否公开", 2] == (0, 1, 2)
    assert merges["优化前", 2] == (1, 2, 1)
    assert merges["放权力", 4] == (0, 1, 3)
    assert merges["是否在本次优化中", 4] == (1, 1, 2)
    assert merges["取消", 4] == (2, 1, 1)
    assert merges["下放承接层级", 6] == (1, 2, 1)
    assert merges["减环节", 7] == (0, 1, 5)
    assert merges["压时限", 22] == (0, 1, 4)
    assert merges["备注", 26] == (0, 3, 1)


def test_headings_cover_the_grid_exactly_once(form_of: Callable[..., Form]) -> None:
    """With the row of numbers, every one of 4 × 27 header cells belongs to one heading."""
    form = form_of()
    covered = [
        (row, column)
        for heading in form.headings
        for row in range(heading.row, heading.row + heading.rows)
        for column in range(heading.column, heading.column + heading.columns)
    ] + [(3, index) for index, column in enumerate(form.columns) if column.number]
    assert sorted(covered) == [(row, column) for row in range(4) for column in range(27)]


def test_label_title_sign_line_and_notes_are_the_forms(form_of: Callable[..., Form]) -> None:
    """The title begins with the city's name, the notes are printed as in the plan."""
    form = form_of()
    assert (form.code, form.label, form.title) == ("附件6", "附件6", "海林市工作流程优化对比台账")
    assert (form.sign_left, form.unit_name, form.sign_right) == ("单位名称(盖章):", "海林市市场监管局", "主要领导签字:")
    assert [note[:7] for note in form.notes] == ["注:1.表格所", "2.工作时限请", "3.填写总计时", "4.此表为全口"]


def test_a_city_may_print_another_title_and_other_notes(
    a_plan: Callable[..., Plan], a_department: Callable[..., Department]
) -> None:
    """方案.附件.附件6."""
    own = FormText(title="穆棱市流程台账", notes=(Text("注:从略。"),))
    form = annex6.fill(a_department("环保局"), a_plan(form_texts={"附件6": own}), ())
    assert form.title == "穆棱市流程台账"
    assert form.notes == ("注:从略。",)
