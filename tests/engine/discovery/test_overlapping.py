"""Events that overlap count in every order, whichever ended first."""

from __future__ import annotations

from datetime import datetime

from engine.discovery.mining import mined
from engine.discovery.overlapping import WORDS, words_of
from processes.model.log import Event, Trace
from tests.handled import told


def _case(*events: tuple[str, int, int]) -> Trace:
    """Name, hour of the beginning, hour of the end; in the order of the ends."""
    day = datetime(2018, 3, 1)  # noqa: DTZ001 - Beijing time without a zone, as in a log
    made = [Event(name, ended=day.replace(hour=end), started=day.replace(hour=start)) for name, start, end in events]
    return Trace("办件", tuple(made))


def test_what_overlaps_is_done_side_by_side_though_it_always_ends_in_one_order() -> None:
    """Two, and three; what only touches follows."""
    two = [_case(("受", 8, 9), ("甲", 9, 11), ("乙", 9, 15), ("送", 15, 16))]
    assert told(mined(words_of(two), 0.2)) == "依次(受, 并联(甲, 乙), 送)"
    three = [_case(("受", 8, 9), ("甲", 9, 11), ("乙", 9, 15), ("丙", 10, 16), ("送", 16, 17))]
    assert told(mined(words_of(three), 0.2)) == "依次(受, 并联(甲, 乙, 丙), 送)"
    after = [_case(("受", 8, 9), ("甲", 9, 11), ("乙", 11, 15))]
    assert told(mined(words_of(after), 0.2)) == "依次(受, 甲, 乙)"


def test_every_case_weighs_the_same() -> None:
    """Whether something in it overlaps or not; one without events weighs nothing."""
    cases = [_case(("甲", 9, 11), ("乙", 10, 12)), _case(("甲", 9, 10), ("乙", 10, 12)), Trace("空", ())]
    assert words_of(cases) == {("甲", "乙"): WORDS + WORDS // 2, ("乙", "甲"): WORDS // 2}
