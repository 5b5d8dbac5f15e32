"""附件10: what has to be changed on the platforms, one row for each published field that differs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.annexes import annex10
from engine.annexes.form import Form
from engine.annexes.published import published_changes
from processes.model.plan import FormText
from renderers.forms.listing import listing
from tests.declaring import Declared

Declare = Callable[[str], Declared]

REWORKED = """平台: 海林市行政权力流程梳理平台、省权力信息管理平台
网上公示:
  承诺时限: 12工作日
  咨询电话: 0453-1111111
咨询电话: 0453-2222222
# 不要: 条件
优化前:
  时限: 10工作日
  条件: 有固定场所
  地点: 示范局一楼
  收费: 工本费 | 每证4元
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 决定 | 局领导 | 2工作日 | 局长签批
  材料: 申请书、照片(2张)
优化后:
  时限: 6工作日
  条件:
    - 有固定场所
    - 有管理制度
  地点: 政务中心
  收费: 不收费
  承办: 行政审批股
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查
    - 环节: 归档 | 综合股 | 即时 | 归档
      不计环节: 批后归档
  材料: 申请书
"""

LISTED = """\
附件10
示范市工作流程优化调整更改网上公示信息汇总表
单位名称(盖章):示范市示范局 主要领导签字:
A4横向

序号
需要更改信息的事项名称
需要更改的内容
修改后的内容
需要在哪个平台进行修改(海林市行政权力流程梳理平台/省权力信息管理平台)

"""

ROWS = [
    ("承诺时限:12个工作日", "承诺时限:6个工作日"),
    ("收费标准:工本费:每证4元", "收费标准:不收费"),
    ("办理条件:有固定场所", "办理条件:⏎1.有固定场所⏎2.有管理制度"),
    ("办理地点:示范局一楼", "办理地点:政务中心"),
    ("承办内设机构:综合股", "承办内设机构:行政审批股"),
    ("咨询电话:0453-1111111", "咨询电话:0453-2222222"),
    ("申报所需材料:⏎1.申请书⏎2.照片(2张)", "申报所需材料:申请书"),
    (
        "工作流程图:⏎1.受理(综合股,1个工作日)⏎2.决定(局领导,2个工作日)",
        "工作流程图:⏎1.受理(行政审批股,1个工作日)⏎不计环节:归档(综合股,即时办结)",
    ),
]


def filled(declared: Declared) -> Form | None:
    """附件10 of 示范局."""
    workspace = declared.checked.workspace
    assert workspace is not None
    department = workspace.department("示范局")
    assert department is not None
    return annex10.fill(department, workspace.plan, declared.checked.matters_of("示范局"))


def changes(declared: Declared) -> list[tuple[object, object]]:
    """The texts of columns C and D, row by row."""
    form = filled(declared)
    return [(row[2].value, row[3].value) for row in form.rows] if form else []


def test_every_changed_field_is_a_row(declare: Declare) -> None:
    """The whole form, as annexes.md describes it, in the order of 附件7."""
    platforms = "海林市行政权力流程梳理平台、省权力信息管理平台"
    expected = LISTED
    for index, (old, new) in enumerate(ROWS, 1):
        expected += (
            f"序号: {index}\n需要更改信息的事项名称: 示范事项\n需要更改的内容: {old}\n修改后的内容: {new}\n"
            f"需要在哪个平台进行修改(海林市行政权力流程梳理平台/省权力信息管理平台): {platforms}\n\n"
        )
    form = filled(declare(REWORKED))
    assert form is not None
    assert listing(form) + "\n" == expected
    assert (form.header_rows, form.least_rows, form.lines_numbered, form.notes) == (1, 10, True, ())


def test_a_department_that_changes_nothing_does_not_file_it(declare: Declare) -> None:
    """优化后: 不变, and the platform says nothing else: 不涉及."""
    assert filled(declare("")) is None


ONE_STEP = """优化前:
  公开: {}
  时限: 10工作日
  材料: 无
  流程:
    - 受理 | 综合股 | 1工作日 | 登记
优化后:
  公开: {}
  时限: 5工作日
"""


@pytest.mark.parametrize(
    ("said", "row"),
    [
        ("优化后: 取消", ("该事项的全部公示信息", "删除该事项")),
        (ONE_STEP.format("否", "是"), ("(未公示)", "新公示该事项,内容见附件7、附件8")),
        (ONE_STEP.format("是", "否"), ("该事项的全部公示信息", "不再公示该事项")),
    ],
    ids=["cancelled", "newly public", "withdrawn"],
)
def test_a_matter_that_goes_or_comes_is_a_single_row(said: str, row: tuple[str, str], declare: Declare) -> None:
    """Its fields need not be changed one by one."""
    assert changes(declare(said)) == [row]


@pytest.mark.parametrize(
    "said",
    [
        "涉密: 秘密级(《保密法》第九条)\n优化后:\n  时限: 5工作日",
        "涉密: 秘密级(《保密法》第九条)\n公开: 是\n优化后: 取消",
        "公开: 否\n优化后:\n  时限: 5工作日",
        "公开: 否\n优化后: 取消",
    ],
)
def test_what_is_secret_or_unpublished_never_appears(said: str, declare: Declare) -> None:
    """R701: secret matters are in no public list, whatever is declared about 公开."""
    declared = declare(said)
    assert declared.checked.matters, declared.findings
    assert filled(declared) is None


def test_a_devolved_matter_changes_whose_it_is(declare: Declare) -> None:
    """实施主体 leads to the receiving level; whatever else changes follows."""
    text = """实施主体: 示范市示范局执法大队
优化后:
  下放: 镇(乡)
  时限: 6工作日
"""
    assert changes(declare(text)) == [
        ("实施主体:示范市示范局执法大队", "实施主体:下放至镇(乡)"),
        ("承诺时限:10个工作日", "承诺时限:6个工作日"),
    ]


def test_what_the_platform_says_now_counts_even_where_nothing_is_reformed(declare: Declare) -> None:
    """网上公示 against what holds: a limit in the words of the form, other texts as written, usual words for fields."""
    text = """公布名称: 旧名称
网上公示:
  法定时限: 30工作日
  依据: 《旧法》第一条
  承诺时限: 10个工作日
  材料: 申请书
依据:
  法律: 《新法》第二条
"""
    assert changes(declare(text)) == [
        ("事项名称:旧名称", "事项名称:示范事项"),
        ("事项依据:《旧法》第一条", "事项依据:一、《新法》第二条"),
        ("法定时限:30个工作日", "法定时限:20个工作日"),
        ("申报所需材料:申请书", "申报所需材料:\n1.申请书\n2.身份证复印件"),
    ]


def test_a_cancelled_matter_has_no_fields_left_to_change(declare: Declare) -> None:
    """It is deleted as a whole, which the form says by itself."""
    declared = declare("优化后: 取消\n网上公示:\n  承诺时限: 3工作日\n")
    workspace = declared.checked.workspace
    assert workspace is not None
    assert [*published_changes(declared.checked_matter, workspace.departments[0])] == []


def test_a_platform_that_is_already_right_needs_no_change(declare: Declare) -> None:
    """Where 网上公示 says what 优化后 says, there is no row, although 优化前 said something else."""
    assert changes(declare("网上公示:\n  承诺时限: 6工作日\n优化后:\n  时限: 6工作日\n")) == []


def test_a_field_that_the_declaration_does_not_know_is_not_forgotten(declare: Declare) -> None:
    """The analyst has to say what is right."""
    assert changes(declare("网上公示:\n  办公时间: 周一至周五\n")) == [
        ("办公时间:周一至周五", "办公时间:(申报里没有这一项,请核对后填写)")
    ]


def test_a_flowchart_that_leads_elsewhere_has_to_be_replaced(declare: Declare) -> None:
    """The boxes are the same, an exit is not: the row says so instead of two equal lists."""
    text = """优化前:
  时限: 10工作日
  材料: 无
  流程:
    - 受理 | 综合股 | 1工作日 | 登记
    - 审查 | 业务股 | 1工作日 | 审核
    - 送达 | 综合股 | 1工作日 | 送达
优化后:
  流程:
    - 环节: 受理 | 综合股 | 1工作日 | 登记
      去向:
        材料免审: 送达
    - 审查 | 业务股 | 1工作日 | 审核
    - 送达 | 综合股 | 1工作日 | 送达
"""
    assert changes(declare(text)) == [
        ("工作流程图:原流程图", "工作流程图:优化后的流程图(环节名称、承办机构和时限不变,岗位、去向、支线或文书有调整)")
    ]


POSTS = """优化前:
  时限: 10工作日
  材料: 无
  流程:
    - 受理 | 行政审批股/受理岗、行政审批股/审查岗 | 1工作日 | 登记
    - 决定 | {} | 1工作日 | 签批
优化后:
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 登记
    - 决定 | {} | 1工作日 | 签批
"""


def test_what_is_published_names_offices_and_no_posts(declare: Declare) -> None:
    """承办内设机构 in the lines of the flowchart, too, and each once; a post that changes changes the drawing."""
    assert changes(declare(POSTS.format("综合股/文书岗", "行政审批股/股长"))) == [
        ("承办内设机构:行政审批股、综合股", "承办内设机构:行政审批股"),
        (
            "工作流程图:\n1.受理(行政审批股,1个工作日)\n2.决定(综合股,1个工作日)",
            "工作流程图:\n1.受理(行政审批股,1个工作日)\n2.决定(行政审批股,1个工作日)",
        ),
    ]
    ((old, new),) = changes(declare(POSTS.format("综合股/文书岗", "综合股/股长")))
    assert old == "工作流程图:原流程图"
    assert "岗位" in str(new)


def test_other_procedures_alone_change_nothing_that_is_published(declare: Declare) -> None:
    """The flowchart shows 环节, not the acts inside them."""
    text = """优化前:
  时限: 10工作日
  材料: 无
  流程:
    - 受理 | 综合股 | 1工作日 | 登记、复核
优化后:
  流程:
    - 受理 | 综合股 | 1工作日 | 登记
"""
    assert changes(declare(text)) == []


def test_names_that_only_look_different_are_the_same(declare: Declare) -> None:
    """Brackets of either width, spaces: no one has to change those on a platform."""
    assert changes(declare("网上公示:\n  材料: １.申请书 2.身份证复印件\n")) == []


def test_a_matter_without_a_platform_says_so(declare: Declare) -> None:
    """无, not a blank cell; a plan without platforms has none in the heading."""
    declared = declare("优化后:\n  时限: 6工作日\n")
    workspace = declared.checked.workspace
    assert workspace is not None
    plan = replace(workspace.plan, platforms=(), form_texts={"附件10": FormText(title="另一个标题")})
    form = annex10.fill(workspace.departments[0], plan, declared.checked.matters)
    assert form is not None
    assert form.rows[0][4].value == "无"
    assert form.columns[4].title == "需要在哪个平台进行修改"
    assert form.title == "另一个标题"


def test_every_cell_knows_where_it_comes_from(declare: Declare) -> None:
    """The old value from 网上公示 or 优化前, the new one from 优化后, the platform from 平台."""
    form = filled(declare(REWORKED))
    assert form is not None
    assert all(cell.sources for row in form.rows for cell in row)
    limit, fee = form.rows[0], form.rows[1]
    assert [place.line for place in limit[2].sources] == [3]
    assert [place.line for place in limit[3].sources] == [17]
    assert {place.line for place in fee[2].sources} == {11}
    assert [place.line for place in fee[4].sources] == [1]
