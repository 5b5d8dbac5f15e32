"""The finished picture."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from renderers.flowcharts import Chart, to_dot, to_svg, to_svgs

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = ('"', "\\N\\G\\L", "<b>&amp;</b>", "a\0b", "\\n\\", "#{[|]}", "甲\n乙\t丙", "\ud800丁", "&#x0;", "a'b")


def parsed(svg: str) -> ET.Element:
    """The picture as XML."""
    return ET.fromstring(svg.encode())  # noqa: S314 - our own text


def texts(svg: str) -> list[str]:
    """All texts shown."""
    return ["".join(node.itertext()) for node in parsed(svg).iter(f"{SVG}text")]


def with_names(chart: Chart, name: str) -> Chart:
    """The chart with that name on every symbol and label."""
    boxes = tuple(replace(box, name=name) for box in chart.boxes)
    arrows = tuple(replace(arrow, label=name if arrow.label else "") for arrow in chart.arrows)
    return replace(chart, boxes=boxes, arrows=arrows, title=name)


def test_it_says_that_it_is_chinese_and_names_fonts_that_every_office_has(chart: Chart) -> None:
    """Language, title, our font before those of Windows; no DOCTYPE, no comments.

    流程: 受理 | 1工作日 | 形式审查
    """
    svg = to_svg(chart)
    root = parsed(svg)
    assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-CN"
    assert root.findtext(f"{SVG}title") == "样例事项核发工作流程图(优化前)"
    group = root.find(f"{SVG}g")
    assert group is not None
    families = (group.get("font-family") or "").split(", ")
    assert families[0] == "Noto Sans SC"
    assert {"微软雅黑", "宋体"} < set(families)
    assert families[-1] == "sans-serif"
    assert "<!" not in svg


def test_everything_in_the_chart_is_written_in_the_picture(chart: Chart) -> None:
    """Titles, facts, names, numbers, details, labels, notes, unit.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 审查 | 业务股 | 5工作日 | 材料审核
        去向:
          材料有疑问: 受理
      - 决定 | 2工作日 | 审批决定
    """
    shown = "".join(texts(to_svg(chart))).replace(" ", "")
    for box in chart.boxes:
        for text in (box.name, box.number, *(part for row in box.details for part in row)):
            assert text.replace(" ", "") in shown
    for arrow in chart.arrows:
        assert arrow.label in shown
    for text in (chart.title, chart.unit, *chart.notes, *(word for fact in chart.facts for word in fact)):
        assert text in shown


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_can_break_the_picture(chart: Chart, name: str) -> None:
    r"""Quotes, backslashes, markup, escapes of graphviz, controls: written as they are or not at all.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 决定 | 2工作日 | 审批决定
    """
    expected = {char for char in name if char.isprintable() and not char.isspace()}
    svg = to_svg(with_names(chart, name))
    assert expected <= set("".join(texts(svg)))
    assert "\0" not in svg


def test_a_box_without_a_name_is_drawn(chart: Chart) -> None:
    """An empty text takes no room and does no harm.

    流程: 受理 | 1工作日 | 形式审查
    """
    assert parsed(to_svg(with_names(chart, ""))) is not None


def test_the_same_chart_is_the_same_picture_with_any_hash_seed(chart: Chart) -> None:
    """No order of a set shows, in this process or another.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 决定 | 2工作日 | 审批决定
    """
    script = "import sys, pickle; from renderers.flowcharts import to_svg; print(to_svg(pickle.load(sys.stdin.buffer)))"
    pictures = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=pickle.dumps(chart),
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONIOENCODING": "utf-8",
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
            capture_output=True,
            check=True,
        ).stdout.decode()
        for seed in ("1", "2")
    }
    assert {re.sub(r"\s+$", "", picture) for picture in pictures} == {to_svg(chart).rstrip()}


def test_many_charts_are_drawn_as_each_alone(chart: Chart) -> None:
    """One graphviz process, the same pictures.

    流程: 受理 | 1工作日 | 形式审查
    """
    other = with_names(chart, "另一个")
    assert to_svgs((chart, other)) == (to_svg(chart), to_svg(other))
    assert to_svgs(()) == ()


def test_the_shapes_are_those_of_the_standard(chart: Chart) -> None:
    """Terminators end in half circles, documents in a wave, special steps have double sides.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 听证 | 不计时限(听证) | 听证
    """
    groups = parsed(to_svg(chart)).iter(f"{SVG}g")
    paths = {
        group.get("class"): path.get("d") or "" for group in groups if (path := group.find(f"{SVG}path")) is not None
    }
    assert paths["terminal"].count("A") == 2
    assert "S" in paths["document"]
    assert paths["subprocess"].count("M") == 3
    assert paths["decision"].count("L") == 3
    assert 'stroke-dasharray="5,3"' in to_svg(chart)


def test_a_way_back_and_what_is_not_counted_are_dashed_in_the_legend_too(chart: Chart) -> None:
    """With the same dashes.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 归档 | 1工作日 | 归档
        不计环节: 内部管理
    """
    svg = to_svg(chart)
    dashes = re.findall(r'stroke-dasharray="([^"]*)"', svg)
    # 一次告知补正 leads back; 归档 is not counted; each stands in the legend; the licence has a dotted tie.
    assert sorted(dashes) == ["4,3", "4,3", "5,3", "5,3"]


def test_names_of_symbols_are_unknown_to_the_outside(chart: Chart) -> None:
    """No ids: many pictures may stand in one page.

    流程: 受理 | 1工作日 | 形式审查
    """
    assert " id=" not in to_svg(chart)
    assert "id=" in to_dot(chart)
