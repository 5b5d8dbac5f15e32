"""Materials as people type them."""

from __future__ import annotations

import pytest

from engine.cases.wording import materials_meant
from processes.errors import WrongUsage

NAMES = ("申请书", "法人、股东身份证明", "营业执照(副本)", "场地平面图", "设备平面图")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("全部", NAMES),
        ("申请书", ("申请书",)),
        ("申请书、法人、股东身份证明", ("申请书", "法人、股东身份证明")),
        ("营业执照（副本），申请书", ("营业执照(副本)", "申请书")),
        ("执照;场地", ("营业执照(副本)", "场地平面图")),
        (" 申请书 、申请书", ("申请书",)),
    ],
)
def test_names_are_found_in_a_list(said: str, meant: tuple[str, ...]) -> None:
    """Full or in part, in any order, a name with 、 in it too, full-width or not."""
    assert materials_meant(NAMES, said) == meant


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", "没有写是哪几件材料"),
        ("平面图", "“平面图”可以指几件材料:场地平面图、设备平面图。请写全"),
        ("申请书、照片", "没有“照片”这件材料。可以写:申请书、法人、股东身份证明、"),
        ("、", "没有“”这件材料"),
    ],
)
def test_what_is_none_of_them_is_told(said: str, told: str) -> None:
    """With what there is."""
    with pytest.raises(WrongUsage, match=told):
        materials_meant(NAMES, said)


def test_where_nothing_is_missing_nothing_can_be_named() -> None:
    """The list to choose from is empty."""
    with pytest.raises(WrongUsage, match="没有“照片”这件材料。没有可以写的材料"):
        materials_meant((), "照片")
