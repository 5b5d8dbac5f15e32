"""Text measured and broken without a font."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from renderers.flowcharts.measure import clean, width, wrap

CHINESE = st.text(alphabet="审查材料、，。（）《》abc123. -", max_size=60)


def test_wide_characters_are_one_em_and_others_less() -> None:
    """Chinese characters and signs are square; so is the 〓 in the place of what the fonts lack."""
    assert width("审查", 10) == 20
    assert width("（", 10) == 10
    assert width("3a", 10) == 12
    assert width("龘😀ก", 10) == 30


def test_a_text_is_cleaned_of_what_nobody_sees() -> None:
    """Composed; no controls, no marks of direction, no joiners, no variation selectors; blanks folded."""
    assert clean("e\u0301 \n\t审\u202e批\u200d龘\ufe00\0") == "é 审批龘"


def test_lines_are_of_about_equal_length() -> None:
    """Not one character alone on the second line."""
    assert wrap("材料不齐全或不符合", 10, 80) == ("材料不齐全", "或不符合")


def test_a_line_neither_begins_with_a_comma_nor_ends_with_an_open_bracket() -> None:
    """GB/T 15834."""
    assert wrap("受理、审查、决定", 10, 30) == ("受理、", "审查、", "决定")
    assert wrap("审查(复核)完", 10, 34) == ("审查", "(复核)", "完")


def test_words_and_numbers_stay_whole_unless_they_are_longer_than_a_line() -> None:
    """A number is not torn apart; an endless word is."""
    assert wrap("共12345件", 10, 38) == ("共", "12345", "件")
    assert wrap("abcdefgh", 10, 24) == ("abcd", "efgh")


def test_terms_of_the_field_are_not_torn_apart() -> None:
    """Broken between words, as one reads them."""
    assert wrap("申请人提出申请", 12, 68) == ("申请人", "提出申请")
    assert wrap("是否符合受理条件？", 11, 60) == ("是否符合", "受理条件？")
    assert wrap("出具《食品经营许可证》", 10, 92) == ("出具", "《食品经营许可证》")


def test_a_number_stays_with_its_measure_and_an_arrow_with_what_follows_it() -> None:
    """What was above, what has become of it below."""
    assert wrap("申请表等11件 → 5件", 10, 74) == ("申请表等11件", "→ 5件")
    assert wrap("5个工作日 → 3个工作日", 10, 90) == ("5个工作日", "→ 3个工作日")


def test_a_term_is_torn_where_it_would_cost_a_line() -> None:
    """Boxes do not grow for it."""
    assert wrap("受理登记审核意见", 10, 30) == ("受理登", "记审核", "意见")


def test_an_empty_text_is_an_empty_line() -> None:
    """There is always a line."""
    assert wrap("", 10, 50) == ("",)


@given(CHINESE, st.integers(20, 200))
def test_breaking_loses_nothing_but_blanks_and_fits(text: str, room: int) -> None:
    """All characters are there, in order, and no line is wider than the room."""
    lines = wrap(clean(text), 10, room)
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")
    assert all(width(line, 10) <= room for line in lines)


@given(st.text(alphabet=st.characters(codec=None)))
def test_whatever_is_written_becomes_valid_xml(text: str) -> None:
    """Controls, NUL, surrogates and unassigned characters are dropped; a text is one line."""
    shown = clean(text)
    escaped = shown.replace("&", "&amp;").replace("<", "&lt;")
    assert (ET.fromstring(f"<t>{escaped}</t>".encode()).text or "") == shown  # noqa: S314 - our own text
    assert "\n" not in shown
    assert "\0" not in shown
