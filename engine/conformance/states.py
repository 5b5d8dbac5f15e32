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

from collections.abc import Iterator, Sequence

from engine.conformance.automaton import Arc, Automaton
from engine.conformance.lanes import Lanes
from engine.conformance.moves import Move

Row = tuple[int, Sequence[int]]
"""Numbers by marking, in lanes and one by one."""


class Letter:
    """What a letter can do.

    ``terms``: the marking before it, the row of the least costs to each marking after it, and markings that make it
    needless. ``ways``: by arc, the marking before it, the one right after it, the least costs from there, the move.
    ``added``: the move of the log alone.

    A marking is needless where one from which a model move leads to it costs less, if the letter can be had there as
    well and what it leads to is at most 1 dearer: side by side it is all the same which step is first. Without that a
    block of ten branches would have half a thousand terms for each of its steps.
    """

    __slots__ = ("_added", "_arcs", "_least", "_name", "_ways", "terms")

    def __init__(self, name: str, automaton: Automaton, least: Sequence[Row], lanes: Lanes) -> None:
        """With the costs between markings."""
        self._name, self._arcs, self._least = name, automaton.by_letter.get(name, ()), least
        self._ways: list[tuple[int, int, Sequence[int], Move]] | None = None
        self._added: tuple[Move, ...] = ()
        rows: dict[int, int] = {}
        for arc in self._arcs:
            source, (row, _) = arc.source, least[arc.target]
            rows[source] = lanes.least(rows[source], row) if source in rows else row
        better: dict[int, list[int]] = {source: [] for source in rows}
        for source, row in rows.items() if len(rows) > 1 else ():
            for arc in automaton.out[source]:
                other = rows.get(arc.target)
                if other is not None and arc.letter is not None and lanes.least(row, other + lanes.ones) == row:
                    better[arc.target].append(source)
        self.terms = [(source, row, better[source]) for source, row in rows.items()]

    @property
    def ways(self) -> list[tuple[int, int, Sequence[int], Move]]:
        """As above; made when moves are asked for, which costs alone need not."""
        if self._ways is None:
            self._ways = [
                (arc.source, arc.target, self._least[arc.target][1], _done(self._name, arc)) for arc in self._arcs
            ]
        return self._ways

    @property
    def added(self) -> tuple[Move, ...]:
        """As above; made when it is asked for."""
        if not self._added:
            self._added = (Move(letter=self._name, logged=True, modelled=False),)
        return self._added


def _done(name: str, arc: Arc) -> Move:
    """What was logged and is declared."""
    return Move(letter=name, logged=True, modelled=True, arc=arc)


class State(dict[str, "Step"]):
    """Letter → the step from here. ``costs``: by marking, the least of them 0; ``row``: the same in lanes.

    ``end``: the end that costs least, of several the one with the lowest number, and that cost.
    """

    __slots__ = ("_end", "costs", "row", "states")

    def __init__(self, states: States, row: int) -> None:
        """Nothing is known of any letter."""
        self.states, self.row, self.costs = states, row, states.lanes.numbers(row)
        self._end: tuple[int, int] | None = None

    def __missing__(self, name: str) -> Step:
        """Find out what the letter does."""
        states = self.states
        letter = states.letters[name]
        after, cost = self, 1
        if letter.terms:
            row, cost = states.lanes.after(self.row, self.costs, letter.terms)
            after = states[row]
        step = self[name] = Step(self, letter, after, cost)
        return step

    @property
    def end(self) -> tuple[int, int]:
        """As above; found when it is asked for, for most states are no word's last."""
        if self._end is None:
            marking = min(self.states.automaton.ends, key=self.costs.__getitem__)
            self._end = marking, self.costs[marking]
        return self._end


class Step(dict[int, tuple[tuple[Move, ...], int]]):
    """A letter of a word: marking after it → the moves that led there, the last first, and the marking before them.

    ``cost``: by how much it makes every way dearer, 0 or 1.
    """

    __slots__ = ("after", "before", "cost", "letter")

    def __init__(self, before: State, letter: Letter, after: State, cost: int) -> None:
        """No marking was asked for."""
        self.before, self.letter, self.after, self.cost = before, letter, after, cost

    def __missing__(self, marking: int) -> tuple[tuple[Move, ...], int]:
        """Find out which moves led there: by the first arc of those as cheap, or by none."""
        before, cost = self.before.costs, self.after.costs[marking] + self.cost
        for source, target, least, move in self.letter.ways:
            if before[source] + least[marking] == cost:
                skipped = () if target == marking else self.before.states.skipped(target, marking)
                found = self[marking] = (*skipped, move), source
                return found
        found = self[marking] = self.letter.added, marking
        return found


class States(dict[int, State]):
    """Row → state, of all met so far. The automaton must have an end."""

    def __init__(self, automaton: Automaton, longest: int) -> None:
        """For words of at most ``longest`` letters."""
        self.automaton = automaton
        # What letters cost at a marking is at most all of them and the way to it from where cases begin. What is as far
        # as ``far`` is of no use then; sums of two such and the 1 of a letter must fit.
        far = longest + automaton.depth + 1
        self.lanes = Lanes(len(automaton.markings), 2 * far + 1)
        self._least = _least(automaton, self.lanes, far)
        self.letters = _Letters(automaton, self._least, self.lanes)
        self._ways = dict[tuple[int, int], tuple[Move, ...]]()

    def __missing__(self, row: int) -> State:
        """A state of which nothing is known."""
        state = self[row] = State(self, row)
        return state

    @property
    def start(self) -> State:
        """Before the first letter."""
        return self[self._least[0][0]]

    def skipped(self, source: int, target: int) -> tuple[Move, ...]:
        """What the process does from one marking to the other and the log does not show, the last first."""
        if source == target:
            return ()
        found = self._ways.get((source, target))
        if found is None:
            way = self._way(source, target)
            found = tuple(Move(letter=arc.letter or "", logged=False, modelled=True, arc=arc) for arc in way)
            self._ways[source, target] = found
        return found

    def _way(self, source: int, target: int) -> Iterator[Arc]:
        """A way of the fewest letters, backwards; of several, one of the fewest arcs."""
        least = self._least
        came: dict[int, Arc] = {}
        met = [source]
        for here in met:  # it grows on the way
            if here == target:
                break
            left = least[here][1][target]
            for arc in self.automaton.out[here]:
                after = arc.target
                if least[after][1][target] + (arc.letter is not None) == left and after not in came:
                    came[after] = arc
                    met.append(after)
        while target != source:
            yield came[target]
            target = came[target].source


class _Letters(dict[str, Letter]):
    """Name → letter."""

    def __init__(self, automaton: Automaton, least: Sequence[Row], lanes: Lanes) -> None:
        """None was asked for."""
        self._automaton, self._least, self._lanes = automaton, least, lanes

    def __missing__(self, name: str) -> Letter:
        """What the arcs of that name do; there may be none."""
        found = self[name] = Letter(name, self._automaton, self._least, self._lanes)
        return found


def _least(automaton: Automaton, lanes: Lanes, far: int) -> list[Row]:
    """By marking, the row of the fewest letters from it to each marking; ``far`` where there is no way.

    The last marking first, for arcs mostly lead to later ones; again where an arc leads to what has changed since
    (R. Bellman, On a Routing Problem, 1958).
    """
    rows = [lanes.ones * far - lanes.alone(far, marking) for marking in range(len(automaton.out))]
    into: list[list[int]] = [[] for _ in rows]
    for marking, arcs in enumerate(automaton.out):
        for arc in arcs:
            into[arc.target].append(marking)
    due = set(range(len(rows)))
    while due:
        for marking in range(len(rows) - 1, -1, -1):
            if marking not in due:
                continue
            due.discard(marking)
            row = before = rows[marking]
            for arc in automaton.out[marking]:
                other = rows[arc.target]
                row = lanes.least(row, other if arc.letter is None else other + lanes.ones)
            if row != before:
                rows[marking] = row
                due.update(into[marking])
    return [(row, lanes.numbers(row)) for row in rows]
