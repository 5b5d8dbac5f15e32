"""环节 in their time: one after the other, beside each other, not counted, converted."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from engine.measures import critical_path
from engine.timelines.timeline import MatterTimes, shown_kind, times_of
from processes.checking import check_project
from processes.model.limits import DayKind
from processes.model.plan import Switches
from tests.declaring import Declared

SAMPLES = Path(__file__).parents[3] / "samples"
Declare = Callable[[str], Declared]
PARALLEL = """优化前:
  承办: 综合股
  时限: 20工作日
  流程:
    - 受理 | 1工作日 | 审
    - 环节: 联审 | 9工作日
      并联:
        - 甲 | 2工作日 | 审
        - 依次:
            - 乙 | 5工作日 | 审
            - 丙 | 2工作日 | 审
    - 听证 | 不计时限(听证) | 听证
    - 决定 | 3工作日 | 审
    - 送达 | 即时 | 送
  材料: 无
"""


def times(declare: Declare, text: str, switches: Switches | None = None) -> MatterTimes:
    """The timelines of a matter laid over the small one."""
    return times_of(declare(text).checked_matter, switches or Switches())


def test_branches_run_side_by_side(declare: Declare) -> None:
    """甲 beside 乙 and 丙; the block has 9 days and needs 7, so that 2 more go by before 听证 and 决定."""
    before = times(declare, PARALLEL).before
    told = [(one.step.name, one.start, one.days, one.row) for one in before.stretches]
    assert told == [
        ("受理", 0, 1, 0),
        ("甲", 1, 2, 1),
        ("乙", 1, 5, 0),
        ("丙", 6, 2, 0),
        ("联审", 8, 2, 0),
        ("听证", 10, 0, 0),
        ("决定", 10, 3, 0),
        ("送达", 13, 0, 0),
    ]
    assert (before.path, before.rows, before.end) == (13, 2, 20)


def test_what_is_not_counted_and_what_is_beside_the_path(declare: Declare) -> None:
    """听证 takes no counted time; 甲 is not on the critical path."""
    stretches = {one.step.name: one for one in times(declare, PARALLEL).before.stretches}
    assert [name for name, one in stretches.items() if one.is_excluded] == ["听证"]
    assert [name for name, one in stretches.items() if not one.is_critical and one.days] == ["甲"]


def test_a_cancelled_matter_has_one_timeline(declare: Declare) -> None:
    """优化后 is gone."""
    gone = times(declare, "优化后: 取消\n")
    assert gone.after is None
    assert gone.versions == (gone.before,)


def test_working_days_are_converted_with_the_limits(declare: Declare) -> None:
    """法定 in natural days, 折算: 10 working days are 14 natural ones, a step of 1 day is 1.4."""
    text = "==> 方案.yaml <==\n口径:\n  混合日: 折算\n==> 示范局/01-示范事项.yaml <==\n法定时限: 30自然日\n"
    both = times(declare, text, Switches(mixed_days="折算"))
    assert (both.before.limit.value, both.before.limit.kind) == (14, DayKind.NATURAL)
    assert [one.days for one in both.before.stretches][:2] == [Fraction(7, 5), 7]
    assert both.before.is_converted
    assert shown_kind(both) is DayKind.NATURAL


def test_the_kind_of_day_is_that_of_the_limits(declare: Declare) -> None:
    """None where there is no limit in days at all."""
    assert shown_kind(times(declare, "")) is DayKind.WORKING
    at_once = "优化前:\n  时限: 即时\n  流程:\n    - 受理 | 综合股 | 即时 | 审\n  材料: 无\n"
    assert shown_kind(times(declare, at_once)) is None


@pytest.mark.parametrize("project", ["hailin", "edge"])
def test_the_critical_path_is_as_long_as_its_measure(project: str) -> None:
    """On every version of the samples; rows never run over each other."""
    checked = check_project(SAMPLES / project)
    assert checked.workspace is not None
    for matter in checked.matters:
        both = times_of(matter, checked.workspace.plan.switches)
        for timeline, process in zip(both.versions, (matter.before, matter.after), strict=False):
            assert process is not None
            if not timeline.is_converted:
                assert timeline.path == critical_path.measure(process, Switches()).value
            for row in range(timeline.rows):
                own = [one for one in timeline.stretches if one.row == row and one.days]
                assert all(one.finish <= other.start for one, other in pairwise(own))
