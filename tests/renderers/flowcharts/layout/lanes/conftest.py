"""Charts in lanes, written in a few words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from renderers.flowcharts.chart import Arrow, Box, Chart, Lane, Sequence, Shape, Side

LANES = ("申请人", "窗口", "科室", "领导")


@pytest.fixture
def in_lanes() -> Callable[..., Chart]:
    """A chart from 「box@lane」 words; see :func:`chart`."""
    return chart


def chart(boxes: str, arrows: str, main: Sequence = (), sides: tuple[Side, ...] = ()) -> Chart:
    """``boxes``: 「受理@窗口」, with ``?`` a diamond, with ``=`` a bar; ``arrows``: 「受理>审查」, 「审查>受理:退回」.

    Without ``main`` all boxes follow each other. An arrow with the label 退回 leads back.
    """
    found = tuple(_box(word) for word in boxes.split())
    lanes = tuple(Lane(name, name) for name in LANES if any(box.lane == name for box in found))
    return Chart(
        title="样例",
        unit="样例局",
        boxes=found,
        arrows=tuple(_arrow(word) for word in arrows.split()),
        main=main or tuple(box.key for box in found),
        sides=sides,
        lanes=lanes,
    )


def _box(word: str) -> Box:
    name, lane = word.split("@")
    shape = Shape.DECISION if name.endswith("?") else Shape.BAR if name.startswith("=") else Shape.PROCESS
    return Box(key=name, shape=shape, name="" if shape is Shape.BAR else name, lane=lane)


def _arrow(word: str) -> Arrow:
    ends, _, label = word.partition(":")
    source, target = ends.split(">")
    return Arrow(source=source, target=target, label=label, back=label == "退回")
