"""What is written fits the log it came from, is sound, and can be declared: measured on the text."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.discovery.drafting import ENOUGH, SHARES, Discovered, discovered, named
from engine.discovery.fitting import process_of
from engine.discovery.listing import Added
from engine.nets.compiling import net_of
from engine.soundness.faults import Outcome
from engine.soundness.verdicts import outcome_of
from processes.model.findings import Severity
from processes.model.log import Log
from tests.declaring import Declared
from tests.effort import tried
from tests.flows import checked, matters
from tests.handled import any_tree, disturbed, known, log_of, played, run_of

_dice = st.integers(0, 1 << 30).map(random.Random)


def _cases(*words: str) -> Log:
    """``3 甲乙``: three cases of one letter a step."""
    split = (one.split() for one in words)
    return log_of([tuple(word) for count, word in split for _ in range(int(count))])


def _found(log: Log, *shares: float) -> Discovered:
    return discovered("示范事项", log, known(log), shares or SHARES)


def _is_sound(found: Discovered) -> bool:
    return outcome_of(net_of(process_of(found.text))) is not Outcome.UNSOUND


@settings(max_examples=tried(10))
@given(_dice)
def test_with_nothing_left_out_every_case_fits_exactly(dice: random.Random) -> None:
    """Random trees: what is written can do all that was done, and always comes to an end."""
    tree = any_tree(dice)
    found = _found(log_of([tuple(played(tree, dice)) for _ in range(60)]), 0)
    assert _is_sound(found)
    assert found.fit is None or (found.fit.fitness, found.fit.unfit) == (1, {})


@settings(max_examples=tried(8))
@given(matters(), _dice, st.sampled_from((0, 0.1)))
def test_what_is_found_in_the_cases_of_a_declaration_fits_them(text: str, dice: random.Random, noise: float) -> None:
    """Declarations of any shape, handled at random, with and without slips: at least 0.95, and sound."""
    matter = checked(text)
    assume(matter is not None)
    assert matter is not None
    assume(outcome_of(net_of(matter.before)) is Outcome.SOUND)
    words = [word for _ in range(60) if (word := run_of(matter.before, dice))]
    log, _ = named(log_of([disturbed(word, dice, noise) for word in words]))
    assume(log.activities)
    found = _found(log)
    assert _is_sound(found)
    assert found.fit is None or found.fit.fitness >= ENOUGH


@pytest.mark.parametrize("seed", range(8))
def test_what_is_written_can_be_checked(declare: Callable[[str], Declared], seed: int) -> None:
    """No error of reading or of structure; every mark that is left is mentioned."""
    dice = random.Random(seed)  # noqa: S311 - a sample, no secret
    tree = any_tree(dice)
    found = _found(log_of([tuple(played(tree, dice)) for _ in range(40)]), 0)
    findings = declare(f"# 全文\n{found.text}").findings
    assert [one for one in findings if one.severity is Severity.ERROR] == []
    assert "D118" in [one.code for one in findings]


def _entries(found: Discovered) -> str:
    """流程 and 支线 as written, without comments."""
    lines = found.text.split("  流程:\n")[1].split("  材料:")[0].splitlines()
    return "\n".join(line.split("  #")[0].removeprefix("    ") for line in lines)


def test_the_usual_way_is_the_main_list_and_the_rest_branches_off() -> None:
    """A choice: what most cases do; a way back; a step that few have. Each way out is told with its cases."""
    found = _found(_cases("20 受审决送", "5 受审决否", "4 受补受审决送", "3 受审会决送"), 0)
    assert (
        _entries(found)
        == """- 环节: 受 | 综合股 | 1工作日 | 受
  去向:
    转补: 补
- 环节: 审 | 综合股 | 1工作日 | 审
  去向:
    转会: 会
- 环节: 决 | 综合股 | 1工作日 | 决
  去向:
    转否: 否
- 送 | 综合股 | 1工作日 | 送
  支线:
补:
  - 环节: 补 | 综合股 | 1工作日 | 补
    去向: 受
会:
  - 环节: 会 | 综合股 | 1工作日 | 会
    去向: 决
否:
  - 否 | 综合股 | 1工作日 | 否"""
    )
    assert "转补: 补  # ★ 写明什么情形;记录里 4 次" in found.text
    assert "转否: 否  # ★ 写明什么情形;记录里 5 次" in found.text
    assert found.added == {}


def test_a_block_after_which_is_decided_gets_a_name() -> None:
    """Who decides after an unnamed block would not be said; the name is told."""
    found = _found(_cases("9 受甲乙送", "9 受乙甲送", "2 受甲乙否", "2 受乙甲否"), 0)
    assert found.blocks == ("甲等并联办理",)
    assert "去向:\n    转否: 否\n  并联:" in _entries(found)
    plain = _found(_cases("9 受甲乙送", "9 受乙甲送"), 0)
    assert (plain.blocks, "环节: " in _entries(plain)) == ((), False)


@pytest.mark.parametrize(
    ("words", "added"),
    [
        (["5 甲丙", "5 乙丙"], {"受理": Added.FIRST}),
        (["5 受甲乙送", "5 受乙甲送", "5 受甲送"], {"乙一路办毕": Added.EXIT, "确定是否乙": Added.ENTRY}),
        (["5 受甲送", "5 受送"], {}),
    ],
)
def test_a_step_is_added_only_where_nobody_could_decide(words: list[str], added: dict[str, Added]) -> None:
    """At the very beginning, in a branch of a block; where the step before can decide it does."""
    found = _found(_cases(*words), 0)
    assert found.added == added
    assert found.fit is not None
    assert found.fit.fitness == 1
    assert found.text.count("不计环节: 记录里没有,只表示在这里分情形") == len(added)


def test_rare_ways_are_left_out_as_long_as_the_rest_fits() -> None:
    """One swap in fifty goes; where every third case is another, nothing can be left out."""
    rare = _found(_cases("49 受审决", "1 受决审"))
    assert (rare.share, "并联" in rare.text) == (SHARES[0], False)
    assert rare.fit is not None
    assert rare.fit.unfit == {("受", "决", "审"): 1}
    often = _found(_cases("40 受审决", "20 受决审"))
    assert often.fit is not None
    assert (often.fit.unfit, "并联" in often.text) == ({}, True)


def test_activities_become_names() -> None:
    """Brackets and spaces fold; ``|`` and the words of the format are spelt otherwise; each change is told."""
    log, renamed = named(log_of([("审查(一)", "审查（一）", "甲|乙", "结束")]))
    assert log.traces[0].activities == ("审查(一)", "审查(一)", "甲/乙", "结束环节")
    assert renamed == {"审查（一）": "审查(一)", "甲|乙": "甲/乙", "结束": "结束环节"}


ODD = (
    "#1 受理",
    "- 审查",
    "审查: 复核",
    "1工作日",
    "“签批”",
    "无",
    "環節𠀀",
    "'引号\"",
    "并联",
    "甲、乙",
    "办结",
    "开始",
    "去向：甲",
    "受理",
)


def test_steps_may_be_called_anything(declare: Callable[[str], Declared]) -> None:
    """Signs of YAML, limits, words of the format, rare characters: every case still fits exactly."""
    log, _ = named(log_of([ODD, (ODD[0], *ODD[3:]), (*ODD, *ODD), (*ODD[:4], ODD[5], ODD[4], *ODD[6:])]))
    found = _found(log, 0)
    assert [one for one in declare(f"# 全文\n{found.text}").findings if one.severity is Severity.ERROR] == []
    assert found.fit is not None
    assert found.fit.fitness == 1
