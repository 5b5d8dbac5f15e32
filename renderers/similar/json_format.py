"""Near-duplicates as JSON: groups, their matters, and each pair with its parts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from engine.reports.similar import reasons

if TYPE_CHECKING:
    from engine.reports.similar import SimilarReport
    from engine.similarity.groups import Group
    from engine.similarity.profile import Profile
    from engine.similarity.search import Pair

_DIGITS = 3


def render(report: SimilarReport) -> str:
    """An object; numbers from 0 to 1, ``null`` for a part that one side does not have."""
    content = {
        "范围": report.scope,
        "事项数": report.compared,
        "取消下放不比": report.left_out,
        "有错不比": report.broken,
        "门槛": report.least,
        "组": [_group(group) for group in report.groups],
        "最接近": _group(report.nearest) if report.nearest else None,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _group(group: Group) -> dict[str, Any]:
    return {
        "相似度": round(group.likeness, _DIGITS),
        "事项": [_matter(one) for one in group.members],
        "理由": list(reasons(group)),
        "共同依据": list(group.bases),
        "共同材料": list(group.materials),
        "两两": [_pair(pair) for pair in group.pairs],
    }


def _matter(one: Profile) -> dict[str, str]:
    return {"部门": one.matter.department, "名称": one.matter.name, "文件": one.matter.file}


def _pair(pair: Pair) -> dict[str, Any]:
    parts = pair.likeness
    return {
        "甲": pair.one.matter.file,
        "乙": pair.other.matter.file,
        "相似度": round(parts.value, _DIGITS),
        "名称": round(parts.name, _DIGITS),
        "依据": _part(parts.bases),
        "材料": _part(parts.materials),
        "环节": _part(parts.steps),
    }


def _part(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
