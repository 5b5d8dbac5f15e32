"""Every rule of the book: its names, its examples, its explanation."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import ModuleType

import pytest

import engine.frozen
import engine.rules
import processes.rules
from engine.examining import rule_book
from processes.checking import guards
from processes.declaration.refusals import REFUSALS
from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope, rules_in
from renderers.findings.explanation import explain
from tests.declaring import DEPARTMENT_FILE, MATTER_FILE, PLAN_FILE, PROJECT_FILE, Declared, parts

FILES = {
    Scope.MATTER: MATTER_FILE,
    Scope.PROCESS: MATTER_FILE,
    Scope.DEPARTMENT: DEPARTMENT_FILE,
    Scope.PROJECT: PROJECT_FILE,
    Scope.WORKSPACE: PLAN_FILE,
}
CODE = re.compile(r"(?:R\d{3}[a-z]?|L\d\d[a-z]?(?:-\d\d?)?|(?:CF|QZ|XX|YS|ZX|FY|XF|N)\d{2,3})$")
FILED = engine.frozen.RULE.code
"""What it finds is not in the declarations alone, so it has no examples: ``tests/engine/test_frozen.py``."""
BOOK = {code: rule for code, rule in rule_book().items() if code not in {*guards(), FILED}}
CHECKED = [rule for rule in BOOK.values() if not rule.question or rule.bad]
ASKED = [rule for rule in BOOK.values() if rule.question]


def lay(rule: Rule, example: str) -> str:
    """An example as laid over the file of the rule's scope; one of several files names them itself."""
    text = example.lstrip("\n")
    return text if text.startswith("==> ") else f"==> {FILES[rule.scope]} <==\n{text}"


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)
def test_the_bad_example_is_found(rule: Rule, examined: Callable[[str], Declared]) -> None:
    """What ``zaizao explain`` shows as wrong is reported, with a message and a way to mend it."""
    found = [finding for finding in examined(lay(rule, rule.bad)).findings if finding.code == rule.code]
    assert found
    assert all(finding.message and finding.hint and finding.place.line for finding in found)


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)
def test_the_good_example_is_not_found(rule: Rule, examined: Callable[[str], Declared]) -> None:
    """What ``zaizao explain`` shows as right is right for the rule, and gives nothing to mend in its own file.

    (A department with a single matter of another type may well have too many offices.)
    """
    text = lay(rule, rule.good)
    files = dict(parts(text))
    assert [
        finding
        for finding in examined(text).findings
        if finding.code == rule.code or (finding.severity > Severity.INFO and finding.place.file in files)
    ] == []


def test_the_exemplary_project_gives_nothing_to_mend(examined: Callable[[str], Declared]) -> None:
    """So what a test finds comes from what it declares."""
    findings = examined(f"==> {PROJECT_FILE} <==\n").findings
    assert [finding for finding in findings if finding.severity > Severity.INFO] == []


@pytest.mark.parametrize("package", [processes.rules, engine.rules], ids=lambda package: package.__name__)
def test_a_rule_lives_in_a_file_of_its_name(package: ModuleType) -> None:
    """``r407_one_window.py`` holds R407, ``l42_1_default_limit.py`` holds L42-1."""
    for code, module in rules_in(package).items():
        name = module.__name__.rpartition(".")[2]  # type: ignore[attr-defined] # it is a module
        assert name.startswith(f"{code.lower().replace('-', '_')}_"), name


def test_codes_are_those_of_the_catalogues() -> None:
    """R: the plan; L and the initials of other laws; N: numbers dressed up. None is that of a refusal."""
    assert [code for code in BOOK if not CODE.match(code)] == []
    assert not BOOK.keys() & REFUSALS.keys()
    assert len(rule_book()) == 1 + len(guards()) + len(rules_in(processes.rules)) + len(rules_in(engine.rules))
    assert FILED in rule_book()


@pytest.mark.parametrize("rule", BOOK.values(), ids=lambda rule: rule.code)
def test_every_rule_can_be_explained(rule: Rule) -> None:
    """Code, name, why and how to mend it; the sentence it comes from and where that stands."""
    page = explain(rule)
    assert page.startswith(f"{rule.code} {rule.name}({rule.severity.chinese})\n")
    assert all(text in page for text in (rule.why, rule.mend, rule.quote, rule.source))
    assert rule.source


@pytest.mark.parametrize("rule", ASKED, ids=lambda rule: rule.code)
def test_what_people_judge_is_a_question(rule: Rule) -> None:
    """It is printed on the check-list."""
    assert rule.question.endswith("?")


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)
def test_a_finding_is_ignored_when_the_plan_says_so(rule: Rule, examined: Callable[[str], Declared]) -> None:
    """规则: 忽略 in 方案.yaml."""
    text = lay(rule, rule.bad)
    head = f"==> {PLAN_FILE} <==\n"
    ignored = f"规则:\n  {rule.code}: 忽略\n"
    laid = text.replace(head, head + ignored, 1) if head in text else head + ignored + text
    assert rule.code not in examined(laid).codes
