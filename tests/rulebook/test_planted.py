"""Precision and recall of every rule, on defects and near misses planted in generated projects."""

from __future__ import annotations

import random
from importlib import import_module
from pathlib import Path

import pytest

from engine.examining import rule_book
from engine.frozen import RULE as FROZEN
from processes.checking import guards
from processes.model.findings import Severity
from tests.effort import tried
from tests.rulebook.clean import clean
from tests.rulebook.examined_drafts import findings_of
from tests.rulebook.planting import DEFECTS, NEAR_MISSES, Planter

for _file in sorted(Path(__file__).with_name("planted").glob("*.py")):
    import_module(f"tests.rulebook.planted.{_file.stem}")

LEAST = tried(2)
"""Defects, and near misses, of each rule: in the suite each way once."""
# What was filed cannot be planted in declarations: tests/engine/test_frozen.py.
APART = {*guards(), FROZEN.code}
CODES = [code for code, rule in rule_book().items() if code not in APART and (not rule.question or rule.bad)]


def codes_of(code: str, planters: list[Planter]) -> list[tuple[str, set[str]]]:
    """What is found for each of the planted changes: every planter on as many seeds as make ``LEAST`` together."""
    seeds = range(-(-LEAST // max(len(planters), 1)))
    found = []
    for planter in planters:
        for seed in seeds:
            draft = clean(seed)
            planter(draft, random.Random(seed))  # noqa: S311 - nothing secret
            found.append((f"{planter.__name__}, seed {seed}", {finding.code for finding in findings_of(draft, code)}))
    return found


@pytest.mark.parametrize("seed", range(20))
def test_a_clean_project_gives_nothing_to_mend(seed: int) -> None:
    """No false alarm."""
    assert [finding for finding in findings_of(clean(seed)) if finding.severity > Severity.INFO] == []


@pytest.mark.parametrize("code", CODES)
def test_every_planted_defect_is_found(code: str) -> None:
    """At least two ways to break the rule, a project each."""
    assert len(DEFECTS[code]) >= 2, "plant at least two different defects"
    assert [where for where, codes in codes_of(code, DEFECTS[code]) if code not in codes] == []


@pytest.mark.parametrize("code", CODES)
def test_no_near_miss_is_taken_for_a_defect(code: str) -> None:
    """At least two ways to come close, a project each."""
    assert len(NEAR_MISSES[code]) >= 2, "plant at least two different near misses"
    assert [where for where, codes in codes_of(code, NEAR_MISSES[code]) if code in codes] == []
