"""What characters sound like, by their place in GB/T 2312."""

from __future__ import annotations

import pytest

from processes.sounds import sound, syllable


@pytest.mark.parametrize(
    ("character", "pinyin"),
    [
        ("啊", "a"),  # the first of all
        ("座", "zuo"),  # the last
        ("审", "shen"),
        ("查", "cha"),
        ("理", "li"),
        ("律", "lv"),
        ("略", "lve"),
        ("女", "nv"),
        ("路", "lu"),
        ("乱", "luan"),
        ("农", "nong"),
        ("阿", "a"),
        ("白", "bai"),
        ("做", "zuo"),
    ],
)
def test_a_common_character_has_its_syllable(character: str, pinyin: str) -> None:
    """Also the first and the last of the table, and those around ü."""
    assert syllable(character) == pinyin


@pytest.mark.parametrize("other", ["亍", "鳌", "A", "(", "1", "", "簋", "龘", "😀", "、", "\ud800"])
def test_of_all_others_nothing_is_known(other: str) -> None:
    """Characters of the second level, outside the standard, letters, signs, half of a pair."""
    assert syllable(other) == ""
    assert sound(other) == ""


def test_what_many_do_not_tell_apart_sounds_the_same() -> None:
    """Flat and retroflex, n and ng; but no other two."""
    assert sound("证") == sound("怎") == "zen"
    assert sound("审") == sound("森") == sound("声") == "sen"
    assert sound("厅") == sound("听") == "tin"
    assert len({sound(one) for one in "拿哈沙那"}) == 3
