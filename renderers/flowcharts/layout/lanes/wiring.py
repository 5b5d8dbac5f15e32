"""The lines of a chart in lanes and their labels, while there is more room than needed.

Straight lines first, then the short ones, each by the cheapest way that those before it leave; then every line that
crosses another or runs on it is taken up and laid again among all others.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.attached import attached
from renderers.flowcharts.layout.labelling import Label, label_price, placed_label
from renderers.flowcharts.layout.lanes.ports import Ports
from renderers.flowcharts.layout.lanes.tracks import Tracks
from renderers.flowcharts.layout.lines import Route, related
from renderers.flowcharts.layout.search import NEAR

if TYPE_CHECKING:
    from collections.abc import Container

    from renderers.flowcharts.chart import Arrow, Chart
    from renderers.flowcharts.geometry import Rect
    from renderers.flowcharts.layout.lanes.roomy import Roomy
    from renderers.flowcharts.layout.pathfinding import Port

TAKEN = 100.0
"""What it costs to leave a box where another line does: each way out of a diamond has its own corner where it can."""
ROUNDS = 2
"""How often lines are laid again at most."""


def wired(chart: Chart, roomy: Roomy) -> tuple[tuple[Route, ...], tuple[Label, ...]]:
    """The lines of all arrows and the labels of those that have one, in the order of the arrows."""
    wiring = _Wiring(chart, roomy)
    wiring.lay()
    order = chart.arrows
    labels = wiring.labels
    return tuple(wiring.routes[one] for one in order), tuple(labels[one] for one in order if one in labels)


def crossings(one: Route, other: Route) -> int:
    """How often two lines cross; where lines of one source or target part is no crossing."""
    return sum(
        upright.low < level.at < upright.high and level.low < upright.at < level.high
        for first in one.segments
        for second in other.segments
        if first.vertical != second.vertical
        for upright, level in [(first, second) if first.vertical else (second, first)]
    )


@dataclass(frozen=True)
class _Wiring:
    chart: Chart
    roomy: Roomy
    routes: dict[Arrow, Route] = field(default_factory=dict)
    labels: dict[Arrow, Label] = field(default_factory=dict)

    @cached_property
    def ports(self) -> Ports:
        return Ports(self.roomy, {box.key: box.shape for box in self.chart.boxes})

    @cached_property
    def boxes(self) -> tuple[Rect, ...]:
        """What labels keep clear of: the boxes and what stands on their rims."""
        rects = self.roomy.rects
        rims = (place for box in self.chart.boxes if box.key in rects for place in attached(box, rects[box.key]))
        return (*rects.values(), *rims)

    def lay(self) -> None:
        for arrow in self.chart.arrows:
            if line := self.ports.straight(arrow):
                self.routes[arrow] = Route(arrow, line)
        for arrow in self.routes:
            self._write(arrow)
        rest = [arrow for arrow in self.chart.arrows if arrow not in self.routes]
        tracks = Tracks(self.roomy)
        for arrow in sorted(rest, key=self._length):
            self._route(arrow, tracks)
        moved = set(self.chart.arrows)
        for _ in range(ROUNDS):
            # Where nothing has moved since, the search would find the same way again.
            bad = [arrow for arrow in rest if self._troubled(arrow, moved)]
            before = {arrow: self.routes[arrow] for arrow in bad}
            for arrow in bad:
                self.routes.pop(arrow)
                self.labels.pop(arrow, None)
                self._route(arrow, tracks)
            moved = {arrow for arrow in bad if self.routes[arrow] != before[arrow]}
        self._rewrite()

    def _length(self, arrow: Arrow) -> float:
        source, target = self.roomy.rects[arrow.source], self.roomy.rects[arrow.target]
        return abs(source.y - target.y) + abs(source.x - target.x)

    def _route(self, arrow: Arrow, tracks: Tracks) -> None:
        """Lay a line the cheapest way among those that are there."""
        written = [label.rect for label in self.labels.values()]
        known = tuple(self.routes.values())
        route, _ = tracks.grid.way(arrow, self._exits(arrow), self.ports.entries(arrow), known, written)
        self.routes[arrow] = route
        tracks.use(route)
        self._write(arrow)

    def _exits(self, arrow: Arrow) -> tuple[Port, ...]:
        """Where a line may leave its source; a corner of a diamond that another way out has taken costs more."""
        taken = {route.points[0] for other, route in self.routes.items() if other.source == arrow.source}
        return tuple(
            replace(port, cost=port.cost + TAKEN) if port.point in taken else port for port in self.ports.exits(arrow)
        )

    def _write(self, arrow: Arrow) -> None:
        if arrow.label:
            known, written = tuple(self.routes.values()), tuple(self.labels.values())
            self.labels[arrow] = placed_label(self.routes[arrow], known, self.boxes, written)

    def _rewrite(self) -> None:
        """Find better places for labels that lines laid after them came close to, or share a piece with."""
        lines = tuple(self.routes.values())
        for arrow, label in tuple(self.labels.items()):
            others = [other for other in self.labels.values() if other is not label]
            if label_price(label, lines, self.boxes, others):
                self.labels[arrow] = placed_label(self.routes[arrow], lines, self.boxes, others)

    def _troubled(self, arrow: Arrow, moved: Container[Arrow]) -> bool:
        """Whether a line crosses another or runs on it, one of the two having moved."""
        route = self.routes[arrow]
        return any(
            crossings(route, other) or _along(route, other)
            for other in self.routes.values()
            if other is not route and (arrow in moved or other.arrow in moved)
        )


def _along(one: Route, other: Route) -> bool:
    """Whether a line runs on an unrelated one."""
    return not related(one.arrow, other.arrow) and any(
        first.shared(second, NEAR) > 0 for first in one.segments for second in other.segments
    )
