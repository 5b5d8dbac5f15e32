"""graphviz's dot, held to lanes: clusters from the first rank to the last, side by side in their order.

The strongest form that was found (each part of it was tried with and without):

- a lane is a cluster; an invisible head in the first rank and an invisible foot in the last make it span all ranks, so
  that no cluster can stand below another; invisible lines from head to head and from foot to foot keep the order;
- ``newrank``, without which ranks are kept cluster by cluster;
- lines that run back are given reversed (``dir=back``), so that dot need not guess which line of a cycle to turn;
- boxes and labels have our sizes. With ``splines=ortho`` dot cannot place ``label`` and says so: it gets ``xlabel``;
- a bar of a parallel block is no wider than its text, or 60 points: dot cannot stretch it over its branches.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.flowcharts.peers.sizes import Sizes, lane_of
from benchmarks.flowcharts.picture import Figure, Picture, area, line
from renderers.flowcharts.chart import Arrow, Chart, Shape

POINTS = 72
"""To an inch, in which dot takes the sizes of boxes."""
SECONDS = 30
"""After which a chart counts as failed."""


class Failed(Exception):
    """A peer that crashed, took too long or left something out."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A graphviz program with one kind of lines: ``ortho`` or ``polyline``."""

    program: Path
    splines: str

    @property
    def name(self) -> str:
        """As in the table."""
        return f"dot {self.splines}"

    def drawn(self, chart: Chart) -> Picture:
        """The picture of a chart.

        :raises Failed: there is none.
        """
        text = source(chart, Sizes(chart), self.splines)
        try:
            done = subprocess.run(
                [self.program, "-Tjson0"], input=text, capture_output=True, text=True, timeout=SECONDS, check=True
            )
            return picture_of(chart, json.loads(done.stdout))
        except (subprocess.SubprocessError, ValueError, KeyError) as problem:
            raise Failed(str(problem)[:200]) from problem


def source(chart: Chart, sizes: Sizes, splines: str) -> str:
    """The DOT text; boxes are called by their place in the chart."""
    names = {box.key: f"b{index}" for index, box in enumerate(chart.boxes)}
    rows = [
        f"digraph {{ newrank=true splines={splines} nodesep=0.35 ranksep=0.4",
        "node [shape=box fixedsize=true label=\"\"]",
    ]
    for index, lane in enumerate(chart.lanes):
        held = (box for box in chart.boxes if box.lane == lane.key)
        rows.append(f"subgraph cluster_{index} {{ h{index} [style=invis height=0.1] f{index} [style=invis height=0.1]")
        rows += [_node(names[box.key], sizes.box(box.key), diamond=box.shape is Shape.DECISION) for box in held]
        rows.append("}")
    for rail, rank in (("h", "min"), ("f", "max")):
        ends = [f"{rail}{index}" for index in range(len(chart.lanes))]
        rows.append(f"{{ rank={rank} {' '.join(ends)} }}")
        rows.append(f"{' -> '.join(ends)} [style=invis]")
    rows += [f"h{index} -> f{index} [style=invis weight=0]" for index in range(len(chart.lanes))]
    rows += _edges(chart, sizes, names, splines)
    return "\n".join((*rows, "}", ""))


def _node(name: str, size: tuple[float, float], *, diamond: bool) -> str:
    width, height = size
    shape = " shape=diamond" if diamond else ""
    return f"{name} [width={width / POINTS:.4f} height={height / POINTS:.4f}{shape}]"


def _edges(chart: Chart, sizes: Sizes, names: dict[str, str], splines: str) -> Iterator[str]:
    for index, arrow in enumerate(chart.arrows):
        says = [f"id={index}"]
        if arrow.label:
            width, height = sizes.label(arrow)
            cell = f'<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR><TD FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{height:.0f}"></TD></TR></TABLE>>'
            says.append(f"{'xlabel' if splines == 'ortho' else 'label'}={cell}")
        ends = [names[arrow.source], names[arrow.target]]
        if arrow.back:
            ends.reverse()
            says.append("dir=back")
        yield f"{' -> '.join(ends)} [{' '.join(says)}]"


def picture_of(chart: Chart, found: dict[str, Any]) -> Picture:
    """dot's answer in JSON as a neutral picture. Its y runs upwards."""
    nodes = {node["name"]: node for node in found["objects"] if "pos" in node}
    edges = {int(edge["id"]): edge for edge in found["edges"] if "id" in edge}
    figures = {}
    for index, box in enumerate(chart.boxes):
        node = nodes[f"b{index}"]
        (x, y), size = _spot(node["pos"]), (float(node["width"]) * POINTS, float(node["height"]) * POINTS)
        figures[box.key] = Figure(area(x, y, *size), lane_of(box), box.shape is Shape.DECISION)
    lines, labels = [], []
    for index, arrow in enumerate(chart.arrows):
        edge = edges[index]
        points = corners(edge["pos"])
        lines.append(line(arrow.source, arrow.target, points[::-1] if arrow.back else points))
        if arrow.label:
            x, y = _spot(edge["xlp" if "xlabel" in edge else "lp"])
            labels.append(area(x, y, *Sizes.label(arrow)))
    return Picture(figures, tuple(lines), tuple(labels), tuple(lane.key for lane in chart.lanes))


def corners(pos: str) -> list[tuple[float, float]]:
    """The corners of a line from its Bézier curves, whose pieces are straight: every third point, and the two tips."""
    head: list[tuple[float, float]] = []
    tail: list[tuple[float, float]] = []
    points = []
    for word in pos.split():
        if word.startswith("e,"):
            head = [_spot(word[2:])]
        elif word.startswith("s,"):
            tail = [_spot(word[2:])]
        else:
            points.append(_spot(word))
    return [*tail, *points[::3], *head]


def _spot(text: str) -> tuple[float, float]:
    x, y = text.split(",")
    return float(x), -float(y)
