"""恒等关系 between cells of forms: what stands in one cell must follow from what stands in others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from engine.annexes.form import NONE_TEXT, Card, Cell, Form, plain
from processes.model.limits import HOURS_PER_WORKING_DAY, DayKind

Value = str | int | Fraction

TOTAL_ROW = -1
"""The row of a ``Ref`` to the total of a form."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A cell: whose form, which form, row and column from 0. In a card the row is 0, columns are its fields in order.

    ``name`` is what the cell is called: ``附件6 总计 第9栏``. ``matter`` distinguishes the cards of one owner.
    """

    owner: str
    code: str
    row: int
    column: int
    name: str
    matter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One identity at one place: ``left`` must hold what follows from ``right``.

    ``name`` is that of the rule, the same for all places at which it was checked. ``scope`` explains why the two
    are allowed to differ; such a comparison always holds and is there to be explained. ``read`` are further cells that
    were looked at, not every error in which would show (of those above 0 only the number is compared); a rule that is
    not ``tight`` (not more than, other than) does not show every error in ``left`` and ``right`` either.
    """

    name: str
    left: Ref
    right: tuple[Ref, ...]
    expected: Value
    found: Value
    holds: bool
    scope: str = ""
    read: tuple[Ref, ...] = ()
    tight: bool = True

    @property
    def covered(self) -> tuple[Ref, ...]:
        """The cells an error in which cannot go unnoticed."""
        return (self.left, *self.right) if self.tight and not self.scope else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What one department, or the city, files: form by code, card by name of the matter.

    ``boxes``: how many numbered boxes of the main path 附件8 shows for a matter, where it was drawn.
    """

    owner: str
    forms: Mapping[str, Form] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    boxes: Mapping[str, int] = field(default_factory=dict)

    def sheet(self, code: str) -> Sheet | None:
        """A form as a table of cells, if there is one."""
        form = self.forms.get(code)
        return Sheet(self.owner, form) if form else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a form, by row and column."""

    owner: str
    form: Form

    @property
    def rows(self) -> range:
        """The indexes of all rows."""
        return range(len(self.form.rows))

    def filled(self, column: int) -> list[int]:
        """The rows in which ``column`` holds something: a form with nothing to list has a single row that says 无."""
        return [row for row in self.rows if self.form.rows[row][column].value != NONE_TEXT]

    def value(self, row: int, column: int) -> Value:
        """What stands in a cell."""
        return self.cell(row, column).value

    def text(self, row: int, column: int) -> str:
        """The same as a text."""
        return str(self.value(row, column))

    def number(self, row: int, column: int) -> Fraction:
        """The number in a cell; a text counts as no value."""
        return number(self.value(row, column))

    def cell(self, row: int, column: int) -> Cell:
        """The cell."""
        if row == TOTAL_ROW:
            assert self.form.total is not None
            return self.form.total[column]
        return self.form.rows[row][column]

    def ref(self, row: int, column: int) -> Ref:
        """What the cell is called: by the name of its row and the number of its column."""
        title = self.form.columns[column]
        # 附件9 and others print no column numbers; their columns are counted from 序号 = 1.
        place = f"第{title.number or column + 1}栏“{title.title}”"
        if row == TOTAL_ROW:
            total = self.form.total
            return Ref(
                self.owner, self.form.code, row, column, f"{self.form.code} {total[0].value if total else ''} {place}"
            )
        return Ref(self.owner, self.form.code, row, column, f"{self.form.code} 第{row + 1}行 {place}")

    def column(self, column: int, rows: Iterable[int]) -> tuple[Ref, ...]:
        """The cells of a column."""
        return tuple(self.ref(row, column) for row in rows)


def number(value: Value) -> Fraction:
    """A number as such; a text counts as no value."""
    return Fraction(0) if isinstance(value, str) else Fraction(value)


def equal(  # noqa: PLR0913 - the parts of an identity
    name: str,
    left: tuple[Sheet, int, int],
    expected: Value,
    right: Sequence[Ref] = (),
    *,
    read: Sequence[Ref] = (),
    scope: str = "",
) -> Identity:
    """``left`` must be ``expected``; with ``scope`` it need not."""
    sheet, row, column = left
    found = sheet.value(row, column)
    wanted = expected if isinstance(expected, str) else plain(expected)
    return Identity(
        name=name,
        left=sheet.ref(row, column),
        right=tuple(right),
        expected=wanted,
        found=found,
        holds=bool(scope) or found == wanted,
        scope=scope,
        read=tuple(read),
    )


def one_of(name: str, left: tuple[Sheet, int, int], allowed: Iterable[str], words: str) -> Identity:
    """``left`` must be one of ``allowed``, which are called ``words``."""
    sheet, row, column = left
    found = sheet.text(row, column)
    holds = found in set(allowed)
    return Identity(name=name, left=sheet.ref(row, column), right=(), expected=words, found=found, holds=holds)


def items_in(text: str) -> int:
    """How many numbered items ``1.甲;2.乙`` has; 无 has none."""
    if text == NONE_TEXT:
        return 0
    count, position = 0, 0
    while match := re.compile(rf"(?:^|;){count + 1}\.").search(text, position):
        count, position = count + 1, match.end()
    return count


_LIMIT = re.compile(r"(?:(\d+(?:\.\d+)?)个(工作日|自然日|小时)|即时办结)(?:\(不含.+\))?")


@dataclass(frozen=True, slots=True)
class PrintedLimit:
    """A limit as the forms print it: ``days`` None for 无, 0 for 即时办结; ``kind`` 工作日 or 自然日 if any."""

    days: Fraction | None
    kind: str = ""


def printed_limit(text: str) -> PrintedLimit | None:
    """``20个工作日``, ``即时办结``, both also with what they leave out behind, or ``无``; None for anything else."""
    if text == NONE_TEXT:
        return PrintedLimit(None)
    match = _LIMIT.fullmatch(text)
    if match is None:
        return None
    if match[1] is None:
        return PrintedLimit(Fraction(0))
    if match[2] == DayKind.HOUR:
        return PrintedLimit(Fraction(match[1]) / HOURS_PER_WORKING_DAY, DayKind.WORKING)
    return PrintedLimit(Fraction(match[1]), match[2])
