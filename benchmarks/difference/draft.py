"""A version under the hands of its editor: the tree, the dice, the words left, and what has been done to it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from benchmarks.difference import words
from benchmarks.difference.tree import Exclusive, Leaf, Optional, Parallel, Sequence, Version, copied, leaves, sequences

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit as made: its code, and the steps (uids) or other things it was made on."""

    code: str
    steps: tuple[int, ...] = ()
    thing: str = ""


@dataclass(slots=True)
class Draft:
    """A version being edited.

    ``taken`` are the names that no step may be given; ``spare`` are kinds of steps not used yet; in a ``vague`` one
    what is done in a step does not tell which step it is.

    ``moved`` holds the steps (uids) that were carried to another place, ``quiet`` the steps whose
    loops or ways to the end were edited.
    """

    version: Version
    dice: random.Random
    taken: set[str]
    spare: list[words.Kind]
    vague: bool = False
    acts: list[str] = field(default_factory=lambda: list(words.ACTS))
    moved: set[int] = field(default_factory=set)
    quiet: set[int] = field(default_factory=set)
    record: list[Edit] = field(default_factory=list)

    @property
    def tree(self) -> Sequence:
        """The tree."""
        return self.version.tree

    def copied(self) -> Draft:
        """The same again with the same dice, to try an edit on."""
        return replace(
            self,
            version=copied(self.version),
            taken=set(self.taken),
            acts=list(self.acts),
            moved=set(self.moved),
            quiet=set(self.quiet),
            record=list(self.record),
        )

    def note(self, code: str, steps: Iterable[int] = (), thing: str = "") -> bool:
        """Write down an edit; True, so that an edit can end with it."""
        self.record.append(Edit(code, tuple(steps), thing))
        return True

    def inner(self) -> list[Leaf]:
        """The steps but the first and the last, which stay where they are."""
        ends = {id(self.tree[0]), id(self.tree[-1])}
        return [leaf for leaf in leaves(self.tree) if id(leaf) not in ends]

    def kept(self) -> list[Leaf]:
        """The steps that continue exactly one step of 优化前 and share it with none; no named blocks."""
        found = list(leaves(self.tree))
        return [
            leaf
            for leaf in found
            if not leaf.members
            and len(leaf.origins) == 1
            and not any(other.origins & leaf.origins for other in found if other is not leaf)
        ]

    def free(self, name: str) -> bool:
        """Whether a step may be called so; it is, from now on."""
        if name in self.taken:
            return False
        self.taken.add(name)
        return True

    def runs(self, least: int, most: int) -> Iterator[tuple[Sequence, int, int]]:
        """Stretches of a list (list, start, stop) without the first and last step of the whole, in random order."""
        found = []
        for sequence in sequences(self.tree):
            outer = sequence is self.tree
            low, high = (1, len(sequence) - 1) if outer else (0, len(sequence))
            found += [
                (sequence, start, start + length)
                for length in range(least, most + 1)
                for start in range(low, high - length + 1)
            ]
        self.dice.shuffle(found)
        return iter(found)

    def blocks(self, kind: type[Parallel | Exclusive | Optional]) -> list[tuple[Sequence, int]]:
        """Where blocks of a kind stand, in random order."""
        found = [
            (sequence, index)
            for sequence in sequences(self.tree)
            for index, node in enumerate(sequence)
            if isinstance(node, kind)
        ]
        self.dice.shuffle(found)
        return found

    def conditions(self, kind: tuple[str, ...], count: int) -> list[str]:
        """So many different conditions."""
        return self.dice.sample(kind, count)

    def new_ident(self) -> str:
        """A 标识 that means nothing."""
        return f"K{self.dice.randrange(16**5):05X}"


def holding(tree: Sequence, leaf: Leaf) -> Sequence:
    """The list that a step stands in."""
    return next(one for one in sequences(tree) if any(node is leaf for node in one))


def index_of(sequence: Sequence, leaf: Leaf) -> int:
    """Where the step stands in its list."""
    return next(index for index, node in enumerate(sequence) if node is leaf)


def collapse(sequence: Sequence) -> None:
    """Empty branches go, and blocks of a single branch with them."""
    index = 0
    while index < len(sequence):
        node = sequence[index]
        if isinstance(node, Leaf):
            index += 1
            continue
        for branch in node.branches:
            collapse(branch)
        if isinstance(node, Exclusive):
            left = [(case, one) for case, one in zip(node.conditions, node.branches, strict=True) if one]
            node.conditions = [case for case, _ in left]
        node.branches = [branch for branch in node.branches if branch]
        alone = len(node.branches) == 1 and not isinstance(node, Optional)
        if not node.branches or alone:
            sequence[index : index + 1] = node.branches[0] if alone else []
        else:
            index += 1
