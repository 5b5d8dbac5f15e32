"""Every rule: its names, its examples, its explanation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from processes.checking import guards
from processes.declaration.refusals import REFUSALS
from processes.rules.rule import Rule, Scope
from renderers.findings.explanation import explain
from tests.declaring import CALENDAR_FILE, DEPARTMENT_FILE, MATTER_FILE, PLAN_FILE, PROJECT_FILE, Declared

FILES = {
    Scope.MATTER: MATTER_FILE,
    Scope.PROCESS: MATTER_FILE,
    Scope.DEPARTMENT: DEPARTMENT_FILE,
    Scope.PROJECT: PROJECT_FILE,
    Scope.WORKSPACE: PLAN_FILE,
}
WITHOUT_EXAMPLES = {"R313"}
"""Two files are needed to show these."""

RULES = [module.RULE for module in guards().values()]
WITH_EXAMPLES = [rule for rule in RULES if rule.code not in WITHOUT_EXAMPLES]


def lay(rule: Rule, example: str) -> str:
    """An example as laid over the file of the rule's scope."""
    return f"==> {FILES[rule.scope]} <==\n{example.lstrip()}"


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_the_bad_example_is_found(rule: Rule, declare: Callable[[str], Declared]) -> None:
    """What ``zaizao explain`` shows as wrong is reported, with a message and a way to mend it."""
    found = [finding for finding in declare(lay(rule, rule.bad)).findings if finding.code == rule.code]
    assert found
    assert all(finding.message and finding.hint for finding in found)


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_the_good_example_is_not_found(rule: Rule, declare: Callable[[str], Declared]) -> None:
    """What ``zaizao explain`` shows as right is right in every respect."""
    assert declare(lay(rule, rule.good)).codes == []


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_a_rule_blocks_exactly_when_it_says_so(rule: Rule, declare: Callable[[str], Declared]) -> None:
    """A matter with a blocking finding has no process; with any other it has."""
    declared = declare(lay(rule, rule.bad))
    assert bool(declared.checked.matters) != rule.blocks


def test_the_small_project_has_no_findings(declare: Callable[[str], Declared]) -> None:
    """So what a test finds comes from what it declares."""
    everything = f"==> {PROJECT_FILE} <==\n==> {CALENDAR_FILE} <==\n"
    assert declare(everything).codes == []


def test_a_rule_lives_in_a_file_of_its_name() -> None:
    """``s103_exit_unknown.py`` holds S103."""
    for module in guards().values():
        name = module.__name__.rpartition(".")[2]  # type: ignore[attr-defined] # it is a module
        assert name.startswith(f"{module.RULE.code.lower()}_"), name


def test_every_code_is_one_thing() -> None:
    """No rule has the code of another, or of a refusal."""
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert not {rule.code for rule in RULES} & REFUSALS.keys()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_can_be_explained(rule: Rule) -> None:
    """Code, name, why and how to mend it; sources and examples where there are some."""
    page = explain(rule)
    assert page.startswith(f"{rule.code} {rule.name}({rule.severity.chinese})\n")
    assert all(text in page for text in (rule.why, rule.mend, rule.quote, rule.source))


@pytest.mark.parametrize("rule", [rule for rule in WITH_EXAMPLES if not rule.blocks], ids=lambda rule: rule.code)
def test_a_finding_is_ignored_when_the_plan_says_so(rule: Rule, declare: Callable[[str], Declared]) -> None:
    """规则: 忽略 in 方案.yaml."""
    ignored = f"==> {PLAN_FILE} <==\n规则:\n  {rule.code}: 忽略\n{lay(rule, rule.bad)}"
    assert rule.code not in declare(ignored).codes


@pytest.mark.parametrize("rule", [rule for rule in WITH_EXAMPLES if rule.blocks], ids=lambda rule: rule.code)
def test_what_blocks_cannot_be_ignored(rule: Rule, declare: Callable[[str], Declared]) -> None:
    """规则: 忽略 in 方案.yaml: nothing can be made of such a matter, whatever the plan wishes."""
    ignored = f"==> {PLAN_FILE} <==\n规则:\n  {rule.code}: 忽略\n{lay(rule, rule.bad)}"
    assert rule.code in declare(ignored).codes
