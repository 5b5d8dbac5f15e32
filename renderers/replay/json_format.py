"""A replay as JSON: every way with its moves, every step with its days."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.conformance.candidates import Candidate
    from engine.conformance.replaying import Replay, Way
    from engine.conformance.timing import Days

_DIGITS = 6


def render(found: Replay, candidates: Sequence[Candidate]) -> str:
    """An object; fitness from 0 to 1, null where it could not be settled."""
    names = {step.key: step.name for step in found.process.steps}
    content = {
        "办理记录": found.log.file,
        "版本": found.process.version.label.value,
        "办件数": found.cases,
        "一致的办件数": found.conforming,
        "未能判定的办件数": found.undecided,
        "符合度": _rounded(found.fitness),
        "名称": [{"记录": one.activity, "环节": one.step, "怎样对上": one.how.value} for one in found.matches],
        "不判漏办的不计环节": list(found.unlogged),
        "走法": [_way(way) for way in found.ways],
        "用时": [{"环节": names[key], **_days(days)} for key, days in found.times.steps.items()],
        "全程": _days(found.times.total),
        "没有放假安排的年份": sorted(found.times.missing),
        "退回": [
            {"从": one.source, "到": one.target, "次数": one.times, "办件": list(one.cases)} for one in found.returns
        ],
        "问题": [{"问题": one.text, "依据": one.evidence, "占比": _rounded(one.share)} for one in candidates],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _way(way: Way) -> dict[str, Any]:
    moves = way.alignment.moves if way.alignment else ()
    return {
        "件数": way.count,
        "环节": list(way.word),
        "代价": way.alignment.cost if way.alignment else None,
        "符合度": _rounded(way.fitness),
        "对齐": [{"环节": move.letter, "记录": move.logged, "流程": move.modelled} for move in moves if move.letter],
        "偏差": [
            {"种类": one.kind.value, "环节": one.step, "在其后": one.after, "说明": str(one)} for one in way.deviations
        ],
        "办件": [trace.case for trace in way.traces],
    }


def _days(days: Days) -> dict[str, Any]:
    return {
        "规定": str(days.limit),
        "单位": days.unit.value,
        "规定天数": days.promised,
        "件次": len(days.taken),
        "平均": round(days.mean, _DIGITS) if days.taken else None,
        "中位": days.quantile(0.5) if days.taken else None,
        "九成以内": days.quantile(0.9) if days.taken else None,
        "最长": max(days.taken, default=None),
        "超时": len(days.late),
        "超时的办件": list(dict.fromkeys(days.late)),
        "开始前平均等候": None if days.mean_wait is None else round(days.mean_wait, _DIGITS),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
