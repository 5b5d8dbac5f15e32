"""Rows of small numbers, each row one integer, so that one operation is done on all numbers of a row.

A number has a lane of so many bits, of which the highest is kept free to show how a comparison went (L. Lamport,
Multiple Byte Processing with Full-Word Instructions, Communications of the ACM 18(8), 1975). Python's integers are as
long as they need be; a row of some dozens of markings is a few machine words, which is why this beats arrays here.
"""

from __future__ import annotations

from collections.abc import Iterable


class Lanes:
    """Rows of ``count`` numbers from 0 to ``most``; number 0 is the lowest lane."""

    __slots__ = ("_free", "_top", "bits", "lane", "ones", "width")

    def __init__(self, count: int, most: int) -> None:
        """Lanes that are just wide enough."""
        self._top = most.bit_length()
        self.width = self._top + 1
        """Bits of a lane: number ``index`` is at the place ``index * width``."""
        self.lane = (1 << self.width) - 1
        """``row >> place & lane`` is the number at a place."""
        self.bits = count * self.width
        """Bits of a row."""
        self.ones = ((1 << self.bits) - 1) // self.lane
        """1 everywhere; ``number * ones`` has the number everywhere."""
        self._free = self.ones << self._top

    def alone(self, number: int, index: int) -> int:
        """The row that has ``number`` at ``index`` and 0 everywhere else."""
        return number << index * self.width

    def least(self, one: int, other: int) -> int:
        """The lesser number, for every lane by itself."""
        # Bit _top of a lane stays where nothing had to be borrowed: one is not the lesser there.
        more = ((one | self._free) - other) & self._free
        return one ^ ((one ^ other) & (more - (more >> self._top)))

    def after(self, row: int, terms: Iterable[tuple[int, int]]) -> tuple[int, int]:
        """The least of ``row`` + 1 and, by term, what ``row`` has at a place + another row; and what it was less.

        That is 1 if there is no 0 otherwise, else 0. All in one function, for it is what time goes into.
        """
        lane, ones, free, top = self.lane, self.ones, self._free, self._top
        found = row + ones
        for place, other in terms:
            sums = (row >> place & lane) * ones + other
            more = ((found | free) - sums) & free
            found ^= (found ^ sums) & (more - (more >> top))
        return (found - ones, 1) if ((found | free) - ones) & free == free else (found, 0)
