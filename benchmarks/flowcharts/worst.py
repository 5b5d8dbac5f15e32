"""Our worst pictures, to be looked at: those with any fault, and those with the most crossings.

    python -m benchmarks.flowcharts worst [--count 200] [--seed 1] [--top 10] [--layout 泳道|单列] [--folder DIR]

Prints the seed and the measure of each; with ``--folder`` draws them there as PNG (with ``--svg``: and SVG). ``--only``
draws the charts of the seeds that follow it instead; ``--shown`` measures the picture for the screen, cut into columns,
instead of the drawing.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path

from benchmarks.flowcharts.generator import chart
from benchmarks.flowcharts.metrics import Measure, measured
from benchmarks.flowcharts.ours import drawn, shown
from benchmarks.flowcharts.picture import Picture
from renderers.flowcharts import Layout, to_png, to_svg
from renderers.flowcharts.sheets.page import page_of


def main(words: Sequence[str]) -> None:
    """Find, print and draw."""
    parser = ArgumentParser(prog="python -m benchmarks.flowcharts worst")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--top", type=int, default=10)
    parser.add_argument("--layout", type=Layout, default=Layout.LANES, choices=tuple(Layout))
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--svg", action="store_true")
    parser.add_argument("--shown", action="store_true")
    parser.add_argument("--only", nargs="+", default=())
    asked = parser.parse_args(words)
    seeds = asked.only or [f"{asked.seed}/{number}" for number in range(asked.count)]
    found = {seed: measured(_picture(seed, asked.layout, on_screen=asked.shown)) for seed in seeds}
    chosen = list(found) if asked.only else worst(found, asked.top)
    for seed in chosen:
        print(f"{seed:12} {said(found[seed])}", flush=True)
        if asked.folder:
            draw(seed, asked.layout, asked.folder, svg=asked.svg)


def _picture(seed: str, layout: Layout, *, on_screen: bool) -> Picture:
    made = chart(seed)
    return shown(page_of(made, layout)) if on_screen else drawn(made, layout)


def worst(found: dict[str, Measure], top: int) -> list[str]:
    """The seeds with faults, the most first; then those with the most crossings."""
    faulty = sorted((seed for seed in found if found[seed].faults), key=lambda seed: -found[seed].faults)
    crossed = sorted((seed for seed in found if not found[seed].faults), key=lambda seed: -found[seed].crossings)
    return [*faulty, *crossed[:top]]


def said(measure: Measure) -> str:
    """What a measure has that is not nothing."""
    values: Iterable[tuple[str, float]] = ((one.name, getattr(measure, one.name)) for one in fields(measure))
    return " ".join(f"{name}={value:.0f}" for name, value in values if value)


def draw(seed: str, layout: Layout, folder: Path, *, svg: bool) -> None:
    """The chart of a seed as files."""
    folder.mkdir(parents=True, exist_ok=True)
    text = to_svg(chart(seed), layout)
    name = seed.replace("/", "-")
    (folder / f"{name}.png").write_bytes(to_png(text))
    if svg:
        (folder / f"{name}.svg").write_text(text, encoding="utf-8")
