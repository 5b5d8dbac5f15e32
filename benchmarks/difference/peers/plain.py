"""A version as plain lists and mappings, as a declaration holds it, for peers that compare such values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.difference.claims import labels
from benchmarks.difference.peers.bpmn import procedures_text
from processes.model.flow import Entry, StepEntry
from processes.model.matter import Material
from processes.model.process import Process, Step

LABEL = "_"
"""The key under which a step carries its label, so that what is said of it can be read; not to be compared."""

NAMES = {"环节": "name", "承办": "holders", "时限": "limit", "程序": "procedures", "不计环节": "uncounted"}
"""Key of a step here → what its change is called in ``said``."""


def plain(process: Process, *, hidden: bool) -> dict[str, Any]:
    """流程, 材料 and 时限. Without ``hidden`` every step has its 标识; 去向 is by target: it may change its case."""
    steps = {step.key: step for step in process.steps if not step.branch}
    return {
        "时限": str(process.version.limit),
        "流程": list(_entries(process.version.entries, steps, labels(process), hidden=hidden)),
        "材料": [_material(one) for one in process.version.materials],
    }


def flat(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The steps alone, in written order, those in blocks without what surrounds them."""
    for row in rows:
        if "环节" in row:
            yield {key: value for key, value in row.items() if key != "并联"}
        for branch in row.get("并联", ()):
            yield from flat(branch)


def _entries(
    entries: Iterable[Entry], steps: dict[str, Step], names: dict[str, str], *, hidden: bool
) -> Iterator[dict[str, Any]]:
    for entry in entries:
        row: dict[str, Any] = {}
        if isinstance(entry, StepEntry):
            row = _step(steps[entry.key], names[entry.key]) | ({} if hidden else {"标识": entry.key})
            if entry.exits:
                row["去向"] = {str(one.target): one.condition for one in entry.exits}
        if entry.branches:
            row["并联"] = [list(_entries(branch, steps, names, hidden=hidden)) for branch in entry.branches]
        yield row


def _step(step: Step, label: str) -> dict[str, Any]:
    facts = {
        LABEL: label,
        "环节": step.name,
        "承办": "、".join(str(holder) for holder in step.holders),
        "时限": str(step.limit),
        "程序": procedures_text(step.procedures).split("、"),
    }
    return facts | ({"不计环节": step.uncounted} if step.uncounted else {})


def _material(material: Material) -> dict[str, Any]:
    said = {"名称": material.name, "份数": material.copies or "1份"}
    return said | ({} if material.shared is None else {"可共享": material.shared})
