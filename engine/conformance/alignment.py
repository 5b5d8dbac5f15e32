"""Exact optimal alignments of traces with a process, all variants at once.

An alignment (A. Adriansyah, Aligning Observed and Modeled Behavior, 2014) pairs what was logged with a way through the
model from its beginning to an end: a step that is in both costs nothing, one that only the log or only the model has
costs 1. The cheapest is wanted.

It is the distance between a word and an automaton, found by going through the word once: ``cost[m]`` is the least cost
with which the letters so far can end at marking ``m``. A letter ``x`` makes of it

    new[m] = min(cost[m] + 1,  min over arcs (s, x, t) of cost[s] + distance[t, m])

which holds because a cost that model moves cannot better stays so when 1 is added everywhere, and because after an arc
the rest of the way to ``m`` is model moves, of which ``distance`` knows the fewest. So no search is needed: a letter
costs a few operations on arrays, for all variants that have it at this place together, and words that begin alike share
their beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.conformance.automaton import FAR, Arc, Automaton, Costs

Word = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """One move. ``letter`` is the step. ``logged`` and ``modelled`` say on which side it is; both is what should be.

    ``at`` is its index in the word, for logged moves; ``arc`` is what the process does, for modelled ones. One that no
    log shows has no letter.
    """

    letter: str
    logged: bool
    modelled: bool
    at: int = -1
    arc: Arc | None = None

    @property
    def costs(self) -> bool:
        """Whether one side has it and the other should."""
        return bool(self.letter) and not (self.logged and self.modelled)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The moves of a word in order; ``cost`` is how many of them are of one side only."""

    cost: int
    moves: tuple[Move, ...]


class Aligned:
    """The words aligned with an automaton: costs at once, moves when asked for."""

    def __init__(self, automaton: Automaton, words: Sequence[Word]) -> None:
        """Align ``words``, each of which should occur once."""
        self._automaton = automaton
        self._words = words
        self._tree = _Tree(words)
        self._costs = _costs(automaton, self._tree)
        ends = list(automaton.ends)
        last = self._costs[self._tree.last][:, ends]
        best = last.argmin(axis=1) if len(words) else np.zeros(0, dtype=np.int64)
        self._end = [ends[index] for index in best]
        self.costs: list[int] = last[np.arange(len(words)), best].tolist()
        """The cost of each word; ``FAR`` or more where the process cannot end."""

    def alignment(self, number: int) -> Alignment:
        """The cheapest moves of a word. Of several, steps done as declared come late: what is missing is told first."""
        automaton, distance, costs = self._automaton, self._automaton.distance, self._costs
        word, node, marking = self._words[number], self._tree.last[number], self._end[number]
        back: list[Move] = []
        for at in range(len(word) - 1, -1, -1):
            before = self._tree.parent[node]
            cost = costs[node, marking]
            for arc in automaton.by_letter.get(word[at], ()):
                if costs[before, arc.source] + distance[arc.target, marking] == cost:
                    back += self._missing(arc.target, marking)
                    back.append(Move(word[at], logged=True, modelled=True, at=at, arc=arc))
                    marking = arc.source
                    break
            else:
                back.append(Move(word[at], logged=True, modelled=False, at=at))
            node = before
        back += self._missing(0, marking)
        return Alignment(self.costs[number], tuple(reversed(back)))

    def _missing(self, source: int, target: int) -> list[Move]:
        """What the process does from one marking to the other and the log does not show, backwards."""
        way = self._automaton.way(source, target)
        return [Move(arc.letter or "", logged=False, modelled=True, arc=arc) for arc in reversed(way)]


class _Tree:
    """All beginnings of all words, each once; 0 is the empty one.

    ``parent`` and ``letter`` are by beginning, ``levels`` groups them by length, ``last`` is where each word ends.
    """

    def __init__(self, words: Sequence[Word]) -> None:
        self.parent, self.letter, self.last = [0], [""], list[int]()
        self.levels: list[dict[str, list[int]]] = []
        children: dict[tuple[int, str], int] = {}
        for word in words:
            node = 0
            for depth, letter in enumerate(word):
                child = children.get((node, letter))
                if child is None:
                    child = len(self.parent)
                    children[node, letter] = child
                    self.parent.append(node)
                    self.letter.append(letter)
                    if depth == len(self.levels):
                        self.levels.append({})
                    self.levels[depth].setdefault(letter, []).append(child)
                node = child
            self.last.append(node)


def _costs(automaton: Automaton, tree: _Tree) -> Costs:
    """Beginning of a word → marking → least cost."""
    distance = automaton.distance
    costs: Costs = np.empty((len(tree.parent), len(automaton.markings)), dtype=np.uint16)
    costs[0] = distance[0]
    parent: NDArray[np.int64] = np.array(tree.parent)
    for level in tree.levels:
        for letter, nodes in level.items():
            before = costs[parent[nodes]]
            after = np.minimum(before, FAR) + np.uint16(1)
            for arc in automaton.by_letter.get(letter, ()):
                np.minimum(after, before[:, arc.source, None] + distance[arc.target], out=after)
            costs[nodes] = after
    return costs
