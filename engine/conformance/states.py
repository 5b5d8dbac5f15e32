"""The automaton of all words with their costs, made as far as words go: what they have in common is found out once.

Behind the letters so far stands a row: for each marking ``m`` the least cost with which they can end there. A letter
``x`` makes of it

    after[m] = min(row[m] + 1,  min over arcs (s, x, t) of row[s] + least[t][m])

which holds because a cost that model moves cannot better stays so when 1 is added everywhere, and because after an arc
the rest of the way to ``m`` is model moves, of which ``least`` knows the fewest. So no search is needed.

A row less its least number is a state, what was subtracted the cost of the letter (M. Mohri's determinization of
weighted automata, Finite-State Transducers in Language and Speech Processing, Computational Linguistics 23(2), 1997).
Words soon come to states that others were in, however different they began: 5,000 different words of some dozen steps
have some hundred states to a few thousand. Backwards, which moves led to a marking depends on the state, the letter and
the marking alone, and is found out once too.
"""

from __future__ import annotations

from engine.conformance.automaton import Automaton
from engine.conformance.lanes import Lanes
from engine.conformance.moves import Move



class State(dict[str, "Step"]):
    """Letter → the step from here; ``row``: the costs at the markings, the least of which is 0."""

    __slots__ = ("row", "states")

    def __init__(self, states: States, row: int) -> None:
        """Nothing is known of any letter."""
        self.states, self.row = states, row

    def __missing__(self, letter: str) -> Step:
        """Find out what the letter does."""
        states = self.states
        row, cost = states.lanes.after(self.row, states.arcs_of(letter)[0])
        step = self[letter] = Step(self, letter, self if row == self.row else states.state(row), cost)
        return step


class Step(dict[int, tuple[tuple[Move, ...], int]]):
    """A letter of a word: marking after it → the moves that led there, the last first, and the marking before them.

    ``cost``: by how much it makes every way dearer, 0 or 1.
    """

    __slots__ = ("after", "before", "cost", "letter")

    def __init__(self, before: State, letter: str, after: State, cost: int) -> None:
        """No marking was asked for."""
        self.before, self.letter, self.after, self.cost = before, letter, after, cost

    def __missing__(self, marking: int) -> tuple[tuple[Move, ...], int]:
        """Find out which moves led there: with the first arc, in the order of markings, that is as cheap; else none."""
        states = self.before.states
        at, before = states.lanes.at, self.before.row
        arcs, moves, added = states.arcs_of(self.letter)
        cost = at(self.after.row, marking) + self.cost
        for (source, target, least), move in zip(arcs, moves, strict=True):
            if at(before, source) + at(least, marking) == cost:
                found = (*states.skipped(target, marking), move), source
                break
        else:
            found = added, marking
        self[marking] = found
        return found


class States:
    """All states met so far. The automaton must have an end."""

    def __init__(self, automaton: Automaton, longest: int) -> None:
        """For words of at most ``longest`` letters."""
        self._automaton = automaton
        # No cost is more than all letters and once through all markings; sums of two and the 1 of a letter must fit.
        far = longest + len(automaton.markings)
        self.lanes = Lanes(len(automaton.markings), 2 * far + 1)
        self._least = _least(automaton, self.lanes, far)
        self._letters = dict[str, _Letter]()
        self._ways = dict[tuple[int, int], tuple[Move, ...]]()
        self._states = dict[int, State]()
        self._ends = dict[int, tuple[int, int]]()
        self.start = self.state(self._least[0])

    @property
    def bits(self) -> int:
        """What all rows need."""
        return len(self._states) * self.lanes.bits

    def forget(self) -> None:
        """All states, but not the costs between markings."""
        self._states.clear()
        self._ends.clear()
        self.start = self.state(self._least[0])

    def state(self, row: int) -> State:
        """The state of a row whose least number is 0."""
        state = self._states.get(row)
        if state is None:  # one of which nothing is known yet is as false as None
            state = self._states[row] = State(self, row)
        return state

    def arcs_of(self, letter: str) -> _Letter:
        """What a letter can do."""
        found = self._letters.get(letter)
        if found is None:
            arcs = self._automaton.by_letter.get(letter, ())
            found = self._letters[letter] = (
                [(arc.source, arc.target, self._least[arc.target]) for arc in arcs],
                [Move(letter, logged=True, modelled=True, arc=arc) for arc in arcs],
                (Move(letter, logged=True, modelled=False),),
            )
        return found

    def end(self, state: State) -> tuple[int, int]:
        """The end that costs least at ``state``, of several the one with the lowest number, and that cost."""
        found = self._ends.get(state.row)
        if found is None:
            cost, marking = min((self.lanes.at(state.row, end), end) for end in self._automaton.ends)
            found = self._ends[state.row] = marking, cost
        return found

    def skipped(self, source: int, target: int) -> tuple[Move, ...]:
        """What the process does from one marking to the other and the log does not show, the last first."""
        if source == target:
            return ()
        found = self._ways.get((source, target))
        if found is None:
            way = reversed(self._automaton.way(source, target))
            found = tuple(Move(arc.letter or "", logged=False, modelled=True, arc=arc) for arc in way)
            self._ways[source, target] = found
        return found


_Letter = tuple[list[tuple[int, int, int]], list[Move], tuple[Move, ...]]
"""By arc: the marking before, the one after, the least costs from there. By arc: its move. The move of the log alone."""


def _least(automaton: Automaton, lanes: Lanes, far: int) -> list[int]:
    """By marking, the row of the fewest letters from it to each marking; ``far`` where there is no way.

    The last marking first, for arcs mostly lead to later ones; again until nothing changes (R. Bellman, 1958).
    """
    rows = [lanes.ones * far - lanes.alone(far, marking) for marking in range(len(automaton.out))]
    changed = True
    while changed:
        changed = False
        for marking in range(len(rows) - 1, -1, -1):
            row = before = rows[marking]
            for arc in automaton.out[marking]:
                row = lanes.least(row, rows[arc.target] + (0 if arc.letter is None else lanes.ones))
            if row != before:
                rows[marking] = row
                changed = True
    return rows
