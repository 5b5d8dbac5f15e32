"""A process while it is being made: lists of steps and blocks first, then the ways out of the ordinary between them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from benchmarks.flowcharts import words
from processes.compilation.exits import FINISH, NEXT_STEP
from processes.model.flow import BlockEntry, Entry, Exit, StepEntry
from processes.model.limits import NO_LIMIT, DayKind, TimeLimit
from processes.model.places import Text

BLOCK, NESTED, NAMED = 0.13, 0.25, 0.5
"""How often an entry is a parallel block, on the main path and in a block; how often a block has a name."""
DEEPEST = 2
STAYS = 0.55
"""How often the next step is held by who holds this one."""
DECIDES, DECIDES_INSIDE = 0.22, 0.15
"""How often a step of the main path, or of a branch, is followed by a decision of its own."""
BRANCHED = 0.35
"""How often a side branch leaves an earlier side branch."""
RETURNS = 0.6
"""How often a side branch leads to the main path again instead of ending the case."""


@dataclass(slots=True)
class Part:
    """A step, or a block when it has ``branches``; without a name it is a block that has none."""

    name: str
    holder: str = ""
    exits: list[tuple[str, str]] = field(default_factory=list)
    branches: list[list[Part]] = field(default_factory=list)

    def entry(self, draft: Draft) -> Entry:
        """The part as declared."""
        branches = tuple(tuple(one.entry(draft) for one in branch) for branch in self.branches)
        if not self.name:
            return BlockEntry(branches=branches)
        return StepEntry(
            name=self.name,
            holders=(Text(self.holder),),
            limit=draft.limit(),
            outputs=(Text(draft.dice.choice(words.DOCUMENTS)),) if draft.dice.random() < 0.1 else (),
            uncounted="内部流转" if draft.dice.random() < 0.06 else "",
            exits=tuple(Exit(condition=condition, target=Text(target)) for condition, target in self.exits),
            branches=branches,
        )


@dataclass(slots=True)
class Process:
    """The main path and the side branches by name."""

    main: list[Part]
    sides: dict[str, list[Part]]


class Draft:
    """The dice, the holders, and who holds the file."""

    def __init__(self, dice: random.Random, holders: tuple[str, ...]) -> None:
        self.dice = dice
        self.holders = holders
        self.holder = holders[0]
        self.idle = list(holders[1:])
        self.names = self._names({*words.STEPS} - {*words.FIRST, *words.LAST})
        self.block_names = self._names(words.BLOCKS)

    def _names(self, names: Iterable[str]) -> Iterator[str]:
        """The names in random order; where there are more steps than names: 复审(二)."""
        mixed = self.dice.sample(ordered := sorted(names), len(ordered))
        yield from mixed
        for time in words.TIMES:
            yield from (f"{name}({time})" for name in mixed)

    def limit(self) -> TimeLimit:
        """The limit of a step: mostly a few days, some none, some not counted."""
        if (cast := self.dice.random()) < 0.08:
            return TimeLimit(Fraction(20), DayKind.WORKING, "专家评审")
        return NO_LIMIT if cast < 0.15 else TimeLimit(Fraction(self.dice.randint(0, 6)), DayKind.WORKING)

    def step(self, name: str = "") -> Part:
        """A step held by who holds the file, or by the next one."""
        if len(self.holders) > 1 and self.dice.random() >= STAYS:
            self.hand_over()
        return Part(name or next(self.names), self.holder)

    def hand_over(self) -> None:
        """The file goes to another holder, as often as not to one who has not had it yet."""
        others = [one for one in self.holders if one != self.holder]
        self.holder = self.dice.choice(self.idle if self.idle and self.dice.random() < 0.5 else others)
        self.idle = [one for one in self.idle if one != self.holder]

    def row(self, steps: int, depth: int = 0) -> list[Part]:
        """So many steps as a list; those in blocks and the blocks that have a name count."""
        parts: list[Part] = []
        while steps > 0:
            likely = BLOCK if depth == 0 else NESTED
            if steps >= 3 and depth < DEEPEST and self.dice.random() < likely:
                parts.append(self._block(min(steps, self.dice.randint(3, 9)), depth))
                steps -= _size(parts[-1])
            else:
                parts.append(self.step())
                steps -= 1
        return parts

    def _block(self, steps: int, depth: int) -> Part:
        block = Part("")
        if self.dice.random() < NAMED:
            block = self.step(next(self.block_names))
            steps -= 1
        count = min(steps, self.dice.choices((2, 3, 4), (6, 3, 1))[0])
        sizes = [1] * count
        for _ in range(steps - count):
            sizes[self.dice.randrange(count)] += 1
        block.branches = [self._branch(size, depth) for size in sizes]
        return block

    def _branch(self, steps: int, depth: int) -> list[Part]:
        branch = self.row(steps, depth + 1)
        for index, part in enumerate(branch):
            back = [one.name for one in branch[: index + 1] if one.name]
            if back and part.name and not part.branches and self.dice.random() < DECIDES_INSIDE:
                part.exits.append((self.dice.choice(words.LOOPS), self.dice.choice(back)))
        return branch

    def decide(self, main: list[Part], index: int) -> None:
        """Up to three exits of a step of the main path: back, past some steps, to the end."""
        part = main[index]
        back = [one.name for one in main[: index + 1] if one.name]
        ahead = [one.name for one in main[index + 2 :] if one.name and not one.branches]
        for _ in range(self.dice.choices((1, 2, 3), (6, 3, 1))[0]):
            cast = self.dice.random()
            if cast < 0.5:
                self.lead(part, words.LOOPS, self.dice.choice(back[-4:]))
            elif cast < 0.9 and ahead:
                self.lead(part, words.SKIPS, self.dice.choice(ahead[:4]))
            else:
                self.lead(part, words.STOPS, FINISH)

    def lead(self, part: Part, conditions: tuple[str, ...], target: str) -> None:
        """One more exit of a step, of at most three besides the way on; no condition or target comes twice."""
        taken = {condition for condition, _ in part.exits}
        if len(part.exits) < 3 and target not in {one for _, one in part.exits}:
            part.exits.append((self.dice.choice([one for one in conditions if one not in taken]), target))


def _size(part: Part) -> int:
    return bool(part.name) + sum(_size(one) for branch in part.branches for one in branch)


def grown(draft: Draft, steps: int) -> Process:
    """A process of so many steps."""
    dice = draft.dice
    names = dice.sample(words.SIDES, dice.randint(0, 2) if steps < 12 else dice.randint(1, 4))
    lengths = {name: dice.choices((1, 2, 3), (5, 3, 2))[0] for name in names}
    first = draft.step(dice.choice(words.FIRST))
    if len(draft.holders) > 1 and draft.holder == draft.holders[0]:
        draft.hand_over()
    middle = draft.row(steps - 2 - sum(lengths.values()))
    main = [first, *middle, draft.step(dice.choice(words.LAST))]
    process = Process(main, {})
    for name, length in lengths.items():
        side = draft.row(length, depth=1)
        _lead_into(draft, process, name)
        _lead_out(draft, process, side)
        process.sides[name] = side
    for index, part in enumerate(main[:-1]):
        if part.name and not part.branches and dice.random() < DECIDES:
            draft.decide(main, index)
    for one in (*main, *(part for side in process.sides.values() for part in side)):
        # Some declarations name the normal way too; where they do not, the label of it is worked out.
        if one.exits and all(condition for condition, _ in one.exits) and dice.random() < 0.5:
            one.exits.append((dice.choice(words.ONWARDS), NEXT_STEP))
    return process


def _lead_into(draft: Draft, process: Process, name: str) -> None:
    """An exit into a side branch, from the main path or from an earlier side branch."""
    main = [one for one in process.main[:-1] if _free(one)] or process.main[-1:]
    beside = [one for side in process.sides.values() for one in side if _free(one)]
    chosen = draft.dice.choice(beside if beside and draft.dice.random() < BRANCHED else main)
    draft.lead(chosen, words.BRANCHES, name)


def _free(part: Part) -> bool:
    """Whether a step may have another exit."""
    return bool(part.name) and not part.branches and len(part.exits) < 3 and all(case for case, _ in part.exits)


def _lead_out(draft: Draft, process: Process, side: list[Part]) -> None:
    """Back to the main path without a condition, after the last step of a side branch, or nothing: the case ends."""
    plain = [one.name for one in process.main if one.name and not one.branches]
    if side[-1].name and not side[-1].branches and draft.dice.random() < RETURNS:
        side[-1].exits.append(("", draft.dice.choice(plain)))
