"""A report for a terminal or a pipe."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from engine.reports.report import Item, Listing, Report, Sign
from renderers.reports.style import Style
from renderers.reports.terminal import render


def test_a_report_in_plain_text(report: Report) -> None:
    """The summary first, then tables and changes, then the reports inside."""
    assert render(report, Style(width=60)).splitlines() == [
        "局 1 项:环节 6→4",
        "",
        "合计",
        "项目   优化前   优化后   压减比例",
        "─────────────────────────────────",
        "环节        6        4      33.3%",
        "时限      0.5       无         ——",
        "",
        "─" * 60,
        "甲:环节 6→4",
        "市场监管局。",
        "",
        "环节变化",
        "  ⊃ 合并     「初审」「复审」→「审查」(沿自、相似0.83):承办",
        "             业务股→审批股;时限合计 7工作日→5工作日",
        "  → 随之移动 「缴费」移到「审查」之前",
        "  ＝ 保留    「受理」",
    ]


def test_without_colour_there_is_no_escape_sequence(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the environment wishes for: the command decides."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "20")
    assert "\x1b" not in render(report)
    assert render(report).startswith("局 1 项:环节 6→4\n")


def test_colour_only_repeats_what_is_said(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its escape sequences the coloured text is the plain one."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    coloured = render(report, Style(colour=True))
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == render(report).splitlines()


def test_a_wide_table_folds_its_texts_into_the_width(report: Report) -> None:
    """Nothing is cut off."""
    long = replace(report, summary="食" * 100, notes=("品" * 100,))
    text = render(long, Style(width=40))
    assert max(cell_len(line) for line in text.splitlines()) <= 40
    assert (text.count("食"), text.count("品")) == (100, 100)


def test_a_window_too_narrow_for_anything_still_gets_it_all(report: Report) -> None:
    """Nothing hangs and nothing is lost."""
    assert render(report, Style(width=1)) == render(report, Style(width=24))
    assert "时限合计" in render(report, Style(width=1)).replace("\n", "").replace(" ", "")


@given(
    text=st.text(st.sampled_from("审批,。、(「」)→ab1 "), min_size=1, max_size=60),
    width=st.integers(24, 50),
)
def test_lines_are_broken_by_cells_and_lose_no_character(text: str, width: int) -> None:
    """A Chinese character takes two cells; only spaces may go at a break."""
    one = Report(title="", summary="", parts=(Listing("甲", (Item(code="", sign=Sign.NEW, details=(text,)),)),))
    lines = render(one, Style(width=width)).splitlines()
    assert max(map(cell_len, lines)) <= width
    body = "".join(lines[3:]).replace("＋ 新增", "")
    assert body.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("part", ["工作日", "33.3%", "「审批」", "(减7,35.0%)"])
def test_numbers_keep_their_units_and_marks_what_they_close(part: str) -> None:
    """At no width does a line begin with a closing mark or a unit."""
    for width in range(24, 60):
        text = render(Report(title="", summary=f"时限 20→13工作日、{'、'.join([part] * 6)}"), Style(width=width))
        for line in text.splitlines():
            assert not line.startswith(("」", ")", "%", "工作日(", ","))
