"""SpecDiff of SpiffWorkflow (PyPI): task specs added, removed, changed; by id, else by matched neighbours.

It compares tasks, events and gateways, not flows or data objects. What changed of a task it says as the name of an
attribute; the documentation, in which the facts of a step stand a line each, is read on both sides then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.difference.claims import Answer, Pair
from benchmarks.difference.peers import said
from benchmarks.difference.peers.bpmn import Facts, Style, diagrams
from benchmarks.difference.peers.cache import Cache
from benchmarks.difference.peers.in_files import InIds, answer_in_files
from benchmarks.difference.peers.lines import WORKERS, Worker


def worker(cache: Cache) -> Worker:
    """SpecDiff in its environment."""
    return Worker((str(cache.python("peers")), str(WORKERS / "with_spiffworkflow.py")))


@dataclass
class SpiffWorkflow:
    """What an engine needs to move running cases to a new version of their process."""

    worker: Worker
    hidden: bool
    name: str = "SpiffWorkflow SpecDiff"
    codes: frozenset[str] = said.NAMED | said.GATEWAYS

    def answer(self, pair: Pair) -> Answer:
        """What it finds, with ids kept or ids that mean nothing."""
        before, after = files = diagrams(pair, Style(Facts.DOCUMENTATION, shapes=False), hidden=self.hidden)
        found = self.worker.ask({"before": before.xml, "after": after.xml})
        found_in_ids = InIds(
            removed=found["removed"],
            added=found["added"],
            same=found["same"],
            changed={key: _facts(attributes) for key, attributes in found["changed"].items()},
        )
        return answer_in_files(files, found_in_ids, pair)


def _facts(attributes: Mapping[str, Sequence[str]]) -> dict[str, said.Values]:
    """The attributes, the documentation taken apart into the facts that differ in it."""
    found = {key: (values[0], values[1]) for key, values in attributes.items()}
    old, new = (_lines(text) for text in found.pop("documentation", ("", "")))
    for key in old.keys() | new.keys():
        if old.get(key, "") != new.get(key, ""):
            found[key] = old.get(key, ""), new.get(key, "")
    return found


def _lines(text: str) -> dict[str, str]:
    return {key: value for key, colon, value in (row.partition(": ") for row in text.splitlines()) if colon}
