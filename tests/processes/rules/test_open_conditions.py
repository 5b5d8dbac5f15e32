"""N211: which conditions say nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.examining import examine
from tests.declaring import Declared
from tests.rulebook.planted.conditions import OPEN, SAID


@pytest.mark.parametrize(("condition", "open_"), [*((one, True) for one in OPEN), *((one, False) for one in SAID)])
def test_a_condition_says_what_it_asks_or_does_not(
    condition: str, open_: bool, declare: Callable[[str], Declared]
) -> None:
    """Each of the words that are planted."""
    found = examine(declare(f"条件: {condition}\n").checked, wanted="N211".__eq__).findings
    assert [one.message for one in found] == [f"办理条件「{condition}」没有写明是什么条件"] * open_


def test_several_are_told_once(declare: Callable[[str], Declared]) -> None:
    """At the first, with the others beside it."""
    text = "条件:\n  - 其他条件\n  - 有场所\n  - 符合规定\n"
    (found,) = examine(declare(text).checked, wanted="N211".__eq__).findings
    assert found.message == "办理条件「其他条件」、「符合规定」没有写明是什么条件"
    assert (found.place.line, [place.line for place in found.related]) == (2, [4])
