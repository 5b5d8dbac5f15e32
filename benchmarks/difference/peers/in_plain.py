"""What a peer says of the plain values of ``plain``, spoken of by labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from benchmarks.difference.claims import Answer, Pair, labels
from benchmarks.difference.peers.plain import LABEL, NAMES
from benchmarks.difference.peers.said import Said, Values, answer, really_moved
from processes.model.process import Flow, Process

Row = Mapping[str, Any]


@dataclass
class Gathered:
    """What was said so far. A step that was taken out at one place and put in at another goes on, moved."""

    pair: Pair
    hidden: bool
    removed: dict[str, Row] = field(default_factory=dict)
    added: dict[str, Row] = field(default_factory=dict)
    onward: dict[str, str] = field(default_factory=dict)
    moved: list[str] = field(default_factory=list)
    changed: dict[str, dict[str, Values]] = field(default_factory=dict)
    flows: tuple[list[Flow], list[Flow], list[tuple[Flow, Flow]]] = field(default_factory=lambda: ([], [], []))
    removed_materials: list[str] = field(default_factory=list)
    added_materials: list[str] = field(default_factory=list)
    replaced_materials: list[Values] = field(default_factory=list)
    changed_materials: list[Values] = field(default_factory=list)
    limit_changed: bool = False

    def pair_changed(self, before: Row, after: Row, keys: set[str]) -> None:
        """Two rows are said to be one step; ``keys`` are those whose values are said to differ."""
        old, new = before[LABEL], after[LABEL]
        self.onward[old] = new
        for key in keys & NAMES.keys():
            self.changed.setdefault(old, {})[NAMES[key]] = _text(before.get(key)), _text(after.get(key))
        if "去向" in keys:
            self._exits(old, before.get("去向", {}), new, after.get("去向", {}))

    def _exits(self, old: str, before: Row, new: str, after: Row) -> None:
        removed, added, changed = self.flows
        old_flows, new_flows = _flows(self.pair.before, old), _flows(self.pair.after, new)
        removed += [old_flows[end] for end in before if end not in after and end in old_flows]
        added += [new_flows[end] for end in after if end not in before and end in new_flows]
        changed += [
            (old_flows[end], new_flows[end])
            for end in before
            if end in old_flows and end in new_flows and end in after and before[end] != after[end]
        ]

    def material_changed(self, before: Row, after: Row) -> None:
        """A material became another, or something about it did."""
        names = before["名称"], after["名称"]
        place = self.changed_materials if names[0] == names[1] else self.replaced_materials
        if names not in place:
            place.append(names)

    def answer(self) -> Answer:
        """All of it as claims."""
        known = {self._mark(row): label for label, row in self.added.items()}
        for label, row in list(self.removed.items()):
            if (new := known.get(self._mark(row))) in self.added:
                keys = {key for key in {*row, *self.added[new]} if row.get(key) != self.added[new].get(key)}
                self.pair_changed(row, self.added.pop(new), keys)
                del self.removed[label]
                self.moved.append(label)
        self._rest()
        removed, added, changed = self.flows
        return answer(
            Said(
                removed=[*self.removed],
                added=[*self.added],
                onward=self.onward,
                moved=really_moved(self.moved, self.onward, self.pair),
                changed=self.changed,
                removed_flows=removed,
                added_flows=added,
                renamed_flows=changed,
                removed_materials=self.removed_materials,
                added_materials=self.added_materials,
                replaced_materials=self.replaced_materials,
                changed_materials=self.changed_materials,
                limit_changed=self.limit_changed,
            ),
            self.pair,
        )

    def _mark(self, row: Row) -> str:
        return str(row["环节"] if self.hidden else row["标识"])

    def _rest(self) -> None:
        """Steps of which nothing was said are unchanged: they go on as those of the same 标识, or of the same name."""
        old, new = labels(self.pair.before), labels(self.pair.after)
        met = {*self.onward.values()}
        for key, label in old.items():
            if label in self.onward or label in self.removed:
                continue
            same = label if self.hidden else new.get(key, "")
            if same in new.values() and same not in met and same not in self.added:
                self.onward[label] = same
                met.add(same)


def rows_in(value: Any) -> Iterator[Row]:  # noqa: ANN401 - any part of what ``plain`` gives
    """All steps in it."""
    if isinstance(value, Mapping):
        if LABEL in value:
            yield value
        yield from rows_in(value.get("并联", ()))
    elif isinstance(value, list):
        for one in value:
            yield from rows_in(one)


def _text(value: Any) -> str:  # noqa: ANN401 - a value of a row
    return "、".join(value) if isinstance(value, list) else str(value or "")


def _flows(process: Process, label: str) -> dict[str, Flow]:
    """The flows out of a step by where they end."""
    key = next(key for key, name in labels(process).items() if name == label)
    return {flow.target.removesuffix(":分"): flow for flow in process.flows if flow.source in (key, f"{key}:合")}
