"""Tables in a terminal, beside those of rich."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from renderers import grids
from renderers.console import printed
from renderers.grids import Side, print_grid
from renderers.reports.style import Style
from tests.effort import tried

TEXTS = st.lists(st.text("甲乙ab1。", max_size=5), min_size=1, max_size=2).map("\n".join)
"""Without spaces at the ends, which nothing shows."""


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Side], list[str], list[list[str]]]:
    """Sides, heads and rows of one to four columns."""
    count = draw(st.integers(1, 4))
    sides: list[Side] = draw(st.lists(st.sampled_from(("left", "right")), min_size=count, max_size=count))
    heads = draw(st.lists(st.text("名数", min_size=1, max_size=4), min_size=count, max_size=count))
    return sides, heads, draw(st.lists(st.lists(TEXTS, min_size=count, max_size=count), max_size=4))


@settings(max_examples=tried(100))
@given(tables())
def test_a_table_that_fits_is_that_of_rich(table: tuple[list[Side], list[str], list[list[str]]]) -> None:
    """Character by character, whatever is in it."""
    peer = grids._narrowed(*table)  # noqa: SLF001 - what is printed where a table does not fit
    style = Style(width=200)
    assert printed(lambda console: print_grid(console, *table), style) == printed(lambda it: it.print(peer), style)


def test_the_heads_are_bold_where_there_are_colours() -> None:
    """And nothing else is."""
    text = printed(
        lambda console: print_grid(console, ["left", "right"], ["名称", "数"], [["甲", "1"]]), Style(40, colour=True)
    )
    assert text == "\x1b[1m名称   数\x1b[0m\n─────────\n甲      1\n"


def test_only_a_table_that_does_not_fit_is_left_to_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    """To measure and wrap every cell takes it a hundred times as long: of a city's hundreds, none but the widest."""
    asked: list[int] = []
    narrowed = grids._narrowed  # noqa: SLF001 - what must not be called for every table

    def counted(sides: Sequence[Side], heads: grids.Row, rows: Sequence[grids.Row]) -> object:
        asked.append(len(rows))
        return narrowed(sides, heads, rows)

    monkeypatch.setattr(grids, "_narrowed", counted)

    def write(console: Console) -> None:
        print_grid(console, ["left"], ["名称"], [["甲" * 20]] * 3)
        print_grid(console, ["left"], ["名称"], [["甲" * 21]] * 4)

    lines = printed(write, Style(width=40)).splitlines()
    assert asked == [4]
    assert max(map(len, lines)) == 40
    assert lines[-2:] == ["甲" * 20, "甲"]
