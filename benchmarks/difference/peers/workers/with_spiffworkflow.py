"""SpecDiff of SpiffWorkflow on two BPMN files."""

from __future__ import annotations

from typing import Any

from lxml import etree
from serving import serve
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser
from SpiffWorkflow.bpmn.serializer.workflow import BpmnWorkflowSerializer
from SpiffWorkflow.bpmn.util.diff import SpecDiff

REGISTRY = BpmnWorkflowSerializer.configure()
ASKED = {"bpmn_name": "name", "documentation": "documentation", "lane": "lane"}
"""Attribute of a task spec → what it is called in the answer."""


def spec(text: str) -> Any:  # noqa: ANN401 - the library has no types
    """The process of a file."""
    parser = BpmnParser()
    parser.add_bpmn_xml(etree.fromstring(text.encode()))
    return parser.get_spec("process")


def answer(question: dict[str, str]) -> dict[str, object]:
    """Removed and added by id, aligned by id or by neighbours, and the values of what changed."""
    found = SpecDiff(REGISTRY, spec(question["before"]), spec(question["after"]))
    same = {old: new for old, new in found.alignment.items() if new is not None}
    return {
        "removed": [one.bpmn_id for one in found.removed if one.bpmn_id],
        "added": [one.bpmn_id for one in found.added if one.bpmn_id],
        "same": {old.bpmn_id: new.bpmn_id for old, new in same.items() if old.bpmn_id and new.bpmn_id},
        "changed": {
            old.bpmn_id: {
                called: [getattr(old, key) or "", getattr(same[old], key) or ""]
                for key, called in ASKED.items()
                if key in keys
            }
            for old, keys in found.changed.items()
            if old.bpmn_id
        },
    }


if __name__ == "__main__":
    serve(answer)
