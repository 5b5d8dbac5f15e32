"""时限: one matter on the day axis, before and after the reform, against its own limit and that of the law."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from engine.reports.numbers import change_text, day_text, percent_text
from engine.timelines.timeline import MatterTimes, Timeline, shown_kind, times_of
from processes.model.limits import number_text
from processes.model.matter import VersionLabel
from renderers.flowcharts.measure import width
from renderers.timelines import footing, heading, pen
from renderers.timelines.bars import TEXT, Track, excluded_names, track
from renderers.timelines.colours import BANDS, BEYOND, BLUE, GREY, GRID, HEAD_FILL, HEAD_INK, NAVY, PALE, RIM, SPARE
from renderers.timelines.footing import SYMBOL, Symbol
from renderers.timelines.heading import Figure
from renderers.timelines.network import CEILING_DASH
from renderers.timelines.picture import HATCH, STRIPES, Picture
from renderers.timelines.scale import Scale, scale_of
from renderers.timelines.sheet import LONG, MARGIN, Sheet
from renderers.timelines.steps_table import steps_table

if TYPE_CHECKING:
    from processes.model.plan import Switches
    from processes.model.process import CheckedMatter

_LABEL = 92.0
_AXIS, _OWN = 36.0, 14.0
PROMISES = {VersionLabel.BEFORE: "优化前时限", VersionLabel.AFTER: "承诺时限"}
"""The limit of a version by the names of 附件6 column 23 and 附件7."""


def time_picture(checked: CheckedMatter, switches: Switches, department: str) -> Picture:
    """The picture of a matter; ``department`` is the full name of the unit that handles it."""
    times = times_of(checked, switches)
    marking = f"【{times.matter.marking}】" if times.matter.secret else ""
    name = f"{marking}{times.matter.name}时限图(优化前后对比)"
    sheet = Sheet(LONG)
    sheet.put(heading.title(name, MARGIN, sheet.y, sheet.room), 8)
    sheet.put(heading.facts(_facts(times, department), MARGIN, sheet.y, sheet.room), 10)
    sheet.put(heading.figures(figures_of(times), MARGIN, sheet.y, sheet.room), 14)
    sheet.put(_chart(times, sheet.y), 12)
    _put_tables(sheet, times)
    entries = [*_entries(times)]
    sheet.put(footing.legend(entries, MARGIN, sheet.y, sheet.room), 4)
    sheet.put(footing.notes([*_notes(times)], MARGIN, sheet.y, sheet.room), 0)
    return Picture(name, _description(times), LONG, sheet.y + MARGIN, tuple(sheet.body))


def _facts(times: MatterTimes, department: str) -> list[tuple[str, str]]:
    matter = times.matter
    return [
        ("单位名称", department),
        ("事项", matter.name),
        ("法定时限", matter.statutory.limit.official),
        ("优化前时限", matter.before.limit.official),
        ("承诺时限", matter.after.limit.official if matter.after else "取消"),
    ]


def figures_of(times: MatterTimes) -> list[Figure]:
    """时限, and its share of the law's; how long the steps take on the critical path."""
    limits, before, after = times.limits, times.before, times.after
    change = "" if limits.percentage is None else change_text(limits.percentage)
    sides = [day_text(one.value, one.kind) for one in (limits.before, limits.after)]
    better = limits.reduction is None or limits.reduction >= 0
    found = [Figure("时限", sides[0], sides[1] if after else "取消", change, is_better=better)]
    if after:
        change = heading.change_between(before.path, after.path)
        paths = [day_text(one.path, one.limit.kind) for one in (before, after)]
        found.append(Figure("环节最长路径", paths[0], paths[1], change, is_better=after.path <= before.path))
        law, promise = times.statutory, after.limit
        if law.value and promise.value is not None and promise.kind in (law.kind, None):
            saved = Fraction(law.value) - Fraction(promise.value)
            word = "比法定少" if saved >= 0 else "比法定多"
            share = percent_text(abs(saved) / Fraction(law.value))
            found.append(Figure(word, "", f"{number_text(abs(saved))}天({share})", is_better=saved >= 0))
    return found


def _chart(times: MatterTimes, top: float) -> tuple[list[str], float]:
    """Axis, the bar of each version with its limit, and the limit of the law through both."""
    law = _statutory(times)
    ends = [one.end for one in times.versions] + ([law] if law is not None else [])
    left, right = MARGIN + _LABEL + 12, LONG - MARGIN - 46
    scale = scale_of(max(ends), left, right - left)
    begin = y = top + _axis_height(law)
    grounds, tracks, names = [], [], []
    for index, timeline in enumerate(times.versions):
        high = Track(timeline, y).height + _OWN
        grounds.append(pen.rect(MARGIN, y, LONG - 2 * MARGIN, high, BANDS[index]))
        tracks += [*_label(timeline, y, high), *track(timeline, y + _OWN, scale)]
        if timeline.limit.value is not None:
            x = scale.x(Fraction(timeline.limit.value))
            tracks.append(pen.line([(x, y + _OWN), (x, Track(timeline, y + _OWN).y(timeline.rows))], NAVY, 2.2))
            names.append(_promise(timeline, scale, y + 8))
        names += excluded_names(timeline, y + _OWN, scale)
        y += high
        tracks.append(pen.line([(MARGIN, y), (LONG - MARGIN, y)], RIM, 0.8))
    if times.after is None:
        tracks.append(pen.text("优化后", MARGIN + _LABEL / 2, y + 14, 11.0, bold=True, anchor="middle"))
        tracks.append(pen.text("取消", left, y + 14, 11.0, bold=True))
        y += 28
    days = [pen.line([(scale.x(day), begin), (scale.x(day), y)], GRID, 0.8) for day in scale.days()]
    body = [*grounds, *days, *_axis(scale, law, shown_kind(times) or "天", top), *tracks]
    if law is not None:
        body.append(pen.line([(scale.x(law), begin), (scale.x(law), y)], BEYOND, 1.6, CEILING_DASH))
    body += [*names, pen.rect(MARGIN, top, LONG - 2 * MARGIN, y - top, "none", stroke=RIM)]
    return body, y


def _statutory(times: MatterTimes) -> Fraction | None:
    """法定时限, if it is in the days of the axis."""
    law = times.statutory
    return Fraction(law.value) if law.value and shown_kind(times) in (law.kind, None) else None


def _axis(scale: Scale, law: Fraction | None, unit: str, top: float) -> Iterator[str]:
    high = _axis_height(law)
    yield pen.rect(MARGIN, top, LONG - 2 * MARGIN, high, HEAD_FILL)
    yield pen.text(unit, MARGIN + 8, top + high - 9, TEXT, fill=HEAD_INK, bold=True)
    low = top + high - 9
    for day in scale.days():
        if law is None or abs(scale.x(day) - scale.x(law)) > 13:  # noqa: PLR2004 - the width of a number
            yield pen.text(str(day), scale.x(day), low, TEXT, fill=HEAD_INK, anchor="middle")
    if law is not None:
        words = f"法定时限{number_text(law)}个{unit}" if unit != "天" else f"法定时限{number_text(law)}天"
        start = pen.side_by_side([(scale.x(law), width(words, TEXT))], (MARGIN, LONG - MARGIN - 4))[0]
        yield pen.text(words, start, top + 10, TEXT, fill=BEYOND, bold=True)
        yield pen.text(number_text(law), scale.x(law), low, TEXT, fill=BEYOND, bold=True, anchor="middle")


def _axis_height(law: Fraction | None) -> float:
    """Days alone, or below what the limit of the law is called."""
    return _AXIS if law is not None else _AXIS / 2


def _label(timeline: Timeline, top: float, high: float) -> Iterator[str]:
    middle = MARGIN + _LABEL / 2
    yield pen.text(timeline.label, middle, top + high / 2 - 8, 11.0, bold=True, anchor="middle")
    limit = day_text(timeline.limit.value, timeline.limit.kind)
    yield pen.text(limit, middle, top + high / 2 + 8, 10.0, anchor="middle")
    yield pen.line([(MARGIN + _LABEL, top), (MARGIN + _LABEL, top + high)], RIM, 0.8)


def _promise(timeline: Timeline, scale: Scale, y: float) -> str:
    """What the line of the version's limit is called."""
    limit = timeline.limit
    words = f"{PROMISES[timeline.label]}{day_text(limit.value, limit.kind)}"
    middle = scale.x(Fraction(limit.value or 0))
    start = pen.side_by_side([(middle, width(words, TEXT))], (scale.left - 6, LONG - MARGIN - 4))[0]
    return pen.text(words, start, y, TEXT, fill=NAVY, bold=True, halo="#ffffff")


def _put_tables(sheet: Sheet, times: MatterTimes) -> None:
    """The steps of both versions side by side."""
    gap = 14.0
    wide = (sheet.room - gap) / 2
    drawn = [
        steps_table(timeline, MARGIN + index * (wide + gap), sheet.y, wide)
        for index, timeline in enumerate(times.versions)
    ]
    sheet.put(([part for body, _ in drawn for part in body], max(end for _, end in drawn)), 10)


def _entries(times: MatterTimes) -> Iterator[tuple[Symbol, str]]:
    """The legend: what occurs."""
    stretches = [one for timeline in times.versions for one in timeline.stretches]
    limits = [(one.limit.value, one.path) for one in times.versions]
    if any(one.is_critical and one.days for one in stretches):
        yield _box(NAVY, NAVY), "最长路径上的环节"
    if any(not one.is_critical and one.days for one in stretches):
        yield _box(PALE, BLUE), "同时进行的其他环节"
    if any(not one.days and not one.is_excluded for one in stretches):
        yield lambda x, y: [pen.diamond(x + SYMBOL / 2, y, 4.0, "#ffffff", NAVY)], "不占天数的环节"
    if any(one.is_excluded for one in stretches):
        yield _box(f"url(#{STRIPES})", GREY, "3,2"), "不计时限"
    if any(limit is not None and limit > path for limit, path in limits):
        yield _box("#ffffff", SPARE, "3,2"), "机动时间"
    if any(limit is not None and limit < path for limit, path in limits):
        yield _box(f"url(#{HATCH})", BEYOND), "超过时限的部分"
    if any(limit is not None for limit, _ in limits):
        yield lambda x, y: [pen.line([(x + SYMBOL / 2, y - 8), (x + SYMBOL / 2, y + 8)], NAVY, 2.2)], "优化前、承诺时限"
    if _statutory(times) is not None:
        yield (
            lambda x, y: [pen.line([(x + SYMBOL / 2, y - 8), (x + SYMBOL / 2, y + 8)], BEYOND, 1.6, CEILING_DASH)],
            "法定时限",
        )


def _box(fill: str, rim: str, dash: str = "") -> Symbol:
    return lambda x, y: [pen.rect(x, y - 6, SYMBOL, 12, fill, stroke=rim, dash=dash)]


def _notes(times: MatterTimes) -> Iterator[str]:
    """How it is reckoned, and only what occurs."""
    yield "各环节在前面的环节办完后立即开始，并联的各路同时进行；支线和退回不在图上。"
    if any(one.is_excluded for timeline in times.versions for one in timeline.stretches):
        yield "“不计时限”的环节所需时间不计入办理时限，画在下方，长短不按比例。"
    if any(one.is_converted for one in times.versions):
        yield "工作日按7/5折成自然日；时限不足1日的按1日算。"
    if times.statutory.value and _statutory(times) is None:
        yield f"法定时限{day_text(times.statutory.value, times.statutory.kind)}与办理时限不是同一种日，没有画在图上。"


def _description(times: MatterTimes) -> str:
    """The picture in sentences."""
    said = [f"法定时限{times.matter.statutory.limit.official}。"]
    for timeline in times.versions:
        steps = "、".join(f"{one.step.name}{one.step.limit}" for one in timeline.stretches)
        said.append(f"{timeline.label}{day_text(timeline.limit.value, timeline.limit.kind)}：{steps}。")
    if times.after is None:
        said.append("优化后取消。")
    return "".join(said)
