"""Tests of replaying: deviations in words, names, days, returns and candidates, on one small process."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from engine.conformance.candidates import candidates
from engine.conformance.naming import How, matched
from engine.conformance.replaying import Replay, replay
from processes.calendars.calendar import calendar_of
from processes.checking import check_project
from processes.model.log import Event, Log, Trace
from processes.model.process import Process

SAMPLE = Path(__file__).parents[3] / "samples" / "hailin"
FILE = "市场监管局/01-食品经营许可证核发(新办).yaml"
WAY = ("受理", "材料审查", "现场核查", "复审", "审批", "制证送达")
"""The main path of the sample, which has 1, 3, 8, 3, 3 and 2 working days."""
MONDAY = datetime(2018, 3, 5)  # noqa: DTZ001 - no zones in logs


@pytest.fixture(scope="module")
def process() -> Process:
    """食品经营许可 before it was improved."""
    return check_project(SAMPLE, lambda file: file == FILE).matters[0].before


def _replayed(process: Process, *ways: tuple[str, ...], timed: bool = False) -> Replay:
    """The ways, a case each; ``timed``: a step a day from a Monday on."""
    traces = tuple(
        Trace(
            f"A{number}",
            tuple(Event(name, MONDAY + timedelta(at) if timed else None) for at, name in enumerate(way)),
        )
        for number, way in enumerate(ways, 1)
    )
    return replay(Log("办件.csv", traces), process, calendar_of())


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (WAY, []),
        (("受理", "材料审查", "现场核查", "审批", "制证送达"), ["漏办「复审」(应在「现场核查」之后)"]),
        ((*WAY[:5], *WAY[4:]), ["多办「审批」(在「复审」之后)"]),
        ((*WAY, "集体讨论"), ["流程里没有的「集体讨论」(在「制证送达」之后)"]),
        (
            ("受理", "现场核查", "材料审查", "复审", "审批", "制证送达"),
            ["次序颠倒:「现场核查」提前办了(应在「材料审查」之后)"],
        ),
        (("受理", "材料审查", "现场核查", "告知整改", *WAY[2:]), []),
    ],
)
def test_what_is_not_as_declared_is_told_in_words(process: Process, way: tuple[str, ...], said: list[str]) -> None:
    """A step at two places is one 次序颠倒, not 漏办 and 多办."""
    (one,) = _replayed(process, way).ways
    assert [str(deviation) for deviation in one.deviations] == said


def test_fitness_is_one_less_the_share_of_the_worst_cost(process: Process) -> None:
    """Six steps in the shortest way of the process and five in the log: one move of eleven is wrong."""
    found = _replayed(process, WAY, tuple(name for name in WAY if name != "复审"))
    fitness = {way.count * len(way.word): way.fitness for way in found.ways}
    shortest = min(way.worst - len(way.word) for way in found.ways)
    assert fitness[6] == 1
    assert fitness[5] == pytest.approx(1 - 1 / (5 + shortest))
    assert found.fitness == pytest.approx(1 - 1 / (5 + 6 + 2 * shortest))
    assert found.conforming == 1


def test_days_are_counted_from_the_step_before_without_days_off(process: Process) -> None:
    """A step a day from Monday 2018-03-05; the last is done on Saturday, a day off: nothing is counted for it."""
    times = _replayed(process, WAY, timed=True).times
    taken = {process.steps[at].name: times.steps[step.key].taken for at, step in enumerate(process.steps[:6])}
    assert taken == {"受理": [], "材料审查": [1], "现场核查": [1], "复审": [1], "审批": [1], "制证送达": [0]}
    assert (times.total.taken, times.total.promised, times.total.late) == ([4], 20, [])


def test_names_that_are_alike_are_matched_once() -> None:
    """办结 is no step; what the user says goes before all."""
    found = matched(
        ["窗口受理", "受理接件", "审查（复）", "办结", "内勤"], ["受理", "审查(复)", "送达"], {"内勤": "送达"}
    )
    assert [(one.step, one.how) for one in found] == [
        ("受理", How.ALIKE),
        ("", How.UNKNOWN),
        ("审查(复)", How.EXACT),
        ("", How.FRAME),
        ("送达", How.SAID),
    ]


def test_returns_are_counted_with_their_cases(process: Process) -> None:
    """告知整改 leads back to 现场核查."""
    found = _replayed(process, ("受理", "材料审查", "现场核查", "告知整改", "现场核查", "告知整改", *WAY[2:]), WAY)
    (one,) = found.returns
    assert (one.source, one.target, one.times, one.cases) == ("告知整改", "现场核查", 2, ("A1",))


def test_what_many_cases_show_is_a_candidate_and_what_one_shows_is_not(process: Process) -> None:
    """At least two cases."""
    short = tuple(name for name in WAY if name != "复审")
    assert candidates(_replayed(process, WAY, short)) == ()
    (one,) = candidates(_replayed(process, WAY, short, short, (*WAY, "集体讨论")))
    assert one.text == "「复审」常被跳过不办"
    assert one.evidence == "办理记录4件中2件(50%),如A2、A3"
