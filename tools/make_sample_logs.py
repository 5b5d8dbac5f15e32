"""Make the workbook and the XES log of ``samples/logs`` again, from the CSV log there: the same bytes every time.

    python -m tools.make_sample_logs

All three hold the same cases, so that each way in which systems export their records can be tried with what stands in
the README. XES: IEEE Std 1849-2016, with the extensions concept, time and org; days are midnights of Beijing.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import quoteattr

from xlsxwriter import Workbook  # type: ignore[import-untyped] # it ships no types

FOLDER = Path(__file__).resolve().parents[1] / "samples" / "logs"
SOURCE = FOLDER / "食品经营许可办件.csv"
CREATED = datetime(2018, 1, 31, tzinfo=UTC)
_EXTENSIONS = (("Concept", "concept"), ("Time", "time"), ("Organizational", "org"))

Rows = Sequence[Sequence[str]]
"""受理号, 办理环节, 完成日期, 承办科室; the headings first."""


def rows() -> Rows:
    """The CSV log."""
    with SOURCE.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def workbook(table: Rows) -> bytes:
    """A workbook with one sheet, in which days are days."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"created": CREATED})
    sheet = book.add_worksheet("办件记录")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    head = book.add_format({"bold": True})
    sheet.set_column(0, len(table[0]) - 1, 16)
    for column, text in enumerate(table[0]):
        sheet.write_string(0, column, text, head)
    for number, (case, step, ended, office) in enumerate(table[1:], 1):
        sheet.write_string(number, 0, case)
        sheet.write_string(number, 1, step)
        sheet.write_datetime(number, 2, date.fromisoformat(ended), day)
        sheet.write_string(number, 3, office)
    sheet.freeze_panes(1, 0)
    book.close()
    return stream.getvalue()


def xes(table: Rows) -> str:
    """An XES log, a trace a case."""
    return "\n".join((*_lines(table), ""))


def _lines(table: Rows) -> Iterator[str]:
    cases: dict[str, list[Sequence[str]]] = {}
    for row in table[1:]:
        cases.setdefault(row[0], []).append(row)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<log xes.version="1849-2016" xes.features="">'
    for name, prefix in _EXTENSIONS:
        yield f'  <extension name="{name}" prefix="{prefix}" uri="http://www.xes-standard.org/{prefix}.xesext"/>'
    for case, events in cases.items():
        yield "  <trace>"
        yield f'    <string key="concept:name" value={quoteattr(case)}/>'
        for _, step, ended, office in events:
            yield "    <event>"
            yield f'      <string key="concept:name" value={quoteattr(step)}/>'
            yield f'      <date key="time:timestamp" value="{ended}T00:00:00.000+08:00"/>'
            yield f'      <string key="org:resource" value={quoteattr(office)}/>'
            yield "    </event>"
        yield "  </trace>"
    yield "</log>"


def main() -> None:
    """Write both."""
    table = rows()
    SOURCE.with_suffix(".xlsx").write_bytes(workbook(table))
    SOURCE.with_suffix(".xes").write_text(xes(table), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
