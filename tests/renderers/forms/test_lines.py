"""How many lines a text takes in a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.forms.lines import ems, line_count


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 5, 1),
        ("受理", 5, 1),
        ("材料审查现场", 5, 2),
        ("优化前\n(个)", 5, 2),
        ("12345", 2.5, 1),
        ("123456", 2.5, 2),
        ("甲123456", 3, 2),
        ("审查审查,核", 4, 2),
        ("审查审(核)", 4, 2),
        ("甲乙", 0.2, 2),
    ],
)
def test_lines_of_a_text(text: str, room: float, lines: int) -> None:
    """Room in ems: a Chinese character is one, a digit half; words stay whole, signs stay with what they end."""
    assert line_count(text, room) == lines


@given(text=st.text(alphabet="受理审查、;1.(2)aB ", max_size=60), room=st.floats(min_value=2, max_value=30))
def test_the_lines_have_room_for_the_text(text: str, room: float) -> None:
    """Never fewer lines than the width needs."""
    assert line_count(text, room) >= ems(text) / room
    assert line_count(text, room * 2) <= line_count(text, room)
