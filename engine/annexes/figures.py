"""The numbers of forms, by themselves: what is kept with a filing and added up over departments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from processes.model.filing import ROWS, Figures, Number

if TYPE_CHECKING:
    from engine.annexes.form import Cell, Form

INDEX = "index"
"""Key of the column 序号: it counts nothing but lines."""


def figures_of(forms: Iterable[Form]) -> Figures:
    """Form → key → number.

    The numbers are those of the total row, or of the only row; where the rows have names (附件3: 改革前情况) those of
    each, as ``改革前情况.steps``. ``ROWS`` says how many rows there are.
    """
    return {form.code: {ROWS: len(form.rows), **dict(_numbers(form))} for form in forms}


def _numbers(form: Form) -> Iterator[tuple[str, Number]]:
    if form.columns[0].key != INDEX:
        for name, *cells in form.rows:
            yield from ((f"{name.value}.{key}", number) for key, number in _of_row(form, [name, *cells]))
    elif form.total is not None:
        yield from _of_row(form, form.total)
    elif len(form.rows) == 1:
        yield from _of_row(form, form.rows[0])


def _of_row(form: Form, row: Iterable[Cell]) -> Iterator[tuple[str, Number]]:
    for column, cell in zip(form.columns, row, strict=True):
        if column.key != INDEX and isinstance(cell.value, int | Fraction):
            yield column.key, cell.value
