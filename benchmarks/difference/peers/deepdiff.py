"""DeepDiff (PyPI) on the plain values of both versions, told by what to know a step: its 标识, else its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.difference.claims import Answer, Pair
from benchmarks.difference.peers import said
from benchmarks.difference.peers.cache import Cache
from benchmarks.difference.peers.in_plain import Gathered, rows_in
from benchmarks.difference.peers.lines import WORKERS, Worker
from benchmarks.difference.peers.plain import LABEL, plain


def worker(cache: Cache) -> Worker:
    """It in its environment."""
    return Worker((str(cache.python("peers")), str(WORKERS / "with_deepdiff.py")))


@dataclass
class DeepDiff:
    """Lists and mappings, item by item."""

    worker: Worker
    hidden: bool
    name: str = "deepdiff"
    codes: frozenset[str] = said.NAMED | said.FLOWS | said.MATERIALS | {"limit-changed", "step-moved"}

    def answer(self, pair: Pair) -> Answer:
        """What it finds; items that it pairs by their place alone, when nothing else is left, are one."""
        question = {
            side: plain(process, hidden=self.hidden)
            for side, process in (("before", pair.before), ("after", pair.after))
        }
        gathered = Gathered(pair, self.hidden)
        for change in self.worker.ask(question)["changes"]:
            _gather(gathered, change)
        return gathered.answer()


def _gather(gathered: Gathered, change: dict[str, Any]) -> None:
    before, after = change["before"], change["after"]
    match change["path"][0]:
        case "时限":
            gathered.limit_changed = True
        case "材料":
            if change["kind"] != "iterable_item_moved":
                _material(gathered, before[2:3], after[2:3])
        case _:
            _step(gathered, change)


def _material(gathered: Gathered, before: Sequence[Any], after: Sequence[Any]) -> None:
    old, new = (side[0] if side else None for side in (before, after))
    if old and new:
        gathered.material_changed(old, new)
    elif old:
        gathered.removed_materials.append(old["名称"])
    elif new:
        gathered.added_materials.append(new["名称"])


def _step(gathered: Gathered, change: dict[str, Any]) -> None:
    before, after, path = change["before"], change["after"], change["path"]
    old, new = before[-1], after[-1]
    if change["kind"] == "iterable_item_moved":
        gathered.moved += [old[LABEL]] if LABEL in old else []
        return
    at = max((index for index, one in enumerate(before) if _is_row(one) and _is_row(after[index])), default=0)
    if 0 < at < len(path) and path[at] != "并联":
        gathered.pair_changed(before[at], after[at], {path[at]})
        return
    olds, news = list(rows_in(old)), list(rows_in(new))
    if len(olds) == len(news) == 1:
        keys = {key for key in {*olds[0], *news[0]} if olds[0].get(key) != news[0].get(key)}
        gathered.pair_changed(olds[0], news[0], keys)
    else:
        gathered.removed.update({row[LABEL]: row for row in olds})
        gathered.added.update({row[LABEL]: row for row in news})


def _is_row(value: object) -> bool:
    return isinstance(value, dict) and LABEL in value
