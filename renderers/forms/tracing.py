"""Where the cells of a form come from, under the names that a workbook has for them (``H12``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.annexes.form import Card, Cell, Form
from renderers.forms.grid import Part, grid, printed
from renderers.forms.xlsx import Sizes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TOTAL = "总计"


@dataclass(frozen=True, slots=True)
class Traced:
    """A cell of the table: ``reference`` in the workbook, what its ``column`` and its ``row`` are called."""

    reference: str
    column: str
    row: str
    cell: Cell

    @property
    def text(self) -> str:
        """The content as printed."""
        return printed(self.cell)


def traced(form: Form | Card) -> Mapping[str, Traced]:
    """Every cell with content, by reference, from the top left to the bottom right."""
    sizes = Sizes(grid(form))
    names = _card_names(form) if isinstance(form, Card) else _names(form)
    bodies = (cell for cell in sizes.grid.cells if cell.part in (Part.BODY, Part.TOTAL) and cell.text)
    found = (Traced(sizes.reference(cell), *name, cell.content) for cell, name in zip(bodies, names, strict=True))
    return {one.reference: one for one in found}


def _names(form: Form) -> Iterator[tuple[str, str]]:
    """Column and row of every cell with content, in the order of the grid."""
    titles = [f"第{one.number}栏 {one.title}" if one.number else one.title for one in form.columns]
    total = [form.total] if form.total else []
    for row in [*total, *form.rows] if form.total_first else [*form.rows, *total]:
        # What a row is about stands in its first text; 序号 is a number.
        name = TOTAL if row is form.total else next((cell.value for cell in row if isinstance(cell.value, str)), "")
        yield from ((title, str(name)) for title, cell in zip(titles, row, strict=True) if printed(cell))


def _card_names(card: Card) -> Iterator[tuple[str, str]]:
    """The label of every cell; the rows have no names of their own."""
    return ((field.label, "") for fields in card.rows for field in fields if printed(field.cell))
