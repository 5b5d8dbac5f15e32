"""Mermaid, draw.io, DOT: what is drawn is in the file, and texts cannot break it."""

from __future__ import annotations

import re
from html import escape

from processes.intake.bpmn.xml_tree import parse
from processes.model.process import CheckedMatter
from renderers.exchange import dot, drawio, mermaid
from renderers.flowcharts import Layout, View, chart_of, to_dot
from renderers.flowcharts.chart import Shape
from renderers.flowcharts.layout.layouts import drawing_of
from renderers.flowcharts.views import label_of
from tests.renderers.exchange.test_bpmn import below


def test_mermaid_has_a_line_for_each_box_and_arrow(matter: CheckedMatter) -> None:
    """Boxes before arrows; every arrow joins two of them."""
    text = mermaid.render(matter, "局", View.BEFORE).decode()
    chart = chart_of(matter, label_of(View.BEFORE), "局")
    nodes = re.findall(r"^  (n\d+)[\[({>].*:::\w+$", text, re.MULTILINE)
    arrows = re.findall(r"^  (n\d+) (?:-->|-\.->|-\.-)(?:\|\".*\"\|)? (n\d+)$", text, re.MULTILINE)
    assert (len(nodes), len(arrows)) == (len(chart.boxes), len(chart.arrows))
    assert {end for arrow in arrows for end in arrow} <= set(nodes)
    assert text.startswith('---\ntitle: "示范事项工作流程图(优化前)"\n---\nflowchart TD\n')


def test_mermaid_takes_no_text_for_its_own(matter: CheckedMatter) -> None:
    """Quotes and brackets in the label of an arrow."""
    text = mermaid.render(matter, "局", View.BEFORE).decode()
    assert '|"没意见、#quot;好#quot;#lt;b#gt;"|' in text


def test_draw_io_has_a_page_for_each_version_with_every_box_in_its_lane(matter: CheckedMatter) -> None:
    """A bar over several lanes stands in the pool; sources and targets of lines are there."""
    root = parse(drawio.render(matter, "局"))
    assert [page.get("name") for page in root.all("diagram")] == ["优化前", "优化后"]
    for page, view in zip(root.all("diagram"), (View.BEFORE, View.AFTER), strict=True):
        cells = {one.get("id"): one for one in below(page) if one.tag == "mxCell"}
        chart = chart_of(matter, label_of(view), "局")
        names = {one.attributes["value"] for one in cells.values() if one.get("parent") == "pool" and one.get("vertex")}
        assert {lane.name for lane in chart.lanes} <= names
        edges = [one for one in cells.values() if one.get("edge")]
        assert len(edges) == sum(not arrow.bare for arrow in chart.arrows)
        for one in cells.values():
            assert one.get("id") == "0" or one.get("parent") in cells
            assert all(one.get(end) in cells for end in ("source", "target") if one.get("edge"))


def test_draw_io_shows_texts_as_they_are(matter: CheckedMatter) -> None:
    """draw.io reads HTML in its values."""
    root = parse(drawio.render(matter, "局"))
    values = [one.attributes.get("value", "") for one in below(root)]
    assert any("&lt;b&gt;" in value.replace("<br>", "") for value in values)


def test_draw_io_breaks_texts_as_their_boxes_were_measured(matter: CheckedMatter) -> None:
    """A box is as large as our own lines need: draw.io's would stand over its rim."""
    root = parse(drawio.render(matter, "局"))
    values = [one.attributes.get("value", "") for one in below(root)]
    drawing = drawing_of(chart_of(matter, label_of(View.BEFORE), "局"), Layout.LANES)
    broken = [box for box in drawing.boxes if box.shape is Shape.DECISION and len(drawing.figures[box.key].lines) > 1]
    assert broken
    for box in broken:
        assert "<br>".join(escape(line.text) for line in drawing.figures[box.key].lines) in {
            re.sub(r"</?(?:font|b)\b[^>]*>", "", value) for value in values
        }


def test_dot_is_that_of_the_charts(matter: CheckedMatter) -> None:
    """With every place pinned."""
    assert dot.render(matter, "局", View.AFTER).decode() == to_dot(chart_of(matter, label_of(View.AFTER), "局"))
