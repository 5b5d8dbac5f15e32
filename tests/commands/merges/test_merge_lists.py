"""``zaizao merge``: 环节, 程序 and fees that came, went or say something else; what only other places can tell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell

from tests.commands.conftest import Ran
from tests.commands.merging import FILE, FORM, MATTER, changed, edit
from tests.declaring import write

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
    "an act more at the end": (
        dict.fromkeys(("P9", "Q9"), "1.形式审查;2.资料审核;3.实地核查(2人以上);4.送达;5.登记"),
        ("-     - 送达 | 综合股 | 1工作日 | 送达", "+     - 送达 | 综合股 | 1工作日 | 送达、登记"),
    ),
    "an act more at the beginning": (
        dict.fromkeys(("P9", "Q9"), "1.登记;2.形式审查;3.资料审核;4.实地核查(2人以上);5.送达"),
        ("-     - 受理 | 综合股 | 1工作日 | 形式审查", "+     - 受理 | 综合股 | 1工作日 | 登记、形式审查"),
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


LONG = MATTER.replace(
    "    - 送达 | 综合股 | 1工作日 | 送达\n",
    """    - 环节: 送达 | 综合股 | 1工作日
      程序:
        - 名称: 制证
          法定: 是
        - 送达(2人以上、法定)
    - 环节: 归档 | 综合股 | 即时 | 归档
      不计环节: 内部事务
""",
).replace(
    "    - 身份证 # 复印\n", "    - 名称: 身份证\n      来源: 自备\n    - 名称: 图纸\n      依据: 《办法》第二条 # 注\n"
)
LONG_EDITS: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "a paper renamed": ({"U9": "1.申请书;2.户口簿;3.图纸"}, ("-     - 名称: 身份证", "+     - 名称: 户口簿")),
    "copies as clerks write them": ({"U9": "1.申请书2份;2.身份证;3.图纸"}, ("-     - 申请书", "+     - 申请书(2份)")),
    "a paper less": ({"U9": "1.申请书;2.图纸"}, ("-     - 名称: 身份证", "-       来源: 自备")),
    "a paper less that has a comment": ({"U9": "1.申请书;2.身份证"}, ()),
    "an act more at the end": (
        dict.fromkeys(("P9", "Q9"), "1.形式审查;2.资料审核;3.实地核查(2人以上);4.制证;5.送达(2人以上);6.登记"),
        ("+         - 登记",),
    ),
    "an act less": (
        dict.fromkeys(("P9", "Q9"), "1.形式审查;2.资料审核;3.实地核查(2人以上);4.送达(2人以上)"),
        ("-         - 名称: 制证", "-           法定: 是"),
    ),
    "an act more before one with keys": (
        dict.fromkeys(("P9", "Q9"), "1.形式审查;2.资料审核;3.实地核查(2人以上);4.制证;5.登记;6.送达(2人以上)"),
        ("+         - 登记",),
    ),
    "a step where an uncounted one stands": (
        {
            **dict.fromkeys(("K9", "L9"), "1.受理;2.审核;3.送达;4.回访"),
            **dict.fromkeys(("P9", "Q9"), "1.形式审查;2.资料审核;3.实地核查(2人以上);4.制证;5.送达(2人以上);6.回访"),
        },
        (),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LONG_EDITS)
def test_what_has_keys_of_its_own_is_edited_too(
    declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran], name: str
) -> None:
    """A comment is never lost; where a line could stand on either side of another one, people decide."""
    declared.write_text(LONG)
    cells, lines = LONG_EDITS[name]
    form = made("6")
    edit(form, cells)
    zaizao("merge", form)
    assert changed(LONG, declared.read_text()) == list(lines)
    if lines:
        zaizao("merge", "--撤销")
        assert declared.read_text() == LONG


USED = LONG.replace(
    "  材料: 申请书\n",
    """  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 环节: 审核 | 业务股 | 5工作日 | 资料审核
      使用: 身份证、图纸
    - 并联:
        - 环节: 勘察 | 业务股 | 1工作日 | 实地核查(2人以上)
          使用:
            - 申请书
            - 身份证
        - 环节: 核对 | 综合股 | 1工作日 | 核对
          使用: 身份证
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书(2份)、身份证、图纸
""",
)


def test_a_paper_that_is_gone_is_used_no_more(
    declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]
) -> None:
    """Wherever a step of that version names it: in a list, on a line, alone; undo gives every byte back."""
    declared.write_text(USED)
    form = made("6")
    edit(form, {"V9": "1.申请书(2份);2.图纸"})
    ran = zaizao("merge", form)
    assert changed(USED, declared.read_text()) == [
        "-       使用: 身份证、图纸",
        "+       使用: 图纸",
        "-             - 身份证",
        "-           使用: 身份证",
        "-   材料: 申请书(2份)、身份证、图纸",
        "+   材料: 申请书(2份)、图纸",
    ]
    assert "使用" not in ran.out
    assert zaizao("merge", "--撤销").code == 0
    assert declared.read_text() == USED


def test_where_a_paper_that_is_gone_is_still_used_is_told(
    declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]
) -> None:
    """The steps of 优化后 are those of 优化前, which goes on to have it; nor is another paper in its place the same."""
    both = MATTER.replace("      去向:\n", "      使用: 身份证\n      去向:\n").replace(
        "  材料: 申请书\n", "  材料: 申请书、身份证\n"
    )
    declared.write_text(both)
    line = both.split("\n").index("      使用: 身份证") + 1
    told = f"    写回后还要改:第{line}行「审核」的“使用”还写着「身份证」,材料里已经没有了\n"
    for wanted in ("1.申请书", "1.申请书;2.户口簿"):
        form = made("6")
        edit(form, {"V9": wanted})
        ran = zaizao("merge", form)
        assert (ran.code, told in ran.out, "      使用: 身份证\n" in declared.read_text()) == (1, True, True)
        zaizao("merge", "--撤销")


def test_long_texts_are_shown_where_they_begin_to_differ(
    made: Callable[[str], Path], zaizao: Callable[..., Ran]
) -> None:
    """Not by their first forty characters, which are the same."""
    form = made("6")
    acts = "1.形式审查;2.资料审核;3.实地核查(2人以上);4.送达;5.寄送给申请人所在的镇政府"
    edit(form, {"P9": acts, "Q9": acts})
    assert ":…查(2人以上);4.送达 → …查(2人以上);4.送达;5.寄送给申请人所在的镇政府" in zaizao("merge", form).out


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
        MATTER.replace("时限: 8工作日", "时限: 即时")
        .replace("时限: 10工作日", "时限: 即时")
        .replace("20工作日(《行政许可法》第四十二条)", "无")
    )
    form = made("6")
    edit(form, {"Y9": 3})
    assert "没有写单位,也看不出:在申报里写明是工作日还是自然日" in zaizao("merge", form).out


def test_a_name_that_others_refer_to_is_told_with_the_place(
    project: Path, declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]
) -> None:
    """联审联批 calls a matter by its name."""
    write(
        project,
        f"==> {FILE} <==\n{MATTER}\n==> 联审联批/01-开工.yaml <==\n名称: 开工\n牵头: 示范局\n优化前:\n  - 办理: 取水 | 示范局 | 10工作日\n    事项: 示范局/取水许可\n优化后:\n  - 取水 | 示范局 | 8工作日\n",
    )
    form = made("4")
    edit(form, {"B7": "取用水许可"})
    ran = zaizao("merge", form)
    assert "写了就有错:联审联批/01-开工.yaml第" in ran.out
    assert "取用水许可" not in declared.read_text()
