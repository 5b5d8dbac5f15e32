"""Facts of a version that differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.diff.changes.facts import FactChanged
from engine.diff.compare import compare
from processes.model.matter import Fee
from processes.model.places import Text
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Process

Build = Callable[..., Process]
Check = Callable[..., CheckedMatter]

STEP = "受理 | 业务股 | 1 | 形式审查"


@pytest.mark.parametrize(
    ("fact", "before", "after", "said"),
    [
        (
            "承办",
            {"offices": (Text("甲股"), Text("乙股"))},
            {"offices": (Text("审批股"),)},
            (("甲股", "乙股"), ("审批股",)),
        ),
        ("条件", {"conditions": (Text("有场所"),)}, {}, (("有场所",), ())),
        ("收费", {"fees": (Fee(item="工本费", standard="每证4元"),)}, {}, (("工本费(每证4元)",), ("不收费",))),
        ("公开", {"public": False}, {}, (("否",), ("是",))),
        ("地点", {"location": "市场监管局"}, {"location": "行政服务中心"}, (("市场监管局",), ("行政服务中心",))),
        (
            "渠道",
            {"channels": (Text("窗口"),)},
            {"channels": (Text("窗口"), Text("网上"))},
            (("窗口",), ("窗口", "网上")),
        ),
    ],
)
def test_each_fact_of_a_version_tells_both_sides(
    *,
    fact: str,
    before: dict[str, object],
    after: dict[str, object],
    said: tuple[tuple[str, ...], tuple[str, ...]],
    process: Build,
    checked: Check,
) -> None:
    """One change, with the texts of both sides."""
    changes = compare(checked(process(STEP, **before), process(STEP, label="优化后", **after)), Switches()).changes
    (change,) = (change for change in changes if isinstance(change, FactChanged))
    assert (change.fact.value, (change.before, change.after)) == (fact, said)


def test_a_fee_under_another_document_is_the_same_fee(process: Build, checked: Check) -> None:
    """收费依据 is not what the applicant pays."""
    before = process(STEP, fees=(Fee(item="工本费", standard="每证4元", basis="旧文件"),))
    after = process(STEP, fees=(Fee(item="工本费", standard="每证4元", basis="新文件"),), label="优化后")
    assert [change.code for change in compare(checked(before, after), Switches()).changes] == ["step-kept"]
