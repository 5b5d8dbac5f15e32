"""The letters of connectors."""

from __future__ import annotations

from renderers.flowcharts.chart import Arrow
from renderers.flowcharts.sheets.letters import Joint, Place, letter, lettered


def out(x: float, part: int = 0) -> Place:
    """Where a line leaves a part downwards."""
    return Place(part, below=True, x=x, out=True)


def into(x: float, part: int = 1) -> Place:
    """Where it comes into the next one."""
    return Place(part, below=False, x=x, out=False)


def joint(names: str, leaves: Place, enters: Place) -> Joint:
    """A line from one box to another, both named by a sign."""
    return Joint(Arrow(source=names[0], target=names[1]), leaves, enters)


def test_letters_go_on_after_z() -> None:
    """As the columns of a workbook."""
    assert [letter(number) for number in (0, 25, 26, 27, 52, 701, 702)] == ["A", "Z", "AA", "AB", "BA", "ZZ", "AAA"]


def test_both_ends_have_the_same_letter_in_the_order_of_the_lines() -> None:
    """From left to right, whatever the order of the arrows is."""
    found = lettered([joint("cd", out(9), into(9)), joint("ab", out(1), into(1))])
    assert found == {out(1): ("A",), into(1): ("A",), out(9): ("B",), into(9): ("B",)}


def test_letters_go_on_where_another_drawing_on_the_page_ended() -> None:
    """The first number is told."""
    assert lettered([joint("ab", out(1), into(1))], 3)[out(1)] == ("D",)


def test_lines_to_one_box_that_come_in_together_share_a_letter() -> None:
    """From wherever they leave."""
    found = lettered([joint("ax", out(1), into(5)), joint("bx", out(9), into(5))])
    assert set(found.values()) == {("A",)}


def test_a_connector_has_two_letters_where_one_would_lead_astray() -> None:
    """A leads to x and y, b only to y: whoever comes from b must not come to x."""
    found = lettered([joint("ax", out(1), into(2)), joint("ay", out(1), into(8)), joint("by", out(9), into(8))])
    assert set(found[out(1)]) == {"A", "B"}
    (x,), (y,), (b,) = found[into(2)], found[into(8)], found[out(9)]
    assert y == b != x


def test_strange_lines_on_each_other_do_not_share_a_letter() -> None:
    """Neither box is the same."""
    found = lettered([joint("ax", out(1), into(1)), joint("by", out(1), into(1))])
    assert found[out(1)] == ("A", "B")
