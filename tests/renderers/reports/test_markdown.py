"""A report as Markdown."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from engine.annexes.form import Cell
from engine.reports.report import Column, Report, Table
from renderers.reports.markdown import escape, render

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def test_a_report_in_markdown(report: Report) -> None:
    """Headings by depth, tables with alignment, changes as a list."""
    assert render(report).splitlines() == [
        "# 局优化对比",
        "",
        "局 1 项:环节 6→4",
        "",
        "## 合计",
        "",
        "| 项目 | 优化前 | 优化后 | 压减比例 |",
        "| --- | ---: | ---: | ---: |",
        "| 环节 | 6 | 4 | 33.3% |",
        "| 时限 | 0.5 | 无 | —— |",
        "",
        "## 甲",
        "",
        "甲:环节 6→4",
        "",
        "“甲”减2个，完成。",
        "",
        "- 市场监管局。",
        "",
        "### 环节变化",
        "",
        "- ⊃ **合并** 「初审」「复审」→「审查」(沿自、相似0.83):承办 业务股→审批股;时限合计 7工作日→5工作日",
        "- → **随之移动** 「缴费」移到「审查」之前",
        "- ＝ **保留** 「受理」",
    ]


@given(st.text(st.sampled_from("甲a1 |<>*_`[]()!#~&;\\$-+.=:\"'\n"), max_size=30))
def test_a_name_prints_as_it_is_written(name: str) -> None:
    """In a heading, a paragraph, a list and a table; read back by a Markdown parser."""
    shown = " ".join(name.split())
    table = Table("表", (Column("列"),), ((Cell(f"格{name}"),),))
    report = Report(title=f"题{name}", summary=f"文{name}", notes=(f"注{name}",), parts=(table,))
    tokens = PARSER.parse(render(report))
    texts = ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text"}
    assert [text.strip() for text in texts] == [
        f"{before}{shown if name[:1] not in (' ', chr(10)) else ' ' + shown}".strip() for before in ("题", "文", "注")
    ] + ["表", "列", f"格{' ' if name[:1] in (' ', chr(10)) else ''}{shown}".strip()]


def test_line_breaks_do_not_break_a_row() -> None:
    """A cell is one line."""
    assert escape("甲\n乙 | 丙") == "甲 乙 \\| 丙"


def test_headings_go_no_deeper_than_six(report: Report) -> None:
    """Markdown has no seventh level."""
    deep = report
    for _ in range(8):
        deep = replace(report, inner=(deep,))
    assert "#######" not in render(deep)
