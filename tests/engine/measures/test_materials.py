"""材料: kinds or copies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.measures import materials
from processes.model.matter import Material
from processes.model.places import Place
from processes.model.plan import Switches
from processes.model.process import Process

Build = Callable[..., Process]

PAPERS = "申请表(2份)、身份证(原件1份+复印件2份)、照片(6张)、章程、图纸(电子版)"


def test_kinds_are_counted_and_listed_with_copies(a_process: Build) -> None:
    """种类, the default: copies are printed where there is not just one."""
    measured = materials.measure(a_process(materials=PAPERS), Switches())
    assert measured.value == 5
    assert measured.items == ("申请表(2份)", "身份证(原件1份、复印件2份)", "照片(6张)", "章程", "图纸")
    assert [place.line for place in measured.sources] == [151, 152, 153, 154, 155]


def test_copies_are_added_up_where_the_city_counts_copies(a_process: Build) -> None:
    """份数: the items are the same, the count is the sum of their copies."""
    process = a_process(materials=PAPERS)
    measured = materials.measure(process, Switches(materials="份数"))
    assert measured.value == 2 + 3 + 6 + 1 + 1
    assert measured.items == materials.measure(process, Switches()).items


@pytest.mark.parametrize(
    ("written", "number"),
    [("", 1), ("1份", 1), ("2份", 2), ("原件1份、复印件2份", 3), ("原件、复印件2份", 3), ("电子版", 1)],
)
def test_copies_not_said_are_one(written: str, number: int) -> None:
    """附件7: 如未标记数量默认为一份."""
    assert materials.copies(Material(name="申请表", copies=written, place=Place("f", 1, 1))) == number


def test_no_material_is_a_count_of_zero(a_process: Build) -> None:
    """材料: 无 — the source is the place that says so."""
    measured = materials.measure(a_process(), Switches())
    assert measured.value == 0
    assert [place.line for place in measured.sources] == [192]
