"""SVG elements as text: what time charts and bar charts are drawn with.

Points, y downwards; a text is given by the middle of its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal

from renderers.flowcharts.geometry import Point
from renderers.flowcharts.measure import clean, width, wrap
from renderers.flowcharts.painting.documents import BASELINE
from renderers.flowcharts.painting.dot import number
from renderers.flowcharts.theme import STYLES, Kind

INK, SMALL = STYLES[Kind.PROCESS].ink, STYLES[Kind.PROCESS].small

Anchor = Literal["start", "middle", "end"]


def text(  # noqa: PLR0913 - what and where, and how it looks
    words: str,
    x: float,
    y: float,
    size: float,
    *,
    fill: str = INK,
    bold: bool = False,
    anchor: Anchor = "start",
    halo: str = "",
) -> str:
    """One line whose middle is at ``y``; ``halo`` is the colour of an edge that keeps lines off it."""
    looks = (' font-weight="bold"' if bold else "") + (f' text-anchor="{anchor}"' if anchor != "start" else "")
    looks += f' stroke="{halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"' if halo else ""
    place = f'x="{number(x)}" y="{number(y + BASELINE * size)}" font-size="{number(size)}"'
    return f'<text {place}{looks} fill="{fill}">{escape(clean(words))}</text>'


def paragraph(  # noqa: PLR0913 - as above
    lines: Sequence[str],
    x: float,
    y: float,
    size: float,
    *,
    fill: str = INK,
    bold: bool = False,
    anchor: Anchor = "start",
) -> Iterable[str]:
    """Lines one below the other, the middle of all of them at ``y``."""
    leading = leading_of(size)
    for index, line in enumerate(lines):
        yield text(line, x, y + (index - (len(lines) - 1) / 2) * leading, size, fill=fill, bold=bold, anchor=anchor)


def leading_of(size: float) -> float:
    """From line to line."""
    return size * 1.32


def lines_of(words: str, size: float, room: float, most: int = 0) -> tuple[str, ...]:
    """The text in lines; of more than ``most`` (if given) the last ends in …."""
    lines = wrap(clean(words), size, room)
    if not most or len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width(f"{last}…", size) > room:
        last = last[:-1]
    return (*lines[: most - 1], f"{last}…")


def links_of(words: str, sign: str, size: float, room: float) -> tuple[str, ...]:
    """A chain of names joined by ``sign``, broken into lines behind the sign."""
    lines = [""]
    names = clean(words).split(sign)
    for index, name in enumerate(names):
        link = name if index == len(names) - 1 else f"{name}{sign}"
        if lines[-1] and width(lines[-1] + link, size) > room:
            lines.append("")
        lines[-1] += link
    return tuple(part for one in lines for part in lines_of(one, size, room))


def side_by_side(wanted: Sequence[tuple[float, float]], room: tuple[float, float], gap: float = 8.0) -> list[float]:
    """Where texts, given by middle and width from left to right, begin so that none meets another or leaves the room.

    Of ``room``, its left and right end; ``gap`` is the least distance.
    """
    starts: list[float] = []
    for middle, wide in wanted:
        least = starts[-1] + wanted[len(starts) - 1][1] + gap if starts else room[0]
        starts.append(max(least, middle - wide / 2))
    most = room[1]
    for index in range(len(starts) - 1, -1, -1):
        starts[index] = min(starts[index], most - wanted[index][1])
        most = starts[index] - gap
    return starts


def rect(  # noqa: PLR0913 - as above
    x: float,
    y: float,
    wide: float,
    high: float,
    fill: str,
    *,
    stroke: str = "",
    thickness: float = 1.0,
    radius: float = 0.0,
    dash: str = "",
) -> str:
    """A rectangle by its upper left corner."""
    rim = f' stroke="{stroke}" stroke-width="{number(thickness)}"' if stroke else ""
    rim += f' stroke-dasharray="{dash}"' if dash else ""
    rim += f' rx="{number(radius)}"' if radius else ""
    place = f'x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{number(high)}"'
    return f'<rect {place} fill="{fill}"{rim}/>'


def line(points: Sequence[Point], colour: str, thickness: float = 1.0, dash: str = "", radius: float = 0.0) -> str:
    """A line through the points, its right-angled corners rounded by at most ``radius``."""
    path = [f"M{_point(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        own = min(radius, _length(before, corner) / 2, _length(corner, after) / 2)
        if own > 0:
            path.append(f"L{_point(_towards(corner, before, own))}")
            path.append(f"Q{_point(corner)} {_point(_towards(corner, after, own))}")
        else:
            path.append(f"L{_point(corner)}")
    path.append(f"L{_point(points[-1])}")
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{"".join(path)}" fill="none" stroke="{colour}" stroke-width="{number(thickness)}"{dashes}/>'


def arrow_head(tip: Point, came_from: Point, colour: str, size: float) -> str:
    """A small solid head at ``tip``, pointing away from ``came_from`` (level or upright)."""
    back = _towards(tip, came_from, size)
    half = size * 0.42
    upright = tip[0] == came_from[0]
    one = (back[0] - half, back[1]) if upright else (back[0], back[1] - half)
    other = (back[0] + half, back[1]) if upright else (back[0], back[1] + half)
    return f'<path d="M{_point(tip)}L{_point(one)}L{_point(other)}Z" fill="{colour}"/>'


def diamond(  # noqa: PLR0913 - as above
    x: float, y: float, half: float, fill: str, stroke: str, thickness: float = 1.2
) -> str:
    """A milestone by its middle."""
    corners = (x, y - half), (x + half, y), (x, y + half), (x - half, y)
    path = "M" + "L".join(_point(corner) for corner in corners) + "Z"
    return f'<path d="{path}" fill="{fill}" stroke="{stroke}" stroke-width="{number(thickness)}"/>'


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: Point, goal: Point, by: float) -> Point:
    """``by`` points from ``start`` towards ``goal``, which lies level with it or upright to it."""
    whole = _length(start, goal) or 1.0
    return (start[0] + (goal[0] - start[0]) * by / whole, start[1] + (goal[1] - start[1]) * by / whole)


def _point(point: Point) -> str:
    return f"{number(point[0])},{number(point[1])}"
