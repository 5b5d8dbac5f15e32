"""All cells that tell of one matter, from every form; what several of them say must agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from processes.intake.forms.values import FormCell, FormRow
from processes.intake.matters.texts import is_dash, is_none
from processes.intake.table import Spot
from processes.model.folding import fold_name
from processes.model.imported import CellUse, How

_ORDER = ("附件4", "附件6", "附件7", "附件1", "附件2", "", "附件5")
"""Whose word counts first where forms disagree: 附件4 lists the matters, 附件6 compares them."""

DERIVED = ("steps_reduced", "procedures_reduced", "materials_reduced", "limit_reduced")
"""What follows from two other columns."""


class Facts:
    """The cells of one matter by key, and the ``uses`` they are put to."""

    def __init__(self, unit: str, rows: Iterable[FormRow]) -> None:
        """Sort the rows by the weight of their form."""
        self.unit = unit
        ordered = sorted(rows, key=lambda row: _ORDER.index(row.form) if row.form in _ORDER else len(_ORDER))
        self.rows = tuple(row for row in ordered if row.form != "附件5")
        self.problems = tuple(row for row in ordered if row.form == "附件5")
        self.name = ordered[0].name
        self.uses: list[CellUse] = []
        self._cells: dict[str, list[FormCell]] = {}
        self.empty: dict[str, FormCell] = {}
        for row in self.rows:
            for key, cell in row.cells.items():
                if cell.text:
                    self._cells.setdefault(key, []).append(cell)
                else:
                    self.empty.setdefault(key, cell)

    @property
    def title(self) -> str:
        """``单位/事项名称``, as the report calls it."""
        return f"{self.unit}/{self.name.text}" if self.unit else self.name.text

    def all(self, *keys: str) -> list[FormCell]:
        """The cells of these keys, those of the first key first; none of them empty."""
        return [cell for key in keys for cell in self._cells.get(key, ())]

    def has(self, key: str) -> bool:
        """Whether any form has a filled cell of that key."""
        return key in self._cells

    def use(self, cell: FormCell, key: str, how: How = How.USED, why: str = "") -> None:
        """Note what a cell was used for; a heading that was guessed makes its cells guessed."""
        by_column = how is How.USED and not why and bool(cell.guessed)
        if how is How.USED and (why or cell.guessed):
            how = How.GUESSED
        reason = ";".join(filter(None, (cell.guessed, why)))
        self.uses += [used(spot, cell.text, how, self.title, key, reason, by_column=by_column) for spot in cell.spots]

    def agreed(
        self, key: str, cells: list[FormCell], same: Callable[[str], object] = fold_name, why: str = ""
    ) -> tuple[FormCell | None, str]:
        """The first of the cells, for the key of the declaration, and a mark where the others say something else."""
        if not cells:
            return None, ""
        first, mark = cells[0], ""
        self.use(first, key, why=why)
        for other in cells[1:]:
            if same(other.text) == same(first.text):
                self.use(other, key, How.CHECKED, f"与{first.spot.full}一致")
                continue
            told = f"{_where(first, other)}写“{_short(first.text)}”,{_where(other, first)}写“{_short(other.text)}”"
            mark = mark or f"核对:{told},先按前一个"
            self.use(other, key, How.CONFLICT, f"与{first.spot.full}“{_short(first.text)}”不一致,没有采用")
        return first, mark

    def missing(self, *keys: str) -> str:
        """What to say where no form tells a fact: that the cell is empty, or that there is none."""
        empty = next((self.empty[key] for key in keys if key in self.empty), None)
        return f"{empty.spot.full}是空的,补上" if empty is not None else "表里没有,补上"

    def leftovers(self) -> None:
        """Note every filled cell that nothing used."""
        seen = {(use.file, use.where, use.text) for use in self.uses}
        for row in (*self.rows, *self.problems):
            for cell in row.cells.values():
                if cell.text and (cell.spot.file, str(cell.spot), cell.text) not in seen:
                    what = "由程序重新计算" if cell.key in DERIVED else ""
                    known = cell.key in ("index", "unit") or what
                    self.use(cell, "", How.ASIDE if known else How.LEFT, what or "" if known else "没有用上")


def used(  # noqa: PLR0913 - what there is to tell of a cell
    spot: Spot, text: str, how: How, matter: str = "", key: str = "", why: str = "", *, by_column: bool = False
) -> CellUse:
    """What became of the cell at ``spot``."""
    return CellUse(spot.file, str(spot), (spot.line, spot.column), text, how, matter, key, why, by_column)


def says_nothing(text: str) -> bool:
    """无, or what people write for it."""
    return is_none(text) or is_dash(text)


def _where(cell: FormCell, other: FormCell) -> str:
    return str(cell.spot) if cell.spot.file == other.spot.file else cell.spot.full


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


_LONGEST = 40
