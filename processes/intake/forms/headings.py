"""Where in a sheet a table begins, and what each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from processes.intake.forms.grid import Grid
from processes.intake.forms.vocabulary import Meaning, meaning
from processes.model.folding import fold_name
from processes.model.vocabulary import MatterType

MOST_LEVELS = 5
"""Lines that headings take at most: 附件6 has three and the line of numbers."""
_LONGEST = 40
_LEAST_COLUMNS = 2
_NAMING = re.compile("[名事权职项业服].*[称项力权目务容]")
"""What every heading over names has, looked for before all the words are: most cells of a sheet are none."""
_TYPES = frozenset(map(str, MatterType)) | {"其他权力事项", "服务事项", "审批事项"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where its lowest heading stands, its whole title, what it holds."""

    at: int
    title: str
    line: int
    meaning: Meaning | None


@dataclass(frozen=True, slots=True)
class Headings:
    """The ``columns`` of one table; their headings reach from line ``first`` to ``last``, that of numbers included."""

    first: int
    last: int
    columns: tuple[Column, ...]

    @property
    def is_certain(self) -> bool:
        """Whether several of the headings, and more than half of them, mean something."""
        titles = {column.title: column.meaning for column in self.columns}
        known = {meaning.key for meaning in titles.values() if meaning is not None}
        return len(known) > _LEAST_COLUMNS and 2 * len(known) > len(titles)

    def column(self, key: str) -> int | None:
        """The first column that holds ``key``."""
        return next((column.at for column in self.columns if column.meaning and column.meaning.key == key), None)


def headings_in(grid: Grid) -> Iterator[Headings]:
    """All headings of a sheet from the top down; a table that goes on under repeated ones has several."""
    after = 0
    for line in grid.lines:
        if line <= after:
            continue
        found = _headings(grid, line, after)
        if found is not None:
            after = found.last
            yield found


def is_numbers(grid: Grid, line: int) -> bool:
    """Whether a line numbers the columns: 1 2 3 …, or (1) (2), with no other text."""
    texts = [grid.texts[line, at] for at in grid.filled(line)]
    numbers = [int(found[1]) for text in texts if (found := re.fullmatch(r"[(（第]?(\d{1,2})[)）栏]?", text))]
    return (
        len(numbers) > _LEAST_COLUMNS
        and len(numbers) == len(texts)
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    )


def _headings(grid: Grid, line: int, after: int) -> Headings | None:
    """The headings whose 事项名称 begins in ``line``."""
    at = next((at for at in grid.filled(line) if _is_name(grid.texts[line, at])), None)
    if at is None:
        return None
    if any(len(text) > _LONGEST or text.isdigit() for text in (grid.texts[line, other] for other in grid.filled(line))):
        return None
    first, last = line, grid.reaches(line, at)
    while (above := _line_above(grid, first, after)) and first - above < MOST_LEVELS and _is_group(grid, above, at):
        first = above
    last = _down(grid, first, last, at)
    columns = tuple(_columns(grid, first, last))
    known = {column.meaning.key for column in columns if column.meaning}
    if "name" not in known or len(known - {"index"}) < _LEAST_COLUMNS:
        return None
    numbers = next((other for other in grid.lines if other > last), 0)
    return Headings(first, numbers if numbers and is_numbers(grid, numbers) else last, columns)


def _is_name(text: str) -> bool:
    """Whether a cell heads the names of matters; 行政审批事项 may, but is a type far more often."""
    found = meaning(text) if len(text) <= _LONGEST and _NAMING.search(text) else None
    return found is not None and found.key == "name" and fold_name(text) not in _TYPES


def _line_above(grid: Grid, line: int, after: int) -> int:
    return max((other for other in grid.lines if after < other < line), default=0)


def _is_group(grid: Grid, line: int, name: int) -> bool:
    """Whether a line above the names is one of headings: a title or a signature has one or two cells and no heading."""
    shown = [grid.texts[line, at] for at in grid.filled(line)]
    if len(shown) < 2 or any(len(text) > _LONGEST or re.search("[:：]", text) for text in shown):  # noqa: PLR2004 - see above
        return False
    merge = grid.covered.get((line, name))
    if (line, name) in grid.texts or any(text.isdigit() for text in shown):
        # Over the names stands the group that they are in, or nothing; what stands there alone is a matter.
        return merge is not None and merge.right > merge.left
    return merge is not None or any(meaning(text) for text in shown)


def _down(grid: Grid, first: int, last: int, name: int) -> int:
    """The last line of headings: as far down as what is there names columns and no matter."""
    for line in grid.lines:
        if not last < line < first + MOST_LEVELS:
            continue
        filled = grid.filled(line)
        if not filled:
            last = line  # covered by headings above
            continue
        texts = [grid.texts[line, at] for at in filled]
        if (line, name) in grid.texts or any(len(text) > _LONGEST or text.isdigit() for text in texts):
            break
        if not any(meaning(*_path(grid, first, line, at)) for at in filled):
            break
        last = line
    return last


def _path(grid: Grid, first: int, last: int, at: int) -> list[str]:
    """The headings over a column from the top down, each once.

    Where a group's name stands over its first column only, unmerged, it holds for the columns to its right that have
    nothing in its line and something below.
    """
    path: list[str] = []
    for line in grid.lines:
        if not first <= line <= last:
            continue
        text = grid.shown(line, at)
        if not text and line < last and any(grid.shown(below, at) for below in range(line + 1, last + 1)):
            text = _group_to_the_left(grid, line, at)
        if text and text not in path[-1:]:
            path.append(text)
    return path


def _group_to_the_left(grid: Grid, line: int, at: int) -> str:
    for left in range(at - 1, -1, -1):
        if grid.shown(line, left):
            # A heading that has nothing below it is a column of its own, and no group.
            below = grid.reaches(line, left) > line or (line, left) in grid.covered
            return "" if below else grid.shown(line, left)
    return ""


def _columns(grid: Grid, first: int, last: int) -> Iterator[Column]:
    for at in range(grid.width):
        path = _path(grid, first, last, at)
        if path:
            line = max(line for line in grid.lines if first <= line <= last and grid.shown(line, at))
            yield Column(at, "/".join("".join(part.split()) for part in path), grid.origin(line, at)[0], meaning(*path))
