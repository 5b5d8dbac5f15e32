"""What changes about a material that stays."""

from __future__ import annotations

import pytest

from engine.diff.changes.materials import MaterialChanged
from engine.diff.groups import Group
from engine.diff.materials import material_changes
from processes.model.matter import Material
from processes.model.places import NOWHERE


@pytest.mark.parametrize(
    ("before", "after", "aspects"),
    [
        ({"source": "自备"}, {"source": "规划局"}, ["来源"]),
        ({"basis": "《甲》"}, {"basis": "《乙》"}, ["依据"]),
        ({"shared": False}, {"shared": True}, ["可共享"]),
        ({"source": "自备", "basis": "《甲》", "shared": True}, {}, []),
        ({"copies": "原件1份、复印件2份"}, {"copies": "原件1份、 复印件2份"}, []),
        ({"remark": "甲"}, {"remark": "乙"}, []),
    ],
)
def test_what_one_side_leaves_unsaid_is_no_change(
    before: dict[str, object], after: dict[str, object], aspects: list[str]
) -> None:
    """来源, 依据 and 可共享 hold for both versions of a material of one name."""
    old, new = (Material(name="身份证", **facts) for facts in (before, after))  # type: ignore[arg-type]
    changes = list(material_changes([Group((old,), (new,))], NOWHERE, NOWHERE))
    assert [change.aspects for change in changes if isinstance(change, MaterialChanged)] == (
        [tuple(aspects)] if aspects else []
    )
