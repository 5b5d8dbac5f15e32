"""``zaizao merge``: what a Chinese keyboard types is understood, and what cannot be told is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.conftest import Ran
from tests.commands.merging import changed, edit


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        ({"U9": "1、申请书；2、身份证；3、章程2份"}, ("+     - 章程(2份)",)),
        ({"AA9": "{}；窗口办理"}, ("- 备注: 试行", "+ 备注: 试行;窗口办理")),
        ({"Y9": "6个工作日"}, ("-   时限: 8工作日", "+   时限: 6工作日")),
        ({"Y9": "6天"}, ("-   时限: 8工作日", "+   时限: 6工作日")),
    ],
)  # fmt: skip
def test_what_is_typed_on_a_chinese_keyboard_is_written(
    declared: Path,
    made: Callable[[str], Path],
    zaizao: Callable[..., Ran],
    cells: dict[str, str],
    lines: tuple[str, ...],
) -> None:
    """；for ;, 、 behind numbers, units in cells of numbers: the mend is the same as of the form's own marks."""
    before = declared.read_text()
    form = made("6")
    sheet = load_workbook(form).worksheets[0]
    edit(form, {key: text.format(sheet[key].value) for key, text in cells.items()})
    zaizao("merge", form)
    assert [line for line in changed(before, declared.read_text()) if line[:1] in "+-"] == list(lines)


def test_marks_alone_are_no_edit(declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]) -> None:
    """Whoever types the list again has changed nothing."""
    form = made("6")
    sheet = load_workbook(form).worksheets[0]
    edit(form, {"U9": str(sheet["U9"].value).replace(";", "；").replace(".", "、")})
    assert zaizao("merge", form).out == "附件6与申报一致,没有要写回的。\n"


def test_what_cannot_be_told_is_asked_for(
    declared: Path, made: Callable[[str], Path], zaizao: Callable[..., Ran]
) -> None:
    """A list without numbers, and another unit of days."""
    form = made("6")
    edit(form, {"U9": "申请书、身份证、章程", "Y9": "6个自然日"})
    said = zaizao("merge", form, "--查看").out
    assert "没有编号,分不清是几个:在表上写成 1.甲;2.乙 的样子,再写回" in said
    assert "单位和申报的不一样:要换单位的在申报里改" in said
