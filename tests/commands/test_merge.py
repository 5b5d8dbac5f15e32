"""``zaizao merge``: what was edited in a form of ours is changed in the declaration, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from processes.model.form_record import SHEET
from tests.commands.conftest import Ran
from tests.commands.merging import FORM, MATTER, changed, declare, edit, make


@pytest.fixture
def declared(project: Path) -> Path:
    """The matter's file, in a project with nothing else."""
    return declare(project)


@pytest.fixture
def made(declared: Path, zaizao: Callable[..., Ran]) -> Callable[[str], Path]:
    """Makes the form of that number."""
    return lambda number: make(declared, zaizao, number)


EDITS: tuple[tuple[str, str, object, tuple[str, ...]], ...] = (
    ("4", "B7", "取用水许可", ("- 名称: 取水许可   # 名称后的注", "+ 名称: 取用水许可   # 名称后的注")),
    (
        "4",
        "F7",
        "一、《水法》第七条\n二、《取水条例》第三条",
        ("-   行政法规: 《取水条例》第二条", "+   行政法规: 《取水条例》第三条"),
    ),
    ("4", "G7", "企业", ("- 相对人: 企业、个人", "+ 相对人: 企业")),
    ("4", "H7", "窗口公开、网站公开", ("- 公开方式: 窗口公开", "+ 公开方式: 窗口公开、网站公开")),
    ("4", "I7", "海林终审", ("- 终审: 省终审", "+ 终审: 海林终审")),
    ("4", "L7", "无申请", ("+ 未行使原因: 无申请",)),
    ("4", "K7", "示范局、住建局", ("+ 并联部门: 住建局",)),
    ("5", "C5", "环节太多", ("-   - 环节多 | 合并环节 | 综合股", "+   - 环节太多 | 合并环节 | 综合股")),
    ("5", "D5", "并环节", ("-   - 环节多 | 合并环节 | 综合股", "+   - 环节多 | 并环节 | 综合股")),
    ("5", "E5", "业务股", ("-   - 环节多 | 合并环节 | 综合股", "+   - 环节多 | 合并环节 | 业务股")),
    ("6", "B9", "取用水许可", ("- 名称: 取水许可   # 名称后的注", "+ 名称: 取用水许可   # 名称后的注")),
    (
        "6",
        "W9",
        15,
        ("- 法定时限: 20工作日(《行政许可法》第四十二条)", "+ 法定时限: 15工作日(《行政许可法》第四十二条)"),
    ),
    ("6", "X9", 12, ("-   时限: 10工作日   # 十天", "+   时限: 12工作日   # 十天")),
    ("6", "X9", "12自然日", ()),
    ("6", "Y9", 7, ("-   时限: 8工作日", "+   时限: 7工作日")),
    ("6", "Y9", 0, ("-   时限: 8工作日", "+   时限: 即时")),
    ("6", "AA9", "工作日;试办", ("- 备注: 试行", "+ 备注: 试办")),
    ("6", "U9", "1.申请书;2.户口簿", ("-     - 身份证 # 复印", "+     - 户口簿 # 复印")),
    ("6", "U9", "1.申请书;2.身份证;3.图纸", ("+     - 图纸",)),
    ("6", "U9", "1.申请书", ("-     - 身份证 # 复印", "+     # 复印")),
    ("6", "V9", "1.申请表", ("-   材料: 申请书", "+   材料: 申请表")),
    ("6", "V9", "1.申请书;2.图纸", ("-   材料: 申请书", "+   材料: 申请书、图纸")),
    ("4", "F7", "一、《水法》第七条", ("-   行政法规: 《取水条例》第二条",)),
    ("4", "F7", "无", ("- 依据:", "+ 依据: 无", "-   法律: 《水法》第七条", "-   行政法规: 《取水条例》第二条")),
    (
        "4",
        "F7",
        "一、《水法》第七条\n二、《中华人民共和国防洪法》第八条\n三、《取水条例》第二条",
        ("+   法律:", "-   法律: 《水法》第七条", "+     - 《水法》第七条", "+     - 《中华人民共和国防洪法》第八条"),
    ),
    (
        "4",
        "F7",
        "一、《水法》第七条\n二、《取水条例》第二条\n三、《取水办法》第九条",
        ("+   国家部委规章: 《取水办法》第九条  # ★核对效力层级",),
    ),
    ("7", "C9", "许可证、副本(电子版)", ()),
    ("7", "C10", "取证证照", ("-   - 许可证 # 正本", "+   - 取证证照 # 正本", "-   - 副本")),
)


@pytest.mark.parametrize(("number", "cell", "value", "lines"), EDITS)
def test_an_edited_cell_changes_its_value_and_nothing_else(
    declared: Path,
    made: Callable[[str], Path],
    zaizao: Callable[..., Ran],
    number: str,
    cell: str,
    value: str | int,
    lines: tuple[str, ...],
) -> None:
    """Comments, order and spaces stay; what cannot be said in one value is not written; undo gives every byte back."""
    before = declared.read_text()
    form = made(number)
    edit(form, {cell: value})
    ran = zaizao("merge", form)
    assert changed(before, declared.read_text()) == list(lines)
    assert ("已写回" in ran.out) == bool(lines)
    if lines:
        assert zaizao("merge", "--撤销").code == 0
        assert declared.read_text() == before


def test_a_preview_writes_nothing(declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]) -> None:
    """It shows the lines; once written, there is nothing more to write."""
    before = declared.read_text()
    form = made("6")
    edit(form, {"Y9": 7})
    ran = zaizao("merge", form, "--查看")
    assert (ran.code, declared.read_text()) == (0, before)
    assert "-  时限: 8工作日\n+  时限: 7工作日\n" in ran.out
    assert "将写回(1 处):\n  附件6!Y9(“取水许可”,压时限·优化后):8 → 7\n" in ran.out
    zaizao("merge", form)
    assert zaizao("merge", form).out.endswith("没有要写回的。\n")


def test_a_form_that_was_not_edited_changes_nothing(made: Callable[[str], Path], zaizao: Callable[..., Ran]) -> None:
    """Whatever the declaration says by now."""
    forms = [made(number) for number in FORM]
    for form in forms:
        ran = zaizao("merge", form)
        assert (ran.code, ran.err) == (0, "")
        assert "没有要写回的" in ran.out


def test_what_both_changed_is_shown_with_all_three_values(
    declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]
) -> None:
    """Neither is taken; what only the declaration changed is left as it is there."""
    form = made("6")
    declared.write_text(MATTER.replace("8工作日", "9工作日").replace("试行", "试用").removeprefix("# 全文\n"))
    before = declared.read_text()
    edit(form, {"Y9": 7})
    ran = zaizao("merge", form)
    assert (ran.code, declared.read_text()) == (1, before)
    assert "两边都改了,没有写,请定下用哪个(1 处):" in ran.out
    assert "    生成时:8\n    附件上:7\n    申报里:9(示范局/01-示范事项.yaml:" in ran.out


def test_a_computed_cell_is_explained(declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]) -> None:
    """How it is computed and where to change it; of the total too."""
    before = declared.read_text()
    form = made("6")
    edit(form, {"Z9": 5, "H9": 2, "X8": 99})
    ran = zaizao("merge", form)
    assert (ran.code, declared.read_text()) == (1, before)
    assert "由“第23栏-第24栏”算出;要改它,改它的来源(示范局/01-示范事项.yaml:" in ran.out
    assert "总计行由程序重新计算,改了也不写回(1 处):\n  附件6!X8:10 → 99" in ran.out


def test_rows_are_known_by_their_names_wherever_they_stand(
    declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]
) -> None:
    """Rows above, an added matter, and one whose row is gone: told, no file made or deleted."""
    declared.with_name("02-采砂.yaml").write_text(declared.read_text().replace("取水许可", "采砂许可"))
    form = made("6")
    book = load_workbook(form)
    sheet = book.worksheets[0]
    sheet.delete_rows(10)
    sheet.insert_rows(9, 2)
    sheet["B9"], sheet["U9"], sheet["Y11"] = "打井许可", "1.申请书", 7
    book.save(form)
    ran = zaizao("merge", form)
    assert ran.code == 1
    assert "  时限: 7工作日\n" in declared.read_text()
    assert "附件6!B9 “打井许可”\n  新的事项用 zaizao import 附件6.xlsx 导入。" in ran.out
    assert "附件里没有了的行(1 行),文件没有删除" in ran.out
    assert "“采砂许可” 示范局/02-采砂.yaml" in ran.out
    assert declared.with_name("02-采砂.yaml").exists()


def test_without_a_record_only_two_sides_are_compared(
    declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]
) -> None:
    """It is said so."""
    form = made("6")
    book = load_workbook(form)
    del book[SHEET]
    book.worksheets[0]["Y9"] = 7
    book.save(form)
    ran = zaizao("merge", form)
    assert "没有记着生成时的内容" in ran.out
    assert "  时限: 7工作日\n" in declared.read_text()


def test_undo_refuses_what_was_changed_since(
    declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]
) -> None:
    """Nothing is lost; and there is one undo."""
    assert zaizao("merge", "--撤销").code == 3
    form = made("6")
    edit(form, {"Y9": 7})
    zaizao("merge", form)
    declared.write_text(declared.read_text() + "# 又改\n")
    ran = zaizao("merge", "--撤销")
    assert ran.code == 3
    assert "写回以后又改过:示范局/01-示范事项.yaml。没有撤销" in ran.err
    assert declared.read_text().endswith("# 又改\n")


def test_line_ends_and_encoding_stay(declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]) -> None:
    """A file of Windows in GB18030."""
    raw = declared.read_text().replace("\n", "\r\n").encode("gb18030")
    declared.write_bytes(raw)
    form = made("6")
    edit(form, {"Y9": 7})
    zaizao("merge", form)
    assert declared.read_bytes() == raw.replace("8工作日".encode("gb18030"), "7工作日".encode("gb18030"))
