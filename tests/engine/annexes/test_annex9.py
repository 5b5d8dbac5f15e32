"""附件9: one row of numbers for a department, every department of the plan for the city."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.annexes import annex6, annex9
from engine.annexes.form import Form, Paper
from processes.model.plan import FormText
from renderers.forms.listing import listing
from tests.declaring import Declared

Declare = Callable[[str], Declared]

THREE = """==> 示范局/单位.yaml <==
评估:
  服务对象: 12
  专家: 3
  事项: 1
==> 示范局/01-示范事项.yaml <==
优化后:
  时限: 6工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 决定 | 局领导 | 4工作日 | 材料审核
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书
==> 示范局/02-取消的事项.yaml <==
名称: 取消的事项
类型: 其他行政权力事项
种类: 行政确认
优化后: 取消
==> 示范局/03-不变的事项.yaml <==
名称: 不变的事项
类型: 公共服务事项
种类: 社会保障
"""
"""Each has 4 环节, 4 程序, 2 材料 and 10工作日 before; the first 3, 3, 1 and 6 afterwards."""

LISTED = """\
附件9
示范市工作流程优化情况统计表
单位名称(盖章):示范市示范局 主要领导签字:
A4横向

序号
部门
梳理评估工作流程多少项 / 总数
梳理评估工作流程多少项 / 行政审批事项数
梳理评估工作流程多少项 / 其他行政权力事项数
梳理评估工作流程多少项 / 公共服务事项数
梳理评估工作流程多少项 / 其他事项数
优化工作流程多少项 / 总数
优化工作流程多少项 / 行政审批事项数
优化工作流程多少项 / 其他行政权力事项数
优化工作流程多少项 / 公共服务事项数
优化工作流程多少项 / 其他事项数
减环节情况 / 减少工作环节的事项数
减环节情况 / 共减少了多少个工作环节
简程序情况 / 优化调整工作程序的事项数
简程序情况 / 优化调整工作程序多少个
减要件情况 / 减少要件的事项数
减要件情况 / 共减少多少个要件
减时限情况 / 减少时限的事项数
减时限情况 / 减少时限累计多少天
邀请服务对象与第三方专家参与评估工作流程情况 / 邀请服务对象参与评估人数
邀请服务对象与第三方专家参与评估工作流程情况 / 邀请第三方专家参与评估人数
邀请服务对象与第三方专家参与评估工作流程情况 / 评估分析工作流程事项数

序号: 1
部门: 示范局
梳理评估工作流程多少项 / 总数: 3
梳理评估工作流程多少项 / 行政审批事项数: 1
梳理评估工作流程多少项 / 其他行政权力事项数: 1
梳理评估工作流程多少项 / 公共服务事项数: 1
梳理评估工作流程多少项 / 其他事项数: 0
优化工作流程多少项 / 总数: 2
优化工作流程多少项 / 行政审批事项数: 1
优化工作流程多少项 / 其他行政权力事项数: 1
优化工作流程多少项 / 公共服务事项数: 0
优化工作流程多少项 / 其他事项数: 0
减环节情况 / 减少工作环节的事项数: 2
减环节情况 / 共减少了多少个工作环节: 5
简程序情况 / 优化调整工作程序的事项数: 2
简程序情况 / 优化调整工作程序多少个: 5
减要件情况 / 减少要件的事项数: 2
减要件情况 / 共减少多少个要件: 3
减时限情况 / 减少时限的事项数: 2
减时限情况 / 减少时限累计多少天: 14
邀请服务对象与第三方专家参与评估工作流程情况 / 邀请服务对象参与评估人数: 12
邀请服务对象与第三方专家参与评估工作流程情况 / 邀请第三方专家参与评估人数: 3
邀请服务对象与第三方专家参与评估工作流程情况 / 评估分析工作流程事项数: 1
"""


def form_of(declared: Declared, **switches: object) -> Form:
    """附件9 of 示范局; keywords are switches."""
    workspace = declared.checked.workspace
    assert workspace is not None
    department = workspace.department("示范局")
    assert department is not None
    plan = replace(workspace.plan, switches=replace(workspace.plan.switches, **switches))  # type: ignore[arg-type]
    return annex9.fill(department, plan, declared.checked.matters_of("示范局"))


def numbers(form: Form, row: int, *columns: int) -> list[object]:
    """What stands in the columns with these numbers, counted from 序号 = 1."""
    return [form.rows[row][column - 1].value for column in columns]


def test_a_department_has_one_row_of_numbers(declare: Declare) -> None:
    """The whole form, as annexes.md describes it."""
    assert listing(form_of(declare(THREE))) == LISTED


def test_the_grid_is_the_prescribed_one(declare: Declare) -> None:
    """23 columns under two rows of headings, which no row of numbers follows; merged 5, 5, 2, 2, 2, 2, 3."""
    form = form_of(declare(""))
    assert len(form.columns) == 23
    assert (form.header_rows, form.paper, form.least_rows) == (2, Paper.A4, 0)
    assert not any(column.number for column in form.columns)
    assert [one.columns for one in form.headings if one.row == 0] == [1, 1, 5, 5, 2, 2, 2, 2, 3]
    assert [one.rows for one in form.headings if one.row == 0] == [2, 2, 1, 1, 1, 1, 1, 1, 1]


def test_the_numbers_are_those_of_annex6(declare: Declare) -> None:
    """3 = 总计.1, 8 = 总计.26, 14, 16, 18, 20 = 总计.9, 14, 19, 25."""
    declared = declare(THREE)
    workspace = declared.checked.workspace
    assert workspace is not None
    six = annex6.fill(workspace.departments[0], workspace.plan, declared.checked.matters)
    assert six.total is not None
    totals = [six.total[column].value for column in (1, 26, 9, 14, 19, 25)]
    assert numbers(form_of(declared), 0, 3, 8, 14, 16, 18, 20) == totals


def test_procedures_can_be_counted_by_what_changes(declare: Declare) -> None:
    """口径.附件9程序 变动: 局长签批 goes, the cancelled matter loses 4; the net number stands below.

    材料审核 is where it was: 审查 was merged into 决定.
    """
    form = form_of(declare(THREE), annex9_procedures="变动")
    assert numbers(form, 0, 15, 16) == [2, 5]
    assert form.notes == ("简程序情况按减少、合并、替换或移动的程序统计,其中净减5个(附件6总计第14栏)。",)


def test_procedures_merged_into_one_count_each(declare: Declare) -> None:
    """沿自 names two procedures: both were adjusted, the net decrease is one."""
    text = """优化前:
  时限: 10工作日
  材料: 无
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 决定 | 局领导 | 2工作日 | 分管审核、局长签批
优化后:
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 环节: 决定 | 局领导 | 2工作日
      程序:
        - 名称: 审批决定
          沿自: 分管审核、局长签批
"""
    assert numbers(form_of(declare(text), annex9_procedures="变动"), 0, 15, 16) == [1, 2]
    assert numbers(form_of(declare(text)), 0, 15, 16) == [1, 1]


def test_sums_without_cancelled_matters_say_so(declare: Declare) -> None:
    """口径.合计含取消 否: as in 附件6, and the line below names how many are left out; 3 and 8 still count them."""
    form = form_of(declare(THREE), totals_with_cancelled=False)
    assert numbers(form, 0, 3, 8, 13, 14, 15, 16, 17, 18, 19, 20) == [3, 2, 1, 1, 1, 1, 1, 1, 1, 4]
    assert form.notes == ("减环节、简程序、减要件、减时限情况不含此次取消的1个事项。",)
    assert "(不含取消事项)" in form.rows[0][13].formula


def test_days_of_both_kinds_in_one_sum_are_told_apart(declare: Declare) -> None:
    """附件6 注2 wants 工作日 and 自然日 named; a sum of both says how much of each."""
    natural = """==> 示范局/01-示范事项.yaml <==
优化后:
  时限: 6工作日
==> 示范局/02-自然日.yaml <==
名称: 按自然日的事项
法定时限: 无
优化前:
  时限: 30自然日
  材料: 无
  流程:
    - 受理 | 综合股 | 30自然日 | 形式审查
优化后:
  时限: 20自然日
"""
    form = form_of(declare(natural))
    assert numbers(form, 0, 19, 20) == [2, 14]
    assert form.notes == ("减少时限累计天数中,含自然日10日、工作日4日。",)


def test_growth_reduces_the_sum_but_is_no_reduced_matter(declare: Declare) -> None:
    """A longer limit is −2: the sum says what 附件6 says, the matter is not among those with fewer days."""
    form = form_of(declare("法定时限: 无\n优化后:\n  时限: 12工作日\n"))
    assert numbers(form, 0, 19, 20) == [0, -2]


def test_every_number_knows_where_it_comes_from(declare: Declare) -> None:
    """Types, names, both versions, 评估: each cell leads to the lines that made it, and says its rule."""
    declared = declare(THREE)
    row = form_of(declared).rows[0]
    assert all(cell.sources for cell in row)
    assert all(cell.formula for cell in row[2:])
    files = {place.file for place in row[13].sources}
    assert files == {"示范局/01-示范事项.yaml", "示范局/02-取消的事项.yaml", "示范局/03-不变的事项.yaml"}
    assert [(place.file, place.line) for place in row[20].sources] == [("示范局/单位.yaml", 2)]
    assert row[13].formula == "附件6总计第9栏"
    assert row[12].formula == "附件6第9栏大于0的事项数"


def test_a_department_without_evaluation_invited_nobody(declare: Declare) -> None:
    """Zero is written 0 here, and says that nothing was declared."""
    row = form_of(declare("")).rows[0]
    assert [cell.value for cell in row[20:]] == [0, 0, 0]
    assert row[20].formula == "单位.yaml 没有写“评估”"


def test_a_city_may_print_another_title_and_notes(declare: Declare) -> None:
    """附件: in 方案.yaml."""
    declared = declare(THREE)
    workspace = declared.checked.workspace
    assert workspace is not None
    plan = replace(workspace.plan, form_texts={"附件9": FormText(title="另一个标题")})
    assert annex9.fill(workspace.departments[0], plan, declared.checked.matters).title == "另一个标题"
