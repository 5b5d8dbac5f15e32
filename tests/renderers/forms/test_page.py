"""Paper, sizes and widths for the formats that set type themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.annexes.form import Card, Cell, Column, Form, Paper
from renderers.forms.grid import WRITING_LINE, Part, grid
from renderers.forms.page import MILLIMETRE, page, setting

MakeForm = Callable[..., Form]
MakeCard = Callable[..., Card]


def test_the_type_area_of_an_upright_page_is_that_of_an_official_paper() -> None:
    """版心 156×225 mm (GB/T 9704-2012)."""
    width, height = page(Paper.A4, portrait=True).room
    assert (round(width / MILLIMETRE), round(height / MILLIMETRE)) == (156, 225)


@pytest.mark.parametrize(("columns", "size"), [(10, 10.5), (30, 9)])
def test_many_columns_are_set_in_smaller_type(columns: int, size: float, a_form: MakeForm) -> None:
    """五号 where there is room, else 小五; label and title stay as they are."""
    facts = {"columns": tuple(Column(str(number), str(number)) for number in range(columns)), "headings": ()}
    on = setting(grid(a_form(**facts, total=None, header_rows=0, paper=Paper.A4)))
    assert on.size == size
    assert [on.size_of(part) for part in (Part.LABEL, Part.TITLE, Part.SIGN)] == [16, 22, 12]


@given(numbers=st.lists(st.integers(0, 10**9), min_size=1, max_size=5))
def test_the_columns_fill_the_page(numbers: list[int], a_form: MakeForm) -> None:
    """Whatever the numbers in them."""
    on = setting(grid(a_form(*numbers, total=(Cell("总计"), Cell(0), Cell(sum(numbers)), Cell("")))))
    assert sum(on.widths) == pytest.approx(on.page.room[0])


def test_a_merged_heading_makes_its_rows_high_enough(a_form: MakeForm) -> None:
    """Those of 序号, which reaches over three, get a share of what is missing."""
    form = a_form("甲")
    first, *others = form.headings
    taller = a_form("甲", headings=(replace(first, text="很长的标题" * 20), *others))
    usual = setting(grid(form)).heights()
    rows = setting(grid(taller)).heights()
    assert sum(rows[3:6]) > sum(usual[3:6])
    assert rows[6:] == usual[6:]


def test_a_short_card_fits_on_a_page_and_a_long_one_does_not(a_card: MakeCard) -> None:
    """With a line to spare."""
    assert setting(grid(a_card())).fits_on_a_page()
    assert not setting(grid(a_card("材料\n" * 60))).fits_on_a_page()


def test_empty_lines_have_room_for_a_hand(a_form: MakeForm) -> None:
    """8 mm, though a line of small print needs less."""
    columns = tuple(Column(str(number), str(number)) for number in range(30))
    form = a_form(
        columns=columns, headings=(), header_rows=0, total=None, rows=((Cell("甲"),) * 30,), notes=(), least_rows=3
    )
    printed, *empty = setting(grid(form)).heights()[3:]
    assert printed < WRITING_LINE
    assert empty == [WRITING_LINE] * 2


@pytest.mark.parametrize(("rows", "left"), [(1, 16), (5, 4), (7, 35)])
def test_empty_lines_alone_begin_no_page(rows: int, left: int, a_form: MakeForm) -> None:
    """As many as there is room for are left; beside rows that need a second page anyway, all."""
    laid = grid(a_form(*("甲" * 120,) * rows, least_rows=42))
    on = setting(laid)
    lines = [cell.row for cell in on.grid.cells if cell.part is Part.LINE and cell.column == 0]
    assert len(lines) == left
    assert on.grid.height == laid.height - (42 - rows - left)
    assert [cell.row for cell in on.grid.cells if cell.part is Part.NOTE] == [on.grid.height - 2, on.grid.height - 1]
    assert on.fits_on_a_page() == (rows < 7)
