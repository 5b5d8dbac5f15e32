"""Errors planted in single cells: what a tired clerk, or a wrong program, would leave there."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from engine.annexes.form import Card, Cell, Form
from engine.reconcile.values import TOTAL_ROW, Filed, Ref, Value, items_in, printed_limit
from processes.model.vocabulary import MatterType

_LISTS = (10, 11, 15, 16, 20, 21)
_YES_NO = (2, 3, 4, 5)


def spoiled(filed: Filed, ref: Ref, dice: Random) -> Filed:
    """The same with another value in the cell ``ref``."""
    if ref.code == "附件8":
        return replace(filed, boxes={**filed.boxes, ref.matter: filed.boxes[ref.matter] + 1})
    if ref.matter:
        card = filed.cards[ref.matter]
        return replace(filed, cards={**filed.cards, ref.matter: _in_card(card, ref, dice)})
    return replace(filed, forms={**filed.forms, ref.code: _in_form(filed.forms[ref.code], ref, dice)})


def _in_form(form: Form, ref: Ref, dice: Random) -> Form:
    row = form.total if ref.row == TOTAL_ROW else form.rows[ref.row]
    assert row is not None
    cells = list(row)
    cells[ref.column] = Cell(wrong(cells[ref.column].value, ref, dice))
    if ref.row == TOTAL_ROW:
        return replace(form, total=tuple(cells))
    return replace(form, rows=(*form.rows[: ref.row], tuple(cells), *form.rows[ref.row + 1 :]))


def _in_card(card: Card, ref: Ref, dice: Random) -> Card:
    rows, index = [], 0
    for fields in card.rows:
        line = []
        for field in fields:
            is_meant = index == ref.column
            line.append(
                replace(field, cell=Cell(_in_field(field.label, str(field.cell.value), ref, dice)))
                if is_meant
                else field
            )
            index += 1
        rows.append(tuple(line))
    return replace(card, rows=tuple(rows))  # type: ignore[arg-type]


def _in_field(label: str, text: str, ref: Ref, dice: Random) -> Value:
    if label.startswith("申报所需材料"):
        return "1.多余的材料" if text == "无" else f"{text}\n99.多余的材料"
    return wrong(text, ref, dice)


def wrong(value: Value, ref: Ref, dice: Random) -> Value:  # noqa: PLR0911 - one a kind of cell
    """Another value of the kind that belongs into the cell."""
    if not isinstance(value, str):
        return value + dice.choice((-2, -1, 1, 2, 10))
    if ref.code == "附件6" and ref.column in _LISTS:
        return "1.多余" if value == "无" else f"{value};{items_in(value) + 1}.多余"
    if ref.code == "附件6" and ref.column in _YES_NO:
        return "否" if value == "是" else "是"
    if ref.code == "附件6" and value == "无":
        return 7
    if value in ("未申报", "——"):
        return 0
    if value in list(MatterType):
        return dice.choice([one.value for one in MatterType if one != value])
    if value.startswith("承诺时限:"):
        return "承诺时限:99个工作日"
    if ref.code in ("附件1", "附件2") and ref.column == 4:
        return "多余" if value == "无" else f"{value}→多余"
    return "99个工作日" if printed_limit(value) else f"{value}甲"
