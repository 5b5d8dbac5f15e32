"""附件3: the rows of 附件1 and 附件2 added up."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from engine.annexes.form import Form

Fill = Callable[[str, str], Form | None]
Cells = Callable[[str, str, str], list[object]]
Changed = Callable[[str, str, str, str], set[tuple[int, str]]]

PROCESS = """  流程:
    - 受理 | 综合股 | 即时 | 形式审查
    - 送达 | 综合股 | 即时 | 送达
  材料: 申请书
"""
"""Two 环节, two 程序."""

TEXT = """==> 示范局/单位.yaml <==
内设机构:
  - 综合股
  - 业务股 | 监管
  - 行政审批股 | 审批 | 新设
行政审批股:
  方式: 撤一建一
==> 示范局/01-示范事项.yaml <==
名称: 餐饮许可证核发
优化前:
  收费:
    - 工本费 | 每证4元
    - 检测费 | 省定标准
  时限: 20工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | 10工作日 | 材料审核、现场核查
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书
优化后:
  承办: 行政审批股
  收费: 检测费 | 省定标准
  时限: 13工作日
  流程:
    - 受理 | 1工作日 | 形式审查
    - 审查送达 | 9工作日 | 材料审核、送达
==> 示范局/02-停业许可.yaml <==
名称: 停业许可
优化前:
  时限: 10工作日
  流程:
    - 登记 | 业务股 | 1工作日 | 登记
  材料: 无
优化后: 取消
==> 示范局/03-处罚.yaml <==
名称: 违法经营处罚
类型: 其他行政权力事项
种类: 行政处罚
"""


def test_the_form_is_filled_line_by_line(fill_declared: Fill, body: Callable[[str, str], str]) -> None:
    """Sums, per cent to one decimal, reasons; matters of other types take no part."""
    form = fill_declared("附件3", TEXT)
    assert form is not None
    assert form.title == "示范市“两集中三到位”改革汇总表"
    assert (
        body("附件3", TEXT)
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
    form = fill_declared("附件3", TEXT)
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
    grown = f"优化前:\n  收费: 不收费\n  时限: 即时\n{PROCESS}优化后:\n  收费: 工本费\n  时限: 1工作日\n"
    assert cells("附件3", grown, "fees") == [0, 1, "——", "无"]
    assert cells("附件3", grown, "days") == [0, 1, "——", "工作日"]


def test_growth_is_shown_as_what_it_is(cells: Cells) -> None:
    """R708 reports it; the form hides nothing."""
    grown = f"优化前:\n  时限: 3工作日\n{PROCESS}优化后:\n  时限: 4工作日\n"
    assert cells("附件3", grown, "days") == [3, 4, Fraction("-33.3"), "工作日"]


@pytest.mark.parametrize(
    ("before", "after", "share"),
    [(20, 13, 35), (30, 20, Fraction("33.3")), (45, 30, Fraction("33.3")), (8, 7, Fraction("12.5"))],
)
def test_per_cent_has_one_decimal(before: int, after: int, share: Fraction, cells: Cells) -> None:
    """(前-后)/前×100, rounded half up: the exact share is for the rules."""
    text = f"优化前:\n  时限: {before}工作日\n{PROCESS}优化后:\n  时限: {after}工作日\n"
    assert cells("附件3", text, "days")[2] == share


def test_an_office_counts_once_however_many_matters_it_handles(cells: Cells) -> None:
    """Distinct units of 附件1 and 附件2, with or without a post."""
    text = "承办: 综合股/受理岗、业务股\n==> 示范局/02-乙.yaml <==\n名称: 乙许可\n承办: 业务股\n"
    assert cells("附件3", text, "offices")[:2] == [2, 2]


@pytest.mark.parametrize(
    ("declared", "printed"),
    [
        ("  方式: 已建立\n", "行政审批股:已建立"),
        ("  方式: 加挂牌子\n  原因: 只有3个内设机构\n", "行政审批股:加挂牌子(只有3个内设机构)"),
    ],
)
def test_it_is_said_how_the_office_was_formed(declared: str, printed: str, cells: Cells) -> None:
    """R203 knows three ways; the third needs a reason (R206)."""
    assert cells("附件3", f"==> 示范局/单位.yaml <==\n行政审批股:\n{declared}", "offices")[3] == printed


def test_what_was_devolved_is_named_with_its_receiver(cells: Cells) -> None:
    """It has no row in 附件2; 备注 says why."""
    text = "优化后:\n  下放: 镇(乡)\n==> 示范局/02-乙.yaml <==\n名称: 乙许可\n优化后: 取消\n"
    assert cells("附件3", text, "powers") == [2, 0, 100, "取消1个:乙许可;下放1个:示范事项(镇(乡))"]
    assert cells("附件3", text, "steps")[:3] == [8, 0, 100]
    assert cells("附件3", text, "days")[:3] == [20, 0, 100]


@pytest.mark.parametrize(
    ("switches", "before", "after", "share", "remark"),
    [
        ("环节", 4, 2, 50, "无"),
        ("程序", 5, 3, 40, "按程序计"),
        ("两者", "环节4,程序5", "环节2,程序3", "环节50,程序40", "按环节、程序计"),
    ],
)
def test_a_city_chooses_what_counts_as_step(
    switches: str, before: object, after: object, share: object, remark: str, cells: Cells
) -> None:
    """口径.附件3环节数: the wording of the form mixes 程序 and 环节."""
    text = f"==> 方案.yaml <==\n口径:\n  附件3环节数: {switches}\n{TEXT}"
    assert cells("附件3", text, "steps") == [before, after, share, remark]


def test_another_counting_of_steps_is_said(cells: Cells) -> None:
    """口径.环节程序: 受理、审查、送达 before, 受理、审查、送达 after; 登记 stands for itself."""
    text = f"==> 方案.yaml <==\n口径:\n  环节程序: 标准阶段\n{TEXT}"
    assert cells("附件3", text, "steps") == [4, 3, 25, "按标准阶段计"]


@pytest.mark.parametrize(
    ("switches", "before", "after", "share", "remark"),
    [
        ("项目", 2, 1, 50, "无"),
        ("事项", 1, 1, 0, "按收费的事项数计"),
        ("金额", 4, "无", "——", "按金额计,单位:元;改革前1项、改革后1项收费不是定额,未计入"),
    ],
)
def test_a_city_chooses_what_counts_as_fee(
    switches: str, before: object, after: object, share: object, remark: str, cells: Cells
) -> None:
    """口径.附件3收费; a standard that is no fixed sum cannot be added up, and is not taken for 0."""
    text = f"==> 方案.yaml <==\n口径:\n  附件3收费: {switches}\n{TEXT}"
    assert cells("附件3", text, "fees") == [before, after, share, remark]


@pytest.mark.parametrize(
    ("standard", "amount"),
    [
        ("每证4元", 4),
        ("10元/本", 10),
        ("８０元", 80),
        ("0.5元/份", Fraction(1, 2)),
        ("每平方米30元", "无"),
        ("住宅每件80元,非住宅每件550元", "无"),
        ("省定标准", "无"),
    ],
)
def test_an_amount_is_summed_when_it_is_the_same_for_every_case(standard: str, amount: object, cells: Cells) -> None:
    """元 for a case, a licence or a copy; not for an area, and not one of two."""
    text = f"==> 方案.yaml <==\n口径:\n  附件3收费: 金额\n==> 示范局/01-示范事项.yaml <==\n收费: 费 | {standard}\n"
    assert cells("附件3", text, "fees")[0] == amount


MIXED = f"""法定时限: 60自然日
优化前:
  时限: 60自然日
{PROCESS}优化后:
  时限: 20自然日
==> 示范局/02-乙.yaml <==
名称: 乙许可
优化后:
  时限: 7工作日
==> 示范局/03-丙.yaml <==
名称: 丙许可
优化后:
  时限: 6工作日
"""


def test_two_kinds_of_day_are_not_added_silently(cells: Cells) -> None:
    """The sum is nominal; 备注 says how much of it is of the rarer kind."""
    assert cells("附件3", MIXED, "days") == [
        *(80, 33, Fraction("58.8")),
        "以工作日为主,其中自然日改革前60日、改革后20日",
    ]


def test_limits_that_do_not_exist_are_not_added(cells: Cells) -> None:
    """无 counts as no value, as in 总计 of 附件6; 备注 says so, for 0 alone would read 即时办结."""
    one = f"法定时限: 无\n优化前:\n  时限: 无\n{PROCESS}优化后:\n  时限: 5工作日\n"
    assert cells("附件3", one, "days") == [0, 5, "——", "工作日;改革前1个、改革后0个事项没有时限,未计入"]
    two = f"{one}==> 示范局/02-乙.yaml <==\n名称: 乙许可\n"
    assert cells("附件3", two, "days")[:3] == [10, 15, -50]


def test_on_the_spot_is_zero_days(cells: Cells) -> None:
    """即时办结 has no kind of day."""
    assert cells("附件3", f"优化前:\n  时限: 即时\n{PROCESS}", "days") == [0, 0, "——", "无"]


def test_key_projects_are_shown_by_themselves(cells: Cells) -> None:
    """R214: 除市级重点工程项目外; they stay in the sums, so that these are those of 附件1 and 附件2."""
    text = f"{TEXT}==> 示范局/04-重点.yaml <==\n名称: 重点工程许可\n重点项目: 是\n"
    assert cells("附件3", text, "steps") == [
        *(8, 6, 25),
        "其中市级重点工程项目1个(不受缩减三分之一限制):改革前4、改革后4,其余事项压缩百分比50",
    ]
    assert cells("附件3", text, "days") == [
        *(40, 23, Fraction("42.5")),
        "工作日;其中市级重点工程项目1个(不受缩减三分之一限制):改革前10、改革后10,其余事项压缩百分比56.7",
    ]


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
    assert changed("附件3", TEXT, old, new) == cells


def test_a_number_afterwards_comes_from_the_cancelling_too(changed: Changed) -> None:
    """The row is missing because of that line, so every number after it comes from there."""
    found = changed("附件3", TEXT, "优化后: 取消", "优化后: 不变")
    assert found >= {(1, "powers"), (2, "powers"), (3, "powers"), (1, "steps"), (1, "days"), (1, "offices")}
    assert not any(row == 0 for row, _ in found)


def test_cells_say_how_they_were_computed(fill_declared: Fill) -> None:
    """Formulas in the words of 附件1 and 附件2."""
    form = fill_declared("附件3", TEXT)
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


CITY = f"""{TEXT}==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住建局
内设机构:
  - 综合股
  - 业务股
行政审批股:
  方式: 已建立
==> 住建局/01-施工许可.yaml <==
名称: 施工许可
优化后:
  时限: 5工作日
==> 税务局/单位.yaml <==
名称: 税务局
全称: 示范市税务局
内设机构: 综合股、业务股
==> 税务局/01-咨询.yaml <==
名称: 税务咨询
类型: 公共服务事项
种类: 其他
==> 示范镇/单位.yaml <==
名称: 示范镇
全称: 示范镇人民政府
范围外: 是
内设机构: 综合股、业务股
==> 示范镇/01-建房.yaml <==
名称: 建房许可
"""


def test_the_city_is_the_sum_of_its_departments(fill_city_declared: Callable[[str, str], Form]) -> None:
    """股室 of the same name in two departments are two; a town outside the scope takes no part."""
    form = fill_city_declared("附件3", CITY)
    assert form.unit_name == "市编办"
    assert [[cell.value for cell in row[1:]] for row in form.rows] == [
        [4, 3, 8, 40, 2],
        [3, 2, 6, 18, 1],
        [25, Fraction("33.3"), 25, 55, 50],
        ["行政审批股:已建立1个、撤一建一1个", "取消1个", "无", "工作日", "无"],
    ]
    assert form.rows[0][1].formula == "各部门附件1所列内设机构的个数,同一机构只计一次"


def test_below_the_citys_sums_stands_who_contributes_what(fill_city_declared: Callable[[str, str], Form]) -> None:
    """R810: in the plan's order, and who is left out is named."""
    form = fill_city_declared("附件3", CITY)
    assert form.notes[1:] == (
        "示范局:股室2→1(压缩50%);行政审批权力2→1(压缩50%);办理程序环节4→2(压缩50%);"  # noqa: ISC004 - one note
        "办理时限30→13工作日(压缩56.7%);收费2→1(压缩50%)。",
        "住建局:股室2→2;行政审批权力1→1;办理程序环节4→4;办理时限10→5工作日(压缩50%);收费0→0。",
        "没有行政审批事项、不填本表的部门:税务局。",
        "没有可汇总的申报、未计入的部门:发改局、公安局。",
    )


def test_a_city_without_approvals_has_sums_of_nothing(fill_city_declared: Callable[[str, str], Form]) -> None:
    """0 everywhere, and nothing to take a share of."""
    form = fill_city_declared("附件3", "类型: 公共服务事项\n种类: 其他\n")
    assert [[cell.value for cell in row[1:]] for row in form.rows] == [[0] * 5, [0] * 5, ["——"] * 5, ["无"] * 5]


def test_a_city_may_print_another_title_and_other_notes(fill_declared: Fill) -> None:
    """方案.附件.附件3."""
    form = fill_declared("附件3", "==> 方案.yaml <==\n附件:\n  附件3:\n    标题: 汇总\n    注: 注:从略。\n")
    assert form is not None
    assert (form.title, form.notes) == ("汇总", ("注:从略。",))
