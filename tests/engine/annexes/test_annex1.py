"""附件1: every 行政审批事项 as it was handled before the reform."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.annexes.form import Form, Heading, Paper

Body = Callable[[str, str], str]
Cells = Callable[[str, str, str], list[object]]
Changed = Callable[[str, str, str, str], set[tuple[int, str]]]

TEXT = """==> 示范局/单位.yaml <==
名称: 示范局
全称: 示范市示范管理局
内设机构:
  - 综合股
  - 业务股 | 监管
  - 机构: 检测所
    性质: 事业单位
  - 行政审批股 | 审批 | 新设
==> 示范局/01-示范事项.yaml <==
名称: 餐饮许可证核发
收费:
  - 工本费 | 每证4元 | 示价〔2010〕1号
  - 检测费 | 省定标准
条件:
  - 有固定场所
  - 有专业人员
优化前:
  承办: 业务股/审查岗、检测所
  时限: 20工作日
  流程:
    - 受理 | 业务股 | 1工作日 | 形式审查
    - 现场核查 | 检测所 | 10工作日 | 现场核查(2人以上)
    - 决定送达 | 局领导 | 5工作日 | 局长签批、送达
    - 环节: 归档 | 业务股 | 即时 | 归档
      不计环节: 内部事务
  材料: 申请书
优化后:
  时限: 10工作日
==> 示范局/02-处罚.yaml <==
名称: 违法经营处罚
类型: 其他行政权力事项
种类: 行政处罚
==> 示范局/03-停业备案.yaml <==
名称: 停业许可
条件: 无
优化前:
  时限: 即时
  流程:
    - 登记送达 | 综合股 | 即时 | 登记、送达
  材料: 无
优化后: 取消
"""


def test_the_form_is_filled_line_by_line(fill_declared: Callable[[str, str], Form | None], body: Body) -> None:
    """Posts and 不计环节 do not show; what is no 行政审批事项 is left out, what is cancelled later is not."""
    form = fill_declared("附件1", TEXT)
    assert form is not None
    assert (form.label, form.title) == ("附件1", "示范市“两集中三到位”改革基本情况表(改革前)")
    assert (form.sign_left + form.unit_name, form.sign_right) == ("单位名称(盖章):示范市示范管理局", "主要领导签字:")
    assert (form.paper, form.portrait, form.sign_inside, form.notes) == (Paper.A4, False, False, ())
    assert (
        body("附件1", TEXT)
        == """\
序号: 1
改革前基本情况 / 原内设机构名称: 业务股、检测所
改革前基本情况 / 行政审批权力名称: 餐饮许可证核发
改革前基本情况 / 办理条件: 1.有固定场所⏎2.有专业人员
改革前基本情况 / 办理程序: 受理→现场核查→决定送达
改革前基本情况 / 办理时限: 20个工作日
改革前基本情况 / 收费标准: 1.工本费:每证4元(依据:示价〔2010〕1号)⏎2.检测费:省定标准

序号: 2
改革前基本情况 / 原内设机构名称: 综合股
改革前基本情况 / 行政审批权力名称: 停业许可
改革前基本情况 / 办理条件: 无
改革前基本情况 / 办理程序: 登记送达
改革前基本情况 / 办理时限: 即时办结
改革前基本情况 / 收费标准: 不收费
"""
    )


def test_the_grid_is_the_prescribed_one(fill_declared: Callable[[str, str], Form | None]) -> None:
    """7 columns under two rows of headings, no row of numbers, 7 lines printed."""
    form = fill_declared("附件1", TEXT)
    assert form is not None
    assert (len(form.columns), form.header_rows, form.least_rows) == (7, 2, 7)
    assert not any(column.number for column in form.columns)
    assert form.headings[:2] == (Heading("序号", 0, 0, 2, 1), Heading("改革前基本情况", 0, 1, 1, 6))
    assert [heading.text for heading in form.headings[2:]] == [
        *("原内设机构名称", "行政审批权力名称", "办理条件", "办理程序", "办理时限", "收费标准")
    ]


def test_a_department_without_approvals_does_not_file_it(fill_declared: Callable[[str, str], Form | None]) -> None:
    """R201: 承担行政审批事项的市直各部门."""
    assert fill_declared("附件1", "类型: 公共服务事项\n种类: 其他\n") is None


@pytest.mark.parametrize(
    ("declared", "printed"),
    [
        ("条件: 无\n", "无"),
        ("条件: 有固定场所\n", "有固定场所"),
        ("条件:\n  - 有固定场所\n  - 有人\n", "1.有固定场所\n2.有人"),
    ],
)
def test_several_conditions_are_numbered(declared: str, printed: str, cells: Cells) -> None:
    """One a line; a single one needs no number."""
    assert cells("附件1", declared, "conditions") == [printed]


@pytest.mark.parametrize(
    ("declared", "printed"),
    [
        ("20工作日", "20个工作日"),
        ("60自然日", "60个自然日"),
        ("即时", "即时办结"),
        ("无", "无"),
        ("0.5工作日", "0.5个工作日"),
    ],
)
def test_the_unit_of_the_limit_stands_in_the_cell(declared: str, printed: str, cells: Cells) -> None:
    """The form has no 备注 for it; 0 is never printed."""
    text = f"""法定时限: 无
优化前:
  时限: {declared}
  流程:
    - 受理 | 综合股 | 即时 | 登记
  材料: 无
"""
    assert cells("附件1", text, "limit") == [printed]


@pytest.mark.parametrize(
    ("declared", "printed"),
    [
        ("收费: 不收费\n", "不收费"),
        ("", "不收费"),
        ("收费: 工本费\n", "工本费"),
        ("收费: 工本费 | 每证4元\n", "工本费:每证4元"),
        ("收费: 工本费 | 每证4元 | 示价〔2010〕1号\n", "工本费:每证4元(依据:示价〔2010〕1号)"),
        ("收费:\n  项目: 工本费\n  依据: 示价〔2010〕1号\n", "工本费(依据:示价〔2010〕1号)"),
    ],
)
def test_a_fee_is_printed_as_far_as_it_is_declared(declared: str, printed: str, cells: Cells) -> None:
    """Not charged is 不收费, never 无."""
    assert cells("附件1", declared, "fees") == [printed]


def test_offices_are_found_in_the_steps_where_they_are_not_written(cells: Cells) -> None:
    """Each once, in order of appearance; leaders are no 内设机构."""
    assert cells("附件1", "", "offices") == ["综合股、业务股"]


def test_an_approval_in_the_hands_of_leaders_alone_has_no_office(cells: Cells) -> None:
    """Then the cell says 无, and is not left blank."""
    text = """优化前:
  时限: 1工作日
  流程:
    - 决定 | 局领导 | 1工作日 | 签批
  材料: 无
"""
    assert cells("附件1", text, "offices") == ["无"]


@pytest.mark.parametrize(
    ("switches", "printed"),
    [
        ("  附件3环节数: 程序\n", "受理→审查→决定→送达\n程序:形式审查、材料审核、局长签批、送达"),
        ("  环节程序: 标准阶段\n", "受理→审查→决定→送达"),
        (
            "  环节程序: 交接次数\n",
            "综合股(受理)→业务股(审查)→局领导(决定)→综合股(送达)",
        ),
    ],
)
def test_what_is_summed_in_annex_3_is_listed_here(switches: str, printed: str, cells: Cells) -> None:
    """In the chosen counting, so that the number in 附件3 can be counted in this column."""
    assert cells("附件1", f"==> 方案.yaml <==\n口径:\n{switches}", "steps") == [printed]


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("餐饮许可证核发", "餐饮许可", {(0, "name")}),
        ("业务股/审查岗、检测所", "业务股", {(0, "offices")}),
        ("有专业人员", "有人", {(0, "conditions")}),
        ("- 现场核查 |", "- 核查 |", {(0, "steps")}),
        ("20工作日\n  流程", "25工作日\n  流程", {(0, "limit")}),
        ("每证4元", "每证5元", {(0, "fees")}),
        ("示价〔2010〕1号", "示价〔2011〕1号", {(0, "fees")}),
        ("优化后:\n  时限: 10工作日", "优化后:\n  时限: 9工作日", set()),
        ("条件: 无", "条件: 停业满一年", {(1, "conditions")}),
        ("登记送达 |", "登记 |", {(1, "steps")}),
    ],
)
def test_a_cell_tells_the_lines_it_comes_from(
    old: str, new: str, cells: set[tuple[int, str]], changed: Changed
) -> None:
    """Change a line, and the cells that change are those that named it."""
    assert changed("附件1", TEXT, old, new) == cells


def test_a_default_is_the_source_of_what_it_gives(changed: Changed) -> None:
    """方案.yaml and 单位.yaml."""
    plan = "==> 方案.yaml <==\n默认:\n  行政审批事项:\n    收费: 工本费 | 每证4元\n"
    assert changed("附件1", plan, "每证4元", "每证5元") == {(0, "fees")}
    department = "==> 示范局/单位.yaml <==\n默认:\n  所有事项:\n    收费: 不收费\n"
    assert changed("附件1", department, "不收费", "工本费") == {(0, "fees")}


def test_a_city_may_print_another_title_and_add_notes(fill_declared: Callable[[str, str], Form | None]) -> None:
    """方案.附件.附件1."""
    form = fill_declared("附件1", "==> 方案.yaml <==\n附件:\n  附件1:\n    标题: 审批情况表\n    注: 注:从略。\n")
    assert form is not None
    assert (form.title, form.notes) == ("审批情况表", ("注:从略。",))
