"""附件6: the prescribed grid, and a row for every kind of matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.annexes.annex6 import fill_city
from engine.annexes.form import Form
from processes.model.department import Department
from processes.model.matter import Outcome, VersionLabel
from processes.model.places import Place, Text
from processes.model.plan import Plan
from processes.model.process import Process
from processes.model.vocabulary import MatterType
from tests.engine.annexes.conftest import BEFORE, FILE, Build, Check, printed


def test_an_optimised_matter_shows_counts_lists_and_days(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """The whole row, as the form wants it."""
    form = form_of(a_matter(before, after))
    assert [cell.value for cell in form.rows[0]] == [
        *(1, "样例", "是", "是", "否", "否", "无"),
        *(3, 2, 1, "1.受理;2.审查;3.审批", "1.受理;2.审查决定"),
        *(5, 4, 1),
        "1.形式审查;2.材料审核;3.现场核查(2人以上);4.分管审核;5.签批",
        "1.形式审查;2.材料审核;3.现场核查(2人以上);4.签批",
        *(3, 1, 2, "1.申请表(2份);2.章程;3.身份证", "1.申请表"),
        *(20, 20, 13, 7, "工作日"),
    ]


def test_the_total_row_follows_the_instructions_in_its_cells(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """Counts in 1–5, sums, —— exactly in 6, 10, 11, 15, 16, 20, 21, the number of optimised matters in 26."""
    form = form_of(a_matter(before, after), a_matter(before, replace(before)))
    assert form.total is not None
    assert [cell.value for cell in form.total] == [
        *("总计", 2, 2, 2, 0, 0, "——"),
        *(6, 5, 1, "——", "——"),
        *(10, 9, 1, "——", "——"),
        *(6, 4, 2, "——", "——"),
        *(40, 40, 33, 7, 1),
    ]


def test_a_ledger_without_matters_still_has_a_total(form_of: Callable[..., Form]) -> None:
    """Sums of nothing."""
    form = form_of()
    assert form.rows == ()
    assert printed(form.total, 0, 1, 6, 7, 25, 26) == ["总计", 0, "——", 0, 0, 0]


def test_an_unchanged_matter_is_listed_with_nothing_reduced(
    form_of: Callable[..., Form], a_matter: Check, before: Process
) -> None:
    """注4: 全口径. The reason accepted for R406 stands in 备注."""
    matter = a_matter(before, before, acceptances={"R406": Text("法定程序不能再减", Place(FILE, 60, 3))})
    row = form_of(matter).rows[0]
    assert printed(row, 9, 14, 19, 24, 25, 26) == [0, 0, 0, 20, 0, "工作日;法定程序不能再减"]
    assert Place(FILE, 60, 3) in row[26].sources


def test_rows_stand_in_the_order_of_the_ledger_of_matters(
    form_of: Callable[..., Form], a_matter: Check, before: Process
) -> None:
    """By type as in 附件4, so that both sheets compare line by line; as declared within a type."""
    service, other, first, second = (
        a_matter(before, before, name=name, type=kind)
        for name, kind in (
            ("服务", MatterType.PUBLIC_SERVICE),
            ("其他", MatterType.OTHER),
            ("许可一", MatterType.APPROVAL),
            ("许可二", MatterType.APPROVAL),
        )
    )
    form = form_of(service, other, first, second)
    assert [row[1].value for row in form.rows] == ["许可一", "许可二", "服务", "其他"]
    assert [row[0].value for row in form.rows] == [1, 2, 3, 4]


def test_a_cancelled_matter_has_nothing_left(form_of: Callable[..., Form], a_matter: Check, before: Process) -> None:
    """Counts 0, lists 无, 24 无 (0 would read 即时办结), 25 the whole of 23."""
    form = form_of(a_matter(before, cancel_reason="没有上位法依据"))
    row = form.rows[0]
    assert printed(row, 2, 3, 4, 5, 6) == ["是", "无", "是", "否", "无"]
    assert printed(row, 7, 8, 9, 11, 13, 14, 16, 18, 19, 21) == [3, 0, 3, "无", 0, 5, "无", 0, 3, "无"]
    assert printed(row, 22, 23, 24, 25, 26) == [20, 20, "无", 20, "工作日;取消原因:没有上位法依据"]
    assert row[25].formula == "第23栏(本次取消)"
    assert row[8].sources == (Place(FILE, 200, 6),)
    assert printed(form.total, 4, 9, 25, 26) == [1, 3, 20, 1]


def test_a_cancelled_matter_without_any_limit_reduces_no_days(
    form_of: Callable[..., Form], a_matter: Check, a_process: Build
) -> None:
    """23 = 无, so 25 = 无."""
    form = form_of(a_matter(a_process(*BEFORE, limit="无"), statutory="无"))
    assert printed(form.rows[0], 22, 23, 24, 25, 26) == ["无", "无", "无", "无", "无"]
    assert printed(form.total, 22, 23, 24, 25) == [0, 0, 0, 0]


def test_sums_may_leave_out_cancelled_matters(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """口径.合计含取消: 否 — counts of matters stay, a line below the table says what is left out."""
    form = form_of(a_matter(before, after), a_matter(before), totals_with_cancelled=False)
    assert printed(form.total, 1, 2, 3, 4, 26) == [2, 2, 1, 1, 2]
    assert printed(form.total, 7, 8, 9, 23, 24, 25) == [3, 2, 1, 20, 13, 7]
    assert form.total is not None
    assert form.total[9].formula == "各行第9栏之和(不含取消事项)"
    assert Place(FILE, 200, 6) in form.total[9].sources
    assert form.notes[-1] == "总计第7至25栏各项之和不含此次取消的1个事项。"


def test_a_devolved_matter_names_the_receiving_level(
    form_of: Callable[..., Form], a_matter: Check, before: Process, a_process: Build
) -> None:
    """On the spot: 24 is 0, 备注 says so."""
    spot = a_process("受理发证 | 镇政府 | 即时 | 登记", limit="即时", label=VersionLabel.AFTER)
    places = {"after": Place(FILE, 200, 6), "devolved_to": Place(FILE, 202, 7)}
    matter = a_matter(before, spot, statutory="无", outcome=Outcome.DEVOLVED, devolved_to=Text("镇(乡)"), places=places)
    form = form_of(matter)
    assert printed(form.rows[0], 4, 5, 6, 22, 23, 24, 25, 26) == [
        *("否", "是", "镇(乡)", "无", 20, 0, 20),
        "工作日;优化后即时办结",
    ]
    assert form.rows[0][6].sources == (Place(FILE, 202, 7),)
    assert printed(form.total, 5, 26) == [1, 1]


def test_devolving_alone_is_optimising(form_of: Callable[..., Form], a_matter: Check, before: Process) -> None:
    """The process of the receiving level may be unknown."""
    form = form_of(a_matter(before, before, outcome=Outcome.DEVOLVED, devolved_to=Text("镇(乡)")))
    assert printed(form.total, 9, 26) == [0, 1]


@pytest.mark.parametrize(
    ("change", "number"),
    [
        ({}, 0),
        ({"other_improvement": "可网上办理"}, 1),
        ({"remark": "试行"}, 0),
    ],
)
def test_only_improvements_make_an_optimised_matter(
    change: dict[str, str], number: int, form_of: Callable[..., Form], a_matter: Check, before: Process
) -> None:
    """总计.26."""
    assert printed(form_of(a_matter(before, before, **change)).total, 26) == [number]


def test_other_procedures_of_the_same_number_are_an_optimisation(
    form_of: Callable[..., Form], a_matter: Check, a_process: Build
) -> None:
    """优化调整 is wider than 简化数量; becoming public is none."""
    old = a_process("受理 | 甲 | 1工作日 | 现场审核", public=False)
    online = a_process("受理 | 甲 | 1工作日 | 网上审核", label=VersionLabel.AFTER)
    public = a_process("受理 | 甲 | 1工作日 | 现场审核", label=VersionLabel.AFTER)
    assert printed(form_of(a_matter(old, online)).total, 14, 26) == [0, 1]
    assert printed(form_of(a_matter(old, public)).total, 2, 3, 26) == [0, 1, 0]


def test_copies_are_counted_where_the_city_counts_them(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """口径.材料计数: 份数."""
    row = form_of(a_matter(before, after), materials="份数").rows[0]
    assert printed(row, 17, 18, 19) == [4, 1, 3]
    assert row[17].formula == "第20栏所列材料份数之和"


def test_cells_say_how_they_were_computed(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """In the form's own column numbers."""
    form = form_of(a_matter(before, after))
    formulas = {number: form.rows[0][number].formula for number in (7, 9, 13, 14, 17, 19, 25)}
    assert formulas == {
        7: "第10栏所列环节数",
        9: "第7栏-第8栏",
        13: "第16栏所列程序数",
        14: "第12栏-第13栏",
        17: "第20栏所列材料数",
        19: "第17栏-第18栏",
        25: "第23栏-第24栏",
    }
    assert form.total is not None
    assert [form.total[number].formula for number in (1, 2, 9, 26)] == [
        "事项数",
        "第2栏为“是”的事项数",
        "各行第9栏之和",
        "此次进行了优化的事项数",
    ]


def test_cells_know_their_places(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """A count comes from what it counts, a difference from both sides, a total from all rows."""
    form = form_of(a_matter(before, after))
    row, total = form.rows[0], form.total
    assert row[1].sources == (Place(FILE, 1, 5),)
    assert [place.line for place in row[7].sources] == [101, 102, 103]
    assert [place.line for place in row[9].sources] == [101, 102, 103, 201, 202]
    assert [place.line for place in row[18].sources] == [251]
    assert [place.line for place in row[22].sources] == [6]
    assert [place.line for place in row[25].sources] == [190, 290]
    assert total is not None
    assert total[25].sources == row[25].sources


def test_the_city_ledger_runs_through_all_departments_in_the_plans_order(
    a_plan: Callable[..., Plan],
    a_department: Callable[..., Department],
    a_matter: Check,
    before: Process,
    after: Process,
) -> None:
    """序号 runs on, 备注 begins with the department, a town outside the scope is left out."""
    matter = a_matter(before, after)
    departments = [
        (a_department("海林镇", outside_scope=True), [matter]),
        (a_department("环保局"), [matter, matter]),
        (a_department("市场监管局"), [matter]),
    ]
    form = fill_city(a_plan(), departments)
    assert [printed(row, 0, 26) for row in form.rows] == [
        [1, "市场监管局;工作日"],
        [2, "环保局;工作日"],
        [3, "环保局;工作日"],
    ]
    assert form.unit_name == "市编办"
    assert printed(form.total, 1, 9, 25, 26) == [3, 3, 21, 3]
