"""A reader run in a process of its own, with little memory and little time, that may fail without harm.

On Windows there is nothing like ``setrlimit``: there the time-out, and what the scan refused before, are all there is.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from processes.intake.table import UNSOLVED, Formula, Merge, Numbering, Row, Sheet, Unreadable

TIMEOUT = 30.0
"""Seconds, starting the process included; a list takes a quarter of one."""

_MOST_MERGED = 1_000_000
"""Cells under merges in one sheet."""


def tables(worker: str, content: bytes, numbering: Numbering, *, plain: bool = False) -> tuple[Sheet, ...]:
    """What the ``worker`` (a file beside this one) reads in a file that was looked at before.

    ``plain``: it needs nothing but Python's own library, and starts faster for it.
    """
    here = Path(__file__)
    flags = ("-I", "-S") if plain else ("-P",)
    sheets = _run([*flags, "-X", "utf8", str(here.with_name("limited.py")), str(here.with_name(worker))], content)
    return tuple(
        Sheet(
            name=sheet["name"],
            rows=tuple(_rows(sheet)),
            merges=_merges(sheet),
            before=tuple(sheet.get("before", ())),
            after=tuple(sheet.get("after", ())),
            numbering=numbering,
            hidden=sheet.get("hidden", False),
            formulas=tuple(
                Formula(line, at, text.removeprefix(UNSOLVED))
                for line, cells, _ in sheet["rows"]
                for at, text in enumerate(cells)
                if text.startswith(UNSOLVED)
            ),
        )
        for sheet in sheets
    )


def _rows(sheet: dict[str, Any]) -> Iterator[Row]:
    """The rows; a formula without a result is an empty cell."""
    for line, cells, columns in sheet["rows"]:
        texts = tuple("" if text.startswith(UNSOLVED) else text for text in cells)
        if any(texts):
            yield Row(line, texts, tuple(columns or range(1, len(cells) + 1)))


def _merges(sheet: dict[str, Any]) -> tuple[Merge, ...]:
    """The merges as far down as there is text: one over whole columns is common. Raises ``Unreadable`` for too many."""
    last = max((line for line, _, _ in sheet["rows"]), default=0)
    merges = tuple(
        Merge(top, left, min(bottom, last), right) for top, left, bottom, right in sheet["merges"] if top <= last
    )
    if sum((one.bottom - one.top + 1) * (one.right - one.left + 1) for one in merges) > _MOST_MERGED:
        raise Unreadable("合并的单元格太多,不像真的表格")
    return merges


def _run(arguments: list[str], content: bytes) -> list[dict[str, Any]]:
    command = [sys.executable, *arguments]
    try:
        ran = subprocess.run(command, input=content, capture_output=True, timeout=TIMEOUT, check=False)  # noqa: S603 - our own file
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"读了 {TIMEOUT:.0f} 秒还没有读完") from error
    except OSError as error:
        raise Unreadable("系统不让启动读表格的程序") from error
    try:
        sheets = json.loads(ran.stdout)["sheets"] if ran.returncode == 0 else None
    except (ValueError, KeyError, TypeError):
        sheets = None
    if not isinstance(sheets, list):
        raise Unreadable("文件坏了,或者不是表格")
    return sheets
