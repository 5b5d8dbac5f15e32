"""One version of a project as a network in time (时标网络图): a table of the rows, and their bars on a day axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from processes.model.limits import number_text
from renderers.flowcharts.geometry import Rect, segments
from renderers.flowcharts.measure import clean, width
from renderers.timelines import pen
from renderers.timelines.colours import (
    BANDS,
    BEYOND,
    BLUE,
    GREY,
    GRID,
    HEAD_FILL,
    HEAD_INK,
    LINK,
    MILESTONE,
    NAVY,
    PALE,
    RIM,
)
from renderers.timelines.links import BAR, HALF, Link, Spot, links_of
from renderers.timelines.picture import HATCH
from renderers.timelines.rows import LANE_WIDTH, NAME, NAME_WIDTH, SMALL, Band, Row, bands_of

if TYPE_CHECKING:
    from engine.projects.overview import ProjectVersion
    from engine.projects.schedule import Activity
    from renderers.timelines.scale import Scale

LIMIT_WIDTH = 60.0
TABLE_WIDTH = LANE_WIDTH + NAME_WIDTH + LIMIT_WIDTH
PLOT_LEFT, PLOT_RIGHT = 12.0, 22.0
"""Room in the plot before day 0 and behind the last day."""
_HEAD = 32.0
_TEXT = 8.5
_BESIDE = HALF + 5.0  # from the middle of a milestone to its text
_FAR = 36.0
"""Behind a longer tail a label is too far from its bar."""

_BEYOND_FILL = "#fdf3f2"
CEILING_DASH, TAIL_DASH = "5,3", "2,2"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a network is drawn: from ``left``, ``top`` on, ``wide`` points wide, rows at least ``row`` high."""

    left: float
    top: float
    wide: float
    row: float

    @property
    def plot(self) -> float:
        """Where the table ends and the plot begins."""
        return self.left + TABLE_WIDTH

    @property
    def right(self) -> float:
        """Where the plot ends."""
        return self.left + self.wide


def plot_room(wide: float) -> float:
    """The length of a day axis in a frame so wide."""
    return wide - TABLE_WIDTH - PLOT_LEFT - PLOT_RIGHT


def network(
    version: ProjectVersion, scale: Scale, frame: Frame, prerequisites: Sequence[str]
) -> tuple[list[str], float]:
    """The elements of one version, and the y where they end; ``prerequisites`` (前置要件) stand at day 0."""
    begin = frame.top + _HEAD
    first = begin + (frame.row if prerequisites else 0)
    bands = bands_of(version.schedule, first, frame.row)
    end = bands[-1].top + bands[-1].height if bands else first
    rows = {row.position: row for band in bands for row in band.rows}
    activities = version.schedule.activities
    spots = [
        Spot(scale.x(activity.start), scale.x(activity.finish), rows[index].y)
        for index, activity in enumerate(activities)
    ]
    links = links_of(version.schedule, spots)
    body = [*_grounds(bands, frame, version, scale, (begin, end)), *_heads(version, scale, frame, end)]
    body += _table(bands, activities, frame)
    body += [part for link in sorted(links, key=lambda one: one.is_critical) for part in _link(link)]
    body += [part for activity, spot in zip(activities, spots, strict=True) for part in _tail(activity, spot, scale)]
    body += [
        part for activity, spot in zip(activities, spots, strict=True) for part in _bar(activity, spot, version, scale)
    ]
    text = _prerequisites_text(prerequisites, scale, frame)
    # The line of the ceiling keeps out of the text.
    through = version.ceiling is not None and scale.x(0) + _BESIDE + width(text, _TEXT) > scale.x(version.ceiling) - 2
    top = first if through else begin
    body += _ceiling_line(version, scale, (top, end))
    if prerequisites:
        body += _prerequisites(text, scale, frame, begin)
    lines = [segment.rect for link in links for segment in segments(link.points)]
    if version.ceiling is not None:
        lines.append(Rect(scale.x(version.ceiling), (top + end) / 2, 1.6, end - top))
    labels = _Labels(lines, version, frame.right)
    body += [
        part for activity, spot in zip(activities, spots, strict=True) for part in labels.of(activity, spot, scale)
    ]
    body.append(pen.rect(frame.left, frame.top, frame.wide, end - frame.top, "none", stroke=RIM))
    return body, end


def _grounds(
    bands: Sequence[Band], frame: Frame, version: ProjectVersion, scale: Scale, span: tuple[float, float]
) -> Iterator[str]:
    """Lanes light and white by turns; what is beyond the ceiling tinted; a line for each written day."""
    begin, end = span
    if bands:
        yield pen.rect(frame.left, begin, frame.wide, bands[0].top - begin, "#fffaf0")
    for index, band in enumerate(bands):
        yield pen.rect(frame.left, band.top, frame.wide, band.height, BANDS[index % 2])
    ceiling = version.ceiling
    if ceiling is not None and scale.x(ceiling) < frame.right:
        yield pen.rect(scale.x(ceiling), begin, frame.right - scale.x(ceiling), end - begin, _BEYOND_FILL)
    for day in scale.days():
        yield pen.line([(scale.x(day), begin), (scale.x(day), end)], GRID, 0.8 if day else 1.4)
    for band in bands:
        for row in band.rows[1:]:
            yield pen.line([(frame.left + LANE_WIDTH, row.top), (frame.right, row.top)], GRID, 0.6)
        yield pen.line([(frame.left, band.top), (frame.right, band.top)], RIM, 0.8)


def _heads(version: ProjectVersion, scale: Scale, frame: Frame, end: float) -> Iterator[str]:
    """The head of the table, the written days, how long it takes and the ceiling."""
    yield pen.rect(frame.left, frame.top, frame.wide, _HEAD, HEAD_FILL)
    x = frame.left
    for name, wide in (("牵头部门", LANE_WIDTH), ("办理", NAME_WIDTH), ("时限", LIMIT_WIDTH)):
        yield pen.text(name, x + wide / 2, frame.top + _HEAD / 2, NAME, fill=HEAD_INK, bold=True, anchor="middle")
        x += wide
        yield pen.line([(x, frame.top), (x, end)], RIM, 0.8)
    yield pen.line([(frame.left, frame.top + _HEAD), (frame.right, frame.top + _HEAD)], RIM, 0.8)
    marks = [*_marks(version, scale)]
    low = frame.top + _HEAD - 8
    starts = pen.side_by_side([(mark.x, width(mark.words, _TEXT)) for mark in marks], (frame.plot + 4, frame.right - 4))
    below = pen.side_by_side(
        [(mark.x, width(mark.day, _TEXT)) for mark in marks], (frame.plot + 4, frame.right - 2), 2.0
    )
    for day in scale.days():
        x, half = scale.x(day), width(str(day), _TEXT) / 2 + 2
        if all(
            x + half < under or under + width(mark.day, _TEXT) < x - half
            for mark, under in zip(marks, below, strict=True)
        ):
            yield pen.text(str(day), x, low, _TEXT, fill=HEAD_INK, anchor="middle")
    for mark, start, under in zip(marks, starts, below, strict=True):
        yield pen.text(mark.words, start, frame.top + 9, _TEXT, fill=mark.fill, bold=True)
        yield pen.text(mark.day, under, low, _TEXT, fill=mark.fill, bold=True)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A day that counts: what it is called, and the day itself."""

    x: float
    words: str
    day: str
    fill: str


def _marks(version: ProjectVersion, scale: Scale) -> Iterator[_Mark]:
    """最长路径 and 上限 in order; only one where both are the same day."""
    days, ceiling = version.schedule.days, version.ceiling
    over = ceiling is not None and days > ceiling
    length, limit = (f"{number_text(one)}个{version.schedule.kind}" for one in (days, ceiling or Fraction(0)))
    if days == ceiling:
        yield _Mark(scale.x(days), f"最长路径正好是上限{limit}", number_text(days), NAVY)
        return
    marks = [_Mark(scale.x(days), f"最长路径{length}", number_text(days), BEYOND if over else NAVY)]
    if ceiling is not None:
        marks.append(_Mark(scale.x(ceiling), f"上限{limit}", number_text(ceiling), BEYOND))
    yield from sorted(marks, key=lambda mark: mark.x)


def _prerequisites(text: str, scale: Scale, frame: Frame, top: float) -> Iterator[str]:
    """前置要件: a milestone on day 0, from which the time runs."""
    y = top + frame.row / 2
    yield pen.text("前置要件", frame.left + LANE_WIDTH / 2, y, NAME, bold=True, anchor="middle")
    yield pen.text("申请时已经齐备", frame.left + LANE_WIDTH + 8, y, NAME)
    yield pen.text("第0日", frame.plot - LIMIT_WIDTH / 2, y, NAME, anchor="middle")
    yield pen.diamond(scale.x(0), y, HALF, "#ffffff", MILESTONE, 1.6)
    yield pen.text(text, scale.x(0) + _BESIDE, y, _TEXT, halo="#fffaf0")


def _prerequisites_text(names: Sequence[str], scale: Scale, frame: Frame) -> str:
    """Their names in one line, as far as it goes."""
    return pen.lines_of("、".join(names), _TEXT, frame.right - scale.x(0) - _BESIDE - 7, 1)[0] if names else ""


def _table(bands: Sequence[Band], activities: Sequence[Activity], frame: Frame) -> Iterator[str]:
    for band in bands:
        middle = band.top + band.height / 2
        yield from pen.paragraph(band.name, frame.left + LANE_WIDTH / 2, middle, NAME, bold=True, anchor="middle")
        for row in band.rows:
            yield from _cells(row, activities[row.position], frame)


def _cells(row: Row, activity: Activity, frame: Frame) -> Iterator[str]:
    left, critical = frame.left + LANE_WIDTH, activity.is_critical
    yield pen.text(str(row.number), left + 16, row.y, SMALL, fill=pen.SMALL, anchor="end")
    name, others = len(row.name) * pen.leading_of(NAME), len(row.others) * pen.leading_of(SMALL)
    yield from pen.paragraph(row.name, left + 22, row.y - others / 2, NAME, bold=critical)
    yield from pen.paragraph(row.others, left + 22, row.y + name / 2, SMALL, fill=pen.SMALL)
    yield pen.text(limit_text(activity), frame.plot - LIMIT_WIDTH / 2, row.y, NAME, bold=critical, anchor="middle")


def limit_text(activity: Activity) -> str:
    """The limit as declared, short: 7工作日, 即时, 无, 不计时限."""
    return "不计时限" if activity.limit.excluded else str(activity.limit)


def _link(link: Link) -> Iterator[str]:
    colour, thick = (NAVY, 2.0) if link.is_critical else (LINK, 1.0)
    tip, before = link.points[-1], link.points[-2]
    yield pen.line(link.points, colour, thick, radius=4.0)
    yield pen.arrow_head(tip, before, colour, 6.0 if link.is_critical else 5.0)


def _tail(activity: Activity, spot: Spot, scale: Scale) -> Iterator[str]:
    """总时差: a thin line at the foot of the bar as far as the row may slip."""
    if activity.slack:
        y, end = spot.y + BAR / 2 - 1, scale.x(activity.finish + activity.slack)
        yield pen.line([(spot.right, y), (end, y)], GREY, 1.0, TAIL_DASH)
        yield pen.line([(end, y - 4), (end, y + 1)], GREY, 1.0)


def _bar(activity: Activity, spot: Spot, version: ProjectVersion, scale: Scale) -> Iterator[str]:
    """The bar; its part beyond the ceiling hatched; a milestone for what takes no time."""
    fill, rim, thick = (NAVY, NAVY, 2.0) if activity.is_critical else (PALE, BLUE, 1.1)
    if spot.is_milestone:
        yield pen.diamond(spot.left, spot.y, HALF, fill, rim)
        return
    top = spot.y - BAR / 2
    yield pen.rect(spot.left, top, spot.right - spot.left, BAR, fill, stroke=rim, thickness=thick)
    if version.ceiling is not None and activity.finish > version.ceiling:
        left = scale.x(max(activity.start, version.ceiling))
        rim = BEYOND if activity.is_critical else BLUE
        yield pen.rect(left, top, spot.right - left, BAR, f"url(#{HATCH})", stroke=rim, thickness=thick)


def _ceiling_line(version: ProjectVersion, scale: Scale, span: tuple[float, float]) -> Iterator[str]:
    if version.ceiling is not None:
        x = scale.x(version.ceiling)
        yield pen.line([(x, span[0]), (x, span[1])], BEYOND, 1.6, CEILING_DASH)


class _Labels:
    """What stands in the bars, or beside them where no line runs; else the table alone tells it."""

    def __init__(self, lines: Sequence[Rect], version: ProjectVersion, right: float) -> None:
        self._lines = lines
        self._ceiling = version.ceiling
        self._right = right

    def of(self, activity: Activity, spot: Spot, scale: Scale) -> Iterator[str]:
        days = _days_text(activity)
        texts = (f"{clean(activity.task.name)} {days}", days)
        over = self._ceiling is not None and activity.finish > self._ceiling
        split = scale.x(max(activity.start, self._ceiling)) if self._ceiling is not None and over else spot.right
        for words in texts:
            wide = width(words, _TEXT)
            if wide <= split - spot.left - 6:
                fill = "#ffffff" if activity.is_critical else pen.INK
                yield pen.text(words, (spot.left + split) / 2, spot.y, _TEXT, fill=fill, anchor="middle")
                return
            if wide <= spot.right - split - 8:
                middle = (split + spot.right) / 2
                yield pen.rect(middle - wide / 2 - 2, spot.y - BAR / 2 + 1.5, wide + 4, BAR - 3, "#ffffff")
                yield pen.text(words, middle, spot.y, _TEXT, bold=activity.is_critical, anchor="middle")
                return
        if float(activity.slack) * scale.per_day > _FAR:
            return
        begin = scale.x(activity.finish + activity.slack) + (HALF if spot.is_milestone else 0) + 5
        for words in texts:
            wide = width(words, _TEXT)
            rect = Rect(begin + wide / 2, spot.y, wide, _TEXT * 1.2)
            if rect.right < self._right - 3 and not any(line.meets(rect, 1.5) for line in self._lines):
                yield pen.text(words, begin, spot.y, _TEXT)
                return


def _days_text(activity: Activity) -> str:
    return f"{number_text(activity.days)}天" if activity.days else limit_text(activity)


def longest(versions: Sequence[ProjectVersion]) -> Fraction:
    """The most days that any of the versions, or its ceiling, needs on the axis."""
    return max(max(one.schedule.days, one.ceiling or Fraction(0)) for one in versions)
