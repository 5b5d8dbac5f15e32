"""The page of all rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from engine.examining import rule_book
from renderers.findings.explanation import grouped
from tests.rulebook.rules_page import PAGE, page


def test_the_page_of_all_rules_is_made_from_them(golden: Callable[[str, Path], None]) -> None:
    """A section a rule; the same rules give the same page, in whatever order they come."""
    rules = rule_book()
    text = page(rules)
    assert page({code: rules[code] for code in reversed(list(rules))}) == text
    titles = [line.split()[1] for line in text.split("\n") if line.startswith("### ")]
    assert titles == [item.code for _, every in grouped(rules) for item in every]
    assert sorted(titles) == sorted(rules)
    golden(text, PAGE)


def test_a_section_says_everything_about_a_rule() -> None:
    """Sentence, source, why, how to mend it, the question if there is one, and the examples file by file."""
    rule = replace(
        rule_book()["R420"], question="真的吗?", bad="==> 方案.yaml <==\n甲: 乙\n", good="丙: 丁", why="一行\n又一行"
    )
    text = page({"R420": rule})
    assert "### R420 环节时限之和与总时限不符（错误）\n\n- 原文：“最大限度压缩工作时限”\n- 出处：工作方案" in text
    assert "- 为什么：一行 又一行\n" in text
    assert "- 要问的：真的吗?" in text
    assert "错的写法：\n\n`方案.yaml`\n\n```yaml\n甲: 乙\n```\n\n对的写法：\n\n```yaml\n丙: 丁\n```\n" in text
