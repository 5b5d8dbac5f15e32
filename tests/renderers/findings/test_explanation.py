"""A code explained, and the list of all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from processes.declaration.refusals import REFUSALS
from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope
from renderers.findings.explanation import Explained, explain, list_all

RULE = Rule(
    code="R999",
    name="示范规则",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    why="因为所以。",
    mend="改一改。",
    quote="方案原文。",
    source="附件6 注2",
    bad="\n甲: 错\n  乙: 错\n",
    good="\n甲: 对\n",
)


def test_a_page_says_everything_about_a_code() -> None:
    """What, how bad, why, how to mend it, the sentence it comes from, and both examples."""
    assert explain(RULE) == (
        "R999 示范规则(警告)\n\n原文    “方案原文。”\n出处    附件6 注2\n为什么  因为所以。\n怎样改  改一改。\n\n"
        "错的写法:\n    甲: 错\n      乙: 错\n\n对的写法:\n    甲: 对\n"
    )


def test_what_a_code_has_not_is_not_shown() -> None:
    """No empty headings."""
    page = explain(REFUSALS["F103"])
    assert "写法:" not in page
    assert "原文" not in page
    assert page.count("\n") == 4


def test_the_files_of_an_example_have_headings() -> None:
    """What steers the tests is put into words."""
    bad = "==> 方案.yaml <==\n# 全文\n规则:\n  R1: 忽略\n==> 局/单位.yaml <==\n# 不要: 编制、全称\n名称: 局\n"
    page = explain(replace(RULE, bad=bad, good="==> 局/单位.yaml <==\n# 删除\n"))
    assert page.endswith(
        "错的写法:\n  方案.yaml:\n    规则:\n      R1: 忽略\n  局/单位.yaml:\n    # 没有写:编制、全称\n    名称: 局\n\n"
        "对的写法:\n  局/单位.yaml:\n    # 没有这个文件\n"
    )


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (date(2004, 7, 1), date.max, "自 2004-07-01 起"),
        (date.min, date(2019, 4, 22), "到 2019-04-22 为止"),
        (date(2004, 7, 1), date(2019, 4, 22), "自 2004-07-01 起,到 2019-04-22 为止"),
    ],
)
def test_law_of_a_time_says_of_which(since: date, until: date, said: str) -> None:
    """What always holds says nothing."""
    assert f"\n有效    {said}\n" in explain(replace(RULE, valid_from=since, valid_until=until))
    assert "有效" not in explain(RULE)


def test_what_people_judge_shows_the_question() -> None:
    """And where it is answered; without examples there are no empty headings."""
    page = explain(replace(RULE, question="真的吗?", bad="", good=""))
    assert "要问的  真的吗?(由人核对" in page
    assert "写法:" not in page


def test_the_list_is_grouped_by_kind() -> None:
    """R, L, other laws, numbers, what reading refuses, S; in each group a line a code, numbers in their order."""
    codes = ["S101", "Z1", "N205", "XX15", "CF09", "L42-10", "L42-2", "R999", "F103", "Y101", "D101"]
    items: dict[str, Explained] = {code: replace(RULE, code=code) for code in codes}
    assert [line.split()[0] for line in list_all(items).split("\n") if line] == [
        *("方案和附件", "R999", "行政许可法", "L42-2", "L42-10", "其他法律", "CF09", "XX15", "数字", "N205"),
        *("写法", "D101", "Y101", "F103", "流程说不说得通", "S101", "其他", "Z1"),
    ]
    assert "  L42-2   警告  示范规则\n" in list_all(items)


def test_questions_are_marked_in_the_list() -> None:
    """They are never found by the check."""
    assert list_all({"R999": replace(RULE, question="真的吗?", bad="")}).endswith("  示范规则(由人核对)\n")
