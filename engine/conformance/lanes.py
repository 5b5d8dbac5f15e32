"""Rows of small numbers, each row one integer, so that one operation is done on all numbers of a row.

A number has a lane of so many bits, of which the highest is kept free to show how a comparison went (L. Lamport,
Multiple Byte Processing with Full-Word Instructions, Communications of the ACM 18(8), 1975). Python's integers are as
long as they need be; a row of some dozens of markings is a few machine words, which is why this beats arrays here.
"""

from __future__ import annotations

from collections.abc import Iterable


class Lanes:
    """Rows of ``count`` numbers from 0 to ``most``; number 0 is the lowest lane."""

    __slots__ = ("_free", "_lane", "_top", "_width", "bits", "ones")

    def __init__(self, count: int, most: int) -> None:
        """Lanes that are just wide enough."""
        self._top = most.bit_length()
        self._width = self._top + 1
        self._lane = (1 << self._width) - 1
        self.bits = count * self._width
        """Bits of a row."""
        self.ones = ((1 << self.bits) - 1) // self._lane
        """1 everywhere; ``number * ones`` has the number everywhere."""
        self._free = self.ones << self._top

    def alone(self, number: int, index: int) -> int:
        """The row that has ``number`` at ``index`` and 0 everywhere else."""
        return number << index * self._width

    def at(self, row: int, index: int) -> int:
        """One number of a row."""
        return row >> index * self._width & self._lane

    def least(self, one: int, other: int) -> int:
        """The lesser number, for every lane by itself."""
        # Bit _top of a lane stays where nothing had to be borrowed: one is not the lesser there.
        more = ((one | self._free) - other) & self._free
        return one ^ ((one ^ other) & (more - (more >> self._top)))

    def after(self, row: int, arcs: Iterable[tuple[int, int, int]]) -> tuple[int, bool]:
        """The least of ``row`` + 1 and, by arc, what ``row`` has at the first index + the row that comes third.

        Less 1 everywhere if there is no 0 otherwise, which is told. An arc whose third row has 0 at the second index
        is looked at only where that is less than ``row`` + 1 there. Everything above in one function: it is what time
        goes into.
        """
        width, lane, ones, free, top = self._width, self._lane, self.ones, self._free, self._top
        found = row + ones
        for source, target, least in arcs:
            number = row >> source * width & lane
            if number <= row >> target * width & lane:
                other = number * ones + least
                more = ((found | free) - other) & free
                found ^= (found ^ other) & (more - (more >> top))
        positive = ((found | free) - ones) & free == free
        return (found - ones if positive else found), positive
