"""An Excel workbook as tables: looked at first, then read in a process of its own that may fail without harm."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

from processes.intake.table import Row, Sheet, Unreadable
from processes.intake.xlsx_scan import scanned

TIMEOUT = 30.0
"""Seconds, starting the process included; a list takes a quarter of one."""

_WORKER = Path(__file__).with_name("xlsx_worker.py")
_SAME_FILE = 16


def read_xlsx(content: bytes) -> tuple[Sheet, ...]:
    """The visible sheets. Raises ``Unreadable`` for what is no workbook, is too large, or cannot be read."""
    return _sheets(scanned(content))


@lru_cache(_SAME_FILE)
def _sheets(content: bytes) -> tuple[Sheet, ...]:
    command = [sys.executable, "-P", "-X", "utf8", str(_WORKER)]
    try:
        ran = subprocess.run(command, input=content, capture_output=True, timeout=TIMEOUT, check=False)  # noqa: S603 - our own file
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"读了 {TIMEOUT:.0f} 秒还没有读完") from error
    except OSError as error:
        raise Unreadable("系统不让启动读表格的程序") from error
    try:
        sheets = json.loads(ran.stdout)["sheets"] if ran.returncode == 0 else None
    except ValueError:
        sheets = None
    if sheets is None:
        raise Unreadable("文件坏了,或者不是表格")
    return tuple(
        Sheet(name, tuple(Row(line, tuple(cells), tuple(range(1, len(cells) + 1))) for line, cells in rows))
        for name, rows in sheets
    )
