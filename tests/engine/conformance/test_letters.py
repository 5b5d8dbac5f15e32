"""Tests of what a log can show: named blocks and their steps, steps that are 不计环节, nets with too many markings."""

from __future__ import annotations

import pytest

from engine.conformance import replaying
from engine.conformance.letters import shown, step_names
from engine.conformance.replaying import Replay, replay
from engine.nets.compiling import net_of
from processes.calendars.calendar import calendar_of
from processes.model.log import Event, Log, Trace
from processes.model.process import Process
from renderers.replay import html_format, json_format, text
from tests.flows import checked

BLOCK = """类型: 其他事项
优化前:
  时限: 10工作日
  材料: 无
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 环节: 并联审核 | 业务股 | 6工作日
      并联:
        - 消防审核 | 业务股 | 3工作日 | 核对
        - 环保审核 | 业务股 | 3工作日 | 核对
    - 送达 | 综合股 | 1工作日 | 送达
"""
ARCHIVED = """类型: 其他事项
优化前:
  时限: 10工作日
  材料: 无
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 环节: 归档 | 综合股 | 即时 | 归档
      不计环节: 申请人不必等候
"""


def _process(declaration: str) -> Process:
    """优化前 of the small matter with another 流程."""
    matter = checked(declaration)
    assert matter is not None
    return matter.before


def _replayed(declaration: str, *ways: str) -> Replay:
    """A case for each way, the names of its steps apart by blanks."""
    traces = tuple(Trace(f"A{number}", tuple(map(Event, way.split()))) for number, way in enumerate(ways, 1))
    return replay(Log("办件.csv", traces), _process(declaration), calendar_of())


def _said(found: Replay) -> list[list[str]]:
    """What is wrong with each case, in the order of the cases."""
    return [
        [str(one) for one in way.deviations] for trace in found.log.traces for way in found.ways if trace in way.traces
    ]


@pytest.mark.parametrize(
    ("seen", "visible"),
    [
        ({"受理", "消防审核", "环保审核"}, {"受理", "消防审核", "环保审核", "送达"}),
        ({"受理", "并联审核"}, {"受理", "并联审核", "送达"}),
        ({"受理", "并联审核", "消防审核"}, {"受理", "并联审核", "消防审核", "环保审核", "送达"}),
        (set(), {"受理", "消防审核", "环保审核", "送达"}),
    ],
)
def test_a_named_block_is_seen_by_its_name_or_by_its_steps(seen: set[str], visible: set[str]) -> None:
    """Or by both, where the log has both; a name of neither shows that the steps are what to look for."""
    process = _process(BLOCK)
    what = shown(process, seen)
    assert set(what.steps) == visible
    assert {letter for one in net_of(process).transitions if (letter := what.letter(one))} == visible
    assert set(step_names(process)) == {"受理", "并联审核", "消防审核", "环保审核", "送达"}


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        (("受理 环保审核 消防审核 送达", "受理 消防审核 送达"), [[], ["漏办「环保审核」(应在「消防审核」之后)"]]),
        (("受理 并联审核 送达", "受理 送达"), [[], ["漏办「并联审核」(应在「受理」之后)"]]),
        (
            ("受理 消防审核 环保审核 并联审核 送达", "受理 并联审核 消防审核 环保审核 送达"),
            [[], ["次序颠倒:「并联审核」提前办了(应在「环保审核」之后)"]],
        ),
    ],
)
def test_a_log_of_blocks_and_one_of_their_steps_are_both_replayed(ways: tuple[str, ...], said: list[list[str]]) -> None:
    """Where the log has both names, the block is done after its steps."""
    assert _said(_replayed(BLOCK, *ways)) == said


def test_an_uncounted_step_that_no_case_has_is_not_told_as_skipped() -> None:
    """通报 and 归档 are seldom in the system; the report says that they were not judged."""
    found = _replayed(ARCHIVED, "受理 决定", "受理")
    assert _said(found) == [[], ["漏办「决定」(应在「受理」之后)"]]
    assert found.unlogged == ("归档",)
    note = "「归档」不计环节,办理记录里一次也没有,当作不记录的,不算漏办。"
    assert note in text.render(found, (), "示范事项")
    assert note in html_format.render(found, (), "示范事项")
    assert '"不判漏办的不计环节": [\n    "归档"\n  ]' in json_format.render(found, ())


def test_an_uncounted_step_that_some_cases_have_is_skipped_by_the_others() -> None:
    """The system does keep it: who does not have it did not do it."""
    found = _replayed(ARCHIVED, "受理 决定 归档", "受理 决定")
    assert _said(found) == [[], ["漏办「归档」(应在「决定」之后)"]]
    assert found.unlogged == ()


def test_the_same_is_found_where_markings_are_too_many_to_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """The block has more than three markings: each way is then searched for by itself."""
    ways = ("受理 环保审核 消防审核 送达", "受理 送达", "送达 受理", "别的")
    numbered = _replayed(BLOCK, *ways)
    monkeypatch.setattr(replaying, "MOST_MARKINGS", 3)
    searched = _replayed(BLOCK, *ways)
    assert [way.alignment and way.alignment.cost for way in searched.ways] == [
        way.alignment and way.alignment.cost for way in numbered.ways
    ]
    assert (searched.fitness, searched.undecided) == (numbered.fitness, 0)


def test_what_not_even_a_search_settles_is_told_as_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    """No fitness is made up, and the cases are counted apart."""
    monkeypatch.setattr(replaying, "MOST_MARKINGS", 3)
    monkeypatch.setattr(replaying, "searched", lambda *_: None)
    found = _replayed(BLOCK, "受理 送达", "受理 送达", "受理")
    assert (found.undecided, found.settled, found.fitness, found.conforming) == (3, (), None, 0)
    assert "另有 3 件情况太多、未能判定。" in text.render(found, (), "示范事项")
