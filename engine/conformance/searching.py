"""An exact alignment where a net has too many markings to number: the cheapest moves first, as far as allowed.

Dijkstra's search over pairs of a place in the word and a marking (the synchronous product of A. Adriansyah, 2014).
"""

from __future__ import annotations

from heapq import heappop, heappush

from engine.conformance.automaton import Arc
from engine.conformance.letters import Shown
from engine.conformance.moves import Alignment, Move, Word
from engine.nets.net import Net

MOST_MET = 200_000
"""Pairs looked at for one word; some three seconds."""

State = tuple[int, int]


def searched(net: Net, seen: Shown, word: Word, most: int = MOST_MET) -> Alignment | None:
    """The cheapest moves of ``word``; None where ``most`` pairs did not settle it, or the process cannot end."""
    start = (0, net.initial)
    costs, came = {start: 0}, dict[State, tuple[State, Move]]()
    # Of equal costs the one that is further in the word first: it is nearer to the end.
    waiting: list[tuple[int, int, int]] = [(0, 0, net.initial)]
    settled: set[State] = set()
    while waiting and len(settled) < most:
        cost, left, marking = heappop(waiting)
        here = (-left, marking)
        if here in settled:
            continue
        settled.add(here)
        if here[0] == len(word) and net.finished(marking):
            return Alignment(cost=cost, moves=_moves(here, start, came))
        for after, move in _next(net, seen, word, here):
            price = cost + move.costs
            if price < costs.get(after, price + 1):
                costs[after] = price
                came[after] = (here, move)
                heappush(waiting, (price, -after[0], after[1]))
    return None


def _next(net: Net, seen: Shown, word: Word, here: State) -> list[tuple[State, Move]]:
    at, marking = here
    found: list[tuple[State, Move]] = []
    if at < len(word):
        found.append(((at + 1, marking), Move(letter=word[at], logged=True, modelled=False)))
    for one in net.enabled(marking):
        letter, after = seen.letter(one), one.fire(marking)
        arc = Arc(source=marking, target=after, letter=letter, transition=one)
        found.append(((at, after), Move(letter=letter or "", logged=False, modelled=True, arc=arc)))
        if at < len(word) and letter == word[at]:
            found.append(((at + 1, after), Move(letter=letter, logged=True, modelled=True, arc=arc)))
    return found


def _moves(end: State, start: State, came: dict[State, tuple[State, Move]]) -> tuple[Move, ...]:
    back: list[Move] = []
    while end != start:
        end, move = came[end]
        back.append(move)
    return tuple(reversed(back))
