"""What a line below headings is: a matter, more of the one above, a total, a note, a signature, a line across."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from processes.intake.forms.grid import Grid
from processes.intake.forms.headings import is_numbers
from processes.intake.forms.units import Unit
from processes.intake.sections import SECTION
from processes.model.folding import fold_name
from processes.model.vocabulary import KINDS, MatterType

Find = Callable[[str], Unit | None]

SIGNED = re.compile(
    r"(?:单位名称|填报单位|填表单位|报送单位|报表单位|单位|部门)(?:全称)?(?:\((?:盖章|公章)\))?[::](.*)"
)
"""The signature line, folded; what follows is the name of the department."""
_TOTAL = re.compile(r"(?:总计|合计|小计|共计|累计|总数|总)[::]?(?:\(.*\)|[\d.]+.{0,4})?|.{0,8}(?:合计|总计|小计)")
_NOTE = re.compile(
    r"^(?:注|备注|说明|填表说明|填报说明|附注)\d?[::.、]|^(?:填表人|填报人|审核人|负责人|制表|联系人|填报日期|填表日期|日期)"
)
_NOTE_GOES_ON = re.compile(r"^\d+[.、]")
_MOST_SIGNED = 3
"""Cells of a signature line: the unit, the leader, a date."""
_WIDE = 3


_KINDS = tuple(dict.fromkeys(kind for kinds in KINDS.values() for kind in kinds if kind != "其他"))


def kind_named(text: str) -> str:
    """The type or kind of the matters below that a line across a table names: 二、行政处罚 (共3项); empty if none."""
    bare = re.sub(r"[(（].*[)）]|类$|共?\d+[项个].*$", "", SECTION.sub("", text, count=1)).strip()
    known = (*_KINDS, *map(str, MatterType), "公共服务", "其他行政权力", "行政审批")
    return bare if bare in known else ""


class Line(Enum):
    """The kinds of lines."""

    MATTER = auto()
    MORE = auto()
    TOTAL = auto()
    NUMBERS = auto()
    SECTION = auto()
    TEXT = auto()
    LOOSE = auto()


class Used(NamedTuple):
    """What a column is taken for, why that was guessed, and its title."""

    key: str
    why: str = ""
    title: str = ""


class Body:
    """The lines below one table's headings; ``name`` is the column of 事项名称."""

    def __init__(self, grid: Grid, columns: Mapping[int, Used], name: int, find: Find) -> None:
        """``columns`` are those that are used."""
        self._grid, self._columns, self._name, self._find = grid, columns, name, find
        self._in_notes = False

    def kind(self, line: int, filled: list[int]) -> Line:
        """What the line is, in which those columns are ``filled``; notes go on until the table ends."""
        first = fold_name(self._grid.texts[line, filled[0]])
        alone = len(filled) == 1
        if self._is_note(first, alone=alone):
            self._in_notes = True
            return Line.TEXT
        tests = (
            (Line.TOTAL, _TOTAL.fullmatch(first) is not None and filled[0] <= self._name),
            (Line.NUMBERS, is_numbers(self._grid, line)),
            (Line.TEXT, SIGNED.match(first) is not None and len(filled) <= _MOST_SIGNED),
            (Line.SECTION, alone and self._is_section(line, filled[0])),
            (Line.NUMBERS, self._holds(filled, "index")),
            (Line.LOOSE, self._holds(filled, "index", "")),
            (Line.MATTER, (line, self._name) in self._grid.texts),
        )
        return next((kind for kind, is_so in tests if is_so), Line.MORE)

    def _is_note(self, first: str, *, alone: bool) -> bool:
        return _NOTE.match(first) is not None or (self._in_notes and (alone or _NOTE_GOES_ON.match(first) is not None))

    def _holds(self, filled: list[int], *keys: str) -> bool:
        return all((self._columns[at].key if at in self._columns else "") in keys for at in filled)

    def _is_section(self, line: int, at: int) -> bool:
        """Whether the only text of a line heads those below it: a department, 一、行政许可, or anything across."""
        merge = self._grid.covered.get((line, at))
        if merge is not None and merge.right - merge.left + 1 >= max(_WIDE, self._grid.width // 2):
            return True
        text = self._grid.texts[line, at]
        found = self._find(SECTION.sub("", text, count=1))
        is_unit = found is not None and not (at == self._name and found.guessed)
        return SECTION.match(text) is not None or is_unit or (at < self._name and not text.isdigit())
