"""The report of an import on a terminal: tables and their columns, matters and what is left to do, doubtful cells."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from processes.model.imported import Fate, How

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from processes.model.imported import CellUse, ColumnUse, ImportReport, MatterMade

MOST_CELLS = 40
"""Doubtful cells that are named one by one; the workbook has all."""
MOST_MATTERS = 12
"""Matters of which each is told what is to be done; of more, what is to be done in all of them."""
_LONGEST = 40


def render(report: ImportReport) -> str:
    """The whole text."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: ImportReport) -> Iterator[str]:
    for where, columns in _tables(report).items():
        yield from _table(where, columns)
    if report.matters:
        yield "事项"
        many = len(report.matters) > MOST_MATTERS
        for matter in report.matters:
            yield from _matter(matter, short=many)
        if many:
            yield "  合起来要补、要核对的"
            yield from _todo(report.matters)
        yield ""
    yield from _cells(report, How.CONFLICT, "对不上的格(没有采用,请核对)")
    yield from _cells(report, How.LEFT, "没有用上的格")
    yield from _cells(report, How.GUESSED, "推定的格(请核对)")
    if report.notes:
        yield "请注意"
        yield from (f"  {note}" for note in report.notes)
        yield ""
    yield _sum(report)


def _tables(report: ImportReport) -> Mapping[str, tuple[ColumnUse, ...]]:
    """What each table is called, and its columns; tables alike (附件7 of many matters) are told once."""
    alike: dict[tuple[tuple[str, str, How], ...], tuple[list[str], tuple[ColumnUse, ...]]] = {}
    for (file, sheet), group in groupby(report.columns, key=lambda column: (column.file, column.sheet)):
        columns = tuple({(one.title, one.key, one.how): one for one in reversed(list(group))}.values())[::-1]
        same = tuple((one.title, one.key, one.how) for one in columns)
        alike.setdefault(same, ([], columns))[0].append(f"{file} {sheet}".strip())
    return {
        where[0] + (f" 等 {len(where)} 张表" if len(where) > 1 else ""): columns for where, columns in alike.values()
    }


def _table(where: str, columns: Sequence[ColumnUse]) -> Iterator[str]:
    yield where
    used = [f"{one.where} {one.title}" for one in columns if one.how is How.USED]
    if used:
        yield f"  认出 {len(used)} 栏:{'、'.join(used)}"
    for how, what in ((How.GUESSED, "推定"), (How.LEFT, "没有用")):
        for one in columns:
            if one.how is how:
                told = f"→ {one.key}" if one.key else one.why
                yield f"  {what}:{one.where}“{one.title}” {told}"
    yield ""


def _matter(matter: MatterMade, *, short: bool) -> Iterator[str]:
    count = len(matter.todo)
    yield f"  {matter.fate} {matter.path}" + (f"(待补、待核对 {count} 处)" if count else "")
    if matter.fate is Fate.THERE:
        yield "      表里的内容没有写进去;要把表里改过的写进已有的申报,用 zaizao merge"
    elif not short:
        yield from _todo([matter])


def _todo(matters: Sequence[MatterMade]) -> Iterator[str]:
    """What is to be done, what is to be done in several places once."""
    for (key, what), times in Counter(one for matter in matters for one in matter.todo).most_common(MOST_CELLS):
        yield f"      {key}:{what}" + (f"({times} 处)" if times > 1 else "")


def _cells(report: ImportReport, how: How, title: str) -> Iterator[str]:
    found = [cell for cell in report.cells if cell.how is how and not cell.by_column]
    if not found:
        return
    yield title
    several = len(report.files) > 1
    for cell in found[:MOST_CELLS]:
        yield f"  {_cell(cell, several=several)}"
    if len(found) > MOST_CELLS:
        yield f"  ……共 {len(found)} 格,全部的用 -o 对照表.xlsx 存成表看"
    yield ""


def _cell(cell: CellUse, *, several: bool) -> str:
    text = " ".join(cell.text.split())
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    where = f"{cell.file} 的 {cell.where}" if several else cell.where
    key = f" → {cell.key}" if cell.key else ""
    return f"{where}“{shown}”{key}" + (f":{cell.why}" if cell.why else "")


def _sum(report: ImportReport) -> str:
    counts = Counter(cell.how for cell in report.cells)
    told = "、".join(f"{how} {counts[how]}" for how in How if counts[how])
    matters = [matter for matter in report.matters if not matter.department]
    made = sum(matter.fate is not Fate.THERE for matter in matters)
    word = "将新建" if report.preview else "新建"
    return f"{len(report.files)} 个文件,{len(matters)} 个事项,{word} {made} 个;{len(report.cells)} 格:{told}。"
