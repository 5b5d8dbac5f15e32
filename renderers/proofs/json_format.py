"""What was proved as JSON: every matter, version and answer, with places and runs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.guards.decisions import Decision
    from engine.properties.answers import Answer
    from engine.verification import MatterProof, VersionProof


def render(proofs: Sequence[MatterProof], others: Sequence[dict[str, Any]] = ()) -> str:
    """A list of matters, places with their files relative to the project; then ``others``."""
    return json.dumps([*map(_matter, proofs), *others], ensure_ascii=False, indent=2) + "\n"


def untestable(answers: Sequence[Answer]) -> list[dict[str, Any]]:
    """The properties of the plan that no process can be asked about, if there are any, as one more entry."""
    return [{"方案": [answer(one) for one in answers]}] if answers else []


def _matter(proof: MatterProof) -> dict[str, Any]:
    return {
        "部门": proof.matter.department,
        "事项": proof.matter.name,
        "文件": proof.matter.file,
        "版本": [_version(one) for one in proof.versions],
    }


def _version(version: VersionProof) -> dict[str, Any]:
    return {
        "版本": version.label,
        "流程": version.outcome.value,
        "状态数": version.states,
        "毛病": [answer(one) for one in version.faults],
        "去向": [_decision(one) for one in version.decisions],
        "必有性质": [answer(one) for one in version.builtin],
        "方案性质": [answer(one) for one in version.demanded],
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "环节": decision.node,
        "情形": [flow.condition for flow in decision.exits],
        "结果": [answer(one) for one in decision.answers],
    }


def answer(one: Answer) -> dict[str, Any]:
    """An answer with its place and run."""
    place = {"文件": one.place.file, "行": one.place.line, "列": one.place.column} if one.place.line else None
    return {
        "性质": one.question,
        "结果": one.status.value,
        "说明": one.message,
        "走法": list(one.run),
        "位置": place,
        "改法": one.hint,
    }
