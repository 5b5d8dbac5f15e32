"""时限 of one matter as a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings

from processes.checking import check_project
from processes.model.plan import Switches
from renderers.timelines import Picture, time_picture
from tests.declaring import Declared
from tests.effort import tried
from tests.flows import checked, matters
from tests.renderers.timelines.conftest import Told

SAMPLES = Path(__file__).parents[3] / "samples"
Read = Callable[[Picture], list[Told]]
Holds = Callable[[Picture], None]
Declare = Callable[[str], Declared]


def picture_of(declare: Declare, text: str) -> Picture:
    """The picture of a matter laid over the small one."""
    return time_picture(declare(text).checked_matter, Switches(), "示范市示范局")


@pytest.mark.parametrize("project", ["hailin", "edge"])
def test_the_samples_stand_clear(project: str, holds: Holds) -> None:
    """No text on another, none off the page."""
    sample = check_project(SAMPLES / project)
    assert sample.workspace is not None
    for matter in sample.matters:
        holds(time_picture(matter, sample.workspace.plan.switches, "示范市示范局"))


@given(text=matters())
@settings(max_examples=tried(15))
def test_no_text_stands_on_another(text: str, holds: Holds) -> None:
    """Whatever blocks, branches and loops a process has."""
    matter = checked(text)
    assume(matter is not None)
    assert matter is not None
    holds(time_picture(matter, Switches(), "示范市示范局"))


def test_limits_and_steps_are_told(declare: Declare, read: Read) -> None:
    """法定 20, before 10 and after 5: half, 75 % less than the law gives; each step with its days."""
    text = """优化后:
  时限: 5工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 审
    - 决定 | 局领导 | 2工作日 | 签
"""
    words = [told.words for told in read(picture_of(declare, text))]
    assert {"10工作日", "5工作日", "−50%", "法定时限20个工作日", "优化前时限10工作日", "承诺时限5工作日"} <= set(words)
    assert "15天(75.0%)" in words
    assert {"2 审查", "5天", "2 决定", "2天"} <= set(words)
    assert {"机动2天"} <= set(words)


def test_what_is_longer_than_its_limit_is_hatched(declare: Declare) -> None:
    """A branch back is not counted, but a block of 无 with branches of 9 days is longer than 5."""
    block = """优化前:
  时限: {}工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 审
    - 环节: 联审 | 综合股 | 无
      并联:
        - 甲 | 综合股 | 8工作日 | 审
        - 乙 | 业务股 | 2工作日 | 审
  材料: 无
"""
    for days, hatched in ((9, False), (5, True)):
        picture = picture_of(declare, block.format(days))
        assert ("url(#hatch)" in "".join(picture.body)) is hatched


def test_time_that_is_not_counted_is_told_apart(declare: Declare, read: Read, holds: Holds) -> None:
    """Hatched grey below the bar, with a note; the days are those without it."""
    text = """优化前:
  时限: 3工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 审
    - 听证 | 综合股 | 20工作日不计时限(听证) | 听证
    - 决定 | 局领导 | 2工作日 | 签
  材料: 无
"""
    picture = picture_of(declare, text)
    holds(picture)
    words = [told.words for told in read(picture)]
    assert "2 听证(20工作日不计时限)" in words
    assert "url(#stripes)" in "".join(picture.body)
    assert any("“不计时限”的环节所需时间不计入办理时限" in one for one in words)


def test_a_cancelled_matter_says_so(declare: Declare, read: Read, holds: Holds) -> None:
    """One bar, and 取消."""
    picture = picture_of(declare, "优化后: 取消\n")
    holds(picture)
    words = [told.words for told in read(picture)]
    assert words.count("取消") == 3
    assert "承诺时限10工作日" not in words


def test_a_law_in_other_days_is_told_but_not_drawn(declare: Declare, read: Read) -> None:
    """30自然日 on an axis of 工作日, where the city does not convert."""
    text = "法定时限: 30自然日\n优化前:\n  时限: 即时\n  流程:\n    - 受理 | 综合股 | 即时 | 审\n  材料: 无\n"
    words = "".join(told.words for told in read(picture_of(declare, text)))
    assert "30个自然日" in words
