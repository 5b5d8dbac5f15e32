"""The units of a comparison: what goes on, numbered the same in both versions, then what one version has alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.diff.matching.links import Matching, leaves, tops
from engine.diff.order.relations import Bits, members
from engine.diff.skeleton import Skeleton
from processes.model.process import Step


@dataclass(slots=True)
class Side:
    """One version. ``unit``: for each position the unit there, −1 for none; ``held``: for each unit its steps."""

    skeleton: Skeleton
    unit: list[int]
    held: list[list[int]]

    def steps(self, bits: Bits) -> tuple[Step, ...]:
        """The steps of units, in written order; a named block in place of all the steps in it."""
        held = {index for unit in members(bits) for index in self.held[unit]}
        for block, step in enumerate(self.skeleton.steps):
            if step.composite:
                inside = set(leaves(self.skeleton, block))
                if inside <= held:
                    held = held - inside | {block}
        return tuple(self.skeleton.steps[index] for index in sorted(held))

    def blocks(self) -> Iterator[Bits]:
        """The units of the steps in each outermost named block."""
        for block, step in enumerate(self.skeleton.steps):
            if step.composite and self.skeleton.outer[block] < 0:
                yield self.of(block)

    def in_one_block(self, bits: Bits) -> bool:
        """Whether all steps of units stand in one named block."""
        outermost = tops(self.skeleton)
        around = {outermost[index] for unit in members(bits) for index in self.held[unit]}
        return len(around) == 1 and self.skeleton.steps[around.pop()].composite

    def of(self, step: int) -> Bits:
        """The units of a step: its own, or those in a named block."""
        bits = 0
        for leaf in leaves(self.skeleton, step):
            bits |= 1 << self.unit[self.skeleton.at[leaf]]
        return bits


@dataclass(slots=True)
class Units:
    """``common`` units go on and have numbers below that."""

    before: Side
    after: Side
    common: int

    @property
    def reshaped(self) -> Bits:
        """Those of several steps on a side: merged, split or regrouped."""
        bits = 0
        for unit in range(self.common):
            if len(self.before.held[unit]) > 1 or len(self.after.held[unit]) > 1:
                bits |= 1 << unit
        return bits


def units(matching: Matching) -> Units:
    """Each connected group of linked leaf steps is a unit, ordered by its first step in 优化前."""
    mine, theirs = matching.before, matching.after
    old_home: dict[int, int] = {}
    new_home: dict[int, int] = {}
    old_held: list[list[int]] = []
    new_held: list[list[int]] = []
    whole = _whole_blocks(matching)
    for old in range(len(mine.steps)):
        if old in old_home or old not in matching.old or not (mine.is_leaf(old) or old in whole):
            continue
        number = len(old_held)
        olds, news = whole.get(old) or _gathered(matching, old)
        if not news:
            continue
        old_home.update(dict.fromkeys(olds, number))
        new_home.update(dict.fromkeys(news, number))
        old_held.append(olds)
        new_held.append(news)
    common = len(old_held)
    return Units(_side(mine, old_home, old_held), _side(theirs, new_home, new_held), common)


def _whole_blocks(matching: Matching) -> dict[int, tuple[list[int], list[int]]]:
    """Named blocks that go on by themselves: each moves, and is passed over, as one.

    Of the steps in them some may have gone or come; none went from, or to, another place.
    """
    found = {}
    for old, step in enumerate(matching.before.steps):
        others = matching.old.get(old, ())
        if step.composite and len(others) == 1 and not matching.after.is_leaf(others[0]):
            olds, news = list(leaves(matching.before, old)), list(leaves(matching.after, others[0]))
            gone = {new for one in olds for new in matching.old.get(one, ())}
            come = {one for new in news for one in matching.new.get(new, ())}
            if gone <= {others[0], *news} and come <= {old, *olds}:
                found[old] = (olds, news)
    return found


def _gathered(matching: Matching, old: int) -> tuple[list[int], list[int]]:
    """The leaf steps that are linked with a leaf step of 优化前, on both sides.

    A named block that is linked with a plain step stands for the steps in it that are not linked themselves.
    """
    others = matching.old[old]
    if len(others) == 1 and len(matching.new[others[0]]) == 1 and matching.after.is_leaf(others[0]):
        return [old], others
    olds, news = {old}, set[int]()
    open_ = [(True, old)]
    blocks = set[tuple[bool, int]]()
    while open_:
        is_old, step = open_.pop()
        linked, skeleton, found = (
            (matching.old, matching.after, news) if is_old else (matching.new, matching.before, olds)
        )
        back = matching.new if is_old else matching.old
        for other in linked.get(step, ()):
            if skeleton.is_leaf(other):
                inside = [other]
            else:
                inside = [leaf for leaf in leaves(skeleton, other) if leaf not in back]
                if (not is_old, other) not in blocks:
                    blocks.add((not is_old, other))
                    open_.append((not is_old, other))
            for leaf in inside:
                if leaf not in found:
                    found.add(leaf)
                    open_.append((not is_old, leaf))
    return sorted(olds), sorted(news)


def _side(skeleton: Skeleton, home: dict[int, int], held: Sequence[list[int]]) -> Side:
    unit = [-1] * len(skeleton.forward)
    all_held = list(held)
    for step, position in enumerate(skeleton.at):
        if not skeleton.is_leaf(step):
            continue
        number = home.get(step, -1)
        if number < 0:
            number = len(all_held)
            all_held.append([step])
        unit[position] = number
    return Side(skeleton, unit, all_held)
