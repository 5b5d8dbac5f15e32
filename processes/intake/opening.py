"""Any file that a department sends, as tables: told by its content, converted where need be, refused with advice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from processes.declaration.encoding import decode
from processes.declaration.reporting import Reporter
from processes.intake import office
from processes.intake.csv_table import read_as_sheet
from processes.intake.docx_table import read_docx
from processes.intake.sniff import ADVICE, CONVERTIBLE, Content, content_of
from processes.intake.table import Sheet, Unreadable
from processes.intake.xlsx_table import all_sheets
from processes.intake.zip_scan import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Opened:
    """The tables of a file, those of hidden sheets without rows; ``notes`` are what the user must know of it."""

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()


def open_tables(content: bytes, name: str) -> Opened:
    """The tables in ``content``, the bytes of the file called ``name``. Raises ``Unreadable``, with what to do."""
    if len(content) > MAX_BYTES:
        raise Unreadable(f"文件超过 {MAX_BYTES >> 20} MiB。表格里的图片、用不到的工作表请删掉再导入")
    kind = content_of(content)
    ending = PurePath(name).suffix
    if kind is Content.TEXT and ending.lower() in (".csv", ".txt", ".tsv"):
        return Opened((_of_text(content, name),))
    if kind in CONVERTIBLE and office.program() is not None:
        sheets = _read(office.converted(content, name))
        return Opened(sheets, (f"“{name}”是{kind},已由 LibreOffice 转换后读入",))
    return Opened(_read(content))


def _read(content: bytes) -> tuple[Sheet, ...]:
    kind = content_of(content)
    if kind is Content.XLSX:
        return all_sheets(content)
    if kind is Content.DOCX:
        return read_docx(content)
    raise Unreadable(f"内容是{kind}。{ADVICE[kind]}")


def _of_text(content: bytes, name: str) -> Sheet:
    """A CSV file, read as WPS shows it."""
    report = Reporter(name)
    text = decode(content, report)
    if text is None:
        raise Unreadable(report.findings[0].message)
    return read_as_sheet(text)
