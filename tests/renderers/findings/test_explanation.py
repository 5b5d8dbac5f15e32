"""A code explained, and the list of all."""

from __future__ import annotations

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
        "R999 示范规则(警告)\n\n为什么  因为所以。\n怎样改  改一改。\n原文    “方案原文。”\n出处    附件6 注2\n\n"
        "错的写法:\n    甲: 错\n      乙: 错\n\n对的写法:\n    甲: 对\n"
    )


def test_what_a_code_has_not_is_not_shown() -> None:
    """No empty headings."""
    page = explain(REFUSALS["F103"])
    assert "写法:" not in page
    assert "原文" not in page
    assert page.count("\n") == 4


def test_the_list_has_a_line_for_each_code_in_order() -> None:
    """Whatever the order given."""
    items: dict[str, Explained] = {"R999": RULE, **REFUSALS}
    assert list_all(items).splitlines() == sorted(
        f"{item.code}  {item.severity.chinese}  {item.name}" for item in items.values()
    )
