"""elkjs (npm), layered downwards with lines at right angles, held to lanes by invisible rails as dot is.

Lanes as parents with ``INCLUDE_CHILDREN`` come out one below the other instead of side by side, with five times the
crossings; partitions keep their order only along the flow, so that it has to run to the right. What was found best:

- first the graph without lanes: that gives the order of boxes and the number of layers;
- then every lane's left neighbour is a chain of invisible points, one in each layer (the chain is as long as the
  longest way through the graph, labels included). ``semiInteractive`` keeps boxes and points of a layer in the order of
  the positions they are given (lane, then the order of the first picture); ports, bends and the rest are elk's own;
- network simplex places the boxes, because with the default the rails do not become straight.

Lines that run back are given reversed, a bar may stand in any lane, boxes and labels have our sizes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from benchmarks.difference.peers.cache import Cache
from benchmarks.difference.peers.lines import NoAnswer, Worker
from benchmarks.flowcharts.peers.cache import WORKERS
from benchmarks.flowcharts.peers.task import Failed, Point, Task
from benchmarks.flowcharts.picture import Picture

FAR = 100_000
"""From lane to lane, in the positions that only say what comes before what."""

OPTIONS = {
    "elk.algorithm": "layered",
    "elk.direction": "DOWN",
    "elk.edgeRouting": "ORTHOGONAL",
    "elk.separateConnectedComponents": "false",
    "elk.spacing.nodeNode": "16",
    "elk.layered.spacing.nodeNodeBetweenLayers": "24",
}
HELD = OPTIONS | {
    "elk.layered.crossingMinimization.semiInteractive": "true",
    "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
}
STRAIGHT = {"elk.layered.priority.straightness": "100", "elk.layered.priority.shortness": "100"}

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Elk:
    """The library in one long-lived node."""

    worker: Worker
    name: str = "elkjs"

    def drawn(self, task: Task) -> Picture:
        """The picture.

        :raises Failed: there is none.
        """
        boxes, edges = [_box(task, index) for index in range(len(task.nodes))], list(_edges(task))
        first = self._ask(OPTIONS, boxes, edges)
        places: dict[int, Point] = {int(box["id"][1:]): _middle(box) for box in first["children"]}
        points, rails = _rails(task, _layers(task, places))
        return picture_of(task, self._ask(HELD, [*_held(task, boxes, places), *points], [*edges, *rails]))

    def _ask(self, options: Json, boxes: list[Json], edges: list[Json]) -> Json:
        try:
            answer = self.worker.ask({"id": "root", "layoutOptions": options, "children": boxes, "edges": edges})
        except NoAnswer as problem:
            raise Failed(str(problem)) from problem
        found: Json = answer["graph"]
        return found


def worker(cache: Cache) -> Worker:
    """A node that lays graphs out."""
    return Worker(("node", str(WORKERS / "elk.mjs"), str(cache.node)))


def _box(task: Task, index: int) -> Json:
    width, height = task.nodes[index].size
    return {"id": f"b{index}", "width": width, "height": height}


def _edges(task: Task) -> list[Json]:
    edges: list[Json] = []
    for index, way in enumerate(task.ways):
        source, target = (way.target, way.source) if way.back else (way.source, way.target)
        edge: Json = {"id": f"e{index}", "sources": [f"b{source}"], "targets": [f"b{target}"]}
        if way.label:
            edge["labels"] = [{"id": f"l{index}", "text": "-", "width": way.label[0], "height": way.label[1]}]
        edges.append(edge)
    return edges


def _layers(task: Task, places: dict[int, Point]) -> int:
    """How many layers the graph needs: the longest way down it, on which a label is a layer too."""
    order = sorted(places, key=lambda index: places[index][1])
    rank = {index: number for number, index in enumerate(order)}
    depths = [0] * len(order)
    ways = sorted((*sorted((rank[way.source], rank[way.target])), bool(way.label)) for way in task.ways)
    for above, below, labelled in ways:
        if above != below:
            depths[below] = max(depths[below], depths[above] + 1 + labelled)
    return max(depths) + 1


def _held(task: Task, boxes: list[Json], places: dict[int, Point]) -> list[Json]:
    """The boxes with positions that keep them in the order of the lanes."""
    held = []
    for index, (box, node) in enumerate(zip(boxes, task.nodes, strict=True)):
        options = {}
        if node.lane:
            x, y = places[index]
            options["elk.position"] = f"({task.lanes.index(node.lane) * FAR + x},{y})"
        held.append(box | {"layoutOptions": options})
    return held


def _rails(task: Task, layers: int) -> tuple[list[Json], list[Json]]:
    """The points between the lanes and the lines that make rails of them."""
    points: list[Json] = []
    rails: list[Json] = []
    for lane in range(1, len(task.lanes)):
        names = [f"s{lane}_{layer}" for layer in range(layers)]
        at = {"elk.position": f"({lane * FAR - 1},0)"}
        points += [{"id": name, "width": 1, "height": 1, "layoutOptions": at} for name in names]
        rails += [
            {"id": f"r{lower}", "sources": [upper], "targets": [lower], "layoutOptions": STRAIGHT}
            for upper, lower in pairwise(names)
        ]
    return points, rails


def picture_of(task: Task, found: Json) -> Picture:
    """The neutral picture in elk's answer, without the rails."""
    lines: dict[int, list[Point]] = {}
    labels: dict[int, Point] = {}
    for edge in found["edges"]:
        if edge["id"].startswith("e"):
            index = int(edge["id"][1:])
            points = [point for section in edge.get("sections", ()) for point in _points(section)]
            lines[index] = points[::-1] if task.ways[index].back else points
            if edge.get("labels"):
                labels[index] = _middle(edge["labels"][0])
    boxes = (box for box in found["children"] if box["id"].startswith("b"))
    return task.picture({int(box["id"][1:]): _middle(box) for box in boxes}, lines, labels)


def _points(section: Json) -> list[Point]:
    found = (section["startPoint"], *section.get("bendPoints", ()), section["endPoint"])
    return [(point["x"], point["y"]) for point in found]


def _middle(box: Json) -> Point:
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
