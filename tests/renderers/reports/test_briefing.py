"""A report in running text."""

from __future__ import annotations

from dataclasses import replace

from engine.reports.report import Report
from renderers.reports.briefing import render


def test_the_whole_has_a_paragraph_and_then_each_matter(report: Report) -> None:
    """With the punctuation of Chinese text, and nothing else: it is pasted into a paper."""
    whole = replace(report, briefing="局减2个,完成。")
    assert render(whole) == "局减2个，完成。\n\n“甲”减2个，完成。\n"


def test_what_has_no_sentences_has_no_paragraph(report: Report) -> None:
    """No empty ones either."""
    assert render(report) == "“甲”减2个，完成。\n"
