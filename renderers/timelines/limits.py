"""时限 of a department: every matter's limit before and after the reform as two bars, the largest cut first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from engine.diff.compare import compare
from engine.diff.comparison import Comparison, compare_all
from engine.reports.numbers import change_text, day_text, percent_text
from engine.reports.totals import Total, Totals, totals
from processes.model.limits import number_text
from processes.model.matter import Outcome
from renderers.flowcharts.measure import width
from renderers.timelines import footing, heading, pen
from renderers.timelines.colours import BANDS, BEYOND, GRID, HEAD_FILL, HEAD_INK, NAVY, RIM
from renderers.timelines.footing import SYMBOL, Symbol
from renderers.timelines.heading import Figure
from renderers.timelines.picture import Picture
from renderers.timelines.scale import Scale, scale_of
from renderers.timelines.sheet import LONG, MARGIN, SHORT, Sheet

if TYPE_CHECKING:
    from processes.model.plan import Switches
    from processes.model.process import CheckedMatter

_NAME, _SIDE = 210.0, 150.0
_SIZE, _TEXT = 9.5, 9.0
_ROW, _BAR = 34.0, 10.0
_AXIS = 18.0
_OLD = "#b9c9da"
_OUTSIDE = 190.0
"""Height of what stands around the rows of a page at most."""


def limits_pictures(
    department: str, matters: Sequence[CheckedMatter], switches: Switches, *, on_paper: bool = False
) -> tuple[Picture, ...]:
    """One picture, or on paper as many pages of A4 (lying) as are needed; none without matters.

    ``department`` is the full name of the unit. Matters of the same cut stand in their own order. Secret ones (涉密)
    are counted in a note and not named, as in the documents.
    """
    shown = [one for one in matters if not one.matter.secret]
    numbers = sorted(compare_all(shown, switches), key=_cut, reverse=True)
    if not numbers:
        return ()
    sums = totals([compare(one, switches) for one in shown], switches)
    most = int((SHORT - _OUTSIDE) // _ROW) if on_paper else len(numbers)
    pages = [numbers[start : start + most] for start in range(0, len(numbers), most)]
    # All pages have the same axis, so that bars can be compared across them.
    longest = max(max(_days(one)) for one in numbers)
    whole = _Whole(department, sums, longest, len(matters) - len(shown), len(pages))
    return tuple(_page(page, whole, index, on_paper=on_paper) for index, page in enumerate(pages, 1))


@dataclass(frozen=True, slots=True)
class _Whole:
    """What all pages of a department have in common; ``hidden`` matters are secret."""

    department: str
    sums: Totals
    longest: Fraction
    hidden: int
    pages: int


def _cut(one: Comparison) -> Fraction:
    """The share by which the limit was cut; what cannot be compared comes last."""
    share = one.time_limit.percentage
    return Fraction(-1000) if share is None else Fraction(share)


def _days(one: Comparison) -> list[Fraction]:
    return [Fraction(days.value or 0) for _, days in one.limits]


def _page(numbers: Sequence[Comparison], whole: _Whole, index: int, *, on_paper: bool) -> Picture:
    name = f"{whole.department}办理时限压缩图" + (f"(第{index}页,共{whole.pages}页)" if whole.pages > 1 else "")
    sheet = Sheet(LONG)
    sheet.put(heading.title(name, MARGIN, sheet.y, sheet.room), 8)
    sheet.put(heading.figures(_figures(whole.sums), MARGIN, sheet.y, sheet.room), 12)
    sheet.put(_chart(numbers, sheet.y, whole.longest), 8)
    sheet.put(footing.legend([*_entries()], MARGIN, sheet.y, sheet.room), 4)
    notes = ["按压缩比例从大到小排列；浅色为优化前，深色为优化后，长短按天数。", *_notes(numbers)]
    if any(part.reduction != part.before - part.after for part in whole.sums.days or (whole.sums.time_limit,)):
        notes.append("合计的减少数是各事项减少数之和，原无时限、单位不同的不相减。")
    if whole.hidden:
        notes.append(f"涉密事项{whole.hidden}项没有列出。")
    sheet.put(footing.notes(notes, MARGIN, sheet.y, sheet.room), 0)
    said = "；".join(f"{one.matter.name}{_text(one)}" for one in numbers)
    height = max(SHORT, sheet.y + MARGIN) if on_paper else sheet.y + MARGIN
    return Picture(name, f"{said}。", LONG, height, tuple(sheet.body))


def _figures(sums: Totals) -> list[Figure]:
    """How many matters, and their limits added up, each kind of day for itself."""
    found = [Figure("事项", "", f"{sums.matters}项")]
    for part in sums.days or (sums.time_limit,):
        unit = f"个{part.days}" if part.days else "天"
        change = _saved_text(part)
        found.append(
            Figure(
                "时限合计",
                number_text(part.before),
                f"{number_text(part.after)}{unit}",
                change,
                is_better=part.reduction >= 0,
            )
        )
    return found


def _saved_text(sum_of: Total) -> str:
    """减12(32.4%): what 附件6 adds up, which is not before − after where a matter had no limit before."""
    if not sum_of.reduction:
        return "不变"
    word = "减" if sum_of.reduction > 0 else "增"
    share = "" if sum_of.percentage is None else f"({percent_text(abs(sum_of.percentage))})"
    return f"{word}{number_text(abs(sum_of.reduction))}{share}"


def _chart(numbers: Sequence[Comparison], top: float, longest: Fraction) -> tuple[list[str], float]:
    left, wide = MARGIN + _NAME, LONG - 2 * MARGIN
    scale = scale_of(longest, left + 8, wide - _NAME - _SIDE - 20)
    begin, end = top + _AXIS, top + _AXIS + len(numbers) * _ROW
    body = [pen.rect(MARGIN, top, wide, _AXIS, HEAD_FILL)]
    heads = ((MARGIN + _NAME / 2, "事项"), (LONG - MARGIN - _SIDE / 2, "优化前→优化后"))
    body += [
        pen.text(words, x, top + _AXIS / 2, _TEXT, fill=HEAD_INK, bold=True, anchor="middle") for x, words in heads
    ]
    body += [
        pen.text(str(day), scale.x(day), top + _AXIS / 2, _TEXT, fill=HEAD_INK, anchor="middle") for day in scale.days()
    ]
    body += [pen.rect(MARGIN, begin + index * _ROW, wide, _ROW, BANDS[index % 2]) for index, _ in enumerate(numbers)]
    body += [pen.line([(scale.x(day), begin), (scale.x(day), end)], GRID, 0.8) for day in scale.days()]
    for index, one in enumerate(numbers):
        body += _row(one, begin + index * _ROW, scale)
    for x in (left, LONG - MARGIN - _SIDE):
        body.append(pen.line([(x, top), (x, end)], RIM, 0.8))
    body.append(pen.rect(MARGIN, top, wide, end - top, "none", stroke=RIM))
    return body, end


def _row(one: Comparison, top: float, scale: Scale) -> Iterator[str]:
    middle = top + _ROW / 2
    yield from pen.paragraph(pen.lines_of(one.matter.name, _SIZE, _NAME - 14, 2), MARGIN + 7, middle, _SIZE)
    law, before, after = _days(one)
    sides = (one.time_limit.before, before, middle - _BAR - 1, _OLD), (one.time_limit.after, after, middle + 1, NAVY)
    for side, days, y, fill in sides:
        if side.value is None:
            continue
        yield pen.rect(scale.left, y, max(scale.x(days) - scale.left, 1.5), _BAR, fill)
    if law and one.statutory.kind in (one.time_limit.before.kind, None):
        yield pen.line([(scale.x(law), top + 3), (scale.x(law), top + _ROW - 3)], BEYOND, 1.6, "3,2")
    x = LONG - MARGIN - _SIDE + 8
    share = one.time_limit.percentage
    change = "" if share is None else change_text(share)
    if not change or width(f"{_text(one)} {change}", _SIZE) > _SIDE - 14:
        lines = (_text(one), change) if change else pen.lines_of(_text(one), _SIZE, _SIDE - 14, 2)
    else:
        lines = (f"{_text(one)} {change}",)
    yield from pen.paragraph(lines, x, middle, _SIZE, bold=True)


def _text(one: Comparison) -> str:
    """20→13工作日, 20工作日→即时办结, 20工作日→取消."""
    before, after = one.time_limit.before, one.time_limit.after
    old, new = day_text(before.value, before.kind), day_text(after.value, after.kind)
    if one.matter.outcome is Outcome.CANCELLED:
        return f"{old}→取消"
    if old == new:
        return new
    return f"{number_text(before.value or 0) if before.kind is after.kind else old}→{new}"


def _entries() -> Iterator[tuple[Symbol, str]]:
    for fill, name in ((_OLD, "优化前"), (NAVY, "优化后")):
        yield _bar(fill), name
    yield (
        lambda x, y: [pen.line([(x + SYMBOL / 2, y - 7), (x + SYMBOL / 2, y + 7)], BEYOND, 1.6, "3,2")],
        "法定时限",
    )


def _bar(fill: str) -> Symbol:
    return lambda x, y: [pen.rect(x, y - 5, SYMBOL, _BAR, fill)]


def _notes(numbers: Sequence[Comparison]) -> Iterator[str]:
    """What the bars do not show."""
    kinds = {days.kind for one in numbers for _, days in one.limits} - {None}
    if len(kinds) > 1:
        yield "有工作日也有自然日，两种日按同样的长短画，单位以文字为准。"
    if any(one.statutory.value and one.statutory.kind is not one.time_limit.before.kind for one in numbers):
        yield "法定时限与办理时限不是同一种日的，没有画。"
