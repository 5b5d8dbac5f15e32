"""The looks of the difference: what goes, comes and changes can be told without any colour."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from renderers.flowcharts import Chart, to_dot, to_svg
from renderers.flowcharts.chart import Arrow, Box, Lane, Shape, Status
from renderers.flowcharts.theme import Kind, pen_of, style_of

SVG = "{http://www.w3.org/2000/svg}"
STEPS = {
    "受理": Box(key="受理", shape=Shape.PROCESS, name="受理", number="1", lane="股", status=Status.SAME),
    "初审": Box(
        key="初审", shape=Shape.PROCESS, name="初审", number="2", lane="股", status=Status.REMOVED, tags=("并入2",)
    ),
    "审查": Box(key="审查", shape=Shape.PROCESS, name="审查", number="2", lane="股", status=Status.CHANGED, was="复审"),
    "送达": Box(key="送达", shape=Shape.PROCESS, name="送达", number="3", lane="股", status=Status.ADDED),
}
CHART = Chart(
    title="样例",
    unit="示范市示范局",
    facts=(("单位名称", "示范市示范局"),),
    boxes=tuple(STEPS.values()),
    arrows=(
        Arrow(source="受理", target="初审", status=Status.REMOVED, label="齐全"),
        Arrow(source="初审", target="审查", status=Status.REMOVED),
        Arrow(source="受理", target="审查", status=Status.ADDED),
        Arrow(source="审查", target="送达", status=Status.ADDED),
    ),
    main=tuple(STEPS),
    lanes=(Lane("股", "股"),),
)


def groups(svg: str) -> dict[str, str]:
    """Text of a symbol's title → its drawing as XML."""
    root = ET.fromstring(svg.encode())  # noqa: S314 - our own text
    found = (group for group in root.iter(f"{SVG}g") if group.find(f"{SVG}title") is not None)
    return {
        group.findtext(f"{SVG}text") or next((text.text or "" for text in group.iter(f"{SVG}text")), ""): ET.tostring(
            group, encoding="unicode"
        )
        for group in found
    }


def strikes(drawing: str) -> int:
    """How many level strokes without a fill there are."""
    root = ET.fromstring(drawing)  # noqa: S314 - our own text
    return sum(path.get("fill") == "none" and "V" not in path.get("d", "") for path in root.iter(f"{SVG}path"))


def test_what_is_removed_is_struck_out_and_dashed() -> None:
    """Its texts, not its number, nor the flag that says where it went."""
    drawn = groups(to_svg(CHART))
    assert strikes(drawn["初审"]) == 1
    assert 'stroke-dasharray="5,3"' in drawn["初审"]
    assert strikes(drawn["受理"]) == strikes(drawn["送达"]) == 0


def test_of_a_renamed_step_the_old_name_is_struck_out() -> None:
    """Above the new one."""
    assert strikes(groups(to_svg(CHART))["复审"]) == 1


def test_the_graphviz_text_strikes_and_dashes_too() -> None:
    """As far as graphviz can: <S>, dashed rims, hollow heads."""
    dot = to_dot(CHART)
    assert "<S><B>初审</B></S>" in dot
    assert "<S>复审</S>" in dot
    assert "<S>齐全</S>" in dot
    assert dot.count("arrowhead=empty") == 2


@pytest.mark.parametrize("kind", [Kind.PROCESS, Kind.DOCUMENT, Kind.DATA, Kind.TERMINAL, Kind.DECISION, Kind.BAR])
def test_no_two_fates_look_the_same_in_black_and_white(kind: Kind) -> None:
    """Dash, thickness, sign, or whether it is filled dark."""
    looks = [style_of(kind, status) for status in Status]
    told = {(style.dash, style.thickness, style.sign, style.fill == style.stroke) for style in looks}
    if kind is Kind.BAR:
        # Bars that came and those that stay are both solid: what is said of them stands in flags and lines.
        assert len(told) == 2
    else:
        assert len(told) == len(Status)


def test_no_two_lines_look_the_same_in_black_and_white() -> None:
    """Removed ones and those that lead back have other dashes; new ones are thicker."""
    kinds = [
        Arrow(source="甲", target="乙", status=status, back=back)
        for status in (Status.SAME, Status.ADDED, Status.REMOVED)
        for back in (False, True)
    ]
    looks = [(pen.dash, pen.thickness, pen.hollow, pen.struck) for pen in map(pen_of, kinds)]
    assert len(set(looks)) == len(kinds) - 1  # a removed line looks the same whichever way it led


def test_the_condition_of_a_line_that_stays_is_not_in_the_colour_of_changes() -> None:
    """Amber says that it is another one; where nothing is compared it says nothing."""
    plain, same, changed = (
        pen_of(Arrow(source="甲", target="乙", status=status)) for status in (None, Status.SAME, Status.CHANGED)
    )
    assert same.label == same.colour == plain.colour
    assert changed.label != same.label != plain.label
