"""The finished picture."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processes.model.flow import StepEntry
from processes.model.limits import DayKind, TimeLimit
from processes.model.places import Text
from renderers.flowcharts import Chart, pictures_of, to_svg
from renderers.flowcharts.chart import Arrow, Box, Lane, Shape
from renderers.flowcharts.measure import clean
from tests.effort import tried

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    "]]>",
    "😀审批👨‍👩‍👧",
    "\u202eمرحبا\u202c",
    "e\u0301\u0301",
    "很" * 80,
    "W" * 120,
    "龘\ufe00",
    '"',
    "\\N\\G\\L",
    "<b>&amp;</b>",
    "a\0b",
    "\\n\\",
    "#{[|]}",
    "甲\n乙\t丙",
    "\ud800丁",
    "&#x0;",
    "a'b",
)


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
    svg = to_svg(with_names(chart, name))
    assert set(clean(name)) - {" "} <= set("".join(texts(svg)))
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
    assert pictures_of((chart, other)) == (to_svg(chart), to_svg(other))
    assert pictures_of(()) == ()


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
    assert paths["terminal"].count("A") == 4
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


def test_the_boxes_have_the_names_of_the_declaration_as_ids(chart: Chart) -> None:
    """So that a difference of two pictures says which box has changed; lines have those of both ends.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 决定 | 2工作日 | 审批决定
    """
    ids = [node.get("id") for node in parsed(to_svg(chart)).iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    assert {"受理", "决定", "受理|判断", "受理→受理|判断"} <= set(ids)


def test_ids_are_not_those_of_another_picture_in_the_same_page(chart: Chart) -> None:
    """The title and the description, to which the picture refers, are its own.

    流程: 受理 | 1工作日 | 形式审查
    """
    roots = [parsed(to_svg(one)) for one in (chart, replace(chart, title="另一张图"))]
    for root in roots:
        title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert title is not None
        assert description is not None
        assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (title.get("id"), description.get("id"))
    assert roots[0].get("aria-labelledby") != roots[1].get("aria-labelledby")


def test_a_box_says_its_number_its_name_its_holder_and_its_limit(chart: Chart) -> None:
    """And what it is, where it is no 环节; a line says what it joins and when it is taken.

    承办: 行政审批股/受理岗
    流程:
      - 受理 | 1工作日 | 形式审查
      - 决定 | 2工作日 | 审批决定
    """
    root = parsed(to_svg(chart))
    assert root.get("role") == "graphics-document document"
    said = {node.get("id"): node.findtext(f"{SVG}title") for node in root.iter(f"{SVG}g") if node.get("role")}
    assert said["受理"] == "1 受理，行政审批股(受理岗) · 1个工作日"
    assert said["受理|判断"] == "判断：是否符合受理条件？"
    assert "是否符合受理条件？ → 一次告知补正：材料不齐全或不符合法定形式" in said.values()
    assert {node.get("role") for node in root.iter(f"{SVG}g")} == {None, "graphics-symbol img"}


def test_there_is_nothing_that_runs(chart: Chart) -> None:
    """No script, no handler, no reference to anything outside.

    流程: 受理 | 1工作日 | 形式审查
    """
    for node in parsed(to_svg(chart)).iter():
        assert node.tag.removeprefix(SVG) in {"svg", "title", "desc", "g", "a", "path", "polygon", "text"}
        assert not any(name.startswith("on") for name in node.attrib)
        assert (node.get("href") or "#").startswith("#")


def test_connectors_lead_to_each_other(compiled: Callable[..., Chart]) -> None:
    """A long process stands in columns: where a line goes on under the same letter is a link."""
    limit = TimeLimit(Fraction(1), DayKind.WORKING)
    steps = tuple(StepEntry(name=f"环节{number}", holders=(Text("行政审批股"),), limit=limit) for number in range(30))
    root = parsed(to_svg(compiled((steps, {}, ()))))
    links = {link.get("href"): link[0] for link in root.iter(f"{SVG}a")}
    assert len(links) >= 2
    ids = {node.get("id"): node for node in root.iter(f"{SVG}g")}
    for target, group in links.items():
        partner = ids[unquote((target or "").removeprefix("#"))]
        assert partner is not group
        assert letters(partner) & letters(group)


def letters(group: ET.Element) -> set[str]:
    """What stands in a connector."""
    return set("".join(node.text or "" for node in group.iter(f"{SVG}text")).split("、"))


@settings(max_examples=tried(20), deadline=None)
@given(name=st.text(max_size=30), other=st.text(st.characters(), max_size=60))
def test_any_text_is_written_as_it_is_cleaned(name: str, other: str) -> None:
    """Well-formed XML, whose texts are those of the chart after :func:`clean`, whatever is in them."""
    title = f"甲{name}"
    boxes = (
        Box(key="开始", shape=Shape.TERMINAL, name=title, lane="a"),
        Box(key=f"环{other}", shape=Shape.PROCESS, name=other, number="1", details=((name, other),), lane="a"),
    )
    chart = Chart(
        title=title,
        unit=other,
        facts=(("单位名称", other),),
        notes=(name,),
        boxes=boxes,
        arrows=(Arrow(source="开始", target=f"环{other}", label=name),),
        main=("开始", f"环{other}"),
        lanes=(Lane("a", other),),
    )
    root = parsed(to_svg(chart))
    assert root.findtext(f"{SVG}title") == clean(title)
    shown = "".join(texts(to_svg(chart)))
    for text in (title, name, other):
        assert squeezed(clean(text)) in squeezed(shown)


def squeezed(text: str) -> str:
    """A text without its blanks, at which lines are broken."""
    return "".join(text.split())
