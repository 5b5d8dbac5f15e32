"""A checked process simulated: what it assumes, what comes out, and that every sample runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from engine.simulation.assumptions import Assumptions, Spread
from engine.simulation.modelling import model_of
from engine.simulation.outcome import Outcome
from engine.simulation.simulate import simulate
from engine.simulation.stating import assumed
from engine.simulation.worked_days import worked_days
from processes.calendars.calendar import calendar_of
from processes.checking import check_project
from processes.errors import WrongUsage
from processes.model.process import Process
from tests.declaring import Declared

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
FULL = Spread(1.0, 1.0, 1.0)
"""Every step takes its whole limit."""
ALWAYS = Assumptions(officers=None, spread=FULL, said={"补正": 0.0, "不予受理": 0.0, "不予许可": 0.0})

JOINT = """
    # 不要: 支线
    优化前:
      承办: 综合股
      时限: {limit}
      流程:
        - 受理 | 1工作日 | 形式审查
        - 环节: 联审 | 8工作日
          并联:
            - 甲审 | 公安局 | 5工作日 | 联合踏勘
            - 乙审 | 检测中心 | 20工作日不计时限(检测) | 联合踏勘
        - 送达 | 2工作日 | 送达
      材料: 申请书
"""


def joint(declare: Callable[[str], Declared], limit: str) -> Process:
    """A process with a block whose limit is longer than what is counted of its branches."""
    text = "\n".join(line[4:] for line in JOINT.format(limit=limit).splitlines())
    checked = declare(text.lstrip("\n")).checked
    assert checked.matters, [finding.message for finding in checked.findings]
    return checked.matters[0].before


def main_only(process: Process, assumptions: Assumptions = ALWAYS) -> Outcome:
    """All cases along the main path."""
    ways = {flow.condition: 0.0 for flow in process.flows if flow.kind == "side" and flow.condition}
    return simulate(process, replace(assumptions, said=ways))


def test_limits_add_up_as_the_form_counts_them(declare: Callable[[str], Declared]) -> None:
    """1 + (5 beside 20 not counted, 3 more of the block's own limit) + 2: counted 11, in all 1 + 20 + 3 + 2."""
    outcome = main_only(joint(declare, "11工作日"))
    assert outcome.counted_took.mean == pytest.approx(11)
    assert outcome.whole_took.mean == pytest.approx(26)
    assert outcome.kept == 1.0


def test_a_promise_too_short_is_not_kept(declare: Callable[[str], Declared]) -> None:
    """The same work takes 11 days that are counted; with steps twice as quick it is done in half of that."""
    process = joint(declare, "11工作日")
    halved = main_only(process, replace(ALWAYS, pace=0.5))
    assert halved.counted_took.mean == pytest.approx(5.5)
    slower = main_only(process, replace(ALWAYS, pace=1.2))
    assert slower.kept == 0.0


def test_who_is_outside_is_never_waited_for(declare: Callable[[str], Declared]) -> None:
    """检测中心 has no post, 公安局 and 综合股 have."""
    model = model_of(joint(declare, "11工作日"), Assumptions())
    assert set(model.posts) == {"综合股", "公安局"}
    assert model.outside == ("检测中心",)


def test_nobody_is_busy_while_a_decision_is_on_public_notice(declare: Callable[[str], Declared]) -> None:
    """综合股 goes on with other cases while a result is on notice; with a hearing in it, for half of the time."""
    text = JOINT.format(limit="18工作日").replace("- 送达 |", "- {} | 7工作日 | 公示(法定)\n        - 送达 |")
    lone, heard = (
        declare("\n".join(line[4:] for line in text.format(what).splitlines()).lstrip("\n")).checked.matters[0].before
        for what in ("结果公示", "公示听证")
    )
    found = []
    for process in (lone, heard):
        model = model_of(process, Assumptions(spread=FULL))
        nodes = [model.routes.keys.index(key) for key, step in model.steps.items() if "公示" in step.name]
        found.append([(model.labels[at], model.routes.post[at] >= 0, model.routes.a[at]) for at in nodes])
    assert found == [[("结果公示", False, 7.0)], [("公示听证", True, 3.5), ("公示听证(公示)", False, 3.5)]]


@pytest.mark.parametrize(
    ("row", "free"),
    [
        ("结果公示 | 综合股 | 4工作日 | 张榜、收集意见", 1.0),
        ("审批公示 | 综合股 | 4工作日 | 审批决定、审批公示(法定)", 0.5),
        ("审核 | 综合股 | 4工作日 | 材料审核、实地核查、集体讨论、公示", 0.25),
        ("审核公示 | 综合股 | 4工作日 | 材料审核、张榜", 0.5),
        ("审核 | 综合股 | 4工作日 | 材料审核、实地核查", 0.0),
    ],
)
def test_public_notice_takes_nobody_s_time_whatever_stands_beside_it(
    row: str, free: float, declare: Callable[[str], Declared]
) -> None:
    """Of the four days so many keep nobody busy; the case takes four all the same, and so it is said."""
    text = (
        JOINT.format(limit="15工作日").replace("- 送达 |", f"- {row}\n        - 送达 |").replace("8工作日", "5工作日")
    )
    process = declare("\n".join(line[4:] for line in text.splitlines()).lstrip("\n")).checked.matters[0].before
    outcome = simulate(process, replace(ALWAYS, officers=10_000))
    name = row.partition(" ")[0]
    days = sum(step.work for step in outcome.steps if step.name.startswith(name))
    busy = sum(step.work for step in outcome.steps if step.name == name and free < 1)
    assert (days, busy) == (pytest.approx(4), pytest.approx(4 * (1 - free)))
    told = "".join(assumed(replace(ALWAYS, officers=10_000), [outcome], "", None))
    assert ("只过时间" in told) == (free > 0)


def test_probabilities_above_one_are_refused(declare: Callable[[str], Declared]) -> None:
    """Two ways out of one step."""
    process = joint(declare, "11工作日")
    conditions = [flow.condition for flow in process.flows if flow.source == "受理" and flow.kind == "side"]
    said = dict.fromkeys(conditions, 0.7)
    with pytest.raises(WrongUsage, match="超过了100%"):
        simulate(process, replace(ALWAYS, said=said))


def test_a_case_that_never_ends_is_refused(declare: Callable[[str], Declared]) -> None:
    """Always sent back for 补正."""
    process = joint(declare, "11工作日")
    with pytest.raises(WrongUsage, match="永远办不完"):
        simulate(process, replace(ALWAYS, said={"一次告知补正": 1.0}))


def test_natural_days_of_a_calendar() -> None:
    """2018 began with a holiday on a Monday: the first four working days are 2 to 5 January, the fifth is the 8th."""
    found = worked_days(calendar_of(), 2018).ordinals(np.array([0.0, 3.0, 4.0, 0.0]))
    assert [date.fromordinal(int(day)).day for day in found] == [2, 5, 8, 2]


def sample_processes() -> Iterator[Process]:
    """Both versions of every sample matter."""
    for project in ("hailin", "edge"):
        for one in check_project(SAMPLES / project).matters:
            yield one.before
            if one.after is not None:
                yield one.after


def test_every_sample_runs() -> None:
    """With and without queues: every case ends, ends add up, nothing counted is longer than the whole."""
    for process in sample_processes():
        for assumptions in (Assumptions(cases=20), Assumptions(officers=None)):
            outcome = simulate(process, assumptions)
            assert sum(share for _, share in outcome.ends) == pytest.approx(1)
            assert outcome.counted_took.mean <= outcome.whole_took.mean + 1e-9
            assert outcome.kept is None or 0 <= outcome.kept <= 1
