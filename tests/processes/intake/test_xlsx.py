"""Workbooks: what office programs write is read, what is hostile or broken is refused in one Chinese sentence."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from processes.intake import xlsx_table, zip_scan
from processes.intake.table import Row, Unreadable
from processes.intake.xlsx_scan import scanned
from processes.intake.xlsx_table import read_xlsx
from processes.intake.xlsx_worker import text_of
from tests.processes.intake.workbooks import Rows, inline, packed, workbook

GOOD = f'<row r="1">{inline("A1", "名称")}</row><row r="2">{inline("A2", "取水许可")}</row>'


def cells(content: bytes) -> list[list[tuple[str, ...]]]:
    """The texts of every sheet."""
    return [[row.cells for row in sheet.rows] for sheet in read_xlsx(content)]


def test_what_an_office_program_writes_is_read() -> None:
    """Numbers as they are seen, empty rows left out, hidden sheets too; a cell knows where it stands."""
    rows: Rows = [["权力清单"], [], ["序号", "名称"], [1, "取水许可"], [2.5, " 采砂许可 "]]
    content = workbook({"权力": rows, "旧": [["名称"]], "空": []}, hidden="旧")
    power, empty = read_xlsx(content)
    assert (power.name, empty.name, empty.rows) == ("权力", "空", ())
    assert [row.cells for row in power.rows] == [
        ("权力清单", ""), ("序号", "名称"), ("1", "取水许可"), ("2.5", "采砂许可")
    ]  # fmt: skip
    assert power.rows[2] == Row(4, ("1", "取水许可"), (1, 2))
    assert (power.rows[2].cell(7), power.rows[2].column(7)) == ("", 1)


def test_what_a_cell_shows() -> None:
    """Whole numbers without a point, yes and no, days; nothing endless."""
    day = date(2018, 3, 31)
    assert [text_of(value) for value in (3.0, 0.5, True, False, day, " 甲 ")] == ["3", "0.5", "是", "否", "2018-03-31", "甲"]
    assert len(text_of("长" * 50_000)) == 32_767


def test_the_smallest_workbook_is_read() -> None:
    """So that the refusals below are refused for what they say."""
    assert cells(packed(GOOD)) == [[("名称",), ("取水许可",)]]


def test_formats_down_to_the_last_row_do_no_harm() -> None:
    """A whole column with a border: cells without content, closed at once."""
    assert cells(packed(GOOD + '<row r="1048576"><c r="XFD1048576" s="1"/></row>')) == [[("名称",), ("取水许可",)]]


CORNERS = packed(f'<row r="1">{inline("A1", "x")}</row><row r="1048576">{inline("XFD1048576", "x")}</row>')

HOSTILE: dict[str, tuple[bytes, str]] = {
    "a cell in the last corner": (packed(f'<row r="1048576">{inline("XFD1048576", "x")}</row>'), "表格太大"),
    "cells in two corners": (CORNERS, "表格太大"),
    "a cell far down without its place": (
        packed('<row r="1048576"><c t="inlineStr"><is><t>x</t></is></c></row>'), "表格太大",
    ),
    "a cell far to the right": (packed(f'<row r="1">{inline("ZZZ1", "x")}</row>'), "表格太大"),
    "a document type": (packed(GOOD, {"xl/sharedStrings.xml": '<!DOCTYPE x [<!ENTITY a "b">]><sst/>'}), "DOCTYPE"),
    "an entity in small letters": (packed(GOOD, {"xl/styles.xml": "<!entity a 'b'>"}), "DOCTYPE"),
    "UTF-16": (packed(GOOD, {"xl/styles.xml": "<x/>".encode("utf-16")}), "不是 UTF-8"),
    "a way out": (packed(GOOD, {"../../逃出去.xml": "x"}), "文件外面"),
    "a way from the top": (packed(GOOD, {"/etc/x.xml": "x"}), "文件外面"),
    "a way of Windows": (packed(GOOD, {"..\\x.xml": "x"}), "文件外面"),
    "much in little": (packed(GOOD, {"xl/a.xml": " " * (8 << 20)}), "压缩得太厉害"),
    "too many parts": (packed(GOOD, {f"xl/{number}.xml": "x" for number in range(1001)}), "部件超过"),
    "no workbook": (packed(GOOD).replace(b"xl/workbook.xml", b"xl/worcbook.xml"), "只改了后缀"),
    "another zip": (packed("").replace(b"xl/", b"xx/"), "只改了后缀"),
    "a table as text": ("名称,单位\n".encode(), "是文字"),
    "nothing": (b"", "是空文件"),
    "a web page": (b"<html><table></table></html>", "是网页"),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + bytes(600), "旧格式的表格"),
    "another encoding": (packed(GOOD, {"xl/styles.xml": "<?xml version='1.0' encoding='cp037'?><x/>"}), "不是 UTF-8"),
    "cut off": (packed(GOOD)[:-30], "打不开的文件"),
    "no sheet": (packed(GOOD, {"xl/_rels/workbook.xml.rels": "<x/>"}), "文件坏了"),
    "broken XML": (packed("<row><c><v>1</row>"), "文件坏了"),
    "a string that is not there": (packed('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'), "文件坏了"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_or_odd_is_refused(name: str) -> None:
    """In Chinese, and without harm."""
    content, said = HOSTILE[name]
    with pytest.raises(Unreadable, match=said):
        read_xlsx(content)


def test_what_is_not_looked_at_ends_only_its_own_process() -> None:
    """Some four thousand bytes that ask for all the memory there is."""
    with pytest.raises(Unreadable, match="文件坏了"):
        xlsx_table._sheets(CORNERS)  # noqa: SLF001 - past the scan, which would have stopped it


def test_too_many_bytes_are_not_even_looked_at() -> None:
    """Eight MiB."""
    with pytest.raises(Unreadable, match="超过 8 MiB"):
        scanned(bytes(zip_scan.MAX_BYTES + 1))


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """All parts together."""
    monkeypatch.setattr(zip_scan, "_MAX_UNPACKED", 1000)
    with pytest.raises(Unreadable, match="展开后超过"):
        scanned(packed(GOOD, {"xl/a.xml": "x" * 1000}))


def test_parts_of_the_same_name_are_refused() -> None:
    """Two readers might take different ones."""
    stream = BytesIO(packed(GOOD))
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(stream, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(Unreadable, match="同名"):
        scanned(stream.getvalue())


def test_a_password_is_told() -> None:
    """The flag of an encrypted part."""
    content = bytearray(packed(GOOD))
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        content[at + 8] |= 1
        at += 4
    with pytest.raises(Unreadable, match="密码"):
        scanned(bytes(content))


def test_pictures_and_macros_are_left_behind() -> None:
    """Only XML goes on."""
    with ZipFile(BytesIO(scanned(packed(GOOD, {"xl/vbaProject.bin": b"\0", "xl/media/1.png": b"\0"})))) as archive:
        assert [name for name in archive.namelist() if not name.endswith((".xml", ".rels"))] == []


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_workbook_is_read_or_refused(seed: int) -> None:
    """Some bytes turned over: never anything but a table or ``Unreadable``."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    content = bytearray(workbook({"权力": [["名称"], ["取水许可"]]}))
    for _ in range(dice.randint(1, 8)):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    with suppress(Unreadable):
        assert read_xlsx(bytes(content))


def failing(error: Exception) -> Callable[..., None]:
    """A stand-in for starting a process."""

    def run(*words: object, **options: object) -> None:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "said"),
    [(subprocess.TimeoutExpired("x", 30), "还没有读完"), (PermissionError(13, "x"), "不让启动")],
)
def test_what_takes_too_long_or_cannot_be_started_is_told(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader is a process of its own."""
    monkeypatch.setattr(subprocess, "run", failing(error))
    with pytest.raises(Unreadable, match=said):
        read_xlsx(packed(GOOD + f'<row r="3">{inline("A3", said)}</row>'))
