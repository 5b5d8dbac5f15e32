"""Our pictures beside dot's and elkjs's of the same charts, all held to the same lanes.

    python -m benchmarks.flowcharts quality [--count 1000] [--seed 2026] [--only NAME …] [--json FILE] [--cache DIR]
        [--dot PROGRAM]

What is counted is said in ``metrics``, how a peer is held to the lanes in its file in ``peers``. The dot is the one
that came with us, or the program that is named; elkjs is left out if it is not installed, and how to install it is
printed. Charts that any of the systems did not draw are left out of all sums. Seconds are those of the layout alone for
us, of all that is asked for the peers (both runs, dot's processes with them): no race, ``time`` is for that.

Goals: nothing on anything, no box out of its lane; fewer crossings and fewer bends than any peer.
"""

from __future__ import annotations

import json
import sys
import time
from argparse import ArgumentParser
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Protocol

from benchmarks.difference.peers.cache import Cache, default_cache
from benchmarks.flowcharts import ours
from benchmarks.flowcharts.generator import charts
from benchmarks.flowcharts.metrics import Measure, measured
from benchmarks.flowcharts.peers import cache as elk_cache
from benchmarks.flowcharts.peers import elk
from benchmarks.flowcharts.peers.dot import Dot
from benchmarks.flowcharts.peers.task import Failed, Task, task_of
from benchmarks.flowcharts.picture import Picture
from renderers.flowcharts.chart import Chart
from renderers.flowcharts.layout.layouts import Layout, drawing_of
from renderers.flowcharts.painting.rendering import program

OURS = "ours"

ROWS: tuple[tuple[str, str], ...] = (
    ("lines through boxes", "through"),
    ("lines on rims", "rims"),
    ("labels on boxes", "labels_on_boxes"),
    ("labels on labels", "labels_on_labels"),
    ("labels on lines", "labels_on_lines"),
    ("lines on lines", "shared"),
    ("… points of length", "shared_length"),
    ("boxes out of lane", "out_of_lane"),
    ("crossings", "crossings"),
    ("bends", "bends"),
    ("length of lines, m", "length"),
    ("area, m²", "area"),
)
"""What a row is called, and what of a :class:`Measure` is in it."""
POINTS_PER_METRE = 72 / 0.0254
SCALES = {"length": POINTS_PER_METRE, "area": POINTS_PER_METRE**2}


class Peer(Protocol):
    """Another system."""

    @property
    def name(self) -> str:
        """As in the table."""

    def drawn(self, task: Task) -> Picture:
        """The picture, or ``Failed``."""


@dataclass(slots=True)
class Found:
    """The measures of every chart that all have drawn, by system; seconds; how many charts a system failed on."""

    measures: dict[str, list[Measure]]
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    failures: Counter[str] = field(default_factory=Counter)

    @property
    def charts(self) -> int:
        """How many all have drawn."""
        return len(self.measures[OURS])


def main(words: Sequence[str]) -> None:
    """Measure and print."""
    parser = ArgumentParser(prog="python -m benchmarks.flowcharts quality")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", default="2026")
    parser.add_argument("--only", nargs="*", help="names of peers")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--cache", type=Path, default=default_cache())
    parser.add_argument("--dot", type=Path, default=program())
    asked = parser.parse_args(words)
    found = compared(charts(asked.count, asked.seed), peers(asked.dot, Cache(asked.cache), asked.only))
    print(f"{asked.count} charts of seed {asked.seed}, {found.charts} drawn by all\n\n{table(found)}")
    if asked.json:
        asked.json.write_text(json.dumps(plain(found), indent=1), encoding="utf-8")


def peers(dot: Path, cache: Cache, only: Sequence[str] | None) -> list[Peer]:
    """The peers that are there and asked for."""
    there: list[Peer] = [Dot(dot, "ortho"), Dot(dot, "polyline")]
    if missing := elk_cache.missing(cache):
        print(f"elkjs is left out: {missing}", file=sys.stderr)
    else:
        there.append(elk.Elk(elk.worker(cache)))
    return [one for one in there if only is None or one.name in only]


def compared(drawn: Iterable[Chart], others: Sequence[Peer]) -> Found:
    """Every chart drawn by us and by the others, and measured."""
    found = Found({name: [] for name in (OURS, *(peer.name for peer in others))})
    for chart in drawn:
        start = time.perf_counter()
        drawing = drawing_of(chart, Layout.LANES)
        found.seconds[OURS] += time.perf_counter() - start
        pictures = {OURS: ours.picture_of(drawing)}
        task = task_of(drawing)
        for peer in others:
            start = time.perf_counter()
            try:
                pictures[peer.name] = peer.drawn(task)
            except Failed as failure:
                found.failures[peer.name] += 1
                print(f"{peer.name} failed on {chart.title}: {failure}", file=sys.stderr)
            found.seconds[peer.name] += time.perf_counter() - start
        if len(pictures) == len(found.measures):
            for name, picture in pictures.items():
                found.measures[name].append(measured(picture))
    return found


def table(found: Found) -> str:
    """The sums as Markdown."""
    sums = {name: sum(measures, Measure()) for name, measures in found.measures.items()}
    lines = [f"| {found.charts} charts | {' | '.join(sums)} |", f"| --- |{' ---: |' * len(sums)}"]
    for title, name in ROWS:
        cells = (_written(getattr(one, name), name) for one in sums.values())
        lines.append(f"| {title} | {' | '.join(cells)} |")
    lines.append(f"| charts failed on | {' | '.join(str(found.failures[name]) for name in sums)} |")
    lines.append(f"| seconds | {' | '.join(f'{found.seconds[name]:.0f}' for name in sums)} |")
    return "\n".join(lines)


def _written(value: float, name: str) -> str:
    if name in SCALES:
        return f"{value / SCALES[name]:,.1f}"
    return f"{value:,.0f}"


def plain(found: Found) -> object:
    """Everything, for a program to read."""
    return {
        "charts": found.charts,
        "seconds": dict(found.seconds),
        "failures": dict(found.failures),
        "measures": {name: [asdict(one) for one in measures] for name, measures in found.measures.items()},
    }
