"""The tables of a file as rows of forms: what ``zaizao import`` and ``zaizao merge`` go on from."""

from __future__ import annotations

import re
from pathlib import PurePath

from processes.intake.forms.card import Labelled, cards_in, labelled
from processes.intake.forms.grid import Grid
from processes.intake.forms.headings import Headings, headings_in
from processes.intake.forms.lines import Find
from processes.intake.forms.table import TableReader
from processes.intake.forms.values import Aside, ColumnRead, FormReading, FormRow
from processes.intake.opening import Opened
from processes.intake.table import Sheet
from processes.model.form_record import SHEET as RECORD

_CODE = re.compile(r"附\s*件\s*(10|[1-9])")
_BY_KEYS = (
    ("附件5", {"problem"}),
    ("附件6", {"steps_listed_before"}),
    ("附件6", {"materials_listed_before"}),
    ("附件4", {"unexercised"}),
    ("附件4", {"subjects", "type"}),
    ("附件1", {"conditions_before"}),
    ("附件2", {"conditions_after"}),
)
"""Which form a table is, where no label says so."""
CARD = "附件7"
NO_RESULT = "公式没有结果,没有读:用 WPS 或 Excel 打开文件,看这一格算出了什么,改好、存盘再导入"
SOURCES = "溯源"
"""The sheet of sources behind a form of ours; it tells of declarations, not of matters."""
_OVER = re.compile(r"^附件\d|表$|清单$|台账$|^单位(名称|全称)?\W|[:：]$")
"""What stands over a table: its label, its title, the signature line."""
_MOST_OVER = 3
READ = ("附件1", "附件2", "附件4", "附件5", "附件6", CARD)
"""The forms that tell of matters; 附件3 and 附件9 are sums, 附件8 is a chart, 附件10 follows from the rest."""


def read_forms(opened: Opened, file: str, find: Find) -> FormReading:
    """Everything in the tables of ``file``; ``find`` tells departments by their names."""
    reading = FormReading(file, notes=list(opened.notes))
    named = find(re.split(r"[-—_ ]", PurePath(file).stem)[-1]) or find(PurePath(file).stem)
    unit = "" if named is None else named.name
    for sheet in opened.sheets:
        if sheet.name == RECORD:
            continue
        if sheet.hidden:
            reading.notes.append(f"隐藏的工作表“{sheet.name}”没有读:要导入的,先取消隐藏再存")
            continue
        if sheet.name == SOURCES:
            reading.notes.append(f"工作表“{SOURCES}”是生成附件时写的来源,不用导入")
            continue
        unit = _read_sheet(sheet, reading, find, unit)
    return reading


def _read_sheet(sheet: Sheet, reading: FormReading, find: Find, unit: str) -> str:
    """Read one sheet; the department that its last rows stand under."""
    grid = Grid(reading.file, sheet)
    named = find(sheet.name)
    reader = TableReader(grid, reading, find, named.name if named else unit)
    first_row = len(reading.rows)
    for one in sorted(grid.formulas):
        spot = grid.spot(one.line, one.at)
        reading.asides.append(Aside(spot, one.text, NO_RESULT, left=True))
    for text in sheet.before:
        reader.paragraph(text)
    found = tuple(headings_in(grid))
    # In a row of headings most cells are headings, in a row of a card every other one is a value.
    labels = () if any(headings.is_certain for headings in found) else labelled(grid)
    if labels:
        _cards(grid, reader, reading, labels)
    else:
        _tables(grid, reader, reading, sheet, found)
    for text in sheet.after:
        reader.paragraph(text)
    # The unit may stand at the foot of its table.
    for index in range(first_row, len(reading.rows)):
        row = reading.rows[index]
        if not row.unit:
            reading.rows[index] = FormRow(row.form, reader.unit, row.cells)
    return reader.unit


def _tables(grid: Grid, reader: TableReader, reading: FormReading, sheet: Sheet, found: tuple[Headings, ...]) -> None:
    end = max(grid.lines, default=0)
    if found:
        reader.outside(0, found[0].first - 1)
    elif grid.texts:
        reading.notes.append(f"{_place(sheet)}里找不到“事项名称”一列,没有读:表头要有“事项名称”")
        for (line, at), text in sorted(grid.texts.items()):
            reading.asides.append(Aside(grid.spot(line, at), text, "没有表头,不知道是什么", left=True))
    for index, headings in enumerate(found):
        following = found[index + 1].first if index + 1 < len(found) else end + 1
        last = _end(grid, headings.last, following)
        reader.rows(headings, last, _form(headings, grid, sheet))
        reader.outside(last + 1, following - 1)


def _cards(grid: Grid, reader: TableReader, reading: FormReading, labels: tuple[Labelled, ...]) -> None:
    within = {cell for one in labels for cell in ((one.line, one.at), *one.cells)}
    for line, at in sorted(grid.texts):
        if (line, at) not in within:
            reader.outside_cell(line, at)
    for one in labels:
        why = "" if one.meaning.official else f"标签写的是“{one.title}”"
        reading.columns.append(ColumnRead(grid.spot(one.line, one.at), one.title, one.meaning.key, one.line, why))
    cards, others = cards_in(grid, labels)
    for one in others:
        for line, at in one.cells:
            what = f"“{one.title}”前面已经有了,或不知道是哪个事项的"
            reading.asides.append(Aside(grid.spot(line, at), grid.texts[line, at], what, left=True))
    for cells in cards:
        body = cells.get("implementing_body")
        unit = reader.find(body.text) if body is not None else None
        reading.rows.append(FormRow(CARD, unit.name if unit else reader.unit, cells))


def _end(grid: Grid, first: int, following: int) -> int:
    """The last line of a body that the headings of another table follow: their label and title stand between."""
    last = following - 1
    for line in reversed([line for line in grid.lines if first < line < following]):
        texts = [grid.texts[line, at] for at in grid.filled(line)]
        if texts and not (len(texts) <= _MOST_OVER and _OVER.search("".join(texts[0].split()))):
            break
        last = line - 1
    return last


def _form(headings: Headings, grid: Grid, sheet: Sheet) -> str:
    """附件6: by what the table holds, else by its label above, or the name of the sheet."""
    known = [column.meaning for column in headings.columns if column.meaning]
    official = 2 * sum(meaning.official for meaning in known) > len(known)
    keys = {meaning.key for meaning in known} if official else {"problem"} & {meaning.key for meaning in known}
    by_keys = next((code for code, some in _BY_KEYS if some <= keys), "")
    if by_keys:
        return by_keys
    above = [text for (line, _), text in grid.texts.items() if line < headings.first]
    found = next((match for text in (*above, *sheet.before, sheet.name) if (match := _CODE.search(text))), None)
    return f"附件{found[1]}" if found else ""


def _place(sheet: Sheet) -> str:
    return f"“{sheet.name}”" if sheet.name else "表格"
