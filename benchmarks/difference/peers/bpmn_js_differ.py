"""bpmn-js-differ (npm, with bpmn-moddle): added, removed, changed and drawn elsewhere, by id alone.

Known fault, seen in 3.2.0: in ``attrs`` what is called ``oldValue`` is the new value and the other way round. The
worker turns them round. Of lanes it compares only the name, so that holders are read from the extension attribute.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from benchmarks.difference.claims import Answer, Pair
from benchmarks.difference.peers import said
from benchmarks.difference.peers.bpmn import diagrams
from benchmarks.difference.peers.cache import Cache
from benchmarks.difference.peers.in_files import InIds, answer_in_files
from benchmarks.difference.peers.lines import WORKERS, Worker

SCRIPT = WORKERS / "bpmn_js_differ.mjs"


def worker(cache: Cache) -> Worker:
    """The differ in one long-lived node."""
    return Worker(("node", str(SCRIPT), str(cache.node)))


@dataclass
class BpmnJsDiffer:
    """The field's usual tool."""

    worker: Worker
    hidden: bool
    name: str = "bpmn-js-differ"
    codes: frozenset[str] = said.NAMED | said.FLOWS | said.GATEWAYS | said.MATERIALS | {"limit-changed"}

    def answer(self, pair: Pair) -> Answer:
        """What it finds, with ids kept or ids that mean nothing."""
        before, after = files = diagrams(pair, hidden=self.hidden)
        found: dict[str, Any] = self.worker.ask({"before": before.xml, "after": after.xml})
        known = [{*one.steps, *one.flows, *one.materials} for one in files]
        changed = {
            key: {_bare(name): (values[0], values[1]) for name, values in attributes.items()}
            for key, attributes in found["changed"].items()
        }
        found_in_ids = InIds(
            removed=found["removed"],
            added=found["added"],
            same={key: key for key in known[0] & known[1]},
            changed=changed,
            limit_changed="limit" in changed.get("participant", {}),
        )
        return answer_in_files(files, found_in_ids, pair)


def _bare(attribute: str) -> str:
    """``processRef.z:limit`` → ``limit``."""
    return attribute.rpartition(".")[2].rpartition(":")[2]
