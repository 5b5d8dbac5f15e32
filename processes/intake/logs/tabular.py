"""A log in a table: one row for each 环节 that was done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from processes.intake.logs.columns import Column, Headings
from processes.intake.logs.gathering import Entry
from processes.intake.logs.times import time_of
from processes.intake.table import Row, Sheet
from processes.model.log import Event


@dataclass(slots=True)
class TableReading:
    """The rows below the headings. ``wrong``: what cannot be read, by line; ``spoilt``: the cases that this concerns.

    A case of which a row is missing would look as if somebody had left something out: it is left out whole.
    """

    sheet: Sheet
    headings: Headings
    wrong: list[str] = field(default_factory=list)
    spoilt: set[str] = field(default_factory=set)

    def entries(self) -> list[Entry]:
        """The entries of all cases that can be read."""
        rows = self.sheet.rows[self.headings.last + 1 :]
        merged = self._merged()
        found = [entry for row in rows if (entry := self._entry(row, merged)) is not None]
        return [entry for entry in found if entry.case not in self.spoilt]

    def _entry(self, row: Row, merged: Mapping[int, str]) -> Entry | None:
        case = self._cell(row, Column.CASE) or merged.get(row.line, "")
        activity = " ".join(self._cell(row, Column.ACTIVITY).split())
        if not case:
            self._say(row, Column.CASE, "是空的")
            return None
        if not activity:
            self.spoilt.add(case)
            self._say(row, Column.ACTIVITY, "是空的")
            return None
        times = [self._time(row, case, column) for column in (Column.ENDED, Column.STARTED)]
        ended, started = times
        state = self._cell(row, Column.LIFECYCLE)
        event = Event(activity, ended, started, self._cell(row, Column.RESOURCE), row.line)
        return Entry(case, event, state)

    def _time(self, row: Row, case: str, column: Column) -> datetime | None:
        text = self._cell(row, column)
        if not text:
            if column is Column.ENDED and column in self.headings.at:
                self.spoilt.add(case)
                self._say(row, column, "是空的")
            return None
        found = time_of(text)
        if found is None:
            self.spoilt.add(case)
            self._say(row, column, f"写的“{text}”不是时间;写成 2018-03-01 或 2018-03-01 09:30")
        return found

    def _cell(self, row: Row, column: Column) -> str:
        at = self.headings.at.get(column)
        return "" if at is None else row.cell(at).strip()

    def _say(self, row: Row, column: Column, what: str) -> None:
        self.wrong.append(f"第 {row.line} 行“{self.headings.named[column]}”{what}")

    def _merged(self) -> dict[int, str]:
        """Line → case, where one cell holds the case of several rows."""
        at = self.headings.at[Column.CASE]
        lines = {row.line: row for row in self.sheet.rows}
        return dict(self._under_merges(at, lines)) if self.sheet.merges else {}

    def _under_merges(self, at: int, lines: Mapping[int, Row]) -> Iterator[tuple[int, str]]:
        for merge in self.sheet.merges:
            if merge.left <= at <= merge.right and merge.top in lines:
                for line in range(merge.top, merge.bottom + 1):
                    yield line, lines[merge.top].cell(merge.left).strip()
