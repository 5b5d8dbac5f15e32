"""Names of the files we make."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes.checking import check_project
from processes.model.matter import Matter
from renderers.naming import LONGEST, matter_names, safe

SAMPLES = Path(__file__).parents[2] / "samples"
FORBIDDEN = '<>:"/\\|?*'


@pytest.fixture(scope="module")
def matter() -> Matter:
    """Some matter; its name, number and file are replaced."""
    return check_project(SAMPLES / "hailin").matters[0].matter


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("食品经营许可证核发(新办)", "食品经营许可证核发(新办)"),
        ("取水许可/延续", "取水许可／延续"),
        ('“甲”:乙*丙?<丁>|"戊"\\己', "“甲”：乙＊丙？〈丁〉｜”戊”＼己"),
        (" 前后空格 ", "前后空格"),
        ("结尾的点...", "结尾的点"),
        ("换\n行\t制表\x07", "换行制表"),
        ("", "_"),
        ("...", "_"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com1", "_com1"),
        ("lpt9.", "_lpt9"),
        ("console", "console"),
        ("长" * 200, "长" * LONGEST),
        ("𠮷" * 200, "𠮷" * 60),
    ],
)
def test_a_name_that_every_system_takes(name: str, expected: str) -> None:
    """What no file name may hold becomes its full-width twin; never a device, never too long."""
    assert safe(name) == expected


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_name_becomes_one_that_every_system_takes(name: str) -> None:
    """On Windows, macOS and Linux; and once safe it stays as it is."""
    made = safe(name)
    assert made
    assert not set(made) & set(FORBIDDEN)
    assert all(ord(character) >= 32 and ord(character) != 127 for character in made)
    assert made == made.strip()
    assert not made.endswith(".")
    assert len(made) <= LONGEST + 1
    assert len(made.encode()) <= 241
    assert safe(made) == made


def test_names_are_number_and_name(matter: Matter) -> None:
    """The number of the file name, else the position."""
    matters = [
        replace(matter, name="甲", number="01", file="局/01-甲.yaml"),
        replace(matter, name="乙", number="", file="局/乙.yaml"),
        replace(matter, name="丙/丁", number="A7", file="局/A7-丙.yaml"),
    ]
    assert matter_names(matters) == {"局/01-甲.yaml": "01-甲", "局/乙.yaml": "02-乙", "局/A7-丙.yaml": "A7-丙／丁"}


def test_names_are_unique_whatever_the_case(matter: Matter) -> None:
    """Windows takes AB for ab; a long name keeps its number."""
    names = ["AB证", "ab证", "AB证", "长" * 100, "长" * 100]
    made = matter_names(
        replace(matter, name=name, number="01", file=f"局/{index}.yaml") for index, name in enumerate(names)
    )
    assert list(made.values())[:3] == ["01-AB证", "01-ab证-2", "01-AB证-3"]
    assert len({name.casefold() for name in made.values()}) == len(names)
    assert all(len(name) <= LONGEST for name in made.values())


@given(st.lists(st.tuples(st.sampled_from(["", "01", "1"]), st.text("aAbB-长/2. ", max_size=90)), max_size=12))
def test_any_names_are_unique(pairs: list[tuple[str, str]]) -> None:
    """However alike they are."""
    some = check_one()
    matters = [replace(some, name=name, number=number, file=str(index)) for index, (number, name) in enumerate(pairs)]
    made = matter_names(matters)
    assert len({name.casefold() for name in made.values()}) == len(pairs)
    assert all(safe(name) == name for name in made.values())


_FOUND: list[Matter] = []


def check_one() -> Matter:
    """Some matter, read once."""
    if not _FOUND:
        _FOUND.append(check_project(SAMPLES / "edge").matters[0].matter)
    return _FOUND[0]
