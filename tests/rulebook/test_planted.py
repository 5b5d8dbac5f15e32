"""Precision and recall of every rule, on defects and near misses planted in generated projects."""

from __future__ import annotations

import random
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from engine.examining import examine, rule_book
from engine.frozen import RULE as FROZEN
from processes.checking import check_project, guards
from processes.model.findings import Finding, Severity
from tests.rulebook.clean import Draft, clean, write_draft
from tests.rulebook.planting import DEFECTS, NEAR_MISSES, Planter

for _file in sorted(Path(__file__).with_name("planted").glob("*.py")):
    import_module(f"tests.rulebook.planted.{_file.stem}")

LEAST = 10
"""Defects, and near misses, of each rule."""
# What was filed cannot be planted in declarations: tests/engine/test_frozen.py.
APART = {*guards(), FROZEN.code}
CODES = [code for code, rule in rule_book().items() if code not in APART and (not rule.question or rule.bad)]


def findings_of(draft: Draft, code: str = "") -> tuple[Finding, ...]:
    """What the rule book, or its rule ``code`` alone, finds in it; everything in it must hold together."""
    with TemporaryDirectory() as folder:
        checked = check_project(write_draft(draft, Path(folder)))
    assert checked.workspace is not None, checked.findings
    return examine(checked, wanted=(lambda one: one == code) if code else None).findings


def codes_of(code: str, planters: list[Planter]) -> list[tuple[str, set[str]]]:
    """What is found for each of the planted changes: every planter on as many seeds as make ten together."""
    seeds = range(-(-LEAST // max(len(planters), 1)))
    found = []
    for planter in planters:
        for seed in seeds:
            draft = clean(seed)
            planter(draft, random.Random(seed))  # noqa: S311 - nothing secret
            found.append((f"{planter.__name__}, seed {seed}", {finding.code for finding in findings_of(draft, code)}))
    return found


@cache
def clean_findings(seed: int) -> tuple[Finding, ...]:
    """What is found in a clean project."""
    return findings_of(clean(seed))


@pytest.mark.parametrize("seed", range(20))
def test_a_clean_project_gives_nothing_to_mend(seed: int) -> None:
    """No false alarm."""
    assert [finding for finding in clean_findings(seed) if finding.severity > Severity.INFO] == []


@pytest.mark.parametrize("code", CODES)
def test_every_planted_defect_is_found(code: str) -> None:
    """At least two ways to break the rule, ten projects."""
    assert len(DEFECTS[code]) >= 2, "plant at least two different defects"
    assert [where for where, codes in codes_of(code, DEFECTS[code]) if code not in codes] == []


@pytest.mark.parametrize("code", CODES)
def test_no_near_miss_is_taken_for_a_defect(code: str) -> None:
    """At least two ways to come close, ten projects."""
    assert len(NEAR_MISSES[code]) >= 2, "plant at least two different near misses"
    assert [where for where, codes in codes_of(code, NEAR_MISSES[code]) if code in codes] == []
