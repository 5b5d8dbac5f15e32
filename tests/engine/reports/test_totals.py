"""Sums over matters."""

from __future__ import annotations

from collections.abc import Callable

from engine.diff.compare import Difference
from engine.reports.totals import Total, totals
from processes.model.matter import Outcome
from processes.model.plan import Switches

Build = Callable[..., Difference]


def whole(total: Total) -> tuple[int, int, int]:
    """Before, after and reduction of a sum that is whole."""
    return int(total.before), int(total.after), int(total.reduction)


def test_sums_are_those_of_the_matters(difference: Build) -> None:
    """C01 and C23 of the samples: 6→4 and 7→7, 9→6 and 16→14, 20→13 工作日 and 90→60 自然日."""
    sums = totals(
        [
            difference(),
            difference(steps=(7, 7), procedures=(16, 14), materials=(0, 0), limits=("90自然日", "60自然日")),
        ],
        Switches(),
    )
    assert [whole(total) for total in sums.four] == [
        (13, 11, 2),
        (25, 20, 5),
        (7, 3, 4),
        (110, 73, 37),
    ]
    assert sums.time_limit.days is None
    assert [(str(part.days), *whole(part)) for part in sums.days] == [("工作日", 20, 13, 7), ("自然日", 90, 60, 30)]


def test_one_kind_of_day_needs_no_split(difference: Build) -> None:
    """The sum itself is in that kind; 即时 has none and changes nothing."""
    sums = totals(
        [difference(), difference(limits=("5工作日", "即时")), difference(limits=("即时", "即时"))], Switches()
    )
    assert (sums.time_limit.days, sums.days) == ("工作日", ())


def test_what_was_saved_counts_in_the_kind_it_was_saved_from(difference: Build) -> None:
    """Natural days that fell to 即时办结, working days of a matter that became 即时."""
    sums = totals([difference(limits=("5工作日", "即时")), difference(limits=("8自然日", "即时"))], Switches())
    assert [whole(part) for part in sums.days] == [(5, 0, 5), (8, 0, 8)]


def test_cancelled_matters_are_in_the_sums_unless_the_city_says_no(difference: Build) -> None:
    """口径.合计含取消; the number of matters always has them."""
    gone = difference(
        outcome=Outcome.CANCELLED, steps=(3, 0), procedures=(5, 0), materials=(4, 0), limits=("5工作日", "无")
    )
    matters = [difference(), gone]
    with_it, without = (totals(matters, Switches(totals_with_cancelled=switch)) for switch in (True, False))
    assert [total.reduction for total in with_it.four] == [5, 8, 8, 12]
    assert [total.reduction for total in without.four] == [2, 3, 4, 7]
    assert (with_it.matters, without.matters, without.cancelled, without.optimised) == (2, 2, 1, 2)


def test_the_reduction_is_summed_matter_by_matter(difference: Build) -> None:
    """附件6 总计.25: a matter without a former limit has days afterwards and no reduction."""
    sums = totals([difference(), difference(limits=("无", "10工作日"))], Switches())
    assert whole(sums.time_limit) == (20, 23, 7)


def test_sums_of_nothing_are_zero_without_a_share() -> None:
    """A department without matters."""
    sums = totals([], Switches())
    assert [(*whole(total), total.percentage) for total in sums.four] == [(0, 0, 0, None)] * 4


def test_every_sum_knows_its_sources(difference: Build) -> None:
    """The matters added up, each once; of a kind of day only those that have it."""
    sums = totals([difference(), difference(number="02", limits=("90自然日", "60自然日"))], Switches())
    assert [str(place) for place in sums.steps.sources] == ["市场监管局/01.yaml:1:1", "市场监管局/02.yaml:1:1"]
    assert [[place.file for place in part.sources] for part in sums.days] == [
        ["市场监管局/01.yaml"],
        ["市场监管局/02.yaml"],
    ]
