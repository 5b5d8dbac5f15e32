"""Keys of the units of a build: what they depend on is in them, and hashed once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from commands import _keys
from commands._keys import keys_of
from commands._products import CITY, units_of
from processes.checking import Checked, check_project
from processes.model.plan import Plan

SAMPLE = Path(__file__).parents[2] / "samples" / "edge"


def keyed(checked: Checked) -> dict[str, str]:
    """Name of a unit → its key."""
    units = list(units_of(checked))
    return dict(zip((unit.name for unit in units), keys_of(units, checked), strict=True))


def test_the_plan_and_the_departments_are_hashed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is part of every unit; there are some two units a matter."""
    hashed: Counter[str] = Counter()
    own = _keys._hash  # noqa: SLF001 - what is counted

    def counted(value: object) -> str:
        hashed[type(value).__name__] += 1
        return own(value)

    monkeypatch.setattr(_keys, "_hash", counted)
    checked = check_project(SAMPLE)
    keyed(checked)
    assert checked.workspace is not None
    assert hashed == {
        "CheckedMatter": len(checked.matters),
        "Plan": 1,
        "Department": len(checked.workspace.departments),
    }


def test_what_a_plan_says_is_in_the_keys_of_what_depends_on_it() -> None:
    """The city's forms and those of each department, but not the charts; an equal plan gives the same keys."""
    checked = check_project(SAMPLE)
    before = keyed(checked)
    assert keyed(check_project(SAMPLE)) == before
    workspace = checked.workspace
    assert workspace is not None
    plan: Plan = replace(workspace.plan, city="别的市")
    after = keyed(replace(checked, workspace=replace(workspace, plan=plan)))
    same = {name for name, key in after.items() if before[name] == key}
    assert CITY not in same
    assert not same & {one.name for one in workspace.departments}
    assert any("附件8" in name for name in same)
