"""graphviz's dot, held to lanes by invisible rails: the strongest form that was found.

Clusters, one a lane, are what the manual offers. They come out in any order (lines between clusters of one rank are
not heeded), and lines then run through boxes. So dot is run twice:

- first without lanes: that gives the rank of every box;
- then each rank is written down (``rank=same``) with an invisible point between every two lanes. Flat lines keep boxes
  and points of a rank in the order of the lanes, and heavy lines from point to point down the ranks are upright rails,
  which keep every box in its lane. Rails and points are left out of the picture.

dot is helped besides: lines that run back are given reversed (``dir=back``), so that it need not guess which line of a
cycle to turn; a bar may stand in any lane. Boxes and labels have our sizes. With ``splines=ortho`` dot cannot place a
``label`` and says so: it gets an ``xlabel``.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.flowcharts.peers.task import Failed, Point, Size, Task
from benchmarks.flowcharts.picture import Picture

POINTS = 72
"""To an inch, in which dot takes sizes."""
SECONDS = 60
"""After which a chart counts as failed."""
HIDDEN = "[style=invis width=0.02 height=0.02]"
WEIGHT = 1000
"""Of the rails: they are straight before anything else is."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A graphviz program with one kind of lines: ``ortho`` or ``polyline``."""

    program: Path
    splines: str

    @property
    def name(self) -> str:
        """As in the table."""
        return f"dot {self.splines}"

    def drawn(self, task: Task) -> Picture:
        """The picture.

        :raises Failed: there is none.
        """
        try:
            boxes = list(_boxes(task, "xlabel" if self.splines == "ortho" else "label"))
            first = self._run("line", boxes)
            found = self._run(self.splines, [*boxes, *_rails(task, _ranks(first))])
        except (subprocess.SubprocessError, ValueError) as problem:
            raise Failed(str(problem)) from problem
        return picture_of(task, found)

    def _run(self, splines: str, rows: list[str]) -> dict[str, Any]:
        head = f'digraph {{ splines={splines} nodesep=0.2 ranksep=0.4 node [shape=box fixedsize=true label=""]'
        done = subprocess.run(
            [self.program, "-Tjson0"],
            input="\n".join((head, *rows, "}")),
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=True,
        )
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer


def _boxes(task: Task, label: str) -> Iterator[str]:
    """Boxes and lines; the labels of these are in the attribute ``label``."""
    for index, node in enumerate(task.nodes):
        width, height = node.size
        shape = " shape=diamond" if node.diamond else ""
        yield f"b{index} [width={width / POINTS:.4f} height={height / POINTS:.4f}{shape}]"
    for index, way in enumerate(task.ways):
        ends, turned = (way.source, way.target), ""
        if way.back:
            ends, turned = ends[::-1], " dir=back"
        says = f" {label}={_cell(way.label)}" if way.label else ""
        yield f"b{ends[0]} -> b{ends[1]} [id={index}{turned}{says}]"


def _cell(size: Size) -> str:
    """An empty cell of a size: no font has a say in it."""
    bare = 'BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"'
    cell = f'<TD FIXEDSIZE="TRUE" WIDTH="{size[0]:.0f}" HEIGHT="{size[1]:.0f}"></TD>'
    return f"<<TABLE {bare}><TR>{cell}</TR></TABLE>>"


def _ranks(found: dict[str, Any]) -> list[list[int]]:
    """The boxes of each rank of a picture, from the top."""
    held: dict[float, list[int]] = {}
    for node in found["objects"]:
        held.setdefault(round(_point(node["pos"])[1], 1), []).append(int(node["name"][1:]))
    return [held[y] for y in sorted(held)]


def _rails(task: Task, ranks: list[list[int]]) -> Iterator[str]:
    """What holds the boxes of each rank in their lanes. Point ``s3_0`` is behind the first lane in the fourth rank."""
    between = range(len(task.lanes) - 1)
    for rank, boxes in enumerate(ranks):
        points = [f"s{rank}_{index}" for index in between]
        names = [f"b{index}" for index in boxes]
        yield f"{{ rank=same; {'; '.join((*(f'{point} {HIDDEN}' for point in points), *names))} }}"
        chains = list(pairwise(points))
        for index in boxes:
            if lane := task.nodes[index].lane:
                place = task.lanes.index(lane)
                chains += [(point, f"b{index}") for point in points[:place][-1:]]
                chains += [(f"b{index}", point) for point in points[place:][:1]]
        yield from (f"{left} -> {right} [style=invis]" for left, right in chains)
    for index in between:
        rail = " -> ".join(f"s{rank}_{index}" for rank in range(len(ranks)))
        yield f"{rail} [style=invis weight={WEIGHT}]"


def picture_of(task: Task, found: dict[str, Any]) -> Picture:
    """The neutral picture in dot's answer in JSON."""
    edges = {int(edge["id"]): edge for edge in found["edges"] if "id" in edge}
    lines = {index: corners(edge["pos"]) for index, edge in edges.items() if "pos" in edge}
    return task.picture(
        middles={int(node["name"][1:]): _point(node["pos"]) for node in found["objects"] if node["name"][0] == "b"},
        lines={index: line[::-1] if task.ways[index].back else line for index, line in lines.items()},
        labels={index: _point(edge[key]) for index, edge in edges.items() for key in ("lp", "xlp") if key in edge},
    )


def corners(pos: str) -> list[Point]:
    """The corners of a line from its Bézier curves, whose pieces are straight: every third point, and the tips."""
    head: list[Point] = []
    tail: list[Point] = []
    points: list[Point] = []
    for word in pos.split():
        if word.startswith("e,"):
            head = [_point(word[2:])]
        elif word.startswith("s,"):
            tail = [_point(word[2:])]
        else:
            points.append(_point(word))
    return [*tail, *points[::3], *head]


def _point(text: str) -> Point:
    """A point of dot's, whose y runs upwards."""
    x, y = text.split(",")
    return float(x), -float(y)
