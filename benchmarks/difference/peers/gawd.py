"""gawd (PyPI): the difference of GitHub Actions workflows; steps matched by likeness, added, removed, moved, changed.

A version is a workflow with two jobs: the steps in written order, with their facts as keys, and the materials. Blocks
are not seen, for the steps of a job are a list. With ids kept a step has its ``id``, which is one more key to gawd.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.difference.claims import Answer, Pair
from benchmarks.difference.peers import said
from benchmarks.difference.peers.cache import Cache
from benchmarks.difference.peers.in_plain import Gathered, Row
from benchmarks.difference.peers.lines import WORKERS, Worker
from benchmarks.difference.peers.plain import LABEL, flat, plain


def worker(cache: Cache) -> Worker:
    """It in its environment."""
    return Worker((str(cache.python("peers")), str(WORKERS / "with_gawd.py")))


@dataclass
class Gawd:
    """Matching by likeness."""

    worker: Worker
    hidden: bool
    name: str = "gawd"
    codes: frozenset[str] = said.NAMED | said.FLOWS | said.MATERIALS | {"limit-changed", "step-moved"}

    def answer(self, pair: Pair) -> Answer:
        """What it finds; an index that differs only because of what came or went before it is no move."""
        wholes = [plain(process, hidden=self.hidden) for process in (pair.before, pair.after)]
        question = {side: _workflow(whole) for side, whole in zip(("before", "after"), wholes, strict=True)}
        changes = self.worker.ask(question)["changes"]
        gathered = Gathered(pair, self.hidden, limit_changed=any((one[1] or "").startswith("env.") for one in changes))
        steps = _Matched("steps", [list(flat(whole["流程"])) for whole in wholes], changes)
        for old, new in steps.pairs:
            gathered.pair_changed(old, new, _differing(old, new))
        gathered.moved += [row[LABEL] for row in steps.moved]
        gathered.removed.update({row[LABEL]: row for row in steps.removed})
        gathered.added.update({row[LABEL]: row for row in steps.added})
        materials = _Matched("materials", [whole["材料"] for whole in wholes], changes)
        for old, new in materials.pairs:
            if old != new:
                gathered.material_changed(old, new)
        gathered.removed_materials += [row["名称"] for row in materials.removed]
        gathered.added_materials += [row["名称"] for row in materials.added]
        return gathered.answer()


def _workflow(whole: dict[str, Any]) -> dict[str, Any]:
    steps = [{key: value for key, value in row.items() if key != LABEL} for row in flat(whole["流程"])]
    return {"env": {"时限": whole["时限"]}, "jobs": {"steps": {"steps": steps}, "materials": {"steps": whole["材料"]}}}


class _Matched:
    """The rows of one job: removed, added, moved; all others go on where they were.

    Two rows that go on differ in exactly the keys that gawd lists, so that they may be read off the rows.
    """

    def __init__(self, job: str, rows: Sequence[Sequence[Row]], changes: Sequence[Any]) -> None:
        there = [dict(enumerate(side)) for side in rows]
        if any(one[0] in ("removed", "renamed") and one[1] == f"jobs.{job}" for one in changes):
            self.pairs: list[tuple[Row, Row]] = []  # the jobs as a whole are taken for different ones
            self.moved: list[Row] = []
            self.removed, self.added = [*rows[0]], [*rows[1]]
            return
        self.pairs, self.moved, self.removed, self.added = [], [], [], []
        for kind, old_path, _, new_path, _ in changes:
            old, new = (self._row(job, path, side) for path, side in zip((old_path, new_path), there, strict=True))
            if kind == "removed" and old:
                self.removed.append(old)
            elif kind == "added" and new:
                self.added.append(new)
            elif kind == "moved" and old and new:
                self.pairs.append((old, new))
                self.moved.append(old)
        self.pairs += [(row, there[1][place]) for place, row in there[0].items()]

    @staticmethod
    def _row(job: str, path: str | None, side: dict[int, Row]) -> Row | None:
        """The row at a path that names a whole step, taken out of its side."""
        found = re.fullmatch(rf"jobs\.{job}\.steps\[(\d+)\]", path or "")
        return side.pop(int(found[1])) if found else None


def _differing(old: Row, new: Row) -> set[str]:
    return {key for key in {*old, *new} if old.get(key) != new.get(key)}
