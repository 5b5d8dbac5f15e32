"""xmldiff (PyPI): an edit script between two XML trees, elements matched by likeness, or by id where ids are kept.

It gets the files without diagram interchange, which it would drown in. Its script is carried out on a copy, which shows
what each of its positions meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.difference.claims import Answer, Pair
from benchmarks.difference.peers import said
from benchmarks.difference.peers.bpmn import Style, diagrams
from benchmarks.difference.peers.cache import Cache
from benchmarks.difference.peers.in_files import InIds, answer_in_files
from benchmarks.difference.peers.lines import WORKERS, Worker


def worker(cache: Cache) -> Worker:
    """It in its environment."""
    return Worker((str(cache.python("peers")), str(WORKERS / "with_xmldiff.py")))


@dataclass
class XmlDiff:
    """The files as trees."""

    worker: Worker
    hidden: bool
    name: str = "xmldiff"
    codes: frozenset[str] = said.NAMED | said.FLOWS | said.GATEWAYS | said.MATERIALS | {"limit-changed", "step-moved"}

    def answer(self, pair: Pair) -> Answer:
        """What it finds; a step is moved when its task is moved in the file, which is in written order."""
        before, after = files = diagrams(pair, Style(shapes=False, ends=False), hidden=self.hidden)
        found = self.worker.ask({"before": before.xml, "after": after.xml, "ids": not self.hidden})
        changed = {
            key: {name: (values[0], values[1]) for name, values in attributes.items()}
            for key, attributes in found["changed"].items()
        }
        found_in_ids = InIds(
            removed=found["removed"],
            added=found["added"],
            same=found["same"],
            changed=changed,
            moved=found["moved"],
            limit_changed="limit" in changed.get("process", {}),
        )
        return answer_in_files(files, found_in_ids, pair)
