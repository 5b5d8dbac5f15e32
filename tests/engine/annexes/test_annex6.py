"""附件6: the prescribed grid, and a row for every kind of matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from engine.annexes import annex6
from engine.annexes.annex6 import fill_city
from engine.annexes.form import Cell, Form, Paper
from processes.model.department import Department
from processes.model.matter import Outcome, VersionLabel
from processes.model.places import Place, Text
from processes.model.plan import FormText, Plan, Switches
from processes.model.process import CheckedMatter, Process
from processes.model.vocabulary import MatterType

Build = Callable[..., Process]
Check = Callable[..., CheckedMatter]

BEFORE = (
    "受理 | 食品股 | 1工作日 | 形式审查",
    "审查 | 食品股 | 15工作日 | 材料审核、现场核查(2人以上)",
    "审批 | 局领导 | 4工作日 | 分管审核、签批",
)
AFTER = ("受理 | 审批股 | 1工作日 | 形式审查", "审查决定 | 审批股 | 12工作日 | 材料审核、现场核查(2人以上)、签批")
FILE = "市场监管局/01-样例.yaml"


@pytest.fixture(scope="session")
def before(a_process: Build) -> Process:
    """20工作日, 3 环节, 5 程序, 3 材料."""
    return a_process(*BEFORE, materials="申请表(2份)、章程、身份证")


@pytest.fixture(scope="session")
def after(a_process: Build) -> Process:
    """13工作日, 2 环节, 4 程序, 1 材料."""
    return a_process(*AFTER, materials="申请表", limit="13工作日", label=VersionLabel.AFTER)


@pytest.fixture(scope="session")
def form_of(a_plan: Callable[..., Plan], a_department: Callable[..., Department]) -> Callable[..., Form]:
    """Fills the form of one department from matters; keywords are switches."""

    def build(*matters: CheckedMatter, **switches: object) -> Form:
        return annex6.fill(a_department("市场监管局"), a_plan(switches=Switches(**switches)), matters)  # type: ignore[arg-type]

    return build


def printed(cells: tuple[Cell, ...] | None, *numbers: int) -> list[object]:
    """What stands in the columns with these numbers."""
    assert cells is not None
    return [cells[number].value for number in numbers]


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


def test_on_the_spot_before_and_after(form_of: Callable[..., Form], a_matter: Check, a_process: Build) -> None:
    """附件6 注2: 即时办结 is 0 and 备注 names it; there is no kind of day to name."""
    spot = a_process("查阅 | 利用股 | 即时 | 登记", limit="即时")
    assert printed(form_of(a_matter(spot, spot, statutory="无")).rows[0], 22, 23, 24, 25, 26) == [
        *("无", 0, 0, 0),
        "即时办结",
    ]


def test_a_matter_that_had_no_limit_cannot_have_days_subtracted(
    form_of: Callable[..., Form], a_matter: Check, a_process: Build, after: Process
) -> None:
    """23 无 and 24 n → 25 无, 备注 原无时限; the sums skip it."""
    form = form_of(a_matter(a_process(*BEFORE, limit="无"), after, statutory="无"))
    assert printed(form.rows[0], 22, 23, 24, 25, 26) == ["无", "无", 13, "无", "工作日;原无时限"]
    assert printed(form.total, 23, 24, 25) == [0, 13, 0]


def test_a_limit_given_up_is_remarked(
    form_of: Callable[..., Form], a_matter: Check, before: Process, a_process: Build
) -> None:
    """23 n and 24 无: nothing to subtract either."""
    without = a_process(*AFTER, limit="无", label=VersionLabel.AFTER)
    assert printed(form_of(a_matter(before, without)).rows[0], 24, 25, 26) == ["无", "无", "工作日;优化后无时限"]


def test_half_days_are_printed_exactly(form_of: Callable[..., Form], a_matter: Check, a_process: Build) -> None:
    """0.5工作日 and 4小时 are the same."""
    old, new = a_process(*BEFORE, limit="2工作日"), a_process(*AFTER, limit="4小时", label=VersionLabel.AFTER)
    form = form_of(a_matter(old, new, statutory="无"), a_matter(old, new, statutory="无"))
    assert printed(form.rows[0], 23, 24, 25, 26) == [2, Fraction(1, 2), Fraction(3, 2), "工作日"]
    assert printed(form.total, 24, 25) == [1, 3]
    assert form.total is not None
    assert isinstance(form.total[25].value, int)


def test_working_days_become_natural_days_where_the_city_converts(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """口径.混合日: 折算 — × 7/5, rounded up, and 备注 says so."""
    row = form_of(a_matter(before, after, statutory="60自然日"), mixed_days="折算").rows[0]
    assert printed(row, 22, 23, 24, 25) == [60, 28, 19, 9]
    assert row[26].value == ("自然日;法定为自然日,优化前、优化后已按5个工作日折7个自然日折算,不足1日的按1日计")
    assert row[24].formula == "工作日数×7/5,尾数进一"
    assert row[22].formula == ""


def test_nothing_is_converted_where_all_days_are_of_one_kind(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """即时 and 无 have no kind."""
    row = form_of(a_matter(before, after), mixed_days="折算").rows[0]
    assert printed(row, 22, 23, 24, 26) == [20, 20, 13, "工作日"]


def test_kinds_that_differ_are_named_and_not_subtracted(
    form_of: Callable[..., Form], a_matter: Check, before: Process, a_process: Build
) -> None:
    """Checking refuses this; if the form is wanted all the same, it must not add what cannot be added."""
    natural = a_process(*AFTER, limit="13自然日", label=VersionLabel.AFTER)
    assert printed(form_of(a_matter(before, natural)).rows[0], 25, 26) == [
        "无",
        "法定为工作日;优化前为工作日;优化后为自然日",
    ]


def test_totals_of_both_kinds_of_day_are_explained_below_the_table(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process, a_process: Build
) -> None:
    """26 of the 总计 row is taken, so the line stands under the notes."""
    old, new = a_process(*BEFORE, limit="60自然日"), a_process(*AFTER, limit="20自然日", label=VersionLabel.AFTER)
    form = form_of(a_matter(before, after), a_matter(old, new, statutory="60自然日"))
    assert printed(form.total, 22, 23, 24, 25) == [80, 80, 33, 47]
    assert form.notes[4].startswith("时限合计中,法定含自然日60日、工作日20日;优化前含自然日60日、工作日20日;")
    assert form.notes[4].endswith("优化后含自然日20日、工作日13日;压减含自然日40日、工作日7日。")


def test_one_kind_of_day_needs_no_explanation(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """Only the four notes."""
    assert len(form_of(a_matter(before, after)).notes) == 4


def test_a_secret_matter_says_so_in_the_remark(form_of: Callable[..., Form], a_matter: Check, a_process: Build) -> None:
    """R701: 涉密事项除外; 公开 is 否 because of 涉密, so that is its source."""
    old = a_process(*BEFORE, public=False)
    places = {"after": Place(FILE, 200, 6), "secret": Place(FILE, 9, 5)}
    row = form_of(a_matter(old, old, secret="秘密级", places=places)).rows[0]  # noqa: S106 - a degree, no password
    assert printed(row, 2, 3, 26) == ["否", "否", "工作日;涉密:秘密级"]
    assert row[3].sources == (Place(FILE, 9, 5),)
    assert Place(FILE, 9, 5) in row[26].sources


def test_remarks_and_accepted_reasons_follow_the_kind_of_day(
    form_of: Callable[..., Form], a_matter: Check, before: Process, after: Process
) -> None:
    """Reasons of rules that are not about this row (R411) are no remark."""
    acceptances = {"R701": Text("机关内部运转"), "R411": Text("部门未联网")}
    matter = a_matter(before, after, other_improvement="可网上办理", remark="试行一年", acceptances=acceptances)
    assert form_of(matter).rows[0][26].value == "工作日;其他优化:可网上办理;试行一年;机关内部运转"


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
