"""A table seen as a person sees it: what a merged cell says, it says in every place it covers."""

from __future__ import annotations

import re

from processes.declaration.encoding import FORBIDDEN
from processes.intake.table import Formula, Merge, Sheet, Spot

_ESCAPED = re.compile(r"_x000[dD]_")
"""How some programs write a carriage return into a workbook."""

_FORMULA = re.compile(
    r"=\s*[+-]?\s*(?:[A-Z][A-Z0-9.]*\(.*\)|(?:\w+!)?\$?[A-Z]{1,3}\$?\d+\b.*)", re.IGNORECASE | re.DOTALL
)
"""A formula typed into a cell of text, or into a document: a function, or what another cell says."""


class Grid:
    """A sheet with its merges; ``lines`` that hold something, in order; ``width`` in cells."""

    def __init__(self, file: str, sheet: Sheet) -> None:
        """Clean the texts, and remember which cell each merged one belongs to."""
        self.file, self.sheet = file, sheet
        self.texts: dict[tuple[int, int], str] = {}
        self.numbers: dict[tuple[int, int], int] = {}
        self.formulas = list(sheet.formulas)
        """Those without a result: they say nothing."""
        for row in sheet.rows:
            for at, text in enumerate(row.cells):
                self.numbers[row.line, at] = row.column(at)
                cleaned = clean(text)
                if is_formula(cleaned):
                    self.formulas.append(Formula(row.line, at, cleaned))
                elif cleaned:
                    self.texts[row.line, at] = cleaned
        self.covered: dict[tuple[int, int], Merge] = {}
        for merge in sheet.merges:
            self.covered.update(dict.fromkeys(merge.cells(), merge))
        self.lines = sorted({line for line, _ in self.texts} | {merge.top for merge in self.covered.values()})
        self.width = max((at for _, at in self.texts), default=-1) + 1

    def origin(self, line: int, at: int) -> tuple[int, int]:
        """The first cell of what covers a cell; the cell itself where it is not merged."""
        merge = self.covered.get((line, at))
        return (merge.top, merge.left) if merge else (line, at)

    def shown(self, line: int, at: int) -> str:
        """What one reads there; in a merged cell that of its first one."""
        return self.texts.get((line, at), "") or self.texts.get(self.origin(line, at), "")

    def spot(self, line: int, at: int) -> Spot:
        """Its address; of a merged cell that of its first one."""
        line, at = self.origin(line, at)
        column = self.numbers.get((line, at), at + 1)
        return Spot(self.file, self.sheet.name, line, column, self.sheet.numbering)

    def filled(self, line: int) -> list[int]:
        """The cells of a line in which something is written, merged ones by their first."""
        return [at for at in range(self.width) if (line, at) in self.texts]

    def reaches(self, line: int, at: int) -> int:
        """The last line that the cell covers."""
        merge = self.covered.get((line, at))
        return merge.bottom if merge else line


def is_formula(text: str) -> bool:
    """Whether a text is a formula that nobody computed: =SUM(A1), =Sheet2!B4."""
    return _FORMULA.fullmatch(text) is not None


def clean(text: str) -> str:
    """The text without what nobody sees; its lines trimmed."""
    text = _ESCAPED.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\xa0", " ")
    text = FORBIDDEN.sub("", text)
    return "\n".join(line.strip() for line in text.split("\n")).strip()
