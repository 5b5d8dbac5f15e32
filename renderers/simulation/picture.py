"""A simulation drawn on one sheet: the numbers it is told in, how the days are spread, how busy the posts are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from engine.reports.numbers import UNCHANGED
from engine.simulation.stating import days_text, share_text
from engine.simulation.together import Together
from processes.model.limits import number_text
from renderers.documents.punctuation import full_width
from renderers.simulation import days_chart, matters_chart, posts_chart
from renderers.timelines import footing, heading
from renderers.timelines.heading import Figure, change_between
from renderers.timelines.picture import Picture
from renderers.timelines.sheet import LONG, MARGIN, Sheet

if TYPE_CHECKING:
    from engine.reports.report import Report
    from engine.simulation.outcome import Result


def picture(report: Report, outcomes: Sequence[Result], *, alone: bool = True) -> Picture:
    """The sheet; ``report`` is that on the same outcomes, whose title stands on it, ``alone`` with its sentences."""
    sheet = Sheet(LONG)
    sheet.put(heading.title(report.title, MARGIN, sheet.y, sheet.room), 8)
    sheet.put(heading.figures([*_figures(outcomes)], MARGIN, sheet.y, sheet.room), 14)
    if together := [one for one in outcomes if isinstance(one, Together)]:
        sheet.put(matters_chart.chart(together, MARGIN, sheet.y, sheet.room), 14)
    sheet.put(days_chart.chart(outcomes, MARGIN, sheet.y, sheet.room), 14)
    sheet.put(posts_chart.chart(outcomes, MARGIN, sheet.y, sheet.room), 10)
    if alone:
        sheet.put(footing.notes([*map(full_width, report.notes)], MARGIN, sheet.y, sheet.room), 0)
    said = report.summary if report.summary.endswith("。") else f"{report.summary}。"
    return Picture(report.title, said, LONG, sheet.y + MARGIN, tuple(sheet.body))


def _figures(outcomes: Sequence[Result]) -> Iterator[Figure]:
    before, after = (outcomes[0] if len(outcomes) > 1 else None), outcomes[-1]
    took = [None if before is None else before.whole_took, after.whole_took]
    (mean, high), (new_mean, new_high) = [(None, None) if one is None else (one.mean, one.high) for one in took]
    assert new_mean is not None
    assert new_high is not None
    for name, old, new in (("平均用时", mean, new_mean), ("九成办件", high, new_high)):
        if old is None:
            yield Figure(name, "", f"{days_text(new)}个工作日")
        else:
            change = change_between(_tenths(old), _tenths(new))
            yield Figure(name, days_text(old), f"{days_text(new)}个工作日", change, is_better=new <= old)
    if after.kept is not None:
        kept = before.kept if before is not None else None
        change = "" if kept is None else _points(kept, after.kept)
        old_share = "" if kept is None else share_text(kept)
        yield Figure(
            "按期办结", old_share, share_text(after.kept), change, is_better=kept is None or after.kept >= kept
        )


def _points(before: float, after: float) -> str:
    """``+3.2个百分点``, 不变."""
    points = Fraction(round(after * 1000) - round(before * 1000), 10)
    return f"{'+' if points > 0 else '−'}{number_text(abs(points))}个百分点" if points else UNCHANGED


def _tenths(days: float) -> Fraction:
    return Fraction(round(days * 10), 10)
