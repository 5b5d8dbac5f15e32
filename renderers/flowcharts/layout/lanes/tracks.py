"""Tracks that are opened when they are needed: beside every line there is one more, so that the grid stays small."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.pathfinding import Grid, Prices

if TYPE_CHECKING:
    from renderers.flowcharts.layout.lanes.roomy import Roomy
    from renderers.flowcharts.layout.lines import Route

PRICES = Prices(bend=80.0, crossing=750.0, company=200.0, label=3000.0, haste=1.05, beyond=8.0, patience=4000)
"""Higher than elsewhere: in a roomy chart every way is long."""


@dataclass
class Tracks:
    """The tracks of a roomy chart. At first a gutter has its two outer ones, which lead to the boxes, and a middle."""

    roomy: Roomy
    grid: Grid = field(init=False)

    def __post_init__(self) -> None:
        xs, ys = set(self.roomy.middles.values()), {(top + bottom) / 2 for top, bottom in self.roomy.rows.values()}
        for found, bundles in ((xs, self.roomy.gutters), (ys, self.roomy.gaps)):
            for bundle in bundles:
                found |= {bundle[0], bundle[len(bundle) // 2], bundle[-1]}
        self._neighbours = {
            (vertical, at): bundle[max(0, index - 1) : index + 2]
            for vertical, bundles in ((True, self.roomy.gutters), (False, self.roomy.gaps))
            for bundle in bundles
            for index, at in enumerate(bundle)
        }
        self.grid = Grid(tuple(self.roomy.rects.values()), tuple(sorted(xs)), tuple(sorted(ys)), PRICES)

    def use(self, route: Route) -> None:
        """Open the tracks beside those on which a line runs."""
        xs, ys = set(self.grid.xs), set(self.grid.ys)
        for piece in route.segments:
            (xs if piece.vertical else ys).update(self._neighbours.get((piece.vertical, piece.at), ()))
        if len(xs) > len(self.grid.xs):
            self.grid.xs = tuple(sorted(xs))
        if len(ys) > len(self.grid.ys):
            self.grid.ys = tuple(sorted(ys))
