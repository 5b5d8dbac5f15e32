"""Footprints of pm4py of two BPMN files: which activities follow each other, which run side by side."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pm4py
from pm4py.algo.discovery.footprints import algorithm as footprints
from serving import serve


def found(text: str, *, ids: bool) -> dict[str, Any]:
    """Activities, and pairs of them in sequence and in parallel, by their names in the file, or their ids."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "process.bpmn")
        path.write_text(text, encoding="utf-8")
        model = pm4py.read_bpmn(str(path))
    for node in model.get_nodes():
        if ids and node.get_name():
            node.set_name(node.get_id())
    net, start, end = pm4py.convert_to_petri_net(model)
    prints = footprints.apply(net, start, end)
    return {
        "activities": sorted(prints["activities"]),
        "sequence": sorted(prints["sequence"]),
        "parallel": sorted(prints["parallel"]),
    }


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """Both sides."""
    return {side: found(question[side], ids=question["ids"]) for side in ("before", "after")}


if __name__ == "__main__":
    serve(answer)
