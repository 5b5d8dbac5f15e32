"""Reduction of a net to a smaller one that is sound exactly when it is.

T. Murata, Petri Nets: Properties, Analysis and Applications, 1989, section V (fusion of series and parallel places and
transitions, elimination of self-loops), and J. Desel, J. Esparza, Free Choice Petri Nets, 1995, chapter 7, adapted to
nets with ends:

- **places in series**: all that takes from a place takes nothing else, so whoever puts a token there may as well go on
  at once with each of those: the place goes, and with it its transitions;
- **parallel places**: the same transitions put tokens there and take them away: one stands for all;
- **parallel transitions**: they take and give the same: one stands for all;
- **self-loops**: a transition that gives back the one token that it takes changes nothing;
- **ends**: which of several ends is reached makes no difference.

None of them takes away or adds a second token on a place, a token left behind, a marking without a way to the end, or
the last of the dead transitions; ``soak/test_soundness.py`` holds that against brute force. Every transition of the
smaller net remembers the run of the original net that it stands for.

Where it matters what happens on the way, transitions have letters. One with a letter is never moved to follow at once
upon another, nor does one without it stand for it: then the same words are spelt on the runs of both nets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.nets.net import Net
from engine.soundness.reduced import Reduced, Run

_MOST_PAIRS = 16
"""A place is fused only if at most so many pairs of what puts tokens there and what takes them away come of it."""


def places_of(places: int) -> Iterator[int]:
    """Each place of a set of places, as a set of one."""
    while places:
        place = places & -places
        yield place
        places ^= place


def transitions_of(transitions: int) -> Iterator[int]:
    """Each transition of a set of transitions."""
    while transitions:
        one = transitions & -transitions
        yield one.bit_length() - 1
        transitions ^= one


def reduce(net: Net, letters: Sequence[int] = ()) -> Reduced:
    """The smaller net of ``net``; ``letters``: one for each transition, 0 for none, as all have if not given."""
    return _Reducer(net, letters).reduced()


class _Reducer:
    """Sets of places and transitions are integers; ``left``: what a transition takes, gives and spells → which it is.

    ``putting`` and ``taking``: place → the transitions that put a token there, that take one away.
    """

    def __init__(self, net: Net, letters: Sequence[int]) -> None:
        self.takes = [one.takes for one in net.transitions]
        self.gives = [one.gives for one in net.transitions]
        self.letters = list(letters) or [0] * len(self.takes)
        self.initial = net.initial
        self.ends = net.ends
        self.runs: list[Run] = list(range(len(self.takes)))
        self.prefix: Run = None
        self._merge_ends()
        self.putting = dict.fromkeys([1 << index for index in range(len(net.places))], 0)
        self.taking = self.putting.copy()
        self.left: dict[tuple[int, int, int], int] = {}
        for one in range(len(self.takes)):
            self._enter(one)

    def reduced(self) -> Reduced:
        """Apply the rules until none applies."""
        waiting = [place for place in self.putting if not place & self.ends]
        several = False
        while True:
            remaining = [place for place in waiting if not self._fused(place, several=several)]
            changed = len(remaining) < len(waiting)
            if self._without_parallel_places():
                changed = True
                remaining = [place for place in remaining if place in self.putting]
            waiting = remaining
            if several and not changed:
                break
            # A choice often comes to nothing when what follows has been fused: that is waited for.
            several = not changed
        kept = self.left.values()
        return Reduced(
            tuple([self.takes[one] for one in kept]),
            tuple([self.gives[one] for one in kept]),
            self.initial,
            self.ends,
            tuple([self.runs[one] for one in kept]),
            self.prefix,
            tuple([self.letters[one] for one in kept]),
        )

    # --- the transitions there are

    def _merge_ends(self) -> None:
        """Let one end stand for all, where no single transition reaches two and nothing leaves one."""
        ends = self.ends
        several = ends & (ends - 1)
        if not several or self.initial & ends or any(take & ends for take in self.takes):
            return
        first = ends & -ends
        merged = []
        for give in self.gives:
            reached = give & ends
            if reached & (reached - 1):
                return
            merged.append(give ^ reached | first if reached else give)
        self.gives = merged
        self.ends = first

    def _enter(self, one: int) -> None:
        """Index a transition, unless a parallel one stands for it."""
        take, give = self.takes[one], self.gives[one]
        if self.left.setdefault((take, give, self.letters[one]), one) == one:
            self._mark(take, give, 1 << one)

    def _leave(self, one: int) -> None:
        take, give = self.takes[one], self.gives[one]
        del self.left[take, give, self.letters[one]]
        self._mark(take, give, 1 << one)

    def _mark(self, take: int, give: int, transition: int) -> None:
        """Turn a transition on or off in the rows of the places that it takes from and gives to."""
        taking, putting = self.taking, self.putting
        while take:
            place = take & -take
            take ^= place
            taking[place] ^= transition
        while give:
            place = give & -give
            give ^= place
            putting[place] ^= transition

    # --- places in series, and self-loops

    def _fused(self, place: int, *, several: bool) -> bool:
        """Whether ``place`` is gone: fused with what comes after it, or without any transition.

        ``several``: also where one of several transitions is chosen there.
        """
        putting, taking = self.putting[place], self.taking[place]
        marked = self.initial & place
        if (
            taking & putting
            and (loop := self.left.get((place, place, 0))) is not None
            and (putting != 1 << loop or marked)
        ):
            self._leave(loop)
            putting, taking = self.putting[place], self.taking[place]
        if not taking:
            return not (putting or marked)
        if taking & putting or not (putting or marked):
            return False
        if not taking & (taking - 1):
            return self._run_on(place, marked, putting, taking.bit_length() - 1)
        if not several or marked or not self._may_fuse(place, putting, taking):
            return False
        self._fuse(place, putting, taking)
        return True

    def _may_fuse(self, place: int, putting: int, taking: int) -> bool:
        """Whether what takes from ``place`` takes nothing else, and puts its tokens where none can be already."""
        if putting & (putting - 1) and putting.bit_count() * taking.bit_count() > _MOST_PAIRS:
            return False
        gives = self.gives
        after = 0
        for one in transitions_of(taking):
            further = gives[one]
            if self.takes[one] != place or not further or self.letters[one]:
                return False
            after |= further
        return not any(gives[one] & after for one in transitions_of(putting))

    def _run_on(self, place: int, marked: int, putting: int, following: int) -> bool:
        """Let all that puts a token on ``place`` run on along the only transition that leads away, if that may be."""
        left, takes, gives, runs, letters = self.left, self.takes, self.gives, self.runs, self.letters
        further, onward = gives[following], runs[following]
        if takes[following] != place or not further or letters[following]:
            return False
        if marked and (self.initial ^ place) & further:
            return False
        leading = []
        while putting:
            one = putting.bit_length() - 1
            putting ^= 1 << one
            if gives[one] & further:
                return False
            leading.append(one)
        del left[place, further, 0]
        changed = 1 << following
        moved = place | further
        for one in leading:
            take, give, letter = takes[one], gives[one], letters[one]
            del left[take, give, letter]
            if left.setdefault((take, give ^ moved, letter), one) == one:
                changed |= 1 << one
                gives[one] = give ^ moved
                runs[one] = (runs[one], onward)
            else:
                self._mark(take, give ^ place, 1 << one)
        self._mark(0, further, changed)
        if marked:
            self.initial ^= moved
            self.prefix = (self.prefix, onward)
        del self.putting[place], self.taking[place]
        return True

    def _fuse(self, place: int, putting: int, taking: int) -> None:
        """Put a transition in place of each pair of one that puts a token on ``place`` and one that takes it away."""
        leading, following = list(transitions_of(putting)), list(transitions_of(taking))
        for one in (*leading, *following):
            self._leave(one)
        for one in leading:
            give = self.gives[one] ^ place
            for other in following:
                self.takes.append(self.takes[one])
                self.gives.append(give | self.gives[other])
                self.letters.append(self.letters[one])
                self.runs.append((self.runs[one], self.runs[other]))
                self._enter(len(self.takes) - 1)
        del self.putting[place], self.taking[place]

    # --- parallel places

    def _without_parallel_places(self) -> bool:
        """Whether places were found that are parallel, and taken out but for one of each kind."""
        found = False
        for key in list(self.left):
            take = key[0]
            # Those in what an earlier one takes may have been taken out.
            if take & (take - 1) and key in self.left:
                found |= self._simplified(take)
        return found

    def _simplified(self, places: int) -> bool:
        seen: dict[tuple[int, int, int], int] = {}
        parallel = 0
        for place in places_of(places & ~self.ends):
            alike = (self.putting[place], self.taking[place], bool(self.initial & place))
            if seen.setdefault(alike, place) != place:
                parallel |= place
        for place in places_of(parallel):
            self._take_out(place)
        return parallel != 0

    def _take_out(self, place: int) -> None:
        for one in transitions_of(self.putting[place] | self.taking[place]):
            take, give, letter = self.takes[one], self.gives[one], self.letters[one]
            del self.left[take, give, letter]
            self.takes[one] = take = take & ~place
            self.gives[one] = give = give & ~place
            if self.left.setdefault((take, give, letter), one) != one:
                self._mark(take, give, 1 << one)
        self.initial &= ~place
        del self.putting[place], self.taking[place]
