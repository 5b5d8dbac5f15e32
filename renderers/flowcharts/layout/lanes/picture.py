"""A drawing on its way: everything has a place, which is not the last one yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from renderers.flowcharts.geometry import Rect
    from renderers.flowcharts.layout.labelling import Label
    from renderers.flowcharts.layout.lines import Route


@dataclass(frozen=True)
class Picture:
    """Everything with its place; ``edges`` are the x of the edges of the lanes."""

    rects: Mapping[str, Rect]
    routes: tuple[Route, ...]
    labels: tuple[Label, ...]
    edges: tuple[float, ...]
