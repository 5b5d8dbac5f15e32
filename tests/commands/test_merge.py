"""``zaizao merge``: what was edited in a form of ours is changed in the declaration, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import ndiff
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell

from processes.model.form_record import SHEET
from tests.commands.conftest import Ran
from tests.declaring import write

MATTER = """# 全文
# 头注
名称: 取水许可   # 名称后的注
类型: 行政审批事项
依据:
  法律: 《水法》第七条
  行政法规: 《取水条例》第二条
相对人: 企业、个人
法定时限: 20工作日(《行政许可法》第四十二条)
终审: 省终审
出具:
  - 许可证 # 正本
  - 副本
条件: 无
公开方式: 窗口公开
咨询电话: "0453-7221000"
问题:
  - 环节多 | 合并环节 | 综合股
备注: 试行

优化前:
  # 旧的时限
  时限: 10工作日   # 十天
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 环节: 审核 | 业务股 | 5工作日 | 资料审核、实地核查(2人以上)
      去向:
        不合格: 受理
    - 送达 | 综合股 | 1工作日 | 送达
  材料:
    - 申请书
    - 身份证 # 复印
优化后:
  时限: 8工作日
  材料: 申请书
# 尾注
"""
FILE = "示范局/01-示范事项.yaml"
FORM = {"4": "附件4.xlsx", "5": "附件5.xlsx", "6": "附件6.xlsx", "7": "附件7.xlsx"}
FIRST = {"4": 7, "5": 5, "6": 9}


@pytest.fixture
def declared(project: Path) -> Path:
    """The matter's file, in a project with nothing else."""
    write(project, f"==> {FILE} <==\n{MATTER}")
    return project / FILE


@pytest.fixture
def made(declared: Path, zaizao: Callable[..., Ran]) -> Callable[[str], Path]:
    """Makes the form of that number."""

    def make(number: str) -> Path:
        target = FILE if number == "7" else "示范局"
        assert zaizao("fill", target, "--表", number, "-o", FORM[number]).code == 0
        return declared.parents[1] / FORM[number]

    return make


def edit(form: Path, cells: Mapping[str, str | int]) -> None:
    """Change cells as a clerk does, and save."""
    book = load_workbook(form)
    for reference, value in cells.items():
        book.worksheets[0][reference] = value
    book.save(form)


def changed(before: str, after: str) -> list[str]:
    """The lines taken out and put in."""
    return [line for line in ndiff(before.split("\n"), after.split("\n")) if line[:1] in "+-"]


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
    ("6", "X9", "12工作日", ()),
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


FLOW = "    - 环节: 审核 | 业务股 | 5工作日 | 资料审核、实地核查(2人以上)"
NOT_WRITTEN: dict[str, dict[str, str]] = {
    "a step without its act": {"K9": "1.受理;2.会商;3.审核;4.送达", "L9": "1.受理;2.会商;3.审核;4.送达"},
    "a step that is gone, its act not": {"K9": "1.受理;2.审核", "L9": "1.受理;2.审核"},
    "an act between two steps": {
        "P9": "1.形式审查;2.登记;3.资料审核;4.实地核查(2人以上);5.送达",
        "Q9": "1.形式审查;2.登记;3.资料审核;4.实地核查(2人以上);5.送达",
    },
    "a step between two offices": {
        "K9": "1.受理;2.会商;3.审核;4.送达", "L9": "1.受理;2.会商;3.审核;4.送达",
        "P9": "1.形式审查;2.议;3.资料审核;4.实地核查(2人以上);5.送达",
        "Q9": "1.形式审查;2.议;3.资料审核;4.实地核查(2人以上);5.送达",
    },
    "only one of two versions that share their steps": {"P9": "1.形式审查;2.资料审核;3.送达"},
}  # fmt: skip
TOGETHER: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "an act more within a step": (
        dict.fromkeys(("P9", "Q9"), "1.形式审查;2.资料审核;3.会商;4.实地核查(2人以上);5.送达"),
        (f"- {FLOW}", f"+ {FLOW.replace('、', '、会商、')}"),
    ),
    "an act less": (
        dict.fromkeys(("P9", "Q9"), "1.形式审查;2.资料审核;3.送达"),
        (f"- {FLOW}", f"+ {FLOW.partition('、')[0]}"),
    ),
    "a step less, with its act": (
        {**dict.fromkeys(("K9", "L9"), "1.受理;2.审核"), **dict.fromkeys(("P9", "Q9"), "1.形式审查;2.资料审核;3.实地核查(2人以上)")},
        ("-     - 送达 | 综合股 | 1工作日 | 送达",),
    ),
    "a step more at the end, with its acts": (
        {
            **dict.fromkeys(("K9", "L9"), "1.受理;2.审核;3.送达;4.回访"),
            **dict.fromkeys(("P9", "Q9"), "1.形式审查;2.资料审核;3.实地核查(2人以上);4.送达;5.电话回访;6.登记"),
        },
        ("+     - 回访 | 综合股 | 无 | 电话回访、登记  # ★补时限;核对承办",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TOGETHER)
def test_steps_and_acts_come_and_go_where_there_is_one_way(
    declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran], name: str
) -> None:
    """What was guessed is marked and told; undo gives every byte back."""
    before = declared.read_text()
    cells, lines = TOGETHER[name]
    form = made("6")
    edit(form, cells)
    ran = zaizao("merge", form)
    assert changed(before, declared.read_text()) == list(lines)
    assert ("没有改成实际情况" in ran.out, ran.code) == (("★" in lines[0],) * 2)
    assert "没有写入" not in ran.out
    assert zaizao("merge", "--撤销").code == 0
    assert declared.read_text() == before


@pytest.mark.parametrize("name", NOT_WRITTEN)
def test_steps_and_acts_are_told_where_there_is_more_than_one_way(
    declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran], name: str
) -> None:
    """Nothing is written then."""
    before = declared.read_text()
    form = made("6")
    edit(form, NOT_WRITTEN[name])
    ran = zaizao("merge", form)
    assert (declared.read_text(), ran.code) == (before, 1)
    assert "没有写入,请手工改" in ran.out


FEES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("收费: 工本费 | 每证4元\n", "工本费:每证5元(依据:《××办法》)", ("- 收费: 工本费 | 每证4元", "+ 收费: 工本费 | 每证5元 | 《××办法》")),
    ("收费: 工本费 | 每证4元\n", "无", ("- 收费: 工本费 | 每证4元", "+ 收费: 不收费")),
    ("收费: 不收费\n", "工本费:每证4元", ("- 收费: 不收费", "+ 收费: 工本费 | 每证4元")),
    (
        "收费: 工本费 | 每证4元 # 注\n",
        "1.工本费:每证4元\n2.检测费:每次10元",
        ("+ 收费:", "- 收费: 工本费 | 每证4元 # 注", "+   - 工本费 | 每证4元 # 注", "+   - 检测费 | 每次10元"),
    ),
    (
        "收费:\n  - 工本费 | 每证4元\n  - 检测费 | 每次10元\n",
        "1.工本费:每证4元\n2.检测费:每次8元",
        ("-   - 检测费 | 每次10元", "+   - 检测费 | 每次8元"),
    ),
    ("收费:\n  - 工本费 | 每证4元\n  - 检测费 | 每次10元\n", "工本费:每证4元", ("-   - 检测费 | 每次10元",)),
    (
        "收费:\n  - 工本费 | 每证4元\n  - 检测费 | 每次10元\n",
        "不收费",
        ("+ 收费: 不收费", "- 收费:", "-   - 工本费 | 每证4元", "-   - 检测费 | 每次10元"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("written", "wanted", "lines"), FEES)
def test_a_changed_fee_is_written(
    declared: Path, zaizao: Callable[..., Ran], written: str, wanted: str, lines: tuple[str, ...]
) -> None:
    """是否收费 follows from it; undo gives every byte back."""
    before = MATTER.replace("备注: 试行\n", f"{written}备注: 试行\n")
    declared.write_text(before)
    form = declared.parents[1] / FORM["7"]
    assert zaizao("fill", FILE, "--表", "7", "-o", form).code == 0
    book = load_workbook(form)
    label = next(cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == "收费依据与标准")
    row = book.worksheets[0][label.row]
    next(cell for cell in row[label.column :] if not isinstance(cell, MergedCell)).value = wanted
    book.save(form)
    zaizao("merge", form)
    assert changed(before, declared.read_text()) == list(lines)
    assert zaizao("merge", "--撤销").code == 0
    assert declared.read_text() == before


def test_a_bare_number_takes_the_only_unit_of_the_matter(
    declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]
) -> None:
    """Of 即时 nobody can tell it otherwise; without any other limit it is asked for."""
    declared.write_text(MATTER.replace("时限: 8工作日", "时限: 即时"))
    form = made("6")
    edit(form, {"Y9": 3})
    zaizao("merge", form)
    assert "  时限: 3工作日\n" in declared.read_text()
    declared.write_text(
        MATTER.replace("时限: 8工作日", "时限: 即时").replace("时限: 10工作日", "时限: 即时").replace("20工作日(《行政许可法》第四十二条)", "无")
    )
    form = made("6")
    edit(form, {"Y9": 3})
    assert "没有写单位,也看不出:在申报里写明是工作日还是自然日" in zaizao("merge", form).out


def test_a_name_that_others_refer_to_is_told_with_the_place(
    project: Path, declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]
) -> None:
    """联审联批 calls a matter by its name."""
    write(project, f"==> {FILE} <==\n{MATTER}\n==> 联审联批/01-开工.yaml <==\n名称: 开工\n牵头: 示范局\n优化前:\n  - 办理: 取水 | 示范局 | 10工作日\n    事项: 示范局/取水许可\n优化后:\n  - 取水 | 示范局 | 8工作日\n")
    form = made("4")
    edit(form, {"B7": "取用水许可"})
    ran = zaizao("merge", form)
    assert "写了就有错:联审联批/01-开工.yaml第" in ran.out
    assert "取用水许可" not in declared.read_text()


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
