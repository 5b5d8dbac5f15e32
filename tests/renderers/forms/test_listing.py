"""Forms as plain text."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from engine.annexes.form import Card, Cell, Column, Field, Form, Paper, headings
from renderers.forms.listing import listing

COLUMNS = (
    Column("index", "序号"),
    Column("name", "事项名称", "1"),
    Column("before", "减环节 / 优化前(个)", "2"),
)
FORM = Form(
    code="附件6",
    label="附件6",
    title="海林市工作流程优化对比台账",
    unit_name="海林市市场监督管理局",
    headings=headings(COLUMNS, 2),
    columns=COLUMNS,
    header_rows=3,
    rows=((Cell(1), Cell("食品经营许可证核发"), Cell(Fraction(1, 2))),),
    total=(Cell("总计"), Cell(1), Cell("——")),
    notes=("注:1.不能空项。", "2.有其他情况\n请注明。"),
    paper=Paper.A3,
)


def test_a_form_is_listed_cell_by_cell() -> None:
    """The whole text, as a reviewer reads it."""
    assert (
        listing(FORM)
        == """\
附件6
海林市工作流程优化对比台账
单位名称(盖章):海林市市场监督管理局 主要领导签字:
A3横向

序号
1 事项名称
2 减环节 / 优化前(个)

序号: 总计
1 事项名称: 1
2 减环节 / 优化前(个): ——

序号: 1
1 事项名称: 食品经营许可证核发
2 减环节 / 优化前(个): 0.5

注:1.不能空项。
2.有其他情况⏎请注明。
"""
    )


def test_what_a_form_does_not_have_is_not_listed() -> None:
    """No sign line, no 总计, no notes; a form of standing paper."""
    form = replace(FORM, sign_left="", total=None, notes=(), rows=(), portrait=True, paper=Paper.A4)
    assert listing(form) == ("附件6\n海林市工作流程优化对比台账\nA4纵向\n\n序号\n1 事项名称\n2 减环节 / 优化前(个)\n")


def test_a_card_is_listed_field_by_field() -> None:
    """In the order in which it is read: row by row, each from left to right."""
    card = Card(
        code="附件7",
        label="附件7",
        title="一次性告知单",
        unit_name="海林市市场监督管理局",
        rows=(
            (Field("事项名称", Cell("食品经营许可证核发")),),
            (Field("法定时限", Cell("20个工作日")), Field("承诺时限", Cell(13))),
            (Field("申报所需材料", Cell("1.申请书\n2.章程")),),
        ),
        notes=("注:请带原件。",),
    )
    assert (
        listing(card)
        == """\
附件7
一次性告知单
A4纵向

事项名称: 食品经营许可证核发
法定时限: 20个工作日
承诺时限: 13
申报所需材料: 1.申请书⏎2.章程

注:请带原件。
"""
    )


@given(position=st.integers(0, 2), text=st.text(st.characters(exclude_characters="\n⏎", codec="utf-8"), max_size=5))
def test_another_text_in_a_cell_is_another_line(position: int, text: str) -> None:
    """One cell, one line: all other lines stay."""
    row = list(FORM.rows[0])
    row[position] = Cell(text)
    old, new = (one.split("\n") for one in (listing(FORM), listing(replace(FORM, rows=(tuple(row),)))))
    changed = [number for number, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    assert changed in ([], [old.index("序号: 1") + position])
