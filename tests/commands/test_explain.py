"""``zaizao explain``: a code, or the list of all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.examining import rule_book
from processes.declaration.refusals import REFUSALS
from processes.rules.elsewhere import ELSEWHERE, Keeper
from renderers.findings.explanation import explain
from tests.commands.conftest import Ran

HAILIN = Path(__file__).parents[2] / "samples" / "hailin"


@pytest.mark.parametrize("code", [*REFUSALS, *rule_book()])
def test_every_code_is_explained(code: str, zaizao: Callable[..., Ran]) -> None:
    """As the renderer explains it, however the code is typed."""
    item = REFUSALS.get(code) or rule_book()[code]
    assert zaizao("explain", code) == Ran(0, explain(item), "")
    assert zaizao("explain", f" {code.lower()} ").out == explain(item)


def test_without_a_code_all_are_listed(zaizao: Callable[..., Ran]) -> None:
    """One line each, under the headings of their kinds; those that no finding has come last."""
    ran = zaizao("explain")
    listed = [line.split()[0] for line in ran.out.splitlines() if line.startswith("  ")]
    assert sorted(listed) == sorted([*REFUSALS, *rule_book(), *ELSEWHERE])
    assert ran.out.startswith("方案和附件\n  R101 ")
    last = ran.out.partition("\n不在检查结果里的编号\n")[2].splitlines()
    assert [line.split()[0] for line in last] == list(ELSEWHERE)
    assert "  R801   附件4、附件6、附件9的事项数一致(由 zaizao reconcile 核对)" in last


@pytest.mark.parametrize("code", ["R999", "甲", "D", "R42O"])
def test_a_code_that_is_none(code: str, zaizao: Callable[..., Ran]) -> None:
    """Exit code 2, and how to see all of them."""
    ran = zaizao("explain", code)
    assert (ran.code, ran.out) == (2, "")
    assert f"没有编号“{code}”" in ran.err
    assert "zaizao explain" in ran.err


def test_a_near_miss_is_guessed(zaizao: Callable[..., Ran]) -> None:
    """The letter O for the digit."""
    assert "是不是「R4" in zaizao("explain", "R42O").err


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("R801", "由 zaizao reconcile 核对,附件都由同一份申报生成"),
        ("r306A", "由程序生成附件时保证:依据一行写一项"),
        ("R303", "由申报的写法保证:类型只能从四种里选,写别的读不进来(D105)。"),
        ("N104", "由申报的写法保证:每个环节至少要写一个程序,程序就不会比环节少(S108)。"),
    ],
)
def test_a_code_of_the_catalogue_without_a_rule(code: str, said: str, zaizao: Callable[..., Ran]) -> None:
    """Who sees to it, however it is typed."""
    ran = zaizao("explain", code)
    assert (ran.code, ran.err) == (0, "")
    assert said in ran.out
    assert "(不单独检查)" in ran.out


def test_what_is_said_of_codes_without_a_rule_is_so(zaizao: Callable[..., Ran]) -> None:
    """None has a rule; the findings named instead exist, and reconcile checks the identities named."""
    known = {*REFUSALS, *rule_book()}
    checked = {line.strip().partition(":")[0] for line in zaizao("reconcile", HAILIN).out.splitlines()}
    assert known.isdisjoint(ELSEWHERE)
    for item in ELSEWHERE.values():
        assert {*item.codes} <= known, item.code
        assert {*item.identities} <= checked, item.code
        assert bool(item.identities) == (not item.how) == (item.keeper is Keeper.RECONCILED), item.code
