"""What is painted, as values that can be moved about on a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.lines import Route

if TYPE_CHECKING:
    from renderers.flowcharts.layout.labelling import Label
    from renderers.flowcharts.sheets.marks import Mark


@dataclass(frozen=True, slots=True)
class Block:
    """What is painted: marks in their order, lines, labels."""

    marks: tuple[Mark, ...] = ()
    routes: tuple[Route, ...] = ()
    labels: tuple[Label, ...] = ()

    def moved(self, across: float, down: float) -> Block:
        """The same, elsewhere."""
        routes = tuple(_moved(route, across, down) for route in self.routes)
        there = {id(route): moved for route, moved in zip(self.routes, routes, strict=True)}
        labels = tuple(
            replace(
                label,
                route=there.get(id(label.route)) or _moved(label.route, across, down),
                rect=label.rect.moved(across, down),
            )
            for label in self.labels
        )
        return Block(tuple(mark.moved(across, down) for mark in self.marks), routes, labels)

    def under(self, prefix: str) -> Block:
        """The same with other keys, so that two drawings can stand on one page."""
        renamed = {route: _renamed(route, prefix) for route in self.routes}
        return Block(
            tuple(replace(mark, key=f"{prefix}{mark.key}") if mark.key else mark for mark in self.marks),
            tuple(renamed.values()),
            tuple(replace(label, route=renamed[label.route]) for label in self.labels),
        )

    def __add__(self, other: Block) -> Block:
        """Both, the other on top."""
        return Block(self.marks + other.marks, self.routes + other.routes, self.labels + other.labels)


@dataclass(frozen=True, slots=True)
class Panel:
    """A block as wide as the page that begins at y = 0."""

    block: Block
    height: float

    def above(self, other: Panel, gap: float) -> Panel:
        """Both, the other one below."""
        top = self.height + gap
        return Panel(self.block + other.block.moved(0.0, top), top + other.height)


def _moved(route: Route, across: float, down: float) -> Route:
    return Route(route.arrow, tuple((x + across, y + down) for x, y in route.points))


def _renamed(route: Route, prefix: str) -> Route:
    arrow = route.arrow
    return replace(route, arrow=replace(arrow, source=f"{prefix}{arrow.source}", target=f"{prefix}{arrow.target}"))
