"""``zaizao import``: where the matters go, what is told of each cell, what is left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.commands.conftest import Ran
from tests.processes.intake.tables import drawn
from tests.processes.intake.workbooks import packed

TABLE = """单位名称:示范局|<|<|<|<
事项名称|事项类型|承办内设机构|事项相对人|领导批示
取水许可|行政审批事项|业务股|企业|同意
采砂许可|行政审批事项|水政股|法人|
"""


@pytest.fixture
def table(project: Path) -> Path:
    """A table of the small project's department, beside it."""
    path = project / "附件4.xlsx"
    path.write_bytes(drawn(TABLE))
    return path


def declarations(root: Path) -> set[str]:
    """The declaration files there."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*.yaml")}


def test_matters_go_into_the_folder_of_their_department(project: Path, table: Path, zaizao: Callable[..., Ran]) -> None:
    """Under the next numbers; what is declared can be checked at once, and says what is missing."""
    before = declarations(project)
    ran = zaizao("import", table)
    assert (ran.code, ran.err) == (0, "")
    assert declarations(project) - before == {"示范局/02-取水许可.yaml", "示范局/03-采砂许可.yaml"}
    assert "  认出 4 栏:A2 事项名称、B2 事项类型、C2 承办内设机构、D2 事项相对人\n" in ran.out
    assert "  没有用:E2“领导批示” 标题看不出是什么\n" in ran.out
    assert "  新建 示范局/02-取水许可.yaml(待补、待核对 " in ran.out
    assert "      相对人:核对:Sheet1!D4写了“法人”,只能从公民、个人、" in ran.out
    assert "承办“水政股”不在 示范局/单位.yaml 的内设机构里(附件4.xlsx 的 Sheet1!A4“采砂许可”):先加上" in ran.out
    assert ran.out.endswith("标★的改成实际情况,改完运行:zaizao check 示范局\n")
    checked = zaizao("check", "示范局/02-取水许可.yaml", "--选择", "D,S")
    assert (checked.code, "错误 0" in checked.out or "错误" not in checked.out) == (0, True)


def test_a_preview_writes_nothing(project: Path, table: Path, zaizao: Callable[..., Ran]) -> None:
    """And says so."""
    before = declarations(project)
    ran = zaizao("import", table, "--查看", "-o", "对照表.xlsx")
    assert "  将新建 示范局/02-取水许可.yaml" in ran.out
    assert ran.out.endswith("这是查看,没有写文件;要导入,去掉 --查看 再运行。\n")
    assert declarations(project) == before
    assert not (project / "对照表.xlsx").exists()


def test_a_matter_that_is_there_is_left_alone(project: Path, table: Path, zaizao: Callable[..., Ran]) -> None:
    """Whatever its number, and also where its file cannot be read."""
    (project / "示范局/07-取水许可.yaml").write_text("!错\n", encoding="utf-8")
    ran = zaizao("import", table)
    assert ran.code == 1
    assert "  已有,没有动 示范局/07-取水许可.yaml\n" in ran.out
    assert "要把表里改过的写进已有的申报,用 zaizao merge" in ran.out
    assert (project / "示范局/07-取水许可.yaml").read_text("utf-8") == "!错\n"
    assert (project / "示范局/08-采砂许可.yaml").exists()
    again = zaizao("import", table)
    assert again.out.count("已有,没有动") == 2


def test_the_workbook_of_cells_names_every_one(project: Path, table: Path, zaizao: Callable[..., Ran]) -> None:
    """What it says, where it went, or why not."""
    ran = zaizao("import", table, "-o", "对照表.xlsx")
    assert "已写入 对照表.xlsx(对照表,10 格)\n" in ran.out
    book = CalamineWorkbook.from_path(str(project / "对照表.xlsx"))
    assert book.sheet_names == ["单元格", "列", "事项"]
    rows = [list(map(str, row)) for row in book.get_sheet_by_name("单元格").to_python()]
    assert ["附件4.xlsx", "Sheet1!A3", "取水许可", "直接", "示范局/取水许可", "名称", ""] in rows
    assert ["附件4.xlsx", "Sheet1!E3", "同意", "没用", "", "", "这一列没有用上"] in rows
    assert ["附件4.xlsx", "Sheet1!A1", "单位名称:示范局", "说明", "", "", "单位:示范局"] in rows
    assert (
        zaizao("import", table, "-o", "对照表.csv").err == "错误:对照表是 .xlsx 文件;“对照表.csv”的后缀应是 .xlsx。\n"
    )


def test_a_department_without_a_folder_gets_one(project: Path, zaizao: Callable[..., Ran]) -> None:
    """With the offices that its table names; both are sound."""
    (project / "住建局.xlsx").write_bytes(
        drawn("事项名称|承办内设机构|类型\n施工许可|建管股|行政审批事项\n占道许可|行政审批股|行政审批事项")
    )
    ran = zaizao("import", "住建局.xlsx")
    assert "  新建 住建局/单位.yaml(待补、待核对 3 处)\n" in ran.out
    text = (project / "住建局/单位.yaml").read_text("utf-8")
    assert "  - 建管股\n  - 行政审批股 | 审批\n" in text
    assert zaizao("check", "住建局", "--选择", "D,S").code == 0


def test_rows_of_nobody_are_told_and_not_imported(project: Path, zaizao: Callable[..., Ran]) -> None:
    """A project of several departments, a table that names none."""
    (project / "住建局").mkdir()
    (project / "住建局/单位.yaml").write_text("名称: 住建局\n全称: 住建局\n内设机构: 建管股\n", encoding="utf-8")
    (project / "表.xlsx").write_bytes(drawn("事项名称|事项类型\n施工许可|行政审批事项"))
    ran = zaizao("import", "表.xlsx")
    assert ran.code == 1
    assert "看不出是哪个单位的,没有导入:表.xlsx 的 Sheet1!A2“施工许可”。请加 --部门 简称" in ran.out
    assert "  新建 住建局/01-施工许可.yaml" in zaizao("import", "表.xlsx", "--部门", "住建局").out
    assert (
        zaizao("import", "表.xlsx", "--部门", "没有局").err
        == "错误:方案.yaml 的部门里没有“没有局”。要新增的先写进方案。\n"
    )


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    project: Path, table: Path, zaizao: Callable[..., Ran]
) -> None:
    """It is named with what to do."""
    (project / "旧.pdf").write_bytes(b"%PDF-1.7")
    (project / "坏.xlsx").write_bytes(packed("")[:-30])
    ran = zaizao("import", table, "旧.pdf", "坏.xlsx")
    assert ran.code == 3
    assert (project / "示范局/02-取水许可.yaml").exists()
    assert ran.err == (
        "没有读:“旧.pdf”:内容是PDF。PDF 里没有表格,只有画出来的样子;请找原来的 Excel 或 Word 文件。\n没有读:“坏.xlsx”:内容是打不开的文件(坏了)。可能没有存好或没有下载完,请重新存一份。\n"
    )


def test_a_folder_stands_for_the_tables_in_it(project: Path, table: Path, zaizao: Callable[..., Ran]) -> None:
    """Those below it too; what an office program leaves beside an open file is none."""
    sent = project / "报送"
    (sent / "附件7").mkdir(parents=True)
    table.rename(sent / "附件4.xlsx")
    (sent / "附件7" / "附件4.xlsx").write_bytes(drawn("事项名称|服务对象\n取水许可|企业"))
    (sent / "~$附件4.xlsx").write_bytes(b"")
    ran = zaizao("import", sent)
    assert (ran.code, ran.err) == (0, "")
    assert f"{sent}/附件7/附件4.xlsx Sheet1\n  认出 1 栏:A1 事项名称\n  推定:B1“服务对象” → 相对人\n" in ran.out
    (project / "空").mkdir()
    assert zaizao("import", "空").err == "错误:“空”里没有表格(.xlsx、.docx、.csv)。\n"


def test_without_a_project_it_is_told_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zaizao: Callable[..., Ran]
) -> None:
    """As with every other command."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "表.xlsx").write_bytes(drawn("事项名称|事项类型\n施工许可|行政审批事项"))
    ran = zaizao("import", "表.xlsx")
    assert (ran.code, "还没有项目的,先用 zaizao init 建一个" in ran.err) == (3, True)


def test_a_plan_with_errors_is_named(project: Path, table: Path, zaizao: Callable[..., Ran]) -> None:
    """Its first error, with its place."""
    (project / "方案.yaml").write_text("名称: 甲\n", encoding="utf-8")
    ran = zaizao("import", table)
    assert ran.code == 3
    assert ran.err.startswith("错误:方案或单位的申报有错,先改好:方案.yaml:1:1 ")


def test_a_number_of_steps_beside_their_list_is_only_compared(project: Path, zaizao: Callable[..., Ran]) -> None:
    """环节(个) holds 3 and 三: no step is called so; 许可 is a type people write."""
    path = project / "事项.xlsx"
    path.write_bytes(
        drawn(
            "单位名称:示范局|<|<|<\n"
            "事项名称|类别|环节（个）|办理流程\n"
            "取水许可|许可|3|1.受理;2.审查;3.决定\n"
            "采砂许可|行政许可|三|1.受理;2.审查;3.决定\n"
        )
    )
    assert zaizao("import", path).code == 0
    for file in ("02-取水许可.yaml", "03-采砂许可.yaml"):
        text = (project / "示范局" / file).read_text("utf-8")
        assert "- 受理 | " in text
        assert "- 3 | " not in text
        assert "- 三 | " not in text
        assert "类型: 行政审批事项\n" in text
