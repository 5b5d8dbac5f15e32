"""How many lines a text takes in a table cell, estimated without asking any font.

A wide character (East Asian Width W, F or A) is one em, any other half an em: so are 宋体, 仿宋 and 黑体 drawn.
The same text has the same height on every machine.
"""

from __future__ import annotations

import re
import unicodedata

_PIECE = re.compile(
    r"[(\[{（《〈「『【“‘]*"  # must not end a line
    r"(?:[!-~]+|.)"  # a run of Latin letters, digits and signs, or one other character
    r"(?:[,.:;!?)\]}][!-~]*|[，。、；：？！）》〉」』】”’])*",  # must not begin a line
    re.DOTALL,
)
"""What office programs do not break inside (Unicode Standard Annex 14, GB/T 15834)."""


class _Widths(dict[str, float]):
    """Character → its width in ems, asked of the tables of Unicode once."""

    def __missing__(self, char: str) -> float:
        """Find it out."""
        width = self[char] = 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5
        return width


_width_of = _Widths().__getitem__


def ems(text: str) -> float:
    """The width of a text in ems of its own size."""
    return sum(map(_width_of, text))


def line_count(text: str, room: float) -> int:
    """Lines of ``text`` wrapped in a cell that is ``room`` ems wide, at least one character a line."""
    if len(text) <= room and "\n" not in text:
        return 1
    return sum(_wrapped(paragraph, max(room, 1.0)) for paragraph in text.split("\n"))


def _wrapped(paragraph: str, room: float) -> int:
    if ems(paragraph) <= room:
        return 1
    lines, filled = 1, 0.0
    for piece in _PIECE.findall(paragraph):
        width = _width_of(piece) if len(piece) == 1 else ems(piece)
        if filled and filled + width > room:
            lines, filled = lines + 1, 0.0
        # A word wider than the cell is broken after all.
        while width > room:
            lines, width = lines + 1, width - room
        filled += width
    return lines
