"""附件7: the prescribed 20 fields in 14 rows, what stands in each, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.annexes.annex7 import fill_matter
from engine.annexes.form import Card, Cell
from tests.declaring import MATTER_FILE, Declared

Declare = Callable[[str], Declared]

ROWS = (
    ("事项名称",),
    ("事项类型", "实施主体"),
    ("事项依据",),
    ("法定时限", "承诺时限"),
    ("共同实施部门",),
    ("事项相对人",),
    ("是否收费", "收费依据与标准"),
    ("出具的文书或证照名称",),
    ("办理条件",),
    ("办理地点",),
    ("承办内设机构", "咨询电话"),
    ("监督机构", "监督电话"),
    ("邮寄地址", "邮政编码"),
    ("申报所需材料(如未标记数量默认为一份)",),
)
"""The form as published."""

FULL = """\
名称: 食品许可
依据:
  规范性文件: 《示范市办法》
  法律:
    - 《示范法》第三条
    - 《样例法》第九条
  行政法规: 《示范条例》第五条
相对人: 企业、个人
并联部门: 公安局
出具: 《食品许可证》、附页
收费:
  - 工本费 | 每证4元 | 《收费目录》
  - 检验费 | 据实收取
条件:
  - 有场所
  - 有人员
地点: 二楼5号窗口
咨询电话: 0453-5550001
监督机构: 督查科
监督电话: 0453-5550900
邮寄地址: 中心街1号
邮政编码: 157100
优化后:
  承办: 行政审批股/审查岗
  时限: 8工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查
    - 决定 | 行政审批股 | 7工作日 | 材料审核
  材料:
    - 申请书(原件1份、复印件2份)
    - 照片(2张)
    - 章程
"""


def card_of(declared: Declared) -> Card:
    """The form of the matter of the small project."""
    workspace = declared.checked.workspace
    assert workspace is not None
    card = fill_matter(workspace.departments[0], workspace.plan, declared.checked_matter)
    assert card is not None
    return card


def cells_of(declared: Declared) -> dict[str, Cell]:
    """Label → cell."""
    return {field.label: field.cell for row in card_of(declared).rows for field in row}


def values(declared: Declared, *labels: str) -> list[object]:
    """What stands in the fields with these labels."""
    cells = cells_of(declared)
    return [cells[label].value for label in labels]


def test_the_fields_are_the_prescribed_ones(declare: Declare) -> None:
    """20 in 14 rows, one or two in each; title and code."""
    card = card_of(declare(""))
    assert tuple(tuple(field.label for field in row) for row in card.rows) == ROWS
    assert sum(map(len, ROWS)) == 20
    assert (card.code, card.label, card.title, card.unit_name) == ("附件7", "附件7", "一次性告知单", "示范市示范局")


def test_everything_that_is_declared_is_told(declare: Declare) -> None:
    """Every field of a matter that has them all, as the form wants it written."""
    assert [cell.value for cell in cells_of(declare(FULL)).values()] == [
        "食品许可",
        "行政审批事项(行政许可)",
        "示范市示范局",
        "一、《示范法》第三条\n二、《样例法》第九条\n三、《示范条例》第五条\n四、《示范市办法》",
        "20个工作日",
        "8个工作日",
        "公安局",
        "企业、个人",
        "是",
        "1.工本费:每证4元(依据:《收费目录》)\n2.检验费:据实收取",
        "《食品许可证》、附页",
        "1.有场所\n2.有人员",
        "二楼5号窗口",
        "行政审批股",
        "0453-5550001",
        "督查科",
        "0453-5550900",
        "中心街1号",
        "157100",
        "1.申请书(原件1份、复印件2份)\n2.照片(2张)\n3.章程",
    ]


def test_no_field_is_empty(declare: Declare) -> None:
    """不涉及的填“无”; yes or no is never 无, and the unit is always known."""
    text = "# 不要: 法定时限\n法定时限: 无\n出具: 无\n相对人: 无\n优化后:\n  材料: 无\n"
    cells = cells_of(declare(text))
    told = {
        "事项名称": "示范事项",
        "事项类型": "行政审批事项(行政许可)",
        "实施主体": "示范市示范局",
        "承诺时限": "10个工作日",
        "是否收费": "否",
        "承办内设机构": "综合股、业务股",
    }
    assert {label: cell.value for label, cell in cells.items()} == dict.fromkeys(cells, "无") | told


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("即时", "即时办结"),
        ("无", "无"),
        ("0.5工作日", "0.5个工作日"),
        ("30自然日", "30个自然日"),
        ("3小时", "3个小时"),
    ],
)
def test_limits_have_their_unit(written: str, printed: str, declare: Declare) -> None:
    """法定时限 = 附件6.22 + unit; 即时 is not 无."""
    text = f"==> {MATTER_FILE} <==\n法定时限: {written}\n==> 方案.yaml <==\n口径:\n  混合日: 折算\n"
    assert values(declare(text), "法定时限") == [printed]


def test_the_promise_is_that_of_the_version_after(declare: Declare) -> None:
    """承诺时限 = 附件6.24."""
    on_the_spot = "优化后:\n  时限: 即时\n  流程: 受理 | 综合股 | 即时 | 形式审查\n"
    assert values(declare(on_the_spot), "法定时限", "承诺时限") == ["20个工作日", "即时办结"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("类型: 其他事项\n", "其他事项"),
        ("类型: 其他事项\n种类: 机关内部\n", "其他事项(机关内部)"),
        ("类型: 公共服务事项\n种类: 社会保障\n", "公共服务事项(社会保障)"),
    ],
)
def test_the_kind_stands_behind_the_type(text: str, printed: str, declare: Declare) -> None:
    """附件4 第2、3栏; 无 is no kind."""
    assert values(declare(text), "事项类型") == [printed]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("共同实施: 住建局\n", "住建局"),
        ("并联部门: 公安局、住建局\n", "公安局、住建局"),
        ("共同实施: 住建局\n并联部门: 公安局、住建局\n", "住建局、公安局"),
    ],
)
def test_departments_that_approve_jointly_are_among_those_that_act_jointly(
    text: str, printed: str, declare: Declare
) -> None:
    """⊇ 附件4 第10栏."""
    assert values(declare(text), "共同实施部门") == [printed]


def test_another_body_may_act(declare: Declare) -> None:
    """Authorised or entrusted ones."""
    assert values(declare("实施主体: 示范市执法队\n"), "实施主体") == ["示范市执法队"]


def test_fees_and_conditions_are_those_of_the_version_after(declare: Declare) -> None:
    """A fee that is abolished is not told any more; a single entry has no number."""
    text = "# 不要: 条件\n优化前:\n  收费: 工本费 | 每证4元\n  条件: 甲\n优化后:\n  收费: 不收费\n  条件: 乙\n"
    declared = declare(
        text.replace("优化前:\n", "优化前:\n  时限: 10工作日\n  流程: 受理 | 综合股 | 10工作日 | 审\n  材料: 表\n")
    )
    assert values(declared, "是否收费", "收费依据与标准", "办理条件") == ["否", "无", "乙"]


def test_the_promise_says_what_it_leaves_out(declare: Declare) -> None:
    """In writing, as 行政许可法 art. 45 wants it; the lines that say so are sources."""
    text = "优化后:\n  时限: 8工作日\n  流程:\n    - 受理 | 综合股 | 1工作日 | 登记\n    - 听证 | 综合股 | 不计时限(听证) | 听证\n"
    cell = cells_of(declare(text))["承诺时限"]
    assert cell.value == "8个工作日(不含听证时间)"
    assert [place.line for place in cell.sources] == [2, 5]


def test_what_is_cancelled_has_no_notice(declare: Declare) -> None:
    """There is nothing to apply for."""
    declared = declare("优化后: 取消\n")
    workspace = declared.checked.workspace
    assert workspace is not None
    assert fill_matter(workspace.departments[0], workspace.plan, declared.checked_matter) is None


@pytest.mark.parametrize(
    ("said", "title"), [("秘密级,依据《示范范围》", "【秘密】一次性告知单"), ("市保密委定", "【涉密】一次性告知单")]
)
def test_what_is_secret_has_one_with_its_level_before_the_title(said: str, title: str, declare: Declare) -> None:
    """It is filed with 市编办 like any other; its fields are those of any other."""
    declared = declare(f"涉密: {said}\n")
    assert card_of(declared).title == title
    assert not [value for value in values(declared, *(label for row in ROWS for label in row)) if "密" in str(value)]


def test_a_city_may_print_another_title_and_notes(declare: Declare) -> None:
    """方案.附件."""
    card = card_of(
        declare("==> 方案.yaml <==\n附件:\n  附件7:\n    标题: 服务告知单\n    注:\n      - 注:请带原件。\n")
    )
    assert (card.title, card.notes) == ("服务告知单", ("注:请带原件。",))


LINES = {
    "事项名称": [1],
    "实施主体": [],
    "事项依据": [3, 5, 6, 7],
    "共同实施部门": [9],
    "事项相对人": [8],
    "是否收费": [12, 13],
    "收费依据与标准": [12, 13],
    "出具的文书或证照名称": [10],
    "办理条件": [15, 16],
    "办理地点": [17],
    "承办内设机构": [24],
    "咨询电话": [18],
    "监督机构": [19],
    "监督电话": [20],
    "邮寄地址": [21],
    "邮政编码": [22],
    "承诺时限": [25],
    "申报所需材料(如未标记数量默认为一份)": [30, 31, 32],
}
"""Label → lines of ``FULL``."""


def test_every_field_knows_its_lines(declare: Declare) -> None:
    """Those of every entry of a list; the unit comes from 单位.yaml."""
    cells = cells_of(declare(FULL))
    lines = {label: sorted({one.line for one in cells[label].sources if one.file == MATTER_FILE}) for label in LINES}
    assert lines == LINES
    assert [str(place) for place in cells["实施主体"].sources] == ["示范局/单位.yaml:2:5"]


def test_what_is_not_there_comes_from_where_it_is_said(declare: Declare) -> None:
    """无 has a source where it is written, and the place of the matter or version where it is not."""
    cells = cells_of(declare("出具: 无\n"))
    assert [place.line for place in cells["出具的文书或证照名称"].sources] == [1]
    assert all(cell.sources for cell in cells.values())


def test_a_default_is_its_own_source(declare: Declare) -> None:
    """单位.默认: the phone of all matters."""
    text = "==> 示范局/单位.yaml <==\n默认:\n  所有事项:\n    咨询电话: 0453-5550001\n"
    assert [str(place) for place in cells_of(declare(text))["咨询电话"].sources] == ["示范局/单位.yaml:3:11"]
