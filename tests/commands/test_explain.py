"""``zaizao explain``: a code, or the list of all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.examining import rule_book
from processes.declaration.refusals import REFUSALS
from renderers.findings.explanation import explain
from tests.commands.conftest import Ran


@pytest.mark.parametrize("code", [*REFUSALS, *rule_book()])
def test_every_code_is_explained(code: str, zaizao: Callable[..., Ran]) -> None:
    """As the renderer explains it, however the code is typed."""
    item = REFUSALS.get(code) or rule_book()[code]
    assert zaizao("explain", code) == Ran(0, explain(item), "")
    assert zaizao("explain", f" {code.lower()} ").out == explain(item)


def test_without_a_code_all_are_listed(zaizao: Callable[..., Ran]) -> None:
    """One line each, under the headings of their kinds."""
    ran = zaizao("explain")
    listed = [line.split()[0] for line in ran.out.splitlines() if line.startswith("  ")]
    assert sorted(listed) == sorted([*REFUSALS, *rule_book()])
    assert ran.out.startswith("方案和附件\n  R101 ")


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
