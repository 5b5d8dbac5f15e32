"""The sample log in its three forms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from processes.intake.logs.reading import LogRead, read_log
from processes.model.log import Trace
from tools.make_sample_logs import SOURCE, rows, workbook, xes


def read(suffix: str) -> LogRead:
    """The sample with that suffix."""
    file = SOURCE.with_suffix(suffix)
    return read_log(file.read_bytes(), file.name)


def cases(found: LogRead) -> dict[str, Trace]:
    """Its cases by name, without the lines on which they stand."""
    return {
        trace.case: replace(trace, events=tuple(replace(event, line=0) for event in trace.events))
        for trace in found.log.traces
    }


@pytest.mark.parametrize("suffix", [".xlsx", ".xes"])
def test_the_workbook_and_the_xes_log_hold_the_cases_of_the_table(suffix: str) -> None:
    """40 cases with the same steps, days and offices, and nothing that cannot be read."""
    found, table = read(suffix), read(".csv")
    assert len(cases(table)) == 40
    assert cases(found) == cases(table)
    assert not found.wrong


def test_they_are_made_of_the_table() -> None:
    """The log byte for byte; the workbook, whose packing is the library's, in what is read of it."""
    assert xes(rows()).encode() == SOURCE.with_suffix(".xes").read_bytes()
    made = read_log(workbook(rows()), SOURCE.with_suffix(".xlsx").name)
    assert cases(made) == cases(read(".xlsx"))
