"""A form as plain text, one line a cell, so that a comparison of two texts shows which cells differ."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from engine.annexes.form import Card, Paper
from renderers.forms.grid import printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from engine.annexes.form import Cell, Column, Form

LINE_BREAK = "⏎"
"""Stands for a line break inside a cell or a note."""


def listing(form: Form | Card) -> str:
    """Head, columns, rows with 总计 where it is printed, and notes, parted by empty lines.

    Each cell stands under the number and title of its column. Rows carry no number of their own: a row put in between
    leaves the lines of the others as they are. A card has its fields instead, in the order in which they are read.
    """
    if isinstance(form, Card):
        fields = [f"{field.label}: {printed(field.cell)}" for row in form.rows for field in row]
        return _joined(([form.label, form.title, f"{Paper.A4}纵向"], fields, form.notes))
    totals = (form.total,) if form.total else ()
    ordered = totals + form.rows if form.total_first else form.rows + totals
    rows = (_row(form.columns, row) for row in ordered)
    blocks = ([*_head(form)], [_name(column) for column in form.columns], *rows, form.notes)
    return _joined(blocks)


def _joined(blocks: Iterable[Sequence[str]]) -> str:
    return "\n".join(chain.from_iterable((*map(_one_line, block), "") for block in blocks if block))


def _head(form: Form) -> Iterator[str]:
    yield form.label
    yield form.title
    if form.sign_left:
        yield f"{form.sign_left}{form.unit_name} {form.sign_right}"
    yield f"{form.paper}{'纵向' if form.portrait else '横向'}"


def _row(columns: Sequence[Column], row: Sequence[Cell]) -> list[str]:
    return [f"{_name(column)}: {printed(cell)}" for column, cell in zip(columns, row, strict=True)]


def _name(column: Column) -> str:
    return f"{column.number} {column.title}" if column.number else column.title


def _one_line(text: str) -> str:
    return text.replace("\n", LINE_BREAK)
