"""How long many charts take, against the floor: the same DOT through graphviz and the same SVG through the rasteriser.

    python -m benchmarks.flowcharts time [--count 4000] [--workers 2] [--batch 32] [--seed time] [--each 12]

Half of the charts are those of the samples in turn, half are generated, all different: one of the samples has another
title each time, so that nothing is remembered of it. Every worker (spawned, as ``zaizao build`` does) draws its share
batch by batch through ``pictures_of`` and ``to_png``, and after each batch sends what graphviz and the rasteriser have
been given through these alone: both sides have the same machine, busy or not.
Processor seconds hold those of graphviz's processes. Then the time of the layout by the number of steps.

Goal: at most 1.3 of the floor.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import platform
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import cycle, islice
from pathlib import Path

from benchmarks.difference.time import cpu
from benchmarks.flowcharts import generator
from benchmarks.flowcharts.stages import PNG, STAGES, graphviz_alone, watched
from processes.checking import check_project
from processes.model.matter import VersionLabel
from renderers.flowcharts import Chart, chart_of, pictures_of, to_png
from renderers.flowcharts.layout.layouts import Layout, drawing_of

GOAL = 1.3
SAMPLES = Path(__file__).parents[2] / "samples" / "hailin"
SIZES = (8, 15, 30, 60)


@dataclass(slots=True)
class Spent:
    """Seconds of one worker: on the clock and of the processor, for all and for the floor; by stage on the clock."""

    charts: int = 0
    failed: int = 0
    clock: float = 0.0
    floor_clock: float = 0.0
    used: float = 0.0
    floor_used: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)


def main(words: Sequence[str]) -> None:
    """Measure and print."""
    parser = ArgumentParser(prog="python -m benchmarks.flowcharts time")
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--seed", default="time")
    parser.add_argument("--each", type=int, default=12, help="charts of each size for the growth; 0: no growth")
    asked = parser.parse_args(words)
    print(f"{cpu()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; Python {platform.python_version()}\n")
    spent = _shared(asked.count, asked.workers, asked.batch, asked.seed)
    print(table(spent))
    if asked.each:
        print(f"\n{growth(asked.each, asked.seed)}")


def _shared(count: int, workers: int, batch: int, seed: str) -> list[Spent]:
    """The work on so many workers."""
    # Workers are spawned, not forked: native libraries in the parent do not survive a fork.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        shares = [pool.submit(work, count, (worker, workers), batch, seed) for worker in range(workers)]
        return [share.result() for share in shares]


def work(count: int, share: tuple[int, int], batch: int, seed: str) -> Spent:
    """One worker's share: every ``share[1]``-th chart from ``share[0]`` on."""
    spent = Spent()
    mine = islice(charts(count, seed), share[0], None, share[1])
    with watched() as watch:
        while together := list(islice(mine, batch)):
            watch.texts.clear()
            start, used = time.perf_counter(), _used()
            svgs = [one for one in pictures_of(together) if isinstance(one, str)]
            rasterise = time.perf_counter()
            for svg in svgs:
                to_png(svg)
            watch.seconds[PNG] += time.perf_counter() - rasterise
            spent.clock += time.perf_counter() - start
            spent.used += _used() - used
            start, used = time.perf_counter(), _used()
            graphviz_alone(watch.texts)
            for svg in svgs:
                to_png(svg)
            spent.floor_clock += time.perf_counter() - start
            spent.floor_used += _used() - used
            spent.charts += len(svgs)
            spent.failed += len(together) - len(svgs)
        spent.stages = watch.own()
    return spent


def charts(count: int, seed: str) -> Iterator[Chart]:
    """Two charts of the samples, two generated ones, and so on: two workers that take turns have as many of each."""
    samples = cycle(_samples())
    for number in range(count):
        if number // 2 % 2:
            yield generator.chart(f"{seed}/{number}")
        else:
            sample = next(samples)
            yield replace(sample, title=f"{sample.title}({number})")


def _samples() -> list[Chart]:
    checked = check_project(SAMPLES)
    return [
        chart_of(matter, label, matter.matter.department)
        for matter in checked.matters
        for label in VersionLabel
        if label is VersionLabel.BEFORE or matter.after is not None
    ]


def _used() -> float:
    """Seconds of the processor, those of ended child processes with them."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def table(spent: Sequence[Spent]) -> str:
    """The ratio and the stages as Markdown."""
    made = sum(one.charts for one in spent)
    clock, floor = sum(one.clock for one in spent), sum(one.floor_clock for one in spent)
    used, least = sum(one.used for one in spent), sum(one.floor_used for one in spent)
    stages = {stage: sum(one.stages[stage] for one in spent) for stage in STAGES}
    lines = [
        f"| {made} charts, {len(spent)} workers | all | floor | ratio (goal <= {GOAL}) |",
        "| --- | ---: | ---: | ---: |",
        f"| ms a chart, clock of a worker | {_ms(clock, made)} | {_ms(floor, made)} | {clock / floor:.2f} |",
        f"| ms a chart, processor | {_ms(used, made)} | {_ms(least, made)} | {used / least:.2f} |",
        "",
        f"| ms a chart | {' | '.join(stages)} |",
        f"| --- |{' ---: |' * len(stages)}",
        f"| clock of a worker | {' | '.join(_ms(one, made) for one in stages.values())} |",
        "",
        f"failed: {sum(one.failed for one in spent)}",
    ]
    return "\n".join(lines)


def _ms(seconds: float, count: int) -> str:
    return f"{seconds / count * 1000:.1f}"


def growth(each: int, seed: str) -> str:
    """The time of the layout by the number of steps, and the exponent from the fewest to the most."""
    lines = ["| steps | ms a layout, processor |", "| ---: | ---: |"]
    found: dict[int, float] = {}
    for size in SIZES:
        made = [generator.chart(f"{seed}/{size}/{number}", size) for number in range(each)]
        start = time.process_time()
        for chart in made:
            drawing_of(chart, Layout.LANES)
        found[size] = (time.process_time() - start) / each
        lines.append(f"| {size} | {found[size] * 1000:.1f} |")
    least, most = SIZES[0], SIZES[-1]
    exponent = math.log(found[most] / found[least]) / math.log(most / least)
    return "\n".join((*lines, "", f"exponent from {least} to {most} steps: {exponent:.2f}"))
