"""附件9 of the city: every department of the plan, groups and the whole summed up."""

from __future__ import annotations

from collections.abc import Callable

from engine.annexes import annex9
from engine.annexes.form import Form
from processes.model.plan import Plan
from tests.declaring import Declared

Declare = Callable[[str], Declared]

CITY = """==> 方案.yaml <==
部门:
  甲组: 发改局、示范局
  乙组: 公安局
  丙组: 税务局
==> 公安局/单位.yaml <==
名称: 公安局
全称: 示范市公安局
==> 公安局/01-公安事项.yaml <==
名称: 公安事项
优化后: 取消
==> 示范局/01-示范事项.yaml <==
优化后:
  时限: 6工作日
"""


def plan_of(declared: Declared) -> Plan:
    """The plan of the small project."""
    assert declared.checked.workspace is not None
    return declared.checked.workspace.plan


def city_of(declared: Declared) -> Form:
    """附件9 of the city."""
    workspace = declared.checked.workspace
    assert workspace is not None
    pairs = [(one, declared.checked.matters_of(one.name)) for one in workspace.departments]
    return annex9.fill_city(workspace.plan, pairs)


def test_the_city_lists_every_department_of_the_plan(declare: Declare) -> None:
    """In the plan's order with a number each; one that has filed nothing says so in words, never 0."""
    form = city_of(declare(CITY))
    heads = [[row[column].value for column in range(3)] for row in form.rows]
    assert heads == [
        [1, "发改局", "未申报"],
        [2, "示范局", 1],
        ["小计", "甲组", 1],
        [3, "公安局", 1],
        ["小计", "乙组", 1],
        [4, "税务局", "未申报"],
        ["小计", "丙组", "未申报"],
    ]
    assert {cell.value for cell in form.rows[0][3:]} == {"——"}
    assert form.subtotals == (2, 4, 6)
    assert form.unit_name == "市编办"


def test_the_city_total_comes_last(declare: Declare) -> None:
    """合计 of those that have filed, and how many of the plan's departments these are."""
    form = city_of(declare(CITY))
    assert form.total is not None
    assert not form.total_first
    assert [cell.value for cell in form.total[:3]] == ["合计", "4个部门,已申报2个", 2]
    # 公安局 gives up 4 环节, 4 程序, 2 材料 and 10 days, 示范局 saves 4 days.
    assert [form.total[column - 1].value for column in (8, 13, 14, 16, 18, 19, 20)] == [2, 1, 4, 4, 2, 2, 14]
    assert all(cell.sources for cell in form.total[1:])


def test_a_city_in_which_nobody_has_filed_has_no_numbers(declare: Declare) -> None:
    """合计 says 未申报 as well."""
    form = annex9.fill_city(plan_of(declare("")), [])
    assert form.total is not None
    assert [cell.value for cell in form.total[:4]] == ["合计", "5个部门,已申报0个", "未申报", "——"]


def test_bodies_outside_the_plan_are_no_part_of_the_city(declare: Declare) -> None:
    """A 镇 reforms by itself (工作方案 二)."""
    outside = """==> 示范局/单位.yaml <==
名称: 示范镇
范围外: 是
"""
    form = city_of(declare(outside))
    assert "示范镇" not in {row[1].value for row in form.rows}


def test_a_department_that_the_plan_does_not_name_comes_last(declare: Declare) -> None:
    """R101 reports it; its numbers are in 附件6 of the city and so in 合计 here."""
    form = city_of(declare("==> 方案.yaml <==\n部门:\n  甲组: 发改局\n"))
    assert [row[1].value for row in form.rows] == ["发改局", "甲组", "示范局"]
    assert form.total is not None
    assert form.total[2].value == 1
