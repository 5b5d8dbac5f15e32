"""Run by itself: reads a Word document from standard input and writes its tables to standard output as JSON.

Python's own reader of XML is enough: no document type is declared (``zip_scan``), and this is a process of its own,
with little memory and little time. What is written is what ``xlsx_worker`` writes, besides which a table has the lines
of text ``before`` it, and the last one those ``after`` it; a row has the numbers of its cells as one counts them.
Struck-out text of tracked changes is left out, inserted text is taken.
"""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

MAX_SPAN = 200
"""Columns of a table; Word allows 63."""
MAX_CELLS = 1_000_000
"""Grid cells of a table: a cell can go over many and take no room in the file."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS = {"t": None, "tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(content: bytes) -> list[dict[str, Any]]:
    """The tables in order."""
    with ZipFile(BytesIO(content)) as archive:
        text = archive.read("word/document.xml").replace(STRICT[1:-1].encode(), W[1:-1].encode())
    # No document type is in it: zip_scan refused that.
    root = ET.fromstring(text)  # noqa: S314 - see above
    body = root.find(f"{W}body")
    sheets: list[dict[str, Any]] = []
    lines: list[str] = []
    for block in [] if body is None else _blocks(body, "p", "tbl"):
        if block.tag == f"{W}p":
            lines += [line for line in _text(block).split("\n") if line.strip()]
            continue
        rows, merges = _table(block)
        sheets.append({"name": f"表格{len(sheets) + 1}", "rows": rows, "merges": merges, "before": lines})
        lines = []
    if sheets:
        sheets[-1]["after"] = lines
    return sheets


def _blocks(parent: ET.Element, *names: str) -> Iterator[ET.Element]:
    """The children of those names, also those inside content controls and tracked insertions."""
    for child in parent:
        name = child.tag.removeprefix(W)
        if name in names:
            yield child
        elif name in ("sdt", "sdtContent", "ins", "smartTag", "customXml", "moveTo"):
            yield from _blocks(child, *names)


def _table(
    table: ET.Element,
) -> tuple[list[tuple[int, list[str], list[int]]], list[tuple[int, int, int, int]]]:
    rows: list[tuple[int, list[str], list[int]]] = []
    merges: list[list[int]] = []
    open_down: dict[int, list[int]] = {}
    cells = 0
    for line, row in enumerate(_blocks(table, "tr"), 1):
        texts: list[str] = []
        numbers: list[int] = []
        before = row.find(f"{W}trPr/{W}gridBefore")
        if before is not None:
            skipped = _number(before)
            texts, numbers = [""] * skipped, [1] * skipped
        going_on: dict[int, list[int]] = {}
        for number, cell in enumerate(_blocks(row, "tc"), 1):
            left, span = len(texts), _number(cell.find(f"{W}tcPr/{W}gridSpan"))
            down = cell.find(f"{W}tcPr/{W}vMerge")
            covered = open_down.get(left) if down is not None and down.get(f"{W}val") != "restart" else None
            if covered is not None:
                covered[2] = line
                going_on[left] = covered
                texts += [""] * span
            else:
                text = "\n".join(_text(paragraph) for paragraph in _blocks(cell, "p", "tbl")).strip()
                texts += [text, *[""] * (span - 1)]
                if down is not None or span > 1:
                    merges.append([line, left, line, left + span - 1])
                    if down is not None:
                        going_on[left] = merges[-1]
            numbers += [number] * span
        open_down = going_on
        if any(texts):
            rows.append((line, texts, numbers))
        cells += len(texts)
        if cells > MAX_CELLS:
            raise ValueError(cells)
    return rows, [(top, left, bottom, right) for top, left, bottom, right in merges]


def _number(element: ET.Element | None) -> int:
    value = "1" if element is None else element.get(f"{W}val") or "1"
    return min(max(int(value), 1), MAX_SPAN)


def _text(element: ET.Element) -> str:
    """The text of a paragraph, or of all the cells of a table inside a cell."""
    found: list[str] = []
    waiting = [element]
    while waiting:
        one = waiting.pop()
        name = one.tag.removeprefix(W)
        if name in _MARKS:
            found.append(one.text or "" if name == "t" else _MARKS[name] or "")
        elif name == "tc" and found:
            found.append(" ")
        if one.tag != _FALLBACK and name != "pPr":
            waiting += reversed(one)
    return "".join(found)


if __name__ == "__main__":
    json.dump({"sheets": read(sys.stdin.buffer.read())}, sys.stdout)
