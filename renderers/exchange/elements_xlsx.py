"""The elements of the 实施清单 as a workbook: a row for each matter, a sheet for each table, the code lists behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from xlsxwriter import Workbook  # type: ignore[import-untyped] # it ships no types
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped] # as above

from engine.annexes.form import Paper
from engine.exchange.code_lists import CODE_LISTS
from engine.exchange.elements import TABLES, Listed, Origin
from renderers.forms.lines import ems
from renderers.forms.writing import CREATED, writable
from renderers.forms.xlsx import PAPER_CODES

ENDING = ".xlsx"
_WIDEST, _NARROWEST = 40, 8
"""Columns in digits of the font."""
_NOTES = (
    "一行一个事项,取自优化后的申报;取消的、涉密的和“其他事项”不列入。",
    "要素和字段名按 GB/T 39554.2-2020 和公开的平台数据;平台的字段名可能不同。",
    "黄色格:必填而申报里没有的,由单位填写;标题带 * 的必填。",
    "代码后注“待核”的,没有见到标准原文,上报前请核对。行使层级按县级写,不是县级的请改。",
)


def render(matters: Sequence[Listed]) -> bytes:
    """The workbook of these matters."""
    buffer = BytesIO()
    guesses = dict.fromkeys(("strings_to_formulas", "strings_to_numbers", "strings_to_urls"), False)
    book = Workbook(buffer, {"in_memory": True, **guesses})
    book.set_properties({"title": "实施清单要素", "created": CREATED})
    looks = _Looks(book)
    _elements(book.add_worksheet("事项"), matters, looks)
    for name, headings in TABLES.items():
        rows = [(one.department, one.matter, *row.values()) for one in matters for row in one.tables[name]]
        _table(book.add_worksheet(name), ("部门", "事项", *headings), ("", "", *headings.values()), rows, looks)
    codes = [
        (name, code.code, code.word, "" if code.sure else "待核")
        for name, all_ in CODE_LISTS.items()
        for code in all_.values()
    ]
    _table(book.add_worksheet("代码表"), ("代码表", "代码", "名称", "备注"), (), codes, looks)
    _table(book.add_worksheet("说明"), ("说明",), (), [(note,) for note in _NOTES], looks)
    book.close()
    return buffer.getvalue()


class _Looks:
    """How cells are set."""

    def __init__(self, book: Workbook) -> None:
        base = {"font_name": "宋体", "font_size": 10, "border": 1, "text_wrap": True, "valign": "vcenter"}
        self.heading = book.add_format({**base, "bold": True, "bg_color": "#DFE9F3", "align": "center"})
        self.field = book.add_format({**base, "font_color": "#5B6776", "bg_color": "#F3F6FA", "align": "center"})
        self.body = book.add_format(base)
        self.missing = book.add_format({**base, "bg_color": "#FFF2CC"})


def _elements(sheet: Worksheet, matters: Sequence[Listed], looks: _Looks) -> None:
    if not matters:
        _table(sheet, ("部门",), (), [], looks)
        return
    headings = ("部门", *(f"{one.name}*" if one.required else one.name for one in matters[0].elements))
    fields = ("", *(one.key for one in matters[0].elements))
    rows = [(one.department, *(_shown(value.value, value.origin) for value in one.elements)) for one in matters]
    _table(sheet, headings, fields, rows, looks)
    for row, one in enumerate(matters, 2):
        for column, element in enumerate(one.elements, 1):
            if element.origin is Origin.MISSING and element.required:
                sheet.write_blank(row, column, None, looks.missing)


def _shown(value: str, origin: Origin) -> str:
    return "无" if origin is Origin.EMPTY else value


def _table(
    sheet: Worksheet, headings: Sequence[str], fields: Sequence[str], rows: Iterable[Sequence[str]], looks: _Looks
) -> None:
    content = list(rows)
    top = [(headings, looks.heading)] + ([(fields, looks.field)] if fields else [])
    for index, (texts, look) in enumerate(top):
        for column, text in enumerate(texts):
            sheet.write_string(index, column, text, look)
    for index, texts in enumerate(content, len(top)):
        for column, text in enumerate(texts):
            sheet.write_string(index, column, writable(text), looks.body)
    for column, heading in enumerate(headings):
        texts = [heading, *(fields[column : column + 1]), *(row[column] for row in content)]
        # A Chinese character is as wide as two digits.
        longest = max(2 * ems(text) for text in texts)
        sheet.set_column(column, column, max(_NARROWEST, min(_WIDEST, longest + 2)))
    sheet.set_landscape()
    sheet.set_paper(PAPER_CODES[Paper.A4])
    sheet.repeat_rows(0, len(top) - 1)
    sheet.freeze_panes(len(top), min(2, len(headings) - 1))
    if content:
        sheet.autofilter(len(top) - 1, 0, len(top) - 1 + len(content), len(headings) - 1)
