"""An Excel workbook looked at before it is opened: what is too large, or made to do harm, is not opened at all."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from processes.intake.table import Unreadable

MAX_BYTES = 8 << 20
"""Of the file; a list of ten thousand matters has less than one MiB."""
_MAX_PARTS = 1000
_MAX_UNPACKED = 64 << 20
_MAX_RATIO = 200
_SMALL = 1 << 20
"""A part of so little is not suspicious, however well it was packed."""
_MAX_ROWS, _MAX_COLUMNS, _MAX_AREA = 100_000, 1_000, 5_000_000
"""Of the cells that hold something: formatting alone often reaches down to the last row."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 1
_XML = (".xml", ".rels")
_WORKBOOK = "xl/workbook.xml"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CELL = re.compile(rb"<(?:\w+:)?c(?:\s[^<>]*[^/<>])?>")
"""A cell that is not closed at once: an empty one with a format is."""
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,4})([0-9]{1,9})["']""")
_ROW = re.compile(rb"""<(?:\w+:)?row\s[^<>]*?\br\s*=\s*["']([0-9]{1,9})["']""")


def scanned(content: bytes) -> bytes:
    """The workbook packed anew, with only the parts that were looked at. Raises ``Unreadable``."""
    if len(content) > MAX_BYTES:
        raise Unreadable(f"文件超过 {MAX_BYTES >> 20} MiB")
    if content.startswith(_OLE):
        raise Unreadable("设了密码,或是旧的 .xls 格式")
    if not content.startswith(_ZIP):
        raise Unreadable("内容不是 .xlsx 工作簿,可能只改了后缀")
    packed = BytesIO()
    try:
        with ZipFile(BytesIO(content)) as archive, ZipFile(packed, "w", ZIP_STORED) as checked:
            for info in _parts(archive):
                part = archive.read(info)
                _look_at(info.filename, part)
                checked.writestr(ZipInfo(info.filename), part)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as error:
        raise Unreadable("文件坏了,打不开") from error
    return packed.getvalue()


def _parts(archive: ZipFile) -> Iterator[ZipInfo]:
    """The XML of the workbook; pictures and macros are left behind."""
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(infos) > _MAX_PARTS:
        raise Unreadable(f"里面的部件超过 {_MAX_PARTS} 个")
    if len(set(names)) < len(names):
        raise Unreadable("里面有同名的部件")
    if any(".." in name.split("/") or name.startswith("/") or "\\" in name or ":" in name for name in names):
        raise Unreadable("里面的部件指到了文件外面")
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise Unreadable("设了密码")
    if sum(info.file_size for info in infos) > _MAX_UNPACKED:
        raise Unreadable(f"展开后超过 {_MAX_UNPACKED >> 20} MiB")
    if any(info.file_size > max(_SMALL, info.compress_size * _MAX_RATIO) for info in infos):
        raise Unreadable("压缩得太厉害,不像真的表格")
    if _WORKBOOK not in names:
        raise Unreadable("内容不是 .xlsx 工作簿,可能只改了后缀")
    return (info for info in infos if info.filename.lower().endswith(_XML))


def _look_at(name: str, part: bytes) -> None:
    if b"\0" in part:
        # UTF-16 would hide from us what we look for; no office program writes it.
        raise Unreadable("里面有不是 UTF-8 的部件")
    if _DECLARED.search(part):
        raise Unreadable("里面有文档类型声明(DOCTYPE),真的表格没有")
    if _SHEET.fullmatch(name):
        _measure(part)


def _measure(sheet: bytes) -> None:
    """The cells with content must not lie so far apart that the empty ones between them fill the memory."""
    rows, columns, unplaced = 0, 0, False
    for cell in _CELL.finditer(sheet):
        reference = _REFERENCE.search(cell.group())
        if reference is None:
            unplaced = True
        else:
            columns, rows = max(columns, _column(reference[1])), max(rows, int(reference[2]))
    if unplaced:
        rows = max(rows, *(int(found[1]) for found in _ROW.finditer(sheet)), 0)
    if rows > _MAX_ROWS or columns > _MAX_COLUMNS or rows * columns > _MAX_AREA:
        raise Unreadable(f"表格太大:有内容的单元格到了第 {rows} 行、第 {columns} 列")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
