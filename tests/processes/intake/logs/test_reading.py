"""Tests of reading logs: what is what, what is left out, what is said."""

from __future__ import annotations

import gzip
from datetime import datetime

import pytest

from processes.errors import CannotBeDone, WrongUsage
from processes.intake.logs.columns import Column, asked_columns
from processes.intake.logs.reading import LogRead, read_log
from tests.processes.intake.workbooks import workbook

_CSV = """办件编号,环节名称,完成时间,办理人员
A1,受理,2018-03-01 09:00,窗口
A2,受理,2018-03-01 10:00,窗口
A1,决定,2018-03-05 16:00,局长
A1,审查,2018-03-02 11:00,审查岗
"""


def _read(text: str, name: str = "办件.csv", columns: str = "") -> LogRead:
    return read_log(text.encode(), name, asked_columns(columns) if columns else None)


def _ways(read: LogRead) -> dict[str, tuple[str, ...]]:
    return {trace.case: trace.activities for trace in read.log.traces}


def test_a_table_is_read_case_by_case_in_the_order_of_the_times() -> None:
    """决定 stands before 审查 in the file and comes after it."""
    read = _read(_CSV)
    assert _ways(read) == {"A1": ("受理", "审查", "决定"), "A2": ("受理",)}
    assert read.columns == {
        Column.CASE: "办件编号",
        Column.ACTIVITY: "环节名称",
        Column.ENDED: "完成时间",
        Column.RESOURCE: "办理人员",
    }
    event = read.log.traces[0].events[1]
    assert (event.ended, event.resource, event.line) == (datetime(2018, 3, 2, 11), "审查岗", 5)  # noqa: DTZ001 - no zones in logs
    assert not read.wrong
    assert not read.notes


@pytest.mark.parametrize(
    "heads",
    [
        "受理号,活动,时间,岗位",
        "业务流水号,办理环节,办理时间,经办人",
        "case:concept:name,concept:name,time:timestamp,org:resource",
        "case_id,activity,timestamp,resource",
        "案件编号,当前环节,办结时间,承办科室",
    ],
)
def test_columns_are_known_by_their_usual_headings(heads: str) -> None:
    """Those of systems in China, and of tools for process mining."""
    assert _ways(_read(_CSV.replace("办件编号,环节名称,完成时间,办理人员", heads))) == _ways(_read(_CSV))
    assert len(_read(_CSV.replace("办件编号,环节名称,完成时间,办理人员", heads)).columns) == 4


def test_the_user_says_which_column_is_what() -> None:
    """--列 goes before the headings, with full-width signs too."""
    text = "序号,单号,干了啥,啥时候\n1,A1,受理,2018-03-01\n2,A1,决定,2018-03-02\n"
    assert _ways(_read(text, columns="办件＝单号，环节=干了啥,时间=啥时候")) == {"A1": ("受理", "决定")}
    with pytest.raises(CannotBeDone, match="认不出办件、环节是哪一列;第一行是:“序号”、“单号”、“干了啥”、“啥时候”"):
        _read(text)
    with pytest.raises(WrongUsage, match="没有 --列 写的列“号”"):
        _read(text, columns="办件=号,环节=干了啥")
    with pytest.raises(WrongUsage, match="“什么=单号”看不懂"):
        _read(text, columns="什么=单号")
    with pytest.raises(WrongUsage, match="“办件”写了两次"):
        _read(text, columns="办件=单号,办件=序号")


def test_a_case_with_a_row_that_cannot_be_read_is_left_out_whole() -> None:
    """Without the row it would look as if somebody had left out a step; everything is told at once."""
    read = _read(_CSV + "A2,,2018-03-03,\nA3,受理,昨天,\n,受理,2018-03-01,\nA4,受理,,\n")
    assert list(_ways(read)) == ["A1"]
    assert read.left_out == ("A2", "A3", "A4")
    assert read.wrong == (
        "第 6 行“环节名称”是空的",
        "第 7 行“完成时间”写的“昨天”不是时间;写成 2018-03-01 或 2018-03-01 09:30",
        "第 8 行“办件编号”是空的",
        "第 9 行“完成时间”是空的",
    )


def test_without_times_the_order_of_the_file_counts() -> None:
    """And it is said."""
    read = _read("办件编号,环节\nA1,受理\nA1,决定\n")
    assert _ways(read) == {"A1": ("受理", "决定")}
    assert read.notes == ("没有时间,环节的先后按文件里的次序,不算工作日",)


def test_of_steps_on_one_day_the_order_of_the_file_counts_where_a_time_is_only_a_day() -> None:
    """A day is not the first minute of that day."""
    assert _ways(_read("办件编号,环节,时间\nA1,受理,2018-03-01 09:00\nA1,决定,2018-03-01\n")) == {
        "A1": ("受理", "决定")
    }


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_table_is_read_in_the_encodings_and_with_the_delimiters_of_office_programs(
    encoding: str, delimiter: str
) -> None:
    """As WPS and Excel save it."""
    content = _CSV.replace(",", delimiter).encode(encoding)
    assert read_log(content, "办件.csv").log.traces == _read(_CSV).log.traces


_XES = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <global scope="event"><string key="concept:name" value="__INVALID__"/></global>
  <trace>
    <event>
      <string key="concept:name" value="受理"><string key="concept:name" value="别的"/></string>
      <date key="time:timestamp" value="2018-03-01T09:00:00.000+08:00"/>
      <string key="lifecycle:transition" value="start"/>
    </event>
    <event>
      <string key="concept:name" value="受理"/>
      <date key="time:timestamp" value="2018-03-01T10:00:00.000+08:00"/>
      <string key="lifecycle:transition" value="complete"/>
      <string key="org:resource" value="张三"/>
      <string key="org:role" value="窗口"/>
    </event>
    <event>
      <string key="concept:name" value="审查"/>
      <date key="time:timestamp" value="2018-03-01T11:00:00.000+08:00"/>
      <string key="lifecycle:transition" value="start"/>
    </event>
    <event>
      <string key="concept:name" value="审查"/>
      <date key="time:timestamp" value="2018-03-01T11:00:00.000+08:00"/>
      <string key="lifecycle:transition" value="suspend"/>
    </event>
    <string key="concept:name" value="A1"/>
  </trace>
</log>
"""


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["xes", "gz"])
def test_xes_is_read_packed_or_not(pack: type[bytes]) -> None:
    """Begun and done is one event; what was only begun, and other states, are told."""
    read = read_log(pack(_XES.encode()), "办件.xes")
    (trace,) = read.log.traces
    (event,) = trace.events
    assert (trace.case, event.activity, event.resource) == ("A1", "受理", "窗口")
    assert event.started == datetime(2018, 3, 1, 9)  # noqa: DTZ001 - no zones in logs
    assert event.ended == datetime(2018, 3, 1, 10)  # noqa: DTZ001 - no zones in logs
    assert read.notes == (
        "既不是开始也不是完成的记录没有用:“suspend”1条",
        "只有开始、没有完成的环节 1 个,没有计入",
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "文件里什么也没有"),
        (b"<log", "不是完好的 XML:第 1 行"),
        (b"<bpmn/>", "不是 XES 日志"),
        (b"<log><trace/></log>", "没有一件能用的办件"),
        (b'<!DOCTYPE log [<!ENTITY a "b">]><log/>', "有 DOCTYPE 声明"),
        (b"<log>" + b"<a>" * 60 + b"</a>" * 60 + b"</log>", "超过 50 层"),
        (b"\x1f\x8b\x08broken", "是压缩文件,但是坏了"),
        (b"%PDF-1.7", "PDF"),
        ("办件编号,环节\n".encode(), "没有一件能用的办件"),
        ("办件编号,环节,时间\nA1,受理,昨天\n".encode(), "没有一件能用的办件:第 2 行“时间”写的“昨天”不是时间"),
    ],
)
def test_what_is_no_log_is_refused_with_what_to_do(content: bytes, message: str) -> None:
    """Never a traceback."""
    with pytest.raises(CannotBeDone, match=message):
        read_log(content, "办件")


def test_a_workbook_is_read_below_its_title_with_days_as_days() -> None:
    """The title is no heading; a sheet without the columns is passed over."""
    rows: list[list[object]] = [["2018年一季度办件"], ["受理号", "环节", "时间"], ["A1", "受理", "2018/3/1"], ["A1", "决定", 43165]]
    read = read_log(workbook({"说明": [["某局"]], "办件": rows}), "办件.xlsx")
    assert _ways(read) == {"A1": ("受理", "决定")}
    assert read.log.traces[0].events[1].ended == datetime(2018, 3, 6)  # noqa: DTZ001 - no zones in logs
