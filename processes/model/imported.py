"""What an import of forms gives to read: what became of every cell and column, and of every matter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from processes.model.quick import quick


class How(StrEnum):
    """How a cell or column was used."""

    USED = "直接"
    GUESSED = "推定"
    CHECKED = "核对"
    """A cell that repeats another, or a number that follows from others: compared, not taken."""
    ASIDE = "说明"
    """Text that is no fact of a matter: titles, signatures, notes, totals."""
    CONFLICT = "矛盾"
    LEFT = "没用"


@quick
@dataclass(frozen=True, slots=True)
class CellUse:
    """A cell, by its ``file`` and what it is called ``where``, and what became of it.

    ``order``: its line and column. ``matter``: 单位/事项名称, empty for what belongs to none; ``key``: where in the
    declaration it went. ``by_column``: what is told of it is told of its whole column.
    """

    file: str
    where: str
    order: tuple[int, int]
    text: str
    how: How
    matter: str = ""
    key: str = ""
    why: str = ""
    by_column: bool = False


@quick
@dataclass(frozen=True, slots=True)
class ColumnUse:
    """A column of a table, or a label of a card; ``sheet`` says in which table."""

    file: str
    sheet: str
    where: str
    title: str
    how: How
    key: str = ""
    why: str = ""


class Fate(StrEnum):
    """What became of a matter."""

    MADE = "新建"
    WOULD_BE_MADE = "将新建"
    THERE = "已有,没有动"


@quick
@dataclass(frozen=True, slots=True)
class MatterMade:
    """A matter that the forms tell of: its file as the user would type it, and ``todo``, key and what is to be done.

    ``department``: it is the 单位.yaml of one that had none.
    """

    name: str
    path: str
    fate: Fate
    where: str
    todo: tuple[tuple[str, str], ...] = ()
    department: bool = False


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """All that there is to tell."""

    files: tuple[str, ...]
    columns: tuple[ColumnUse, ...]
    matters: tuple[MatterMade, ...]
    cells: tuple[CellUse, ...]
    notes: tuple[str, ...] = ()
    preview: bool = False
