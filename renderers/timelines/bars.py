"""One version of a matter as a bar of its 环节 on the day axis, those that run side by side one below the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from processes.model.limits import number_text
from renderers.flowcharts.measure import clean, width
from renderers.timelines import pen
from renderers.timelines.colours import BEYOND, BLUE, GREY, NAVY, PALE, SPARE
from renderers.timelines.picture import HATCH, STRIPES

if TYPE_CHECKING:
    from engine.timelines.timeline import Stretch, Timeline
    from renderers.timelines.scale import Scale

BAR = 27.0
_APART, _EXCLUDED = 5.0, 16.0
_ABOVE = 15.0
"""Room above the bar for the numbers of what takes no time."""
TEXT = 9.0
_BOX = 36.0
"""Width of the box of time that is not counted, however long it is."""


@dataclass(frozen=True, slots=True)
class Track:
    """Where the bar of a version is drawn: ``top`` and the height of all its rows."""

    timeline: Timeline
    top: float

    @property
    def height(self) -> float:
        """From the numbers above the bar to the last row."""
        return _ABOVE + self.timeline.rows * (BAR + _APART) + len(self.excluded) * (_EXCLUDED + 3) + 3

    @property
    def excluded(self) -> list[Stretch]:
        """The 环节 whose time is not counted."""
        return [one for one in self.timeline.stretches if one.is_excluded]

    def y(self, row: int) -> float:
        """The upper side of a row."""
        return self.top + _ABOVE + row * (BAR + _APART)


def track(timeline: Timeline, top: float, scale: Scale) -> Iterator[str]:
    """The elements of a bar."""
    place = Track(timeline, top)
    yield from _spare(place, scale)
    for stretch in timeline.stretches:
        if stretch.days:
            yield from _stretch(stretch, place, scale)
    yield from _moments(place, scale)
    for _, left, y in _excluded(place, scale):
        yield pen.rect(left, y, _BOX, _EXCLUDED - 3, f"url(#{STRIPES})", stroke=GREY, dash="3,2")


def excluded_names(timeline: Timeline, top: float, scale: Scale) -> Iterator[str]:
    """What the hatched boxes below the bar are called; painted over every line."""
    for stretch, left, y in _excluded(Track(timeline, top), scale):
        (words,) = pen.lines_of(_excluded_name(stretch), TEXT, scale.right + 40 - left - _BOX - 5, 1)
        yield pen.text(words, left + _BOX + 5, y + (_EXCLUDED - 3) / 2, TEXT, halo="#ffffff")


def _spare(place: Track, scale: Scale) -> Iterator[str]:
    """What the limit leaves beyond the critical path, as an empty dashed box."""
    limit, path = place.timeline.limit.value, place.timeline.path
    if limit is not None and limit > path:
        left, right = scale.x(path), scale.x(limit)
        yield pen.rect(left, place.y(0), right - left, BAR, "#ffffff", stroke=SPARE, dash="3,2")
        words = f"机动{number_text(limit - path)}天"
        if width(words, TEXT) <= right - left - 4:
            yield pen.text(words, (left + right) / 2, place.y(0) + BAR / 2, TEXT, fill=pen.SMALL, anchor="middle")


def _stretch(stretch: Stretch, place: Track, scale: Scale) -> Iterator[str]:
    left, right, top = scale.x(stretch.start), scale.x(stretch.finish), place.y(stretch.row)
    fill, rim = (NAVY, "#ffffff") if stretch.is_critical else (PALE, BLUE)
    yield pen.rect(left, top, right - left, BAR, fill, stroke=rim, thickness=1.4 if stretch.is_critical else 1.0)
    limit = place.timeline.limit.value
    ink = "#ffffff" if stretch.is_critical else pen.INK
    if limit is not None and stretch.finish > limit:
        begin = scale.x(max(stretch.start, limit))
        yield pen.rect(begin, top, right - begin, BAR, f"url(#{HATCH})", stroke=BEYOND)
        right, left, ink = (begin, left, ink) if begin - left > right - begin else (right, begin, pen.INK)
    lines = _lines(stretch, right - left - 4)
    middle = (left + right) / 2
    if lines and ink == pen.INK and stretch.is_critical:
        wide = max(width(words, TEXT) for words in lines) + 4
        yield pen.rect(middle - wide / 2, top + 2, wide, BAR - 4, "#ffffff")
    yield from pen.paragraph(lines, middle, top + BAR / 2, TEXT, fill=ink, anchor="middle")


def _lines(stretch: Stretch, room: float) -> tuple[str, ...]:
    """Number and name above the days, or as much of that as there is room for; the table below has it all."""
    name, number, days = clean(stretch.step.name), stretch.step.number, f"{number_text(stretch.days)}天"
    for head in (f"{number} {name}".strip(), name, number):
        if head and max(width(head, TEXT), width(days, TEXT)) <= room:
            return head, days
    return (number,) if number and width(number, TEXT) <= room else ()


def _moments(place: Track, scale: Scale) -> Iterator[str]:
    """What takes no time: a mark on the upper side of the bar, with the numbers or names of all at that time."""
    found: dict[float, list[str]] = {}
    for one in place.timeline.stretches:
        if not one.days and not one.is_excluded:
            found.setdefault(scale.x(one.start), []).append(one.step.number or clean(one.step.name))
    end = float("-inf")
    for x in sorted(found):
        yield pen.diamond(x, place.y(0) - 1, 4.0, "#ffffff", NAVY)
        words = "、".join(found[x])
        wide = width(words, TEXT)
        left = x - wide - 5 if x - wide - 5 > max(end + 3, scale.left - 6) else x + 5
        if left > end + 3:
            yield pen.text(words, left, place.y(0) - 9, TEXT, fill=pen.SMALL)
            end = left + wide


def _excluded(place: Track, scale: Scale) -> Iterator[tuple[Stretch, float, float]]:
    """Time that is not counted, with the left end and the upper side of its box below the bar."""
    for index, stretch in enumerate(place.excluded):
        most = scale.right + 40 - _BOX - width(_excluded_name(stretch), TEXT) - 5
        left = max(scale.left, min(scale.x(stretch.start), most))
        yield stretch, left, place.y(place.timeline.rows) + index * (_EXCLUDED + 3)


def _excluded_name(stretch: Stretch) -> str:
    """The number and the name of what is not counted, and how long it may take if that is said."""
    limit = stretch.step.limit
    amount = "" if limit.amount is None or limit.unit is None else f"{number_text(limit.amount)}{limit.unit}"
    return f"{stretch.step.number} {clean(stretch.step.name)}({amount}不计时限)".strip()
