"""Any file with a log: told by its content, read with limits, and what of it cannot be read told all at once."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from processes.declaration.encoding import decode
from processes.declaration.reporting import Reporter
from processes.errors import CannotBeDone
from processes.intake.csv_table import read_as_sheet
from processes.intake.logs.columns import Column, headings_of, no_headings
from processes.intake.logs.gathering import Entry, gathered
from processes.intake.logs.tabular import TableReading
from processes.intake.logs.xes import read_xes
from processes.intake.opening import open_tables
from processes.intake.sniff import Content, content_of
from processes.intake.table import Sheet, Unreadable
from processes.model.log import Log

MAX_SIZE = 64 << 20
"""Bytes of a log, unpacked; a year of a county's busiest window has less than 10 MiB."""
_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 31
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class LogRead:
    """A log that was read. ``columns``: what → the heading of its column, empty for XES.

    ``notes`` are what the user must know of it, ``wrong`` the places that cannot be read, ``left_out`` the cases that
    are therefore not in the log.
    """

    log: Log
    columns: Mapping[Column, str]
    notes: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def read_log(content: bytes, name: str, asked: Mapping[Column, str] | None = None) -> LogRead:
    """The log in ``content``, the bytes of the file called ``name``; ``asked``: column → heading, as the user said.

    Raises ``CannotBeDone`` for what is no log, ``WrongUsage`` for a column that is not there.
    """
    content = _unpacked(content, name)
    if len(content) > MAX_SIZE:
        raise CannotBeDone(f"“{name}”超过 {MAX_SIZE >> 20} MiB,没有读;请按月或按事项分开导出。")
    if content.removeprefix(_BOM).lstrip()[:1] == b"<":
        return _of_xes(content, name)
    sheets, notes = _sheets(content, name)
    asked = asked or {}
    for sheet in sheets:
        headings = headings_of(sheet.rows, asked)
        if headings is not None:
            reading = TableReading(sheet, headings)
            entries = reading.entries()
            return _made(name, entries, reading.wrong, reading.spoilt, headings.named, notes)
    filled = next((sheet for sheet in sheets if sheet.rows), None)
    raise no_headings(filled.rows if filled else (), asked, name)


def _of_xes(content: bytes, name: str) -> LogRead:
    try:
        found = read_xes(content)
    except CannotBeDone as error:
        raise CannotBeDone(f"“{name}”读不了:{error}") from error
    return _made(name, found.entries, found.wrong, found.spoilt, {}, ())


def _made(  # noqa: PLR0913 - what two ways of reading have found
    name: str,
    entries: Iterable[Entry],
    wrong: list[str],
    spoilt: set[str],
    columns: Mapping[Column, str],
    notes: Iterable[str],
) -> LogRead:
    found = gathered(entries)
    if not found.traces:
        few = ";".join(wrong[:5])
        raise CannotBeDone(f"“{name}”里没有一件能用的办件{':' + few if few else ''}。")
    log = Log(name, found.traces)
    said = list(notes)
    if not log.timed:
        said.append("没有时间,环节的先后按文件里的次序,不算工作日")
    if found.others:
        states = "、".join(f"“{state}”{number}条" for state, number in sorted(found.others.items()))
        said.append(f"既不是开始也不是完成的记录没有用:{states}")
    if found.open:
        said.append(f"只有开始、没有完成的环节 {found.open} 个,没有计入")
    return LogRead(log, columns, tuple(said), tuple(wrong), tuple(sorted(spoilt)))


def _unpacked(content: bytes, name: str) -> bytes:
    """The file itself; of a .gz what is in it, as far as it may be read."""
    if not content.startswith(_GZIP):
        return content
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(content, MAX_SIZE + 1)
    except zlib.error as error:
        raise CannotBeDone(f"“{name}”是压缩文件,但是坏了,打不开;请重新下载或重新压缩。") from error


def _sheets(content: bytes, name: str) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    try:
        if content_of(content) is Content.TEXT:
            return (_of_text(content, name),), ()
        opened = open_tables(content, name)
        return tuple(sheet for sheet in opened.sheets if not sheet.hidden), opened.notes
    except Unreadable as error:
        raise CannotBeDone(f"“{name}”读不了:{error}。") from error


def _of_text(content: bytes, name: str) -> Sheet:
    """As the tables of a department are read, but longer."""
    report = Reporter(name)
    text = decode(content, report, MAX_SIZE)
    if text is None:
        raise Unreadable(report.findings[0].message)
    return read_as_sheet(text)
