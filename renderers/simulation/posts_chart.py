"""How busy the posts are: a bar a post up to its occupancy, and a line at all it can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from engine.simulation.stating import days_text, share_text
from renderers.simulation.days_chart import fill_of
from renderers.timelines import pen
from renderers.timelines.colours import BANDS, BEYOND, GRID, HEAD_FILL, HEAD_INK, RIM
from renderers.timelines.picture import HATCH

if TYPE_CHECKING:
    from engine.simulation.outcome import PostOutcome, Result

_HEAD, _ROW, _BAR = 18.0, 26.0, 12.0
_SIZE = 9.0
_SIDE, _NAME, _TOLD = 56.0, 150.0, 250.0
_MOST = 2.0
"""Occupancies beyond this are drawn as long as this; the number says how much it is."""


def chart(outcomes: Sequence[Result], left: float, top: float, wide: float) -> tuple[list[str], float]:
    """The chart, and the y below it."""
    title = "岗位占用率（平均要同时办的件数÷能同时办的件数）"
    body = [
        pen.rect(left, top, wide, _HEAD, HEAD_FILL),
        pen.text(title, left + 8, top + _HEAD / 2, _SIZE + 0.5, fill=HEAD_INK, bold=True),
    ]
    start, room = left + _SIDE + _NAME, wide - _SIDE - _NAME - _TOLD
    occupied = [post.occupancy or 0.0 for one in outcomes for post in one.posts]
    reach = min(max([1.0, *occupied]) * 1.05, _MOST)
    y = top + _HEAD
    for index, one in enumerate(outcomes):
        for post in one.posts:
            body.append(pen.rect(left, y, wide, _ROW, BANDS[index % 2]))
            body.append(pen.text(one.label, left + 8, y + _ROW / 2, _SIZE, fill=pen.SMALL))
            lines = pen.lines_of(post.name, _SIZE, _NAME - 10, 2)
            body += pen.paragraph(lines, left + _SIDE, y + _ROW / 2, _SIZE)
            body += _bar(post, start, y + _ROW / 2, room / reach, fill_of(outcomes, index))
            body.append(pen.text(_told(post), start + room + 8, y + _ROW / 2, _SIZE))
            y += _ROW
    for share in (0.0, 0.5, 1.0, 1.5):
        if share <= reach and share != 1:
            body.append(
                pen.line([(start + share * room / reach, top + _HEAD), (start + share * room / reach, y)], GRID)
            )
    full = start + room / reach
    body.append(pen.line([(full, top + _HEAD), (full, y)], BEYOND, 1.4, "4,3"))
    body.append(pen.text("100%", full, top + _HEAD / 2, _SIZE, fill=BEYOND, bold=True, anchor="middle"))
    body.append(pen.rect(left, top, wide, y - top, "none", stroke=RIM))
    return body, y


def _bar(post: PostOutcome, x: float, y: float, unit: float, fill: str) -> Iterator[str]:
    occupancy = post.occupancy
    if occupancy is None:
        return
    shown = min(occupancy, _MOST)
    yield pen.rect(x, y - _BAR / 2, max(min(shown, 1.0) * unit, 1.0), _BAR, fill)
    if shown > 1:
        yield pen.rect(x + unit, y - _BAR / 2, (shown - 1) * unit, _BAR, f"url(#{HATCH})", stroke=BEYOND)


def _told(post: PostOutcome) -> str:
    if post.occupancy is None:
        return f"平均{days_text(post.load)}件同时在办，不排队"
    return f"{share_text(post.occupancy)}，每次等{days_text(post.wait)}天，最多排队{post.longest}件"
