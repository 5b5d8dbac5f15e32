"""Formats are found by walking the package."""

from __future__ import annotations

from pathlib import Path

import pytest

import renderers.reports
from engine.reports.report import Report
from renderers.reports import formats


def test_every_format_is_found_under_the_name_of_its_file() -> None:
    """``json`` is in ``json_format.py``: a module called json would hide the standard one from its neighbours.

    汇报 is what the users call it, and no name of a module.
    """
    folder = Path(renderers.reports.__path__[0])
    files = {path.stem.removesuffix("_format") for path in folder.glob("*.py")}
    assert set(formats()) == {"html", "json", "markdown", "terminal", "汇报"}
    assert set(formats()) - {"汇报"} | {"briefing"} <= files


@pytest.mark.parametrize("name", ["html", "json", "markdown", "terminal", "汇报"])
def test_every_format_ends_in_one_line_break_and_says_the_same_twice(name: str, report: Report) -> None:
    """Same input, same text."""
    text = formats()[name].render(report)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text == formats()[name].render(report)


def test_suffixes_tell_formats_apart() -> None:
    """A file of each may stand beside the others."""
    suffixes = [found.SUFFIX for found in formats().values()]
    assert len(set(suffixes)) == len(suffixes)
