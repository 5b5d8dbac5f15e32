"""The lines of both versions at once."""

from __future__ import annotations

from renderers.flowcharts.chart import Arrow, Status
from renderers.flowcharts.drafting.difference.flowing import flowing

R, A, C, S = Status.REMOVED, Status.ADDED, Status.CHANGED, Status.SAME


def arrows(*rows: str) -> tuple[Arrow, ...]:
    """Arrows from rows ``甲 条件 乙`` or ``甲 乙``."""
    parts = [row.split() for row in rows]
    return tuple(Arrow(source=row[0], target=row[-1], label=row[1] if len(row) > 2 else "") for row in parts)


def said(found: tuple[Arrow, ...]) -> set[tuple[str, str, str, Status | None]]:
    """The arrows as rows."""
    return {(arrow.source, arrow.label, arrow.target, arrow.status) for arrow in found}


def test_a_flow_of_both_versions_is_one_line() -> None:
    """And those of one are what they are."""
    found = flowing(arrows("甲 乙", "乙 丙"), arrows("甲 乙", "乙 丁"), {"甲": S, "乙": S, "丙": R, "丁": A})
    assert said(found) == {("甲", "", "乙", S), ("乙", "", "丙", R), ("乙", "", "丁", A)}


def test_a_flow_under_another_condition_says_both() -> None:
    """Old first."""
    boxes = {"甲": S, "甲|判断": S, "乙": S}
    found = flowing(arrows("甲 甲|判断", "甲|判断 齐全 乙"), arrows("甲 甲|判断", "甲|判断 合格 乙"), boxes)
    assert said(found) == {("甲", "", "甲|判断", S), ("甲|判断", "齐全 → 合格", "乙", C)}


def test_a_flow_runs_through_a_diamond_that_comes_or_goes() -> None:
    """Only the exit that came or went is a line of another fate."""
    plain, asked = arrows("甲 乙"), arrows("甲 甲|判断", "甲|判断 齐全 乙", "甲|判断 不齐 丙")
    come = flowing(plain, asked, {"甲": S, "乙": S, "丙": A, "甲|判断": A})
    assert said(come) == {
        ("甲", "", "甲|判断", S),
        ("甲|判断", "齐全", "乙", S),
        ("甲|判断", "不齐", "丙", A),
    }
    gone = flowing(asked, plain, {"甲": S, "乙": S, "丙": R, "甲|判断": R})
    assert said(gone) == {("甲", "", "甲|判断", S), ("甲|判断", "", "乙", S), ("甲|判断", "不齐", "丙", R)}


def test_a_flow_of_one_version_does_not_touch_a_diamond_of_the_other() -> None:
    """What went left the step itself, before there was a question."""
    boxes = {"甲": S, "乙": R, "丙": S, "丁": A, "甲|判断": A}
    found = flowing(arrows("甲 乙"), arrows("甲 甲|判断", "甲|判断 齐全 丙", "甲|判断 不齐 丁"), boxes)
    assert ("甲", "", "乙", R) in said(found)
    assert ("甲", "", "甲|判断", A) in said(found)


def test_the_file_leaves_the_start_by_the_materials() -> None:
    """Whichever version has them."""
    without, with_them = arrows("开始 受理"), arrows("开始 开始|材料", "开始|材料 受理")
    come = flowing(without, with_them, {"开始": S, "受理": S, "开始|材料": A})
    assert said(come) == {("开始", "", "开始|材料", S), ("开始|材料", "", "受理", S)}
    assert said(come) == said(flowing(with_them, without, {"开始": S, "受理": S, "开始|材料": R}))
