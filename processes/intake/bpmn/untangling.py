"""A drawing of whatever shape as 流程 and 支线: what a person changed in ours, or drew in a tool of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from processes.compilation.exits import FINISH, NEXT_STEP, OTHERWISE, opposite
from processes.declaration.unreading import Tree
from processes.errors import CannotBeDone
from processes.intake.bpmn.blocks import Block, collapsed
from processes.intake.bpmn.columns import END, columns
from processes.intake.bpmn.flowing import Flowing, flowing
from processes.intake.bpmn.naming import Keys, sound_name
from processes.intake.bpmn.notes import Notes
from processes.intake.bpmn.sketch import Arc, Kind, Sketch, Spot
from processes.intake.bpmn.step_trees import Around, step_tree
from processes.intake.bpmn.verbatim import Told


def untangled(sketch: Sketch, around: Around, notes: Notes) -> Told:
    """The process as 流程 and 支线. Raises ``CannotBeDone`` when no step is left in the drawing."""
    drawn = _without_standard(sketch)
    if not drawn.steps:
        raise CannotBeDone(f"流程「{sketch.name or sketch.id}」里没有环节,没有可以导入的。")
    flow = flowing(drawn, notes)
    blocks = collapsed(flow, notes)
    weights = {key: sum(map(len, block.branches)) for key, block in blocks.items()}
    return _Teller(flow, blocks, around, notes).told(weights)


def _without_standard(sketch: Sketch) -> Sketch:
    """Without the steps that come with the kind of matter, as they come again; unless somebody renamed one."""
    named = _named_branches(sketch)
    standard = {spot.id for spot in sketch.spots if _is_standard(spot) and spot.branch not in named}
    out = {arc.target for arc in sketch.arcs if arc.source in standard}
    ends = {spot.id for spot in sketch.spots if spot.kind is Kind.END and spot.id in out}
    ends -= {arc.target for arc in sketch.arcs if arc.source not in standard}
    gone = standard | ends
    return replace(
        sketch,
        spots=tuple(
            spot if not spot.standard or _is_standard(spot) else replace(spot, facts=None, standard=False)
            for spot in sketch.spots
            if spot.id not in gone
        ),
        arcs=tuple(arc for arc in sketch.arcs if arc.source not in gone and arc.target not in gone),
    )


def _is_standard(spot: Spot) -> bool:
    return spot.standard and spot.name == spot.branch


def _named_branches(sketch: Sketch) -> set[str]:
    """What 去向 of our steps leads to by name: a standard branch among it is told as it was written."""
    named: set[str] = set()
    for spot in sketch.spots:
        exits = spot.facts.get("去向") if spot.facts else None
        named |= (
            {exits} if isinstance(exits, str) else set(map(str, exits.values())) if isinstance(exits, dict) else set()
        )
    return named


@dataclass
class _Teller:
    flow: Flowing
    blocks: Mapping[str, Block]
    around: Around
    notes: Notes
    keys: Keys = field(default_factory=Keys)
    names: dict[str, str] = field(default_factory=dict)
    """Id of a step → its name; ``called``: what 去向 calls it; ``sides``: first step of a 支线 → the 支线."""
    called: dict[str, str] = field(default_factory=dict)
    sides: dict[str, str] = field(default_factory=dict)

    def told(self, weights: Mapping[str, int]) -> Told:
        found = columns(self.flow, weights)
        self._name([self.flow.spots[key] for key in found.main], self.flow.arcs, END, first=False)
        for side in found.sides:
            self._name([self.flow.spots[key] for key in side], self.flow.arcs, END, first=True)
        branch_names = Keys()
        for key in found.main:
            # 去向 that names both would mean the step.
            branch_names.key(self.called.get(key, ""))
        for side in found.sides:
            spot = self.flow.spots[side[0]]
            self.sides[side[0]] = spot.branch or branch_names.key(self.names[side[0]])
            if not spot.branch:
                names = "、".join(self.names[key] for key in side)
                self.notes.guessed(f"不在主路上的「{names}」写成支线「{self.sides[side[0]]}」,不计环节", spot.line)
        main = self._entries(found.main, END, self.flow.arcs, found.main)
        branches: dict[str, Tree] = {
            self.sides[side[0]]: self._entries(side, END, self.flow.arcs, found.main)
            for side in found.sides
            if not (len(side) == 1 and _is_standard(self.flow.spots[side[0]]))
        }
        return Told(main, branches)

    def _name(self, spots: Sequence[Spot], arcs: Sequence[Arc], after: str, *, first: bool) -> None:
        """Name the steps of a list; ``first``: also its first one, because the list is called after it.

        A block needs a name where it is more than a part of the series: it is come back to, or it decides.
        """
        own = [spot.id for spot in spots]
        for index, spot in enumerate(spots):
            before, following = own[index - 1] if index else "", own[index + 1] if index + 1 < len(own) else after
            sources = {arc.source for arc in arcs if arc.target == spot.id and arc.source in self.flow.spots}
            targets = {arc.target for arc in arcs if arc.source == spot.id}
            in_series = targets <= {following} and (sources <= {before} if before else not (sources & set(own)))
            self._name_spot(spot, in_series=in_series and not (first and not index))

    def _name_spot(self, spot: Spot, *, in_series: bool = False) -> None:
        block = self.blocks.get(spot.id)
        otherwise = "并联办理" if block else f"环节{len(self.names) + 1}"
        if not block or spot.facts is not None or spot.name or not in_series:
            self.names[spot.id] = sound_name(spot.name, otherwise, spot.line, self.notes)
            identifier = spot.facts.get("标识") if spot.facts else None
            self.called[spot.id] = self.keys.key(identifier if isinstance(identifier, str) else self.names[spot.id])
        for branch in block.branches if block else ():
            self._name(branch, block.arcs if block else (), block.join if block else "", first=False)

    # --- entries

    def _entries(self, keys: Sequence[str], after: str, arcs: Iterable[Arc], main: Sequence[str]) -> list[Tree]:
        spots = [self.flow.spots[key] for key in keys]
        return self._list(spots, after, list(arcs), frozenset(main))

    def _list(self, spots: Sequence[Spot], after: str, arcs: Sequence[Arc], main: frozenset[str]) -> list[Tree]:
        """The entries of a list that goes on to ``after``."""
        trees: list[Tree] = []
        own = {spot.id for spot in spots}
        for index, spot in enumerate(spots):
            following = spots[index + 1].id if index + 1 < len(spots) else after
            leaving = [arc for arc in arcs if arc.source == spot.id]
            exits = self._exits(spot, leaving, following, own, main)
            trees.append(self._entry(spot, exits))
        return trees

    def _entry(self, spot: Spot, exits: Tree | None) -> Tree:
        block = self.blocks.get(spot.id)
        inside: dict[str, Tree] = {}
        if block:
            trees: list[Tree] = []
            for branch in block.branches:
                spots, arcs = self._to_the_end(branch, block)
                entries = self._list(spots, block.join, arcs, frozenset())
                trees.append(entries[0] if len(entries) == 1 else {"依次": entries})
            inside["并联"] = trees
            if spot.id not in self.names:
                return inside
        name = self.names[spot.id]
        tree = step_tree(spot, name, self.around, self.notes, is_block=block is not None)
        if self.called[spot.id] != name:
            tree["标识"] = self.called[spot.id]
        if exits is not None:
            tree["去向"] = exits
        return {**tree, **inside}

    def _to_the_end(self, branch: tuple[Spot, ...], block: Block) -> tuple[list[Spot], list[Arc]]:
        """A branch in which nothing but the last step goes to the join: to skip to the end there must be something."""
        spots, arcs = list(branch), list(block.arcs)
        if not any(
            arc.target == block.join and arc.source != spots[-1].id for arc in arcs if arc.source in _ids(spots)
        ):
            return spots, arcs
        last = Spot(
            id=f"{branch[0].id}|办完",
            kind=Kind.STEP,
            name="本路办完",
            line=branch[-1].line,
            lane=branch[-1].lane,
            facts={"不计环节": "几种情形汇到一处", "时限": "无", "程序": [{"名称": "汇总"}]},
        )
        self._name_spot(last)
        inside = _ids(spots)
        arcs = [
            replace(arc, target=last.id) if arc.target == block.join and arc.source in inside else arc for arc in arcs
        ]
        return [*spots, last], [*arcs, Arc(source=last.id, target=block.join)]

    # --- ways out

    def _exits(
        self, spot: Spot, leaving: Sequence[Arc], following: str, own: set[str], main: frozenset[str]
    ) -> Tree | None:
        """去向 of a step; None where it simply goes on."""
        ways = self._ways(spot, leaving)
        onward = [condition for condition, target in ways if target == following]
        others = [(condition, self._target(target, own, main)) for condition, target in ways if target != following]
        if not others:
            return None
        conditions = {condition for condition, _ in others}
        if len(ways) == 1 or (not onward and OTHERWISE not in conditions and len(set(dict(others).values())) == 1):
            return others[0][1]
        if not onward:
            # The exits are complete: one of them is what happens otherwise.
            last, target = others[-1]
            if OTHERWISE not in conditions:
                self.notes.guessed(
                    f"环节「{self.names.get(spot.id, '')}」的去向「{last}」写成「{OTHERWISE}」", spot.line
                )
                others[-1] = (OTHERWISE, target)
            return dict(others)
        unsaid = opposite(others[0][0]) if len(others) == 1 else OTHERWISE
        if onward == [unsaid]:
            return dict(others)
        return {**dict(others), **dict.fromkeys(onward, NEXT_STEP)}

    def _ways(self, spot: Spot, leaving: Sequence[Arc]) -> list[tuple[str, str]]:
        """Condition and target of every way out; each condition is there, and once."""
        ways = [(condition, arc.target) for arc in leaving for condition in arc.conditions]
        if len(ways) < 2:  # noqa: PLR2004 - a single way needs no condition
            return ways
        keys = Keys()
        empty = sum(not condition for condition, _ in ways)
        numbers = iter(range(1, len(ways) + 1))
        named: list[tuple[str, str]] = []
        for condition, target in ways:
            said = condition or (OTHERWISE if empty == 1 else f"情形{next(numbers)}")
            named.append((keys.key(" ".join(said.split())), target))
            if not condition and empty > 1:
                self.notes.guessed(f"环节「{self.names.get(spot.id, spot.name)}」有的去向没有写情形", spot.line)
        return named

    def _target(self, target: str, own: set[str], main: frozenset[str]) -> str:
        if target == END:
            return FINISH
        if target in own or (target in main and target not in self.sides):
            return self.called[target]
        return self.sides[target]


def _ids(spots: Iterable[Spot]) -> set[str]:
    return {spot.id for spot in spots}
