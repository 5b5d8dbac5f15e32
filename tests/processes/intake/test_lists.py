"""清单/: lists told by the names of their files, columns by the words of their headings; what is odd is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes.declaration.folder import read_project_folder
from processes.intake.lists import read_lists
from processes.model.findings import Finding, Severity
from processes.model.lists import ListKind, PublishedList
from processes.model.places import Text
from processes.model.plan import Group, Plan
from tests.declaring import write
from tests.processes.intake.workbooks import workbook

PLAN = Plan(
    name="方案",
    city="示范市",
    heading="示范市",
    recipient="市编办",
    groups=(Group(name="部门", departments=(Text("示范局"), Text("发改局"))),),
    stages=(),
    final_levels=(),
)
Read = Callable[..., tuple[tuple[PublishedList, ...], list[Finding]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The lists of the small project with one file in 清单/, and what is said about them."""

    def make(name: str, content: str | bytes) -> tuple[tuple[PublishedList, ...], list[Finding]]:
        file = write(tmp_path, "") / "清单" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        workspace, findings, _ = read_project_folder(tmp_path)
        assert workspace is not None
        assert {finding.place.file for finding in findings} <= {f"清单/{name}"}
        return workspace.lists, list(findings)

    return make


def rows(lists: tuple[PublishedList, ...]) -> list[tuple[str, ...]]:
    """Names, department and type of every row of the only list."""
    (one,) = lists
    return [(*row.names, row.department, row.type) for row in one.rows]


def test_a_project_without_the_folder_has_no_lists(tmp_path: Path) -> None:
    """Nothing is read, nothing said."""
    workspace, findings, _ = read_project_folder(write(tmp_path, ""))
    assert workspace is not None
    assert (workspace.lists, findings) == ((), ())


@pytest.mark.parametrize(
    ("name", "kind", "department"),
    [
        ("权力清单.csv", ListKind.POWERS, ""),
        ("行政权力清单.CSV", ListKind.POWERS, ""),
        ("权责清单-示范局.csv", ListKind.POWERS, "示范局"),
        ("责任清单（发改局）.csv", ListKind.DUTIES, "发改局"),
        ("中介服务清单.csv", ListKind.INTERMEDIARIES, ""),
        ("公共服务清单 示范市示范局.csv", ListKind.SERVICES, "示范局"),
    ],
)
def test_a_file_is_told_by_its_name(name: str, kind: ListKind, department: str, read: Read) -> None:
    """The list, and whose it is."""
    (one,), _ = read(name, "名称\n甲\n")
    assert (one.kind, one.department, one.by_department) == (kind, department, bool(department))
    assert [row.department for row in one.rows] == [department]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("事项名称,单位,类型\n甲,示范局,行政许可\n", [("甲", "示范局", "行政许可")]),
        ("示范市权力清单,,\n,,\n序号,权力名称,实施主体\n1,甲,市发改局\n", [("甲", "发改局", "")]),
        ("序号\t职权类型\t行政职权名称（全称）\t责任部门\n1\t行政处罚\t甲\t示范市住建局\n", [("甲", "住建局", "行政处罚")]),
        ("名称;部门\n甲;示范市示范局\n", [("甲", "示范局", "")]),
        ("名称,部门\n甲,示范局\n乙,\n丙,发改局\n", [("甲", "示范局", ""), ("乙", "示范局", ""), ("丙", "发改局", "")]),
        ("名称,部门\n甲,示范局、发改局\n", [("甲", "示范局", ""), ("甲", "发改局", "")]),
        ("序号,主项,子项,部门\n1,甲,甲一,示范局\n2,,甲二,\n", [("甲", "甲一", "示范局", ""), ("甲", "甲二", "示范局", "")]),
        ("序号,事项名称,,部门\n,主项,子项,\n1,甲,甲一,示范局\n", [("甲", "甲一", "示范局", "")]),
        ('名称,部门\n"甲,\n乙",示范局\n合计,2\n事项名称,部门\n1.丙,示范局\n', [("甲, 乙", "示范局", ""), ("丙", "示范局", "")]),
        ("名称,部门\n一、示范局,\n（二）乙,示范局\n1.5吨锅炉使用登记,示范局\n", [
            ("乙", "示范局", ""), ("1.5吨锅炉使用登记", "示范局", ""),
        ]),
    ],
)  # fmt: skip
def test_columns_are_told_by_their_headings(text: str, found: list[tuple[str, ...]], read: Read) -> None:
    """Wherever they are; merged cells, sums, repeated headings and numbers before names are understood."""
    lists, findings = read("权力清单.csv", text)
    assert rows(lists) == found
    assert findings == []


def test_a_row_knows_where_it_stands(read: Read) -> None:
    """Line and character of a CSV file; row and column of a workbook."""
    (one,), _ = read("权力清单.csv", "序号,名称,部门\n12,甲,示范局\n")
    assert one.rows[0].place == ("清单/权力清单.csv", 2, 4)
    content = workbook({"表": [["标题"], ["序号", "名称", "部门"], [1, "甲", "示范局"]]})
    (first, second), _ = read("权力清单.xlsx", content)
    assert (first.rows[0].place.line, second.rows[0].place) == (2, ("清单/权力清单.xlsx", 3, 2))


def test_gbk_is_read(read: Read) -> None:
    """As WPS saves it; with the notice that declarations get too."""
    lists, findings = read("权力清单.csv", "名称,部门\n取水许可,示范局\n".encode("gbk"))
    assert rows(lists) == [("取水许可", "示范局", "")]
    assert [finding.code for finding in findings] == ["Y103"]


def test_the_matters_that_a_service_is_for(read: Read) -> None:
    """中介服务清单: another column of names."""
    (one,), findings = read("中介服务清单.csv", "中介服务事项名称,涉及的审批事项名称\n检测报告编制,取水许可、采砂许可\n")
    assert [(row.names, row.related) for row in one.rows] == [(("检测报告编制",), "取水许可、采砂许可")]
    assert findings == [], "whose the services are is not asked"


def test_who_offers_a_service_is_no_department(read: Read) -> None:
    """实施机构 of a 中介服务清单 is a firm; the row counts all the same."""
    text = "中介服务名称,实施机构,涉及的审批事项\n检测,示范检测公司、甲公司,取水许可\n"
    (one,), findings = read("中介服务清单.csv", text)
    assert [(row.names, row.department, row.related) for row in one.rows] == [(("检测",), "", "取水许可")]
    assert findings == []


def test_a_list_of_services_that_says_not_what_for_is_told_at_its_headings(read: Read) -> None:
    """The row of headings, below the title."""
    _, (found,) = read("中介服务清单.csv", "示范市中介服务清单,\n中介服务名称,备注\n检测,无\n")
    assert (str(found.place), found.message.split(",")[0]) == ("清单/中介服务清单.csv:2:1", "没有“涉及的审批事项”一列")


@pytest.mark.parametrize(
    ("name", "text", "code", "said"),
    [
        ("附件.csv", "名称\n甲\n", "F107", "「附件.csv」不是以清单的名称开头的"),
        ("权力清单-卫计委.csv", "名称\n甲\n", "F107", "文件名里的「卫计委」不是方案里的单位"),
        ("权力清单.xls", "x", "F106", "只认得 .csv 和 .xlsx,不认得“.xls”"),
        ("权力清单", "x", "F106", "没有后缀的文件"),
        ("权力清单.xlsx", "名称\n甲\n", "F106", "是文字"),
        ("权力清单.csv", '名称,单位\n"甲' + "长" * 140_000, "F106", "第 2 行起不是 CSV 表格"),
        ("权力清单.csv", "项目,单位\n甲,示范局\n", "F108", "找不到写着“名称”的一列"),
        ("权力清单.csv", "", "F108", "找不到写着“名称”的一列"),
        ("权力清单.csv", "名称,单位,设定依据,备注\n甲,示范局,法,\n", "F109", "没有用到的列:设定依据"),
        ("权力清单.csv", "名称,类型\n甲,行政许可\n", "F109", "没有单位列"),
        ("中介服务清单.csv", "中介服务名称,备注\n检测,协商\n", "F109", "没有“涉及的审批事项”一列"),
        ("权力清单.csv", "名称,单位\n甲,卫计委\n乙,卫计委\n丙,党办\n", "F109", "单位「卫计委」「党办」不在方案里"),
        ("权力清单.csv", "类型,名称,单位\n许可,,示范局\n处罚,甲,示范局\n", "F109", "第 2 行没有名称,共 1 行没有读"),
        ("权力清单.csv", "名称,单位\n" + "长" * 301 + ",示范局\n乙,示范局\n", "F109", "第 2 行没有名称"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told(name: str, text: str, code: str, said: str, read: Read) -> None:
    """Once, with what to do about it."""
    _, (found,) = read(name, text)
    assert (found.code, said in found.message, bool(found.hint)) == (code, True, True), found.message


def test_a_sheet_without_names_is_told(read: Read) -> None:
    """The others are read."""
    content = workbook({"说明": [["填表说明"]], "权力": [["名称", "单位"], ["甲", "示范局"]]})
    lists, (found,) = read("权力清单.xlsx", content)
    assert rows(lists) == [("甲", "示范局", "")]
    assert (found.severity, found.message) == (Severity.INFO, "工作表「说明」里没有“名称”列,没有读")


def test_what_is_put_aside_is_passed_over(read: Read) -> None:
    """Hidden files, locks of office programs, names that begin with _."""
    for name in (".权力清单.csv", "~$权力清单.xlsx", "_旧权力清单.csv"):
        assert read(name, "x") == ((), [])


def test_a_folder_among_the_lists_is_told(tmp_path: Path) -> None:
    """Nothing in it is read."""
    (write(tmp_path, "") / "清单" / "权力清单.csv").mkdir(parents=True)
    _, (found,), _ = read_project_folder(tmp_path)
    assert (found.code, found.message) == ("F107", "这里只放清单文件")


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    """A link that leads nowhere."""
    (write(tmp_path, "") / "清单").mkdir()
    (tmp_path / "清单" / "权力清单.csv").symlink_to(tmp_path / "没有")
    _, (found,), _ = read_project_folder(tmp_path)
    assert (found.code, found.message) == ("F106", "读不了「权力清单.csv」:文件已经不在了")


CELL = st.sampled_from(
    ["", "名称", "权力名称", "单位", "类型", "主项", "子项", "示范局", "发改局、示范局", "甲", "1.乙", "一、丙", "合计", '"', "\t", ";", "长" * 400]
)


@given(st.lists(st.lists(CELL, max_size=5).map(",".join), max_size=8).map("\n".join), st.sampled_from(list(ListKind)))
def test_any_table_is_read_or_told(text: str, kind: ListKind) -> None:
    """Whatever stands in it: never an exception; every row has a name, and stands where the file says."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "清单" / f"{kind}.csv"
        file.parent.mkdir()
        file.write_text(text, encoding="utf-8")
        found = read_lists(Path(folder), PLAN, ())
    assert found.lists or found.findings
    assert all(row.names and 1 <= row.place.line <= text.count("\n") + 1 for one in found.lists for row in one.rows)
