"""Exact optimal alignments of traces with a process, all variants at once.

An alignment (A. Adriansyah, Aligning Observed and Modeled Behavior, 2014) pairs what was logged with a way through the
model from its beginning to an end: a step that is in both costs nothing, one that only the log or only the model has
costs 1. The cheapest is wanted: it is the distance between a word and an automaton, found by going through the word
once, from state to state (``engine.conformance.states``), and the moves by going back from the cheapest end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.conformance.automaton import Automaton
from engine.conformance.moves import Alignment, Move, Word
from engine.conformance.states import States, Step

_MOST_BITS = 1 << 29
"""Of the costs of states that are kept: 64 MiB; beyond, all are forgotten between two words."""


def costs_of(automaton: Automaton, words: Sequence[Word]) -> Iterator[int]:
    """The cost of each word, in order. The automaton must have an end."""
    states, most = _states(automaton, words)
    start = states.start
    for word in words:
        if len(states) > most:
            states.clear()
            start = states.start
        state, cost = start, 0
        for letter in word:
            step = state[letter]
            cost += step.cost
            state = step.after
        yield cost + state.end[1]


def alignments(automaton: Automaton, words: Sequence[Word]) -> Iterator[Alignment]:
    """The cheapest moves of each word, in order. The automaton must have an end.

    Of several, steps done as declared come late: what is missing is told first.
    """
    states, most = _states(automaton, words)
    start = states.start
    for word in words:
        if len(states) > most:
            states.clear()
            start = states.start
        state = start
        steps: list[Step] = []
        for letter in word:
            step = state[letter]
            steps.append(step)
            state = step.after
        marking, cost = state.end
        back: list[Move] = []
        for step in reversed(steps):
            cost += step.cost
            moves, marking = step[marking]
            back += moves
        back += states.skipped(0, marking)
        back.reverse()
        yield Alignment(cost=cost, moves=tuple(back))


def _states(automaton: Automaton, words: Sequence[Word]) -> tuple[States, int]:
    """None yet, and how many may be kept."""
    states = States(automaton, max(map(len, words), default=0))
    return states, _MOST_BITS // states.lanes.bits
