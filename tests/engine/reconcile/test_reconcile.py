"""恒等关系 between forms: what each of them compares, and what it says when it does not hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from engine.annexes.form import Card, Cell, Field
from engine.reconcile.certificate import Certificate, file_city, file_department, reconcile, reconcile_city
from engine.reconcile.values import TOTAL_ROW, Filed, Value
from processes.model.plan import Switches
from tests.declaring import Declared
from tests.engine.reconcile.handmade import boxes, cards, early_forms

Declare = Callable[[str], Declared]

THREE = """==> 示范局/01-示范事项.yaml <==
优化后:
  时限: 6工作日
  材料: 申请书
==> 示范局/02-取消的事项.yaml <==
名称: 取消的事项
优化后: 取消
==> 示范局/03-服务.yaml <==
名称: 服务
类型: 公共服务事项
种类: 社会保障
"""
"""附件6: 12, 4 个环节 before, 8 after; 附件1 has two rows of 4 环节, 附件2 one."""


def filed_of(declared: Declared, switches: Switches | None = None) -> Filed:
    """All forms of 示范局: 附件1–5 and 7 made by hand."""
    workspace = declared.checked.workspace
    assert workspace is not None
    matters = declared.checked.matters_of("示范局")
    department = workspace.department("示范局")
    assert department is not None
    plan = replace(workspace.plan, switches=switches or workspace.plan.switches)
    filed = file_department((department, matters), plan, boxes(matters))
    return replace(filed, forms={**filed.forms, **early_forms(matters)}, cards=cards(matters))


def changed(filed: Filed, code: str, row: int, column: int, value: Value) -> Filed:
    """The same with another value in a cell."""
    form = filed.forms[code]
    cells = list(form.total if row == TOTAL_ROW and form.total else form.rows[row])
    cells[column] = Cell(value)
    if row == TOTAL_ROW:
        form = replace(form, total=tuple(cells))
    else:
        form = replace(form, rows=(*form.rows[:row], tuple(cells), *form.rows[row + 1 :]))
    return replace(filed, forms={**filed.forms, code: form})


def contradictions(filed: Filed, switches: Switches | None = None) -> set[tuple[str, Value, Value]]:
    """Name, expected and found of what does not hold."""
    certificate = reconcile(filed, switches or Switches())
    return {(one.name, one.expected, one.found) for one in certificate.contradictions}


def test_forms_made_from_the_same_declarations_agree(declare: Declare) -> None:
    """Nothing is typed twice, so nothing contradicts anything; every form takes part."""
    certificate = reconcile(filed_of(declare(THREE)), Switches())
    assert certificate.contradictions == ()
    assert certificate.subject == "示范局"
    assert certificate.forms == tuple(f"附件{number}" for number in range(1, 11))
    assert len(certificate.by_name) > 30
    assert certificate.cells > 150


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (("附件6", TOTAL_ROW, 1, 4), ("附件6总计第1栏=附件6的行数", 3, 4)),
        (("附件6", TOTAL_ROW, 1, 4), ("附件6总计第1栏=附件4的行数", 3, 4)),
        (("附件6", TOTAL_ROW, 4, 2), ("附件6总计第2至5栏=各行为“是”的个数", 1, 2)),
        (("附件6", TOTAL_ROW, 9, 5), ("附件6总计=各行之和", 4, 5)),
        (("附件6", TOTAL_ROW, 9, 5), ("附件9第14栏=附件6总计第9栏", 5, 4)),
        (("附件6", TOTAL_ROW, 26, 3), ("附件6总计第26栏=进行了优化的行数", 2, 3)),
        (("附件6", 0, 9, 1), ("附件6减少数=优化前-优化后", 0, 1)),
        (("附件6", 0, 10, "1.受理"), ("附件6所列项数=数量", 1, 4)),
        (("附件6", 0, 8, 3), ("附件6第8栏=附件8主线环节数", 4, 3)),
        (("附件6", 0, 1, "示范"), ("附件6的事项=附件4的事项", "附件4中的一个事项名称", "示范")),
        (("附件9", 0, 2, 4), ("附件9第3栏=附件6总计第1栏", 3, 4)),
        (("附件9", 0, 2, 4), ("附件9第3栏=附件4的行数", 3, 4)),
        (("附件9", 0, 3, 3), ("附件9总数=四类事项数之和", 4, 3)),
        (("附件9", 0, 3, 3), ("附件9第4至7栏=附件4各类事项数", 2, 3)),
        (("附件9", 0, 7, 3), ("附件9第8栏=附件6总计第26栏", 2, 3)),
        (("附件9", 0, 10, 2), ("附件9优化的事项数不大于梳理的事项数", "不大于1", 2)),
        (("附件9", 0, 12, 2), ("附件9第13栏=附件6第9栏大于0的事项数", 1, 2)),
        (("附件9", 0, 19, 15), ("附件9第20栏=附件6总计第25栏", 14, 15)),
        (("附件1", 0, 2, "别的"), ("附件1的事项=附件4的行政审批事项", "附件4中的一个行政审批事项", "别的")),
        (("附件4", 0, 2, "其他事项"), ("附件9第4至7栏=附件4各类事项数", 1, 2)),
        (("附件4", 0, 1, "别的"), ("附件4的事项=附件6的事项", "附件6中的一个事项名称", "别的")),
        (("附件2", 0, 2, "取消的事项"), ("附件2的事项=附件1的事项减去取消、下放的", "示范事项", "取消的事项")),
        (("附件3", 0, 2, 3), ("附件3改革前=附件1各行之和", 2, 3)),
        (("附件3", 1, 3, 5), ("附件3改革后=附件2各行之和", 4, 5)),
        (("附件3", 0, 4, 21), ("附件3改革前=附件1各行之和", 20, 21)),
        (("附件5", 0, 1, "别的"), ("附件5的事项都在附件4中", "附件4中的一个事项名称", "别的")),
        (("附件10", 0, 1, "别的"), ("附件10的事项都是附件6中公开的事项", "附件6中已公开或将公开的一个事项名称", "别的")),
        (("附件10", 0, 3, "承诺时限:7个工作日"), ("附件10承诺时限=附件6第24栏", "6(工作日)", "7个工作日")),
        (("附件10", 0, 3, "承诺时限:6个自然日"), ("附件10承诺时限=附件6第24栏", "6(工作日)", "6个自然日")),
        (("附件10", 0, 3, "承诺时限:10个工作日"), ("附件10修改后的内容与原内容不同", "与需要更改的内容不同", "承诺时限:10个工作日")),
        (("附件10", 0, 3, "删除该事项"), ("附件10删除的事项=附件6取消的事项", "是", "否")),
    ],
)  # fmt: skip
def test_a_wrong_cell_contradicts_the_others(
    cell: tuple[str, int, int, Value], said: tuple[str, Value, Value], declare: Declare
) -> None:
    """Each identity of annexes.md, with what should stand there and what stands there."""
    assert said in contradictions(changed(filed_of(declare(THREE)), *cell))


@pytest.mark.parametrize(
    ("label", "text", "name"),
    [
        ("事项名称", "别的", "附件7事项名称=附件6第1栏"),
        ("法定时限", "20个自然日", "附件7法定时限=附件6第22栏"),
        ("承诺时限", "即时办结", "附件7承诺时限=附件6第24栏"),
        ("承诺时限", "很快", "附件7承诺时限=附件6第24栏"),
        ("申报所需材料", "1.申请书\n2.照片", "附件7材料数=附件6第18栏"),
    ],
)
def test_a_wrong_card_contradicts_annex6(label: str, text: str, name: str, declare: Declare) -> None:
    """附件7: names, both limits with their unit, the number of materials."""
    filed = filed_of(declare(THREE))

    def with_text(card: Card) -> Card:
        def other(field: Field) -> Field:
            return replace(field, cell=Cell(text)) if field.label.startswith(label) else field

        return replace(card, rows=tuple(tuple(map(other, row)) for row in card.rows))  # type: ignore[misc]

    filed = replace(filed, cards={**filed.cards, "示范事项": with_text(filed.cards["示范事项"])})
    assert name in {one for one, _, _ in contradictions(filed)}


def test_a_cancelled_matter_has_no_card(declare: Declare) -> None:
    """附件7 names = 附件6 names − cancelled: neither one too many nor one too few."""
    filed = filed_of(declare(THREE))
    cards_ = dict(filed.cards)
    cards_["取消的事项"] = cards_.pop("服务")
    assert {(expected, found) for name, expected, found in contradictions(replace(filed, cards=cards_)) if "附件7的" in name} == {
        ("没有告知单", "有告知单"),
        ("有告知单", "没有告知单"),
    }  # fmt: skip


def test_what_stays_must_not_be_left_out_of_annex2(declare: Declare) -> None:
    """附件2 rows = those of 附件1 − cancelled − devolved: a row that is missing is told at its row in 附件1."""
    filed = filed_of(declare(THREE))
    two = replace(filed.forms["附件2"], rows=())
    found = contradictions(replace(filed, forms={**filed.forms, "附件2": two}))
    assert ("附件1中保留的事项都在附件2中", "附件2中的一个事项名称", "示范事项") in found


def test_a_city_in_which_nobody_has_filed_agrees(declare: Declare) -> None:
    """未申报 in 合计 is no number to be compared."""
    workspace = declare("").checked.workspace
    assert workspace is not None
    city = file_city(workspace.plan, [])
    assert reconcile_city(city, [], Switches()).contradictions == ()


def test_other_scopes_are_explained_not_flagged(declare: Declare) -> None:
    """附件3 has 8 个环节 of approvals before, 附件6 12 of all matters: no contradiction, and the reason is given."""
    certificate = reconcile(filed_of(declare(THREE)), Switches())
    shown = [(one.left.name, one.found, one.expected) for one in certificate.explained]
    assert shown[0] == ("附件3 第1行 第4栏“办理程序环节数”", 8, 12)
    assert all(one.holds and "口径不同" in one.scope for one in certificate.explained)
    assert not any(one.scope for one in certificate.compared)


def test_procedures_counted_by_change_need_not_agree_with_the_net_decrease(declare: Declare) -> None:
    """口径.附件9程序 变动: 附件9.15 and 16 are explained beside 附件6.14."""
    switches = Switches(annex9_procedures="变动")
    certificate = reconcile(filed_of(declare(THREE), switches), switches)
    assert certificate.contradictions == ()
    assert {one.left.column for one in certificate.explained if one.left.code == "附件9"} == {14, 15}


def test_sums_without_cancelled_matters_agree_too(declare: Declare) -> None:
    """口径.合计含取消 否, in 附件6 and in 附件9; read as 是 they would not agree."""
    switches = Switches(totals_with_cancelled=False)
    filed = filed_of(declare(THREE), switches)
    assert contradictions(filed, switches) == set()
    assert contradictions(filed, Switches()) != set()


def test_converted_days_are_not_compared_with_declared_ones(declare: Declare) -> None:
    """混合日 折算: 附件6 has 7自然日 for what the applicant is told as 5工作日."""
    text = """==> 方案.yaml <==
口径:
  混合日: 折算
==> 示范局/01-示范事项.yaml <==
法定时限: 30自然日
优化后:
  时限: 5工作日
"""
    switches = Switches(mixed_days="折算")
    filed = filed_of(declare(text), switches)
    assert filed.forms["附件6"].rows[0][24].value == 7
    assert contradictions(filed, switches) == set()


def test_hours_agree_with_parts_of_days(declare: Declare) -> None:
    """4个小时 in 附件7 and 附件10 are 0.5 in 附件6."""
    hours = """优化前:
  时限: 8小时
  材料: 无
  流程:
    - 受理 | 综合股 | 8小时 | 登记
优化后:
  时限: 4小时
  流程:
    - 受理 | 综合股 | 4小时 | 登记
"""
    filed = filed_of(declare(hours))
    assert filed.forms["附件6"].rows[0][24].value == Fraction(1, 2)
    assert contradictions(filed) == set()


CITY = """==> 方案.yaml <==
部门:
  甲组: 示范局、发改局
  乙组: 住建局
==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住建局
==> 住建局/01-施工许可.yaml <==
名称: 施工许可
优化后: 取消
"""


def city_certificate(declared: Declared, spoil: Callable[[Filed], Filed] = lambda city: city) -> Certificate:
    """The certificate of the city, whose roll-ups ``spoil`` has had in its hands."""
    workspace = declared.checked.workspace
    assert workspace is not None
    pairs = [(one, matters) for one in workspace.departments if (matters := declared.checked.matters_of(one.name))]
    departments = [file_department(pair, workspace.plan) for pair in pairs]
    return reconcile_city(spoil(file_city(workspace.plan, pairs)), departments, Switches())


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (("附件6", TOTAL_ROW, 7, 9), ("全市附件6总计=各部门附件6总计之和", 8, 9)),
        (("附件9", 0, 3, 2), ("全市附件9各行=各部门附件9", 1, 2)),
        (("附件9", 1, 2, 0), ("全市附件9中没有申报的部门写明未申报", "未申报", 0)),
        (("附件9", 2, 3, 2), ("附件9小计=组内各部门之和", 1, 2)),
        (("附件9", TOTAL_ROW, 13, 5), ("附件9合计=各部门之和", 4, 5)),
    ],
)
def test_the_city_agrees_with_its_departments(
    cell: tuple[str, int, int, Value], said: tuple[str, Value, Value], declare: Declare
) -> None:
    """Its rows are those of the departments, its sums those of its rows; who filed nothing says so."""
    declared = declare(CITY)
    assert city_certificate(declared).contradictions == ()
    found = city_certificate(declared, lambda city: changed(city, *cell)).contradictions
    assert said in {(one.name, one.expected, one.found) for one in found}


def test_the_summary_of_the_city_is_that_of_its_departments(declare: Declare) -> None:
    """附件3 of two departments added up; 时限 is left out, for each may have its own kind of day."""
    one = filed_of(declare(THREE))
    other = replace(one, owner="另一个局")
    city = Filed(owner="全市", forms={"附件3": one.forms["附件3"]})
    found = reconcile_city(city, [one, other], Switches()).contradictions
    assert {(each.left.row, each.left.column, each.expected, each.found) for each in found} == {
        (0, 1, 4, 2),
        (0, 2, 4, 2),
        (0, 3, 16, 8),
        (1, 1, 4, 2),
        (1, 2, 2, 1),
        (1, 3, 8, 4),
    }


def test_a_contradiction_names_form_and_cell(declare: Declare) -> None:
    """The row, the number of the column and its title, whose form it is; and what it was compared with."""
    (found,) = (
        one
        for one in reconcile(changed(filed_of(declare(THREE)), "附件9", 0, 13, 7), Switches()).contradictions
        if one.right
    )
    assert (found.left.owner, found.left.name) == ("示范局", "附件9 第1行 第14栏“减环节情况 / 共减少了多少个工作环节”")
    assert [ref.name for ref in found.right] == ["附件6 总计 第9栏“减环节 / 减少数量(个)”"]
    assert (found.expected, found.found, found.holds) == (4, 7, False)


def test_a_department_with_few_forms_is_checked_as_far_as_they_go() -> None:
    """No form, no identity, no contradiction."""
    assert reconcile(Filed(owner="示范局"), Switches()).identities == ()
