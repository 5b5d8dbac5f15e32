"""Rows of small numbers, each row one integer, so that one operation is done on all numbers of a row.

A number has a lane of 1, 2, 4 or 8 bytes, of which the highest bit is kept free to show how a comparison went
(L. Lamport, Multiple Byte Processing with Full-Word Instructions, Communications of the ACM 18(8), 1975). Python's
integers are as long as they need be; a row of some dozens of markings is a few machine words, which is why this beats
arrays here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import Struct


class Lanes:
    """Rows of ``count`` numbers from 0 to ``most``; number 0 is the lowest lane."""

    __slots__ = ("_bytes", "_free", "_top", "_unpack", "bits", "ones")

    def __init__(self, count: int, most: int) -> None:
        """Lanes that are just wide enough."""
        size, code = next(
            (size, code) for size, code in zip((1, 2, 4, 8), "BHIQ", strict=True) if not most >> 8 * size - 1
        )
        self._top = 8 * size - 1
        self._unpack = Struct(f"<{count}{code}")
        self._bytes = size == 1
        self.bits = count * 8 * size
        """Bits of a row."""
        self.ones = ((1 << self.bits) - 1) // ((1 << 8 * size) - 1)
        """1 everywhere; ``number * ones`` has the number everywhere."""
        self._free = self.ones << self._top

    def alone(self, number: int, index: int) -> int:
        """The row that has ``number`` at ``index`` and 0 everywhere else."""
        return number << index * (self._top + 1)

    def numbers(self, row: int) -> Sequence[int]:
        """The numbers of a row."""
        packed = row.to_bytes(self._unpack.size, "little")
        return packed if self._bytes else self._unpack.unpack(packed)

    def least(self, one: int, other: int) -> int:
        """The lesser number, for every lane by itself."""
        # The free bit of a lane stays where nothing had to be borrowed: one is not the lesser there.
        more = ((one | self._free) - other) & self._free
        return one ^ ((one ^ other) & (more - (more >> self._top)))

    def after(
        self, row: int, numbers: Sequence[int], terms: Iterable[tuple[int, int, Sequence[int]]]
    ) -> tuple[int, int]:
        """The least of ``row`` + 1 and, by term, what ``row`` has at an index + another row; and what it was less.

        That is 1 if there is no 0 otherwise, else 0. ``numbers`` are those of ``row``. A term is passed over where
        there is less at one of the indices that come with it. All in one function, for it is what time goes into.
        """
        ones, free, top = self.ones, self._free, self._top
        found = row + ones
        for index, other, better in terms:
            number = numbers[index]
            for one in better:
                if numbers[one] < number:
                    break
            else:
                sums = number * ones + other
                more = ((found | free) - sums) & free
                found ^= (found ^ sums) & (more - (more >> top))
        return (found - ones, 1) if ((found | free) - ones) & free == free else (found, 0)
